"""`baocao bieu`: forms in Excel, out and back."""

from __future__ import annotations

import click

from baocao.cli.grammar import LazyGroup


@click.group(
    "bieu",
    cls=LazyGroup,
    commands_in={
        "tao": "baocao.cli.commands.bieu_tao",
        "doc": "baocao.cli.commands.bieu_doc",
    },
)
def command() -> None:
    """Làm biểu nhập liệu Excel và đọc biểu đã điền."""
