"""Rules of the running text: size, alignment, spacing, its end (PL I.II.6.e). `indents` has its indents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from baocao.conformance.case import Case, Seen
from baocao.conformance.mends import DropBlank, Retype, SetLook
from baocao.conformance.paper import Paragraph, Table
from baocao.conformance.rules import wording
from baocao.conformance.rules.kit import (
    about,
    broken,
    faced,
    held,
    look_of,
    parameter,
    plain,
    sizes,
    unsure,
    worded,
)
from baocao.conformance.rules.running import body_size, ended, is_one_line, neighbours, running
from baocao.conformance.rules.spacing import gap_between, line_spacing
from baocao.formats import Align, Pt

_GAP_TOLERANCE = Pt(0.1)
_LINES_TOLERANCE = 0.02
_BLANKS = re.compile(r"(?<=\S)(?:[ \u00a0]{2,}|[ \u00a0]*\t\s*)(?=\S)")
_NUMBER_IN_FRONT = re.compile(r"\s*(?:\w{1,5}[.)/]|[-–+•*])\Z")


@about("ND01", "than_bai")
def body_sizes(case: Case) -> Iterator[Seen]:
    """The text has one size, 13 to 14 (PL I.II.6.e); what comes out of another file has not been read."""
    for above in case.paper.chunks:
        yield unsure(above, "tệp có phần chèn từ tệp khác chưa soát được", "mở bằng Word, lưu lại rồi soát")
    wanted = body_size(case)
    for paragraph in running(case):
        yield from sizes([paragraph], wanted, label=any(map(str.isalnum, paragraph.label)))
    for paragraph in case.parts.prose:
        if _all_raised(paragraph):
            seen = "cả đoạn là chữ nhỏ nâng lên hoặc hạ xuống (chỉ số trên, chỉ số dưới)"
            yield broken(paragraph, seen, "chữ thường trên dòng")


def _all_raised(paragraph: Paragraph) -> bool:
    """Whether words are printed as if they were marks of notes, at two thirds of their size."""
    letters = [span for span in paragraph.spans if any(map(str.isalpha, span.text))]
    marks = bool(letters) and all(span.face.raised or span.face.lowered for span in letters)
    return marks and len(paragraph.text.split()) > 1


@about("ND02", "than_bai")
def justified(case: Case) -> Iterator[Seen]:
    """The text is justified; on one line a left-aligned paragraph prints the same (PL I.II.6.e)."""
    alone, right = re.compile(parameter(case, "giua_dong")), look_of(case, "than_bai").align
    for paragraph in running(case):
        align, short = paragraph.look.align, is_one_line(paragraph)
        if alone.match(plain(paragraph.text)):
            continue
        seen, wanted = wording.ALIGNED[align], wording.ALIGNED[right]
        if paragraph.look.spread and align is right:
            apart = "chữ giãn đều ra hai lề (Distributed)"
            yield broken(paragraph, apart, wanted, [SetLook(paragraph, align=right)])
        elif align is right or (short and {align, right} == {Align.LEFT, Align.JUSTIFY}):
            yield held(paragraph)
        elif short:
            yield unsure(paragraph, seen, "xem dòng này là nội dung (canh đều hai bên) hay là tiêu đề")
        else:
            yield broken(paragraph, seen, wanted, [SetLook(paragraph, align=right)])


@about("ND03", "than_bai")
def upright(case: Case) -> Iterator[Seen]:
    """No whole paragraph is italic or bold (PL I.II.6.e)."""
    look, numbered = look_of(case, "than_bai"), {id(heading.paragraph) for heading in case.parts.headings}
    for paragraph in running(case):
        if look.bold or look.italic or look.capitals:
            yield from faced(case, "than_bai", [paragraph])
            continue
        spans = worded(paragraph)
        italic = all(span.face.italic for span in spans) and not paragraph.text.lstrip().startswith("(")
        bold = all(span.face.bold for span in spans) and not is_one_line(paragraph)
        bold = bold and id(paragraph) not in numbered
        words = ["nghiêng cả đoạn"] * italic + ["đậm cả đoạn"] * bold
        yield broken(paragraph, ", ".join(words), "chữ đứng, không đậm") if words else held(paragraph)


@about("ND05", "than_bai")
def paragraph_gaps(case: Case) -> Iterator[Seen]:
    """At least 6 pt between two paragraphs (PL I.II.6.e)."""
    setting = case.format.paragraph_gap
    for upper, lower in neighbours(case):
        gap = gap_between(case, upper, lower)
        if gap is None and upper.label and lower.label:
            yield unsure(lower, "khoảng cách do Word tự đặt", "xem hai đoạn có cách nhau đủ 6 pt không")
        elif gap is None or setting.permits(gap, _GAP_TOLERANCE):
            yield held(lower)
        else:
            same = lower.look.contextual or upper.look.contextual
            why = " (đang bỏ khoảng cách giữa các đoạn cùng kiểu)" if same else ""
            seen = f"cách đoạn trên {wording.figure(gap.pt)} pt{why}"
            mend = SetLook(lower, before=setting.chosen, contextual=False)
            yield broken(lower, seen, f"cách đoạn trên {wording.point_range(setting)}", [mend])


@about("ND06", "than_bai")
def line_spacings(case: Case) -> Iterator[Seen]:
    """Lines stand single to 1.5 lines apart (PL I.II.6.e)."""
    share = case.format.line_spacing
    aside = {id(paragraph) for paragraph in case.parts.captions}
    for paragraph in case.parts.than_bai:
        if id(paragraph) in aside or not worded(paragraph):
            continue
        lines = _lines_apart(case, paragraph)
        if share.minimum - _LINES_TOLERANCE <= lines <= share.maximum + _LINES_TOLERANCE:
            yield held(paragraph)
        else:
            wanted = f"{wording.figure(share.minimum)} đến {wording.figure(share.maximum)} dòng"
            seen = f"giãn dòng {wording.figure(lines, 2)}{_exactly(paragraph)}"
            yield broken(paragraph, seen, wanted, [SetLook(paragraph, lines=share.chosen)])


def _lines_apart(case: Case, paragraph: Paragraph) -> float:
    """Its line spacing; letters larger than the text may be do not count, another rule tells of them."""
    largest = case.format.components["than_bai"].size.maximum
    lines, tallest = line_spacing(paragraph), max(span.face.size for span in worded(paragraph))
    if paragraph.look.line_rule != "exact" or largest is None or tallest <= largest.pt:
        return lines
    return lines * tallest / largest.pt


def _exactly(paragraph: Paragraph) -> str:
    exact = paragraph.look.line_rule == "exact"
    return f" (đúng {wording.figure(paragraph.look.line / 20)} pt)" if exact else ""


@about("ND07", "than_bai")
def end_of_text(case: Case) -> Iterator[Seen]:
    """The text ends with "./." (PL III, form 1.4)."""
    body = [one for one in case.parts.than_bai if worded(one) and one not in case.parts.captions]
    if not body or _table_after(case, body[-1]):
        return
    last, mark = body[-1], parameter(case, "cuoi")
    text = plain(last.text)
    if text.endswith(mark):
        yield held(last)
    elif case.parts.quyen_han or case.parts.nguoi_ky or case.parts.noi_nhan_tu:
        seen = f"kết thúc bằng “{_last_words(text)}”"
        yield broken(last, seen, f"kết thúc bằng “{mark}”", ended(last, mark))
    else:
        yield unsure(last, "không thấy khối ký", f"xem nội dung có kết thúc bằng “{mark}” không")


def _table_after(case: Case, last: Paragraph) -> bool:
    """Whether a table of figures ends the text."""
    tables = {id(table) for table in case.parts.data_tables}
    appended = {id(block) for one in case.parts.appendices for block in one.blocks}
    blocks = case.paper.blocks
    at = next((place for place, block in enumerate(blocks) if block is last), len(blocks))
    for block in blocks[at + 1 :]:
        if isinstance(block, Table):
            return id(block) in tables and id(block) not in appended
    return False


@about("ND08", "than_bai")
def nothing_blank(case: Case) -> Iterator[Seen]:
    """No empty paragraphs, no runs of blanks and no tabs place the text (practice)."""
    beside = _beside_captions(case)
    for blank in case.parts.blanks:
        if not blank.breaks and id(blank) not in beside:
            wanted = "không có đoạn trống; khoảng cách đoạn đặt ở Đoạn văn (Paragraph)"
            yield broken(blank, "đoạn trống", wanted, [DropBlank(blank)])
    to_fill = re.compile(parameter(case, "cho_trong"))
    for paragraph in case.parts.than_bai:
        text = paragraph.text
        runs = [one for one in _BLANKS.finditer(text) if not _is_meant(text, one, to_fill)]
        if not runs:
            yield held(paragraph)
            continue
        tabs = any("\t" in one[0] for one in runs)
        mends = [Retype(paragraph, one.start(), one[0], " ") for one in runs]
        seen = f"dấu {'Tab' if tabs else 'cách thừa'} sau “{_last_words(text[: runs[0].start()])}”"
        yield broken(paragraph, seen, "một dấu cách", mends, runs[0].start(), runs[-1].end())


def _beside_captions(case: Case) -> set[int]:
    """The empty paragraphs next to the title of a table or the line that says what it counts in."""
    captions = {id(paragraph) for paragraph in case.parts.captions}
    found = set()
    for upper, lower in pairwise(case.paper.blocks):
        found |= {id(lower)} if id(upper) in captions else set()
        found |= {id(upper)} if id(lower) in captions else set()
    return found


def _last_words(text: str) -> str:
    """The last words of a text, for a person to find the place."""
    return " ".join(text.split()[-4:])


def _is_meant(text: str, found: re.Match[str], to_fill: re.Pattern[str]) -> bool:
    """Whether the blanks are left to be filled in, or stand behind the typed number of the paragraph."""
    before = text[: found.start()]
    behind = text[found.end() :]
    numbered = "\t" in found[0] and _NUMBER_IN_FRONT.match(before) is not None
    return numbered or to_fill.search(before) is not None or behind[:1] in "/….…_"
