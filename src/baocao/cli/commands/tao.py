"""`baocao tao`: one data file becomes one report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import (
    data_argument,
    data_options,
    draft_option,
    json_option,
    row_option,
    strict_option,
)
from baocao.cli.show import count_words, show_findings
from baocao.cli.workplace import data_file, result_file
from baocao.errors import Finding, OutputError

if TYPE_CHECKING:
    from baocao.report import Report


@click.command("tao", cls=VietnameseHelp)
@data_argument
@click.option(
    "-o",
    "output",
    metavar="TỆP.docx",
    type=click.Path(path_type=Path),
    help="Nơi ghi báo cáo; không có thì đặt tên theo số, ký hiệu, đơn vị (vào ket-qua của thư mục làm việc).",
)
@data_options
@row_option
@draft_option
@strict_option
@click.option("--ghi-de", "overwrite", is_flag=True, help="Cho phép ghi đè lên tệp đã có.")
@click.option("--pdf", "pdf", is_flag=True, help="Tạo thêm bản PDF bên cạnh (cần LibreOffice).")
@json_option
def command(
    file: Path | None,
    output: Path | None,
    pack: str,
    unit: Path | None,
    row: str,
    *,
    draft: bool,
    strict: bool,
    overwrite: bool,
    pdf: bool,
    as_json: bool,
) -> int:
    """Làm báo cáo .docx từ một tệp số liệu (YAML, JSON hoặc biểu Excel)."""
    from baocao.output import check_target
    from baocao.produce import produce

    if output is not None:
        check_target(output, suffix=".docx", overwrite=overwrite)
    if output is not None and pdf:
        check_target(output.with_suffix(".pdf"), suffix=".pdf", overwrite=overwrite)
    data = data_file(file, "tao")
    if data != file and not as_json:
        click.echo(f"Làm từ tệp số liệu mới nhất: {data}")
    report = produce(data, pack=pack, unit=unit, draft=draft, strict=strict, row=row)
    written, troubles = _deliver(report, data, output, overwrite=overwrite, pdf=pdf)
    findings = (*report.findings, *troubles)
    made = [str(path) for path in written]
    show_findings(findings, as_json=as_json, so_lieu=str(data), tep=made, thanh_cong=bool(written))
    if not as_json:
        _say_result(written, count_words(findings))
    return 1 if not written else 4 if troubles else 0


def _deliver(
    report: Report, data: Path, output: Path | None, *, overwrite: bool, pdf: bool
) -> tuple[list[Path], tuple[Finding, ...]]:
    """Write the report and, when asked, its PDF; a PDF that fails does not take the report with it."""
    from baocao.output import write_result
    from baocao.pdf import to_pdf

    if report.data is None:
        return [], ()
    written = [report.save(output or result_file(data, report.file_name), overwrite=overwrite)]
    if pdf:
        target = written[0].with_suffix(".pdf")
        try:
            write_result(target, to_pdf(report.data), overwrite=overwrite)
        except OutputError as fault:
            return written, fault.findings
        written.append(target)
    return written, ()


def _say_result(written: list[Path], counted: str) -> None:
    if written:
        click.echo("Đã tạo " + " và ".join(str(path) for path in written) + f" ({counted}).")
    else:
        click.echo(f"Chưa tạo được báo cáo: {counted}.", err=True)
