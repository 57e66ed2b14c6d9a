"""What a reader sees of the Markdown that the app sends, for tests that read it without a browser."""

from components.look.escaping import NOTHING


def as_shown(*markdown: str) -> str:
    """The texts, one a line, without what `components.look.escaping` puts in to have them read as text."""
    return "\n".join(markdown).replace(NOTHING, "").replace("\\", "")
