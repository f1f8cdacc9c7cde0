"""Rules of the sheet, the letters and the page number, measured in the file (PL I.I)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from format_rules.document import SCRIPTS, Paragraph
from format_rules.registry import Seen, Specimen, brief, check, from_file, within
from format_rules.storage import R, W, is_on

TWIPS_PER_MM = 1440 / 25.4
LEGACY_FONTS = (".vn", "vni-", "vni ", ".vni")


@from_file("PG01")
def paper_is_a4(report: Specimen) -> Iterator[Seen]:
    for section, _ in report.document.sections:
        size = section.find(W + "pgSz")
        seen = sorted(int(size.get(W + side)) for side in ("w", "h"))
        close = abs(seen[0] - 11906) <= 20 and abs(seen[1] - 16838) <= 20
        yield check("khổ giấy", seen, [11906, 16838], close)


def _landscape(section) -> bool:
    size = section.find(W + "pgSz")
    return size.get(W + "orient") == "landscape" or int(size.get(W + "w")) > int(size.get(W + "h"))


@from_file("PG02")
def portrait_but_for_wide_tables(report: Specimen) -> Iterator[Seen]:
    for section, blocks in report.document.sections:
        tables = any(block.is_table for block in blocks)
        turned = _landscape(section)
        yield check(
            "hướng giấy", "ngang" if turned else "dọc", "dọc, hoặc ngang khi có bảng", not turned or tables
        )


def _margin(report: Specimen, rule: str, side: str) -> Iterator[Seen]:
    for section, _ in report.document.sections:
        if not _landscape(section):
            yield within(
                rule,
                f"lề {side}",
                int(section.find(W + "pgMar").get(W + side)) / TWIPS_PER_MM,
                6 / TWIPS_PER_MM,
            )


@from_file("PG03")
def top_margin(report: Specimen) -> Iterator[Seen]:
    return _margin(report, "PG03", "top")


@from_file("PG04")
def bottom_margin(report: Specimen) -> Iterator[Seen]:
    return _margin(report, "PG04", "bottom")


@from_file("PG05")
def left_margin(report: Specimen) -> Iterator[Seen]:
    return _margin(report, "PG05", "left")


@from_file("PG06")
def right_margin(report: Specimen) -> Iterator[Seen]:
    return _margin(report, "PG06", "right")


@from_file("FN01")
def only_times_new_roman(report: Specimen) -> Iterator[Seen]:
    for paragraph in report.document.everything:
        for run in [*paragraph.runs, *([paragraph.label_run] if paragraph.label else [])]:
            yield check(paragraph, {run.font(script) for script in SCRIPTS}, {"Times New Roman"})


@from_file("FN02")
def all_text_black(report: Specimen) -> Iterator[Seen]:
    for paragraph in report.document.everything:
        for run in [*paragraph.runs, *([paragraph.label_run] if paragraph.label else [])]:
            seen = run.value("color") or "auto", run.value("color", "themeColor")
            yield check(
                paragraph, seen, "000000 hoặc auto", seen[0].lower() in {"auto", "000000"} and seen[1] is None
            )


@from_file("FN03")
def unicode_in_nfc(report: Specimen) -> Iterator[Seen]:
    for paragraph in report.document.everything:
        fonts = {str(run.font(script)).lower() for run in paragraph.runs for script in SCRIPTS}
        old = any(font.startswith(LEGACY_FONTS) for font in fonts)
        yield check(
            paragraph,
            fonts,
            "chữ Unicode dựng sẵn",
            unicodedata.is_normalized("NFC", paragraph.text) and not old,
        )


def _has_page_field(paragraph: Paragraph) -> bool:
    simple = (node.get(W + "instr", "") for node in paragraph.element.iter(W + "fldSimple"))
    typed = (node.text or "" for node in paragraph.element.iter(W + "instrText"))
    return any(text.split()[:1] == ["PAGE"] for text in [*simple, *typed])


def _page_numbers(report: Specimen, start: str = "header") -> list[Paragraph]:
    names = report.document.package.names(start)
    return [p for name in names for p in report.document.paragraphs_of(name) if _has_page_field(p)]


def _header(report: Specimen, section, kind: str) -> list[Paragraph] | None:
    for reference in section.findall(W + "headerReference"):
        if reference.get(W + "type") == kind:
            return report.document.paragraphs_of(report.document.package.targets[reference.get(R + "id")])
    return None


@from_file("NM01")
def page_number_in_top_margin(report: Specimen) -> Iterator[Seen]:
    default = _header(report, report.document.sections[0][0], "default") or []
    yield check("đầu trang", any(map(_has_page_field, default)), True)
    yield check("chân trang", len(_page_numbers(report, "footer")), 0)


@from_file("NM02")
def page_number_centred(report: Specimen) -> Iterator[Seen]:
    for paragraph in _page_numbers(report):
        tabs = any(True for _ in paragraph.element.iter(W + "tab"))
        yield check("số trang", (paragraph.alignment, tabs), ("center", False))


@from_file("NM03")
def page_number_size(report: Specimen) -> Iterator[Seen]:
    for paragraph in _page_numbers(report):
        for run in paragraph.runs:
            yield within("NM03", "số trang", run.points)


@from_file("NM04")
def page_number_upright(report: Specimen) -> Iterator[Seen]:
    for paragraph in _page_numbers(report):
        for run in paragraph.runs:
            yield check("số trang", (run.bold, run.italic), (False, False))


@from_file("NM05")
def arabic_from_one(report: Specimen) -> Iterator[Seen]:
    for at, (section, _) in enumerate(report.document.sections):
        node = section.find(W + "pgNumType")
        form = "decimal" if node is None else node.get(W + "fmt", "decimal")
        start = "1" if node is None or at else node.get(W + "start", "1")
        yield check("kiểu số trang", (form, start), ("decimal", "1"))


@from_file("NM06")
def none_on_page_one(report: Specimen) -> Iterator[Seen]:
    section = report.document.sections[0][0]
    first = _header(report, section, "first") or []
    yield check("trang đầu khác", is_on(section.find(W + "titlePg")), True)
    yield check(
        "đầu trang một", any(map(_has_page_field, first)) or any(p.text.strip() for p in first), False
    )


@from_file("NM07")
def appendices_numbered_apart(report: Specimen) -> Iterator[Seen]:
    for words in report.parts.appendices:
        section = next(
            s for s, blocks in report.document.sections if any(words[0] in b.paragraphs for b in blocks)
        )
        node, own = section.find(W + "pgNumType"), section is not report.document.sections[0][0]
        start = None if node is None else node.get(W + "start")
        yield check(brief(words[0]), (own, start), (True, "1"))
