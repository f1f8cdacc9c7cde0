"""What jinja2 and Python say about a wrong tag, in the words of whoever wrote the tag."""

from __future__ import annotations

import re

_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "end of template": "hết mẫu",
    "name": "một tên",
    "string": "một đoạn trong ngoặc kép",
    "integer": "một số",
    "assign": "=",
}
_SYNTAX = (
    (r"Encountered unknown tag '([^']*)'", "không có thẻ nào tên «{0}»"),
    (r"expected token '([^']*)', got '([^']*)'", "cần «{0}» nhưng lại gặp «{1}»"),
    (r"[Ee]xpected an expression, got '([^']*)'", "thiếu tên hoặc giá trị trước «{0}»"),
    (r"unexpected char '([^']*)'", "ký tự «{0}» không dùng được trong thẻ"),
    (r"unexpected '([^']*)'", "«{0}» đứng sai chỗ"),
    (r"block '([^']*)' defined twice", "khối «{0}» được đặt hai lần"),
    (r"can't assign to '([^']*)'", "không đặt được giá trị cho «{0}»"),
    (r"Unexpected end of template", "thẻ chưa viết xong"),
    (r"tag name expected", "thiếu tên thẻ sau {{%"),
)


def syntax_reason(message: str) -> str:
    """Why jinja2 cannot read a tag."""
    for pattern, words in _SYNTAX:
        match = re.search(pattern, message)
        if match:
            return words.format(*(_TOKENS.get(item, item) for item in match.groups()))
    return "không đọc được cách viết này"


def fault_reason(error: BaseException) -> str:
    """Why a tag cannot be computed."""
    if isinstance(error, ZeroDivisionError):
        return "chia cho 0"
    if isinstance(error, ArithmeticError):
        return "con số quá lớn hoặc không xác định"
    if isinstance(error, ValueError):
        return str(error).rstrip(".")
    if isinstance(error, TypeError):
        return "các giá trị trong thẻ không cùng loại, hoặc hàm và bộ lọc nhận sai số giá trị"
    if isinstance(error, LookupError | AttributeError):
        return f"không có mục «{error.args[0] if error.args else ''}»"
    return "thẻ dùng sai cách"
