"""Word comments put on the words of any .docx; nothing else of the file changes (see NOTES.md)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from baocao.errors import PackError
from baocao.ooxml.anchors import STRICT, WORD, Carriers, Spot
from baocao.ooxml.cutting import Cuts
from baocao.ooxml.lettering import Letters
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT, DOCUMENT_RELATIONSHIPS, STYLES
from baocao.ooxml.old_comments import without_comments_of
from baocao.ooxml.package import Skeleton, assemble
from baocao.ooxml.splicing import Edit, Part, Tag, read_part
from baocao.ooxml.stretches import Stretch, locate
from baocao.ooxml.xml import DECLARATION, escape, text_runs

MOST = 32_767
"""Word does not open a file with more comment ranges (MS-OI29500 2.1.315 a)."""

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
    """What to say about a place. anchor: as in `Where.anchor`. text: each line a paragraph of the comment.

    stretch: the words of the paragraph it is about; None, or words that cannot be found: all of them.
    """

    anchor: str
    text: str
    author: str = "baocao"
    stretch: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A file with its comments. replaced: how many of the same authors' it had and has no longer."""

    data: bytes
    replaced: int


def annotate(data: bytes, remarks: Sequence[Remark], file: str = "") -> bytes:
    """The .docx with a Word comment for each remark: `annotate_again`, however many it replaced."""
    return annotate_again(data, remarks, file).data


def annotate_again(data: bytes, remarks: Sequence[Remark], file: str = "") -> Annotated:
    """The .docx with a Word comment for each remark, those of one paragraph in the order given.

    A remark on a place that cannot hold a comment stands at the nearest paragraph that can, and begins with
    the place in words: a text box at the paragraph that holds it, a note at its reference, everything else at
    the first paragraph. Comments that the same authors made before are replaced but for those that somebody
    has answered; those of others stay; all other parts stay byte for byte. file: its name, for findings.
    Raises `PackError` for what is no Word document.
    """
    package = Skeleton.read(data, file)
    if not remarks:
        return Annotated(data, 0)
    cleaned = without_comments_of({remark.author for remark in remarks}, package, file)
    package = cleaned.package
    carriers = Carriers(package, file)
    home = _Home(package, file, carriers.document)
    fitting = _fitting(remarks, MOST - len(carriers.document.all("commentRangeStart", WORD)))
    spots = [carriers.spot(remark.anchor) for remark in fitting]
    numbers = home.free_numbers(len(fitting))
    exact = any(remark.stretch for remark in fitting)
    part = read_part(package, DOCUMENT, None, file) if exact else carriers.document
    edits = _Edits(part, carriers, home)
    for remark, spot, number in zip(fitting, spots, numbers, strict=True):
        edits.add(remark, spot, number)
    comments = list(map(home.comment, numbers, fitting, spots))
    changed = {DOCUMENT: carriers.document.edited(edits.all())} | home.parts(comments)
    return Annotated(assemble(package, changed), cleaned.amount)


class _Edits:
    """The marks of the comments in the document: on their words, else around their paragraphs."""

    def __init__(self, part: Part, carriers: Carriers, home: _Home) -> None:
        self._carriers, self._home = carriers, home
        self._letters, self._cuts = cache(Letters(part).of), Cuts(part)
        self._whole: dict[Tag, list[int]] = {}

    def add(self, remark: Remark, spot: Spot, number: int) -> None:
        """Mark the words of a remark with the number of its comment."""
        found = None
        if remark.stretch and not spot.place:
            found = locate(remark.stretch, self._letters(spot.paragraph.start))
        if found is None:
            self._whole.setdefault(spot.paragraph, []).append(number)
        else:
            marks = self._home.marks(spot.paragraph, [number])
            self._cuts.add(found[0].first, found[1].last, *marks)

    def all(self) -> Iterator[Edit]:
        """The edits of the document."""
        for paragraph, numbers in self._whole.items():
            marks = self._home.marks(paragraph, numbers)
            yield from paragraph.wrap(*marks, after=self._carriers.properties_end(paragraph))
        yield from self._cuts.edits()


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
        """A `w:comment`. Without a date: the same input gives the same bytes, and Word shows no date then."""
        text = f"{spot.place}: {remark.text}" if spot.place else remark.text
        initials = "".join(word[0] for word in remark.author.split())
        own = _declaration(self._part.root) if self._part else ""
        lead = f"<w:r><w:rPr>{self._mark}</w:rPr><w:annotationRef/></w:r>"
        lines = [text_runs(line, self._letters) for line in text.splitlines() or [""]]
        properties = f"<w:pPr>{self._paragraph}</w:pPr>"
        content = "".join(f"<w:p>{properties}{line}</w:p>" for line in [lead + lines[0], *lines[1:]])
        return (
            f'<w:comment{own} w:id="{number}" w:author="{escape(remark.author)}" '
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
