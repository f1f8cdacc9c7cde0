"""Will Word open it, and will Word and LibreOffice show the same notes? Judges finished files of any origin.

The rules are those of the footnotes (ECMA-376 part 1, 17.11) and of emptied tables that public validators
miss.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from baocao.check.opened import OpenedFile, attributes, part_behind, take_apart
from baocao.check.story import Story
from baocao.errors import BaocaoError, Finding, finding
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT, DOCUMENT_RELATIONSHIPS, NUMBERING, SETTINGS
from baocao.ooxml.package import Skeleton
from baocao.ooxml.reading import check_sizes

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_OUTSIDE = {"txbxContent": "khung chữ", "comment": "ghi chú bên lề"}
_EMPTY = {"tc": "o-khong-co-doan", "tr": "hang-khong-co-o", "tbl": "bang-khong-co-hang"}
_SHOWN = {"p": "đoạn văn", "tbl": "bảng", "tr": "hàng của bảng", "tc": "ô của bảng"}
_NO_LIST = "0"


def check_opens(data: bytes, file: str = "") -> tuple[Finding, ...]:
    """Findings about a .docx that Word may refuse, or that Word and LibreOffice show differently."""
    try:
        package = Skeleton.read(data, file)
    except BaocaoError as error:
        return error.findings
    return _judged(take_apart(package, file))


def check_package(package: Skeleton, parsed: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """`check_opens` of a report that is about to be written.

    parsed: parts that were found to be well-formed; those that stand so in the package are not parsed again.
    """
    try:
        check_sizes([member.sizes for member in package.members])
    except BaocaoError as error:
        return error.findings
    return _judged(take_apart(package, parsed=parsed)) and _judged(take_apart(package))


def _judged(opened: OpenedFile) -> tuple[Finding, ...]:
    return tuple(item for rule in RULES for item in rule(opened))


def _well_formed(file: OpenedFile) -> Iterator[Finding]:
    for part, story in file.stories.items():
        if story.error:
            yield finding("phan-hong", file.where(part), ly_do=story.error)


def _package_knows_notes(file: OpenedFile) -> Iterator[Finding]:
    if not file.document.references:
        return
    if not file.notes_part or file.notes_part not in file.package:
        yield finding("thieu-lien-ket-chu-thich", file.where(DOCUMENT_RELATIONSHIPS))
    elif file.types.get(file.notes_part) != _NOTES_TYPE:
        yield finding("thieu-loai-chu-thich", file.where(CONTENT_TYPES), phan=file.notes_part)


def _referenced_once(file: OpenedFile) -> Iterator[Finding]:
    seen: set[str] = set()
    for reference in file.document.references:
        if reference.note in seen:
            yield finding("chu-thich-hai-dau", file.where(words=reference.words), so=reference.note)
        seen.add(reference.note)


def _in_reading_order(file: OpenedFile) -> Iterator[Finding]:
    last = 0
    for reference in file.document.references:
        number = int(reference.note) if reference.note.lstrip("-").isdigit() else 0
        if number < last:
            where = file.where(words=reference.words)
            yield finding("chu-thich-sai-thu-tu", where, so=reference.note, truoc=last)
        last = max(last, number)


def _references_have_notes(file: OpenedFile) -> Iterator[Finding]:
    if not file.notes_part:
        return
    known = {note.id for note in file.notes}
    for reference in file.document.references:
        if reference.note not in known:
            yield finding("dau-khong-chu-thich", file.where(words=reference.words), so=reference.note)


def _notes_have_references(file: OpenedFile) -> Iterator[Finding]:
    used = {reference.note for reference in file.document.references}
    for note in file.notes:
        if note.id not in used:
            yield finding("chu-thich-khong-dau", file.where(file.notes_part, note.words), so=note.id)
    for number, count in Counter(note.id for note in file.notes).items():
        if count > 1:
            yield finding("chu-thich-trung-so", file.where(file.notes_part), so=number)


def _notes_say_something(file: OpenedFile) -> Iterator[Finding]:
    for note in file.notes:
        if not note.full:
            yield finding("chu-thich-khong-chu", file.where(file.notes_part), so=note.id)


def _separators_are_bare(file: OpenedFile) -> Iterator[Finding]:
    story = file.stories.get(file.notes_part, Story())
    for note in story.notes:
        if note.kind and note.signs:
            yield finding("duong-ke-co-so", file.where(file.notes_part), so=note.id)


def _separators_exist(file: OpenedFile) -> Iterator[Finding]:
    if not file.notes_part or SETTINGS not in file.package:
        return
    known = {note.id for note in file.stories.get(file.notes_part, Story()).notes}
    wanted = {item.get("id", "") for item in attributes(file.package, SETTINGS, "footnote")}
    for number in sorted(wanted - known):
        yield finding("thieu-duong-ke", file.where(SETTINGS), so=number)


def _lists_exist(file: OpenedFile) -> Iterator[Finding]:
    known = file.stories.get(NUMBERING, Story()).numbers | {_NO_LIST}
    for note in file.notes:
        for number in sorted(note.lists - known):
            yield finding(
                "chu-thich-danh-sach-la", file.where(file.notes_part, note.words), so=note.id, ds=number
            )


def _references_in_the_body(file: OpenedFile) -> Iterator[Finding]:
    for part, story in file.stories.items():
        for reference in story.references:
            where = file.where(part, reference.words)
            if reference.inside == "footnote":
                yield finding("chu-thich-long-nhau", where)
            elif reference.inside:
                yield finding("dau-chu-thich-sai-noi", where, noi=_OUTSIDE[reference.inside])
            elif part not in (DOCUMENT, file.notes_part):
                yield finding("dau-chu-thich-sai-noi", where, noi="đầu trang hoặc chân trang")


def _tables_are_whole(file: OpenedFile) -> Iterator[Finding]:
    for part, story in file.stories.items():
        for gap in story.gaps:
            yield finding(_EMPTY[gap.element], file.where(part, gap.words, gap.paragraph))


def _everything_in_its_place(file: OpenedFile) -> Iterator[Finding]:
    for part, story in file.stories.items():
        for gap in story.misplaced:
            where = file.where(part, gap.words, gap.paragraph)
            yield finding("phan-sai-noi", where, loai=_SHOWN[gap.element])
        for words in story.loose:
            yield finding("chu-ngoai-doan", file.where(part, words), chu=words)


def _drawings_are_distinct(file: OpenedFile) -> Iterator[Finding]:
    for part, story in file.stories.items():
        for number, count in Counter(story.drawings).items():
            if count > 1:
                yield finding("hinh-trung-so", file.where(part), so=number, lan=count)


def _relations_exist(file: OpenedFile) -> Iterator[Finding]:
    for part, story in file.stories.items():
        folder, name = posixpath.split(part)
        known = {
            item.get("Id") for item in attributes(file.package, f"{folder}/_rels/{name}.rels", "Relationship")
        }
        for missing in sorted(story.relations - known):
            yield finding("lien-ket-mat", file.where(part), ten=missing)


def _charts_are_whole(file: OpenedFile) -> Iterator[Finding]:
    """A chart has its part, stated as one, and the workbook it names."""
    for item in attributes(file.package, DOCUMENT_RELATIONSHIPS, "Relationship"):
        if not item.get("Type", "").endswith("/relationships/chart"):
            continue
        part = part_behind(DOCUMENT, item)
        if part not in file.package or file.types.get(part) != _CHART_TYPE:
            yield finding("bieu-do-thieu-phan", file.where(DOCUMENT_RELATIONSHIPS), phan=part)
            continue
        folder, name = posixpath.split(part)
        own = attributes(file.package, f"{folder}/_rels/{name}.rels", "Relationship")
        known = {one.get("Id"): part_behind(part, one) for one in own if one.get("TargetMode") != "External"}
        outside = {one.get("Id") for one in own if one.get("TargetMode") == "External"}
        for data in attributes(file.package, part, "externalData"):
            book = known.get(data.get("id", ""), "")
            if book not in file.package and data.get("id") not in outside:
                yield finding("bieu-do-thieu-phan", file.where(part), phan=book or data.get("id", ""))


RULES: tuple[Callable[[OpenedFile], Iterable[Finding]], ...] = (
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
    _charts_are_whole,
)
"""Every rule, in the order of its findings."""
