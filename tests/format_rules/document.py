"""A finished .docx as Word understands it: paragraphs and runs with their effective formatting.

Formatting is resolved from the bottom: docDefaults, table style, paragraph style (with its `basedOn` chain),
numbering level, character style, direct formatting. None of the product's code is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from format_rules.storage import Package, Styles, W, is_on, unwrapped

SCRIPTS = ("ascii", "hAnsi", "cs", "eastAsia")
PLAIN = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


@dataclass(eq=False)
class Run:
    """A run of text. `direct`: its own property elements, the strongest first."""

    paragraph: Paragraph
    direct: list
    text: str
    element: object = None

    @cached_property
    def layers(self) -> list:
        """Every property element that bears on this run, the strongest first."""
        styles = self.paragraph.document.styles
        own = self.direct + self._character + [s.find(W + "rPr") for s in self.paragraph.chain]
        own += [s.find(W + "rPr") for s in self.paragraph.table_chain] + [styles.default_run]
        return [layer for layer in own if layer is not None]

    @cached_property
    def _character(self) -> list:
        for layer in self.direct:
            named = layer.find(W + "rStyle")
            if named is not None:
                chain = self.paragraph.document.styles.chain(named.get(W + "val"), "character")
                return [s.find(W + "rPr") for s in chain if s.find(W + "rPr") is not None]
        return []

    def value(self, tag: str, attribute: str = "val") -> str | None:
        """The strongest value of one property."""
        for layer in self.layers:
            node = layer.find(W + tag)
            if node is not None and node.get(W + attribute) is not None:
                return node.get(W + attribute)
        return None

    def toggle(self, tag: str) -> bool:
        """A toggle property (w:b, w:i, w:caps): direct wins, else each level of styles switches it over."""
        for layer in self.direct:
            if layer.find(W + tag) is not None:
                return is_on(layer.find(W + tag))
        levels = [
            self._character,
            *([s.find(W + "rPr") for s in c] for c in (self.paragraph.chain, self.paragraph.table_chain)),
        ]
        turned = sum(self._level(level, tag) for level in levels) % 2 == 1
        default = self.paragraph.document.styles.default_run
        return turned or (default is not None and is_on(default.find(W + tag)))

    @staticmethod
    def _level(layers: list, tag: str) -> bool:
        nodes = (layer.find(W + tag) for layer in layers if layer is not None)
        return is_on(next((node for node in nodes if node is not None), None))

    @property
    def points(self) -> float:
        """Size in points; Word's own default is 10."""
        return int(self.value("sz") or 20) / 2

    @property
    def bold(self) -> bool:
        return self.toggle("b")

    @property
    def italic(self) -> bool:
        return self.toggle("i")

    @property
    def shown(self) -> str:
        """The text as it is printed, in capitals when the formatting says so."""
        return self.text.upper() if self.toggle("caps") else self.text

    def font(self, script: str) -> str | None:
        """The font of one script; a theme font outranks a plain one in the same element."""
        themed = {"cs": "cstheme"}.get(script, script + "Theme")
        for layer in self.layers:
            node = layer.find(W + "rFonts")
            if node is not None and node.get(W + themed) is not None:
                return self.paragraph.document.styles.theme.get(node.get(W + themed), "")
            if node is not None and node.get(W + script) is not None:
                return node.get(W + script)
        return None


@dataclass(eq=False)
class Paragraph:
    """A paragraph with what surrounds it. `label`: its automatic number, as printed."""

    element: object
    document: Document
    place: str
    table_chain: list = field(default_factory=list)
    label: str = ""
    label_level: object = None

    @cached_property
    def chain(self) -> list:
        named = self.element.find(f"{W}pPr/{W}pStyle")
        return self.document.styles.chain(None if named is None else named.get(W + "val"))

    @cached_property
    def runs(self) -> list[Run]:
        """The runs that print something."""
        found = []
        for node in unwrapped(self.element):
            text = _run_text(node) if node.tag == W + "r" else ""
            if text:
                own = node.find(W + "rPr")
                found.append(Run(self, [] if own is None else [own], text, node))
        return found

    @property
    def text(self) -> str:
        """What is printed, without the automatic number and note references."""
        return "".join(run.shown for run in self.runs)

    @property
    def full_text(self) -> str:
        """Automatic number, then the text."""
        return f"{self.label} {self.text}".strip() if self.label else self.text

    @property
    def label_run(self) -> Run:
        """The automatic number as a run: the level's formatting over the paragraph mark's."""
        layers = [None if self.label_level is None else self.label_level.find(W + "rPr")]
        layers.append(self.element.find(f"{W}pPr/{W}rPr"))
        return Run(self, [layer for layer in layers if layer is not None], self.label)

    @cached_property
    def layers(self) -> list:
        """Paragraph properties, the strongest first; a numbering level stands under whatever names it."""
        holders = [self.element, *self.chain]
        found, numbered = [], False
        for properties in (holder.find(W + "pPr") for holder in holders):
            if properties is None:
                continue
            found.append(properties)
            if properties.find(W + "numPr") is not None and not numbered:
                numbered = True
                found += [] if self.label_level is None else [self.label_level.find(W + "pPr")]
        found += [style.find(W + "pPr") for style in self.table_chain]
        return [layer for layer in [*found, self.document.styles.default_paragraph] if layer is not None]

    def value(self, tag: str, attribute: str = "val") -> str | None:
        """The strongest value of one attribute."""
        for layer in self.layers:
            node = layer.find(W + tag)
            if node is not None and node.get(W + attribute) is not None:
                return node.get(W + attribute)
        return None

    def twips(self, tag: str, attribute: str) -> int:
        """A length in twips, 0 when nothing is said."""
        return int(self.value(tag, attribute) or 0)

    def flag(self, tag: str) -> bool:
        """An on/off paragraph property such as keepNext or contextualSpacing."""
        return is_on(next((x.find(W + tag) for x in self.layers if x.find(W + tag) is not None), None))

    @property
    def alignment(self) -> str:
        """The value of w:jc, with the newer names turned into the older."""
        return {"start": "left", "end": "right"}.get(self.value("jc") or "left", self.value("jc") or "left")

    @property
    def first_line(self) -> int:
        """First-line indent in twips; a hanging indent is negative."""
        for layer in self.layers:
            node = layer.find(W + "ind")
            if node is not None and node.get(W + "hanging"):
                return -int(node.get(W + "hanging"))
            if node is not None and node.get(W + "firstLine"):
                return int(node.get(W + "firstLine"))
        return 0

    @property
    def drawn(self) -> bool:
        """Whether it carries a drawing or a border: a rule."""
        return any(True for _ in self.element.iter(W + "drawing", W + "pict", W + "pBdr"))


def _run_text(run) -> str:
    return "".join(node.text or "" if node.tag == W + "t" else PLAIN.get(node.tag, "") for node in run)


class Document:
    """The main story with headers and notes, every paragraph ready to be measured."""

    def __init__(self, data: bytes) -> None:
        from format_rules.numbering import number

        self.package = Package(data)
        self.styles = Styles(self.package)
        self.body = self.package.part("document.xml").find(W + "body")
        self.blocks = list(self._blocks(self.body))
        number(self, [p for block in self.blocks for p in block.paragraphs])

    def _blocks(self, parent) -> Iterator[Block]:
        for node in unwrapped(parent):
            if node.tag == W + "p":
                yield Block(node, [[[Paragraph(node, self, "đoạn")]]])
            elif node.tag == W + "tbl":
                yield Block(node, self._rows(node))

    def _rows(self, table) -> list[list[list[Paragraph]]]:
        named = table.find(f"{W}tblPr/{W}tblStyle")
        chain = self.styles.chain(None if named is None else named.get(W + "val"), "table")
        rows = (row for row in unwrapped(table) if row.tag == W + "tr")
        cells = ([cell for cell in unwrapped(row) if cell.tag == W + "tc"] for row in rows)
        return [
            [[Paragraph(p, self, "bảng", chain) for p in cell.iter(W + "p")] for cell in row] for row in cells
        ]

    def paragraphs_of(self, name: str) -> list[Paragraph]:
        """The paragraphs of another part, such as header1.xml or footnotes.xml."""
        root = self.package.part(name)
        return [] if root is None else [Paragraph(p, self, name) for p in root.iter(W + "p")]

    @cached_property
    def sections(self) -> list[tuple[object, list[Block]]]:
        """Each w:sectPr with the blocks it governs."""
        found, held = [], []
        for block in self.blocks:
            held.append(block)
            closing = block.element.find(f"{W}pPr/{W}sectPr")
            if closing is not None:
                found.append((closing, held))
                held = []
        return [*found, (self.body.find(W + "sectPr"), held)]

    @cached_property
    def everything(self) -> list[Paragraph]:
        """Every paragraph of the document, its headers, footers and notes."""
        others = [
            n for start in ("header", "footer", "footnotes", "endnotes") for n in self.package.names(start)
        ]
        own = [p for block in self.blocks for p in block.paragraphs]
        return own + [p for name in others for p in self.paragraphs_of(name)]


@dataclass(eq=False)
class Block:
    """A paragraph or a table of the main story, as rows of cells of paragraphs."""

    element: object
    rows: list[list[list[Paragraph]]]

    @property
    def is_table(self) -> bool:
        return self.element.tag == W + "tbl"

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [p for row in self.rows for cell in row for p in cell]
