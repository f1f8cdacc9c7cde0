"""`baocao bieu doc`: a filled Excel form as a data file in YAML or JSON."""

from __future__ import annotations

from pathlib import Path

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.show import count_words, show_findings, tell

_SUFFIXES = (".yaml", ".json")
_FILE = click.Path(path_type=Path, readable=False)


@click.command("doc", cls=VietnameseHelp)
@click.argument("file", metavar="BIỂU", type=_FILE)
@click.option(
    "-o",
    "output",
    metavar="TỆP",
    type=_FILE,
    help="Nơi ghi tệp số liệu (.yaml hoặc .json); không có thì in ra màn hình.",
)
@click.option(
    "--mau", "pack", metavar="GÓI", default="", help="Gói mẫu dùng để xếp thứ tự và ghi tên chỉ tiêu."
)
@click.option("--ghi-de", "overwrite", is_flag=True, help="Cho phép ghi đè lên tệp đã có.")
@json_option
def command(file: Path, output: Path | None, pack: str, *, overwrite: bool, as_json: bool) -> int:
    """Đọc biểu Excel đã điền thành tệp số liệu; không mất gì."""
    from baocao.authoring.form_data import form_data
    from baocao.output import check_target, write_result

    if output is not None:
        check_target(output, suffix=_SUFFIXES, overwrite=overwrite, inputs=[file])
    made = form_data(file, output, pack)
    if made.text is not None and output is not None:
        check_target(output, suffix=_SUFFIXES, overwrite=overwrite, inputs=made.inputs)
        write_result(output, made.text.encode(), overwrite=overwrite)
    written = [str(output)] if made.text is not None and output is not None else []
    show_findings(
        made.findings, as_json=as_json, bieu=str(file), tep=written, thanh_cong=made.text is not None
    )
    if as_json:
        return 0 if made.text is not None else 1
    if made.text is None:
        click.echo(f"Chưa đọc được biểu: {count_words(made.findings)}.", err=True)
        return 1
    if output is None:
        click.echo(made.text, nl=False)
    else:
        told = f" ({count_words(made.findings)} khi đọc)" if made.findings else ""
        tell(f"Đã ghi {output}{told}. Số liệu chưa được soát; hãy soát bằng lệnh: baocao soat {output}")
    return 0
