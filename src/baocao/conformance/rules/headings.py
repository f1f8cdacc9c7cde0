"""Rules of how headings look: mục, khoản, điểm; phần, chương, mục of system a (PL I.II.6.đ; PL I.V.6.b)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from baocao.conformance.appearance import Span
from baocao.conformance.case import Case, Seen
from baocao.conformance.mends import SetFace, SetLook
from baocao.conformance.paper import Paragraph
from baocao.conformance.parts import Heading
from baocao.conformance.rules.kit import (
    about,
    broken,
    cases,
    faces,
    held,
    parameter,
    sizes,
    unsure,
    worded,
)
from baocao.conformance.rules.places import aligned
from baocao.conformance.rules.running import (
    body_size,
    is_one_line,
    number_bold,
    number_spans,
    sign_of,
    with_sign,
)
from baocao.formats import Align, Length
from baocao.vietnamese.text import nfc

_STOPS = (".", ";", ":", ",", "!", "?", "…")
_ZERO = Length(0)


def _dressed(case: Case, form: str, lines: Sequence[Paragraph]) -> Iterator[Seen]:
    """Upright, bold and in capitals as the format wants headings of the form ("I.", "1.")."""
    look = case.format.headings[form]
    yield from faces(lines, bold=look.bold, italic=False, label=True)
    yield from cases(lines, upper=look.capitals)


def of_level(case: Case, *levels: str) -> list[Heading]:
    """The headings of some levels, in order."""
    return [heading for heading in case.parts.headings if heading.level in levels]


@about("HD01", "headings")
def roman_headings(case: Case) -> Iterator[Seen]:
    """ "I. KẾT QUẢ": Roman number, full stop, capitals, upright, bold (PL I.V.6.b)."""
    for heading in of_level(case, "mục"):
        if not (heading.titled or _all_bold(heading.paragraph)):
            yield unsure(heading.paragraph, _shown(heading), "xem dòng này có phải tên mục không")
            continue
        yield _signed(heading, parameter(case, "dau"))
        yield from _dressed(case, "I.", [heading.paragraph])


@about("HD02", "headings")
def titled_clauses(case: Case) -> Iterator[Seen]:
    """ "1. Công tác chỉ đạo": a khoản with a title is bold, upright, in small letters (PL I.II.6.đ).

    When one of a list may be an item without a title, so may the others that are not bold.
    """
    for clauses in _lists(case):
        titled = [heading for heading in clauses if heading.titled]
        doubtful = any(_may_be_item(case, heading) for heading in titled)
        for heading in titled:
            yield _signed(heading, parameter(case, "dau"))
            if doubtful and _without_bold(heading):
                look_at = "xem dòng này là tên khoản (đậm) hay là một ý không có tên (không đậm)"
                yield unsure(heading.paragraph, _shown(heading), look_at)
                continue
            yield from _dressed(case, "1.", [heading.paragraph])


def _lists(case: Case) -> list[list[Heading]]:
    """The khoản that count on from 1 under one heading."""
    lists: list[list[Heading]] = []
    open_list = False
    for heading in case.parts.headings:
        if heading.level in ("phần", "chương", "tiết", "điều", "chữ", "mục"):
            open_list = False
        elif heading.level == "khoản":
            if not open_list or heading.number == "1":
                lists.append([])
            lists[-1].append(heading)
            open_list = True
    return lists


def _without_bold(heading: Heading) -> bool:
    return not number_bold(heading) and not any(span.face.bold for span in worded(heading.paragraph))


def _may_be_item(case: Case, heading: Heading) -> bool:
    """Whether a short khoản without any bold letter has no text below: an item, perhaps, and no title."""
    if not _without_bold(heading):
        return False
    body = list(case.parts.than_bai)
    at = next((place for place, one in enumerate(body) if one is heading.paragraph), -1)
    after = body[at + 1] if 0 <= at < len(body) - 1 else None
    above = {id(one.paragraph) for one in of_level(case, "phần", "chương", "tiết", "điều", "mục", "khoản")}
    return after is None or id(after) in above


@about("HD03", "headings")
def untitled_clauses(case: Case) -> Iterator[Seen]:
    """The number of a khoản whose text runs on is not bold (PL I.II.6.đ)."""
    for heading in of_level(case, "khoản"):
        if not heading.titled:
            yield _run_on(heading)


def _run_on(heading: Heading) -> Seen:
    paragraph = heading.paragraph
    if not number_bold(heading):
        return held(paragraph)
    title = _title_spans(heading)
    bold = [span for span in title if span.face.bold]
    wanted = "số thứ tự không đậm"
    if bold and len(bold) == len(title) and not paragraph.text.rstrip().endswith(_STOPS):
        return unsure(paragraph, "đậm cả đoạn", "xem đây là tên khoản dài hay là nội dung của khoản")
    if bold and len(bold) < len(title):
        seen = "số thứ tự và mấy chữ đầu in đậm, nội dung viết liền"
        return broken(paragraph, seen, f"{wanted}; tên khoản đứng riêng một dòng")
    spans = (*number_spans(heading), *bold)
    return broken(paragraph, "số thứ tự đậm", wanted, _unbold(heading, spans))


@about("HD04", "headings")
def points(case: Case) -> Iterator[Seen]:
    """ "a) …": letter and bracket, small letters, not bold (PL I.II.6.đ)."""
    look = case.format.headings["a)"]
    for heading in of_level(case, "điểm"):
        yield _signed(heading, parameter(case, "dau"))
        if look.bold:
            yield from _dressed(case, "a)", [heading.paragraph])
            continue
        title = _title_spans(heading)
        if number_bold(heading) or (title and title[0].face.bold):
            spans = tuple(span for span in (*number_spans(heading), *title) if span.face.bold)
            yield broken(heading.paragraph, "đậm", "không đậm", _unbold(heading, spans))
        else:
            yield held(heading.paragraph)
        yield from cases([heading.paragraph], upper=look.capitals)


@about("HD06", "headings")
def parts_and_chapters(case: Case) -> Iterator[Seen]:
    """Phần and Chương stand on a centred line of their own, their title below (PL I.II.6.đ)."""
    yield from _on_own_line(case, "phần", "chương")


@about("HD07", "headings")
def sections_of_system_a(case: Case) -> Iterator[Seen]:
    """Mục and Tiểu mục stand on a centred line of their own, their title below (PL I.II.6.đ)."""
    yield from _on_own_line(case, "tiết")


def _on_own_line(case: Case, *levels: str) -> Iterator[Seen]:
    form = re.compile(parameter(case, "so"))
    for heading in of_level(case, *levels):
        number = heading.number.strip()
        if form.match(number):
            yield held(heading.paragraph)
        else:
            yield broken(heading.paragraph, f"số “{number}”", f"đánh {parameter(case, 'loai_so')}")
        below = _title_below_break(heading)
        if heading.title and not below:
            yield broken(heading.paragraph, "tên viết liền sau số", "tên ở dòng dưới, canh giữa, in hoa, đậm")
        lines = [heading.paragraph, *([heading.own_title] if heading.own_title is not None else [])]
        look = case.format.headings["Phần I"]
        yield from _placed(lines, look.align)
        yield from faces(lines, bold=look.bold, italic=False, label=True)
        if below:
            yield from cases([heading.paragraph] if heading.paragraph.label else [], upper=look.capitals)
            continue
        yield from cases(lines[:1], upper=False)
        yield from cases(lines[1:], upper=look.capitals)


def _title_below_break(heading: Heading) -> bool:
    """Whether a line break parts number and title, which stand in one paragraph then."""
    text = nfc(heading.paragraph.full_text)
    return bool(heading.title) and "\n" in text[: len(text) - len(heading.title)].rstrip(" ")


def _placed(lines: list[Paragraph], align: Align) -> Iterator[Seen]:
    for line, one in zip(lines, aligned(lines, align), strict=True):
        mend = SetLook(line, align=align, left=_ZERO, right=_ZERO, first_line=_ZERO)
        yield broken(line, one.seen, one.wanted, [mend]) if one.mends else one


@about("HD08", "headings")
def headings_in_body_size(case: Case) -> Iterator[Seen]:
    """Headings have the size of the text; the text of those that run on is asked by ND01 (PL I.II.6.đ)."""
    wanted, running = body_size(case), {id(one) for one in case.parts.prose}
    for heading in case.parts.headings:
        for paragraph in (heading.paragraph, heading.own_title):
            if paragraph is not None and id(paragraph) not in running:
                yield from sizes([paragraph], wanted)


@about("HD10", "headings")
def headings_have_titles(case: Case) -> Iterator[Seen]:
    """Phần, chương, mục, tiểu mục, điều have a title (PL I.II.6.d)."""
    for heading in of_level(case, "phần", "chương", "tiết", "điều", "mục"):
        if heading.title.strip() or heading.own_title is not None:
            yield held(heading.paragraph)
        else:
            yield broken(heading.paragraph, f"“{_shown(heading)}” chưa có tên", "có tên nêu nội dung chính")


@about("HD11", "headings")
def headings_stay_with_text(case: Case) -> Iterator[Seen]:
    """Headings are kept with the paragraph below (practice)."""
    for heading in case.parts.headings:
        alone = heading.titled or heading.own_title is not None
        for paragraph in (heading.paragraph, heading.own_title) if alone else ():
            if paragraph is None:
                continue
            if paragraph.look.keep_next:
                yield held(paragraph)
            else:
                wanted = "giữ liền với đoạn sau (Keep with next)"
                yield broken(paragraph, "có thể đứng lẻ ở cuối trang", wanted, [_keep(paragraph)])


def _keep(paragraph: Paragraph) -> SetLook:
    return SetLook(paragraph, keep_next=True)


def _signed(heading: Heading, sign: str) -> Seen:
    """The mark behind the number."""
    seen = sign_of(heading)
    if seen == sign:
        return held(heading.paragraph)
    words = f"sau số là “{seen}”" if seen else "sau số không có dấu"
    return broken(heading.paragraph, words, f"“{heading.number}{sign}”", with_sign(heading, sign))


def _title_spans(heading: Heading) -> tuple[Span, ...]:
    """The letters of a heading without its typed number."""
    numbers = number_spans(heading)
    start = max((span.end for span in numbers), default=0)
    found = []
    for span in worded(heading.paragraph):
        if span.start >= start:
            found.append(span)
        elif span.end > start and (text := span.text[start - span.start :]).strip():
            found.append(Span(text, span.face, start, span.run))
    return tuple(found)


def _unbold(heading: Heading, spans: tuple[Span, ...]) -> list[SetFace]:
    mends = [SetFace(spans=spans, bold=False)] if spans else []
    labelled = heading.paragraph.label_face is not None and heading.paragraph.label_face.bold
    return [*mends, *([SetFace(paragraph=heading.paragraph, label=True, bold=False)] if labelled else [])]


def _all_bold(paragraph: Paragraph) -> bool:
    return all(span.face.bold for span in worded(paragraph)) and is_one_line(paragraph)


def _shown(heading: Heading) -> str:
    text = heading.paragraph.full_text
    return text if len(text) <= 40 else f"{text[:40]}…"
