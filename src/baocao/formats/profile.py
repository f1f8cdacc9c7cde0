"""A format with its rules: one that ships, or a file of a new decree laid over one that ships.

Such a file has the entries of the format that differ (as in `nd30-2020.yaml`), `dua_tren: nd30-2020` (the
newest one that ships when it is left out), `quy_tac` with the entries of rules that differ (see `quy-tac/`),
and `bo`, a list of the rules that hold no more. Nothing of it is code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from baocao.errors import DataError, Finding, Where, finding, stops
from baocao.formats.filling import filled, unknown_places
from baocao.formats.model import Format
from baocao.formats.overlay import Overlay, names_in
from baocao.formats.read import BASE, FOLDER, FORMATS, format_data, format_of, load_format
from baocao.formats.rules import RuleText, Scope, Weight, frozen, load_rules, thawed, written_rules
from baocao.source.files import read_tree
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.text import nearest

_FILES = (".yaml", ".yml", ".json")
_OWN = (BASE, "quy_tac", "bo")


def load_profile(named: str | Path) -> tuple[Format, Mapping[str, RuleText]]:
    """The format called `named`, or that of the file `named`, and its rules by id.

    Raises `DataError` for a name that no format has, and for a file that cannot be read or laid over.
    """
    if str(named) in FORMATS:
        return load_format(str(named)), load_rules(str(named))
    path = Path(named)
    if path.suffix.lower() not in _FILES:
        raise DataError(_no_such(str(named), Where()))
    return _made(*_laid_over(path))


@cache
def load_shipped(name: str) -> tuple[Format, Mapping[str, RuleText]]:
    """A format that ships, with its rules. Raises `KeyError` for no such name."""
    return _made(*_whole(name))


def _made(data: Mapping[str, Any], rules: Mapping[str, RuleText]) -> tuple[Format, Mapping[str, RuleText]]:
    return format_of(data), MappingProxyType(filled(rules, data))


def _whole(name: str) -> tuple[Mapping[str, Any], Mapping[str, RuleText]]:
    """The entries and the rules of a format that ships, with those it lies on below."""
    data = format_data(name)
    return _laid_over(FOLDER / f"{name}.yaml") if BASE in data else (data, written_rules(name))


def _no_such(name: str, where: Where) -> Finding:
    near = nearest(name, FORMATS)
    hint = f" Có phải «{near}» không?" if near else ""
    return finding("the-thuc-khong-co", where, ten=name, goi_y=hint, co_san=", ".join(FORMATS))


def _laid_over(path: Path) -> tuple[Mapping[str, Any], dict[str, RuleText]]:
    """The entries and the rules that come of a file and of the format it lies on."""
    raw = _tree(path)
    below, rules = _whole(_base_of(raw, str(path)))
    overlay = Overlay()
    own = {name: entry for name, entry in raw.children.items() if name not in _OWN}
    data = overlay.laid(below, replace(raw, value=own), "")
    made = _rules_over(rules, raw, overlay)
    _places(made, raw, data, overlay)
    if overlay.findings:
        raise DataError(overlay.findings)
    return data, made


def _tree(path: Path) -> RawValue:
    reading = read_tree(path)
    if any(fault.code == "tep-rong" for fault in reading.findings):
        raise DataError(finding("the-thuc-tep-rong", Where(str(path)), tep=str(path), ma=FORMATS[0]))
    if not reading.readable or stops(reading.findings):
        raise DataError(reading.findings)
    return reading.value


def _base_of(raw: RawValue, file: str) -> str:
    """The format that the file says it lies on."""
    if raw.literal is not Literal.MAP:
        raise DataError(_wrong(Where(file, 1), file, raw, "các mục của một bộ thể thức"))
    named = raw.children.get(BASE)
    if named is not None and named.literal in (Literal.MAP, Literal.LIST):
        raise DataError(_wrong(named.where, BASE, named, f"mã của một bộ thể thức, ví dụ {FORMATS[0]}"))
    base = raw.text_of(BASE) or FORMATS[0]
    if named is not None and base not in FORMATS:
        raise DataError(_no_such(base, named.where))
    return base


def _wrong(where: Where, entry: str, raw: RawValue, wanted: str) -> Finding:
    return finding("the-thuc-sai-kieu", where, muc=entry, gia_tri=raw.text, can=wanted)


def _rules_over(rules: Mapping[str, RuleText], raw: RawValue, overlay: Overlay) -> dict[str, RuleText]:
    made = dict(rules)
    changed, dropped = raw.children.get("quy_tac"), raw.children.get("bo")
    overlay.expects(changed, "quy_tac", Literal.MAP)
    overlay.expects(dropped, "bo", Literal.LIST)
    for ident, entry in changed.children.items() if changed is not None else ():
        if ident in made:
            made[ident] = _rule_over(made[ident], entry, overlay)
        else:
            overlay.unknown(entry, f"quy_tac.{ident}", rules)
    for ident, place in names_in(dropped):
        if made.pop(ident, None) is None:
            overlay.unknown(place, f"bo.{ident}", rules)
    return made


def _places(rules: Mapping[str, RuleText], raw: RawValue, data: Mapping[str, Any], overlay: Overlay) -> None:
    """Tell what the file's own words of a rule name in braces, but no entry is."""
    changed = raw.children.get("quy_tac")
    for ident, entry in changed.children.items() if changed is not None else ():
        for place in unknown_places(rules[ident], data) if ident in rules else ():
            overlay.unknown(entry, place, {})


def _rule_over(rule: RuleText, raw: RawValue, overlay: Overlay) -> RuleText:
    """A rule with the entries of its file that differ."""
    base: dict[str, Any] = {
        "ten": rule.name, "hieu_luc": rule.weight.value, "dieu": rule.clause, "vi_sao": rule.why,
        "sua": rule.mend, "dung": rule.right, "sai": rule.wrong, "tham_so": thawed(rule.parameters),
        "thanh_phan": rule.component, "vung": rule.region,
    }  # fmt: skip
    laid = overlay.laid(base, raw, f"quy_tac.{rule.id}")
    return RuleText(
        id=rule.id,
        component=laid["thanh_phan"],
        region=laid["vung"],
        name=laid["ten"],
        weight=Weight(laid["hieu_luc"]),
        clause=laid["dieu"],
        why=laid["vi_sao"],
        mend=laid["sua"],
        right=laid["dung"],
        wrong=laid["sai"],
        scope=Scope.ELSEWHERE if laid.get("noi_khac") else rule.scope,
        reason=laid.get("noi_khac", rule.reason),
        parameters=frozen(laid["tham_so"]),
    )
