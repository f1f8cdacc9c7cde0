"""Word comments put beside the paragraphs of any .docx; nothing else of the file changes (see NOTES.md)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from baocao.errors import PackError
from baocao.ooxml.anchors import STRICT, WORD, Carriers, Spot
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT, DOCUMENT_RELATIONSHIPS, STYLES
from baocao.ooxml.package import Skeleton, assemble
from baocao.ooxml.splicing import Part, Tag, read_part
from baocao.ooxml.xml import DECLARATION, escape, text_runs

MOST = 32_767
"""Word does not open a file with more comment ranges (MS-OI29500 2.1.315 a)."""

_DATE = "1980-01-01T00:00:00Z"
"""The date of the package's members. A comment without one LibreOffice 7.4 saves again as of "0-00-00"."""

_GREATEST_ID = 2**31 - 1
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_NO_RELATIONSHIPS = (
    f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)
_PLAIN_PARAGRAPH = (
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:firstLine="0"/>'
    '<w:jc w:val="left"/>'
)
_PLAIN_LETTERS = '<w:sz w:val="20"/><w:szCs w:val="20"/>'
_PLAIN_MARK = '<w:sz w:val="16"/><w:szCs w:val="16"/>'


@dataclass(frozen=True, slots=True)
class Remark:
    """What to say about a place. anchor: as in `Where.anchor`. text: each line a paragraph of the comment."""

    anchor: str
    text: str
    author: str = "baocao"


def annotate(data: bytes, remarks: Sequence[Remark], file: str = "") -> bytes:
    """The .docx with a Word comment for each remark, those of one paragraph in the order given.

    A remark on a place that cannot hold a comment stands at the nearest paragraph that can, and begins with
    the place in words: a text box at the paragraph that holds it, a note at its reference, everything else at
    the first paragraph. Existing comments stay; all other parts stay byte for byte. file: its name, for
    findings. Raises `PackError` for what is no Word document.
    """
    package = Skeleton.read(data, file)
    if not remarks:
        return data
    carriers = Carriers(package, file)
    home = _Home(package, file, carriers.document)
    fitting = _fitting(remarks, MOST - len(carriers.document.all("commentRangeStart", WORD)))
    spots = [carriers.spot(remark.anchor) for remark in fitting]
    numbers = home.free_numbers(len(fitting))
    placed: dict[Tag, list[int]] = {}
    for spot, number in zip(spots, numbers, strict=True):
        placed.setdefault(spot.paragraph, []).append(number)
    edits = chain.from_iterable(
        paragraph.wrap(*home.marks(paragraph, its), after=carriers.properties_end(paragraph))
        for paragraph, its in placed.items()
    )
    return assemble(
        package,
        {DOCUMENT: carriers.document.edited(edits)}
        | home.parts(list(map(home.comment, numbers, fitting, spots))),
    )


def _fitting(remarks: Sequence[Remark], room: int) -> Sequence[Remark]:
    """The remarks there is room for; when some are left out, the last one says how many."""
    if len(remarks) <= room:
        return remarks
    kept = max(room - 1, 0)
    text = f"Còn {len(remarks) - kept} ghi chú nữa không ghi được vào tệp: Word chỉ nhận {MOST} ghi chú."
    return (*remarks[:kept], Remark("", text))


class _Home:
    """The part that holds the comments, whether the file has it already or not."""

    def __init__(self, package: Skeleton, file: str, document: Part) -> None:
        self._package, self._file, self._document = package, file, document
        self._relations = self._relationships()
        target = _comments_target(self._relations, package)
        self._related = bool(target)
        self._name = target or _free_name(package)
        self._part = self._read(self._name, ("comment",)) if self._name in package else None
        styles = self._styles()
        self._mark = _style_or(styles.get("annotation reference"), "rStyle", _PLAIN_MARK)
        text_style = styles.get("annotation text")
        self._paragraph = _style_or(text_style, "pStyle", _PLAIN_PARAGRAPH)
        self._letters = "" if text_style else _PLAIN_LETTERS

    def free_numbers(self, amount: int) -> list[int]:
        """Ids for new comments: above those in use, or the lowest free ones when the highest is taken."""
        marks = ("commentRangeStart", "commentReference")
        tags = [tag for kind in marks for tag in self._document.all(kind, WORD)]
        tags += self._part.all("comment", WORD) if self._part else []
        used = {int(tag.attributes["id"]) for tag in tags if _is_number(tag.attributes.get("id", ""))}
        first = max({-1, *used}) + 1
        start = first if first + amount <= _GREATEST_ID else 0
        return list(islice((number for number in range(start, _GREATEST_ID) if number not in used), amount))

    def marks(self, paragraph: Tag, numbers: Sequence[int]) -> tuple[str, str]:
        """What begins and what ends the commented words of a paragraph."""
        own = _declaration(paragraph)
        starts = [f'<w:commentRangeStart{own} w:id="{number}"/>' for number in numbers]
        ends = [
            f'<w:commentRangeEnd{own} w:id="{number}"/>'
            f'<w:r{own}><w:rPr>{self._mark}</w:rPr><w:commentReference w:id="{number}"/></w:r>'
            for number in numbers
        ]
        return "".join(starts), "".join(ends)

    def comment(self, number: int, remark: Remark, spot: Spot) -> str:
        """A `w:comment`."""
        text = f"{spot.place}: {remark.text}" if spot.place else remark.text
        initials = "".join(word[0] for word in remark.author.split())
        own = _declaration(self._part.root) if self._part else ""
        lead = f"<w:r><w:rPr>{self._mark}</w:rPr><w:annotationRef/></w:r>"
        lines = [text_runs(line, self._letters) for line in text.splitlines() or [""]]
        properties = f"<w:pPr>{self._paragraph}</w:pPr>"
        content = "".join(f"<w:p>{properties}{line}</w:p>" for line in [lead + lines[0], *lines[1:]])
        return (
            f'<w:comment{own} w:id="{number}" w:author="{escape(remark.author)}" w:date="{_DATE}" '
            f'w:initials="{escape(initials)}">{content}</w:comment>'
        )

    def parts(self, comments: Sequence[str]) -> dict[str, bytes]:
        """The parts that change: the comments, and where the package has none, what makes them known."""
        added = "".join(comments)
        if self._part:
            changed = {self._name: self._part.edited(self._part.root.wrap("", added))}
        else:
            root = f'<w:comments xmlns:w="{self._document.root.uri}">{added}</w:comments>'
            changed = {self._name: (DECLARATION + root).encode()}
        if not self._related:
            changed[DOCUMENT_RELATIONSHIPS] = self._with_relationship()
        return changed | self._with_type()

    def _read(self, part: str, wanted: Sequence[str]) -> Part:
        return read_part(self._package, part, wanted, self._file)

    def _relationships(self) -> Part:
        if DOCUMENT_RELATIONSHIPS in self._package:
            return self._read(DOCUMENT_RELATIONSHIPS, ("Relationship",))
        return read_part(
            Skeleton.of({DOCUMENT_RELATIONSHIPS: _NO_RELATIONSHIPS.encode()}), DOCUMENT_RELATIONSHIPS, ()
        )

    def _styles(self) -> dict[str, str]:
        """Style ids by Word's own names; the ids differ between languages. None of a broken part."""
        if STYLES not in self._package:
            return {}
        try:
            tags = self._read(STYLES, ("style", "name")).all("name", WORD)
        except PackError:
            return {}
        return {
            tag.attributes.get("val", "").lower(): tag.parent.attributes.get("styleId", "")
            for tag in tags
            if tag.parent and tag.parent.name == "style"
        }

    def _with_relationship(self) -> bytes:
        root = self._relations.root
        used = {tag.attributes.get("Id") for tag in self._relations.tags}
        number = next(name for name in map("rId{}".format, range(1, len(used) + 2)) if name not in used)
        kind = _STRICT_RELATION if self._document.root.uri == STRICT else _RELATION
        target = self._name.removeprefix("word/")
        item = f'<{_sibling(root, "Relationship")} Id="{number}" Type="{kind}" Target="{target}"/>'
        return self._relations.edited(root.wrap("", item))

    def _with_type(self) -> dict[str, bytes]:
        types = self._read(CONTENT_TYPES, ("Override",))
        part = f"/{self._name}"
        if any(tag.attributes.get("PartName", "").lower() == part.lower() for tag in types.tags):
            return {}
        item = f'<{_sibling(types.root, "Override")} PartName="{escape(part)}" ContentType="{_TYPE}"/>'
        return {CONTENT_TYPES: types.edited(types.root.wrap("", item))}


def _comments_target(relations: Part, package: Skeleton) -> str:
    """The part a document's comments stand in, "" when it has none."""
    for tag in relations.tags:
        if tag.attributes.get("Type", "").endswith("/relationships/comments"):
            target = posixpath.normpath(posixpath.join("/word", tag.attributes.get("Target", ""))).lstrip("/")
            return next((name for name in package.names if name.lower() == target.lower()), target)
    return ""


def _free_name(package: Skeleton) -> str:
    """A name for a new part; a package may hold an old comments part that nothing refers to."""
    taken = {name.lower() for name in package.names}
    names: Iterator[str] = (f"word/comments{number or ''}.xml" for number in range(len(taken) + 1))
    return next(name for name in names if name not in taken)


def _style_or(style: str | None, element: str, plain: str) -> str:
    return f'<w:{element} w:val="{escape(style)}"/>' if style else plain


def _declaration(tag: Tag) -> str:
    """What makes the prefix `w` known at a tag that uses another one."""
    return "" if tag.prefix == "w" else f' xmlns:w="{tag.uri}"'


def _sibling(root: Tag, name: str) -> str:
    return f"{root.prefix}:{name}" if root.prefix else name


def _is_number(text: str) -> bool:
    return text.isascii() and text.removeprefix("-").isdecimal()
