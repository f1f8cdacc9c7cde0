"""docs/tra-cuu/lenh.md: every command with its arguments and options, as click knows them."""

from __future__ import annotations

from collections.abc import Iterator

import click

from baocao.cli import EXIT_CODES, INTERRUPTED, baocao
from baocao.cli.grammar import LazyGroup
from baocao.errors import Family

_MEANINGS = {
    0: "xong",
    EXIT_CODES[Family.DATA]: "số liệu, báo cáo hoặc thể thức có lỗi phải sửa",
    EXIT_CODES[Family.USAGE]: "gõ lệnh chưa đúng",
    EXIT_CODES[Family.PACK]: "gói mẫu hoặc tệp mẫu có lỗi",
    EXIT_CODES[Family.OUTPUT]: "không ghi được kết quả",
    EXIT_CODES[Family.INTERNAL]: "lỗi của chính chương trình (báo cáo đã ghi vẫn còn)",
    INTERRUPTED: "bị dừng giữa chừng; chạy lại là làm tiếp (`hang-loat`)",
}


def commands_page() -> Iterator[str]:
    """The lines of the page."""
    yield "# Các lệnh và tùy chọn"
    yield ""
    yield "Gõ `--help` sau lệnh nào cũng được, ví dụ `baocao tao --help`, để thấy những dòng này"
    yield "trên màn hình. Chữ IN HOA là chỗ tự điền; chỗ trong ngoặc vuông không bắt buộc."
    yield "Trang này in từ chương trình."
    yield ""
    yield "| lệnh | việc |"
    yield "| --- | --- |"
    for path, command in commands():
        yield f"| [`{path}`](#{path.replace(' ', '-')}) | {_cell(_paragraphs(command)[0])} |"
    for path, command in commands():
        yield from ("", *_command(path, command))
    yield from ("", "## Mã thoát", "")
    yield "Chương trình khác gọi `baocao` thì xem số này để biết kết quả."
    yield from ("", "| mã | nghĩa |", "| --- | --- |")
    yield from (f"| {code} | {meaning} |" for code, meaning in _MEANINGS.items())


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with what one types to call it."""
    yield from _below("baocao", baocao)


def _below(path: str, group: LazyGroup) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group, info_name=path)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, LazyGroup):
            yield from _below(f"{path} {name}", command)
        else:
            yield f"{path} {name}", command


def _command(path: str, command: click.Command) -> Iterator[str]:
    above = click.Context(baocao, **baocao.context_settings)
    context = click.Context(command, parent=above, info_name=path)
    yield f"## {path}"
    for text in _paragraphs(command):
        yield from ("", text)
    yield from ("", "```text", f"{path} {' '.join(command.collect_usage_pieces(context))}", "```")
    rows = [
        record
        for option in command.get_params(context)
        if isinstance(option, click.Option) and (record := option.get_help_record(context))
    ]
    yield from ("", "| tùy chọn | việc |", "| --- | --- |")
    yield from (
        f"| {_code(name)} | {_cell(text.replace('[required]', '(phải có)'))} |" for name, text in rows
    )


def _code(words: str) -> str:
    return f"`{words}`".replace("|", "\\|")


def _paragraphs(command: click.Command) -> list[str]:
    """The help of a command; `\\b` marks what click leaves as it is typed."""
    texts = (command.help or "").replace("\b\n", "").split("\n\n")
    return [" ".join(text.split()) for text in texts if text.strip()]


def _cell(text: str) -> str:
    """A text in a cell of a table."""
    return text.replace("|", "\\|")
