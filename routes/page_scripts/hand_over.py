"""What takes the first HTML away once the app has drawn, and leads to the plain edition where the app cannot come.

Until then the app is laid out but neither seen nor heard nor focused: a page has one title and one main part at any
time.
The app has drawn when its run is at an end, each picture is there, nothing in it has changed for a moment and the
browser has nothing left to do. Then the reader stays where they had scrolled to.
Some networks let pages through and no WebSocket. Where one was tried and none has opened after eight seconds a line
says so, and from then on the browser goes to the plain edition at once, until a link in it (`#app`) leads back.
"""

from components.html.first_page import FIRST
from components.html.markdown_html import link_html
from components.look.escaping import escape_html
from data.text.messages import say

# The fragment of an address that leads back from the plain edition to the app.
BACK_TO_APP = "#app"
ROOT = '<div id="root"></div>'
# Labels of widgets say of themselves that they are seen, and would be seen and heard through the first HTML.
STYLE = """
      html.app-comes #root { position: fixed; inset: 0; }
      html.app-comes #root, html.app-comes #root * { visibility: hidden !important; }
      .blocked { position: sticky; top: 0; z-index: 9; background: Canvas; color: CanvasText; padding: .5rem 1rem; }
      .blocked[hidden] { display: none; }
    """
SCRIPT = """
      (() => {
        const KEPT = "plain-edition", ON = "on", BACK = "BACK_TO_APP", PATIENCE = 8000, AT_MOST = 10000, STILL = 150;
        const storage = (() => { try { return window.localStorage; } catch { return null; } })();
        const plain = () => {
          const there = new URL(location);
          there.searchParams.set("plain", "true");
          there.hash = "";
          return there;
        };
        const embedded = new URLSearchParams(location.search).has("embed");
        if (location.hash === BACK) {
          storage?.removeItem(KEPT);
          history.replaceState(history.state, "", location.pathname + location.search);
        } else if (storage?.getItem(KEPT) === ON && !embedded) {
          location.replace(plain());
          return;
        }
        let tried = false, opened = false, done = false;
        const Socket = window.WebSocket;
        window.WebSocket = class extends Socket {
          constructor(...all) {
            super(...all);
            tried = true;
            this.addEventListener("open", () => {
              opened = true;
              storage?.removeItem(KEPT);
              if (line) line.hidden = true;
            });
          }
        };
        const first = document.getElementById("FIRST"), root = document.getElementById("root");
        const line = document.querySelector(".blocked");
        const blocked = () => {
          if (done || opened) return;
          if (!tried) return setTimeout(blocked, 1000);
          if (!line) return;
          line.querySelector("a").href = plain();
          line.hidden = false;
          if (!embedded) storage?.setItem(KEPT, ON);
        };
        setTimeout(blocked, PATIENCE);
        if (!first) return;
        const page = document.documentElement;
        page.classList.add("app-comes");
        const isDrawn = () => {
          if (root.querySelector("[data-testid='stSkeleton']")) return false;
          const charts = [...root.querySelectorAll("[data-testid='stPlotlyChart'], [data-testid='stDeckGlJsonChart']")];
          return charts.every(chart => chart.querySelector(".main-svg, canvas"));
        };
        const leave = () => {
          if (done) return;
          done = true;
          watch.disconnect();
          const at = scrollY, focused = first.contains(document.activeElement);
          first.remove();
          line?.remove();
          page.classList.remove("app-comes");
          // A panel of tabs took what was hidden for nothing to focus, and would be a stop of its own without a use.
          for (const panel of root.querySelectorAll("[role=tabpanel][tabindex='0']")) {
            if (panel.querySelector("a, button, input")) panel.removeAttribute("tabindex");
          }
          const main = root.querySelector("[data-testid='stMain']");
          if (main && at) main.scrollTop = at;
          if (main && focused) main.focus({preventScroll: true});
        };
        // A busy browser still moves what it has: the app comes when nothing has changed and nothing waits to be done.
        const whenIdle = window.requestIdleCallback || (then => setTimeout(then, STILL));
        const dropIdle = window.cancelIdleCallback || clearTimeout;
        let ended = 0, still = 0, idle = 0;
        const look = () => {
          if (done) return;
          if (root.querySelector("[data-testid='stException']")) return leave();
          if (!root.querySelector(".page-done")) return;
          if (!ended) {
            ended = 1;
            setTimeout(leave, AT_MOST);
            const block = root.querySelector("[data-testid='stMainBlockContainer']");
            if (block) new ResizeObserver(look).observe(block);
          }
          clearTimeout(still);
          dropIdle(idle);
          if (isDrawn()) still = setTimeout(() => { idle = whenIdle(leave); }, STILL);
        };
        const watch = new MutationObserver(look);
        watch.observe(root, {childList: true, subtree: true});
      })();
    """.replace("FIRST", FIRST).replace("BACK_TO_APP", BACK_TO_APP)


def with_hand_over(page: str) -> str:
    """The page with what hides the app until it has drawn, right behind the place of the app, and the line that is
    shown where the app cannot come."""
    link = link_html(escape_html(say("plain.blocked_link")), "?plain=true")
    line = f'<p class="blocked" role="status" hidden>{escape_html(say("plain.blocked"))} {link}</p>'
    around = f"<style>{STYLE}</style>\n    {line}\n    {ROOT}\n    <script>{SCRIPT}</script>"
    return page.replace(ROOT, around, 1)


def with_first_layer(page: str, layer: str) -> str:
    """The page with what stands first before the place of the app."""
    return page.replace(ROOT, f"{layer}\n    {ROOT}", 1)


def without_script_line(address: str) -> str:
    """What is said on a page that is complete without scripts, and the way to its plain edition."""
    link = link_html(escape_html(say("plain.no_script_link")), address)
    return f"<noscript><p>{escape_html(say('plain.no_script'))} {link}</p></noscript>"
