"""`baocao bieu tao`: a form in Excel for one unit and one period."""

from __future__ import annotations

from pathlib import Path

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.show import show_findings, tell
from baocao.cli.workplace import pack_name, unit_folders
from baocao.workplace import find_workplace

_FILE = click.Path(path_type=Path, readable=False)


@click.command("tao", cls=VietnameseHelp)
@click.argument("pack", metavar="[GÓI]", default="")
@click.option("--don-vi", "unit", metavar="TỆP", type=_FILE, help="Hồ sơ của đơn vị điền biểu.")
@click.option(
    "--ky",
    "period",
    metavar="KỲ",
    default="",
    help="Kỳ báo cáo, gõ như nói, thuộc loại kỳ mà gói làm được; ví dụ 2026.",
)
@click.option(
    "--nam-truoc",
    "previous",
    metavar="TỆP",
    type=_FILE,
    help="Số liệu kỳ trước (YAML hoặc biểu đã điền) để đối chiếu; không có thì tự tìm như khi làm báo cáo.",
)
@click.option("--so-lieu", "data", metavar="TỆP", type=_FILE, help="Tệp số liệu đã có, để điền sẵn vào biểu.")
@click.option(
    "-o",
    "output",
    metavar="TỆP.xlsx",
    type=click.Path(path_type=Path),
    required=True,
    help="Nơi ghi biểu.",
)
@click.option("--ghi-de", "overwrite", is_flag=True, help="Cho phép ghi đè lên tệp đã có.")
@json_option
def command(
    pack: str,
    unit: Path | None,
    period: str,
    previous: Path | None,
    data: Path | None,
    output: Path,
    *,
    overwrite: bool,
    as_json: bool,
) -> None:
    """Làm biểu nhập liệu Excel của một gói mẫu, cho một đơn vị và một kỳ."""
    from baocao.authoring.forms.making import Wanted, make_form
    from baocao.output import check_target, write_result

    inputs = [item for item in (unit, previous, data) if item is not None]
    check_target(output, suffix=".xlsx", overwrite=overwrite, inputs=inputs)
    named = pack or ("" if data is not None else pack_name("", "bieu tao", unit_folders()))
    made = make_form(Wanted(named, output, unit, period, previous, data), find_workplace(Path()))
    check_target(output, suffix=".xlsx", overwrite=overwrite, inputs=made.inputs)
    write_result(output, made.data, overwrite=overwrite)
    facts = {"tep": str(output), "don_vi": made.unit, "ky": made.period}
    show_findings(made.findings, as_json=as_json, **facts)
    if not as_json:
        tell(f"Đã làm biểu {output} cho {made.unit}, {made.period}.")
        click.echo(f"  {made.entries} ô số liệu, văn bản, lời văn và {made.tables} bảng danh sách.")
        click.echo("  Gửi tệp này cho người điền; nhận lại thì làm báo cáo bằng: baocao tao TỆP.xlsx")
