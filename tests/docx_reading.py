"""Reads a finished .docx as a person does: paragraphs in order, numbers of headings counted, notes in place.

Independent of the product's own writing code: lxml only, so that it can find it wrong.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass
class Reading:
    """Body paragraphs (headings with their number, bullets with their sign, notes as [^n]) and notes 1..N."""

    paragraphs: list[str] = field(default_factory=list)
    notes: list[list[str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Everything, a paragraph a line, notes last."""
        return "\n".join([*self.paragraphs, *("\n".join(note) for note in self.notes)])


def read_docx(data: bytes) -> Reading:
    """Read the bytes of a .docx. Non-breaking spaces read as spaces."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    body = etree.fromstring(archive.read("word/document.xml"))[0]
    lists = _Lists(
        etree.fromstring(archive.read("word/styles.xml")),
        etree.fromstring(archive.read("word/numbering.xml")),
    )
    reading = Reading()
    for paragraph in body.iter(f"{W}p"):
        text = (lists.sign(paragraph) + _text(paragraph)).strip()
        if text:
            reading.paragraphs.append(text)
    notes = etree.fromstring(archive.read("word/footnotes.xml"))
    for note in notes.iter(f"{W}footnote"):
        if int(note.get(f"{W}id")) > 0:
            reading.notes.append([_text(paragraph).strip() for paragraph in note.iter(f"{W}p")])
    return reading


def _text(paragraph: etree._Element) -> str:
    parts = []
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}footnoteReference"):
        if node.tag == f"{W}t":
            parts.append(node.text or "")
        elif node.tag == f"{W}footnoteReference":
            parts.append(f"[^{node.get(f'{W}id')}]")
        elif node.getparent().tag == f"{W}r":
            parts.append("\t" if node.tag == f"{W}tab" else "\n")
    return "".join(parts).replace("\u00a0", " ")


class _Lists:
    """Word's automatic numbers, counted as Word does."""

    def __init__(self, styles: etree._Element, numbering: etree._Element) -> None:
        self.of_style = {
            style.get(f"{W}styleId"): (number.find(f"{W}numId").get(f"{W}val"), _level(number))
            for style in styles.iter(f"{W}style")
            if (number := style.find(f"{W}pPr/{W}numPr")) is not None and number.find(f"{W}numId") is not None
        }
        abstract = {item.get(f"{W}abstractNumId"): item for item in numbering.iter(f"{W}abstractNum")}
        self.levels = {
            num.get(f"{W}numId"): {
                int(level.get(f"{W}ilvl")): (
                    level.find(f"{W}numFmt").get(f"{W}val"),
                    level.find(f"{W}lvlText").get(f"{W}val"),
                )
                for level in abstract[num.find(f"{W}abstractNumId").get(f"{W}val")].iter(f"{W}lvl")
            }
            for num in numbering.iter(f"{W}num")
        }
        self.counts: dict[tuple[str, int], int] = {}

    def sign(self, paragraph: etree._Element) -> str:
        """The number or dash in front of a paragraph, with a space after."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None or style.get(f"{W}val") not in self.of_style:
            return ""
        list_, level = self.of_style[style.get(f"{W}val")]
        own = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        list_ = list_ if own is None else own.get(f"{W}val")
        if list_ == "0":
            return ""
        form, text = self.levels[list_][level]
        if form == "bullet":
            return text + " "
        self.counts[list_, level] = self.counts.get((list_, level), 0) + 1
        for deeper in range(level + 1, 9):
            self.counts.pop((list_, deeper), None)
        for upper in range(level + 1):
            number = self.counts.get((list_, upper), 0)
            form = self.levels[list_][upper][0]
            words = _roman(number) if form == "upperRoman" else str(number)
            words = chr(ord("A") + number - 1) if form == "upperLetter" else words
            text = text.replace(f"%{upper + 1}", words)
        return text + " "


def _level(number: etree._Element) -> int:
    level = number.find(f"{W}ilvl")
    return 0 if level is None else int(level.get(f"{W}val"))


def _roman(number: int) -> str:
    words = ""
    for value, sign in _ROMAN:
        words += sign * (number // value)
        number %= value
    return words
