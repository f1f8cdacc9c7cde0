"""Why YAML broke off, told to somebody who does not know YAML: the line, the likely cause, the remedy."""

from __future__ import annotations

import re
from typing import Any

from baocao.errors import Finding, Where, finding

_TAB = re.compile(r" *\t")
_NO_SPACE = re.compile(r"\s*(?:- )?\w[\w.-]*:[^\s/]")
_ENTRY = re.compile(r"""\s*(?:- +)*(?:[^\s:'"#][^:#]*|"[^"]*"|'[^']*'):(?:\s+(?P<value>.*))?$""")
_TWO_COLONS = re.compile(r":\s+[^'\"\[{|>].*:(\s|$)")
_INDENT_SIGNS = ("expected key", "'-' indicator", "<block end>", "expected ':'", "mapping values")
_OPENERS = "%@`*&![]{},|>"


def explain(fault: Any, text: str, file: str) -> Finding:
    """The finding for a `yaml.YAMLError` met in `text`."""
    return _Explanation(fault, text, file).find()


class _Explanation:
    """One fault and the lines around it. Lines count from 0 here, as in the parser's marks."""

    def __init__(self, fault: Any, text: str, file: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.problem = str(getattr(fault, "problem", "") or "")
        self.context = str(getattr(fault, "context", "") or "")
        self.line, self.column = self._mark(getattr(fault, "problem_mark", None))
        self.start, self.start_column = self._mark(getattr(fault, "context_mark", None), self.line)

    def _mark(self, mark: Any, otherwise: int | None = None) -> tuple[int, int]:
        if mark is None:
            return (len(self.lines) - 1 if otherwise is None else otherwise), 0
        return min(mark.line, len(self.lines) - 1), mark.column

    def find(self) -> Finding:
        """Try the likely causes, the surest first."""
        for cause in (
            self._tab,
            self._escape,
            self._quote,
            self._bracket,
            self._opener,
            self._dash,
            self._space,
            self._colons,
            self._no_colon,
            self._indent,
        ):
            found = cause()
            if found is not None:
                return found
        return self._at(self.line, "yaml-khac")

    def _at(self, line: int, code: str, **facts: Any) -> Finding:
        words = self.lines[line].strip()
        shown = words if len(words) <= 60 else words[:59] + "…"
        return finding(code, Where(self.file, line + 1, words=shown), **facts)

    def _before(self, line: int) -> int:
        """The last line above `line` that says something; `line` itself when there is none."""
        above = range(line - 1, -1, -1)
        return next((n for n in above if self.lines[n].strip() and self.lines[n].lstrip()[0] != "#"), line)

    def _value(self, line: int) -> str:
        match = _ENTRY.match(self.lines[line])
        if match:
            return (match["value"] or "").strip()
        return self.lines[line].strip().removeprefix("- ").strip()

    def _tab(self) -> Finding | None:
        for line in (self.line, self._before(self.line)):
            if _TAB.match(self.lines[line]):
                return self._at(line, "yaml-tab")
        return None

    def _escape(self) -> Finding | None:
        if "escape" in self.problem or "hexdecimal" in self.problem:
            return self._at(self.line, "yaml-gach-cheo")
        return None

    def _quote(self) -> Finding | None:
        if "quoted scalar" in self.context:
            return self._at(self.start, "yaml-nhay-chua-dong")
        for line in (self.line, self._before(self.line)):
            value = self._value(line)
            if value[:1] in {'"', "'"} and value.count(value[0]) % 2:
                return self._at(line, "yaml-nhay-chua-dong")
            if value[:1] in {'"', "'"} and not value.endswith(value[0]) and "expected" in self.problem:
                return self._at(line, "yaml-chu-ngoai-nhay")
        return None

    def _bracket(self) -> Finding | None:
        if "while parsing a flow" in self.context and self.line >= self.start:
            opener = self.lines[self.start][self.start_column : self.start_column + 1]
            return self._at(self.start, "yaml-ngoac-chua-dong", mo=opener, dong="]" if opener == "[" else "}")
        return None

    def _opener(self) -> Finding | None:
        value = self._value(self.line)
        starts = value[:1] and value[0] in _OPENERS and not value.startswith(("|", ">"))
        if starts or "block scalar" in self.context:
            return self._at(self.line, "yaml-ky-tu-dau", ky_tu=value[:1] or "%")
        return None

    def _dash(self) -> Finding | None:
        if "block sequence entries" in self.problem or "sequence entries are not allowed" in self.problem:
            return self._at(self.line, "yaml-gach-cung-dong")
        return None

    def _space(self) -> Finding | None:
        for line in (self.start, self.line, self._before(self.line)):
            if _NO_SPACE.match(self.lines[line]) and not _ENTRY.match(self.lines[line]):
                return self._at(line, "yaml-thieu-cach", chu=self.lines[line].strip().split()[0])
        return None

    def _colons(self) -> Finding | None:
        if "mapping values" in self.problem and _TWO_COLONS.search(self.lines[self.line]):
            return self._at(self.line, "yaml-hai-cham")
        return None

    def _no_colon(self) -> Finding | None:
        if "':'" not in self.problem and "mapping values" not in self.problem:
            return None
        for line in (self.start, self._before(self.line)):
            said = self.lines[line].strip()
            if said and ":" not in said and not said.startswith("-") and "scalar" not in self.context:
                return self._at(line, "yaml-thieu-hai-cham")
        return None

    def _indent(self) -> Finding | None:
        if any(sign in self.problem for sign in _INDENT_SIGNS):
            return self._at(self.line, "yaml-thut-le", so_cach=self._spaces())
        return None

    def _spaces(self) -> str:
        """How deep the line and the one above it stand: either may be the wrong one."""
        above = self._before(self.line)
        own, other = (len(self.lines[n]) - len(self.lines[n].lstrip(" ")) for n in (self.line, above))
        told = f" Dòng này có {own} dấu cách ở đầu, dòng {above + 1} ở trên có {other}."
        return told if own != other else ""
