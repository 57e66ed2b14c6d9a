"""What a page says of the picture that previews of its address show."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode, urlsplit

from components.look.escaping import meta_tags
from data.view.picture_names import PICTURE_SIZES, PREVIEW

PNG = "image/png"


def picture_address(root: str, name: str, query: Mapping[str, str | Sequence[str]]) -> str:
    """The whole address of a picture below `root`, the app's own address, as large as previews show it; empty where
    nobody says what the app's addresses begin with: whoever reads a preview takes no address without its host."""
    words = urlencode({**query, "size": PREVIEW}, doseq=True)
    return f"{root}picture/{name}.png?{words}" if urlsplit(root).netloc else ""


def preview_tags(picture: str, shows: str) -> list[str]:
    """The tags of the picture at that address, with what it `shows` in words; of no address none but that of the kind
    of preview."""
    width, height = PICTURE_SIZES[PREVIEW]
    about = {
        "og:image": picture,
        "og:image:type": PNG,
        "og:image:width": str(width),
        "og:image:height": str(height),
        "og:image:alt": shows,
    }
    card = meta_tags("name", {"twitter:card": "summary_large_image" if picture else "summary"})
    return [*card, *(meta_tags("property", about) if picture else [])]
