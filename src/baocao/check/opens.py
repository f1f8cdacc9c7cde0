"""Will Word open it, and will Word and LibreOffice show the same notes? Judges finished files of any origin.

The rules are those of the footnotes (ECMA-376 part 1, 17.11) and of emptied tables that public validators
miss.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar
from xml.parsers import expat

from baocao.check.skimming import skim_story
from baocao.check.story import Note, Story, read_story
from baocao.errors import BaocaoError, Finding, Where, finding
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT, DOCUMENT_RELATIONSHIPS, NUMBERING, SETTINGS
from baocao.ooxml.package import Member, Skeleton
from baocao.ooxml.reading import check_sizes

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_OUTSIDE = {"txbxContent": "khung chữ", "comment": "ghi chú bên lề"}
_EMPTY = {"tc": "o-khong-co-doan", "tr": "hang-khong-co-o", "tbl": "bang-khong-co-hang"}
_SHOWN = {"p": "đoạn văn", "tbl": "bảng", "tr": "hàng của bảng", "tc": "ô của bảng"}
_NO_LIST = "0"
_WITH_STORY = ("document", "footnotes", "endnotes", "header", "footer", "comments")
_KEPT_PARTS, _KEPT_SIZE = 128, 2**14
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class _File:
    """The file taken apart. stories: by part; notes_part: "" when the document has no notes."""

    file: str
    package: Skeleton
    stories: Mapping[str, Story]
    notes_part: str
    types: Mapping[str, str]

    @property
    def document(self) -> Story:
        return self.stories[DOCUMENT]

    @property
    def notes(self) -> list[Note]:
        """Notes without the separators."""
        story = self.stories.get(self.notes_part)
        return [note for note in story.notes if not note.kind] if story else []

    def where(self, part: str = DOCUMENT, words: str = "", paragraph: int = 0) -> Where:
        return Where(file=self.file, part=part, words=words, anchor=f"{part}#{paragraph}")


def check_opens(data: bytes, file: str = "") -> tuple[Finding, ...]:
    """Findings about a .docx that Word may refuse, or that Word and LibreOffice show differently."""
    try:
        package = Skeleton.read(data, file)
    except BaocaoError as error:
        return error.findings
    return _judged(_open(package, file))


def check_package(package: Skeleton, parsed: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """`check_opens` of a report that is about to be written.

    parsed: parts that were found to be well-formed; those that stand so in the package are not parsed again.
    """
    try:
        check_sizes([member.sizes for member in package.members])
    except BaocaoError as error:
        return error.findings
    return _judged(_open(package, parsed=parsed)) and _judged(_open(package))


def _judged(opened: _File) -> tuple[Finding, ...]:
    return tuple(item for rule in RULES for item in rule(opened))


def _open(package: Skeleton, file: str = "", parsed: Mapping[str, bytes] = MappingProxyType({})) -> _File:
    """The file taken apart. parsed: parts whose words may be left out (`skim_story`)."""
    members = [item for item in package.members if item.name.startswith("word/") and _has_story(item.name)]
    stories = {item.name: _story(item, parsed.get(item.name)) for item in members}
    relations = _attributes(package, DOCUMENT_RELATIONSHIPS, "Relationship")
    target = next(
        (item.get("Target", "") for item in relations if item.get("Type", "").endswith("/footnotes")), ""
    )
    types = _attributes(package, CONTENT_TYPES, "Override")
    return _File(
        file,
        package,
        stories,
        posixpath.normpath(posixpath.join("word", target)).lstrip("/") if target else "",
        {item.get("PartName", "").lstrip("/"): item.get("ContentType", "") for item in types},
    )


def _has_story(name: str) -> bool:
    return name == NUMBERING or (name.endswith(".xml") and posixpath.basename(name).startswith(_WITH_STORY))


def _kept(read: Callable[..., Read]) -> Callable[..., Read]:
    """Remember what was read of small members: most are the same in every report of a template."""
    kept = lru_cache(maxsize=_KEPT_PARTS)(read)

    def read_once(member: Member, *asked: str) -> Read:
        return kept(member, *asked) if len(member.local) <= _KEPT_SIZE else read(member, *asked)

    return read_once


def _story(member: Member, parsed: bytes | None) -> Story:
    """The story of a part. parsed: what the part was when it was found to be well-formed."""
    if parsed is None:
        return _full_story(member)
    content = member.data()
    return skim_story(content, is_xml=content == parsed)


@_kept
def _full_story(member: Member) -> Story:
    return read_story(member.data())


def _attributes(package: Skeleton, part: str, element: str) -> Sequence[Mapping[str, str]]:
    """Attributes of all elements of a name in a part."""
    return _attributes_in(package.member(part), element) if part in package else ()


@_kept
def _attributes_in(member: Member, element: str) -> Sequence[Mapping[str, str]]:
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(" ")[2] == element:
            found.append({key.rpartition(" ")[2]: value for key, value in attributes.items()})

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    try:
        parser.Parse(member.data(), True)
    except expat.ExpatError:
        return ()
    return found


def _well_formed(file: _File) -> Iterator[Finding]:
    for part, story in file.stories.items():
        if story.error:
            yield finding("phan-hong", file.where(part), ly_do=story.error)


def _package_knows_notes(file: _File) -> Iterator[Finding]:
    if not file.document.references:
        return
    if not file.notes_part or file.notes_part not in file.package:
        yield finding("thieu-lien-ket-chu-thich", file.where(DOCUMENT_RELATIONSHIPS))
    elif file.types.get(file.notes_part) != _NOTES_TYPE:
        yield finding("thieu-loai-chu-thich", file.where(CONTENT_TYPES), phan=file.notes_part)


def _referenced_once(file: _File) -> Iterator[Finding]:
    seen: set[str] = set()
    for reference in file.document.references:
        if reference.note in seen:
            yield finding("chu-thich-hai-dau", file.where(words=reference.words), so=reference.note)
        seen.add(reference.note)


def _in_reading_order(file: _File) -> Iterator[Finding]:
    last = 0
    for reference in file.document.references:
        number = int(reference.note) if reference.note.lstrip("-").isdigit() else 0
        if number < last:
            where = file.where(words=reference.words)
            yield finding("chu-thich-sai-thu-tu", where, so=reference.note, truoc=last)
        last = max(last, number)


def _references_have_notes(file: _File) -> Iterator[Finding]:
    if not file.notes_part:
        return
    known = {note.id for note in file.notes}
    for reference in file.document.references:
        if reference.note not in known:
            yield finding("dau-khong-chu-thich", file.where(words=reference.words), so=reference.note)


def _notes_have_references(file: _File) -> Iterator[Finding]:
    used = {reference.note for reference in file.document.references}
    for note in file.notes:
        if note.id not in used:
            yield finding("chu-thich-khong-dau", file.where(file.notes_part, note.words), so=note.id)
    for number, count in Counter(note.id for note in file.notes).items():
        if count > 1:
            yield finding("chu-thich-trung-so", file.where(file.notes_part), so=number)


def _notes_say_something(file: _File) -> Iterator[Finding]:
    for note in file.notes:
        if not note.full:
            yield finding("chu-thich-khong-chu", file.where(file.notes_part), so=note.id)


def _separators_are_bare(file: _File) -> Iterator[Finding]:
    story = file.stories.get(file.notes_part, Story())
    for note in story.notes:
        if note.kind and note.signs:
            yield finding("duong-ke-co-so", file.where(file.notes_part), so=note.id)


def _separators_exist(file: _File) -> Iterator[Finding]:
    if not file.notes_part or SETTINGS not in file.package:
        return
    known = {note.id for note in file.stories.get(file.notes_part, Story()).notes}
    wanted = {item.get("id", "") for item in _attributes(file.package, SETTINGS, "footnote")}
    for number in sorted(wanted - known):
        yield finding("thieu-duong-ke", file.where(SETTINGS), so=number)


def _lists_exist(file: _File) -> Iterator[Finding]:
    known = file.stories.get(NUMBERING, Story()).numbers | {_NO_LIST}
    for note in file.notes:
        for number in sorted(note.lists - known):
            yield finding(
                "chu-thich-danh-sach-la", file.where(file.notes_part, note.words), so=note.id, ds=number
            )


def _references_in_the_body(file: _File) -> Iterator[Finding]:
    for part, story in file.stories.items():
        for reference in story.references:
            where = file.where(part, reference.words)
            if reference.inside == "footnote":
                yield finding("chu-thich-long-nhau", where)
            elif reference.inside:
                yield finding("dau-chu-thich-sai-noi", where, noi=_OUTSIDE[reference.inside])
            elif part not in (DOCUMENT, file.notes_part):
                yield finding("dau-chu-thich-sai-noi", where, noi="đầu trang hoặc chân trang")


def _tables_are_whole(file: _File) -> Iterator[Finding]:
    for part, story in file.stories.items():
        for gap in story.gaps:
            yield finding(_EMPTY[gap.element], file.where(part, gap.words, gap.paragraph))


def _everything_in_its_place(file: _File) -> Iterator[Finding]:
    for part, story in file.stories.items():
        for gap in story.misplaced:
            where = file.where(part, gap.words, gap.paragraph)
            yield finding("phan-sai-noi", where, loai=_SHOWN[gap.element])
        for words in story.loose:
            yield finding("chu-ngoai-doan", file.where(part, words), chu=words)


def _drawings_are_distinct(file: _File) -> Iterator[Finding]:
    for part, story in file.stories.items():
        for number, count in Counter(story.drawings).items():
            if count > 1:
                yield finding("hinh-trung-so", file.where(part), so=number, lan=count)


def _relations_exist(file: _File) -> Iterator[Finding]:
    for part, story in file.stories.items():
        folder, name = posixpath.split(part)
        known = {
            item.get("Id")
            for item in _attributes(file.package, f"{folder}/_rels/{name}.rels", "Relationship")
        }
        for missing in sorted(story.relations - known):
            yield finding("lien-ket-mat", file.where(part), ten=missing)


RULES: tuple[Callable[[_File], Iterable[Finding]], ...] = (
    _well_formed,
    _package_knows_notes,
    _referenced_once,
    _in_reading_order,
    _references_have_notes,
    _notes_have_references,
    _notes_say_something,
    _separators_are_bare,
    _separators_exist,
    _lists_exist,
    _references_in_the_body,
    _tables_are_whole,
    _everything_in_its_place,
    _drawings_are_distinct,
    _relations_exist,
)
"""Every rule, in the order of its findings."""
