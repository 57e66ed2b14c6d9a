"""What screen readers need of the page and Streamlit does not give: a status that stays, and a landmark of navigation.

Streamlit draws everything anew in nodes of its own, and a screen reader hears only of a change in a live region that
was there before. So the first HTML holds one, outside of what Streamlit draws, and a script copies into it what the end
of each run says (`data-told` of the marker that components/frame/frame.py draws). Of the first run nothing is told: the
page is read. The same script marks the row of links to the pages as navigation, and the link to the page that is open.
"""

from components.look.escaping import attributes
from data.text.messages import say

HIDDEN = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap"
SCRIPT = """
      (() => {
        const status = document.getElementById("announcer");
        let before = "";
        const tell = told => {
          if (!told || told === before) return;
          if (before) status.textContent = told;
          before = told;
        };
        const mark = page => {
          const row = document.querySelector(".st-key-navigation");
          if (!row) return;
          row.setAttribute("role", "navigation");
          row.setAttribute("aria-label", status.dataset.pages);
          for (const link of row.querySelectorAll("a")) {
            const path = link.getAttribute("href").split("?")[0].split("/").pop() || "overview";
            path === page ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
          }
        };
        const look = () => {
          const ends = document.getElementsByClassName("page-done");
          if (!ends.length) return;
          const {page, told} = ends[ends.length - 1].dataset;
          mark(page);
          tell(told);
        };
        new MutationObserver(look).observe(document.getElementById("root"), {childList: true, subtree: true});
      })();
    """


def with_live_region(page: str) -> str:
    """The page with the status and the script at the end of its body."""
    pages = say("live_region.pages")
    status = {"id": "announcer", "role": "status", "aria-live": "polite", "data-pages": pages, "style": HIDDEN}
    return page.replace("</body>", f"  <div {attributes(status)}></div>\n    <script>{SCRIPT}</script>\n  </body>", 1)
