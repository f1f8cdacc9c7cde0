"""Which paragraph of the document carries a comment on some place of the file.

Word keeps comments in the document's own text only: not in headers, footers, footnotes and endnotes (it
ignores a comment range there, MS-OI29500 2.1.315 c), not in text boxes (a reference there makes the file
non-conformant, ECMA-376 part 1, txbxContent), not in other comments.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from baocao.errors import PackError, Where, finding
from baocao.ooxml.names import DOCUMENT, part_label
from baocao.ooxml.package import Skeleton
from baocao.ooxml.splicing import Part, Tag, read_part
from baocao.ooxml.xml import W

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of Word's "Strict Open XML Document"."""
WORD = frozenset({W, STRICT})

_WANTED = (
    *("p", "pPr", "txbxContent", "Fallback", "footnote", "endnote", "comment"),
    *("footnoteReference", "endnoteReference", "commentReference", "commentRangeStart"),
)
_NOTE_KINDS = ("footnote", "endnote", "comment")
_LENGTH = 60
_BOX = "Trong khung chữ"
_STORIES = {
    "hdr": "Ở đầu trang",
    "ftr": "Ở chân trang",
    "footnotes": "Trong chú thích",
    "endnotes": "Trong chú thích cuối văn bản",
    "comments": "Trong một ghi chú bên lề đã có",
    "coreProperties": "Trong thuộc tính của tệp (Tệp, Thông tin)",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a comment goes. place: where the remark belongs, in words, when that is somewhere else."""

    paragraph: Tag
    place: str = ""


class Carriers:
    """The paragraphs of a document that can carry a comment."""

    def __init__(self, package: Skeleton, file: str = "") -> None:
        self._package, self._file = package, file
        self._parts: dict[str, Part] = {}
        self._numbered: dict[str, list[Tag]] = {}
        self.document = self._part(DOCUMENT)
        self._paragraphs = self._paragraphs_of(DOCUMENT)
        self._properties = {tag.parent: tag for tag in reversed(self.document.all("pPr", WORD))}
        self._first = next(filter(_may_carry, self._paragraphs), None)

    def spot(self, anchor: str) -> Spot:
        """The paragraph that carries a remark on `anchor`: itself, else the nearest that may.

        anchor: as in `Where.anchor`. Without a place of this file in it, or with one in a part that is not
        XML: the first paragraph. Raises `PackError` when the document has no paragraph.
        """
        part, _, number = anchor.partition("#")
        if part not in self._package:
            return Spot(self._first_paragraph())
        try:
            paragraphs = self._paragraphs_of(part)
        except PackError:  # the remark says so: what is marked is often just this
            return Spot(self._first_paragraph(), f"Ở {part_label(part)}")
        known = number.isdecimal() and int(number) < len(paragraphs)
        paragraph = paragraphs[int(number)] if known else None
        if part == DOCUMENT:
            return Spot(self._first_paragraph()) if paragraph is None else self._in_document(paragraph)
        place = _STORIES.get(self._part(part).root.name, f"Ở phần {part} của tệp")
        carrier = self._referring(paragraph) if paragraph else None
        return Spot(carrier or self._first_paragraph(), place + _near(paragraph))

    def properties_end(self, paragraph: Tag) -> int | None:
        """The offset behind the `w:pPr` of a paragraph of the document, None without one."""
        properties = self._properties.get(paragraph)
        return None if properties is None else self.document.end_of(properties)

    def _part(self, name: str) -> Part:
        if name not in self._parts:
            self._parts[name] = read_part(self._package, name, _WANTED, self._file)
        return self._parts[name]

    def _paragraphs_of(self, name: str) -> list[Tag]:
        if name not in self._numbered:
            self._numbered[name] = self._part(name).all("p", WORD)
        return self._numbered[name]

    def _first_paragraph(self) -> Tag:
        if self._first is None:
            where = Where(file=self._file, part=DOCUMENT)
            raise PackError(finding("docx-hong", where, ly_do="thân văn bản không có đoạn nào"))
        return self._first

    def _in_document(self, paragraph: Tag) -> Spot:
        if _may_carry(paragraph):
            return Spot(paragraph)
        outer = [tag for tag in paragraph.ancestors() if tag.name == "p" and _may_carry(tag)]
        before = [tag for tag in self._paragraphs if tag.start < paragraph.start and _may_carry(tag)]
        in_box = any(tag.name == "txbxContent" for tag in paragraph.ancestors())
        carrier = outer[0] if outer else before[-1] if before else self._first_paragraph()
        return Spot(carrier, (_BOX if in_box else "Trong phần dự phòng") + _near(paragraph))

    def _referring(self, paragraph: Tag) -> Tag | None:
        """The paragraph of the document that refers to the note or comment a paragraph stands in."""
        for note in paragraph.ancestors():
            if note.name in _NOTE_KINDS:
                number = note.attributes.get("id")
                return next(self._references(f"{note.name}Reference", number), None)
        return None

    def _references(self, kind: str, number: str | None) -> Iterator[Tag]:
        for reference in self.document.all(kind, WORD):
            if reference.attributes.get("id") == number:
                holders = [tag for tag in reference.ancestors() if tag.name == "p"]
                yield from (self._in_document(holder).paragraph for holder in holders[:1])


def _may_carry(paragraph: Tag) -> bool:
    """Whether a paragraph of the document is outside text boxes and of what Word drops on opening."""
    return not any(tag.name in ("txbxContent", "Fallback") for tag in paragraph.ancestors())


def _near(paragraph: Tag | None) -> str:
    words = "".join(paragraph.words).strip() if paragraph else ""
    if not words:
        return ""
    return f", gần chữ «{words if len(words) <= _LENGTH else words[: _LENGTH - 1].rstrip() + '…'}»"
