"""What is new since a reader's last visit: the browser alone knows which release it saw, and shows the line that fits.

The lines stand hidden on the overview (components/overview/since_visit.py). The script keeps the newest release that
the browser saw there, or at its first visit to any page, in its local storage, and for as long as a tab is open the one
from before in that of the tab, so that the line stays while a reader goes from page to page. A button forgets both and
keeps only that nothing is to be kept.
"""

SCRIPT = """
      (() => {
        const SEEN = "release-seen", BEFORE = "release-before", OFF = "off";
        const storage = name => { try { return window[name]; } catch { return null; } };
        const local = storage("localStorage"), tab = storage("sessionStorage");
        if (!local || !tab) return;
        const isOff = () => local.getItem(SEEN) === OFF;
        const label = button => { button.textContent = isOff() ? button.dataset.off : button.dataset.on; };
        const show = box => {
          const lines = [...box.querySelectorAll("p[data-since]")];
          for (const line of lines) line.classList.remove("shown");
          if (isOff()) return;
          const newest = box.dataset.newest, seen = local.getItem(SEEN);
          if (seen && seen < newest) tab.setItem(BEFORE, seen);
          if (seen !== newest) local.setItem(SEEN, newest);
          const before = tab.getItem(BEFORE);
          if (!before || !lines.length) return;
          const older = lines.filter(line => line.dataset.since <= before);
          (older.pop() || lines[0]).classList.add("shown");
        };
        const look = () => {
          const done = document.querySelector(".page-done[data-newest]");
          if (done && !local.getItem(SEEN)) local.setItem(SEEN, done.dataset.newest);
          for (const box of document.querySelectorAll(".since-visit:not([data-looked])")) {
            box.dataset.looked = "";
            show(box);
          }
          for (const button of document.querySelectorAll("button[data-visits=switch]:not([data-looked])")) {
            button.dataset.looked = "";
            label(button);
          }
        };
        document.addEventListener("click", event => {
          const button = event.target.closest("button[data-visits]");
          if (!button) return;
          const again = isOff() && button.dataset.visits === "switch";
          again ? local.removeItem(SEEN) : local.setItem(SEEN, OFF);
          tab.removeItem(BEFORE);
          if (button.dataset.visits === "switch") label(button);
          document.querySelectorAll(".since-visit").forEach(show);
        });
        new MutationObserver(look).observe(document.getElementById("root"), {childList: true, subtree: true});
      })();
    """


def with_last_visit(page: str) -> str:
    """The page with the script at the end of its body."""
    return page.replace("</body>", f"  <script>{SCRIPT}</script>\n  </body>", 1)
