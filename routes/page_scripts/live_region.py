"""What a page needs and Streamlit does not give: a status that stays, a landmark of navigation, a copy at one click.

Streamlit draws everything anew in nodes of its own, and a screen reader hears only of a change in a live region that
was there before. So the first HTML holds one, outside of what Streamlit draws, and a script copies into it what the end
of each run says (`data-told` of the marker that components/frame/frame.py draws). Of the first run nothing is told: the
page is read. The same script marks the row of links to the pages as navigation, and the link to the page that is open.
A link of the class `here` is followed without the page being loaded anew, as Back and Forward are: the reader stays
where they were; a table that was sorted or turned to another page is read from its caption on
(components/elements/html_table.py).
It also copies the text that a button holds (components/look/escaping.py), which browsers allow a click alone, and opens
the section in which the heading stands that a fragment of the address names, of which a server never hears. And it
opens a record over the page that is read, at its place, where a plain click on a link would load its page anew: of a
link that keeps the view, which is to say that its other parameters stand in the address already. When it is closed the
focus is where the reader was: on the link, else on what was clicked, else on the page itself.
The button behind which the filters stand on a phone is named by how many are set.
"""

import orjson

from components.look.escaping import attributes
from data.selection.record_kinds import KINDS
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
        let before = "", turned = null;
        const lastRun = () => [...document.getElementsByClassName("page-done")].pop()?.dataset.run;
        const read = () => {
          if (!turned || lastRun() === turned.run) return;
          const caption = document.querySelector(`.${turned.rows} caption`);
          turned = null;
          if (!caption) return;
          caption.tabIndex = -1;
          caption.focus({preventScroll: true});
        };
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
          read();
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
        let pointed = [], openedBy = "", opened = false;
        const records = status.dataset.records.split(" ");
        const leadsToRecord = link => {
          const there = new URL(link.href);
          const opened = records.filter(name => there.searchParams.has(name));
          const here = new URL(location).searchParams;
          const others = [...there.searchParams].filter(([name]) => !records.includes(name));
          if (there.origin !== location.origin || opened.length !== 1) return null;
          return others.every(([name, value]) => here.getAll(name).includes(value)) ? [opened[0], there] : null;
        };
        document.addEventListener("click", event => {
          const link = event.target.closest("a[href]");
          if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          if (new URLSearchParams(location.search).has("embed")) return;
          if (new URL(link.href).origin !== location.origin) link.target = "_blank";
          const found = leadsToRecord(link);
          if (!found) return;
          event.preventDefault();
          event.stopImmediatePropagation();
          if (!document.querySelector('[role="dialog"]')) {
            pointed = event.composedPath();
            openedBy = link.getAttribute("href");
          }
          const over = new URL(location);
          records.forEach(name => over.searchParams.delete(name));
          over.searchParams.set(found[0], found[1].searchParams.get(found[0]));
          history.pushState(history.state, "", over);
          dispatchEvent(new PopStateEvent("popstate", {state: history.state}));
        }, true);
        document.addEventListener("pointerdown", event => {
          if (!document.querySelector('[role="dialog"]')) [pointed, openedBy] = [event.composedPath(), ""];
        }, true);
        const comeBack = () => {
          const before = opened;
          opened = Boolean(document.querySelector('[role="dialog"]'));
          if (before && !opened) seek(12);
        };
        const seek = times => {
          if (opened || !times) return;
          if (document.activeElement === document.body) {
            const main = document.querySelector("main") || document.body;
            const there = pointed.find(part => part instanceof HTMLElement && part.isConnected && main.contains(part));
            // A link that was drawn anew is known by where it leads.
            const links = openedBy ? [...main.querySelectorAll("a")] : [];
            const again = links.filter(link => link.getAttribute("href") === openedBy);
            const place = (there?.closest("a") ? there : again.pop()) || there || main;
            if (place.tabIndex < 0) place.setAttribute("tabindex", "-1");
            place.classList.add("came_back");
            place.focus({preventScroll: true});
          }
          // What was clicked may be drawn anew once the run that closes the record is done.
          setTimeout(() => seek(times - 1), 250);
        };
        new MutationObserver(comeBack).observe(document.body, {childList: true, subtree: true});
        document.addEventListener("click", event => {
          const link = event.target.closest("a.here");
          if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
          const whole = new URL(link.href);
          if (whole.origin !== location.origin || whole.pathname !== location.pathname) return;
          event.preventDefault();
          const table = !link.closest("tbody") && link.closest(".records");
          if (table) {
            table.scrollIntoView({block: "start"});
            turned = {run: lastRun(), rows: table.closest("[class*='_rows']").className.match(/st-key-\\w+_rows/)[0]};
          }
          history.pushState(history.state, "", whole);
          dispatchEvent(new PopStateEvent("popstate", {state: history.state}));
        });
        new MutationObserver(look).observe(document.getElementById("root"), {childList: true, subtree: true});
      })();
    """


def with_live_region(page: str) -> str:
    """The page with the status and the script at the end of its body."""
    status = {
        **{"id": "announcer", "role": "status", "aria-live": "polite", "style": HIDDEN},
        **{"data-pages": say("live_region.pages"), "data-copied": say("share.copied")},
        "data-records": " ".join(KINDS),
        "data-filters": say("frame.filters"),
        "data-fragments": orjson.dumps(FRAGMENTS).decode(),
    }
    return page.replace("</body>", f"  <div {attributes(status)}></div>\n    <script>{SCRIPT}</script>\n  </body>", 1)
