"""A format check on the screen: remarks in groups, many files in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from baocao.cli.format_data import BROKEN, GOOD, OUTSIDE, SEVERITIES, UNREAD, Brief, Told, place_words
from baocao.cli.show import COLOURS, print_findings, say, tell

if TYPE_CHECKING:
    from baocao.conformance.checking import Checked
    from baocao.conformance.mending import Done, Mended
    from baocao.conformance.telling import Remark
    from baocao.formats.rules import RuleText

_PLACES = 4
"""Places of one remark that are printed."""
_TITLES = {
    "bat_buoc": "Phải sửa, vì trái quy định bắt buộc",
    "thong_le": "Nên sửa, vì trái thông lệ",
    "nen_xem": "Nên xem lại",
    "can_nguoi_xem": "Máy không tự quyết được, cần người xem",
    "khong_theo": "Đơn vị không theo, đã ghi lý do",
}
_WRITTEN = {"--sua": "Bản đã sửa", "--danh-dau": "Bản có nhận xét"}


def show_check(
    checked: Checked, *, only_must: bool = False, refused: Mapping[str, str] | None = None
) -> None:
    """Print what was found in one document.

    only_must: leave out what the decree does not demand. refused: why faults of a rule, by its id, were not
    mended; None when nobody tried.
    """
    from baocao.conformance.telling import Group, in_groups, remarks

    for group, items in in_groups(remarks(checked)):
        if only_must and group is not Group.MUST:
            continue
        title, severity = _TITLES[group.value], SEVERITIES[group.value]
        number = sum(len(item.faults) for item in items)
        click.echo(click.style(f"{title} ({number:02d})", fg=COLOURS[severity], bold=True))
        for item in items:
            _show_remark(item, checked, refused)
    shown = checked.format
    verified = f"{shown.verified:%d/%m/%Y}"
    tell(f"Soát theo {shown.title}; quy tắc đối chiếu với văn bản hiện hành ngày {verified}.")


def refusals(mended: Mended | None) -> Mapping[str, str] | None:
    """Why mends were given up, by the id of the rule; None when nothing was mended."""
    return None if mended is None else {item.fault.rule.id: item.reason for item in mended.refused}


def _show_remark(remark: Remark, checked: Checked, refused: Mapping[str, str] | None) -> None:
    from baocao.conformance.telling import remedy, sentence, source

    times = f" ({len(remark.faults):02d} chỗ)" if len(remark.faults) > 1 else ""
    say(
        "  • ",
        f"{remark.rule.component}{times}: {sentence(remark)} [{source(remark.rule)}]",
        err=False,
    )
    say("    ở ", _places(remark, checked), err=False)
    if advice := remedy(remark, tried=refused is not None):
        say("    → ", advice, err=False)
    if reason := (refused or {}).get(remark.rule.id):
        say("      ", f"Máy không tự sửa: {reason}.", err=False)


def _places(remark: Remark, checked: Checked) -> str:
    places = list(dict.fromkeys(place_words(fault, checked) for fault in remark.faults))
    shown = "; ".join(places[:_PLACES])
    rest = len(places) - _PLACES
    return f"{shown}; và {rest:02d} chỗ nữa" if rest > 0 else shown


def count_words(checked: Checked) -> str:
    """What was found in one document, counted in words."""
    from baocao.conformance.telling import GROUP_WORDS, in_groups, remarks

    counts = [
        f"{sum(len(item.faults) for item in items):02d} {GROUP_WORDS[group]}"
        for group, items in in_groups(remarks(checked))
    ]
    if checked.outside:
        return f"không soát: {checked.outside}"
    measured = len(checked.held) - len(checked.absent)
    return f"{', '.join(counts) or 'không có gì phải sửa'} (đã đo {measured} quy tắc)"


_HEADER = ("Tệp", "Bắt buộc", "Thông lệ", "Nên xem", "Cần người xem", "Kết luận")


def show(one: Told, *, several: bool, only_must: bool) -> None:
    """Print what was found in one document, what was mended, and its counts in one line."""
    if several:
        tell(str(one.check.path), bold=True)
    checked = one.check.checked
    if checked is None:
        print_findings(one.check.fault.findings if one.check.fault else (), err=False)
        tell(f"{one.check.path}: chưa soát được.")
        return
    print_findings(one.check.house.findings, err=True)
    if one.check.house.path is not None:
        tell(f"Đối chiếu với hồ sơ đơn vị: {one.check.house.path}")
    if one.mended is not None:
        show_done(one.mended)
    show_check(checked, only_must=only_must, refused=refusals(one.mended))
    print_findings(one.fault.findings if one.fault else (), err=False)
    tell(f"{one.check.path}: {count_words(checked)}.")
    for option, file in one.written:
        tell(f"{_WRITTEN[option]}: {file}")


def show_table(told: Sequence[Brief]) -> None:
    """Print one row a document, and all in one line."""
    from baocao.cli.table import table

    click.echo()
    tell(table(_HEADER, [brief.row for brief in told]))
    counted = Counter(brief.verdict for brief in told)
    parts = [f"{counted[GOOD]:02d} đạt", f"{counted[BROKEN]:02d} còn lỗi bắt buộc"]
    parts += [f"{counted[UNREAD]:02d} chưa soát được"] if counted[UNREAD] else []
    parts += [f"{counted[OUTSIDE]:02d} theo quy định khác nên không soát"] if counted[OUTSIDE] else []
    click.echo(f"Cả {len(told):02d} văn bản: {', '.join(parts)}.")


def explain(rules: Iterable[RuleText]) -> None:
    """Print what rules want, why, and an example of each."""
    for rule in rules:
        weight = _TITLES[rule.weight.value].lower()
        click.echo(click.style(f"{rule.id} · {rule.component}: {rule.name}", bold=True))
        say("  Căn cứ: ", f"{rule.clause} ({weight})", err=False)
        for lead, words in (("Vì sao", rule.why), ("Cách sửa", rule.mend), ("Đúng", rule.right)):
            if words:
                say(f"  {lead}: ", words, err=False)
        if rule.wrong:
            say("  Sai: ", rule.wrong, err=False)
        if rule.reason:
            say("  Soát ở chỗ khác: ", rule.reason, err=False)


def show_done(mended: Mended) -> None:
    """Print what was mended, alike mends together."""
    if not mended.done:
        click.echo("Không có gì máy tự sửa được; bản ghi ra giống tệp gốc.")
        return
    click.echo(click.style(f"Đã sửa ({len(mended.done):02d})", fg="green", bold=True))
    alike: dict[tuple[str, str, str, str], list[Done]] = {}
    for item in mended.done:
        key = (item.rule.id, item.rule.component, item.before, item.after)
        alike.setdefault(key, []).append(item)
    for (ident, component, before, after), items in alike.items():
        times = f" ({len(items):02d} chỗ)" if len(items) > 1 else ""
        say("  • ", f"{component}{times}: {before} → {after} [{ident}]", err=False)
