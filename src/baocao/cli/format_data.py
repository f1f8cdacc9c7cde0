"""A format check for programs: as JSON, as SARIF, and what is kept of each document of a run."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from baocao.errors import BaocaoError, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from baocao.cli.sarif import Result as SarifResult
    from baocao.cli.sarif import Rule as SarifRule
    from baocao.conformance.checking import Checked, Fault
    from baocao.conformance.files import FileCheck
    from baocao.conformance.mending import Mended
    from baocao.conformance.telling import Remark
    from baocao.formats.rules import RuleText

SEVERITIES = {
    "bat_buoc": Severity.ERROR,
    "thong_le": Severity.WARNING,
    "nen_xem": Severity.INFO,
    "can_nguoi_xem": Severity.INFO,
    "khong_theo": Severity.INFO,
}
"""By the name of a group of remarks or of a weight of rules."""
GOOD, BROKEN, UNREAD, OUTSIDE = "đạt", "chưa đạt", "chưa đọc được", "không soát"


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one document. mended: with `--sua`; then `check` is of the mended document.

    fault: why it could not be mended or marked. written: files, with the option that asked for each.
    """

    check: FileCheck
    mended: Mended | None = None
    written: tuple[tuple[str, Path], ...] = ()
    fault: BaocaoError | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """What is kept of a document to the end of a run over many: small, without the document itself.

    row: of the table. code: exit code. entry: for `--json`. rules, results: for `--sarif`.
    """

    row: tuple[str, ...]
    verdict: str
    code: int
    entry: dict[str, Any]
    rules: dict[str, SarifRule]
    results: tuple[SarifResult, ...]


def brief_of(one: Told, form: str) -> Brief:
    """What is kept of a document. form: "json", "sarif", "" for the screen."""
    entry = _entry(one) if form == "json" else {}
    rules, results = _sarif_parts(one.check) if form == "sarif" else ({}, ())
    row = _row(one.check)
    return Brief(row, row[-1], _exit_code(one), entry, rules, results)


def _exit_code(one: Told) -> int:
    from baocao.cli import exit_code_of

    fault = one.check.fault or one.fault
    if fault is not None:
        return exit_code_of(fault)
    return 0 if one.check.good else 1


def _row(one: FileCheck) -> tuple[str, ...]:
    """What was found in a document, counted, and what keeps it from being issued."""
    from baocao.conformance.telling import Group, in_groups, remarks

    if one.checked is None:
        return (str(one.path), "", "", "", "", UNREAD)
    if one.checked.outside:
        return (str(one.path), "", "", "", "", OUTSIDE)
    found = {group: sum(len(i.faults) for i in items) for group, items in in_groups(remarks(one.checked))}
    shown = (Group.MUST, Group.PRACTICE, Group.HINT, Group.UNSURE)
    return (str(one.path), *(str(found.get(group, 0)) for group in shown), GOOD if one.good else BROKEN)


def print_data(told: Sequence[Brief], *, as_sarif: bool) -> None:
    """Print all documents for a program."""
    from baocao.cli.sarif import sarif_log
    from baocao.version import __version__

    if as_sarif:
        rules = {name: rule for brief in told for name, rule in brief.rules.items()}
        results = [result for brief in told for result in brief.results]
        click.echo(sarif_log([rules[name] for name in sorted(rules)], results, tool_version=__version__))
        return
    said = {"dat": all(brief.code == 0 for brief in told), "cac_tep": [brief.entry for brief in told]}
    click.echo(json.dumps(said, ensure_ascii=False, indent=2))


def _entry(one: Told) -> dict[str, Any]:
    written = {"da_ghi": [str(file) for _, file in one.written]} if one.written else {}
    done = mended_data(one.mended) if one.mended else {}
    kept = {"khong_ghi_duoc": [item.as_data() for item in one.fault.findings]} if one.fault else {}
    return {**check_data(one.check), **done, **written, **kept}


def check_data(one: FileCheck) -> dict[str, Any]:
    """A file for `--json`."""
    outside = one.checked.outside if one.checked else ""
    facts: dict[str, Any] = {"tep": str(one.path), "dat": None if outside else one.good}
    if one.checked is None:
        found = one.fault.findings if one.fault else ()
        return {**facts, "phat_hien": [], "khong_doc_duoc": [item.as_data() for item in found]}
    from baocao.conformance.telling import in_groups, remarks

    told = remarks(one.checked)
    house = {"ho_so_don_vi": str(one.house.path)} if one.house.path else {}
    return {
        **facts,
        **house,
        "the_thuc": {"ma": one.checked.format.id, "so_hieu": one.checked.format.decree},
        **({"khong_soat": outside} if outside else {}),
        "loai_van_ban": one.checked.parts.kind.name,
        "dem": {group.value: sum(len(i.faults) for i in items) for group, items in in_groups(told)},
        "phat_hien": [_fault_data(item, fault, one.checked) for item in told for fault in item.faults],
        "khong_co_gi_de_do": list(one.checked.absent),
    }


def _fault_data(remark: Remark, fault: Fault, checked: Checked) -> dict[str, Any]:
    from baocao.conformance.wheres import where_of

    place = {name: value for name, value in where_of(fault, checked)._asdict().items() if value}
    waived = {"ly_do_khong_theo": remark.waived} if remark.waived else {}
    return {
        **_rule_data(remark.rule),
        "nhom": remark.group.value,
        "thay": fault.seen.seen,
        "can": fault.seen.wanted,
        "tu_sua_duoc": bool(fault.seen.mends),
        "vi_tri": place,
        **waived,
    }


def _rule_data(rule: RuleText) -> dict[str, str]:
    return {
        "ma": rule.id,
        "hieu_luc": rule.weight.value,
        "thanh_phan": rule.component,
        "vung": rule.region,
        "quy_tac": rule.name,
        "dieu": rule.clause,
        "cach_sua": rule.mend,
    }


def explained_data(rules: Sequence[RuleText]) -> str:
    """What rules want, why, and an example of each, as JSON; what a rule has nothing to say of is ""."""
    told = [
        {
            **_rule_data(rule),
            "vi_sao": rule.why,
            "dung": rule.right,
            "sai": rule.wrong,
            "soat_o_cho_khac": rule.reason,
        }
        for rule in rules
    ]
    return json.dumps({"cac_quy_tac": told}, ensure_ascii=False, indent=2)


def _sarif_parts(one: FileCheck) -> tuple[dict[str, SarifRule], tuple[SarifResult, ...]]:
    """The rules and results of one document; what kept it from being read is a result as well."""
    from baocao.cli.sarif import finding_results
    from baocao.conformance.telling import remarks

    if one.checked is None:
        rules, unread = finding_results(one.fault.findings if one.fault else ())
        return rules, tuple(unread)
    told = remarks(one.checked)
    found = {item.rule.id: _sarif_rule(item.rule) for item in told}
    return found, tuple(_sarif_result(item, fault, one.checked) for item in told for fault in item.faults)


def _sarif_rule(rule: RuleText) -> SarifRule:
    from baocao.cli.sarif import Rule

    name = f"{rule.component}: {rule.name} ({rule.clause})"
    return Rule(rule.id, name, rule.why or name, rule.mend, SEVERITIES[rule.weight.value])


def _sarif_result(remark: Remark, fault: Fault, checked: Checked) -> SarifResult:
    from baocao.cli.sarif import Result, kept_of
    from baocao.conformance.telling import remedy, sentence
    from baocao.conformance.wheres import where_of

    where = where_of(fault, checked)
    advice = remedy(remark)
    place = place_words(fault, checked)
    said = (
        f"{remark.rule.component}: {sentence(remark)} ({remark.rule.clause}).",
        f"Nơi: {place}." if place else "",
        f"Cách sửa: {advice}" if advice else "",
    )
    kept = (remark.rule.id, *kept_of(where), fault.seen.seen, fault.seen.wanted)
    sentences = tuple(filter(None, said))
    return Result(remark.rule.id, SEVERITIES[remark.group.value], sentences, where, kept, remark.waived)


def mended_data(mended: Mended) -> dict[str, Any]:
    """What was mended, for `--json`; what is left stands in `phat_hien`."""
    return {
        "da_sua": [
            {
                "ma": item.rule.id,
                "thanh_phan": item.rule.component,
                "truoc": item.before,
                "sau": item.after,
                "vi_tri": {name: value for name, value in item.where._asdict().items() if value},
            }
            for item in mended.done
        ]
    }


def place_words(fault: Fault, checked: Checked) -> str:
    """Where a fault is, in words."""
    from baocao.conformance.wheres import where_of

    where = where_of(fault, checked)
    words = f" «{where.words}»" if where.words else ""
    return f"{where.paragraph}{words}".strip() or fault.rule.region
