"""`baocao tao`: one data file becomes one report."""

from __future__ import annotations

from pathlib import Path

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import data_options, draft_option, json_option, strict_option
from baocao.cli.show import count_words, show_findings


@click.command("tao", cls=VietnameseHelp)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("-o", "output", metavar="TỆP.docx", type=click.Path(path_type=Path),
              help="Nơi ghi báo cáo; không có thì đặt tên theo số, ký hiệu và đơn vị.")
@data_options
@draft_option
@strict_option
@click.option("--ghi-de", "overwrite", is_flag=True, help="Cho phép ghi đè lên tệp đã có.")
@click.option("--pdf", "pdf", is_flag=True, help="Tạo thêm bản PDF bên cạnh (cần LibreOffice).")
@json_option
def command(
    file: Path, output: Path | None, pack: str, unit: Path | None, *,
    draft: bool, strict: bool, overwrite: bool, pdf: bool, as_json: bool,
) -> int:
    """Làm báo cáo .docx từ một tệp số liệu (YAML hoặc JSON)."""
    from baocao.output import check_target
    from baocao.produce import produce

    if output is not None:
        check_target(output, overwrite=overwrite)
    report = produce(file, pack=pack, unit=unit, draft=draft, strict=strict)
    written = report.save(output, overwrite=overwrite, pdf=pdf) if report.data is not None else []
    show_findings(report.findings, as_json=as_json, tep=[str(path) for path in written], thanh_cong=bool(written))
    if not as_json:
        _say_result(written, count_words(report.findings))
    return 0 if written else 1


def _say_result(written: list[Path], counted: str) -> None:
    if written:
        click.echo("Đã tạo " + " và ".join(str(path) for path in written) + f" ({counted}).")
    else:
        click.echo(f"Chưa tạo được báo cáo: {counted}.", err=True)
