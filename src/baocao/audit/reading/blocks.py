"""Which paragraphs are the header block, the signature block and headings, by their words alone.

The parts and their order: NĐ 30/2020, Phụ lục I, mục II (quốc hiệu, cơ quan, số, địa danh, tên loại và trích
yếu; khối ký, nơi nhận).
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

_FIRST = 40
"""How many paragraphs may belong to the header block."""
_TITLE_LENGTH = 300
_HEADING_LENGTH = 200
_END = 8

_HEAD = re.compile(
    r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\W+Tự do\W+Hạnh phúc|Số\s*:.{0,60}"
    r"|[^,]{2,60},\s*ngày\b.{0,30}\bnăm\b.{0,10}"
)
_TITLE = re.compile(
    r"(?:BÁO CÁO|KẾ HOẠCH|TỜ TRÌNH|THÔNG BÁO|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|KẾT LUẬN)\b"
)
_NUMBERED = re.compile(
    r"(?:(?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:thứ\s+|THỨ\s+)?[IVX\w]+\b|[IVX]{1,6}[.)]|\d{1,2}[.)](?=\s)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?(?=\s)|[a-zđ][).])\s*\S"
)
_RECIPIENTS = re.compile(r"Nơi\s+nhận\s*(?::|\Z)", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.\s*\w")
_APPENDIX = re.compile(r"(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu)\b")
_FINISHED = re.compile(r"[.;!?…/]\W*\Z")


def head_length(texts: Sequence[str], others: Container[int] = ()) -> int:
    """How many of the paragraphs, from the first, are the header block; 0 for a text without one.

    others: the places of cells of a table of figures and of known headings, where no trích yếu goes on.
    """
    first = texts[:_FIRST]
    title = next((place for place, text in enumerate(first) if _is_title(text)), None)
    signs = [place for place, text in enumerate(first) if _HEAD.fullmatch(text.strip())]
    if title is None:
        return signs[-1] + 1 if signs else 0
    end = title + 1
    while end < len(first) and end not in others and _goes_on(first[end]):
        end += 1
    return end


def signature_span(texts: Sequence[str], start: int) -> range:
    """The paragraphs of the signature block behind the header block, which ends at `start`; may be empty."""
    begin = next((at for at in range(start, len(texts)) if _begins_signing(texts[at])), len(texts))
    end = next((at for at in range(begin, len(texts)) if _APPENDIX.match(texts[at])), len(texts))
    return range(begin, end)


def frames(text: str) -> bool:
    """Whether a paragraph is a line of the header block, or begins the block of who signs."""
    return _HEAD.fullmatch(text.strip()) is not None or _begins_signing(text.strip())


def is_heading(text: str) -> bool:
    """Whether a paragraph is the heading of a part, by its number and its lack of a sentence's end."""
    return len(text) <= _HEADING_LENGTH and _NUMBERED.match(text) is not None and not is_finished(text)


def is_finished(text: str) -> bool:
    """Whether a paragraph ends as a sentence or an item of a list does."""
    return _FINISHED.search(text[-_END:]) is not None


def _is_title(text: str) -> bool:
    return len(text) <= _TITLE_LENGTH and _TITLE.match(text.strip()) is not None


def _begins_signing(text: str) -> bool:
    in_capitals = _AUTHORITY.match(text) is not None and text == text.upper()
    return in_capitals or _RECIPIENTS.match(text.strip()) is not None


def _goes_on(text: str) -> bool:
    """Whether a paragraph behind the name of the kind is still trích yếu: no sentence, no heading."""
    ends = text.rstrip().endswith((".", ":", ";", ","))
    return len(text) <= _TITLE_LENGTH and not ends and not is_heading(text)
