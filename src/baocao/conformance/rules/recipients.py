"""Rules of Nơi nhận and of the drafter's code below it (PL I.II.9; PL I.III.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from baocao.conformance.case import Case, Seen
from baocao.conformance.paper import Line
from baocao.conformance.rules.addressed import dashed, stopped
from baocao.conformance.rules.kit import (
    about,
    broken,
    faced,
    held,
    look_of,
    parameter,
    parameters,
    place_of,
    plain,
    replaced,
    retyped,
    sizes,
    unsure,
)
from baocao.conformance.rules.places import aligned
from baocao.conformance.rules.recipient_place import to_left
from baocao.conformance.rules.running import cut
from baocao.formats import Align, Mm, Pt

_SIGNS = (".", ";", ",")


@dataclass(frozen=True, slots=True)
class Item:
    """A recipient: its lines; text: all of them, without the dash; printed: with it."""

    lines: tuple[Line, ...]
    text: str

    @property
    def printed(self) -> str:
        """As it stands on paper."""
        first = self.lines[0]
        label = first.paragraph.label if first.paragraph.lines[:1] == (first,) else ""
        return plain(" ".join((label, *(line.text for line in self.lines))))


def items(case: Case) -> list[Item]:
    """The recipients without the drafter's code. A line without a dash below one without its end goes on."""
    groups: list[list[Line]] = []
    for line in case.parts.noi_nhan:
        goes_on = groups and not _has_dash(case, line) and not groups[-1][-1].text.rstrip().endswith(_SIGNS)
        if goes_on:
            groups[-1].append(line)
        elif not (groups and _is_code(case, line.text)):
            groups.append([line])
    return [Item(tuple(group), _text(case, group)) for group in groups]


def _has_dash(case: Case, line: Line) -> bool:
    starts = line.paragraph.lines[:1] == (line,)
    return bool(line.paragraph.label and starts) or bool(re.match(parameter(case, "gach_khac"), line.text))


def _text(case: Case, lines: list[Line]) -> str:
    text = re.sub(parameter(case, "gach_khac"), "", plain(" ".join(line.text for line in lines)), count=1)
    return re.sub(rf"(?<=[.;,])\s*{parameter(case, 'ky_hieu')}", "", text)


def _is_code(case: Case, text: str) -> bool:
    return re.fullmatch(parameter(case, "ky_hieu"), plain(text)) is not None


@about("NN01", "noi_nhan_tu", "noi_nhan")
def recipients_word(case: Case) -> Iterator[Seen]:
    """ "Nơi nhận:" on a line of its own (PL I.II.9.d)."""
    wanted = case.format.components["noi_nhan_tu"].text
    if not case.parts.noi_nhan_tu:
        head = case.parts.quoc_hieu or case.parts.so_ky_hieu or case.parts.quyen_han
        where = next(iter((*case.parts.quyen_han, *case.parts.nguoi_ky)), None)
        if head:
            yield broken(where, "không có Nơi nhận", f"có dòng “{wanted}”")
        else:
            yield unsure(None, "không thấy Nơi nhận", "xem tệp này có phải văn bản hành chính không")
        return
    line = case.parts.noi_nhan_tu[0]
    text = plain(line.text)
    if text == wanted:
        yield held(line)
    elif text.lower().startswith(wanted.lower()) and len(text) > len(wanted):
        yield broken(line, "viết liền với nơi nhận", f"“{wanted}” trên một dòng riêng")
    else:
        yield broken(line, f"“{text}”", f"“{wanted}”", [retyped(line, wanted)])


@about("NN02", "noi_nhan_tu")
def word_size(case: Case) -> Iterator[Seen]:
    """The words have size 12 (PL I.II.9.d)."""
    yield from sizes(case.parts.noi_nhan_tu, case.format.components["noi_nhan_tu"].size)


@about("NN03", "noi_nhan_tu")
def word_face(case: Case) -> Iterator[Seen]:
    """The words are bold italic (PL I.II.9.d)."""
    yield from faced(case, "noi_nhan_tu", case.parts.noi_nhan_tu)


@about("NN05", "noi_nhan")
def list_size(case: Case) -> Iterator[Seen]:
    """The list has size 11 (PL I.II.9.d)."""
    yield from sizes(case.parts.noi_nhan, case.format.components["noi_nhan_muc"].size, label=False)


@about("NN06", "noi_nhan")
def list_face(case: Case) -> Iterator[Seen]:
    """The list is upright and not bold (PL I.II.9.d)."""
    yield from faced(case, "noi_nhan_muc", case.parts.noi_nhan)


@about("NN07", "noi_nhan")
def list_form(case: Case) -> Iterator[Seen]:
    """Each recipient on a line with a dash flush left, ended with a semicolon (PL I.II.9.d)."""
    recipients = items(case)
    for item in recipients:
        first = item.lines[0]
        yield dashed(case, first)
        yield from _at_side(case, first)
        if item is not recipients[-1]:
            yield stopped(item.lines[-1], parameter(case, "giua"))


def _at_side(case: Case, line: Line) -> Iterator[Seen]:
    align = look_of(case, "noi_nhan_muc").align
    if align in (Align.LEFT, Align.JUSTIFY):
        yield _flush(line, float(case.text.parameters["thut_mm"]))
    else:
        yield from aligned([line], align)


def _flush(line: Line, tolerance: float) -> Seen:
    """Whether the line begins at the left side of its column."""
    look, paragraph = line.paragraph.look, line.paragraph
    indent = look.left + look.first_line
    typed = paragraph.text[:1].isspace() and paragraph.lines[:1] == (line,)
    if abs(indent) <= Mm(tolerance) and not typed and look.align.value in ("left", "both"):
        return held(line)
    return broken(line, "không sát lề trái", "gạch đầu dòng sát lề trái", to_left(paragraph))


@about("NN08", "noi_nhan")
def archive_line(case: Case) -> Iterator[Seen]:
    """The last line is "- Lưu: VT, …." (PL I.II.9.d)."""
    recipients = items(case)
    if not recipients:
        return
    last, form = recipients[-1], re.compile(parameter(case, "mau"))
    line = last.lines[-1]
    if form.match(last.text):
        yield held(line)
        return
    short = f"- {parameter(case, 'dang')}"
    wanted = f"“{short}.” hoặc “{short}, <đơn vị soạn thảo>.”"
    if not re.match(parameter(case, "luu"), last.text):
        yield broken(line, f"dòng cuối là “{last.printed}”", wanted)
        return
    typed = re.match(parameter(case, "go_sai"), last.text)
    mends = []
    if typed and len(last.lines) == 1:
        right = f"{parameter(case, 'dang')}{f', {typed[2]}' if typed[2] else ''}."
        at = line.text.find(last.text.split()[0])
        end = len(line.text) if line.text.rstrip().endswith(last.text) else -1
        mends = [retyped(line, line.text[:at] + right)] if end > 0 else []
    yield broken(line, f"“{last.printed}”", wanted, mends)


@about("NN09", "noi_nhan", "kinh_gui")
def as_above_first(case: Case) -> Iterator[Seen]:
    """With Kính gửi the first recipient is "Như trên" (PL I.II.9.b)."""
    recipients = items(case)
    if not (case.parts.kinh_gui and recipients):
        return
    words, line = parameter(case, "chu"), recipients[0].lines[0]
    if recipients[0].text.startswith(words):
        yield held(line)
        return
    typed = re.match(parameter(case, "go_sai"), recipients[0].text)
    at = line.text.lower().find(typed[0].lower()) if typed else -1
    mends = [replaced(line, at, at + len(typed[0]), words)] if typed and at >= 0 else []
    yield broken(line, f"mục đầu là “{recipients[0].printed}”", f"mục đầu là “- {words};”", mends)


@about("NN10", "noi_nhan", "kinh_gui")
def no_as_above(case: Case) -> Iterator[Seen]:
    """Without Kính gửi no recipient is "Như trên" (PL I.II.9.c)."""
    if case.parts.kinh_gui:
        return
    words, invited = parameter(case, "chu").lower(), _invites(case)
    for item in items(case):
        if item.text.lower().startswith(words) and invited:
            look_at = "xem “Như trên” có chỉ những nơi được mời nêu trong bài không"
            yield unsure(item.lines[0], f"“{item.printed}” mà không có Kính gửi", look_at)
        elif item.text.lower().startswith(words):
            wanted = "có Kính gửi, hoặc ghi tên nơi nhận thay cho “Như trên”"
            yield broken(item.lines[0], f"“{item.printed}” mà không có Kính gửi", wanted)
        else:
            yield held(item.lines[0])


def _invites(case: Case) -> bool:
    """Whether it names its guests in the text: an invitation ("trân trọng kính mời: …")."""
    if case.parts.kind.name not in parameters(case, "moi_trong_bai"):
        return False
    return any(parameter(case, "kinh_moi") in plain(one.text).lower() for one in case.parts.than_bai)


@about("NN11", "noi_nhan")
def drafter_code(case: Case) -> Iterator[Seen]:
    """The drafter's code in capitals, the copies in digits, size 11, upright (PL I.III.3)."""
    form = re.compile(rf"(?:^|(?<=[.;,]))\s*{parameter(case, 'ky_hieu')}")
    size = case.format.components["noi_nhan_muc"].size
    for line in (*case.parts.noi_nhan[-1:], *case.parts.drafter):
        found = form.search(line.text)
        if found is None:
            continue
        start = place_of(line)
        spans = cut(line.paragraph, start + found.start(1), start + found.end())
        if not found[1].isupper() or not found[2].isdigit():
            yield broken(line, f"“{found[0].strip()}”", "chữ in hoa và chữ số Ả Rập, ví dụ PL.(300)")
        elif all(size.permits(Pt(span.face.size), 1) and not span.face.italic for span in spans):
            yield held(line)
        else:
            yield broken(line, f"“{found[0].strip()}” khác cỡ hoặc nghiêng", "cỡ 11, chữ đứng")
