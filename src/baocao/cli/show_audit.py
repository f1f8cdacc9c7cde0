"""The audit of a report, on the screen and as JSON: remarks in groups, what agrees, what was not read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from baocao.cli.show import COLOURS, say
from baocao.errors import Finding, Severity

_FURTHER = 3
"""Further places of a remark that are printed."""

if TYPE_CHECKING:
    from baocao.audit.document import Document
    from baocao.audit.statements import Quantity, Spot
    from baocao.audit.verdicts import Audit, Judged, Remark
    from baocao.review import Reviewed


def show_audit(audit: Audit, *, err: bool = True) -> None:
    """Print the remarks of a report: gravest first, figures before words. err: to stderr."""
    from baocao.audit.grouping import groups

    for group in groups(audit):
        colour = COLOURS[group.severity]
        click.echo(click.style(group.title, fg=colour, bold=True), err=err)
        alike: dict[tuple[str, str, str], list[Remark]] = {}
        for item in group.items:
            found = item.remark.finding
            own = "" if group.concerns_words else str(item.number)
            alike.setdefault((found.text, found.remedy, own), []).append(item.remark)
        shown = list(alike.values())
        for at, remarks in enumerate(shown):
            _show_remarks(audit.document, remarks, err=err)
            remedy = remarks[0].finding.remedy
            if remedy and (at + 1 == len(shown) or shown[at + 1][0].finding.remedy != remedy):
                say("    → ", remedy, err=err)


def _show_remarks(document: Document, remarks: Sequence[Remark], *, err: bool) -> None:
    """Remarks with the same words: one, with all places. A remedy stands under the last one it is for."""
    from baocao.audit.grouping import told_confidence

    first, sure = remarks[0], told_confidence(remarks[0])
    times = f" ({len(remarks):02d} chỗ)" if len(remarks) > 1 else ""
    near = _near(document, first) if first.concerns_words else ""
    place = f"{_places(document, remarks)}{times}{near}"
    say("  • ", f"{place}: {first.finding.text}" + (f" ({sure})" if sure else ""), err=err)


def _places(document: Document, remarks: Sequence[Remark]) -> str:
    """Where remarks stand; of a remark about words also its first further places."""
    from baocao.audit.grouping import place_of, short_place
    from baocao.audit.verdicts import FaultKind

    told = dict.fromkeys(place_of(document, remark.spot) for remark in remarks)
    spread = [
        remark for remark in remarks if remark.concerns_words and remark.kind is not FaultKind.NUMBERING
    ]
    further = [spot.passage for remark in spread for spot in remark.others]
    own = {remark.spot.passage for remark in remarks}
    also = dict.fromkeys(short_place(document.passages[at]) for at in further if at not in own)
    shown = list(also)[:_FURTHER]
    return "; ".join((*told, *shown)) + ("…" if len(also) > len(shown) else "")


def _near(document: Document, remark: Remark) -> str:
    """Words around a remark that quotes none: what a clerk searches for."""
    from baocao.audit.grouping import words_around, words_at

    text = remark.finding.text
    if not words_at(document, remark.spot) or "gần chữ" in text or "kết thúc" in text:
        return ""
    return f", gần chữ «{words_around(document, remark.spot)}»"


def show_checked(audit: Audit) -> None:
    """Print to stdout what was found right, what could not be checked, and the figures of no statement."""
    from baocao.audit.grouping import CHECKED, UNREAD, told_at, unread_figures

    document = audit.document
    for verdict, title in CHECKED:
        items = [(told_at(document, item.statement), _computed(document, item)) for item in audit.of(verdict)]
        _show_by_place(document, title, items)
    unread = [(quantity.spot, _around(document, quantity)) for quantity in unread_figures(audit)]
    _show_by_place(document, UNREAD, unread)


def _show_by_place(document: Document, title: str, items: Sequence[tuple[Spot, str]]) -> None:
    """A list with the place above what stands there; nothing for an empty one."""
    if items:
        click.echo(f"{title} ({len(items):02d})")
    last = ""
    for spot, words in items:
        place = _place(document, spot)
        if place != last:
            say("  ", place, err=False)
            last = place
        say("    - ", words, err=False)


def _computed(document: Document, item: Judged) -> str:
    """The words of a statement with its arithmetic, and where its other figures stand."""
    from baocao.audit.grouping import computation, told_at, words_at

    words = f"«{words_at(document, told_at(document, item.statement))}»"
    told = computation(document, item)
    return f"{words}: {told}" if told else words


def _place(document: Document, spot: Spot) -> str:
    from baocao.audit.grouping import place_of

    return place_of(document, spot)


def _around(document: Document, quantity: Quantity) -> str:
    """A figure with the words before and behind it."""
    from baocao.audit.grouping import beside

    spot = quantity.spot
    before, behind = beside(document, spot)
    return f"{before}«{document.passages[spot.passage].text[spot.start : spot.end]}»{behind}"


def audit_data(audit: Audit, *, checked: bool) -> dict[str, Any]:
    """An audit for `--json`: its remarks, and how many statements came to which verdict; checked: each."""
    from baocao.audit.grouping import groups
    from baocao.audit.verdicts import Verdict

    remarks = [item.remark for group in groups(audit) for item in group.items]
    counts = {verdict.value: sum(1 for _ in audit.of(verdict)) for verdict in Verdict}
    data: dict[str, Any] = {
        "phat_hien": [_remark_data(audit.document, remark) for remark in remarks],
        "da_kiem": counts,
        "so_chua_doc": len(audit.unread),
    }
    if checked:
        data["cau"] = [_judged_data(audit.document, item) for item in audit.judged]
        data["chua_doc"] = [_quantity_data(audit.document, item) for item in audit.unread]
    return data


def _remark_data(document: Document, remark: Remark) -> dict[str, Any]:
    own = {"loai": remark.kind.value, "do_chac": remark.confidence.value}
    others = [_spot_data(document, spot) for spot in remark.others]
    return remark.finding.as_data() | own | {"cho": _spot_data(document, remark.spot), "cho_khac": others}


def _judged_data(document: Document, item: Judged) -> dict[str, Any]:
    return {
        "ket_qua": item.verdict.value,
        "phep_tinh": item.arithmetic,
        "cho": _spot_data(document, item.statement.spot),
        "cac_so": [
            {"vai": role.value} | _quantity_data(document, quantity)
            for role, quantity in item.statement.quantities
        ],
    }


def _quantity_data(document: Document, quantity: Quantity) -> dict[str, Any]:
    facts = {"gia_tri": f"{quantity.value:f}", "don_vi": quantity.unit}
    return facts | {"cho": _spot_data(document, quantity.spot)}


def _spot_data(document: Document, spot: Spot) -> dict[str, Any]:
    """A stretch of the text: where, the words, and its letters counted in the passage from 0."""
    passage = document.passages[spot.passage]
    return {
        "noi": _place(document, spot),
        "chu": passage.text[spot.start : spot.end],
        "doan": spot.passage + 1,
        "tu": spot.start,
        "den": spot.end,
    }


def reviews_json(
    told: Sequence[Reviewed], written: Sequence[str], *, checked: bool, extra: Sequence[Finding]
) -> str:
    """For `--json`: the same form for one file and for many; `tep` also when there is only one.

    written: files that were made. extra: what kept the command from going on, of no audited file.
    """
    entries = [_entry(one, checked=checked) for one in told]
    found = [item for entry in entries for item in entry["phat_hien"]]
    single = {"tep": entries[0]["tep"]} if len(entries) == 1 else {}
    made = {"da_ghi": list(written)} if written else {}
    good = all(item.level is not Severity.ERROR for item in extra) and all(one.good for one in told)
    found += [item.as_data() for item in extra]
    said = {**single, "dat": good, **made, "phat_hien": found, "cac_tep": entries}
    return json.dumps(said, ensure_ascii=False, indent=2)


def _entry(one: Reviewed, *, checked: bool) -> dict[str, Any]:
    facts: dict[str, Any] = {"tep": str(one.path), "loai": one.kind.value, "dat": one.good}
    if one.audit is None:
        return {**facts, "phat_hien": [item.as_data() for item in one.findings]}
    return {**facts, **audit_data(one.audit, checked=checked)}
