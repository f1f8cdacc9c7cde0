"""`baocao soat`: what is wrong in a data file, without making the report."""

from __future__ import annotations

from pathlib import Path

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import data_argument, data_options, json_option, row_option, strict_option
from baocao.cli.show import count_words, show_findings
from baocao.cli.workplace import data_file


@click.command("soat", cls=VietnameseHelp)
@data_argument
@data_options
@row_option
@strict_option
@json_option
def command(file: Path | None, pack: str, unit: Path | None, row: str, *, strict: bool, as_json: bool) -> int:
    """Soát tệp số liệu: lỗi nhập, số không khớp, tỷ lệ sai."""
    from baocao.errors import stops
    from baocao.produce import audit_data

    data = data_file(file, "soat")
    if data != file and not as_json:
        click.echo(f"Soát tệp số liệu mới nhất: {data}")
    findings = audit_data(data, pack=pack, unit=unit, strict=strict, row=row)
    show_findings(findings, as_json=as_json, tep=str(data), dat=not stops(findings))
    if not as_json:
        click.echo(f"{data}: {count_words(findings)}.")
    return 1 if stops(findings) else 0
