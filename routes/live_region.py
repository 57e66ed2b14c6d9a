"""What a page needs and Streamlit does not give: a status that stays, a landmark of navigation, a copy at one click.

Streamlit draws everything anew in nodes of its own, and a screen reader hears only of a change in a live region that
was there before. So the first HTML holds one, outside of what Streamlit draws, and a script copies into it what the end
of each run says (`data-told` of the marker that components/frame/frame.py draws). Of the first run nothing is told: the
page is read. The same script marks the row of links to the pages as navigation, and the link to the page that is open.
The button behind which the filters stand on a phone is named by how many are set. The script also copies the text that
a button holds (components/look/escaping.py), which browsers allow a click alone, and opens the section in which the
heading stands that a fragment of the address names, of which a server never hears.
"""

import orjson

from components.look.escaping import attributes
from data.text.messages import say
from data.view.sections import FRAGMENTS

HIDDEN = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap"
SCRIPT = """
      (() => {
        const status = document.getElementById("announcer");
        const page = location.pathname.split("/").pop();
        const section = (JSON.parse(status.dataset.fragments)[page] || {})[location.hash.slice(1)];
        const whole = new URL(location);
        if (section && !whole.searchParams.has("section")) {
          whole.searchParams.set("section", section);
          history.replaceState(history.state, "", whole);
        }
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
        const name = filters => {
          const button = document.querySelector("[data-testid='stExpandSidebarButton']");
          if (button && button.ariaLabel !== filters) button.ariaLabel = filters;
        };
        const look = () => {
          const ends = document.getElementsByClassName("page-done");
          if (!ends.length) return;
          const {page, told, filters} = ends[ends.length - 1].dataset;
          mark(page);
          name(filters || status.dataset.filters);
          tell(told);
        };
        const copied = text => {
          if (navigator.clipboard) return navigator.clipboard.writeText(text);
          const field = document.createElement("textarea");
          field.value = text;
          document.body.append(field);
          field.select();
          document.execCommand("copy");
          field.remove();
          return Promise.resolve();
        };
        document.documentElement.classList.add("copies");
        document.addEventListener("click", async event => {
          const button = event.target.closest("button[data-copy]");
          if (!button) return;
          await copied(button.dataset.copy);
          status.textContent = `${status.dataset.copied} ${button.title}`;
          const label = button.textContent;
          if (label === status.dataset.copied) return;
          button.textContent = status.dataset.copied;
          setTimeout(() => { button.textContent = label; }, 2000);
        });
        new MutationObserver(look).observe(document.getElementById("root"), {childList: true, subtree: true});
      })();
    """


def with_live_region(page: str) -> str:
    """The page with the status and the script at the end of its body."""
    status = {
        **{"id": "announcer", "role": "status", "aria-live": "polite", "style": HIDDEN},
        **{"data-pages": say("live_region.pages"), "data-copied": say("share.copied")},
        "data-filters": say("frame.filters"),
        "data-fragments": orjson.dumps(FRAGMENTS).decode(),
    }
    return page.replace("</body>", f"  <div {attributes(status)}></div>\n    <script>{SCRIPT}</script>\n  </body>", 1)
