"""`baocao khoi-tao`: a working folder for a unit."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.show import show_findings, tell
from baocao.workplace import WORDS_SUFFIX, in_shell, name_of

if TYPE_CHECKING:
    from baocao.authoring.lay_down import Laid
    from baocao.authoring.start import Start


@click.command("khoi-tao", cls=VietnameseHelp)
@click.argument("folder", metavar="THƯ-MỤC", type=click.Path(path_type=Path))
@click.option("--ten", "name", metavar="TÊN", default="", help="Tên đầy đủ của đơn vị.")
@click.option(
    "--cap", "level", metavar="CẤP", default="", help="Cấp của đơn vị: xa, tinh…; không có thì lấy theo tên."
)
@click.option(
    "--mau",
    "pack",
    metavar="GÓI",
    default="",
    help="Gói mẫu của tệp số liệu; không có thì dùng gói của tệp số liệu mới nhất, hoặc cchc-nam.",
)
@click.option("--nam", "year", metavar="NĂM", default="", help="Năm báo cáo; không có thì là năm nay.")
@click.option(
    "--cap-tren",
    "parent",
    metavar="TỆP",
    type=click.Path(path_type=Path),
    help="Hồ sơ don-vi.yaml của đơn vị cấp trên.",
)
@click.option(
    "--ghi-de",
    "overwrite",
    is_flag=True,
    help="Viết lại cả tệp đã có; bản cũ được giữ với tên thêm đuôi .cu.",
)
@json_option
def command(
    folder: Path,
    name: str,
    level: str,
    pack: str,
    year: str,
    parent: Path | None,
    *,
    overwrite: bool,
    as_json: bool,
) -> int:
    """Tạo thư mục làm việc cho một đơn vị: hồ sơ, số liệu, mẫu, kết quả."""
    from baocao.authoring.lay_down import lay_down
    from baocao.authoring.start import start_workplace

    year = year or str(dt.date.today().year)
    start = start_workplace(folder, year=year, pack=pack, name=name, level=level, parent=parent)
    laid = lay_down(start.files, start.folders, overwrite=overwrite)
    given = {"--ten": name, "--cap": level, "--cap-tren": parent}
    findings = start.unused(laid.kept, [option for option, value in given.items() if value])
    show_findings(
        findings,
        as_json=as_json,
        thu_muc=str(folder),
        da_tao=[str(path) for path in laid.written],
        giu_nguyen=[str(path) for path in laid.kept],
        ban_cu=[str(path) for path in laid.old],
    )
    if not as_json:
        _say(start, laid)
    return 0


def _say(start: Start, laid: Laid) -> None:
    """What was made and kept, and what to do next."""
    root = start.place.root
    tell(f"{_title(start, laid)} {name_of(root)}:")
    for path in start.files:
        state = "mới" if path in laid.written else "đã có, giữ nguyên"
        tell(f"  {path.relative_to(root).as_posix()} ({state})")
    for path in laid.old:
        tell(f"  {path.relative_to(root).as_posix()} (bản cũ)")
    click.echo("Việc tiếp theo:")
    for number, step in enumerate(_steps(start), 1):
        tell(f"  {number}. {step}")


def _title(start: Start, laid: Laid) -> str:
    if not laid.written:
        return "Không thiếu gì nên không tạo thêm gì trong thư mục làm việc"
    return "Đã tạo thư mục làm việc" if start.new else "Đã ghi vào thư mục có sẵn"


def _steps(start: Start) -> list[str]:
    root, data = start.place.root, start.data.relative_to(start.place.root).as_posix()
    newest = start.place.newest_data() == (start.data,)
    named = "" if newest else f" {data}"
    go = [] if root.resolve() == Path.cwd() else [f"Vào thư mục:              cd {in_shell(root)}"]
    fill, form = start.blanks(), in_shell(Path(data).with_suffix(".xlsx"))
    book = f"Muốn điền bằng Excel:     baocao bieu tao --ky {start.period} -o {form}"
    in_words = start.data.suffix == WORDS_SUFFIX
    return [
        *([f"Điền don-vi.yaml ({fill:02d} chỗ ghi CẦN ĐIỀN), mở bằng Notepad."] if fill else []),
        f"Viết báo cáo trong {data}, mở bằng Notepad." if in_words else f"Điền số liệu vào {data}.",
        *go,
        *([] if in_words else [book]),
        f"Soát số liệu:             baocao soat{named}",
        f"Làm bản dự thảo:          baocao tao{named} --nhap",
        f"Làm báo cáo:              baocao tao{named}",
    ]
