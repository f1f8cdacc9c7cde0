"""Rules of the header table, measured in the file: Quốc hiệu, agency, number, date (PL I.II.1 to 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from format_rules.registry import (
    RULES,
    Seen,
    Specimen,
    aligned,
    cases,
    check,
    faces,
    from_file,
    single_spaced,
    sizes,
)

BLANK = r"[\s….]*"
DRAFT_DAY = re.compile(rf"^.+, ngày {BLANK}tháng {BLANK}năm {BLANK}(\d{{4}})?{BLANK}$")
SYMBOL = re.compile(r"^Số:\s?(?P<number>\S*?)\s*/(?P<symbol>.*)$")


def _spaces(text: str) -> str:
    return " ".join(text.replace("HOÀ", "HÒA").split())


@from_file("QH01")
def national_name(report: Specimen) -> Iterator[Seen]:
    for line in report.parts.quoc_hieu:
        yield check("Quốc hiệu", _spaces(line.text), RULES["QH01"]["value"])


@from_file("QH05")
def national_name_first(report: Specimen) -> Iterator[Seen]:
    first = report.document.blocks[0]
    yield check("đầu văn bản", first is report.parts.head, True)
    corner = [p.text for p in first.rows[0][-1]][:1] if first.is_table else []
    yield check("ô trên bên phải", corner, [line.text for line in report.parts.quoc_hieu])


@from_file("TN01")
def motto(report: Specimen) -> Iterator[Seen]:
    yield check("Tiêu ngữ", "".join(line.text for line in report.parts.tieu_ngu), RULES["TN01"]["value"])


@from_file("CQ06")
def agency_named_in_full(report: Specimen) -> Iterator[Seen]:
    lines = [line.text for line in report.parts.agency]
    yield check("tên cơ quan", tuple(lines), tuple(line.upper() for line in report.facts.agency))
    yield check(
        "tên cơ quan", " ".join(lines), "không viết tắt", not re.search(r"\b(UBND|HĐND)\b", " ".join(lines))
    )


@from_file("SO01")
def number_pattern(report: Specimen) -> Iterator[Seen]:
    for line in report.parts.number:
        ok = re.search(RULES["SO01"]["value"], line.text.strip()) is not None
        found = SYMBOL.match(line.text)
        blank_allowed = report.facts.draft and report.facts.number is None
        filled = found is not None and found["number"].isdigit()
        yield check(line, line.text, RULES["SO01"]["value"], ok and (filled or blank_allowed))


@from_file("SO02")
def colon_after_number_word(report: Specimen) -> Iterator[Seen]:
    for line in report.parts.number:
        yield check(line, line.text[:3], "Số:")


@from_file("SO03")
def number_padded(report: Specimen) -> Iterator[Seen]:
    for found in (m for line in report.parts.number if (m := re.search(r"\d+", line.text.split("/")[0]))):
        yield check("số", found[0], f"{int(found[0]):02d}")


@from_file("SO04")
def no_spaces_in_symbol(report: Specimen) -> Iterator[Seen]:
    for line in report.parts.number:
        tight = re.sub(r"\s*([-–])\s*", r"\1", line.text) == line.text and not re.search(
            r"\d\s+/|/\s", line.text
        )
        yield check(line, line.text, "không dấu cách quanh / và -", tight and "–" not in line.text)


def _groups(report: Specimen) -> list[str]:
    return [m["symbol"] for line in report.parts.number if (m := SYMBOL.match(line.text))]


@from_file("SO05")
def type_abbreviation(report: Specimen) -> Iterator[Seen]:
    for symbol in _groups(report):
        yield check("ký hiệu", symbol.split("-")[0].strip(), "BC")


@from_file("SO06")
def no_year_in_symbol(report: Specimen) -> Iterator[Seen]:
    for symbol in _groups(report):
        yield check("ký hiệu", symbol, "không có năm", not re.search(r"(^|/)20\d\d(/|$)", symbol))


def _day(text: str) -> re.Match[str] | None:
    return re.search(r"ngày (?P<d>\d+) tháng (?P<m>\d+) năm (?P<y>\d+)", text)


@from_file("DD01")
def date_pattern(report: Specimen) -> Iterator[Seen]:
    for line in report.parts.day:
        if report.facts.draft and report.facts.day is None:
            yield check(line, line.text, "ô trống của dự thảo", DRAFT_DAY.match(line.text) is not None)
        else:
            ok = re.match(RULES["DD01"]["value"], line.text) is not None
            yield check(line, line.text, RULES["DD01"]["value"], ok and _real(line.text) == report.facts.day)


def _real(text: str) -> date | None:
    found = _day(text)
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"])) if found else None
    except ValueError:
        return None


@from_file("DD02")
def day_padded(report: Specimen) -> Iterator[Seen]:
    for found in (m for line in report.parts.day if (m := _day(line.text))):
        yield check("ngày", found["d"], f"{int(found['d']):02d}")


@from_file("DD03")
def month_padded_only_below_three(report: Specimen) -> Iterator[Seen]:
    for found in (m for line in report.parts.day if (m := _day(line.text))):
        month = int(found["m"])
        yield check("tháng", found["m"], f"{month:02d}" if month < 3 else str(month))


@from_file("DD06")
def date_in_the_row_of_the_number(report: Specimen) -> Iterator[Seen]:
    rows = [[p for cell in row for p in cell] for row in report.parts.head.rows]
    for number in report.parts.number:
        row = next(row for row in rows if number in row)
        yield check("dòng số", any("ngày" in p.text for p in row), True)


@from_file("DD08")
def place_with_comma(report: Specimen) -> Iterator[Seen]:
    for line in report.parts.day:
        place, comma, _ = line.text.partition(", ngày")
        yield check(
            line,
            line.text,
            "Địa danh, ngày ...",
            bool(comma) and all(w[0].isupper() or w[0].isdigit() for w in place.split()),
        )


@from_file("DD09")
def official_place(report: Specimen) -> Iterator[Seen]:
    for line in report.parts.day:
        yield check("địa danh", line.text.split(",")[0], report.facts.place)


@from_file("DD10")
def numbered_unit_keeps_common_noun(report: Specimen) -> Iterator[Seen]:
    named = re.search(r"(quận|phường|thị trấn|xã) (\d+)\b", report.facts.unit_name, re.IGNORECASE)
    for line in report.parts.day:
        place = line.text.split(",")[0]
        wanted = f"{named[1].capitalize()} {named[2]}" if named else "không phải chữ số trơ trọi"
        yield check("địa danh", place, wanted, place == wanted if named else not place[:1].isdigit())


from_file("QH02")(lambda report: cases(report.parts.quoc_hieu, upper=True))
from_file("QH03")(lambda report: sizes("QH03", report.parts.quoc_hieu))
from_file("QH04")(lambda report: faces(report.parts.quoc_hieu, bold=True, italic=False))
from_file("TN02")(lambda report: sizes("TN02", report.parts.tieu_ngu))
from_file("TN04")(lambda report: aligned(report.parts.national[:2], "center"))
from_file("TN06")(lambda report: single_spaced(report.parts.national[:2]))
from_file("CQ02")(lambda report: sizes("CQ02", report.parts.parents))
from_file("CQ05")(lambda report: sizes("CQ05", report.parts.agency))
from_file("SO07")(lambda report: sizes("SO07", report.parts.number))
from_file("SO08")(lambda report: faces(report.parts.number, bold=False, italic=False))
from_file("SO09")(lambda report: aligned(report.parts.number, "center"))
from_file("DD05")(lambda report: sizes("DD05", report.parts.day))
from_file("DD07")(lambda report: aligned(report.parts.day, "center"))


@from_file("TN03")
def motto_face(report: Specimen) -> Iterator[Seen]:
    yield from faces(report.parts.tieu_ngu, bold=True, italic=False)
    yield from cases(report.parts.tieu_ngu, upper=False)


@from_file("CQ01")
def parent_face(report: Specimen) -> Iterator[Seen]:
    yield from faces(report.parts.parents, bold=False, italic=False)
    yield from cases(report.parts.parents, upper=True)


@from_file("CQ04")
def agency_face(report: Specimen) -> Iterator[Seen]:
    yield from faces(report.parts.agency, bold=True, italic=False)
    yield from cases(report.parts.agency, upper=True)


@from_file("CQ07")
def agency_centred(report: Specimen) -> Iterator[Seen]:
    yield from aligned(report.parts.agency, "center")
    yield from single_spaced(report.parts.agency)


@from_file("DD04")
def date_face(report: Specimen) -> Iterator[Seen]:
    yield from faces(report.parts.day, bold=False, italic=True)
    yield from cases(report.parts.day, upper=False)
