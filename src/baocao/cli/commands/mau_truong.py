"""`baocao mau truong`: the fields a template author may use."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.show import tell
from baocao.cli.table import table
from baocao.cli.workplace import pack_name, unit_folders

if TYPE_CHECKING:
    from baocao.derive.fields import Field
    from baocao.packs.pack import Pack

_KEYS = {
    "name": "ten",
    "label": "nhan",
    "kind": "loai",
    "unit": "don_vi_tinh",
    "tag": "the",
    "sample": "vi_du",
}


@click.command("truong", cls=VietnameseHelp)
@click.argument("pack", metavar="[GÓI]", default="")
@click.option("--so-lieu", "as_data", is_flag=True, help="In tệp số liệu trống của gói để điền vào.")
@click.option(
    "--mau-word",
    "output",
    metavar="TỆP.docx",
    type=click.Path(path_type=Path),
    help="Ghi ra một tệp Word có mọi trường, ví dụ và thẻ để chép sang mẫu.",
)
@click.option("--ghi-de", "overwrite", is_flag=True, help="Cho phép ghi đè lên tệp Word đã có.")
@json_option
def command(pack: str, output: Path | None, *, as_data: bool, overwrite: bool, as_json: bool) -> None:
    """Liệt kê các trường dùng được trong mẫu Word của một gói."""
    from baocao.derive.fields import fields
    from baocao.packs.blank_data import blank_data
    from baocao.packs.finder import find_pack

    folders = unit_folders()
    chosen = find_pack(pack_name(pack, "mau truong", folders), folders)
    if as_data:
        click.echo(blank_data(chosen), nl=False)
        return
    found = fields(chosen)
    if output is not None:
        _write(chosen, output, overwrite=overwrite)
    if as_json:
        click.echo(json.dumps(_rows(found), ensure_ascii=False, indent=2))
    elif output is not None:
        tell(f"Đã ghi {len(found)} trường của gói {chosen.id} vào {output}.")
    else:
        shown = [(item.tag, item.kind, item.unit, item.sample, item.label) for item in found]
        click.echo(table(("VIẾT TRONG MẪU", "LOẠI", "ĐƠN VỊ TÍNH", "VÍ DỤ", "Ý NGHĨA"), shown))


def _write(pack: Pack, output: Path, *, overwrite: bool) -> None:
    from baocao.authoring.field_list import field_list
    from baocao.output import check_target, write_result

    check_target(output, suffix=".docx", overwrite=overwrite, inputs=[item.template for item in pack.layers])
    write_result(output, field_list(pack), overwrite=overwrite)


def _rows(found: Sequence[Field]) -> list[dict[str, str]]:
    return [{name: getattr(item, key) for key, name in _KEYS.items()} for item in found]
