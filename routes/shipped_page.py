"""The one file that Streamlit ships for every page, with our scripts in it, and what is put into its places."""

import base64
import re
from hashlib import sha256
from pathlib import Path

from streamlit import file_util

from routes.page_metadata import PageMetadata, as_html, without_scripts
from routes.page_scripts.hand_over import with_first_layer, with_hand_over, without_script_line
from routes.page_scripts.last_visit import with_last_visit
from routes.page_scripts.live_region import with_live_region
from routes.page_scripts.reconnected import with_reconnected

SHIPPED = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
PAGE = with_reconnected(with_last_visit(with_live_region(with_hand_over(SHIPPED))))
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
# Streamlit's pointer to an interface that is switched off here; the head points to the API.
AGENT = re.compile(r'<!--\s*Machine-readable.*?-->\s*<link rel="service-desc"[^>]*>\s*', re.DOTALL)
NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def script_hashes() -> list[str]:
    """The hash of each script that stands in the page itself, as a Content-Security-Policy names it."""
    scripts = INLINE_SCRIPT.findall(PAGE)
    return [f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts]


def page_of_app(metadata: PageMetadata, root: str, layer: str, address_without_app: str) -> str:
    """The page that loads the app, with what stands first until then; where that is empty whoever runs no script is
    told where the same data can be read."""
    instead = without_script_line(address_without_app) if layer else without_scripts(metadata, root)
    page = TITLE.sub(lambda _: as_html(metadata, root), AGENT.sub("", PAGE), count=1)
    return with_first_layer(NO_SCRIPT.sub(lambda _: instead, page, count=1), layer)
