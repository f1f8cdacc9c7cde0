"""`baocao mau dung`: noi-dung.md becomes mau.docx, the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import click

from baocao.cli.grammar import VietnameseHelp


@click.command("dung", cls=VietnameseHelp)
@click.argument("pack", metavar="GÓI")
@click.option(
    "-o",
    "output",
    metavar="TỆP.docx",
    type=click.Path(path_type=Path),
    help="Nơi ghi mẫu; không có thì ghi mau.docx cạnh noi-dung.md của gói.",
)
@click.option("--ghi-de", "overwrite", is_flag=True, help="Cho phép ghi đè lên tệp đã có ở nơi -o chỉ.")
def command(pack: str, output: Path | None, *, overwrite: bool) -> None:
    """Dựng mẫu Word (mau.docx) của một gói từ noi-dung.md."""
    from baocao.output import write_result
    from baocao.produce import build_pack_template

    folder, data = build_pack_template(pack)
    target = output or folder / "mau.docx"
    write_result(target, data, overwrite=overwrite or output is None)
    click.echo(f"Đã dựng {target}.")
