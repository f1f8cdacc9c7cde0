"""`baocao tong-hop`: the figures of many units add up to those of the unit above them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.show import count_words, show_findings
from baocao.errors import Finding, stops

if TYPE_CHECKING:
    from baocao.rollup import Rolled
    from baocao.rollup.tracing import Trace

_PATH = click.Path(path_type=Path, readable=False)


@click.command("tong-hop", cls=VietnameseHelp)
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
    "--vet", "traced", metavar="MÃ", default="", help="In các đơn vị làm nên một tổng, ví dụ tthc.tiep_nhan."
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
    from baocao.authoring.rolling import profile_beside, roll_up_files
    from baocao.output import check_target

    if output is not None:
        check_target(output, suffix=_suffix(output), overwrite=overwrite, inputs=places)
    profile = unit or profile_beside(places)
    rolled = roll_up_files(places, profile, pack=pack, result=output, draft=draft)
    if traced:
        return _trace(rolled, traced, as_json=as_json)
    findings = rolled.findings
    made = ""
    if output is not None and not stops(findings):
        findings += _write(rolled, output, own, overwrite=overwrite)
        made = str(output)
    facts = {"tep": made, "don_vi": [one.name for one in rolled.units], "chua_gui": list(rolled.missing)}
    show_findings(findings, as_json=as_json, **facts)
    if not as_json:
        _say(rolled, made, findings)
    return 1 if stops(findings) else 0


def _suffix(output: Path) -> str:
    return output.suffix.lower() if output.suffix.lower() in (".yaml", ".yml", ".json", ".xlsx") else ".yaml"


def _write(rolled: Rolled, output: Path, own: Path | None, *, overwrite: bool) -> tuple[Finding, ...]:
    from baocao.authoring.rolling import result_file
    from baocao.output import write_result

    data, found = result_file(rolled, output, own)
    write_result(output, data, overwrite=overwrite)
    return found


def _trace(rolled: Rolled, id_: str, *, as_json: bool) -> int:
    """Print what one total is made of."""
    from baocao.rollup.tracing import traces

    found = traces(rolled, id_)
    if as_json:
        show_findings(rolled.findings, as_json=True, vet=[_as_data(one) for one in found])
        return 0
    for one in found:
        _say_trace(one)
    show_findings([item for item in rolled.findings if stops([item])])
    return 1 if stops(rolled.findings) else 0


def _as_data(one: Trace) -> dict[str, object]:
    parts = [
        {"don_vi": share.name, "so": share.number, "ty_trong": share.share, "tep": share.file}
        for share in one.shares
    ]
    return {"ma": one.id, "ten": one.label, "tong": one.total, "phan": parts, "thieu": list(one.lacking)}


def _say_trace(one: Trace) -> None:
    from baocao.cli.table import table

    click.echo(f"«{one.label}» ({one.id}): {one.total or 'chưa đơn vị nào có số'}")
    rows = [(share.name, share.amount, share.share, Path(share.file).name) for share in one.shares]
    if rows:
        click.echo(table(("Đơn vị", "Số", "Tỷ trọng", "Tệp"), [*rows, ("Cộng", one.total, "", "")]))
    if one.lacking:
        click.echo(f"Chưa có số: {', '.join(one.lacking)}")


def _say(rolled: Rolled, made: str, findings: tuple[Finding, ...]) -> None:
    period = f" {rolled.period.label}" if rolled.period is not None else ""
    known = f"/{len(rolled.upper.units)}" if rolled.upper.units else ""
    added = f"cộng {len(rolled.units)}{known} đơn vị, {len(rolled.totals)} chỉ tiêu"
    click.echo(f"{rolled.upper.name}{period}: {added}.")
    if made:
        click.echo(f"Đã ghi {made} ({count_words(findings)}).")
    elif stops(findings):
        click.echo(
            f"Chưa tổng hợp được: {count_words(findings)}. Thêm --nhap để bỏ ra những tệp sai.", err=True
        )
    else:
        click.echo(f"Xem thử, chưa ghi tệp nào ({count_words(findings)}); thêm -o tong-hop.yaml để ghi.")
