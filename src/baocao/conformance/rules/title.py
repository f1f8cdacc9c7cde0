"""Tên loại and trích yếu, also that of a letter (PL I.II.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from baocao.conformance.case import Case, Seen
from baocao.conformance.components.stream import readable
from baocao.conformance.components.words import words
from baocao.conformance.mends import DropBlank, SetFace
from baocao.conformance.paper import Line, Paragraph
from baocao.conformance.rules.agencies import axis_of
from baocao.conformance.rules.drawn import rule_below
from baocao.conformance.rules.kit import (
    about,
    all_capitals,
    broken,
    cases,
    dressed,
    faces,
    headless,
    held,
    look_of,
    parameter,
    parameters,
    plain,
    reading_of,
    replaced,
    setting_of,
    sizes,
    told_faces,
    unsure,
    worded,
)
from baocao.conformance.rules.places import centred, column_middle, middle, placed
from baocao.formats import Length


def _is_letter(case: Case) -> bool:
    return case.parts.kind.name == words().letter.name


@about("TL01", "ten_loai")
def known_type(case: Case) -> Iterator[Seen]:
    """One of the types of Điều 7; words after it belong to the subject."""
    lines, kind = case.parts.ten_loai, case.parts.kind.name
    if not lines:
        if not _is_letter(case) and not headless(case):
            yield broken(None, "không có tên loại văn bản", "tên loại văn bản, ví dụ BÁO CÁO")
        return
    said = plain(" ".join(map(readable, lines)))
    if kind and said.lower() == kind:
        yield held(lines[0])
    elif said.lower() in parameters(case, "chi_nhac"):
        look = f"tên loại ở Điều 7 là «{kind.upper()}»; xem phần chữ sau đó có đưa xuống trích yếu không"
        yield unsure(lines[0], f"«{said}»", look)
    elif joined(case):
        wanted = f"«{kind.upper()}» ở một dòng riêng, phần sau xuống dòng làm trích yếu"
        yield broken(lines[0], f"«{said}» viết liền", wanted)
    else:
        wanted = f"«{kind.upper()}»" if kind else "một tên loại nêu ở Điều 7"
        yield broken(lines[0], f"«{said}»", wanted)


def joined(case: Case) -> bool:
    """Whether the subject runs on behind the type on the same line."""
    said, kind = plain(" ".join(map(readable, case.parts.ten_loai))).lower(), case.parts.kind.name
    return bool(kind) and said.startswith(f"{kind} ")


@about("TL02", "ten_loai")
def type_face(case: Case) -> Iterator[Seen]:
    """The type is in capitals, upright and bold."""
    yield from dressed(case, "ten_loai", case.parts.ten_loai)


@about("TL03", "ten_loai")
def type_size(case: Case) -> Iterator[Seen]:
    """The size of the type."""
    return sizes(case.parts.ten_loai, case.format.components["ten_loai"].size)


@about("TL04", "ten_loai")
def type_centred(case: Case) -> Iterator[Seen]:
    """The type stands in the middle of the text."""
    lines = case.parts.ten_loai
    return placed(case, "ten_loai", lines, _middle_of_text(case, lines), "canh giữa trang")


def _middle_of_text(case: Case, lines: Sequence[Line]) -> Length | None:
    for line in lines:
        if line.paragraph.cell is None and not line.paragraph.boxed:
            return column_middle(line.paragraph)
    box = case.paper.sections[0].text_box
    return None if box.left is None or box.right is None else Length((box.left + box.right) // 2)


@about("TY01", "trich_yeu", "ten_loai")
def subject_below_type(case: Case) -> Iterator[Seen]:
    """The subject stands directly below the type."""
    types, subject, kind = case.parts.ten_loai, case.parts.trich_yeu, case.parts.kind.name
    if not types or kind in parameters(case, "khong_trich_yeu"):
        return
    if not subject and not joined(case):
        yield broken(types[-1], "không có trích yếu", "trích yếu ngay dưới tên loại")
    if not subject:
        return
    yield from placed(case, "trich_yeu", subject, _middle_of_text(case, subject), "canh giữa dưới tên loại")
    between = _between(case, types[-1].paragraph, subject[0].paragraph)
    blanks = [paragraph for paragraph in between if paragraph.blank]
    if not between:
        yield held(subject[0])
    elif len(blanks) == len(between):
        seen = f"cách tên loại {len(blanks)} dòng trống"
        yield broken(subject[0], seen, "ngay dưới tên loại", map(DropBlank, blanks))
    else:
        yield broken(subject[0], "không ở ngay dưới tên loại", "ngay dưới tên loại")


def _between(case: Case, above: Paragraph, below: Paragraph) -> list[Paragraph]:
    found: list[Paragraph] = []
    inside = False
    for paragraph in case.paper.paragraphs:
        if paragraph is below:
            return found
        if inside:
            found.append(paragraph)
        inside = inside or paragraph is above
    return []


@about("TY02", "trich_yeu")
def subject_face(case: Case) -> Iterator[Seen]:
    """The subject is upright, bold and in small letters."""
    look, lines = look_of(case, "trich_yeu"), case.parts.trich_yeu
    yield from faces(lines, bold=look.bold, italic=look.italic)
    yield from cases(lines, upper=True) if look.capitals else small_letters(lines)


def small_letters(lines: Sequence[Line]) -> Iterator[Seen]:
    """Lines that belong together are not all in capitals; one of them alone may be abbreviations only."""
    if not lines:
        return
    spans = tuple(span for line in lines for span in worded(line))
    if not all_capitals(" ".join(span.text.strip() for span in spans)):
        yield held(lines[0])
        return
    by_face = all(span.face.caps for span in spans)
    yield broken(lines[0], "in hoa", "in thường", [SetFace(spans=spans, caps=False)] if by_face else [])


@about("TY03", "trich_yeu")
def subject_size(case: Case) -> Iterator[Seen]:
    """The size of the subject."""
    return sizes(case.parts.trich_yeu, case.format.components["trich_yeu"].size)


@about("TY04", "trich_yeu")
def subject_rule(case: Case) -> Iterator[Seen]:
    """A solid rule of a third to half the line stands below the subject."""
    return rule_below(case, "trich_yeu", case.parts.trich_yeu, case.format.rules.short)


@about("TY05", "trich_yeu")
def subject_without_about(case: Case) -> Iterator[Seen]:
    """ "V/v" is for letters: the subject of a named type has none."""
    pattern = re.compile(parameter(case, "mau"), re.IGNORECASE)
    for line in case.parts.trich_yeu[:1]:
        found = pattern.match(readable(line))
        yield held(line) if found is None else broken(line, f"«{found[0].strip()}»", "không ghi «V/v»")


@about("TY06", "trich_yeu")
def subject_without_stop(case: Case) -> Iterator[Seen]:
    """The subject does not end with a full stop."""
    for line in case.parts.trich_yeu[-1:]:
        text, typable = reading_of(line)
        if not text.endswith(".") or text.endswith(("..", "…")):
            yield held(line)
            continue
        mends = [replaced(line, len(text) - 1, len(text), "")] if typable else []
        yield broken(line, "có dấu chấm ở cuối", "không có dấu chấm ở cuối", mends)


@about("TY11", "trich_yeu_cong_van")
def subject_of_letter(case: Case) -> Iterator[Seen]:
    """A letter says what it is about: "V/v …" below its number."""
    if not _is_letter(case):
        return
    lines, start = case.parts.trich_yeu_cong_van, parameter(case, "mo_dau")
    if not lines:
        yield broken(None, "không có trích yếu công văn", f"«{start} …» dưới số, ký hiệu")
    elif plain(readable(lines[0])).startswith(start):
        yield held(lines[0])
    else:
        yield broken(lines[0], f"«{plain(readable(lines[0]))[:30]}»", f"mở đầu bằng «{start}»")


@about("TY12", "trich_yeu_cong_van")
def letter_subject_size(case: Case) -> Iterator[Seen]:
    """The size of a letter's subject."""
    return sizes(case.parts.trich_yeu_cong_van, setting_of(case, "co"))


@about("TY13", "trich_yeu_cong_van")
def letter_subject_face(case: Case) -> Iterator[Seen]:
    """A letter's subject is upright, not bold, in small letters."""
    lines = case.parts.trich_yeu_cong_van
    yield from told_faces(case, lines)
    yield from small_letters(lines)


@about("TY14", "trich_yeu_cong_van", "so_ky_hieu", "co_quan")
def letter_subject_centred(case: Case) -> Iterator[Seen]:
    """A letter's subject stands in the middle below its number."""
    above = (*case.parts.chu_quan, *case.parts.co_quan, *case.parts.so_ky_hieu)
    axis = axis_of(above)
    if axis is None and above:
        axis = middle(above[-1])
    return centred(case.parts.trich_yeu_cong_van, axis, "canh giữa dưới số, ký hiệu")
