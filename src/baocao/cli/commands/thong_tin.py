"""`baocao thong-tin`: what a helper needs to know about this installation."""

from __future__ import annotations

import json
from pathlib import Path

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.show import tell

_HEAD = (
    "Thông tin của máy để nhờ hỗ trợ, do lệnh «baocao thong-tin» ghi.\n"
    "Trong tệp không có tên đơn vị, tên người, tên tệp hay số liệu báo cáo.\n\n"
)


@click.command("thong-tin", cls=VietnameseHelp)
@click.option(
    "-o",
    "output",
    metavar="TỆP.txt",
    type=click.Path(path_type=Path),
    help="Ghi ra tệp để gửi người hỗ trợ; không có tên đơn vị, tên người hay số liệu.",
)
@click.option("--ghi-de", "overwrite", is_flag=True, help="Cho phép ghi đè lên tệp đã có.")
@json_option
def command(*, output: Path | None, overwrite: bool, as_json: bool) -> None:
    """In phiên bản, thư mục và tình trạng của máy, để nhờ hỗ trợ."""
    from baocao.installation import facts, without_home
    from baocao.output import check_target, write_result

    if output is not None:
        check_target(output, suffix=".txt", overwrite=overwrite)
    known = facts()
    width = max(len(fact.label) for fact in known)
    page = "".join(f"{fact.label.ljust(width)}  {without_home(fact.value)}\n" for fact in known)
    if output is not None:
        write_result(output, (_HEAD + page).encode(), overwrite=overwrite)
    if as_json:
        click.echo(json.dumps({fact.key: fact.value for fact in known}, ensure_ascii=False, indent=2))
    elif output is not None:
        tell(f"Đã ghi {output}. Xem lại rồi gửi tệp này cho người hỗ trợ.")
    else:
        click.echo(page, nl=False)
