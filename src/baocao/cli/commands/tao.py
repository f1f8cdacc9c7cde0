"""`baocao tao`: one data file becomes one report."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
from baocao.cli.show import count_words, show_findings, tell
from baocao.cli.workplace import chosen_data, result_file
from baocao.errors import Finding, OutputError, Severity, Where, finding, stops
from baocao.workplace import in_shell

if TYPE_CHECKING:
    from baocao.report import Report
    from baocao.review import MadeAudit


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
@click.option(
    "--khong-soat", "unaudited", is_flag=True, help="Không soát lại câu chữ, con số của báo cáo vừa tạo."
)
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
    unaudited: bool,
    pdf: bool,
    as_json: bool,
) -> int:
    """Làm báo cáo .docx từ tệp số liệu (YAML, JSON, .md, biểu Excel)."""
    from baocao.output import check_target
    from baocao.produce import produce

    if output is not None:
        check_target(output, suffix=".docx", overwrite=overwrite)
    if output is not None and pdf:
        check_target(output.with_suffix(".pdf"), suffix=".pdf", overwrite=overwrite)
    data, newest, remarks = chosen_data(file, "tao")
    if newest and not as_json:
        tell(f"Làm từ tệp số liệu mới nhất: {data}")
    report = produce(data, pack=pack, unit=unit, draft=draft, strict=strict, row=row)
    written, troubles = _deliver(report, data, output, overwrite=overwrite, pdf=pdf)
    made, faults = (None, ()) if unaudited or not written else _audit(report, written[0], draft=draft)
    findings = (*remarks, *report.findings, *troubles, *faults)
    if as_json:
        _show_as_data(findings, made, so_lieu=str(data), tep=[str(path) for path in written])
    else:
        _show(findings, made, written)
    if not written or troubles or faults:
        return 1 if not written else 4 if troubles else 70
    return 1 if strict and made is not None and stops(made.audit.findings) else 0


def _show(findings: Sequence[Finding], made: MadeAudit | None, written: list[Path]) -> None:
    show_findings(findings)
    _say_result(written, count_words(findings))
    if made is not None:
        _say_audit(made, written[0])


def _audit(report: Report, made: Path, *, draft: bool) -> tuple[MadeAudit | None, tuple[Finding, ...]]:
    """The audit of what was written, without what the data's findings tell. The report stands whatever comes
    of its audit: a fault of the program there becomes a finding, with an exit code of its own.
    """
    from baocao.review import audit_made

    try:
        return audit_made(report.to_bytes(), str(made), report.findings, draft=draft), ()
    except Exception as fault:
        if os.environ.get("BAOCAO_DEBUG"):
            raise
        reason = f"{type(fault).__name__}: {fault}"
        return None, (finding("soat-khong-xong", Where(str(made)), ly_do=reason, tep_go=in_shell(made)),)


def _show_as_data(findings: Sequence[Finding], made: MadeAudit | None, **facts: Any) -> None:
    from baocao.cli.show_audit import audit_data

    audited = {} if made is None else {"soat": audit_data(made.audit, checked=False) | {"da_neu": made.told}}
    show_findings(findings, as_json=True, **facts, thanh_cong=bool(facts["tep"]), **audited)


def _say_audit(made: MadeAudit, file: Path) -> None:
    """What should be mended in the report beyond what its data told; what is only worth a look is counted."""
    from baocao.audit.grouping import count_checked
    from baocao.cli.show_audit import show_audit

    audit = made.audit
    heavy = tuple(item for item in audit.remarks if item.finding.level is not Severity.INFO)
    light = len(audit.remarks) - len(heavy)
    if heavy:
        click.echo("Soát lại báo cáo vừa làm:", err=True)
        show_audit(replace(audit, remarks=heavy))
    counted = count_words([item.finding for item in heavy])
    if made.told:
        counted = counted if heavy else "không có gì khác phải sửa"
        counted += f", chưa kể {made.told:02d} điểm về số liệu đã nêu ở trên"
    click.echo(f"Đã soát báo cáo: {counted}; {count_checked(audit)}.")
    if light:
        tell(f"Còn {light:02d} lưu ý, xem bằng lệnh: baocao soat {in_shell(file)}")


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
        tell("Đã tạo " + " và ".join(str(path) for path in written) + f" ({counted}).")
    else:
        click.echo(f"Chưa tạo được báo cáo: {counted}.", err=True)
