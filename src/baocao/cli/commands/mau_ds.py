"""`baocao mau ds`: the packs that can be used."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.table import table
from baocao.cli.workplace import unit_folders

if TYPE_CHECKING:
    from baocao.packs.pack import Pack


@click.command("ds", cls=VietnameseHelp)
@json_option
def command(*, as_json: bool) -> None:
    """Liệt kê các gói mẫu dùng được.

    Trong thư mục làm việc có thêm gói của đơn vị và của đơn vị cấp trên.
    """
    from baocao.packs.finder import list_packs

    packs = list_packs(unit_folders())
    if as_json:
        click.echo(json.dumps([_row(item) for item in packs], ensure_ascii=False, indent=2))
        return
    rows = [(item.id, item.manifest.version, _source(item), item.manifest.title) for item in packs]
    click.echo(table(("GÓI", "PHIÊN BẢN", "NGUỒN", "TÊN BÁO CÁO"), rows))


def _row(pack: Pack) -> dict[str, object]:
    return {
        "ma": pack.id,
        "phien_ban": pack.manifest.version,
        "ten": pack.manifest.title,
        "nguon": pack.made_by.value,
        "sua_boi": [origin.value for origin in pack.changed_by],
        "dua_tren": pack.manifest.based_on,
        "lay_chi_tieu": {name: list(items) for name, items in pack.manifest.taken.items()},
        "lay_cac_nam": list(pack.manifest.years_of),
    }


def _source(pack: Pack) -> str:
    from baocao.packs.pack import Origin

    words = {Origin.UNIT: "đơn vị", Origin.PARENT: "cấp trên"}
    based = f", dựa trên {pack.manifest.based_on}" if pack.manifest.based_on else ""
    by = " và ".join(word for origin, word in words.items() if origin in pack.changed_by)
    return pack.made_by.value + based + (f", {by} có sửa" if by else "")
