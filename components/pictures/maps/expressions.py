"""What the layers of a map say of their rows, read as deck.gl reads it: a value, or an expression of the row's own."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from components.pictures.not_drawn import NotDrawnError

EXPRESSION = "@@="
TOKEN = re.compile(r"\s*(?:(?P<number>-?\d+\.?\d*)|'(?P<text>[^']*)'|(?P<name>[a-zA-Z_][\w.]*)|(?P<sign>\|\||==|.))")
END = ("end", "")
Token = tuple[str, str]


def value_of(given: Any, row: Mapping[str, Any]) -> Any:
    """What a layer's property is for a row; a name that the row lacks is None. NotDrawnError for another form of
    expression than maps are written in: names, numbers, texts, lists, `a || b`, `a == b ? c : d`, `a[0]`."""
    if not isinstance(given, str) or not given.startswith(EXPRESSION):
        return given
    reader = _Reader(given.removeprefix(EXPRESSION), row)
    value = reader.choice()
    if reader.token != END:
        raise NotDrawnError("expression", given)
    return value


class _Reader:
    """Reads an expression from left to right; both ways of a choice are read, and one is taken."""

    def __init__(self, text: str, row: Mapping[str, Any]) -> None:
        self.row = row
        self.tokens = self._tokens(text.strip())
        self.token = next(self.tokens)

    def _tokens(self, text: str) -> Iterator[Token]:
        for found in TOKEN.finditer(text):
            yield str(found.lastgroup), found[str(found.lastgroup)]
        while True:
            yield END

    def _take(self, *wanted: str) -> bool:
        """Whether the next token is one of those signs; it is passed then."""
        is_next = self.token[0] == "sign" and self.token[1] in wanted
        if is_next:
            self.token = next(self.tokens)
        return is_next

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            raise NotDrawnError("expression", f"{self.token[1]} for {sign}")

    def choice(self) -> Any:
        condition = self._either()
        if not self._take("?"):
            return condition
        yes = self.choice()
        self._expect(":")
        no = self.choice()
        return yes if condition else no

    def _either(self) -> Any:
        value = self._equal()
        while self._take("||"):
            other = self._equal()
            value = value or other
        return value

    def _equal(self) -> Any:
        value = self._part()
        return value == self._part() if self._take("==") else value

    def _part(self) -> Any:
        if self._take("("):
            value = self.choice()
            self._expect(")")
            return value
        if self._take("["):
            return self._list()
        kind, text = self.token
        self.token = next(self.tokens)
        if kind == "number":
            return float(text)
        if kind == "text":
            return text
        if kind != "name":
            raise NotDrawnError("expression", text)
        return self._of_row(text)

    def _list(self) -> list[Any]:
        values = [self.choice()]
        while self._take(","):
            values.append(self.choice())
        self._expect("]")
        return values

    def _of_row(self, name: str) -> Any:
        value: Any = self.row
        for part in name.split("."):
            value = value.get(part)
        if self._take("["):
            value = value[int(self.choice())]
            self._expect("]")
        return value
