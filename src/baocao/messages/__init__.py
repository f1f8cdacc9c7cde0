"""The catalogue of every message: one entry for each code, worded once.

Each room keeps its entries in a module of this package; `catalogue` joins them. An entry has the sentence,
the remedy, why it matters, and the smallest example that triggers it (documentation is printed from here).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from baocao.messages.kinds import Family, Severity


@dataclass(frozen=True, slots=True)
class Message:
    """How one code is worded. `text` and `remedy` have named holes filled by the finding's facts.

    in_cell, in_words: the remedy when the place is a cell of a workbook, or stands in a report written as one
    text (.md), where it differs (`messages.cells`, `messages.full_texts`).
    """

    code: str
    family: Family
    severity: Severity
    text: str
    remedy: str
    why: str = ""
    example: str = ""
    in_cell: str = ""
    in_words: str = ""


def catalogue_of(
    family: Family, severity: Severity, entries: Mapping[str, tuple[str, ...]]
) -> dict[str, Message]:
    """Build the messages of one family and severity from `code: (text, remedy[, why[, example]])`."""
    return {code: Message(code, family, severity, *words) for code, words in entries.items()}


@cache
def catalogue() -> Mapping[str, Message]:
    """Every message by its code."""
    from baocao.messages import (
        audit,
        audit_files,
        authoring,
        batch,
        builder,
        cells,
        charts,
        conformance,
        documents,
        figures,
        form_making,
        format_data,
        format_files,
        forms,
        full_texts,
        intake,
        layers,
        lint,
        mapping,
        mending,
        named_figures,
        numbers,
        opens,
        output,
        package,
        packs,
        profile,
        reading,
        record,
        references,
        rollup,
        running,
        tables,
        template,
        units,
        wording,
        workbook,
        workplace,
        years,
    )

    data = (
        intake,
        record,
        documents,
        numbers,
        profile,
        units,
        years,
        figures,
        workbook,
        forms,
        mapping,
        rollup,
        audit,
    )
    texts = (full_texts, named_figures)
    files = (output, tables, running, package, opens, workplace, form_making, reading, audit_files, wording)
    checks = (conformance, format_data, format_files, mending)
    templates = (packs, template, layers, charts, lint, builder, references)
    modules = (*data, *texts, batch, *templates, authoring, *files, *checks)
    joined: dict[str, Message] = {}
    for module in modules:
        joined |= module.MESSAGES
    for code, words in cells.REMEDIES.items():
        joined[code] = replace(joined[code], in_cell=words)
    for code, words in full_texts.REMEDIES.items():
        joined[code] = replace(joined[code], in_words=words)
    return joined


def message_of(code: str) -> Message:
    """The message of `code`; raises `KeyError` for a code nobody defined."""
    return catalogue()[code]
