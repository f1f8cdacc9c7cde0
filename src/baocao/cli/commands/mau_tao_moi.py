"""`baocao mau tao-moi`: a new kind of report, without code."""

from __future__ import annotations

from pathlib import Path

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.show import show_findings, tell
from baocao.cli.workplace import unit_folders
from baocao.workplace import find_workplace, in_shell


@click.command("tao-moi", cls=VietnameseHelp)
@click.argument("name", metavar="TÊN")
@click.argument("folder", metavar="[THƯ-MỤC]", type=click.Path(path_type=Path), required=False)
@click.option(
    "--ten", "title", metavar="TÊN-BÁO-CÁO", default="", help='Tên đầy đủ, ví dụ "Báo cáo kết quả …".'
)
@click.option(
    "--dua-tren", "base", metavar="GÓI", default="", help="Gói mẫu có sẵn để dựa vào và sửa vài khối."
)
@json_option
def command(name: str, folder: Path | None, title: str, base: str, *, as_json: bool) -> None:
    """Tạo một gói mẫu mới, làm được báo cáo ngay, để sửa dần."""
    from baocao.authoring.lay_down import lay_down
    from baocao.authoring.new_pack import new_pack

    shelf = _shelf(folder)
    made = new_pack(name, shelf, title=title, base=base, unit_folders=unit_folders(shelf))
    laid = lay_down(made.files)
    if as_json:
        files = [str(path) for path in laid.written]
        show_findings(
            (), as_json=True, goi=name, thu_muc=str(made.folder), da_tao=files, lenh_thu=made.try_it
        )
        return
    tell(f"Đã tạo gói mẫu {name} trong {made.folder}:")
    for path in laid.written:
        tell(f"  {path.name}")
    click.echo("Việc tiếp theo:")
    tell(f"  1. Làm thử báo cáo:          {made.try_it}")
    click.echo("  2. Sửa chi-tieu.yaml và noi-dung.md, rồi dựng lại mẫu Word:")
    tell(f"                               baocao mau dung {in_shell(made.folder)} --ghi-de")
    click.echo("     hoặc sửa thẳng mau.docx trong Word, rồi kiểm tra:")
    tell(f"                               baocao mau kiem-tra {in_shell(made.folder)}")


def _shelf(folder: Path | None) -> Path:
    """What the pack's folder is made in: in a working folder its folder of templates."""
    if folder is None:
        place = find_workplace(Path())
        return place.template_folder if place else Path()
    place = find_workplace(folder)
    return place.template_folder if place and place.root.resolve() == folder.resolve() else folder
