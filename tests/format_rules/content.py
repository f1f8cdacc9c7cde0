"""Rules of type, subject, căn cứ and body, measured in the file (PL I.II.5 and 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from format_rules.document import Paragraph
from format_rules.registry import (
    RULES,
    Seen,
    Specimen,
    aligned,
    cases,
    check,
    faces,
    from_file,
    sizes,
    within,
)

INDENTS = (567, 720)
SINGLE_LINE = 1.15


@from_file("TL01")
def type_of_document(report: Specimen) -> Iterator[Seen]:
    for line in report.parts.type_line:
        allowed = {RULES["TL01"]["value"], "BÁO CÁO CHUYÊN ĐỀ"}
        yield check(line, line.text, "BÁO CÁO (BÁO CÁO CHUYÊN ĐỀ chỉ nhắc)", line.text.strip() in allowed)


@from_file("TL02")
def type_face(report: Specimen) -> Iterator[Seen]:
    yield from faces(report.parts.type_line, bold=True, italic=False)
    yield from cases(report.parts.type_line, upper=True)


@from_file("TL04")
def type_centred(report: Specimen) -> Iterator[Seen]:
    yield from aligned(report.parts.type_line, "center")
    for line in report.parts.type_line:
        seen = line.first_line, line.twips("ind", "left"), line.twips("ind", "right")
        yield check(line, seen, (0, 0, 0))


@from_file("TY01")
def subject_below_type(report: Specimen) -> Iterator[Seen]:
    texts = [p.text.strip() for p in report.parts.opening if not (p.drawn and not p.text.strip())]
    yield check("trích yếu", texts[1:], "ngay dưới tên loại, không đoạn trống", len(texts) > 1 and all(texts))


@from_file("TY02")
def subject_face(report: Specimen) -> Iterator[Seen]:
    yield from faces(report.parts.subject, bold=True, italic=False)
    yield from cases(report.parts.subject, upper=False)


@from_file("TY05")
def subject_without_vv(report: Specimen) -> Iterator[Seen]:
    for line in report.parts.subject:
        yield check(line, line.text, "không V/v", not re.match(r"v\s*/\s*v", line.text, re.IGNORECASE))


@from_file("CC01")
def grounds_face(report: Specimen) -> Iterator[Seen]:
    if report.facts.grounds:
        yield check("số căn cứ", len(report.parts.grounds), report.facts.grounds)
    yield from faces(report.parts.grounds, italic=True)
    yield from cases(report.parts.grounds, upper=False)


@from_file("CC03")
def grounds_ends(report: Specimen) -> Iterator[Seen]:
    for line in report.parts.grounds:
        yield check(line, line.text[-1], "." if line is report.parts.grounds[-1] else ";")


@from_file("ND01")
def body_size(report: Specimen) -> Iterator[Seen]:
    yield from sizes("ND01", report.parts.prose)
    yield check(
        "các cỡ chữ thân bài",
        _sizes_of(report.parts.prose),
        "một cỡ",
        len(_sizes_of(report.parts.prose)) == 1,
    )


def _sizes_of(paragraphs: list[Paragraph]) -> set[float]:
    return {run.points for p in paragraphs for run in p.runs if run.text.strip()}


@from_file("ND04")
def first_line_indent(report: Specimen) -> Iterator[Seen]:
    for line in report.parts.prose:
        close = any(abs(line.first_line - wanted) <= 6 for wanted in INDENTS)
        typed = line.text[:1].isspace()
        yield check(
            line, (line.first_line, typed), "567 hoặc 720 twips, không gõ dấu cách", close and not typed
        )


def _spaced(report: Specimen) -> list[tuple[Paragraph, Paragraph]]:
    """Neighbours in the body; Kính gửi (ô 9a) stands outside it."""
    return [(a, b) for a, b in pairwise(report.parts.text) if b not in report.parts.addressed]


@from_file("ND05")
def space_between_paragraphs(report: Specimen) -> Iterator[Seen]:
    for upper, lower in _spaced(report):
        gap = max(upper.twips("spacing", "after"), lower.twips("spacing", "before")) / 20
        yield within("ND05", f"trên “{lower.full_text[:40]}”", gap)
        yield check(lower, lower.flag("contextualSpacing"), False)


@from_file("ND06")
def line_spacing(report: Specimen) -> Iterator[Seen]:
    for line in (p for p in report.parts.text if p not in report.parts.addressed):
        rule, value = line.value("spacing", "lineRule") or "auto", line.twips("spacing", "line") or 240
        points = next((run.points for run in line.runs), 14.0)
        yield within(
            "ND06",
            line.full_text[:40],
            value / 240 if rule == "auto" else value / 20 / (points * SINGLE_LINE),
        )


@from_file("HD01")
def roman_headings(report: Specimen) -> Iterator[Seen]:
    for heading in report.parts.level("mục"):
        yield check(heading.paragraph, heading.title, "IN HOA", heading.title.isupper())
        yield check(heading.paragraph, heading.number_bold, True)
        yield from faces([heading.paragraph], bold=True, italic=False)
        yield from sizes("HD08", [heading.paragraph])


@from_file("HD02")
def titled_clauses(report: Specimen) -> Iterator[Seen]:
    for heading in (h for h in report.parts.level("khoản") if h.titled):
        yield check(heading.paragraph, heading.title, "in thường", not heading.title.isupper())
        yield check(heading.paragraph, heading.number_bold, True)
        yield from faces([heading.paragraph], bold=True, italic=False)


@from_file("HD03")
def untitled_clauses(report: Specimen) -> Iterator[Seen]:
    for heading in (h for h in report.parts.level("khoản") if not h.titled):
        yield check(heading.paragraph, "đậm" if heading.number_bold else "không đậm", "không đậm")


@from_file("HD04")
def points(report: Specimen) -> Iterator[Seen]:
    for heading in report.parts.level("điểm"):
        bold = heading.number_bold or heading.paragraph.runs[0].bold
        yield check(heading.paragraph, "đậm" if bold else "không đậm", "không đậm")
        yield check(heading.paragraph, heading.title, "in thường", not heading.title.isupper())


@from_file("HD06")
def parts_and_chapters(report: Specimen) -> Iterator[Seen]:
    yield from _own_line(report, "phần")


@from_file("HD07")
def sections_of_system_a(report: Specimen) -> Iterator[Seen]:
    yield from _own_line(report, "tiết")


def _own_line(report: Specimen, level: str) -> Iterator[Seen]:
    text = report.parts.text
    for heading in report.parts.level(level):
        title = text[text.index(heading.paragraph) + 1]
        yield from aligned([heading.paragraph, title], "center")
        yield from faces([heading.paragraph, title], bold=True)
        yield from cases([title], upper=True)


@from_file("HD08")
def headings_in_body_size(report: Specimen) -> Iterator[Seen]:
    numbered = {heading.paragraph for heading in report.parts.outline}
    body = _sizes_of([p for p in report.parts.prose if p not in numbered])
    for heading in report.parts.outline:
        yield from sizes("HD08", [heading.paragraph])
        yield within("HD08", heading.paragraph.full_text[:40], heading.number_points)
        if heading.level in {"khoản", "điểm"}:
            own = {run.points for run in heading.paragraph.runs} | {heading.number_points}
            yield check(heading.paragraph, own, body, own <= body)


from_file("TL03")(lambda report: sizes("TL03", report.parts.type_line))
from_file("TY03")(lambda report: sizes("TY03", report.parts.subject))
from_file("CC02")(lambda report: sizes("CC02", report.parts.grounds))
from_file("ND02")(lambda report: aligned(report.parts.prose, "both"))
