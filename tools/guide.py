"""The guide in docs/: a page a screen with its picture, and in words what stands on it, read from the running app.

`python -m tools.guide`
"""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from components.view.view import PAGES, PageEntry
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.drawn import wait_until_drawn
from tests.browser.harness import ROOT, ColorScheme, OpenedPage, open_page
from tools.shots import SCHEMES, running_app

DOCS = ROOT / "docs"
PICTURES = DOCS / "pictures"
SCREEN = (1280, 900)

# Title, measure and words of each picture; the headings of everything else, in the order of the page.
ON_THE_PAGE = """() => {
    const main = document.querySelector("[data-testid='stMain']");
    const said = (one, selector) => (one.querySelector(selector)?.innerText ?? "").trim();
    const called = one => (one.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean)
        .map(id => document.getElementById(id)?.textContent ?? "").join(" ") || one.getAttribute("aria-label") || "";
    const words = one => {
        const chart = one.querySelector("[data-testid='stPlotlyChart'], [data-testid='stDeckGlJsonChart']");
        const near = [chart, chart?.parentElement, chart?.parentElement?.parentElement].filter(Boolean);
        return near.map(called).find(Boolean) ?? "";
    };
    const pictures = [...main.querySelectorAll("[class*='_picture']")].map(one => ({
        title: said(one, "h2, h3"), measures: said(one, "[data-testid='stCaptionContainer']"), words: words(one),
    }));
    const others = [...main.querySelectorAll("h2, h3")].filter(
        one => !one.closest("[class*='_picture'], .st-key-question")
    );
    return {
        title: said(main, "h1"),
        question: said(main, ".st-key-question"),
        pictures: pictures.filter(one => one.title),
        sections: others.map(one => one.innerText.trim()).filter(Boolean),
    };
}"""


def write_guide(browser: Browser, app_url: str) -> list[Path]:
    """Writes a page and two pictures for each screen and the list of them; returns the pages' paths."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    written = []
    for page in PAGES:
        name = page.slug or "overview"
        texts = [_photographed(browser, app_url, page, name, scheme) for scheme in SCHEMES]
        path = DOCS / f"{name}.md"
        path.write_text(guide_page(name, page.slug, texts[0]), encoding="utf-8")
        written.append(path)
    (DOCS / "README.md").write_text(guide_list(PAGES), encoding="utf-8")
    return [*written, DOCS / "README.md"]


def _photographed(browser: Browser, app_url: str, page: PageEntry, name: str, scheme: ColorScheme) -> dict[str, Any]:
    opened = open_page(browser, app_url, f"/{page.slug}", viewport=SCREEN, color_scheme=scheme)
    wait_until_drawn(opened)
    opened.page.screenshot(path=PICTURES / f"{name}-{scheme}.png")
    texts = _texts_of_page(opened)
    opened.close()
    return texts


def _texts_of_page(opened: OpenedPage) -> dict[str, Any]:
    texts: dict[str, Any] = opened.page.evaluate(ON_THE_PAGE)
    return texts


def guide_page(name: str, slug: str, texts: dict[str, Any]) -> str:
    """The page of one screen in Markdown, from what stood on it."""
    lines = [f"# {texts['title']}", "", f"{texts['question']} (`/{slug}`)", "", *_picture(name, texts["title"]), ""]
    if texts["pictures"]:
        lines += ["## Its pictures", ""]
    for picture in texts["pictures"]:
        lines += [f"**{picture['title']}**", ""]
        lines += [part for text in (picture["measures"], picture["words"]) if text for part in (text, "")]
    if texts["sections"]:
        lines += ["## What else stands on it", "", *(f"- {section}" for section in texts["sections"]), ""]
    return "\n".join([*lines, "[All screens](README.md)", ""])


def guide_list(pages: tuple[PageEntry, ...]) -> str:
    """The list of the screens in Markdown: each with its question."""
    screens = [f"- [{page.title}]({page.slug or 'overview'}.md): {page.question}" for page in pages]
    opening = "Each page shows one screen and says in words what stands on it. `make shots` writes them anew."
    others = "How far the screens can be read by everybody is said in [Accessibility](accessibility.md)."
    return "\n".join(["# The screens", "", opening, "", *screens, "", others, ""])


def _picture(name: str, title: str) -> list[str]:
    return [
        "<picture>",
        f'  <source media="(prefers-color-scheme: dark)" srcset="pictures/{name}-dark.png">',
        f'  <img alt="The screen {title}" src="pictures/{name}-light.png">',
        "</picture>",
    ]


def main() -> None:
    """Starts the app and writes the guide."""
    executable = find_chromium()
    with running_app(None) as app_url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        for path in write_guide(browser, app_url):
            print(path.relative_to(ROOT))
        browser.close()


if __name__ == "__main__":
    main()
