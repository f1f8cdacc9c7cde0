"""`baocao tong-hop`: the figures of many units add up to those of the unit above them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from baocao.cli.grammar import NothingBlank
from baocao.cli.options import json_option
from baocao.cli.show import count_words, show_findings, tell
from baocao.errors import Finding, stops

if TYPE_CHECKING:
    from baocao.rollup import Rolled
    from baocao.rollup.tracing import RateTrace, Trace

_SUFFIXES = (".yaml", ".json", ".xlsx", ".yml")
_ONE_OF_BOTH = "--vet chỉ in ra màn hình, còn -o ghi kết quả ra tệp: mỗi lần chạy chỉ dùng một trong hai."
_PATH = click.Path(path_type=Path, readable=False)


@click.command("tong-hop", cls=NothingBlank)
@click.argument("places", metavar="THƯ-MỤC|TỆP...", type=_PATH, nargs=-1, required=True)
@click.option("--don-vi", "unit", metavar="TỆP", type=_PATH, help="Hồ sơ don-vi.yaml của đơn vị tổng hợp.")
@click.option("-o", "output", metavar="TỆP", type=_PATH, help="Nơi ghi kết quả: .yaml, .json hoặc .xlsx.")
@click.option(
    "--mau", "pack", metavar="GÓI", default="", help="Gói mẫu; không có thì theo gói các đơn vị ghi."
)
@click.option(
    "--kem", "own", metavar="TỆP", type=_PATH, help="Tệp số liệu riêng của đơn vị tổng hợp, ghép vào kết quả."
)
@click.option(
    "--vet",
    "traced",
    metavar="MÃ|TÊN",
    default="",
    help="In các đơn vị làm nên một tổng hoặc tỷ lệ, ví dụ tthc.tiep_nhan.",
)
@click.option("--nhap", "draft", is_flag=True, help="Bỏ ra những tệp không cộng được thay vì dừng lại.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Cho phép ghi đè lên tệp đã có.")
@json_option
def command(
    places: tuple[Path, ...],
    unit: Path | None,
    output: Path | None,
    pack: str,
    own: Path | None,
    traced: str,
    *,
    draft: bool,
    overwrite: bool,
    as_json: bool,
) -> int:
    """Cộng số liệu các đơn vị cấp dưới thành số liệu của cấp trên.

    Thư mục chứa tệp số liệu của từng đơn vị (YAML, JSON, biểu Excel); không có -o thì chỉ xem thử.
    """
    from baocao.authoring.own_part import OwnPart, judge_own
    from baocao.authoring.rolling import profile_beside, roll_up_files
    from baocao.output import check_target

    if traced and output is not None:
        click.get_current_context().fail(_ONE_OF_BOTH)
    if output is not None:
        known = [item for item in (*places, unit, own) if item is not None]
        check_target(output, suffix=_SUFFIXES, overwrite=overwrite, inputs=known)
    profile = unit or profile_beside(places)
    rolled = roll_up_files(places, profile, pack=pack, result=output, draft=draft)
    if traced:
        return _trace(rolled, traced, as_json=as_json)
    part = judge_own(own, rolled) if own is not None else OwnPart()
    findings, made = rolled.findings + part.findings, ""
    if output is not None and not stops(findings):
        check_target(output, suffix=_SUFFIXES, overwrite=overwrite, inputs=(*rolled.inputs, *part.inputs))
        findings, made = findings + _write(rolled, output, own, overwrite=overwrite), str(output)
    facts = {"tep": made, "don_vi": [one.name for one in rolled.units], "chua_gui": list(rolled.missing)}
    show_findings(findings, as_json=as_json, **facts)
    if not as_json:
        _say(rolled, made, findings)
    return 1 if stops(findings) else 0


def _write(rolled: Rolled, output: Path, own: Path | None, *, overwrite: bool) -> tuple[Finding, ...]:
    from baocao.authoring.rolling import result_file
    from baocao.output import write_result

    data, found = result_file(rolled, output, own)
    write_result(output, data, overwrite=overwrite)
    return found


def _trace(rolled: Rolled, id_: str, *, as_json: bool) -> int:
    """Print what one total is made of."""
    from baocao.rollup.tracing import Trace, trace

    found = trace(rolled, id_)
    if as_json:
        shown = _as_data(found) if isinstance(found, Trace) else _rate_data(found)
        show_findings(rolled.findings, as_json=True, vet=[shown])
        return 1 if stops(rolled.findings) else 0
    if isinstance(found, Trace):
        _say_trace(found)
    else:
        _say_rate(found)
    show_findings([item for item in rolled.findings if stops([item])])
    return 1 if stops(rolled.findings) else 0


def _as_data(one: Trace) -> dict[str, object]:
    parts = [
        {"don_vi": share.name, "so": share.number, "ty_trong": share.share, "tep": share.file}
        for share in one.shares
    ]
    return {"ma": one.id, "ten": one.label, "tong": one.total, "phan": parts, "thieu": list(one.lacking)}


def _rate_data(one: RateTrace) -> dict[str, object]:
    parts = [
        {
            "don_vi": part.name,
            "tu_so": part.numerator,
            "mau_so": part.denominator,
            "ty_le": part.rate,
            "tep": part.file,
        }
        for part in one.parts
    ]
    halves = {"tu_so": one.whole.numerator, "mau_so": one.whole.denominator, "tong": one.whole.rate}
    return {"ma": one.id, "ten": one.label} | halves | {"phan": parts, "thieu": list(one.lacking)}


def _say_rate(one: RateTrace) -> None:
    from baocao.cli.table import table

    click.echo(f"«{one.label}» ({one.id}): {one.whole.rate or 'chưa đủ số để tính'}")
    click.echo(f"Tử số: {one.numerator}. Mẫu số: {one.denominator}.")
    rows = [
        (part.name, part.numerator, part.denominator, part.rate, Path(part.file).name if part.file else "")
        for part in (*one.parts, one.whole)
    ]
    if one.parts:
        tell(table(("Đơn vị", "Tử số", "Mẫu số", "Tỷ lệ", "Tệp"), rows))
    if one.lacking:
        tell(f"Chưa đủ hai số: {', '.join(one.lacking)}")


def _say_trace(one: Trace) -> None:
    from baocao.cli.table import table

    click.echo(f"«{one.label}» ({one.id}): {one.total or 'chưa đơn vị nào có số'}")
    rows = [(share.name, share.amount, share.share, Path(share.file).name) for share in one.shares]
    if rows:
        tell(table(("Đơn vị", "Số", "Tỷ trọng", "Tệp"), [*rows, ("Cộng", one.total, "", "")]))
    if one.lacking:
        tell(f"Chưa có số: {', '.join(one.lacking)}")


def _counted(rolled: Rolled) -> str:
    """How many of the units that are expected are in the sums, and how many others."""
    from baocao.vietnamese.unit_names import unit_key

    expected = len(rolled.upper.units)
    if not expected:
        return f"{len(rolled.units)} đơn vị"
    listed = expected - len(rolled.missing)
    above = {unit_key(one.above or one.name) for one in rolled.units}
    others = len(above) - listed
    more = f" và {others} đơn vị ngoài danh sách" if others > 0 else ""
    return f"{listed}/{expected} đơn vị{more}"


def _say(rolled: Rolled, made: str, findings: tuple[Finding, ...]) -> None:
    period = f" {rolled.period.label}" if rolled.period is not None else ""
    added = f"cộng {_counted(rolled)}, {len(rolled.totals)} chỉ tiêu"
    tell(f"{rolled.upper.name}{period}: {added}.")
    if made:
        tell(f"Đã ghi {made} ({count_words(findings)}).")
    elif stops(findings):
        way_out = " Thêm --nhap để bỏ ra những tệp sai." if stops(rolled.findings) else ""
        click.echo(f"Chưa tổng hợp được: {count_words(findings)}.{way_out}", err=True)
    else:
        click.echo(f"Xem thử, chưa ghi tệp nào ({count_words(findings)}); thêm -o tong-hop.yaml để ghi.")
