"""`baocao mau truong`: the fields a template author may use."""

from __future__ import annotations

import json

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.table import table

_KEYS = {
    "name": "ten",
    "label": "nhan",
    "kind": "loai",
    "unit": "don_vi_tinh",
    "tag": "the",
    "sample": "vi_du",
}


@click.command("truong", cls=VietnameseHelp)
@click.argument("pack", metavar="GÓI")
@click.option("--so-lieu", "as_data", is_flag=True, help="In tệp số liệu trống của gói để điền vào.")
@json_option
def command(pack: str, *, as_data: bool, as_json: bool) -> None:
    """Liệt kê các trường dùng được trong mẫu Word của một gói."""
    from baocao.derive.fields import fields
    from baocao.packs.blank_data import blank_data
    from baocao.packs.finder import find_pack

    chosen = find_pack(pack)
    if as_data:
        click.echo(blank_data(chosen), nl=False)
        return
    found = fields(chosen)
    if as_json:
        rows = [{name: getattr(item, key) for key, name in _KEYS.items()} for item in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    shown = [(item.tag, item.kind, item.unit, item.sample, item.label) for item in found]
    click.echo(table(("VIẾT TRONG MẪU", "LOẠI", "ĐƠN VỊ TÍNH", "VÍ DỤ", "Ý NGHĨA"), shown))
