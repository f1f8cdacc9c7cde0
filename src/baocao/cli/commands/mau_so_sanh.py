"""`baocao mau so-sanh`: what one template or version of a pack prints that another does not."""

from __future__ import annotations

import json

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.show import tell


@click.command("so-sanh", cls=VietnameseHelp)
@click.argument("old", metavar="CŨ")
@click.argument("new", metavar="MỚI")
@click.option("--tat-ca", "every", is_flag=True, help="Kể từng đoạn, cả khi nhiều đoạn cùng thêm hoặc bỏ.")
@json_option
def command(old: str, new: str, *, every: bool, as_json: bool) -> None:
    """So sánh hai mẫu: mỗi bên là tên gói, thư mục gói hoặc tệp .docx."""
    from baocao.authoring.comparing import compare_templates
    from baocao.authoring.told import as_data, told

    found = compare_templates(old, new)
    if as_json:
        click.echo(json.dumps(as_data(found), ensure_ascii=False, indent=2))
        return
    tell("\n".join(told(found, every=every)))
