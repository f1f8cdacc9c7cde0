"""`baocao mau xem`: every value in effect, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.show import show_findings, tell
from baocao.cli.workplace import chosen_data

if TYPE_CHECKING:
    from baocao.authoring.block_list import BlockLine
    from baocao.errors import Finding
    from baocao.model.origins import Origin as OfProfile
    from baocao.overview import Overview, Piece
    from baocao.packs.origins import Effective
    from baocao.packs.pack import Origin


@click.command("xem", cls=VietnameseHelp)
@click.argument("named", metavar="[GÓI hoặc TỆP]", default="")
@click.option(
    "--don-vi",
    "unit",
    metavar="TỆP",
    type=click.Path(path_type=Path, readable=False),
    help="Hồ sơ đơn vị dùng thay hồ sơ của tệp hoặc của thư mục làm việc.",
)
@click.option("--nguon", "sources", is_flag=True, help="Ghi dưới mỗi giá trị: lấy ở đâu, tệp nào, dòng nào.")
@click.option("--tat-ca", "every", is_flag=True, help="Kể cả những chỉ tiêu không ai sửa.")
@click.option("--khoi", "only_blocks", is_flag=True, help="Chỉ xem các khối: khối nào có chữ gì.")
@click.option(
    "--tim", "sought", metavar="CHỮ", default="", help='Chỉ xem các khối có chữ này: --tim "Một cửa".'
)
@json_option
def command(
    named: str,
    unit: Path | None,
    *,
    sources: bool,
    every: bool,
    only_blocks: bool,
    sought: str,
    as_json: bool,
) -> int:
    """Xem gói mẫu, chỉ tiêu, khối của mẫu Word, hồ sơ đang dùng.

    Nêu tên gói, thư mục gói hoặc tệp số liệu; trong thư mục làm việc thì không cần nêu.
    """
    from baocao.overview import overview

    seen = overview(named or str(chosen_data(None, "mau xem").file), unit)
    if only_blocks or sought:
        return _show_blocks(seen, sought, as_json=as_json)
    if not as_json:
        from baocao.cli.effective import page

        click.echo(page(seen, sources=sources, every=every))
    show_findings(seen.findings, as_json=as_json, **_as_data(seen))
    return _exit_code(seen.findings)


def _show_blocks(seen: Overview, sought: str, *, as_json: bool) -> int:
    from baocao.authoring.block_list import list_blocks

    found = list_blocks(seen.pack, sought)
    if as_json:
        rows = [{"ten": item.name, "de_muc": item.heading, "chu": item.words} for item in found]
        show_findings((), as_json=True, goi=seen.pack.id, khoi=rows)
        return 0
    if not found:
        tell(f"Không có khối nào có chữ «{sought}» trong mẫu của gói {seen.pack.id}.")
        return 0
    origins = {item.name: item.origin for item in seen.blocks}
    click.echo(_block_page(found, origins | {f"mảnh {item.name}": item.origin for item in seen.fragments}))
    click.echo(f"\nLấy một khối ra sửa: baocao mau sao-chep {seen.pack.id} --khoi {found[0].name}")
    return 0


def _block_page(blocks: Sequence[BlockLine], origins: Mapping[str, Origin]) -> str:
    """One line a block, under the headings of the document. origins: whose text a block has."""
    from baocao.cli.effective import clean

    lines = ["Dấu * ở đầu dòng: khối đã thay bằng chữ của đơn vị, cấp trên hoặc dòng lệnh."]
    width = max(len(block.name) for block in blocks)
    for heading, under in groupby(blocks, lambda block: block.heading):
        lines += ["", f"Dưới đề mục «{clean(heading)}»" if heading else "Ngoài các đề mục"]
        for block in under:
            star = "*" if block.name in origins and origins[block.name].own else " "
            words = f"«{block.words}»" if block.words else "(chỉ có chỗ điền hoặc các khối khác)"
            lines.append(f"{star} {block.name.ljust(width)}  {clean(words)}")
    return "\n".join(lines)


def _as_data(seen: Overview) -> dict[str, Any]:
    """For `--json`: everything, each with its origin, whatever was asked for the screen."""
    return {
        "goi": seen.pack.id,
        "phien_ban": seen.pack.manifest.version,
        "thu_muc": [
            {"thu_muc": str(layer.folder), "nguon": layer.origin.value, "goi": layer.pack}
            for layer in seen.pack.layers
        ],
        "gia_tri": [_value(item) for item in seen.values],
        "ho_so": [_of_profile(item) for item in seen.profile],
        "khoi": [_piece(item) for item in seen.blocks],
        "manh": [_piece(item) | {"co_dung": item.used} for item in seen.fragments],
    }


def _value(item: Effective) -> dict[str, Any]:
    return {
        "muc": item.key,
        "gia_tri": item.text,
        "nguon": item.origin.value,
        "goi": item.pack,
        "tep": item.where.file,
        "dong": item.where.line,
        "thay_cho": item.below,
    }


def _of_profile(item: OfProfile) -> dict[str, Any]:
    return {
        "muc": item.key,
        "nhan": item.label,
        "gia_tri": item.value,
        "nguon": item.how,
        "tep": item.where.file,
        "dong": item.where.line,
        "chon_o": {"tep": item.chosen_at.file, "dong": item.chosen_at.line} if item.chosen_at.file else None,
    }


def _piece(item: Piece) -> dict[str, Any]:
    return {"ten": item.name, "nguon": item.origin.value, "tep": str(item.file)}


def _exit_code(findings: Iterable[Finding]) -> int:
    from baocao.cli import exit_code_of
    from baocao.errors import BaocaoError, Severity

    faults = [item for item in findings if item.level is Severity.ERROR]
    return exit_code_of(BaocaoError(faults)) if faults else 0
