"""A typist's hand: runs and paragraphs as offices type them, as raw WordprocessingML.

`base` says what the document lets stand in its styles: "don" leaves Word's own Normal (Calibri 11, 10 pt
after) and formats every word by hand; "normal" puts Times New Roman 14 into Normal; "kieu" has a style for
each look; "macdinh" says it in the document defaults. Lengths are twips, sizes points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from itertools import cycle

MM = 1440 / 25.4
EMU = 635
"""EMU in a twip."""
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
}
FONT = "Times New Roman"
_ALIGN = {"left": "left", "center": "center", "right": "right", "both": "both"}


@dataclass(frozen=True)
class R:
    """A run as typed. A tab is "\\t", Shift+Enter "\\n"."""

    text: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    note: int = 0


@dataclass(frozen=True)
class Look:
    """The paragraph as the typist wants it to look."""

    align: str = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    tabs: tuple[tuple[str, int], ...] = ()
    border: int = 0
    keep: bool = False
    number: tuple[int, int] | None = None
    frame: str = ""
    outline: int | None = None


@dataclass
class Typist:
    """How one typist sets things. split: words fall into runs as Word leaves them after corrections."""

    base: str = "don"
    split: bool = False
    drawn: int = 0
    styles: dict[str, tuple[str, str]] = field(default_factory=dict)

    def par(self, *runs: R | str, look: Look | None = None) -> str:
        """One paragraph. A run given as XML stands as it is."""
        look = look or Look()
        first = next((run for run in runs if isinstance(run, R)), R(""))
        style = ""
        if self.base == "kieu":
            style = self._style(look, first)
        ppr = self._ppr(look, style, first)
        inside = "".join(self.run(run, first if style else None) for run in runs)
        return f"<w:p><w:pPr>{ppr}</w:pPr>{inside}</w:p>"

    def run(self, run: R | str, of_style: R | None = None) -> str:
        """The XML of a run, in pieces when this typist's words are split."""
        if isinstance(run, str):
            return run
        rpr = self.rpr(run, of_style)
        if run.note:
            mark = f'{rpr[:-8]}<w:vertAlign w:val="superscript"/></w:rPr>' if rpr else ""
            mark = mark or '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            return f'<w:r>{mark}<w:footnoteReference w:id="{run.note}"/></w:r>'
        if not self.split or len(run.text) < 6:
            return f"<w:r>{rpr}{_letters(run.text)}</w:r>"
        return self._pieces(run.text, rpr)

    def _pieces(self, text: str, rpr: str) -> str:
        found, at = [], 0
        for number, length in enumerate(cycle((3, 7, 2, 13, 5))):
            if at >= len(text):
                break
            piece = text[at : at + length]
            found.append(f'<w:r w:rsidR="00A{number % 7}1C2">{rpr}{_letters(piece)}</w:r>')
            if number % 4 == 1:
                found.append('<w:proofErr w:type="spellStart"/>')
            if number % 4 == 2:
                found.append('<w:proofErr w:type="spellEnd"/>')
            at += length
        return "".join(found)

    def rpr(self, run: R, of_style: R | None = None) -> str:
        """What is set on the run itself."""
        parts = []
        if self.base == "don":
            parts.append(f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>')
        parts += ["<w:b/>"] if run.bold and not (of_style and of_style.bold) else []
        parts += ['<w:b w:val="0"/>'] if of_style and of_style.bold and not run.bold else []
        parts += ["<w:i/>"] if run.italic and not (of_style and of_style.italic) else []
        parts += ['<w:i w:val="0"/>'] if of_style and of_style.italic and not run.italic else []
        if self.base == "don":
            parts.append('<w:color w:val="000000"/>' if self.split else "")
        usual = (
            of_style.size if of_style else {"don": 11.0, "normal": 14.0, "macdinh": 14.0}.get(self.base, 14.0)
        )
        if run.size != usual or self.base == "don":
            parts.append(f'<w:sz w:val="{int(run.size * 2)}"/><w:szCs w:val="{int(run.size * 2)}"/>')
        return f"<w:rPr>{''.join(parts)}</w:rPr>" if any(parts) else ""

    def _style(self, look: Look, run: R) -> str:
        shown = Look(
            look.align, look.left, look.right, look.first, look.before, look.after, look.line, look.rule
        )
        faces = f"{'<w:b/>' if run.bold else ''}{'<w:i/>' if run.italic else ''}"
        key = (
            _spaced(shown),
            f'{faces}<w:sz w:val="{int(run.size * 2)}"/><w:szCs w:val="{int(run.size * 2)}"/>',
        )
        for ident, known in self.styles.items():
            if known == key:
                return ident
        ident = f"Style{len(self.styles) + 11}"
        self.styles[ident] = key
        return ident

    def _ppr(self, look: Look, style: str, first: R) -> str:
        parts = [f'<w:pStyle w:val="{style}"/>'] if style else []
        parts += ["<w:keepNext/>"] if look.keep else []
        parts += [f"<w:framePr {look.frame}/>"] if look.frame else []
        if look.number:
            parts.append(
                f'<w:numPr><w:ilvl w:val="{look.number[1]}"/><w:numId w:val="{look.number[0]}"/></w:numPr>'
            )
        if look.border:
            edge = f'<w:bottom w:val="single" w:sz="{look.border}" w:space="1" w:color="auto"/>'
            parts.append(f"<w:pBdr>{edge}</w:pBdr>")
        if look.tabs:
            stops = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in look.tabs)
            parts.append(f"<w:tabs>{stops}</w:tabs>")
        parts += [] if style else [self._needed(look)]
        parts += [f'<w:outlineLvl w:val="{look.outline}"/>'] if look.outline is not None else []
        return "".join(parts) + self._mark(style, first)

    def _needed(self, look: Look) -> str:
        if self.base == "don":
            return _spaced(look)
        plain = Look()
        if (look.before, look.after, look.line, look.rule) == (0, 0, 240, "auto"):
            spacing = ""
        else:
            spacing = _spacing(look)
        indent = _indent(look) if (look.left, look.right, look.first) != (0, 0, 0) or look.number else ""
        align = f'<w:jc w:val="{look.align}"/>' if look.align != plain.align else ""
        return spacing + indent + align

    def _mark(self, style: str, first: R) -> str:
        return self.rpr(R("", first.size, first.bold, first.italic)) if not style else ""

    def next_id(self) -> int:
        """A fresh number for a drawing."""
        self.drawn += 1
        return self.drawn


def _letters(text: str) -> str:
    found: list[str] = []
    piece = ""
    for letter in text:
        if letter in "\t\n":
            found += [_text(piece), "<w:tab/>" if letter == "\t" else "<w:br/>"]
            piece = ""
        else:
            piece += letter
    return "".join([*found, _text(piece)])


def _text(piece: str) -> str:
    return f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>' if piece else ""


def _spaced(look: Look) -> str:
    return f'{_spacing(look)}{_indent(look)}<w:jc w:val="{look.align}"/>'


def _spacing(look: Look) -> str:
    values = f'w:before="{look.before}" w:after="{look.after}" w:line="{look.line}" w:lineRule="{look.rule}"'
    return f"<w:spacing {values}/>"


def _indent(look: Look) -> str:
    first = f'w:firstLine="{look.first}"' if look.first >= 0 else f'w:hanging="{-look.first}"'
    return f'<w:ind w:left="{look.left}" w:right="{look.right}" {first}/>'


def cell(
    inside: str, width: int, *, margin: int | None = None, edges: str = "", span: int = 0, merge: str = ""
) -> str:
    """A cell. width: twips."""
    parts = [f'<w:tcW w:w="{width}" w:type="dxa"/>']
    parts += [f'<w:vMerge w:val="{merge}"/>' if merge == "restart" else "<w:vMerge/>"] if merge else []
    if edges:
        sides = "".join(f'<w:{side} w:val="{edges}"/>' for side in ("top", "left", "bottom", "right"))
        parts.append(f"<w:tcBorders>{sides}</w:tcBorders>")
    if margin is not None:
        sides = f'<w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
        parts.append(f"<w:tcMar>{sides}</w:tcMar>")
    return f"<w:tc><w:tcPr>{''.join(parts)}</w:tcPr>{inside}</w:tc>"


def table(
    rows: list[str], widths: list[int], *, style: str = "", centred: bool = False, indent: int = 0
) -> str:
    """A table of rows of cells. indent: of the left edge; fixed widths."""
    parts = [f'<w:tblStyle w:val="{style}"/>'] if style else []
    parts.append(f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>')
    parts += ['<w:jc w:val="center"/>'] if centred else []
    parts += [f'<w:tblInd w:w="{indent}" w:type="dxa"/>'] if indent else []
    parts.append('<w:tblLayout w:type="fixed"/>')
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(row if row.startswith("<w:tr") else f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{''.join(parts)}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
