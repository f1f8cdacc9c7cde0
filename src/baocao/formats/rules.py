"""The rules of a format as data: clause, force, what each wants, why, and an example. Files of `quy-tac/`.

A rule's function is found by its id (`baocao.conformance.case.RULES`); everything that may differ from decree
to decree (texts, limits, patterns, lists) is an entry of the format or a parameter here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

_FOLDER = Path(__file__).parent / "quy-tac"


class Weight(StrEnum):
    """The force of a rule: the decree demands it; office practice does; worth a look."""

    MUST = "bat_buoc"
    PRACTICE = "thong_le"
    HINT = "nen_xem"


class Scope(StrEnum):
    """Where a rule is answered: by a function here, or elsewhere (with the reason)."""

    FILE = "tep"
    ELSEWHERE = "noi_khac"


@dataclass(frozen=True, slots=True)
class RuleText:
    """One rule. component: what it is about ("Quốc hiệu"). region: where that stands on the page, in words.

    name: what it wants, as one sentence. clause: of the decree, or what practice it comes from. why: for the
    clerk. mend: what to do in Word, as one sentence. right, wrong: an example. parameters: texts, patterns
    and lists of the rule. reason: for a rule that is answered elsewhere: where, and why.
    """

    id: str
    component: str
    region: str
    name: str
    weight: Weight
    clause: str
    why: str = ""
    mend: str = ""
    right: str = ""
    wrong: str = ""
    scope: Scope = Scope.FILE
    reason: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)


@cache
def load_rules(name: str) -> Mapping[str, RuleText]:
    """The rules of the format `name` by id, in the order of the files and of their entries.

    Those of a format that lies on another are in its own file. Raises `KeyError` for a name that no format
    has. The files ship with the package: a fault in one is ours.
    """
    from baocao.formats.profile import load_shipped

    return load_shipped(name)[1]


@cache
def written_rules(name: str) -> Mapping[str, RuleText]:
    """The rules of a format that lies on no other, as they are written: numbers still named by their places.

    Raises `KeyError` for a format without rules of its own.
    """
    import yaml

    folder = _FOLDER / name
    if not folder.is_dir():
        raise KeyError(name)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, RuleText] = {}
    for file in sorted(folder.glob("*.yaml")):
        groups = yaml.load(file.read_text(encoding="utf-8"), Loader=loader) or ()
        for group in groups:
            for ident, entry in group["quy_tac"].items():
                if ident in found:
                    raise ValueError(f"{file.name}: {ident} stands twice")
                found[ident] = rule_of(ident, group["thanh_phan"], group["vung"], entry)
    return MappingProxyType(found)


def frozen(value: Any) -> Any:
    """The same mappings and lists, that nobody can change: rules are shared by the whole process."""
    if isinstance(value, Mapping):
        return MappingProxyType({name: frozen(entry) for name, entry in value.items()})
    return tuple(map(frozen, value)) if isinstance(value, list | tuple) else value


def thawed(value: Any) -> Any:
    """What `frozen` made, as mappings and lists of one's own."""
    if isinstance(value, Mapping):
        return {name: thawed(entry) for name, entry in value.items()}
    return list(map(thawed, value)) if isinstance(value, tuple) else value


def rule_of(ident: str, component: str, region: str, entry: Mapping[str, Any]) -> RuleText:
    """A rule from its entry in a file."""
    return RuleText(
        id=ident,
        component=entry.get("thanh_phan", component),
        region=entry.get("vung", region),
        name=entry["ten"],
        weight=Weight(entry["hieu_luc"]),
        clause=entry["dieu"],
        why=entry.get("vi_sao", ""),
        mend=entry.get("sua", ""),
        right=entry.get("dung", ""),
        wrong=entry.get("sai", ""),
        scope=Scope.ELSEWHERE if "noi_khac" in entry else Scope.FILE,
        reason=entry.get("noi_khac", ""),
        parameters=frozen(entry.get("tham_so", {})),
    )
