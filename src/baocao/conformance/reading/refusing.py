"""Files that are not read: of another kind, broken, or too large to be read with safety.

What is counted, is counted in the bytes, before anything is parsed: a hostile file must cost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from baocao.audit.reading.kinds_of_file import WORD, Way, kind_of
from baocao.conformance.appearance import Element
from baocao.conformance.paper import Paragraph
from baocao.conformance.reading.measures import W_
from baocao.errors import DataError, Finding, PackError, Where, finding

MOST_BYTES = 16 * 2**20
"""Of all parts that are parsed; a hundred pages typed in Word have two to four million."""
MOST_MARKS = 1_000_000
"""`<` in these parts, two for most elements; a hundred pages have about a hundred thousand."""
MOST_PARAGRAPHS = 10_000
"""A hundred pages with tables have about five thousand."""
MOST_PAGES, MOST_SECTIONS = 1_000, 500
MOST_LETTERS = 1_000_000
"""A hundred pages have 300,000."""
MOST_IN_ONE, MOST_LINES, MOST_RUNS = 20_000, 500, 2_000
"""Letters, forced ends of line, stretches of one formatting in one paragraph."""
MOST_FIELDS = 50
"""Fields in fields; Word allows twenty."""

_PARAGRAPH = re.compile(rb"<(?:[\w.-]+:)?p[\s/>]")
_SECTION = re.compile(rb"<(?:[\w.-]+:)?sectPr[\s/>]")
_PAGE = re.compile(rb"lastRenderedPageBreak|[\"']page[\"']|pageBreakBefore[\s/>]")
_MARK, _KIND = f"{W_}fldChar", f"{W_}fldCharType"
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ZIP_END, _TAIL = b"PK\x05\x06", 1 << 17
"""A zip ends in its list of contents; a file without it was cut off."""

_SAVE = "Mở tệp bằng Word, chọn Lưu thành (Save As), loại Word Document (*.docx), rồi kiểm tra tệp mới."
_SOURCE = "Kiểm tra tệp Word gốc (*.docx) của văn bản này."
_RIGHT_FILE = "Kiểm tra xem có đưa nhầm tệp không; chỉ kiểm tra được tệp Word (*.docx)."
_REMEDIES = {
    Way.SAVE: _SAVE,
    Way.UNLOCK: "Mở tệp bằng Word, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ tài liệu), lưu lại rồi kiểm tra.",
    Way.PICTURE: _SOURCE,
    Way.PDF: _SOURCE,
    Way.ARCHIVE: "Giải nén rồi kiểm tra tệp Word (*.docx) ở bên trong.",
}
_REASONS = {
    "docx-cu-hoac-co-mat-khau": "bên trong có phần đặt mật khẩu",
    "docx-thieu-phan": "thiếu phần {phan}",
    "docx-ten-phan-la": "bên trong có phần mang tên không hợp lệ ({phan})",
    "docx-trung-phan": "bên trong có hai phần cùng tên {phan}",
    "docx-nen-bat-thuong": "phần {phan} phình to bất thường khi mở ra ({lan} lần)",
}


def refuse_other_kinds(data: bytes, file: str) -> None:
    """Raise `DataError`, with what to do, for a file that is no .docx by its content."""
    if not data:
        raise DataError(finding("the-thuc-rong-byte", Where(file)))
    kind = kind_of(data)
    if kind != WORD:
        remedy = _REMEDIES.get(kind.way, _RIGHT_FILE)
        raise DataError(finding("the-thuc-khac-loai", Where(file), loai=kind.name, cach_sua=remedy))


def refuse_large(parts: Mapping[str, bytes], file: str) -> None:
    """Raise `DataError` for parts too large to be parsed, or that declare entities."""
    for name, data in parts.items():
        if _DOCTYPE.search(data):
            raise broken(file, f"phần {name} có khai báo lạ (DOCTYPE)")
    size = sum(map(len, parts.values()))
    if size > MOST_BYTES:
        raise _too_large(file, f"phần chữ nặng {size >> 20} MB", f"{MOST_BYTES >> 20} MB")
    for amount, most, words in (
        (sum(len(_PARAGRAPH.findall(data)) for data in parts.values()), MOST_PARAGRAPHS, "đoạn"),
        (sum(len(_PAGE.findall(data)) for data in parts.values()), MOST_PAGES, "trang"),
        (sum(len(_SECTION.findall(data)) for data in parts.values()), MOST_SECTIONS, "phần (section)"),
        (sum(data.count(b"<") for data in parts.values()), MOST_MARKS, "chi tiết định dạng"),
    ):
        if amount > most:
            raise _too_large(file, f"{_said(amount)} {words}", f"{_said(most)} {words}")


def refuse_nested(roots: Iterable[Element], file: str) -> None:
    """Raise `DataError` for fields in fields without end, each begun and none ended."""
    for root in roots:
        depth = 0
        for mark in root.iter(_MARK):
            kind = mark.get(_KIND)
            depth = depth + 1 if kind == "begin" else max(depth - (kind == "end"), 0)
            if depth > MOST_FIELDS:
                words = "trường (field) lồng vào nhau"
                raise _too_large(file, f"hơn {MOST_FIELDS} {words}", f"{MOST_FIELDS} {words}")


def refuse_long(paragraphs: Sequence[Paragraph], file: str) -> None:
    """Raise `DataError` for more letters, lines, formats than the rules can be asked about."""
    texts = [paragraph.text for paragraph in paragraphs]
    for amount, most, words in (
        (sum(map(len, texts)), MOST_LETTERS, "chữ cái"),
        (max(map(len, texts), default=0), MOST_IN_ONE, "chữ cái trong một đoạn"),
        (max((text.count("\n") for text in texts), default=0), MOST_LINES, "dòng ngắt tay trong một đoạn"),
        (max((len(one.spans) for one in paragraphs), default=0), MOST_RUNS, "chỗ định dạng trong một đoạn"),
    ):
        if amount > most:
            raise _too_large(file, f"{_said(amount)} {words}", f"{_said(most)} {words}")


def broken(file: str, reason: str) -> DataError:
    """The error for a broken file. reason: what is wrong, as the rest of a sentence."""
    return DataError(finding("the-thuc-hong", Where(file), ly_do=reason))


def refusal_of(fault: PackError, data: bytes, file: str) -> DataError:
    """The error for a package that could not be opened. data: its bytes."""
    told: Finding = fault.findings[0]
    facts = dict(told.facts)
    if told.code == "docx-qua-lon":
        return _too_large(file, facts["so"], facts["gioi_han"])
    if _ZIP_END not in data[-_TAIL:]:
        return broken(file, "tệp thiếu phần cuối, có lẽ chép hoặc tải chưa xong")
    reason = _REASONS.get(told.code, facts.get("ly_do", "")) or told.text.rstrip(".")
    return broken(file, reason.format_map(facts) if told.code in _REASONS else reason)


def _too_large(file: str, amount: str, most: str) -> DataError:
    return DataError(finding("the-thuc-qua-lon", Where(file), so=amount, nhieu_nhat=most))


def _said(number: int) -> str:
    return f"{number:,}".replace(",", ".")
