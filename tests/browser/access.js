// What the checks of access ask of a page: put into it as text, as `window.access`.
window.access = (() => {
  const main = () => document.querySelector("[data-testid='stMain']");
  const keyOf = one => one.closest("[class*='st-key-']")?.className.match(/st-key-(\S+)/)[1] || "";
  const called = one => {
    const by = (one.getAttribute("aria-labelledby") || "").split(" ").filter(Boolean);
    return by.map(id => document.getElementById(id)?.textContent || "").join(" ") || one.getAttribute("aria-label") || "";
  };
  const shown = selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility());
  const PICTURES = "[data-testid='stPlotlyChart'], [data-testid='stDeckGlJsonChart'], [data-testid='stVegaLiteChart']";
  const GRIDS = "[data-testid='stDataFrame']";
  // Itself, or something around or within it, has a role and a name.
  const isNamed = one => {
    const near = [one, one.parentElement, one.parentElement?.parentElement, ...one.querySelectorAll("[role]")];
    return near.some(each => each?.getAttribute("role") && called(each).trim());
  };
  // The switch to its table, a table, or for a small map of a place or two the same in words under it.
  const hasTable = one => {
    const block = one.closest("[class*='_picture']") || one.closest("[data-testid='stVerticalBlock']");
    const words = called(one).replace(/^Small map: /, "").trim();
    return block.querySelector("[class*='_as_table'] input, [data-testid='stDataFrame'], table")
      || (words && block.innerText.includes(words));
  };
  const scrollsItself = one => {
    for (let box = one; box && box !== main(); box = box.parentElement)
      if (["auto", "scroll", "hidden"].includes(getComputedStyle(box).overflowX)) return true;
    return false;
  };
  const hasWords = one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
  const isClipped = one => {
    if (getComputedStyle(one).overflowX === "hidden" && one.scrollWidth > one.clientWidth + 1) return true;
    const right = one.getBoundingClientRect().right;
    for (let box = one.parentElement; box && box !== main(); box = box.parentElement) {
      if (getComputedStyle(box).overflowX === "auto") return false;
      if (getComputedStyle(box).overflowX === "hidden" && right > box.getBoundingClientRect().right + 1) return true;
    }
    return false;
  };
  const looks = one => {
    const found = [];
    for (let box = one, up = 0; box && up < 4; box = box.parentElement, up++) {
      const style = getComputedStyle(box);
      found.push(style.outlineStyle + style.outlineWidth + style.boxShadow);
    }
    return found;
  };
  const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex]";
  // Radio buttons and switches in a row are one stop of Tab: arrow keys go on from there.
  const isLater = one => one.matches("[data-testid='stButtonGroup'] button:not(:first-of-type)");
  const isControl = one => !isLater(one) && one.tabIndex >= 0 && !one.disabled && one.checkVisibility({visibilityProperty: true})
    && !one.closest("[inert], [aria-hidden='true']") && (one.type !== "radio" || one.checked);
  let controls = [], before = [];
  const said = one => `${one.tagName} ${(called(one) || one.innerText || one.title || one.type || "").slice(0, 60)} in ${keyOf(one)}`;
  return {
    unnamed: () => shown(`${PICTURES}, ${GRIDS}`).filter(one => !isNamed(one)).map(said),
    count: () => shown(`${PICTURES}, ${GRIDS}`).length,
    withoutTable: () => shown(PICTURES).filter(one => !hasTable(one)).map(said),
    headings: () => shown("h1, h2, h3, h4, h5, h6").map(one => Number(one.tagName[1])),
    // How far the page itself scrolls sideways, and words that stand beyond the window where nothing scrolls.
    sideways: () => [document.documentElement, main()].map(one => one.scrollWidth - one.clientWidth),
    beyond: () => [...main().querySelectorAll("*")].filter(one => one.checkVisibility() && hasWords(one)
      && one.getBoundingClientRect().right > window.innerWidth + 1 && !scrollsItself(one)).map(said),
    // Words that a box around them or their own hides.
    cut: () => [...main().querySelectorAll("*")].filter(one => one.checkVisibility() && hasWords(one)
      && !one.closest("svg, canvas, .js-plotly-plot, pre, [data-testid='stDataFrame']")
      && one.getBoundingClientRect().width > 1 && isClipped(one)).map(said),
    // For a walk by Tab: what there is to reach, and after each key what was reached and whether that can be seen.
    controls: () => {
      controls = [...document.querySelectorAll(CONTROLS)].filter(isControl);
      before = controls.map(looks);
      return controls.map(said);
    },
    reached: () => {
      const one = document.activeElement, place = controls.indexOf(one);
      const seen = place < 0 || looks(one).some((look, up) => look !== before[place][up]);
      return {place, seen, said: one === document.body ? "" : said(one)};
    },
  };
})();
