"""Whole pages that need no script: complete HTML with its styles in it, and the policy that lets nothing else in."""

import base64
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path

from streamlit import file_util

from components.html.preview_tags import preview_tags
from components.look.escaping import attributes, escape_html, html_tag, meta_tags
from components.look.theme import INKS, Ink
from components.view.view import PAGES, SITE
from data.text.messages import LANGUAGE, say

STYLES = "\n".join(
    Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("whole_page.css", "record.css")
)
SHIPPED = Path(file_util.get_static_dir())
# Streamlit ships the face of the text under a name that changes with its version; without it there is another face.
SANS = next((str(path.relative_to(SHIPPED)) for path in SHIPPED.glob("static/media/SourceSansVF-Upright*.woff2")), "")


@dataclass(frozen=True)
class WholePage:
    """What a page holds. `up` leads from its address to that of the app, as "../" does, so that its links hold behind
    any proxy; `link` is its own whole address. `body` is HTML, all else is text. `query` goes with links to pages, and
    `picture` is the address of what previews show."""

    title: str
    description: str
    heading: str
    kind: str
    body: str
    foot: str
    link: str
    up: str = ""
    query: str = ""
    notices: tuple[str, ...] = ()
    is_hidden: bool = False
    picture: str = ""


def whole_page_html(page: WholePage) -> str:
    """The page as a complete document: one title, one h1, one main."""
    notices = "".join(f'<p class="notice">{escape_html(notice)}</p>' for notice in page.notices)
    return f"""<!DOCTYPE html>
<html lang="{LANGUAGE}">
<head>
{_metadata(page)}
<style>{page_style(page.up)}</style>
</head>
<body>
<header><a class="site" {attributes({"href": _to(page, "")})}>{escape_html(SITE)}</a>
<nav {attributes({"aria-label": say("live_region.pages")})}>{_navigation(page)}</nav></header>
<main>
<p class="kind">{escape_html(page.kind)}</p>
<h1>{escape_html(page.heading)}</h1>
{notices}
{page.body}
</main>
<footer>{escape_html(page.foot)}</footer>
</body>
</html>
"""


def page_policy(up: str) -> str:
    """The Content-Security-Policy of such a page: its own styles, the site's fonts and icon, and no script at all."""
    return policy_of_style(page_style(up), form_action="'none'")


def policy_of_style(style: str, form_action: str) -> str:
    """The Content-Security-Policy of a page with this one style, whose forms lead to `form_action`."""
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    allowed = {
        "default-src": "'none'",
        "style-src": f"'sha256-{digest}'",
        "font-src": "'self'",
        "img-src": "'self'",
        "base-uri": "'none'",
        "form-action": form_action,
        "frame-ancestors": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def page_style(up: str) -> str:
    """The styles of a page whose address lies so far below the app's: colours of light and dark, then all else."""
    dark = f"@media screen and (prefers-color-scheme: dark) {{ {colours(INKS['dark'])} }}"
    styles = STYLES.replace("UP_SANS", up + SANS).replace("UP_", up)
    return "\n".join([colours(INKS["light"]), dark, styles])


def colours(ink: Ink, where: str = ":root") -> str:
    """The neutral colours of a theme as properties of what the selector `where` names."""
    values = "; ".join(f"--{part.name}: {getattr(ink, part.name)}" for part in fields(ink))
    return f"{where} {{ {values} }}"


def _metadata(page: WholePage) -> str:
    names = {"viewport": "width=device-width, initial-scale=1", "description": page.description}
    names |= {"robots": "noindex"} if page.is_hidden else {}
    properties = {
        "og:type": "article",
        "og:site_name": SITE,
        "og:title": page.title,
        "og:description": page.description,
    }
    tags = [
        '<meta charset="utf-8">',
        f"<title>{escape_html(page.title)}</title>",
        *meta_tags("name", names),
        *meta_tags("property", properties),
        *preview_tags(page.picture, page.heading),
        *([html_tag("link", rel="canonical", href=page.link)] if page.link else []),
        html_tag("link", rel="icon", href=f"{page.up}favicon.png"),
    ]
    return "\n".join(tags)


def _navigation(page: WholePage) -> str:
    links = ((_to(page, entry.slug), entry.title) for entry in PAGES)
    return " ".join(f"<a {attributes({'href': address})}>{escape_html(title)}</a>" for address, title in links)


def _to(page: WholePage, slug: str) -> str:
    """The address of one of the dashboard's pages as seen from this one."""
    return f"{page.up}{slug}" + (f"?{page.query}" if page.query else "") or "./"
