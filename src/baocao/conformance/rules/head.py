"""Quốc hiệu and Tiêu ngữ (PL I.II.1)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from baocao.conformance.case import Case, Seen, State
from baocao.conformance.components.stream import readable
from baocao.conformance.components.words import fold, words
from baocao.conformance.mends import DropBlank, SetFace
from baocao.conformance.paper import Line, Paragraph, Story
from baocao.conformance.reading.lines import printed_widths
from baocao.conformance.rules import tolerances, wording
from baocao.conformance.rules.drawn import rule_below
from baocao.conformance.rules.kit import (
    about,
    all_capitals,
    broken,
    cases,
    faces,
    headless,
    held,
    look_of,
    plain,
    reading_of,
    retyped,
    sizes,
    unsure,
)
from baocao.conformance.rules.places import (
    column_middle,
    head_columns,
    middle,
    placed,
)
from baocao.conformance.rules.spacing import single_spaced
from baocao.formats import Align, Pt

_APART = "tách thành tệp riêng rồi soát"


def _alike(case: Case, text: str) -> str:
    """A text with the ways of writing that count as the same put right ("HOÀ" as "HÒA")."""
    same: Mapping[str, str] = case.text.parameters.get("coi_nhu", {})
    for other, one in same.items():
        text = text.replace(unicodedata.normalize("NFC", other), one)
    return plain(text)


def _said(lines: Sequence[Line]) -> str:
    return plain(" ".join(map(readable, lines)))


@about("QH01", "quoc_hieu")
def national_name(case: Case) -> Iterator[Seen]:
    """The words of Quốc hiệu, capitals are asked by QH02; a further document that begins with one."""
    for number in case.parts.others:
        yield unsure(number, f"từ «{plain(readable(number))}» là một văn bản khác, chưa soát", _APART)
    if headless(case):
        seen = "không có phần đầu văn bản"
        yield broken(None, seen, "Quốc hiệu, Tiêu ngữ, tên cơ quan, số và ký hiệu, địa danh và thời gian")
        return
    wanted = case.format.components["quoc_hieu"].text
    yield from _fixed(case, "quoc_hieu", case.parts.quoc_hieu, wanted, "không có Quốc hiệu", any_case=True)


@about("TN01", "tieu_ngu")
def motto(case: Case) -> Iterator[Seen]:
    """The words of Tiêu ngữ with hyphens between blanks; all in capitals is asked by TN03."""
    wanted = case.format.components["tieu_ngu"].text
    lines = case.parts.tieu_ngu
    any_case = all_capitals(_said(lines))
    yield from _fixed(case, "tieu_ngu", lines, wanted, "không có Tiêu ngữ", any_case=any_case)


def _fixed(
    case: Case, key: str, lines: Sequence[Line], wanted: str, missing: str, *, any_case: bool
) -> Iterator[Seen]:
    if not lines:
        if headless(case):
            return
        doubt = case.parts.unsure.get(key)
        yield unsure(None, missing, doubt) if doubt else broken(None, missing, f"«{wanted}»")
        return
    said = _alike(case, _said(lines))
    right = said.upper() == wanted.upper() if any_case else said == wanted
    typable = len(lines) == 1 and reading_of(lines[0])[1]
    if right and typable and "  " in lines[0].text:
        yield broken(lines[0], "có hai dấu cách liền nhau", "một dấu cách", [retyped(lines[0], said)])
        return
    if right:
        yield held(lines[0])
        return
    new = wanted.upper() if any_case and said == said.upper() else wanted
    yield broken(lines[0], f"«{said}»", f"«{wanted}»", [retyped(lines[0], new)] if typable else [])


@about("QH02", "quoc_hieu")
def national_name_capitals(case: Case) -> Iterator[Seen]:
    """Quốc hiệu is printed in capitals."""
    return cases(case.parts.quoc_hieu, upper=look_of(case, "quoc_hieu").capitals)


@about("QH03", "quoc_hieu")
def national_name_size(case: Case) -> Iterator[Seen]:
    """The size of Quốc hiệu."""
    return sizes(case.parts.quoc_hieu, case.format.components["quoc_hieu"].size)


@about("QH04", "quoc_hieu")
def national_name_face(case: Case) -> Iterator[Seen]:
    """Quốc hiệu is upright and bold."""
    look = case.format.components["quoc_hieu"]
    return faces(case.parts.quoc_hieu, bold=look.bold, italic=look.italic)


@about("QH05", "quoc_hieu")
def national_name_place(case: Case) -> Iterator[Seen]:
    """Quốc hiệu stands on top of page one, to the right; only stamps may stand above."""
    for line in case.parts.quoc_hieu[:1]:
        yield _first_on_page(case, line)
        yield _on_the_right(case, line)


def _first_on_page(case: Case, line: Line) -> Seen:
    wanted = "trên cùng trang đầu"
    paragraph = line.paragraph
    if paragraph.story is Story.HEADER:
        repeated = not case.paper.sections[0].title_page and len(case.paper.sections) == 1
        return broken(line, "ở đầu mọi trang", "chỉ ở trang đầu") if repeated else held(line)
    above = _above(case, line)
    if above is None:
        blanks = _blanks_above(line)
        seen = f"phía trên có {len(blanks)} dòng trống"
        return broken(line, seen, wanted, map(DropBlank, blanks)) if blanks else held(line)
    if paragraph.boxed or above.paragraph.boxed:
        seen = f"trong khung chữ, trước đó có «{_short(above.text)}»"
        return unsure(line, seen, f"xem Quốc hiệu có ở {wanted} không")
    return broken(line, f"phía trên có dòng «{_short(above.text)}»", wanted)


def _above(case: Case, line: Line) -> Line | None:
    """The first line printed above Quốc hiệu that is no stamp and no mark of a draft or a copy."""
    parts = case.parts
    stamps = {id(item) for item in (*parts.urgency, *parts.circulation, *parts.secrecy)}
    for paragraph in case.paper.paragraphs:
        for other in paragraph.lines:
            if other is line or paragraph is line.paragraph or other.row >= line.row:
                return None
            if id(other) not in stamps and not words().noise.match(fold(other.text)):
                return other
    return None


def _blanks_above(line: Line) -> list[Paragraph]:
    """The empty paragraphs above Quốc hiệu in its cell."""
    blocks = line.paragraph.cell.blocks if line.paragraph.cell else []
    above = blocks[: blocks.index(line.paragraph)] if line.paragraph in blocks else []
    return [block for block in above if isinstance(block, Paragraph) and block.blank]


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40].rstrip() + "…"


def _on_the_right(case: Case, line: Line) -> Seen:
    at, half = middle(line), case.paper.sections[0].width / 2
    if at is None and line.paragraph.cell is not None:
        at = column_middle(line.paragraph)
    if at is None:
        return unsure(line, "không đo được chỗ đứng", "xem Quốc hiệu có ở bên phải trang không")
    if at >= half + tolerances.RIGHT_HALF:
        return held(line)
    return broken(
        line,
        "ở giữa trang" if at > half - tolerances.RIGHT_EDGE else "ở bên trái trang",
        "bên phải trang đầu",
    )


@about("QH06", "quoc_hieu")
def national_name_one_line(case: Case) -> Iterator[Seen]:
    """Quốc hiệu fits on one line."""
    lines = case.parts.quoc_hieu
    count = sum(len(printed_widths(line)) for line in lines)
    if lines:
        wider = head_columns(case, lines[0])
        yield held(lines[0]) if count == 1 else broken(lines[0], f"{count} dòng", "một dòng", wider)


@about("TN02", "tieu_ngu")
def motto_size(case: Case) -> Iterator[Seen]:
    """The size of Tiêu ngữ."""
    return sizes(case.parts.tieu_ngu, case.format.components["tieu_ngu"].size)


@about("TN03", "tieu_ngu")
def motto_face(case: Case) -> Iterator[Seen]:
    """Tiêu ngữ is upright, bold and in small letters."""
    look, lines = case.format.components["tieu_ngu"], case.parts.tieu_ngu
    yield from faces(lines, bold=look.bold, italic=look.italic)
    for seen in cases(lines, upper=look.capitals):
        fixable = seen.state is State.BROKEN and not seen.mends and len(lines) == 1
        typed = (
            fixable and _alike(case, _said(lines)).upper() == look.text.upper() and reading_of(lines[0])[1]
        )
        yield replace(seen, mends=(retyped(lines[0], look.text),)) if typed else seen


@about("TN04", "tieu_ngu", "quoc_hieu")
def motto_centred(case: Case) -> Iterator[Seen]:
    """Tiêu ngữ stands in the middle below Quốc hiệu."""
    names, lines = case.parts.quoc_hieu, case.parts.tieu_ngu
    above, own = (middle(one[0]) if one else None for one in (names, lines))
    both_centred = {look_of(case, key).align for key in ("quoc_hieu", "tieu_ngu")} == {Align.CENTER}
    if both_centred and above is not None and own is not None and abs(above - own) <= tolerances.AXIS:
        yield held(lines[0])
        return
    in_column = [line for line in names if line.paragraph.cell is not None or line.paragraph.boxed]
    axis = column_middle(in_column[0].paragraph) if in_column else above
    yield from placed(case, "quoc_hieu", in_column, axis)
    yield from placed(case, "tieu_ngu", lines, axis, "canh giữa dưới Quốc hiệu")


@about("TN05", "tieu_ngu")
def motto_rule(case: Case) -> Iterator[Seen]:
    """A solid rule as long as Tiêu ngữ stands below it."""
    return rule_below(case, "tieu_ngu", case.parts.tieu_ngu, case.format.rules.full)


@about("TN06", "tieu_ngu", "quoc_hieu")
def motto_close(case: Case) -> Iterator[Seen]:
    """Quốc hiệu and Tiêu ngữ follow each other at single line spacing."""
    if case.parts.quoc_hieu and case.parts.tieu_ngu:
        yield from single_spaced(case, (*case.parts.quoc_hieu, *case.parts.tieu_ngu))


@about("SZ01", "quoc_hieu", "tieu_ngu")
def sizes_move_together(case: Case) -> Iterator[Seen]:
    """Tiêu ngữ is larger than Quốc hiệu by what their chosen sizes differ: 12 with 13, 13 with 14."""
    looks = case.format.components
    step = looks["tieu_ngu"].size.chosen.pt - looks["quoc_hieu"].size.chosen.pt
    name, words = (_size(lines) for lines in (case.parts.quoc_hieu, case.parts.tieu_ngu))
    if name is None or words is None or not looks["quoc_hieu"].size.permits(Pt(name), 1):
        return
    if abs(words - name - step) < 0.1 or not looks["tieu_ngu"].size.permits(Pt(words), 1):
        yield held(case.parts.tieu_ngu[0])
    else:
        seen = f"Quốc hiệu {wording.points(name)}, Tiêu ngữ {wording.points(words)}"
        spans = tuple(span for line in case.parts.tieu_ngu for span in line.spans)
        mend = SetFace(spans=spans, size=name + step)
        yield broken(case.parts.tieu_ngu[0], seen, f"Tiêu ngữ {wording.points(name + step)}", [mend])


def _size(lines: Sequence[Line]) -> float | None:
    found = {span.face.size for line in lines for span in line.spans}
    return found.pop() if len(found) == 1 else None
