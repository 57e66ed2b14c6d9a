"""After a lost connection the page is drawn anew by whoever serves it now.

Streamlit goes on where it was when the socket comes back, as if the process were the same. One that took over, or was
started anew, knows nothing of the reader: the first click would find no control and be lost. So the script asks for the
page at its address, which holds the whole view, as Back and Forward do.
"""

SCRIPT = """
      (() => {
        let was = "", connected = false;
        const look = () => {
          const now = document.querySelector("[data-testid='stApp']")?.dataset.testConnectionState || was;
          if (now === was) return;
          was = now;
          if (now !== "CONNECTED") return;
          if (connected) dispatchEvent(new PopStateEvent("popstate", {state: history.state}));
          connected = true;
        };
        new MutationObserver(look).observe(document.getElementById("root"),
          {childList: true, subtree: true, attributeFilter: ["data-test-connection-state"]});
      })();
    """


def with_reconnected(page: str) -> str:
    """The page with the script at the end of its body."""
    return page.replace("</body>", f"  <script>{SCRIPT}</script>\n  </body>", 1)
