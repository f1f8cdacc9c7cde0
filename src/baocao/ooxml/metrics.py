"""How wide text is in Times New Roman, where its lines break, and how long the drawn rules under it are.

Widths are advance widths without kerning, which Word leaves off unless a style asks for it. The table (from
Liberation Serif, which has the same widths; see tools/make_font_widths.py) is read at the first question.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path

from baocao.formats import Component, Format, Length, Share

_FACES = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "bold_italic",
}
_SPACES = " \t\u2002\u2003\u2009"  # a no-break space is not one of them
_BREAKABLE = re.compile(rf"[{_SPACES}]*[^{_SPACES}–—-]*(?:[–—-]+(?=[^{_SPACES}–—-])|[–—-]*)|[{_SPACES}]+")
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf", "Cc"})
_WIDE = frozenset("WF")


@dataclass(frozen=True, slots=True)
class _Face:
    units: int
    widths: Mapping[str, int]

    def advance(self, letter: str) -> int:
        known = self.widths.get(letter)
        return known if known is not None else self._guess(letter)

    def width(self, text: str) -> int:
        return sum(map(self.advance, text))

    def _guess(self, letter: str) -> int:
        if unicodedata.category(letter) in _WITHOUT_WIDTH:
            return 0
        return self.units if unicodedata.east_asian_width(letter) in _WIDE else self.units // 2


@cache
def _faces() -> Mapping[str, _Face]:
    table = json.loads(Path(__file__).with_name("times_widths.json").read_text(encoding="utf-8"))
    return {
        name: _Face(table["units_per_em"], dict(zip(table["letters"], table[name], strict=True)))
        for name in _FACES.values()
    }


def text_width(text: str, size: Length, *, bold: bool = False, italic: bool = False) -> Length:
    """Width of `text` on one line. A letter outside the table counts half the size, a wide one all of it."""
    face = _faces()[_FACES[bold, italic]]
    return Length(round(face.width(unicodedata.normalize("NFC", text)) * size / face.units))


def wrap(text: str, width: Length, size: Length, *, bold: bool = False, italic: bool = False) -> list[str]:
    """The lines `text` breaks into in a column of `width`, as Word breaks them; [""] for no text.

    Lines break at spaces, which hang into the margin and are dropped at the break, and after hyphens and
    dashes between letters; a piece wider than the column breaks between letters. Newlines break always.
    """
    face = _faces()[_FACES[bold, italic]]
    column = width * face.units // size
    lines: list[str] = []
    for paragraph in unicodedata.normalize("NFC", text).split("\n"):
        lines += _filled(paragraph, face, column)
    return lines


def _filled(paragraph: str, face: _Face, column: int) -> list[str]:
    lines, line, used = [], "", 0
    for piece in _BREAKABLE.findall(paragraph):
        if used + face.width(piece.rstrip(_SPACES)) > column:
            if line.strip(_SPACES):
                lines.append(line.rstrip(_SPACES))
            *full, line = _chopped(piece.lstrip(_SPACES), face, column)
            lines += full
            used = face.width(line)
        else:
            line += piece
            used += face.width(piece)
    return [*lines, line.rstrip(_SPACES)]


def _chopped(piece: str, face: _Face, column: int) -> list[str]:
    """`piece` in parts that fit, at least a letter each; one part when it fits."""
    starts, used = [0], 0
    for index, letter in enumerate(piece):
        advance = face.advance(letter)
        if used and used + advance > column:
            starts.append(index)
            used = 0
        used += advance
    return [piece[start:end] for start, end in zip(starts, [*starts[1:], len(piece)], strict=True)]


def rule_length_full(text: str, size: Length, *, bold: bool = False, italic: bool = False) -> Length:
    """Length of a rule as long as its text: the one under Tiêu ngữ (PL I.II.1.b)."""
    return text_width(text, size, bold=bold, italic=italic)


def rule_length_partial(lines: Iterable[Length], share: Share) -> Length:
    """Length of a rule shorter than its text, under `lines` of the given widths (PL I.II.2.b, 5.b).

    `share.chosen` of the last line, kept within the permitted shares of both the last and the longest line;
    when no length does both, the last line decides, for it stands just above the rule.
    """
    widths = [width for width in lines if width] or [Length(0)]
    last, longest = widths[-1], max(widths)
    return Length(round(min(max(share.chosen * last, share.minimum * longest), share.maximum * last)))


def rule_functions(fmt: Format) -> dict[str, Callable[..., int]]:
    """The functions templates call for the lengths of rules (EMU), by name. Two take the lines above."""
    look = fmt.components
    return {
        "ke_tieu_ngu": partial(_under_motto, look["tieu_ngu"]),
        "ke_co_quan": partial(_under_lines, look["co_quan"], fmt.header_columns[0], fmt.rules.short),
        "ke_trich_yeu": partial(_under_lines, look["trich_yeu"], fmt.page.text_width, fmt.rules.short),
    }


@lru_cache(maxsize=8)
def _under_motto(motto: Component) -> int:
    return int(rule_length_full(motto.text, motto.size.chosen, bold=motto.bold, italic=motto.italic))


def _under_lines(look: Component, width: Length, share: Share, lines: Iterable[object]) -> int:
    size = look.size.chosen
    widths = [part for line in lines for part in _widths(str(line), width, size, look.bold, look.italic)]
    return int(rule_length_partial(widths, share))


@lru_cache(maxsize=4096)
def _widths(line: str, width: Length, size: Length, bold: bool, italic: bool) -> tuple[Length, ...]:
    """Widths of the lines `line` breaks into; the same agency heads many reports."""
    broken = wrap(line, width, size, bold=bold, italic=italic)
    return tuple(text_width(part, size, bold=bold, italic=italic) for part in broken)
