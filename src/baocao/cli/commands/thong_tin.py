"""`baocao thong-tin`: what a helper needs to know about this installation."""

from __future__ import annotations

import json
import platform
import sys
from importlib import metadata

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.version import __version__

_LIBRARIES = ("jinja2", "lxml", "click", "PyYAML")


@click.command("thong-tin", cls=VietnameseHelp)
@json_option
def command(*, as_json: bool) -> None:
    """In phiên bản và các thư mục đang dùng, để nhờ hỗ trợ."""
    facts = _facts()
    if as_json:
        click.echo(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    width = max(map(len, facts))
    for name, value in facts.items():
        click.echo(f"{name.ljust(width)}  {value}")


def _facts() -> dict[str, str]:
    from baocao.packs.finder import builtin_folder, list_packs
    from baocao.pdf import find_libreoffice
    from baocao.template.cache import cache_folder
    from baocao.vietnamese.admin_units import unit_list
    from baocao.vietnamese.dates import short_date

    units = unit_list()

    return {
        "baocao": __version__,
        "python": f"{platform.python_version()} ({sys.executable})",
        "he_dieu_hanh": platform.platform(),
        "thu_vien": ", ".join(f"{name} {metadata.version(name)}" for name in _LIBRARIES),
        "goi_mau": ", ".join(f"{item.id} {item.manifest.version}" for item in list_packs()),
        "danh_muc_don_vi": f"{units.version}, đúng đến ngày {short_date(units.checked)}",
        "thu_muc_goi": str(builtin_folder()),
        "bo_nho_dem": str(cache_folder() or "không dùng"),
        "libreoffice": find_libreoffice() or "không có (không tạo được PDF)",
    }
