"""`baocao hang-loat`: the reports of many units in one run, which may be interrupted and repeated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from baocao.cli.grammar import NothingBlank
from baocao.cli.options import data_options, draft_option, json_option, strict_option
from baocao.cli.progress import Stand, Watching, watching
from baocao.cli.show import close_stdout
from baocao.errors import Family, OutputError, finding, stops
from baocao.workplace import find_workplace

if TYPE_CHECKING:
    from baocao.batch.batch import Summary
    from baocao.batch.options import Options
    from baocao.batch.telling.tally import Step, Watch

_PATH = click.Path(path_type=Path, readable=False)
_NO_FOLDER = "Thiếu -o THƯ-MỤC: hãy nêu thư mục để ghi các báo cáo, ví dụ -o bao-cao-cac-xa."
_NOT_READ = "Không in được tiếp ra màn hình hoặc tệp; các báo cáo vẫn làm tiếp, kết quả xem ở ket-qua.jsonl."
_NO_PART = "«{value}». Gõ phần thứ mấy trên tổng số phần, ví dụ 2/5."
_NO_COUNT = "«{value}». Gõ một số từ 1 đến 999."
_ONE_FILE = ("tep-dang-mo",)
"""Faults of one file in the folder of the results: they say nothing of the folder."""
_COUNT = re.compile(r"[1-9][0-9]{0,2}")
_PART = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")


def _part(ctx: click.Context, param: click.Parameter, value: str) -> tuple[int, int]:
    """The part that is asked for: "2/5" as (2, 5)."""
    found = _PART.fullmatch(value)
    part = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= part[0] <= part[1]:
        raise click.BadParameter(_NO_PART.format(value=value), ctx, param)
    return part


def _count(ctx: click.Context, param: click.Parameter, value: str) -> int:
    """How many processes; 0 when nothing is asked for."""
    if value and not _COUNT.fullmatch(value):
        raise click.BadParameter(_NO_COUNT.format(value=value), ctx, param)
    return int(value or 0)


@click.command("hang-loat", cls=NothingBlank)
@click.argument("sources", metavar="NGUỒN...", type=_PATH, nargs=-1, required=True)
@click.option("-o", "folder", metavar="THƯ-MỤC", type=_PATH, help="Nơi ghi; trong thư mục làm việc: ket-qua.")
@data_options
@click.option(
    "--ten-tep",
    "pattern",
    metavar="MẪU",
    default="",
    help="Cách đặt tên tệp, ví dụ {ma}-{ten}-{so}; dấu / để chia thư mục.",
)
@click.option("--theo-cap-tren", "by_parent", is_flag=True, help="Mỗi đơn vị cấp trên một thư mục con.")
@click.option("--pdf", "pdf", is_flag=True, help="Tạo thêm bản PDF của từng báo cáo (cần LibreOffice).")
@click.option("--soat", "audited", is_flag=True, help="Soát lại câu chữ, con số của từng báo cáo vừa làm.")
@click.option("--lai", "again", is_flag=True, help="Chỉ làm những đơn vị chưa làm được hoặc chưa làm tới.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Làm lại cả những báo cáo đã có người sửa tay.")
@draft_option
@strict_option
@click.option(
    "--so-tien-trinh",
    "processes",
    metavar="SỐ",
    default="",
    callback=_count,
    help="Số việc chạy cùng lúc; không có thì theo số nhân của máy.",
)
@click.option("--dask", "dask", metavar="ĐỊA-CHỈ", default="", help="Chạy trên cụm máy Dask ở địa chỉ này.")
@click.option(
    "--phan", "part", metavar="i/n", default="1/1", callback=_part, help="Chỉ làm phần thứ i trong n phần."
)
@json_option
def command(sources: tuple[Path, ...], folder: Path | None, *, as_json: bool, **chosen: Any) -> int:
    """Làm báo cáo cho mọi đơn vị trong một lần chạy.

    NGUỒN là thư mục các tệp số liệu hoặc biểu Excel, tệp số liệu có bảng mỗi đơn vị một dòng, hoặc danh
    sách việc. Bị dừng giữa chừng thì chạy lại đúng lệnh này: việc đã xong không phải làm lại.
    """
    target = folder or _default_folder()
    printed = _Lines()
    from baocao.batch.batch import run_batch

    with watching(as_json=as_json) as screen:
        watch = printed.take if as_json else _on_screen(screen)
        summary = run_batch(_matched(sources), target, _options(chosen), watch=watch)
    code = exit_code(summary, strict=chosen["strict"])
    if as_json:
        return printed.end(summary, code)
    from baocao.cli.show_batch import show_summary

    try:
        show_summary(summary)
    except OSError:
        close_stdout()
        raise OutputError(finding("loi-in-bi-mat")) from None
    return code


def _options(chosen: dict[str, Any]) -> Options:
    from baocao.batch.naming import DEFAULT_PATTERN
    from baocao.batch.options import Options

    return Options(**chosen | {"pattern": chosen["pattern"] or DEFAULT_PATTERN})


def _matched(typed: Sequence[Path]) -> list[Path]:
    """The files that are meant by what was typed: Windows leaves "*.yaml" to the program."""
    from glob import glob

    return [
        found
        for path in typed
        for found in ([path] if path.exists() else sorted(map(Path, glob(str(path)))) or [path])
    ]


def _default_folder() -> Path:
    """The folder of results of the working folder around the current one."""
    place = find_workplace(Path())
    if place is None:
        click.get_current_context().fail(_NO_FOLDER)
    return place.result_folder


def _on_screen(screen: Watching) -> Watch:
    def watch(step: Step) -> None:
        if step.lost:
            screen.say(
                f"Một tiến trình bị ngắt giữa chừng; đang làm lại {step.lost:02d} đơn vị, mỗi lần một đơn vị."
            )
        noun = "bản PDF" if step.pdf else "đơn vị"
        title = "Đang làm bản PDF" if step.pdf else "Đang làm báo cáo"
        screen.show(title, Stand(step.done, step.total, step.failed, noun))

    return watch


class _Lines:
    """Prints units as lines of JSON. Who reads them may stop reading: the work goes on all the same."""

    def __init__(self) -> None:
        self._broken = False

    def take(self, step: Step) -> None:
        """Print the row of a unit that is done with."""
        if step.row is not None:
            self._print(step.row)

    def end(self, summary: Summary, code: int) -> int:
        """Print the sums; the exit code, that of an output which is not whole when nothing else is wrong."""
        from baocao.cli import EXIT_CODES
        from baocao.cli.show_batch import summary_data

        self._print({"tom_tat": {"thanh_cong": code == 0} | summary_data(summary)})
        return code or (EXIT_CODES[Family.OUTPUT] if self._broken else 0)

    def _print(self, data: dict[str, Any]) -> None:
        from baocao.batch.lines import as_line

        if self._broken:
            return
        try:
            click.echo(as_line(data).decode(), nl=False)
        except OSError:
            self._broken = True
            close_stdout()
            click.echo(_NOT_READ, err=True)


def exit_code(summary: Summary, *, strict: bool) -> int:
    """130 when interrupted; 4 when tables, or all reports, could not be written, but not when those reports
    are only open in Word; 3 when the pack serves no unit; 1 when a unit failed or a source could not be used,
    in a strict run also when an audit found errors.
    """
    from baocao.batch.outcome import Status
    from baocao.cli import EXIT_CODES, INTERRUPTED

    if summary.left is not None:
        return INTERRUPTED
    faults = [one.finding for one in summary.failed if one.finding is not None]
    families = {item.family for item in faults}
    none_made = summary.failed and summary.counts[Status.FAILED] == summary.total
    if none_made and families <= {Family.PACK, Family.TEMPLATE}:
        return EXIT_CODES[Family.PACK]
    no_place = families == {Family.OUTPUT} and any(item.code not in _ONE_FILE for item in faults)
    if None in (summary.tables.book, summary.tables.lines) or (none_made and no_place):
        return EXIT_CODES[Family.OUTPUT]
    lacking = summary.failed or summary.without_pdf or stops(summary.findings)
    return 1 if lacking or (strict and summary.faulty) else 0
