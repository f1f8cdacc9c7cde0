"""`baocao mau`: packs and their templates."""

from __future__ import annotations

import click

from baocao.cli.grammar import LazyGroup


@click.group(
    "mau",
    cls=LazyGroup,
    commands_in={
        "ds": "baocao.cli.commands.mau_ds",
        "xem": "baocao.cli.commands.mau_xem",
        "truong": "baocao.cli.commands.mau_truong",
        "kiem-tra": "baocao.cli.commands.mau_kiem_tra",
        "dung": "baocao.cli.commands.mau_dung",
        "sao-chep": "baocao.cli.commands.mau_sao_chep",
        "so-sanh": "baocao.cli.commands.mau_so_sanh",
        "tao-moi": "baocao.cli.commands.mau_tao_moi",
    },
)
def command() -> None:
    """Xem và dựng các gói mẫu báo cáo."""
