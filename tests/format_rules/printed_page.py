"""Rules of the sheet, the letters and the page number, measured on the printed pages (PL I.I)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from format_rules.places import subject_lines, text_sides
from format_rules.registry import Seen, Specimen, check, from_pdf, limits, within
from format_rules.sheets import Line

BLACK = {"(0.0,)", "(0,)", "(0, 0, 0)", "(0.0, 0.0, 0.0)", "0", "None"}


def _body_lines(report: Specimen) -> list[Line]:
    """Lines as wide as the text from under the subject on; the header table may overhang (Mẫu 1.4)."""
    above = subject_lines(report)
    start = above[-1].base if above else 0.0
    wide = [line for line in report.sheets.lines if line.width > 120]
    return [line for line in wide if line.page or line.base > start]


@from_pdf("PG01")
def paper_is_a4(report: Specimen) -> Iterator[Seen]:
    for width, height in report.sheets.sizes:
        close = (
            sorted((abs(width - 210), abs(height - 297)))[1] < 0.4
            or abs(width - 297) + abs(height - 210) < 0.8
        )
        yield check("khổ giấy", f"{width:.1f} x {height:.1f} mm", "210 x 297 mm", close)


@from_pdf("PG03")
def top_margin(report: Specimen) -> Iterator[Seen]:
    first = min(word.top for word in report.sheets.words if word.page == 0)
    yield within("PG03", "dòng đầu trang 1", first, 1.0)


@from_pdf("PG04")
def bottom_margin(report: Specimen) -> Iterator[Seen]:
    low, _ = limits("PG04")
    for page, (_, height) in enumerate(report.sheets.sizes):
        left = height - max(word.bottom for word in report.sheets.words if word.page == page)
        yield check(f"dòng cuối trang {page + 1}", f"{left:.1f} mm", f">= {low:g} mm", left >= low - 1)


def _appendix_pages(report: Specimen) -> list[int]:
    words = {lines[0].text.strip() for lines in report.parts.appendices}
    return [line.page for line in report.sheets.lines if line.text in words]


def _sides(rule: str, report: Specimen, gap: Callable[[Line], float]) -> Iterator[Seen]:
    """No page's lines come nearer to the edge than allowed, and the text uses the allowed width."""
    low, _ = limits(rule)
    lines, end = _body_lines(report), min([*_appendix_pages(report), len(report.sheets.sizes)])
    for page in sorted({line.page for line in lines}):
        least = min(gap(line) for line in lines if line.page == page)
        yield check(f"trang {page + 1}", f"{least:.1f} mm", f">= {low:g} mm", least >= low - 0.5)
    yield within(rule, "toàn bài", min(gap(line) for line in lines if line.page < end), 0.5)


@from_pdf("PG05")
def left_margin(report: Specimen) -> Iterator[Seen]:
    return _sides("PG05", report, lambda line: line.x0)


@from_pdf("PG06")
def right_margin(report: Specimen) -> Iterator[Seen]:
    width, _ = report.sheets.sizes[0]
    return _sides("PG06", report, lambda line: width - line.x1)


@from_pdf("FN01")
def only_times(report: Specimen) -> Iterator[Seen]:
    for font in report.sheets.fonts:
        yield check(
            "phông trong PDF", font, "TimesNewRoman", font.startswith(("TimesNewRoman", "LiberationSerif"))
        )


@from_pdf("FN02")
def black_letters(report: Specimen) -> Iterator[Seen]:
    for colour in report.sheets.colours:
        yield check("màu chữ trong PDF", colour, "đen", colour in BLACK)


def _page_digits(report: Specimen) -> list[Line]:
    return [line for line in report.sheets.lines if line.text.isdigit() and line.base < 20]


@from_pdf("NM01")
def numbers_stand_in_top_margin(report: Specimen) -> Iterator[Seen]:
    pages = {line.page for line in _page_digits(report)}
    for page in range(1, len(report.sheets.sizes)):
        yield check(f"trang {page + 1}", page in pages, True)


@from_pdf("NM02")
def numbers_centred(report: Specimen) -> Iterator[Seen]:
    left, right = text_sides(report)
    for line in _page_digits(report):
        off = min(
            abs(line.centre - report.sheets.sizes[line.page][0] / 2), abs(line.centre - (left + right) / 2)
        )
        yield check(f"trang {line.page + 1}", f"lệch {off:.1f} mm", "<= 3 mm", off <= 3)


@from_pdf("NM05")
def numbers_count_pages(report: Specimen) -> Iterator[Seen]:
    starts = [0, *_appendix_pages(report)]
    for line in _page_digits(report):
        start = max(page for page in starts if page <= line.page)
        yield check(f"trang {line.page + 1}", line.text, str(line.page - start + 1))


@from_pdf("NM06")
def no_number_on_page_one(report: Specimen) -> Iterator[Seen]:
    yield check("trang 1", [line.text for line in _page_digits(report) if line.page == 0], [])
