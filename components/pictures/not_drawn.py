"""What of a specification is not drawn: an error, so that no picture lacks in print what the screen has."""


class NotDrawnError(ValueError):
    """A part of a specification, in plotly's words, has a value that is not drawn."""

    def __init__(self, part: str, value: object) -> None:
        """Name the part and its value."""
        super().__init__(f"{part}: {value}")
