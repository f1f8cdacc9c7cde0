"""click in Vietnamese: help headings, usage faults, and commands that are imported only when called."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

from baocao.vietnamese.text import nearest

_BLANK = "hãy gõ tên hoặc giá trị; trong tệp lệnh (.sh, .cmd) thì xem biến viết ở đó đã có giá trị chưa."


class VietnameseHelp(click.Command):
    """A command whose help page is Vietnamese throughout."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(
            ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Cách dùng: "
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a Vietnamese heading."""
        options = [item for item in self.get_params(ctx) if isinstance(item, click.Option)]
        rows = [_in_vietnamese(row) for item in options if (row := item.get_help_record(ctx))]
        if rows:
            with formatter.section("Tùy chọn"):
                formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, described in Vietnamese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Hiện hướng dẫn này."
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The words of the usage line."""
        return [piece.replace("[OPTIONS]", "[TÙY CHỌN]") for piece in super().collect_usage_pieces(ctx)]


class NothingBlank(VietnameseHelp):
    """A command over many files, whose words are never blank: that would mean the current folder."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of the command."""
        for before, word in zip(["", *args], args, strict=False):
            option, value = word.split("=", 1) if word.startswith("--") and "=" in word else (before, word)
            if not value.strip():
                ctx.fail(
                    f"Sau {option} để trống: {_BLANK}" if option[:1] == "-" else f"Có tên để trống: {_BLANK}"
                )
        return super().parse_args(ctx, args)


class LazyGroup(VietnameseHelp, click.Group):
    """A group that knows its commands by name and imports a command's module only when it is called.

    commands_in: command name -> module that holds it under the attribute `command`.
    """

    def __init__(self, *args: Any, commands_in: Mapping[str, str], **options: Any) -> None:
        options.setdefault("context_settings", {"help_option_names": ["--help", "-h"]})
        options.setdefault("subcommand_metavar", "LỆNH [THAM SỐ]...")
        options.setdefault("no_args_is_help", True)
        super().__init__(*args, **options)
        self.commands_in = dict(commands_in)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands, in the order of use."""
        return list(self.commands_in)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command of that name."""
        module = self.commands_in.get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(module).command
        if ctx.resilient_parsing:
            importlib.import_module("baocao.cli.completion").equip(command)
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and then the commands, each with its first sentence."""
        VietnameseHelp.format_options(self, ctx, formatter)
        rows = [
            (name, command.get_short_help_str(70))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name))
        ]
        with formatter.section("Các lệnh"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; an unknown one is told with the nearest known."""
        if args and args[0] not in self.commands_in and not args[0].startswith("-"):
            near = nearest(args[0], self.commands_in)
            hint = f" Có phải «{near}» không?" if near else ""
            ctx.fail(f"Không có lệnh «{args[0]}».{hint}")
        return super().resolve_command(ctx, args)


def _in_vietnamese(row: tuple[str, str]) -> tuple[str, str]:
    """An option's line; click says in English that it must be given."""
    return row[0], row[1].replace("[required]", "(phải có)")


def usage_fault(fault: click.UsageError) -> str:
    """A usage fault in words, with the way to the help page."""
    if isinstance(fault, click.exceptions.NoArgsIsHelpError):
        return fault.message
    path = fault.ctx.command_path if fault.ctx else "baocao"
    return f"{_say(fault)}\nXem cách dùng: {path} --help"


def _say(fault: click.UsageError) -> str:
    if isinstance(fault, click.NoSuchOption):
        near = nearest(fault.option_name, fault.possibilities or [])
        return f"Không có tùy chọn «{fault.option_name}»." + (f" Có phải «{near}» không?" if near else "")
    if isinstance(fault, click.MissingParameter):
        name = fault.param.make_metavar(fault.ctx) if fault.param and fault.ctx else (fault.param_hint or "")
        return f"Thiếu {name}: lệnh này cần biết tệp hoặc tên đó."
    if isinstance(fault, click.BadOptionUsage):
        return f"Sau {fault.option_name} phải có tên tệp hoặc giá trị."
    if isinstance(fault, click.BadParameter):
        name = fault.param.opts[0] if fault.param else ""
        if isinstance(fault.param, click.Argument) and fault.ctx:
            name = fault.param.make_metavar(fault.ctx)
        return f"Giá trị của {name} không dùng được: {fault.message}"
    if "extra argument" in fault.message.lower():
        extra = fault.message.rpartition("(")[2].rstrip(").")
        return f"Gõ thừa: {extra}. Tên tệp có dấu cách phải đặt trong dấu ngoặc kép."
    return fault.message
