"""`baocao mau dung`: noi-dung.md becomes mau.docx, a fragment's .md its .docx; the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.show import tell
from baocao.cli.workplace import unit_folders


@click.command("dung", cls=VietnameseHelp)
@click.argument("named", metavar="GÓI|MẢNH.md")
@click.option(
    "-o",
    "output",
    metavar="TỆP.docx",
    type=click.Path(path_type=Path),
    help="Nơi ghi mẫu; không có thì ghi cạnh tệp .md của gói hoặc mảnh.",
)
@click.option(
    "--ghi-de",
    "overwrite",
    is_flag=True,
    help="Cho phép ghi đè lên mau.docx đã có (có thể đã sửa trong Word).",
)
def command(named: str, output: Path | None, *, overwrite: bool) -> None:
    """Dựng mẫu Word từ lời văn gõ bằng Notepad.

    Của một gói thì từ noi-dung.md thành mau.docx; của một mảnh dùng chung thì từ tệp .md của nó.
    """
    from baocao.output import check_target, write_result

    target, source, data = _built(named)
    target = output or target
    if target.is_file() and target.read_bytes() == data:
        tell(f"{target} đã đúng với {source}, không cần dựng lại.")
        return
    check_target(target, suffix=".docx", overwrite=overwrite)
    write_result(target, data, overwrite=overwrite)
    tell(f"Đã dựng {target}.")


def _built(named: str) -> tuple[Path, str, bytes]:
    """Where the .docx belongs, the name of its source, and its bytes."""
    from baocao.authoring import build_fragment, build_pack_template

    fragment = Path(named)
    if fragment.suffix.lower() == ".md":
        return fragment.with_suffix(".docx"), fragment.name, build_fragment(fragment)
    folder, data = build_pack_template(named, unit_folders())
    return folder / "mau.docx", "noi-dung.md", data
