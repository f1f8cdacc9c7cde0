"""`baocao mau dung`: noi-dung.md becomes mau.docx, the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.workplace import unit_folders


@click.command("dung", cls=VietnameseHelp)
@click.argument("pack", metavar="GÓI")
@click.option(
    "-o",
    "output",
    metavar="TỆP.docx",
    type=click.Path(path_type=Path),
    help="Nơi ghi mẫu; không có thì ghi mau.docx cạnh noi-dung.md của gói.",
)
@click.option(
    "--ghi-de",
    "overwrite",
    is_flag=True,
    help="Cho phép ghi đè lên mau.docx đã có (có thể đã sửa trong Word).",
)
def command(pack: str, output: Path | None, *, overwrite: bool) -> None:
    """Dựng mẫu Word (mau.docx) của một gói từ noi-dung.md."""
    from baocao.authoring import build_pack_template
    from baocao.output import check_target, write_result

    folder, data = build_pack_template(pack, unit_folders())
    target = output or folder / "mau.docx"
    if target.is_file() and target.read_bytes() == data:
        click.echo(f"{target} đã đúng với noi-dung.md, không cần dựng lại.")
        return
    check_target(target, suffix=".docx", overwrite=overwrite)
    write_result(target, data, overwrite=overwrite)
    click.echo(f"Đã dựng {target}.")
