"""`baocao soat`: what is wrong in data files, forms and finished reports, without making anything.

What it finds is its result and goes to stdout, so that it can be kept in a file; stderr has what keeps the
command itself from running.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from baocao.cli.grammar import VietnameseHelp
from baocao.cli.many_files import debugging, named_files, own_fault
from baocao.cli.options import data_options, json_option, row_option, strict_option
from baocao.cli.show import count_words, print_findings, tell
from baocao.cli.show_audit import reviews_json
from baocao.cli.workplace import ChosenData, chosen_data
from baocao.errors import BaocaoError

if TYPE_CHECKING:
    from baocao.audit.verdicts import Audit
    from baocao.review import Reviewed

_PATH = click.Path(path_type=Path, readable=False)
_ONE_REPORT = "{option} chỉ dùng khi soát đúng một tệp báo cáo; nhiều tệp thì chạy từng tệp một."
_REPORT_ONLY = "{file} là {kind}; {option} chỉ dùng cho báo cáo (.docx, .txt)."
_A_FOLDER = "{option} cần tên tệp, mà {target} là thư mục. Gõ thêm tên tệp, ví dụ: {option} {example}"
_WORD_ONLY = (
    "--danh-dau chỉ ghi được lời nhắc vào tệp Word (.docx), mà {file} không phải tệp Word. "
    "Dùng --html TỆP.html để xem từng chỗ trên trang, hoặc lưu văn bản thành .docx rồi soát lại."
)
_DATA_ONLY = (
    "Lưu ý: {options} chỉ dùng cho tệp số liệu, ở đây không có tệp số liệu nào nên không có tác dụng."
)


@dataclass(frozen=True, slots=True)
class _Written:
    """A file that was written. replaced: how many comments of an earlier run are no longer in it."""

    path: str
    replaced: int

    @property
    def told(self) -> str:
        """The file for the last line."""
        old = f" (đã thay {self.replaced:02d} nhận xét cũ của baocao)" if self.replaced else ""
        return self.path + old


@click.command("soat", cls=VietnameseHelp)
@click.argument("files", metavar="[TỆP]...", nargs=-1, type=_PATH)
@click.option(
    "--ca-dung",
    "checked",
    is_flag=True,
    help="In cả những chỗ đã tính lại thấy đúng và những số chưa kiểm được.",
)
@click.option(
    "--danh-dau",
    "marked",
    metavar="TỆP.docx",
    type=_PATH,
    help="Ghi bản sao của báo cáo Word, mỗi chỗ phải xem có một nhận xét của Word bên lề.",
)
@click.option(
    "--html",
    "page_file",
    metavar="TỆP.html",
    type=_PATH,
    help="Ghi một trang để đọc: cả báo cáo với các chỗ được đánh dấu và lời nhắc.",
)
@click.option("--ghi-de", "overwrite", is_flag=True, help="Cho phép ghi đè lên bản đánh dấu, trang đã có.")
@data_options
@row_option
@strict_option
@json_option
def command(
    files: tuple[Path, ...],
    marked: Path | None,
    page_file: Path | None,
    pack: str,
    unit: Path | None,
    row: str,
    *,
    checked: bool,
    overwrite: bool,
    strict: bool,
    as_json: bool,
) -> int:
    """Soát số liệu, hoặc báo cáo đã viết xong: số, câu chữ.

    Nhận tệp số liệu, biểu Excel, báo cáo Word (.docx), tệp chữ (.txt); tìm tỷ lệ sai, tổng lệch, số
    không khớp, chữ gõ sai. Không nêu tệp thì soát tệp số liệu mới nhất của thư mục làm việc. Các tùy
    chọn --mau, --don-vi, --dong, --nghiem-ngat chỉ dùng cho tệp số liệu.
    """
    options = {"pack": pack, "unit": unit, "strict": strict, "row": row}
    files = named_files(files)
    told: list[Reviewed] = []
    written = dict[str, _Written]()
    fault: BaocaoError | None = None
    try:
        outputs = _outputs(files, marked, page_file, overwrite=overwrite)
        told = _reviewed(_chosen(files), options, checked=checked, quiet=as_json)
        if outputs:
            written = _write(told[0], outputs, checked=checked, overwrite=overwrite)
    except BaocaoError as caught:
        if not as_json:
            raise
        fault = caught
    if as_json:
        extra = () if fault is None else fault.findings
        click.echo(reviews_json(told, [one.path for one in written.values()], checked=checked, extra=extra))
    else:
        _say_end(told, outputs, written, options)
    return max(map(_exit_code, (*told, *([fault] if fault else ()))))


def _chosen(files: Sequence[Path]) -> Sequence[Path | ChosenData]:
    """What is named; when nothing is, the newest data of the working folder around the current one."""
    return files or (chosen_data(None, "soat"),)


def _reviewed(
    asked: Sequence[Path | ChosenData], options: dict[str, Any], *, checked: bool, quiet: bool
) -> list[Reviewed]:
    """The reviews of files, each shown as soon as it is made unless quiet."""
    told: list[Reviewed] = []
    for one in asked:
        told.append(_review(one, options, quiet=quiet))
        if not quiet:
            _show(told[-1], several=len(asked) > 1, checked=checked)
    return told


def _review(asked: Path | ChosenData, options: dict[str, Any], *, quiet: bool) -> Reviewed:
    """The review of one file, of a folder that of its newest data; whatever is wrong with it, the others get
    theirs, even when the fault is the program's own.
    """
    from baocao.review import FileKind, Reviewed, review

    path = asked.file if isinstance(asked, ChosenData) else asked
    try:
        chosen = asked if isinstance(asked, ChosenData) else chosen_data(asked, "soat")
        if chosen.newest and not quiet:
            tell(f"Soát tệp số liệu mới nhất: {chosen.file}")
        made = review(chosen.file, **options)
        return replace(made, findings=(*chosen.remarks, *made.findings))
    except BaocaoError as known:
        return Reviewed(path, FileKind.DATA, known.findings, fault=known)
    except Exception as fault:
        if debugging():
            raise
        own = own_fault(path, fault)
        return Reviewed(path, FileKind.REPORT, own.findings, fault=own)


def _outputs(
    files: Sequence[Path], marked: Path | None, page_file: Path | None, *, overwrite: bool
) -> dict[str, Path]:
    """The files that are asked for, by their option; refused before anything is audited."""
    from baocao.output import check_target

    asked = (("--danh-dau", marked, ".docx"), ("--html", page_file, (".html", ".htm")))
    wanted = {}
    for option, target, suffix in asked:
        if target is not None:
            _refuse_wrong_use(option, target, files)
            check_target(target, suffix=suffix, overwrite=overwrite, inputs=files)
            wanted[option] = target
    return wanted


def _refuse_wrong_use(option: str, target: Path, files: Sequence[Path]) -> None:
    """Leave with what is wrong when a copy is asked of what has none, or under no name."""
    from baocao.review import holds_data, holds_word

    fail = click.get_current_context().fail
    if len(files) != 1:
        fail(_ONE_REPORT.format(option=option))
    if target.is_dir():
        example = target / ("soat.html" if option == "--html" else "danh-dau.docx")
        fail(_A_FOLDER.format(option=option, target=target, example=example))
    if files[0].is_dir() or holds_data(files[0]):
        kind = "thư mục" if files[0].is_dir() else "tệp số liệu"
        fail(_REPORT_ONLY.format(file=files[0], kind=kind, option=option))
    if option == "--danh-dau" and files[0].is_file() and not holds_word(files[0]):
        fail(_WORD_ONLY.format(file=files[0]))


def _show(one: Reviewed, *, several: bool, checked: bool) -> None:
    """What was found in one file, and its counts in one line."""
    if several:
        tell(str(one.path), bold=True)
    if one.audit is None:
        print_findings(one.findings, err=False)
        tell(f"{one.path}: {'chưa soát được' if one.unread else count_words(one.findings)}.")
        return
    from baocao.audit.grouping import count_checked
    from baocao.cli.show_audit import show_audit, show_checked

    show_audit(one.audit, err=False)
    if checked:
        show_checked(one.audit)
    tell(f"{one.path}: {count_words(one.findings)}; {count_checked(one.audit)}.")


def _write(one: Reviewed, outputs: dict[str, Path], *, checked: bool, overwrite: bool) -> dict[str, _Written]:
    """Write the marked copy and the page of a report that could be read; what was written, by option."""
    from baocao.output import write_result

    written: dict[str, _Written] = {}
    if one.audit is None:
        return written
    for option, target in outputs.items():
        content, replaced = _content(option, one.audit, one.data, checked=checked)
        if content:
            write_result(target, content, overwrite=overwrite)
            written[option] = _Written(str(target), replaced)
    return written


def _content(option: str, audit: Audit, data: bytes, *, checked: bool) -> tuple[bytes, int]:
    """The page; or the marked copy, b"" when there is nothing to mark, and how many comments it replaced."""
    if option == "--html":
        from baocao.audit.page import page

        return page(audit, checked=checked).encode(), 0
    from baocao.audit.marking import mark

    if not audit.remarks:
        return b"", 0
    marked = mark(data, audit)
    return marked.data, marked.replaced


def _say_end(
    told: Sequence[Reviewed], outputs: dict[str, Path], written: dict[str, _Written], options: dict[str, Any]
) -> None:
    from baocao.review import FileKind

    names = {"--danh-dau": "Bản đánh dấu", "--html": "Trang để đọc"}
    for option in outputs:
        if option in written:
            tell(f"{names[option]}: {written[option].told}")
        elif told[0].fault is None:
            click.echo("Không ghi bản đánh dấu: không có gì phải đánh dấu.")
    typed = {"--mau": "pack", "--don-vi": "unit", "--dong": "row", "--nghiem-ngat": "strict"}
    idle = [name for name, key in typed.items() if options[key]]
    if idle and all(one.kind is FileKind.REPORT for one in told):
        click.echo(_DATA_ONLY.format(options=", ".join(idle)), err=True)
    if len(told) > 1:
        click.echo(_sum_of(told))


def _sum_of(told: Sequence[Reviewed]) -> str:
    """All files in one line: how many are good, how many could not be audited, what was found."""
    unread = sum(one.unread for one in told)
    good = sum(one.good for one in told)
    faulty = len(told) - good - unread
    parts = [f"{good:02d} tệp không có lỗi"] if good else []
    parts += [f"{faulty:02d} tệp có lỗi"] if faulty else []
    parts += [f"{unread:02d} tệp chưa soát được"] if unread else []
    found = count_words([item for one in told if not one.unread for item in one.findings])
    return f"Cả {len(told):02d} tệp: {', '.join(parts)}; {found}."


def _exit_code(one: Reviewed | BaocaoError) -> int:
    from baocao.cli import exit_code_of

    if isinstance(one, BaocaoError):
        return exit_code_of(one)
    if one.fault is not None:
        return exit_code_of(one.fault)
    return 0 if one.good else 1
