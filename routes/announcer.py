"""The status that screen readers are told of: it stands in the page from the start, and its text changes in place.

Streamlit draws everything anew in nodes of its own, and a screen reader hears only of a change in a live region that
was there before. So the first HTML holds one, outside of what Streamlit draws, and a script copies into it what the end
of each run says (`data-told` of the marker that components/frame.py draws). Of the first run nothing is told: the page
is read.
"""

HIDDEN = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap"
STATUS = f'<div id="announcer" role="status" aria-live="polite" style="{HIDDEN}"></div>'
SCRIPT = """
      (() => {
        let before = "";
        const tell = () => {
          const ends = document.getElementsByClassName("page-done");
          const told = ends.length ? ends[ends.length - 1].dataset.told : "";
          if (!told || told === before) return;
          if (before) document.getElementById("announcer").textContent = told;
          before = told;
        };
        new MutationObserver(tell).observe(document.getElementById("root"), {childList: true, subtree: true});
      })();
    """


def with_announcer(page: str) -> str:
    """The page with the status and its script at the end of its body."""
    return page.replace("</body>", f"  {STATUS}\n    <script>{SCRIPT}</script>\n  </body>", 1)
