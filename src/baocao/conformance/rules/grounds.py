"""Rules of căn cứ and of documents that the text cites (PL I.II.6.a, b)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baocao.conformance.case import Case, Seen
from baocao.conformance.mends import Mend
from baocao.conformance.paper import Paragraph
from baocao.conformance.rules.kit import (
    about,
    broken,
    cases,
    faces,
    held,
    look_of,
    parameter,
    parameters,
    plain,
    replaced,
    sizes,
)
from baocao.conformance.rules.running import ended

_FAR = 200
"""How far from a citation its day and issuer may stand, in letters."""

_LONG_DATE = re.compile(r"(?<!\w)ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?!\w)", re.IGNORECASE)
_LAST_DAY, _LAST_MONTH = 31, 12
_SEVERAL = re.compile(r";\s*căn cứ\s", re.IGNORECASE)


def grounds(case: Case) -> list[Paragraph]:
    """The căn cứ without a sentence that opens the text ("Căn cứ Kế hoạch …, UBND xã báo cáo như sau:")."""
    opening = re.compile(parameter(case, "cau_mo_dau"))
    return [paragraph for paragraph in case.parts.can_cu if not opening.search(plain(paragraph.text))]


@about("CC01", "can_cu")
def grounds_face(case: Case) -> Iterator[Seen]:
    """Căn cứ are italic, in small letters (PL I.II.6.a)."""
    lines = grounds(case)
    look = look_of(case, "can_cu")
    yield from faces(lines, bold=look.bold or None, italic=look.italic)
    yield from cases(lines, upper=look.capitals)


@about("CC02", "can_cu")
def grounds_size(case: Case) -> Iterator[Seen]:
    """Căn cứ have the size of the text (PL I.II.6.a)."""
    yield from sizes(grounds(case), case.format.components["can_cu"].size)


@about("CC03", "can_cu")
def grounds_ends(case: Case) -> Iterator[Seen]:
    """Each căn cứ ends with a semicolon, the last one with a full stop (PL I.II.6.a)."""
    lines = grounds(case)
    goes_on = bool(lines) and _goes_on(case, lines[-1])
    for line in lines:
        last = line is lines[-1] and not goes_on
        wanted = parameter(case, "cuoi" if last else "giua")
        text = plain(line.text)
        if _SEVERAL.search(text):
            yield broken(line, "nhiều căn cứ trên một dòng", "mỗi căn cứ một dòng")
        elif _ends_so(text, wanted):
            yield held(line)
        else:
            yield broken(line, _end_of(text), f"kết thúc bằng dấu “{wanted}”", ended(line, wanted))


def _goes_on(case: Case, last: Paragraph) -> bool:
    """Whether a line of another form still belongs to the căn cứ: "Theo đề nghị của …"."""
    body = list(case.parts.than_bai)
    at = next((place for place, one in enumerate(body) if one is last), -1)
    after = plain(body[at + 1].text) if 0 <= at < len(body) - 1 else ""
    return after.startswith(parameters(case, "noi_tiep")) and plain(last.text).endswith(";")


def _ends_so(text: str, wanted: str) -> bool:
    return text.endswith(wanted) and not text[: -len(wanted)].rstrip().endswith((".", ";", ",", "/"))


def _end_of(text: str) -> str:
    return f"kết thúc bằng “{text[-1:]}”" if text and not text[-1].isalnum() else "không có dấu ở cuối dòng"


@about("CC04", "can_cu")
def grounds_in_full(case: Case) -> Iterator[Seen]:
    """A căn cứ names number, issuer, day and subject; laws only type and name (PL I.II.6.a)."""
    law = re.compile(rf"^Căn cứ\s+(?:vào\s+|các\s+)?(?:{'|'.join(parameters(case, 'luat'))})\b")
    kind = re.compile(rf"\b(?:{'|'.join(parameters(case, 'loai'))})\b")
    for line in grounds(case):
        text = plain(line.text)
        if law.match(text):
            yield held(line)
        elif kind.search(text) and text.startswith("Căn cứ"):
            parts = case.text.parameters["phan"].items()
            lacking = [name for name, pattern in parts if not re.search(pattern, text)]
            seen = f"chưa thấy {', '.join(lacking)}"
            yield broken(line, seen, "ghi đầy đủ văn bản được căn cứ") if lacking else held(line)


@about("CC05", "can_cu", "than_bai")
def first_citation_in_full(case: Case) -> Iterator[Seen]:
    """The first time that the text cites a document it gives its day (PL I.II.6.b)."""
    number, day, issuer = (re.compile(parameter(case, name)) for name in ("so", "ngay", "co_quan"))
    kind = re.compile(rf"(?:{'|'.join(parameters(case, 'loai'))})\s*$", re.IGNORECASE)
    aside, cited = {id(line) for line in (*case.parts.can_cu, *case.parts.captions)}, set[str]()
    for paragraph in case.parts.than_bai:
        text = paragraph.text
        for found in number.finditer(text) if "số" in text else ():
            if found[1] in cited or not kind.search(text[: found.start()]):
                continue
            cited.add(found[1])
            if id(paragraph) in aside:
                continue
            around = text[max(found.start() - _FAR, 0) : found.end() + _FAR]
            dated, issued = day.search(around), issuer.search(around)
            lacking = [] if dated else ["ngày ban hành", *([] if issued else ["cơ quan ban hành"])]
            yield _cited(paragraph, found, lacking)


def _cited(paragraph: Paragraph, found: re.Match[str], lacking: list[str]) -> Seen:
    if not lacking:
        return held(paragraph)
    seen = f"{plain(found[0])}: chưa thấy {', '.join(lacking)}"
    wanted = "lần nhắc đến đầu tiên ghi đủ ngày, cơ quan ban hành và trích yếu"
    return broken(paragraph, seen, wanted, start=found.start(), end=found.end())


@about("CC06", "than_bai")
def zeros_of_long_dates(case: Case) -> Iterator[Seen]:
    """Days below 10 and the months 1 and 2 take a zero, the other months none (PL I.II.4.b by analogy)."""
    padded_months = {int(month) for month in case.text.parameters["thang_co_so_khong"]}
    padded_days = int(case.text.parameters["ngay_co_so_khong"])
    for paragraph in case.parts.than_bai:
        text = paragraph.text
        dates = list(_LONG_DATE.finditer(text)) if "tháng" in text else []
        mends: list[Mend] = []
        wrong: list[tuple[re.Match[str], str]] = []
        for date in dates:
            day, month = int(date[1]), int(date[2])
            if not (1 <= day <= _LAST_DAY and 1 <= month <= _LAST_MONTH):
                continue
            wanted = f"{day:02d}" if day < padded_days else str(day)
            in_month = f"{month:02d}" if month in padded_months else str(month)
            if (date[1], date[2]) != (wanted, in_month):
                wrong.append((date, f"ngày {wanted} tháng {in_month}"))
                pairs = ((1, wanted), (2, in_month))
                mends += [replaced(paragraph, *date.span(at), new) for at, new in pairs if date[at] != new]
        if wrong:
            (first, right), last = wrong[0], wrong[-1][0]
            seen = ", ".join(f"“{plain(date[0])}”" for date, _ in wrong[:3])
            yield broken(paragraph, seen, f"“{right}”", mends, first.start(), last.end())
        elif dates:
            yield held(paragraph)
