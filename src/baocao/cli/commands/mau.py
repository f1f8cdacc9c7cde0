"""`baocao mau`: packs and their templates."""

from __future__ import annotations

import click

from baocao.cli.grammar import LazyGroup


@click.group(
    "mau",
    cls=LazyGroup,
    commands_in={
        "ds": "baocao.cli.commands.mau_ds",
        "truong": "baocao.cli.commands.mau_truong",
        "dung": "baocao.cli.commands.mau_dung",
    },
)
def command() -> None:
    """Xem và dựng các gói mẫu báo cáo."""
