"""`baocao mau truong`: the fields a template author may use."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.table import table


@click.command("truong", cls=VietnameseHelp)
@click.argument("pack", metavar="GÓI")
@json_option
def command(pack: str, *, as_json: bool) -> None:
    """Liệt kê các trường dùng được trong mẫu Word của một gói."""
    from baocao.derive.fields import fields
    from baocao.packs.finder import find_pack

    found = fields(find_pack(pack))
    if as_json:
        click.echo(json.dumps([asdict(item) for item in found], ensure_ascii=False, indent=2, default=str))
        return
    rows = [(item.tag, item.kind, item.unit, item.sample, item.label) for item in found]
    click.echo(table(("VIẾT TRONG MẪU", "LOẠI", "ĐƠN VỊ TÍNH", "VÍ DỤ", "Ý NGHĨA"), rows))
