"""Findings as SARIF 2.1.0, the form that editors and code review take the results of any linter in."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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


def sarif(findings: Sequence[Finding], *, tool_version: str) -> str:
    """The findings as one SARIF log: a rule for each code that occurs, a result for each finding.

    A result carries a fingerprint of what is wrong and of the words around it, not of line or paragraph
    numbers: it stays the same when paragraphs are added before it. The same findings give the same text.
    """
    codes = sorted({item.code for item in findings})
    seen: Counter[str] = Counter()
    driver = {
        "name": "baocao",
        "version": tool_version,
        "language": "vi-VN",
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": "vi-VN",
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, codes.index(item.code), seen) for item in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str) -> dict[str, Any]:
    message = message_of(code)
    text = _without_holes(message.text)
    return {
        "id": code,
        "shortDescription": {"text": text},
        "fullDescription": {"text": _literal(message.why) or text},
        "help": {"text": _without_holes(message.remedy)},
        "defaultConfiguration": {"level": _LEVELS[message.severity]},
    }


def _result(item: Finding, index: int, seen: Counter[str]) -> dict[str, Any]:
    place = str(item.where.but(file="", line=None))
    sentences = (item.text, place and f"Nơi: {place}.", item.remedy and f"Cách sửa: {item.remedy}")
    result = {
        "ruleId": item.code,
        "ruleIndex": index,
        "level": _LEVELS[item.level],
        "message": {"text": _literal("\n".join(filter(None, sentences)))},
        "partialFingerprints": {_FINGERPRINT: _fingerprint(item, seen)},
    }
    location = _location(item.where, place)
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


def _fingerprint(item: Finding, seen: Counter[str]) -> str:
    """What stays when lines and paragraphs move; the number of its kind tells equal ones apart."""
    where = item.where
    part = where.anchor.partition("#")[0] or where.part
    kept = (item.code, where.file, part, where.sheet, where.cell, where.words, where.key, *_pairs(item.facts))
    digest = hashlib.sha256("\0".join(kept).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"


def _pairs(facts: Iterable[tuple[str, str]]) -> Iterable[str]:
    return (f"{name}={value}" for name, value in facts)


def _without_holes(sentence: str) -> str:
    """A message's sentence with «…» where a finding fills in its facts."""
    pieces = Formatter().parse(sentence)
    return _literal("".join(text + ("…" if hole is not None else "") for text, hole, _, _ in pieces))


def _literal(text: str) -> str:
    """`text` as SARIF wants it: braces name arguments there, doubled ones stand for themselves (3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")
