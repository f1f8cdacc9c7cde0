"""JSON text -> tree of `RawValue`: strict, with line numbers, numbers kept as written."""

from __future__ import annotations

import re
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # the C scanner behind json.loads

from baocao.errors import Finding, Where, finding
from baocao.source.raw import Literal, RawValue, Reading, nothing
from baocao.source.scalars import DEEPEST, MOST_VALUES

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_WORD = re.compile(r"[^\s,\]}:]+")
_CONSTANTS = {"true": Literal.BOOL, "false": Literal.BOOL, "null": Literal.NULL}


def read_json(text: str, file: str) -> Reading:
    """Read one JSON document; a syntax fault is a reading without value, and its finding says why."""
    scanner = _Scanner(text, file)
    try:
        value = scanner.value(scanner.skip(0), 0)
        end = scanner.skip(scanner.at)
        if end != len(text):
            raise _SyntaxError(end, "còn chữ thừa sau dấu đóng cuối cùng")
    except _SyntaxError as fault:
        return nothing(
            file, *scanner.findings, finding("json-hong", scanner.where(fault.at), ly_do=fault.reason)
        )
    return Reading(value, tuple(scanner.findings))


class _SyntaxError(Exception):
    def __init__(self, at: int, reason: str) -> None:
        super().__init__(at, reason)
        self.at, self.reason = at, reason


class _Scanner:
    """Recursive descent; `at` is the position after the last value read."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file, self.at = text, file, 0
        self.findings: list[Finding] = []
        self.count = 0

    def where(self, at: int) -> Where:
        """The place of a position."""
        line_start = self.text.rfind("\n", 0, at) + 1
        return Where(self.file, self.text.count("\n", 0, at) + 1, at - line_start + 1)

    def skip(self, at: int) -> int:
        """The next position that is not white space."""
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def value(self, at: int, depth: int, where: Where | None = None) -> RawValue:
        """Read the value that starts at `at`."""
        self.count += 1
        if depth > DEEPEST or self.count > MOST_VALUES:
            raise _SyntaxError(at, "tệp lồng quá nhiều lớp hoặc quá nhiều giá trị")
        place = where or self.where(at)
        match self.text[at : at + 1]:
            case '"':
                return RawValue(self._string(at), place, Literal.TEXT)
            case "{":
                return self._object(at, depth, place)
            case "[":
                return self._array(at, depth, place)
            case "":
                raise _SyntaxError(at, "tệp dừng giữa chừng, thiếu dấu đóng } hoặc ]")
        return self._word(at, place)

    def _word(self, at: int, place: Where) -> RawValue:
        match = _WORD.match(self.text, at)
        word = match[0] if match else self.text[at]
        self.at = at + len(word)
        if word in _CONSTANTS:
            literal = _CONSTANTS[word]
            return RawValue(None if literal is Literal.NULL else word, place, literal)
        if _NUMBER.fullmatch(word):
            return RawValue(word, place, Literal.EXACT)
        raise _SyntaxError(at, f"«{word[:40]}» phải đặt trong dấu nháy kép hoặc là số viết kiểu 80.41")

    def _string(self, at: int) -> str:
        try:
            text, self.at = scanstring(self.text, at + 1, True)
        except JSONDecodeError as fault:
            raise _SyntaxError(
                fault.pos, _STRING_FAULTS.get(fault.msg.split(" at")[0], _BAD_STRING)
            ) from None
        return str(text)

    def _object(self, at: int, depth: int, place: Where) -> RawValue:
        entries: dict[str, RawValue] = {}
        at = self.skip(at + 1)
        while self.text[at : at + 1] != "}":
            at = self._entry(entries, at, depth)
            at = self._next(at, "}")
        self.at = at + 1
        return RawValue(entries, place, Literal.MAP)

    def _entry(self, entries: dict[str, RawValue], at: int, depth: int) -> int:
        if self.text[at : at + 1] != '"':
            raise _SyntaxError(at, "tên mục phải đặt trong dấu nháy kép")
        place = self.where(at)
        key = self._string(at).strip()
        colon = self.skip(self.at)
        if self.text[colon : colon + 1] != ":":
            raise _SyntaxError(colon, f"thiếu dấu hai chấm sau «{key[:40]}»")
        value = self.value(self.skip(colon + 1), depth + 1, place)
        if key in entries:
            self.findings.append(finding("khoa-trung", place, khoa=key, lan_dau=entries[key].where.spot))
        else:
            entries[key] = value
        return self.skip(self.at)

    def _array(self, at: int, depth: int, place: Where) -> RawValue:
        items: list[RawValue] = []
        at = self.skip(at + 1)
        while self.text[at : at + 1] != "]":
            items.append(self.value(at, depth + 1))
            at = self._next(self.skip(self.at), "]")
        self.at = at + 1
        return RawValue(tuple(items), place, Literal.LIST)

    def _next(self, at: int, closing: str) -> int:
        """Step over a comma; stay on the closing bracket."""
        if self.text[at : at + 1] == ",":
            after = self.skip(at + 1)
            if self.text[after : after + 1] == closing:
                raise _SyntaxError(at, f"thừa dấu phẩy trước dấu {closing}")
            return after
        if self.text[at : at + 1] != closing:
            raise _SyntaxError(at, f"thiếu dấu phẩy hoặc dấu {closing}")
        return at


_BAD_STRING = "sau dấu \\ có chữ không dùng được"
_STRING_FAULTS = {
    "Unterminated string starting": "dấu nháy kép mở ra mà chưa đóng",
    "Invalid control character": "trong dấu nháy kép có phím Tab hoặc xuống dòng; gõ \\n thay cho xuống dòng",
}
