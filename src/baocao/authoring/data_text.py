"""The tree of a data file -> a text that clerks like to read, YAML or JSON, and that says the same.

Entries stand in the order of the catalogue, groups and indicators with their labels as comments. What was
typed stays as typed; exact numbers (of cells, of JSON) are written the Vietnamese way, in a spelling that has
one reading: whole numbers with dots, others with a comma and without dots ("12345,6"). Where there is none,
the number keeps its decimal point behind the sign "!!float", which the reader takes exactly.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from baocao.authoring.yaml_scalars import WIDTH, block, in_line, key
from baocao.packs.catalogue import NUMERIC, Catalogue, Indicator, Kind
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.numbers import MAX_DIGITS, format_number

TOP = ("goi", "don_vi", "ky", "van_ban", "nguoi_ky", "bang_tinh", "nam_truoc", "cac_nam", "so_lieu")
"""The order of the entries of a data file; others follow."""

_FIGURES = ("so_lieu", "nam_truoc")
_WHOLE = frozenset({Kind.COUNT, Kind.RANK, Kind.MONEY})
_JSON_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_NUMBER_ENTRIES = frozenset({"gia_tri", "cong_bo"})


def data_text(tree: RawValue, catalogue: Catalogue | None = None, heading: Iterable[str] = ()) -> str:
    """The YAML text of a data file, with a newline at its end.

    catalogue: of its pack; without it no labels, and exact numbers as a computer writes them. heading: lines
    of comment at the top.
    """
    lines = [f"# {line}".rstrip() for line in heading]
    ordered = sorted(tree.children.items(), key=lambda item: _place(item[0], TOP))
    for name, raw in ordered:
        if lines and name in (*_FIGURES, "chu_thich") and raw.children:
            lines.append("")
        figures = name in _FIGURES and raw.literal is Literal.MAP
        writer = _Writer(catalogue if figures else None)
        lines += writer.entry(name, raw, 0, _Node("", None))
    return "\n".join(lines) + "\n"


def typed_only(raw: RawValue) -> RawValue:
    """The tree without blank entries: of a form most cells are."""
    if raw.children:
        kept = {name: typed_only(child) for name, child in raw.children.items()}
        entries = {name: child for name, child in kept.items() if child.literal is not Literal.NULL}
        return (
            RawValue(entries, raw.where, Literal.MAP) if entries else RawValue(None, raw.where, Literal.NULL)
        )
    if raw.items:
        return replace(raw, value=tuple(map(typed_only, raw.items)))
    return raw


def data_json(tree: RawValue) -> str:
    """The JSON text of a data file, with a newline at its end."""
    return _json(tree, "") + "\n"


@dataclass(frozen=True, slots=True)
class _Node:
    """Where the writer is. id: of the group or indicator ("" at the top). indicator: whose value this is."""

    id: str
    indicator: Indicator | None
    number: bool = False


class _Writer:
    def __init__(self, catalogue: Catalogue | None) -> None:
        self.catalogue = catalogue
        self.order = {id_: place for place, id_ in enumerate(catalogue.indicators)} if catalogue else {}

    def entry(self, name: str, raw: RawValue, depth: int, node: _Node) -> Iterator[str]:
        """The lines of one entry of a mapping, its comment among them."""
        margin = "  " * depth
        comment = self._comment(node)
        lines = self._value(raw, depth, node, f"{margin}{key(name)}:")
        inline = f"{lines[0]}  # {comment}"
        if comment and len(inline) <= WIDTH and not _is_block(lines[0]):
            lines[0] = inline
        elif comment:
            yield f"{margin}# {comment}"
        yield from lines

    def _value(self, raw: RawValue, depth: int, node: _Node, lead: str) -> list[str]:
        """The lines of a value behind its name or dash (`lead`)."""
        if raw.children:
            flow = None if self._is_group(node) else self._flow(raw, node)
            if flow is not None and len(lead) + len(flow) < WIDTH:
                return [f"{lead} {flow}"]
            return [lead, *self._entries(raw, depth + 1, node)]
        if raw.items:
            flow = self._flow(raw, node) if all(_is_short(item) for item in raw.items) else None
            if flow is not None and len(lead) + len(flow) < WIDTH:
                return [f"{lead} {flow}"]
            return [lead, *(line for item in raw.items for line in self._item(item, depth + 1, node))]
        if raw.literal in (Literal.MAP, Literal.LIST):
            return [f"{lead} " + ("{}" if raw.literal is Literal.MAP else "[]")]
        if raw.literal is Literal.NULL:
            return [lead]
        text, literal = self._scalar(raw, node)
        line = f"{lead} {in_line(text, literal)}"
        folded = block(text, 2 * depth + 2) if literal is Literal.TEXT else None
        if folded is not None and ("\n" in text or len(line) > WIDTH):
            return [f"{lead} {folded[0]}", *folded[1:]]
        return [line]

    def _entries(self, raw: RawValue, depth: int, node: _Node) -> Iterator[str]:
        for name, child in self._in_order(raw, node):
            if depth == 1 and self._is_group(node) and child.children:
                yield ""
            yield from self.entry(name, child, depth, self._below(node, name))

    def _item(self, raw: RawValue, depth: int, node: _Node) -> Iterator[str]:
        """An item of a sequence; a long mapping begins on the line of the dash."""
        margin = "  " * depth
        lines = self._value(raw, depth, node, f"{margin}-")
        if raw.children and lines[0] == f"{margin}-":
            lines = [f"{margin}- {lines[1].lstrip()}", *lines[2:]]
        yield from lines

    def _flow(self, raw: RawValue, node: _Node) -> str | None:
        """A mapping or sequence between braces on one line; None when a text is not fit for it."""
        if raw.children:
            parts = []
            for name, child in self._in_order(raw, node):
                written = self._flow(child, self._below(node, name))
                if written is None:
                    return None
                parts.append(f"{key(name)}: {written}".rstrip())
            return "{" + ", ".join(parts) + "}"
        if raw.items:
            items = [self._flow(item, node) for item in raw.items]
            return None if None in items else "[" + ", ".join(filter(None, items)) + "]"
        if raw.literal in (Literal.MAP, Literal.LIST):
            return "{}" if raw.literal is Literal.MAP else "[]"
        text, literal = self._scalar(raw, node)
        if "\n" in text:
            return None
        return "null" if raw.literal is Literal.NULL else in_line(text, literal, flow=True)

    def _in_order(self, raw: RawValue, node: _Node) -> Sequence[tuple[str, RawValue]]:
        """The entries in the catalogue's order; what it does not know stays behind."""
        if self.catalogue is None:
            return tuple(raw.children.items())
        if node.indicator is not None:
            fields = tuple(field.id for field in node.indicator.fields)
            return sorted(raw.children.items(), key=lambda item: _place(item[0], fields))
        return sorted(raw.children.items(), key=lambda item: self._rank(_joined(node.id, item[0])))

    def _rank(self, id_: str) -> int:
        """The place of an indicator, or of the first one of a group."""
        own = self.order.get(id_)
        if own is not None:
            return own
        inside = (place for known, place in self.order.items() if known.startswith(f"{id_}."))
        return next(inside, len(self.order))

    def _below(self, node: _Node, name: str) -> _Node:
        """The node of an entry."""
        if self.catalogue is None:
            return node
        if node.indicator is None:
            id_ = _joined(node.id, name)
            known = self.catalogue.indicators.get(id_)
            return _Node(id_, known, known is not None and known.kind in NUMERIC)
        field = next((item for item in node.indicator.fields if item.id == name), None)
        if field is not None:
            return _Node("", field, field.kind in NUMERIC)
        number = name in _NUMBER_ENTRIES and node.indicator.kind in NUMERIC
        return _Node("", node.indicator, number)

    def _is_group(self, node: _Node) -> bool:
        return self.catalogue is not None and node.indicator is None

    def _comment(self, node: _Node) -> str:
        if self.catalogue is None or not node.id:
            return ""
        known = node.indicator
        label = known.label if known is not None else self.catalogue.groups.get(node.id, "")
        unit = f" ({known.unit})" if known is not None and known.unit else ""
        return " ".join(f"{label}{unit}".split())

    def _scalar(self, raw: RawValue, node: _Node) -> tuple[str, Literal]:
        """Text and literal to write; an exact number in Vietnamese where a number is asked."""
        if raw.literal is Literal.BOOL and node.indicator is not None and node.indicator.kind is Kind.YESNO:
            return ("có" if raw.text == "true" else "không"), Literal.TEXT
        if raw.literal is not Literal.EXACT:
            return raw.text, raw.literal
        if node.number and node.indicator is not None:
            typed = spelled(raw.text, node.indicator.kind)
            return (typed, Literal.NUMBER) if typed else (raw.text, Literal.EXACT)
        text_asked = node.indicator is not None and node.indicator.kind not in NUMERIC
        return raw.text, Literal.NUMBER if text_asked or raw.text.isdigit() else Literal.EXACT


def spelled(text: str, kind: Kind) -> str:
    """An exact number as a clerk types it, such that a figure of this kind is read as the same number.

    "27630" is "27.630" where whole numbers are meant and "27630" elsewhere (with a dot it would have two
    readings); "80.41" is "80,41". "" when there is no such spelling: no number, or too many digits.
    """
    try:
        number = Decimal(text)
    except InvalidOperation:
        return ""
    if not number.is_finite() or abs(number.adjusted()) > MAX_DIGITS:
        return ""
    printed = format_number(number)
    if sum(map(str.isdigit, printed)) > MAX_DIGITS:
        return ""
    whole = kind in _WHOLE and number == number.to_integral_value()
    return printed if whole else printed.replace(".", "")


def _joined(group: str, name: str) -> str:
    return f"{group}.{name}" if group else name


def _place(name: str, names: Sequence[str]) -> int:
    return names.index(name) if name in names else len(names)


def _is_short(raw: RawValue) -> bool:
    return raw.literal not in (Literal.MAP, Literal.LIST) and len(raw.text) < 40


def _is_block(line: str) -> bool:
    return line.endswith((" |", " |-", " |+", " >-"))


def _json(raw: RawValue, margin: str) -> str:
    inner = f"{margin}  "
    if raw.children:
        entries = (f"{inner}{_text(name)}: {_json(child, inner)}" for name, child in raw.children.items())
        return "{\n" + ",\n".join(entries) + f"\n{margin}}}"
    if raw.items:
        return "[\n" + ",\n".join(f"{inner}{_json(item, inner)}" for item in raw.items) + f"\n{margin}]"
    if raw.literal in _BLANKS:
        return _BLANKS[raw.literal]
    bare = raw.literal is Literal.BOOL or (raw.literal is Literal.EXACT and _JSON_NUMBER.fullmatch(raw.text))
    return raw.text if bare else _text(raw.text)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


_BLANKS = {Literal.MAP: "{}", Literal.LIST: "[]", Literal.NULL: "null"}
