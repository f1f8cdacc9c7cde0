"""The corpus of statements: a case of `corpus/*.yaml` becomes a report, and what was told of it is weighed.

A case: `ten`; `doan`, a paragraph a line, with marks of notes as in a text copied from a PDF; `bang`, the
rows of a table behind them (the case is then a Word file); `khung`, the report around it (`khong`: `doan` is
the whole report); `ngay`, the day of the report; `dinh_nghia`, the abbreviations defined in the opening (left
out: those in use); `nfd`, words typed with letters and marks apart. `loi`: the planted faults, each with
`loai` (a `FaultKind`) and `chu`, the words that a finding must touch. `bo_qua`: rates that may be listed as
unverifiable or not. `dung`: how many statements are right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import yaml

from baocao.audit.document import Document, PassageKind
from baocao.audit.reading.read_docx import read_docx
from baocao.audit.reading.read_text import read_text
from baocao.audit.statements import Spot
from baocao.audit.verdicts import WORD_KINDS, Audit, FaultKind, Remark, Verdict
from small_docx import note, p, package, ref, tbl

FOLDER = Path(__file__).with_name("corpus")
BUILD, HELD_OUT = "xay-dung", "giu-rieng"

_NUMBERS = FaultKind.SUM, FaultKind.LEVEL, FaultKind.NOTE, FaultKind.COMPLEMENT, FaultKind.SAME
_SAME_FAULT = (
    {FaultKind.RATE, FaultKind.NO_BASE},
    {*_NUMBERS, FaultKind.TABLE},
    {FaultKind.TABLE, FaultKind.RATE, FaultKind.NO_BASE, FaultKind.TRUNCATED},
    {FaultKind.DIFFERENCE, FaultKind.DIRECTION},
    {FaultKind.HEDGE, *_NUMBERS, FaultKind.RATE},
    {FaultKind.DATE, FaultKind.PLAN_YEAR},
)
"""Kinds under which one fault may be told; `NO_BASE` and `TRUNCATED` must be told as themselves."""
_EXACT = FaultKind.NO_BASE, FaultKind.TRUNCATED

_FRAMES = {
    "huyen": ("BC-UBND", "huyện Phú Lâm", "Phú Lâm", "20 tháng 12 năm 2023"),
    "xa": ("BC-UBND", "xã Thạnh Mỹ", "Thạnh Mỹ", "18 tháng 12 năm 2024"),
    "phuong": ("BC-UBND", "phường Tân An", "Tân An", "19 tháng 12 năm 2025"),
    "tinh": ("BC-UBND", "tỉnh Bình Khánh", "Bình Khánh", "22 tháng 12 năm 2023"),
    "so": ("BC-SNV", "", "Bình Khánh", "15 tháng 12 năm 2023"),
}
_MEANINGS = {
    "UBND": "ủy ban nhân dân", "HĐND": "hội đồng nhân dân", "CCHC": "cải cách hành chính",
    "TTHC": "thủ tục hành chính", "VBQPPL": "văn bản quy phạm pháp luật", "QPPL": "quy phạm pháp luật",
    "CBCC": "cán bộ, công chức", "CBCCVC": "cán bộ, công chức, viên chức", "PAKN": "phản ánh, kiến nghị",
    "BCCI": "bưu chính công ích", "DVC": "dịch vụ công", "DVCTT": "dịch vụ công trực tuyến",
    "CNTT": "công nghệ thông tin", "KNTC": "khiếu nại, tố cáo", "ĐVSN": "đơn vị sự nghiệp",
    "THCS": "trung học cơ sở", "THPT": "trung học phổ thông", "HS": "hồ sơ", "CBQL": "cán bộ quản lý",
    "MTTQ": "Mặt trận Tổ quốc", "PBGDPL": "phổ biến, giáo dục pháp luật", "BHYT": "bảo hiểm y tế",
    "BHXH": "bảo hiểm xã hội", "GPMB": "giải phóng mặt bằng", "NTM": "nông thôn mới",
    "HTX": "hợp tác xã", "TNMT": "tài nguyên và môi trường", "VHXH": "văn hóa - xã hội",
    "PVHCC": "phục vụ hành chính công", "VPHC": "vi phạm hành chính", "QLNN": "quản lý nhà nước",
}  # fmt: skip
_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")


@dataclass(frozen=True)
class Fault:
    """A planted fault. words: a finding touches one of them."""

    kind: FaultKind
    words: tuple[str, ...]

    def told_as(self, kind: FaultKind) -> bool:
        """Whether a remark of that kind tells this fault."""
        if kind is self.kind:
            return True
        return self.kind not in _EXACT and any({kind, self.kind} <= group for group in _SAME_FAULT)


@dataclass(frozen=True)
class Case:
    """One case of the corpus, read."""

    name: str
    lines: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    frame: str
    day: str
    defined: tuple[str, ...] | None
    apart: tuple[str, ...]
    faults: tuple[Fault, ...]
    free: tuple[str, ...]
    right: int

    @property
    def own_text(self) -> str:
        """The words of the case without its frame."""
        return "\n".join((*self.lines, *(cell for row in self.table for cell in row)))


@dataclass(frozen=True)
class Weighed:
    """What was told of a case. alarms: remarks nothing planted explains. right: statements judged so."""

    case: Case
    found: tuple[Fault, ...]
    missed: tuple[Fault, ...]
    correct: tuple[Remark, ...]
    alarms: tuple[Remark, ...]
    right: int


def cases(part: str) -> tuple[Case, ...]:
    """The cases of a part of the corpus."""
    entries = yaml.safe_load((FOLDER / f"{part}.yaml").read_text("utf-8"))
    return tuple(map(_case, entries))


def _case(entry: Mapping[str, Any]) -> Case:
    given = entry.get("dinh_nghia")
    return Case(
        entry["ten"],
        tuple(line for line in entry["doan"].split("\n") if line.strip()),
        tuple(tuple(map(str, row)) for row in entry.get("bang", ())),
        entry.get("khung", "huyen"),
        entry.get("ngay", ""),
        None if given is None else tuple(given),
        tuple(entry.get("nfd", ())),
        tuple(Fault(FaultKind(item["loai"]), _words(item["chu"])) for item in entry.get("loi", ())),
        tuple(entry.get("bo_qua", ())),
        entry.get("dung", 0),
    )


def _words(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def document(case: Case) -> Document:
    """The report of a case."""
    head, tail = ((), ()) if case.frame == "khong" else _frame(case)
    if case.table:
        return read_docx(_word_file(head, case, tail), "bao-cao.docx")
    text = "\n\n".join((*head, *case.lines, *tail))
    for words in case.apart:
        text = text.replace(words, unicodedata.normalize("NFD", words))
    return read_text(text, "bao-cao.txt")


def _frame(case: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    symbol, unit, place, day = _FRAMES[case.frame]
    year = day[-4:]
    who = f"Ủy ban nhân dân {unit}" if unit else "Sở Nội vụ"
    opening = f"{who} báo cáo kết quả công tác cải cách hành chính năm {year} như sau:"
    head = (
        f"Số: 214/{symbol}",
        f"{place}, {case.day or 'ngày ' + day}",
        "BÁO CÁO",
        f"Kết quả công tác cải cách hành chính năm {year}",
        *_definitions(case),
        opening,
        *(() if re.match(r"I\.|PHẦN|Phần|A\.", case.lines[0]) else ("I. KẾT QUẢ THỰC HIỆN",)),
    )
    signs = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH") if unit else ("GIÁM ĐỐC",)
    end = f"Trên đây là báo cáo kết quả công tác cải cách hành chính năm {year} của {who}./."
    return head, (end, "Nơi nhận:", "- Như trên;", "- Lưu: VT.", *signs, "Nguyễn Văn An")


def _definitions(case: Case) -> Iterator[str]:
    used = [name for name in _MEANINGS if re.search(rf"\b{name}\b", case.own_text)]
    open_ = [name for name in used if f"({name})" not in case.own_text]
    wanted = open_ if case.defined is None else case.defined
    if wanted:
        known = ", ".join(f"{_MEANINGS[name]} ({name})" for name in wanted)
        yield f"Các cụm từ viết tắt trong báo cáo: {known}."


def _word_file(head: Sequence[str], case: Case, tail: Sequence[str]) -> bytes:
    lines = [escape(line) for line in (*head, *case.lines)]
    notes = [line for line in lines if line[0] in "¹²³⁴⁵⁶⁷⁸⁹"]
    before = "".join(_paragraph(line) for line in lines if line not in notes)
    table = tbl(*([escape(cell) for cell in row] for row in case.table), columns=len(case.table[0]))
    after = "".join(p(escape(line)) for line in tail)
    written = "".join(note(line[0].translate(_RAISED), line[1:].strip()) for line in notes)
    return package(f"{before}{table}{after}", notes=written or None)


def _paragraph(line: str) -> str:
    pieces = re.split("([¹²³⁴⁵⁶⁷⁸⁹])", line)
    return p(*(ref(x.translate(_RAISED)) if x in "¹²³⁴⁵⁶⁷⁸⁹" else x for x in pieces if x))


def weigh(case: Case, audit: Audit) -> Weighed:
    """What was found of the planted faults, what was missed, and what was told without need."""
    texts = [passage.text for passage in audit.document.passages]
    places = {fault: list(_places(fault.words, texts)) for fault in case.faults}
    free = list(_places(case.free, texts))
    told = {
        remark: [fault for fault in case.faults if _touches(remark, places[fault])]
        for remark in audit.remarks
    }
    correct = [remark for remark, near in told.items() if any(fault.told_as(remark.kind) for fault in near)]
    alarms = [
        remark
        for remark, near in told.items()
        if remark not in correct and not _explained(remark, near) and not _may_be_told(remark, free)
    ]
    found = [
        fault
        for fault in case.faults
        if any(fault in told[one] and fault.told_as(one.kind) for one in correct)
    ]
    missed = tuple(fault for fault in case.faults if fault not in found)
    right = sum(1 for item in audit.of(Verdict.RIGHT) if not _framed(audit, item.statement.spot))
    return Weighed(case, tuple(found), missed, tuple(correct), tuple(alarms), right)


def _places(words: Sequence[str], texts: Sequence[str]) -> Iterator[Spot]:
    for number, text in enumerate(texts):
        for word in words:
            for found in re.finditer(re.escape(word), text):
                yield Spot(number, *found.span())


def _touches(remark: Remark, places: Sequence[Spot]) -> bool:
    return any(_overlap(spot, place) for spot in (remark.spot, *remark.others) for place in places)


def _overlap(one: Spot, other: Spot) -> bool:
    return (
        one.passage == other.passage and one.start < other.end and other.start < max(one.end, one.start + 1)
    )


def _explained(remark: Remark, near: Sequence[Fault]) -> bool:
    """Whether a planted fault under the same words brings it along: a wrong count makes a wrong rate."""
    return any((fault.kind in WORD_KINDS) == remark.concerns_words for fault in near)


def _may_be_told(remark: Remark, free: Sequence[Spot]) -> bool:
    return remark.kind is FaultKind.UNVERIFIABLE and _touches(remark, free)


def _framed(audit: Audit, spot: Spot) -> bool:
    kind = audit.document.passages[spot.passage].kind
    return kind in (PassageKind.HEADER_BLOCK, PassageKind.SIGNATURE_BLOCK)
