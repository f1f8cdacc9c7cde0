"""`baocao mau kiem-tra`: every fault of a template, as Word made it, before a report is made with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.options import json_option
from baocao.cli.show import count_words, show_findings, tell

if TYPE_CHECKING:
    from baocao.errors import Finding
    from baocao.lint import Linted

_GENERAL = "Chung"
"""What is said of no single template: of goi.yaml, of chi-tieu.yaml."""
_PATH = click.Path(path_type=Path, readable=False)


@click.command("kiem-tra", cls=VietnameseHelp)
@click.argument("paths", metavar="[TỆP|THƯ MỤC]...", nargs=-1, type=_PATH)
@click.option(
    "--mau",
    "pack",
    metavar="GÓI",
    default="",
    help="Gói mẫu mà tệp thuộc về; không có thì đoán theo thư mục.",
)
@click.option(
    "--danh-dau",
    "marked",
    metavar="TỆP.docx",
    type=_PATH,
    help="Ghi bản sao của mẫu, mỗi chỗ sai có một nhận xét của Word; nhiều mẫu thì nêu tên thư mục.",
)
@click.option(
    "--ghi-de", "overwrite", is_flag=True, help="Cho phép ghi đè lên bản đánh dấu và tệp SARIF đã có."
)
@click.option(
    "--sarif",
    "sarif_file",
    metavar="TỆP",
    type=_PATH,
    help="Ghi kết quả dạng SARIF cho chương trình soát tệp khác; dấu - là in ra màn hình.",
)
@json_option
def command(
    paths: tuple[Path, ...],
    pack: str,
    marked: Path | None,
    sarif_file: Path | None,
    *,
    overwrite: bool,
    as_json: bool,
) -> int:
    """Kiểm tra mẫu Word trước khi làm báo cáo.

    Soát tên trường, thẻ viết sai, thẻ hỏng vì Word, chú thích, thể thức. Không nêu tệp thì kiểm
    tra mọi mẫu của thư mục làm việc.
    """
    from baocao.authoring.inspecting import inspect_templates
    from baocao.errors import stops

    linted = inspect_templates(paths, pack)
    if sarif_file is not None:
        _write_sarif(linted, sarif_file, overwrite=overwrite)
    copies = _write_marked(linted, marked, overwrite=overwrite) if marked else {}
    if as_json:
        facts = {"tep": list(linted.files), "dat": not stops(linted.findings)}
        show_findings(linted.findings, as_json=True, **facts)
    elif str(sarif_file) != "-":
        _show(linted, copies, wanted=marked is not None)
    return 3 if stops(linted.findings) else 0


def _show(linted: Linted, copies: Mapping[str, Path], *, wanted: bool) -> None:
    """The findings file by file, and one line for each file. wanted: whether marked copies were asked for."""
    if not linted.files:
        click.echo(
            "Đơn vị chưa có mẫu Word riêng; báo cáo dùng mẫu có sẵn của gói nên không có gì để kiểm tra."
        )
    for file, found in linted.by_file():
        if len(linted.files) > 1 and found:
            tell(file or _GENERAL, bold=True, err=True)
        show_findings(found)
    for file, found in linted.by_file():
        tell(f"{file or _GENERAL}: {_summary(found)}.")
    for file, copy in copies.items():
        tell(f"Bản đánh dấu của {file}: {copy}")
    for file, found in linted.by_file():
        if wanted and file and file not in copies:
            reason = "tệp hỏng nên không ghi nhận xét vào được" if found else "không có gì phải đánh dấu"
            tell(f"Không có bản đánh dấu của {file}: {reason}.")


def _summary(found: Sequence[Finding]) -> str:
    from baocao.errors import stops

    if not found:
        return "không có lỗi"
    return count_words(found) if stops(found) else f"không có lỗi; {count_words(found)}"


def _write_sarif(linted: Linted, target: Path, *, overwrite: bool) -> None:
    from baocao.cli.sarif import sarif
    from baocao.output import write_result
    from baocao.version import __version__

    text = sarif(linted.findings, tool_version=__version__)
    if str(target) == "-":
        click.echo(text)
    else:
        write_result(target, f"{text}\n".encode(), overwrite=overwrite)


def _write_marked(linted: Linted, target: Path, *, overwrite: bool) -> dict[str, Path]:
    """The annotated copies, by the file they are of: one file, or a folder for several."""
    from baocao.output import check_target, make_folder, write_result

    copies = linted.marked()
    if len(linted.files) == 1 and not target.is_dir():
        places = dict.fromkeys(copies, target)
    else:
        make_folder(target)
        places = {name: target / f"{Path(name).resolve().parent.name}-{Path(name).name}" for name in copies}
    for name, place in places.items():
        check_target(place, suffix=".docx", overwrite=overwrite, inputs=[Path(name)])
        write_result(place, copies[name], overwrite=overwrite)
    return places
