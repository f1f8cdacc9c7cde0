"""The theme of a file: which fonts and colours stand behind names such as minorHAnsi and accent1.

Source: ECMA-376 part 1, 17.3.2.26 (theme fonts), 17.3.2.6 (themeColor, themeTint, themeShade), 17.15.1.20
(clrSchemeMapping).
"""

from __future__ import annotations

import colorsys

from baocao.conformance.appearance import Element
from baocao.conformance.reading.measures import W_, child, colour
from baocao.ooxml.xml import A

_A = f"{{{A}}}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
TEXT_FILL = f"{_W14}textFill"
_SCRIPTS = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}
_MAPPED = {
    "text1": "dk1",
    "text2": "dk2",
    "background1": "lt1",
    "background2": "lt2",
    "dark1": "dk1",
    "dark2": "dk2",
    "light1": "lt1",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_SHORT = {"tx1": "text1", "tx2": "text2", "bg1": "background1", "bg2": "background2"}
_MAPPINGS = {"text1": "t1", "text2": "t2", "background1": "bg1", "background2": "bg2"}
_PATTERN = 0.5
"""How much of the front colour shows in stripes and nets."""
_SYSTEM = {"windowText": "000000", "window": "FFFFFF"}


class Theme:
    """Fonts and colours by their names in the theme. settings: may map its colours; both may be None."""

    def __init__(self, root: Element | None, settings: Element | None) -> None:
        self._fonts = {} if root is None else dict(_fonts(root))
        scheme = None if root is None else next(root.iter(f"{_A}clrScheme"), None)
        self._colours = {} if scheme is None else _colours(scheme)
        self._mapping = child(settings, "clrSchemeMapping")

    def font(self, name: str) -> str:
        """The font of minorHAnsi, majorBidi, …; "" when the theme tells none."""
        return self._fonts.get(name, "")

    def colour(self, name: str, tint: str | None, shade: str | None) -> str:
        """RRGGBB of a theme colour made lighter or darker; "" when the theme does not know it."""
        base = self._colours.get(self._slot(name), "")
        if not base:
            return ""
        for amount, lighter in ((tint, True), (shade, False)):
            base = _moved(base, amount, lighter) if amount else base
        return base

    def _slot(self, name: str) -> str:
        mapped = None if self._mapping is None else self._mapping.get(W_ + _MAPPINGS.get(name, name))
        return _MAPPED.get(mapped or name, mapped or name)

    def of(self, element: Element) -> str:
        """RRGGBB of an element with `w:val` and `w:themeColor` (`w:color`, a border); "" for auto."""
        return self._named(element, "themeColor", "theme") or colour(element.get(f"{W_}val"))

    def painted(self, fill: Element) -> str:
        """RRGGBB of a `w14:textFill`, printed instead of `w:color`; "" for no plain colour."""
        own = next(fill.iter(f"{_W14}srgbClr"), None)
        named = next(fill.iter(f"{_W14}schemeClr"), None)
        if own is not None:
            return colour(own.get(f"{_W14}val"))
        name = "" if named is None else named.get(f"{_W14}val", "")
        return self.colour(_SHORT.get(name, name), None, None)

    def fill(self, shading: Element) -> str:
        """RRGGBB that a `w:shd` paints behind the letters; "" for nothing and for white."""
        kind = shading.get(f"{W_}val", "clear")
        back = self._named(shading, "themeFill", "themeFill") or colour(shading.get(f"{W_}fill"))
        if kind not in ("clear", "nil"):
            front = self._named(shading, "themeColor", "theme") or colour(shading.get(f"{W_}color"))
            back = _mixed(front or "000000", back or "FFFFFF", kind)
        return "" if back == "FFFFFF" or kind == "nil" else back

    def _named(self, element: Element, attribute: str, prefix: str) -> str:
        name = element.get(W_ + attribute, "none")
        tint, shade = (element.get(f"{W_}{prefix}{kind}") for kind in ("Tint", "Shade"))
        return "" if name == "none" else self.colour(name, tint, shade)


def _fonts(root: Element) -> list[tuple[str, str]]:
    found = []
    for kind in ("major", "minor"):
        for script, tag in _SCRIPTS.items():
            node = next(root.iterfind(f".//{_A}{kind}Font/{_A}{tag}"), None)
            found.append((kind + script, "" if node is None else node.get("typeface", "")))
    return found


def _colours(scheme: Element) -> dict[str, str]:
    found = {}
    for slot in scheme.iterchildren(f"{_A}*"):
        for item in slot.iterchildren(f"{_A}*"):
            own = (
                colour(item.get("lastClr")) or colour(item.get("val")) or _SYSTEM.get(item.get("val", ""), "")
            )
            found[slot.tag.removeprefix(_A)] = own
    return found


def _moved(base: str, amount: str, lighter: bool) -> str:
    try:
        share = int(amount, 16) / 255
    except ValueError:
        return base
    red, green, blue = (int(base[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    light = light * share + (1 - share if lighter else 0)
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, min(light, 1), full))


def _mixed(front: str, back: str, pattern: str) -> str:
    """The colour that a pattern looks like from afar: pct25 is a quarter of the front colour."""
    percent = pattern.removeprefix("pct")
    share = min(int(percent), 100) / 100 if percent.isascii() and percent.isdigit() else _PATTERN
    share = 1.0 if pattern == "solid" else share
    pairs = ((int(front[at : at + 2], 16), int(back[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(one * share + other * (1 - share)):02X}" for one, other in pairs)
