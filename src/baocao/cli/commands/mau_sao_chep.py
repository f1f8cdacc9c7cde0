"""`baocao mau sao-chep`: a template, or some of its blocks, to edit in Word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.show import tell

if TYPE_CHECKING:
    from baocao.authoring.copying import Copied


@click.command("sao-chep", cls=VietnameseHelp)
@click.argument("pack", metavar="[GÓI]", default="")
@click.argument("folder", metavar="[THƯ MỤC]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--khoi",
    "blocks",
    metavar="KHỐI",
    multiple=True,
    help="Chỉ lấy khối này (nhiều khối: --khoi a,b). Không có thì chép cả mẫu.",
)
@click.option(
    "--ghi-de",
    "overwrite",
    is_flag=True,
    help="Thay mẫu đã có, hoặc lấy lại chữ gốc của khối đã có; tệp cũ được giữ lại bên cạnh.",
)
@json_option
def command(
    pack: str, folder: Path | None, blocks: tuple[str, ...], *, overwrite: bool, as_json: bool
) -> None:
    """Lấy cả mẫu Word của một gói, hoặc vài khối, ra để sửa.

    Không nêu gói thì lấy gói ghi trong tệp số liệu mới nhất của thư mục làm việc; không nêu thư mục thì
    chép vào thư mục mau của đơn vị.
    """
    from baocao.authoring.copying import copy_template
    from baocao.cli.workplace import pack_name, unit_folders

    pack = pack_name(pack, "mau sao-chep", unit_folders())
    named = [name.strip() for given in blocks for name in given.split(",") if name.strip()]
    made = copy_template(pack, folder or _own_folder(), named, overwrite=overwrite)
    if as_json:
        click.echo(json.dumps(_as_data(made), ensure_ascii=False, indent=2))
        return
    tell("\n".join(_told(made)))


def _own_folder() -> Path:
    from baocao.errors import DataError, finding
    from baocao.workplace import find_workplace

    place = find_workplace(Path())
    if place is None:
        raise DataError(finding("chua-biet-noi-chep"))
    return place.root


def _as_data(made: Copied) -> dict[str, object]:
    return {
        "goi": made.pack,
        "phien_ban": made.version,
        "tep": str(made.template),
        "khoi": [{"ten": name, "nguon": source} for name, source in made.blocks.items()],
        "khoi_da_co": list(made.held),
        "tep_cu": [str(path) for path in made.laid.old],
        "goc": str(made.original),
    }


def _told(made: Copied) -> Iterator[str]:
    from baocao.workplace import find_workplace, in_shell

    what = f"{len(made.blocks):02d} khối" if made.blocks else "cả mẫu"
    yield f"Đã chép {what} của gói {made.pack} (phiên bản {made.version}) vào {made.template}."
    yield from (f"  {name}: chữ của {_whose(made, source)}" for name, source in made.blocks.items())
    if made.held:
        yield f"  Đã có từ trước, giữ nguyên: {', '.join(made.held)}."
    yield from (f"Tệp trước đó được giữ lại: {path}." for path in made.laid.old)
    yield "Làm tiếp:"
    yield f"  1. Mở {made.template} bằng Word, sửa chữ; giữ nguyên các dòng xám và chữ trong ngoặc {{{{ }}}}."
    yield f"  2. Kiểm tra: baocao mau kiem-tra {in_shell(made.template)}"
    data = "" if made.in_unit and find_workplace(Path()) else " so-lieu.yaml"
    own = "" if made.in_unit else f" --mau {in_shell(made.template.parent)}"
    yield f"  3. Làm báo cáo: baocao tao{data}{own}"
    compare = f"baocao mau so-sanh {in_shell(made.original)} {made.pack}"
    yield f"Khi gói có phiên bản mới, xem có gì khác: {compare}"


def _whose(made: Copied, source: str) -> str:
    from baocao.packs.pack import Origin

    origin = made.origins.get(source)
    if origin is Origin.BUILTIN:
        return str(origin)
    return f"{origin} ({source})" if origin else source
