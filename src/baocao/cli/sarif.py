"""Findings as SARIF 2.1.0, the form that editors and code review take the results of any linter in."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any
from urllib.parse import quote

from baocao.errors import Finding, Severity, Where
from baocao.messages import message_of

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
_FINGERPRINT = "baocao/v1"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the log. name, why, help: in words."""

    id: str
    name: str
    why: str
    help: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Result:
    """A result of the log. kept: what of it stays the same when lines and paragraphs move. note: what is said
    of its being set aside on purpose, "" when it is not.
    """

    rule: str
    severity: Severity
    sentences: tuple[str, ...]
    where: Where
    kept: tuple[str, ...]
    note: str = ""


def sarif(findings: Sequence[Finding], *, tool_version: str) -> str:
    """The findings as one SARIF log: a rule for each code that occurs, a result for each finding."""
    rules, results = finding_results(findings)
    return sarif_log([rules[code] for code in sorted(rules)], results, tool_version=tool_version)


def finding_results(findings: Sequence[Finding]) -> tuple[dict[str, Rule], list[Result]]:
    """The rules by their codes and the results of some findings."""
    rules = {item.code: _rule_of(item.code) for item in findings}
    return rules, [_result_of(item) for item in findings]


def sarif_log(rules: Sequence[Rule], results: Iterable[Result], *, tool_version: str) -> str:
    """One SARIF log of the results of some rules.

    A result carries a fingerprint of what is wrong and of the words around it, not of line or paragraph
    numbers: it stays the same when paragraphs are added before it. The same results give the same text.
    """
    places = {rule.id: place for place, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    driver = {
        "name": "baocao",
        "version": tool_version,
        "language": "vi-VN",
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "language": "vi-VN",
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, places[item.rule], seen) for item in results],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule_of(code: str) -> Rule:
    message = message_of(code)
    text = _without_holes(message.text)
    return Rule(
        code, text, _without_holes(message.why) or text, _without_holes(message.remedy), message.severity
    )


def _result_of(item: Finding) -> Result:
    sentences = (item.text, _place(item.where), item.remedy and f"Cách sửa: {item.remedy}")
    kept = (item.code, *kept_of(item.where), *(f"{name}={value}" for name, value in item.facts))
    return Result(item.code, item.level, tuple(filter(None, sentences)), item.where, kept)


def kept_of(where: Where) -> tuple[str, ...]:
    """What of a place stays the same when lines and paragraphs move."""
    part = where.anchor.partition("#")[0] or where.part
    return where.file, part, where.sheet, where.cell, where.words, where.key


def _place(where: Where) -> str:
    place = str(where.but(file="", line=None))
    return f"Nơi: {place}." if place else ""


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(item: Result, index: int, seen: Counter[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": item.rule,
        "ruleIndex": index,
        "level": _LEVELS[item.severity],
        "message": {"text": _literal("\n".join(item.sentences))},
        "partialFingerprints": {_FINGERPRINT: _fingerprint(item.kept, seen)},
    }
    if item.note:
        result["suppressions"] = [{"kind": "external", "justification": item.note}]
    location = _location(item.where, str(item.where.but(file="", line=None)))
    return result | {"locations": [location]} if location else result


def _location(where: Where, place: str) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if where.file:
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(where.file)}}
    if where.file and where.line:
        region = {"startLine": where.line} | ({"startColumn": where.column} if where.column else {})
        location["physicalLocation"]["region"] = region
    logical = {"name": place, "fullyQualifiedName": where.anchor}
    if any(logical.values()):
        location["logicalLocations"] = [{name: value for name, value in logical.items() if value}]
    return location


def _uri(file: str) -> str:
    """A path as a URI reference, relative when the path is."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")


def _fingerprint(kept: Iterable[str], seen: Counter[str]) -> str:
    """The number of its kind tells equal ones apart."""
    digest = hashlib.sha256("\0".join(kept).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"


def _without_holes(sentence: str) -> str:
    """A message's sentence with «…» where a finding fills in its facts."""
    pieces = Formatter().parse(sentence)
    return _literal("".join(text + ("…" if hole is not None else "") for text, hole, _, _ in pieces))


def _literal(text: str) -> str:
    """`text` as SARIF wants it: braces name arguments there, doubled ones stand for themselves (3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")
