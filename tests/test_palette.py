"""The colours hold by computation: contrast with the page, and distance between families for every kind of sight."""

import tomllib
import warnings
from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest

from components.look.theme import CONFIG
from tests.factory import shipped

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it warns of plots and of SciPy, which nothing here needs
    import colour
    from colour.blindness import matrix_cvd_Machado2009
    from daltonlens.simulate import Deficiency, Simulator_Brettel1997

# `colour` lets NumPy print floats in twelve digits, in every test that this process runs later.
np.set_printoptions(legacy=False)

THEMES = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]
NAMES = ("light", "dark")
BRETTEL = Simulator_Brettel1997()
MARKS, TEXT, APART = 3, 4.5, 15


def linear(hexadecimal: str) -> np.ndarray:
    return colour.cctf_decoding(colour.notation.HEX_to_RGB(hexadecimal))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2: relative luminances, each with 0.05 added."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    low, high = sorted(float(weights @ linear(item)) for item in (one, other))
    return (high + 0.05) / (low + 0.05)


def by_machado(kind: str) -> Callable[[np.ndarray], np.ndarray]:
    """Full severity as Machado, Oliveira and Fernandes (2009) model it; they do not model tritanopia."""
    matrix = matrix_cvd_Machado2009(kind, 1.0)
    return lambda seen: np.clip(matrix @ seen, 0, 1)


def by_brettel(kind: Deficiency) -> Callable[[np.ndarray], np.ndarray]:
    """As Brettel, Viénot and Mollon (1997) model it, on eight bits a channel."""

    def see(seen: np.ndarray) -> np.ndarray:
        pixel = np.round(colour.cctf_encoding(seen) * 255).astype("uint8").reshape(1, 1, 3)
        return colour.cctf_decoding(BRETTEL.simulate_cvd(pixel, kind, severity=1.0).reshape(3) / 255)

    return see


SIGHTS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "normal": lambda seen: seen,
    "protanopia, Machado": by_machado("Protanomaly"),
    "protanopia, Brettel": by_brettel(Deficiency.PROTAN),
    "deuteranopia, Machado": by_machado("Deuteranomaly"),
    "deuteranopia, Brettel": by_brettel(Deficiency.DEUTAN),
    "tritanopia, Brettel": by_brettel(Deficiency.TRITAN),
}


def apart(one: str, other: str, sight: str) -> float:
    """The distance of two colours by CIEDE2000 as that sight sees them."""
    seen = [SIGHTS[sight](linear(item)) for item in (one, other)]
    return float(colour.delta_E(*(colour.XYZ_to_Lab(colour.RGB_to_XYZ(item, "sRGB")) for item in seen)))


def families(name: str) -> dict[str, str]:
    table = shipped()["families"]
    return dict(zip(table.family, table[f"colour_{name}"], strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_marks_stand_out_from_the_page_and_from_the_bands_behind_them(name):
    for ground in ("backgroundColor", "secondaryBackgroundColor"):
        faint = {family: contrast(hue, THEMES[name][ground]) for family, hue in families(name).items()}
        assert min(faint.values()) >= MARKS, faint


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("part", ["textColor", "grayColor", "linkColor", "primaryColor"])
def test_text_can_be_read_on_the_page_on_boxes_and_on_the_sidebar(name, part):
    sidebar = THEMES[name]["sidebar"]
    grounds = [THEMES[name]["backgroundColor"], THEMES[name]["secondaryBackgroundColor"]]
    if part in ("textColor", "grayColor"):
        grounds += [sidebar["backgroundColor"], sidebar["secondaryBackgroundColor"]]
    for ground in grounds:
        assert contrast(THEMES[name][part], ground) >= TEXT, (part, ground)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_families_are_told_apart_by_every_kind_of_sight(name, sight):
    distances = {
        (one, other): apart(families(name)[one], families(name)[other], sight)
        for one, other in combinations(families(name), 2)
    }
    assert min(distances.values()) >= APART, min(distances, key=distances.get)


def test_the_measures_know_bad_colours():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") < TEXT
    assert apart("#FF0000", "#00FF00", "normal") > apart("#C04000", "#706000", "deuteranopia, Machado")
    assert apart("#11437D", "#11437D", "protanopia, Brettel") == 0


def test_families_are_told_apart_without_any_colour_too():
    patterns = shipped()["families"].pattern
    assert patterns.is_unique
