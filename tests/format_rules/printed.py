"""Rules measured on the printed pages: places, lengths of drawn rules, what stands on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from format_rules.places import subject_lines, text_sides
from format_rules.registry import RULES, Seen, Specimen, check, from_pdf, within
from format_rules.sheets import Line, Rule, Word, lines_of

SHARE_TOLERANCE = 0.03


def _known(report: Specimen, text: str) -> Line | None:
    return report.sheets.find(text, (w for w in report.sheets.words if w.page == 0))


def _national(report: Specimen) -> Line | None:
    return _known(report, RULES["QH01"]["value"])


def _motto(report: Specimen) -> Line | None:
    return _known(report, RULES["TN01"]["value"])


def _left_words(report: Specimen) -> list[Word]:
    """Page one's words left of Quốc hiệu."""
    national = _national(report)
    edge = national.x0 - 0.5 if national else 105
    return [w for w in report.sheets.words if w.page == 0 and w.x1 < edge]


def _number(report: Specimen) -> Line | None:
    return next((line for line in lines_of(_left_words(report)) if line.text.startswith("Số:")), None)


def _day(report: Specimen) -> Line | None:
    number = _number(report)
    national = _national(report)
    right = [w for w in report.sheets.words if w.page == 0 and w.x0 > (national.x0 if national else 90)]
    near = [
        line
        for line in lines_of(right)
        if number and "ngày" in line.text and abs(line.base - number.base) < 12
    ]
    return near[0] if near else None


@from_pdf("QH05")
def national_name_on_top(report: Specimen) -> Iterator[Seen]:
    line = _national(report)
    if line is not None:
        top = min(word.base for word in report.sheets.words if word.page == 0)
        yield check(
            "Quốc hiệu", f"{line.base - top:.1f} mm dưới dòng cao nhất", "dòng đầu", line.base - top < 1
        )
        yield check(
            "Quốc hiệu", f"tâm {line.centre:.0f} mm", "nửa phải", line.centre > report.sheets.sizes[0][0] / 2
        )


@from_pdf("QH06")
def national_name_on_one_line(report: Specimen) -> Iterator[Seen]:
    yield check("Quốc hiệu", _national(report) is not None, True)


@from_pdf("TN04")
def motto_under_national_name(report: Specimen) -> Iterator[Seen]:
    upper, lower = _national(report), _motto(report)
    off = abs(upper.centre - lower.centre) if upper and lower else 99.0
    yield check("Tiêu ngữ", f"lệch {off:.1f} mm", "< 2 mm", off < 2)


def _below(report: Specimen, line: Line | None, floor: float) -> Rule | None:
    """The drawn rule under a line of page one."""
    return line and report.sheets.rule_between(line.base, floor, line.x0 - 5, line.x1 + 5)


@from_pdf("TN05")
def motto_rule(report: Specimen) -> Iterator[Seen]:
    line, day = _motto(report), _day(report)
    rule = _below(report, line, day.base if day else 60)
    yield from _share("TN05", line, rule, 0.0)


@from_pdf("CQ08")
def agency_rule(report: Specimen) -> Iterator[Seen]:
    number = _number(report)
    above = [line for line in lines_of(_left_words(report)) if number and line.base < number.base]
    rule = _below(report, above[-1] if above else None, number.base if number else 0)
    yield from _share("CQ08", above[-1] if above else None, rule, SHARE_TOLERANCE)


def _share(name: str, line: Line | None, rule: Rule | None, tolerance: float) -> Iterator[Seen]:
    if line is None or rule is None:
        yield check(RULES[name]["component"], "không có đường kẻ", "có đường kẻ", False)
        return
    yield within(name, f"đường kẻ dưới “{line.text}”", rule.width / line.width, tolerance)
    off = abs(rule.centre - line.centre)
    yield check(line.text, f"đường kẻ lệch {off:.1f} mm", "< 2 mm", off < 2)
    yield check(line.text, "liền" if rule.solid else "đứt", "liền")


@from_pdf("TL04")
def type_centred(report: Specimen) -> Iterator[Seen]:
    left, right = text_sides(report)
    line = report.sheets.find(report.parts.type_line[0].text)
    off = abs(line.centre - (left + right) / 2) if line else 99.0
    yield check("tên loại", f"lệch {off:.1f} mm", "< 3 mm", off < 3)


@from_pdf("TY04")
def subject_rule(report: Specimen) -> Iterator[Seen]:
    lines = subject_lines(report)
    printed = re.sub(r"\s+", "", "".join(line.text for line in lines))
    expected = re.sub(r"\s+", "", "".join(p.text for p in report.parts.subject))
    yield check("các dòng trên đường kẻ", printed, expected)
    if lines:
        rule = report.sheets.rule_between(lines[-1].base, 297, 0, 210)
        either = [
            list(_share("TY04", line, rule, SHARE_TOLERANCE))
            for line in (lines[-1], max(lines, key=lambda x: x.width))
        ]
        yield from next((seen for seen in either if all(s.ok for s in seen)), either[0])


@from_pdf("DD06")
def date_level_with_number(report: Specimen) -> Iterator[Seen]:
    number, day = _number(report), _day(report)
    off = abs(number.base - day.base) if number and day else 99.0
    yield check("số và ngày", f"lệch {off:.1f} mm", "< 2 mm", off < 2)


@from_pdf("DD07")
def date_under_motto(report: Specimen) -> Iterator[Seen]:
    national, day = _national(report), _day(report)
    off = abs(national.centre - day.centre) if national and day else 99.0
    yield check("địa danh, ngày", f"lệch {off:.1f} mm", "<= 3 mm", off <= 3)


@from_pdf("HD09")
def headings_printed_with_numbers(report: Specimen) -> Iterator[Seen]:
    paper = re.sub(r"\s+", "", "".join(word.text for line in report.sheets.lines for word in line.words))
    for heading in report.parts.outline:
        text = re.sub(r"\s+", "", heading.paragraph.full_text)[:40]
        yield check(heading.paragraph, text in paper, True)


def _signature_lines(report: Specimen) -> list[Line]:
    """The printed lines of the signature block, found from its last words backwards."""
    found = []
    for paragraph in report.parts.signature:
        middle = report.sheets.sizes[0][0] / 2
        right = [w for w in report.sheets.words if w.x0 > middle - 25]
        lines = [line for line in lines_of(right) if line.text == " ".join(paragraph.text.split())]
        found += lines[-1:]
    return found


@from_pdf("KY09")
def signature_in_right_half(report: Specimen) -> Iterator[Seen]:
    lines = _signature_lines(report)
    yield check("các dòng khối ký", len(lines), len(report.parts.signature))
    for line in lines:
        yield check(
            line.text, f"tâm {line.centre:.0f} mm", "nửa phải", line.centre > report.sheets.sizes[0][0] / 2
        )
        off = abs(line.centre - lines[0].centre)
        yield check(line.text, f"lệch trục {off:.1f} mm", "< 2 mm", off < 2)


@from_pdf("NN04")
def recipients_level_with_authority(report: Specimen) -> Iterator[Seen]:
    left, _ = text_sides(report)
    word, signed = report.sheets.find(RULES["NN01"]["value"]), _signature_lines(report)
    if word is None or not signed:
        yield check("Nơi nhận", "không thấy", "có", False)
        return
    off = abs(word.base - signed[0].base) if word.page == signed[0].page else 99.0
    yield check("Nơi nhận và quyền hạn", f"lệch {off:.1f} mm", "<= 3 mm", off <= 3)
    yield check("Nơi nhận", f"cách lề {abs(word.x0 - left):.1f} mm", "<= 2.5 mm", abs(word.x0 - left) <= 2.5)
