"""Opens a .docx and finds printed words in it.

Independent of the product: lxml and zipfile only. Words are found by their text, so the same
question works on files of any making.
"""

from __future__ import annotations

import copy
import io
import posixpath
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML = "{http://www.w3.org/XML/1998/namespace}"


class NotHereError(Exception):
    """The mutation has nothing to change in this file."""


def plain(text: str) -> str:
    """Letters as they are compared: every blank a space. Lengths stay."""
    return "".join(" " if letter in "\u00a0\t\n" else letter for letter in text)


@dataclass(frozen=True)
class Letter:
    """One printed letter: the `w:t` (or tab, break) it stands in, its place there."""

    text: str
    node: etree._Element
    at: int


@dataclass
class Words:
    """A paragraph, or a stretch of it."""

    element: etree._Element
    start: int
    end: int

    @property
    def style(self) -> str:
        """Id of the paragraph's style."""
        found = self.element.find(f"{W}pPr/{W}pStyle")
        return "" if found is None else found.get(f"{W}val", "")

    @property
    def whole(self) -> str:
        """All the printed words of the paragraph."""
        return "".join(letter.text for letter in letters(self.element))

    @property
    def text(self) -> str:
        """The stretch."""
        return self.whole[self.start : self.end]

    @property
    def alone(self) -> bool:
        """Whether the paragraph prints nothing else."""
        return self.whole.strip() == self.text.strip()

    def runs(self) -> list[etree._Element]:
        """The runs of the stretch, cut out so that they hold nothing else."""
        return isolate(self.element, self.start, self.end)


def letters(paragraph: etree._Element) -> list[Letter]:
    """The printed letters of a paragraph, those of text boxes in it left out."""
    found = []
    for node in _printed(paragraph):
        if node.tag == f"{W}t":
            found += [Letter(letter, node, at) for at, letter in enumerate(node.text or "")]
        else:
            found.append(Letter("\t" if node.tag == f"{W}tab" else "\n", node, 0))
    return found


def _printed(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag in (
            f"{W}p",
            f"{W}tbl",
            f"{W}pPr",
            f"{W}del",
            f"{W}drawing",
            f"{W}pict",
            f"{MC}AlternateContent",
        ):
            continue
        if child.tag in (f"{W}t", f"{W}tab", f"{W}br", f"{W}cr") and element.tag == f"{W}r":
            yield child
        elif isinstance(child.tag, str):
            yield from _printed(child)


def isolate(paragraph: etree._Element, start: int, end: int) -> list[etree._Element]:
    """Cut runs so that the letters from start to end have runs of their own; these."""
    for edge in (start, end):
        _cut(paragraph, edge)
    found: list[etree._Element] = []
    for letter in letters(paragraph)[start:end]:
        run = letter.node.getparent()
        if run not in found:
            found.append(run)
    return found


def _cut(paragraph: etree._Element, edge: int) -> None:
    told = letters(paragraph)
    if not 0 < edge < len(told):
        return
    before, after = told[edge - 1], told[edge]
    if before.node is after.node:
        second = copy.deepcopy(before.node)
        text = before.node.text or ""
        before.node.text, second.text = text[: after.at], text[after.at :]
        for node in (before.node, second):
            node.set(f"{XML}space", "preserve")
        before.node.addnext(second)
        after = Letter(after.text, second, 0)
    run = before.node.getparent()
    if run is not after.node.getparent():
        return
    other = etree.Element(run.tag, run.attrib, run.nsmap)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        other.append(copy.deepcopy(properties))
    moving = [child for child in run if child.tag != f"{W}rPr"]
    for child in moving[moving.index(after.node) :]:
        other.append(child)
    run.addnext(other)


class Docx:
    """A .docx taken apart; `data` puts it together again."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.members = {name: archive.read(name) for name in archive.namelist()}
        self.trees: dict[str, etree._Element] = {}

    def tree(self, name: str) -> etree._Element:
        """The root of a part."""
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.members[name])
        return self.trees[name]

    @property
    def document(self) -> etree._Element:
        """The root of the main part."""
        return self.tree("word/document.xml")

    @property
    def body(self) -> etree._Element:
        """`w:body`."""
        return self.document.find(f"{W}body")

    def stories(self) -> list[str]:
        """Names of the parts that print words, the main one first."""
        others = [name for name in self.members if re.match(r"word/(header|footer|footnotes)\d*\.xml$", name)]
        return ["word/document.xml", *sorted(others)]

    def data(self) -> bytes:
        """The bytes of the changed file."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, old in self.members.items():
                new = old
                if name in self.trees:
                    new = etree.tostring(
                        self.trees[name], xml_declaration=True, encoding="UTF-8", standalone=True
                    )
                archive.writestr(zipfile.ZipInfo(name), new, zipfile.ZIP_DEFLATED)
        return made.getvalue()

    def body_paragraphs(self) -> Iterator[Words]:
        """The paragraphs of the body outside tables."""
        for element in self.body.iterchildren(f"{W}p"):
            yield Words(element, 0, len(letters(element)))

    def find(self, text: str, *, last: bool = False, story: str = "") -> list[Words]:
        """The first (or last) place where `text` is printed, with its copy for old readers."""
        found = self.all(text, story=story)
        if not found:
            raise NotHereError(text)
        printed = [words for words in found if not _old(words.element)] or found
        own = [words for words in printed if words.alone] or printed
        one = own[-1 if last else 0]
        copies = [words for words in found if _old(words.element) and words.whole == one.whole]
        return [one, *(copies[:1] if one not in copies else [])]

    def all(self, text: str, *, story: str = "") -> list[Words]:
        """Every place where `text` is printed."""
        wanted = plain(unicodedata.normalize("NFC", text)).strip()
        found = []
        for name in [story] if story else self.stories():
            for element in self.tree(name).iter(f"{W}p"):
                whole = plain("".join(letter.text for letter in letters(element)))
                start = whole.find(wanted)
                if start >= 0:
                    found.append(Words(element, start, start + len(wanted)))
        return found

    def sections(self) -> list[etree._Element]:
        """All `w:sectPr` in order."""
        return list(self.document.iter(f"{W}sectPr"))

    def targets(self, kind: str) -> dict[str, str]:
        """Part names by relationship id of the main part, for one kind ("header", "footer")."""
        rels = etree.fromstring(self.members["word/_rels/document.xml.rels"])
        return {
            item.get("Id", ""): posixpath.normpath(posixpath.join("word", item.get("Target", "").lstrip("/")))
            .replace("word/word/", "word/")
            for item in rels
            if item.get("Type", "").endswith("/" + kind)
        }  # fmt: skip

    def page_fields(self) -> list[tuple[str, etree._Element]]:
        """Part name and paragraph of each page number."""
        found = []
        for name in self.stories():
            for element in self.tree(name).iter(f"{W}p"):
                told = [node.text or "" for node in element.iter(f"{W}instrText")]
                told += [node.get(f"{W}instr", "") for node in element.iter(f"{W}fldSimple")]
                if any(re.search(r"\bPAGE\b", text) for text in told):
                    found.append((name, element))
        return found


def _old(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{MC}Fallback"), None) is not None
