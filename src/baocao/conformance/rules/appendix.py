"""Rules of appendices: their words, titles, lines of reference (PL I.III.1); tables in `appendix_pages`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from baocao.conformance.case import Case, Seen
from baocao.conformance.mends import Mend, Retype
from baocao.conformance.paper import Line
from baocao.conformance.parts import Appendix
from baocao.conformance.rules.kit import (
    about,
    broken,
    cases,
    dressed,
    faces,
    held,
    look_of,
    parameter,
    place_of,
    plain,
    replaced,
    sizes,
    told_faces,
    unsure,
)
from baocao.conformance.rules.places import centred, placed
from baocao.conformance.rules.running import roman_figure
from baocao.formats import Length, Pt, Setting
from baocao.vietnamese.words import from_roman

_WORDS = re.compile(r"(?i)phụ\s+lục(?:\s+số)?\s*([0-9]+|[IVXLC]+)?\b")
_RANGE = re.compile(
    r"(?i)phụ\s+lục\s+([IVXLC]+|[0-9]+)\s*(?:-|–|đến|tới)\s*(?:phụ\s+lục\s+)?([IVXLC]+|[0-9]+)\b"
)
_LIST = re.compile(
    r"(?i)phụ\s+lục\s+(?:số\s+)?((?:[IVXLC]+|[0-9]+)(?:\s*(?:,|và|;)\s*(?:phụ\s+lục\s+)?(?:[IVXLC]+|[0-9]+)\b)*)"
)


def number_of(appendix: Appendix) -> str:
    """The number behind the word: "II"; "" for none."""
    found = _WORDS.match(plain(appendix.word.text))
    return found[1].upper() if found and found[1] else ""


@about("PL01", "appendices", "than_bai")
def appendices_referred_to(case: Case) -> Iterator[Seen]:
    """The text points to each appendix (PL I.III.1.a)."""
    if not case.parts.appendices:
        return
    text = _whole_text(case)
    named, whole = _named(text), re.search(parameter(case, "chung"), text) is not None
    any_word = parameter(case, "tu") in text.lower()
    for appendix in case.parts.appendices:
        number = number_of(appendix)
        only = any_word and (not number or len(case.parts.appendices) == 1)
        if whole or only or _rank(number) in named:
            yield held(appendix.word)
        elif re.search(parameter(case, "gan_giong"), text):
            look_at = f"xem chỗ nhắc đến biểu kèm theo có nói rõ {plain(appendix.word.text)} không"
            yield unsure(appendix.word, "trong bài không nhắc tên phụ lục này", look_at)
        else:
            wanted = f"trong bài có chỉ dẫn đến {plain(appendix.word.text)}"
            yield broken(appendix.word, "trong bài không nhắc đến phụ lục này", wanted)


def _whole_text(case: Case) -> str:
    """What the text and its notes and tables say, above the signature."""
    notes = (one for note in case.paper.notes for one in note.paragraphs)
    appended = {id(block) for one in case.parts.appendices for block in one.blocks}
    tables = (one for one in case.parts.data_tables if id(one) not in appended)
    cells = (one for table in tables for one in table.paragraphs)
    return plain(" ".join(one.text for one in (*case.parts.than_bai, *notes, *cells)))


def _named(text: str) -> set[int]:
    """The numbers of appendices that a text names, singly, in lists and in ranges."""
    found: set[int] = set()
    for one in _RANGE.finditer(text):
        found |= set(range(_rank(one[1]), _rank(one[2]) + 1))
    for one in _LIST.finditer(text):
        found |= {_rank(number) for number in re.findall(r"[IVXLC]+|[0-9]+", one[1].upper())}
    return found - {0}


def _rank(number: str) -> int:
    return int(number) if number.isdigit() else from_roman(number.upper()) or 0


@about("PL02", "appendices")
def appendices_numbered(case: Case) -> Iterator[Seen]:
    """Two or more appendices have Roman numbers in order, a single one none (PL I.III.1.a)."""
    many = len(case.parts.appendices) > 1
    for at, appendix in enumerate(case.parts.appendices, start=1):
        number = number_of(appendix)
        wanted = f"{parameter(case, 'tu')} {roman_figure(at)}" if many else parameter(case, "tu")
        seen = f"“{plain(appendix.word.text)}”"
        if number == (roman_figure(at) if many else ""):
            yield held(appendix.word)
        elif not many and _rank(number) and _others_named(case, number):
            yield unsure(appendix.word, seen, "xem các phụ lục khác có ở tệp riêng không")
        else:
            yield broken(appendix.word, seen, f"“{wanted}”")


def _others_named(case: Case, number: str) -> bool:
    """Whether the text names other appendices than the only one in the file."""
    return bool(_named(_whole_text(case)) - {_rank(number)})


@about("PL03", "appendices")
def appendix_word(case: Case) -> Iterator[Seen]:
    """ "Phụ lục I" on a line of its own, centred, small letters, bold, size 14 (PL I.III.1.b)."""
    words = [appendix.word for appendix in case.parts.appendices]
    yield from sizes(words, case.format.components["phu_luc"].size)
    look = look_of(case, "phu_luc")
    yield from faces(words, bold=look.bold, italic=look.italic)
    for appendix in case.parts.appendices:
        yield from _in_small_letters(case, appendix.word)
        yield from placed(case, "phu_luc", [appendix.word], _axis(appendix))
        text = plain(appendix.word.text)
        rest = _WORDS.sub("", text, count=1).strip(" .:-–")
        if rest and _WORDS.match(text):
            yield broken(appendix.word, f"“{rest[:30]}” viết liền sau Phụ lục", "trên một dòng riêng")


def _in_small_letters(case: Case, line: Line) -> Iterator[Seen]:
    """Whether the words of the decree are not in capitals; typed so they are typed anew."""
    right, capitals = parameter(case, "tu"), look_of(case, "phu_luc").capitals
    if (
        not capitals
        and line.text.startswith(right.upper())
        and not any(span.face.caps for span in line.spans)
    ):
        yield broken(line, "in hoa", "in thường", [replaced(line, 0, len(right), right)])
    else:
        yield from cases([line], upper=capitals)


@about("PL04", "appendices")
def appendix_title(case: Case) -> Iterator[Seen]:
    """The title is centred, in capitals, bold, 13 to 14 (PL I.III.1.b)."""
    for appendix in case.parts.appendices:
        if not appendix.title:
            yield broken(
                appendix.word, "phụ lục chưa có tên", "tên phụ lục ở dòng dưới, canh giữa, in hoa, đậm"
            )
            continue
        yield from sizes(appendix.title, case.format.components["phu_luc_ten"].size)
        yield from dressed(case, "phu_luc_ten", appendix.title)
        yield from placed(case, "phu_luc_ten", appendix.title, _axis(appendix))


@about("PL05", "appendices")
def appendix_reference(case: Case) -> Iterator[Seen]:
    """ "(Kèm theo …)" centred, italic, in brackets, 13 to 14 (PL I.III.1.c)."""
    low, high = (Pt(size) for size in case.text.parameters["co"])
    size = Setting(Pt(case.text.parameters["chon"]), low, high, case.text.clause)
    for appendix in case.parts.appendices:
        lines = appendix.reference
        if not lines:
            yield broken(
                appendix.word, "không có dòng (Kèm theo …)", "dưới tên phụ lục có dòng “(Kèm theo …)”"
            )
            continue
        yield from sizes(lines, size)
        yield from told_faces(case, lines)
        yield from centred(lines, _axis(appendix))
        yield _in_brackets(case, lines)
        yield from _other_than_head(case, lines)


def _in_brackets(case: Case, lines: Sequence[Line]) -> Seen:
    text = plain(" ".join(line.text for line in lines))
    if re.match(parameter(case, "mau"), text):
        return held(lines[0])
    mends: list[Mend] = []
    if not text.endswith(")"):
        mends.append(_inserted(lines[-1], len(lines[-1].text), ")"))
    if not text.startswith("("):
        mends.append(_inserted(lines[0], 0, "("))
    return broken(lines[0], f"“{text[:40]}”", "đặt trong ngoặc đơn, bắt đầu bằng “(Kèm theo”", mends)


def _other_than_head(case: Case, lines: Sequence[Line]) -> Iterator[Seen]:
    """Whether number and date of the line are typed otherwise than those above the document."""
    text, head = (plain(" ".join(line.text for line in found)) for found in (lines, case.parts.so_ky_hieu))
    number = re.compile(parameter(case, "so"))
    here, there = number.search(text), number.search(head)
    if here and there and here[1] != there[1]:
        look_at = f"xem có đúng là văn bản này không; đầu văn bản ghi “{there[0]}”"
        yield unsure(lines[0], f"“{here[0]}”", look_at)
    dates = re.compile(parameter(case, "ngay"))
    day, issued = (
        dates.search(text),
        dates.search(plain(" ".join(one.text for one in case.parts.dia_danh_ngay))),
    )
    if day and issued and [int(one) for one in day.groups()] != [int(one) for one in issued.groups()]:
        look_at = f"xem có đúng là văn bản này không; đầu văn bản ghi “{issued[0]}”"
        yield unsure(lines[0], f"“{day[0]}”", look_at)


def _inserted(line: Line, at: int, new: str) -> Retype:
    return Retype(line.paragraph, place_of(line) + at, "", new)


@about("PL06", "appendices")
def appendix_blanks(case: Case) -> Iterator[Seen]:
    """In a document issued as a file number and date of the line stay empty (PL I.III.1.c)."""
    filled = re.compile(parameter(case, "da_dien"))
    for appendix in case.parts.appendices:
        text = plain(" ".join(line.text for line in appendix.reference))
        if not text or case.electronic is False:
            continue
        line = appendix.reference[0]
        if not filled.search(text):
            yield held(line)
        elif case.electronic:
            yield broken(line, "đã điền số, ngày tháng", "để trống số và ngày tháng")
        else:
            look_at = "nếu phát hành bản điện tử thì để trống số và ngày tháng"
            yield unsure(line, "đã điền số, ngày tháng", look_at)


def _axis(appendix: Appendix) -> Length | None:
    """The middle of the text on the pages of an appendix."""
    box = appendix.section.text_box
    return None if box.left is None or box.right is None else Length((box.left + box.right) // 2)
