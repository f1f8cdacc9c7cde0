"""`baocao mau ds`: the packs that can be used."""

from __future__ import annotations

import json

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.table import table


@click.command("ds", cls=VietnameseHelp)
@json_option
def command(*, as_json: bool) -> None:
    """Liệt kê các gói mẫu có sẵn."""
    from baocao.packs.finder import list_packs

    packs = list_packs()
    if as_json:
        rows = [{"ma": item.id, "phien_ban": item.version, "ten": item.title} for item in packs]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    click.echo(
        table(("GÓI", "PHIÊN BẢN", "TÊN BÁO CÁO"), [(item.id, item.version, item.title) for item in packs])
    )
