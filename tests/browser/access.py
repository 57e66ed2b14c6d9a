"""What the checks of access ask of a page, and axe-core's own rules, run in the page as text: its policy lets no other
script in."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

HERE = Path(__file__).parent
AXE_VERSION = "4.14.1"
# The rules of WCAG 2.0, 2.1 and 2.2, levels A and AA, by axe's names.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
RUN = """async tags => {
    const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
    return found.violations.flatMap(rule =>
        rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")} ${node.html}`));
}"""


@cache
def script(name: str) -> str:
    """The text of a script of this folder."""
    return (HERE / name).read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What breaks a rule of axe-core: the rule, where, and the element, one line each."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(script("axe/axe.min.js"))
    return [str(item)[:400] for item in page.evaluate(RUN, list(TAGS))]


def ask(page: Page, question: str) -> Any:
    """The answer of `access.js` to a question, by the name of its function."""
    if not page.evaluate("() => 'access' in window"):
        page.evaluate(script("access.js"))
    return page.evaluate(f"() => window.access.{question}()")
