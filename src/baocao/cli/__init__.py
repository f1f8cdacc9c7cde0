"""The command line: one module a command, one edge that turns findings into exit codes.

Exit codes: 0 good, 1 findings that stop, 2 usage, 3 pack or template, 4 output, 70 internal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from baocao.cli.grammar import LazyGroup, usage_fault
from baocao.cli.show import Json, show_findings, tell
from baocao.errors import BaocaoError, Family, InternalError, finding
from baocao.version import __version__

EXIT_CODES = {
    Family.DATA: 1,
    Family.FIGURES: 1,
    Family.USAGE: 2,
    Family.PACK: 3,
    Family.TEMPLATE: 3,
    Family.OUTPUT: 4,
    Family.INTERNAL: 70,
}

INTERRUPTED = 130

_IN_LINES = ("hang-loat",)
"""The commands that print one object a line for programs, so their faults take one line as well."""


@click.group(
    cls=LazyGroup,
    commands_in={
        "khoi-tao": "baocao.cli.commands.khoi_tao",
        "tao": "baocao.cli.commands.tao",
        "soat": "baocao.cli.commands.soat",
        "mau": "baocao.cli.commands.mau",
        "bieu": "baocao.cli.commands.bieu",
        "tong-hop": "baocao.cli.commands.tong_hop",
        "hang-loat": "baocao.cli.commands.hang_loat",
        "the-thuc": "baocao.cli.commands.the_thuc",
        "thong-tin": "baocao.cli.commands.thong_tin",
        "phim-tab": "baocao.cli.commands.phim_tab",
    },
)
@click.version_option(__version__, "--version", message="baocao %(version)s", help="In phiên bản rồi thoát.")
def baocao() -> None:
    """Làm báo cáo chuyên đề .docx đúng thể thức Nghị định 30/2020 từ số liệu.

    Bắt đầu: baocao khoi-tao thu-muc, điền don-vi.yaml và so-lieu, rồi baocao tao
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    _speak_utf8()
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if asked := os.environ.get("_BAOCAO_COMPLETE"):
        from baocao.cli.completion import complete

        return complete(baocao, asked)
    as_json = _style(words)
    try:
        return int(baocao.main(args=words, prog_name="baocao", standalone_mode=False) or 0)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.UsageError as fault:
        return tell_usage(fault, as_json=as_json)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Đã dừng theo yêu cầu; không có tệp nào bị ghi dở.", err=True)
        return INTERRUPTED
    except BaocaoError as fault:
        return report_fault(fault, as_json=as_json)
    except Exception as fault:  # the one edge: an unforeseen fault becomes exit code 70
        if os.environ.get("BAOCAO_DEBUG"):
            raise
        known = InternalError(finding("loi-noi-bo", ly_do=f"{type(fault).__name__}: {fault}"))
        return report_fault(known, as_json=as_json)


def _style(words: Sequence[str]) -> Json:
    """How the command that was typed prints for a program, as far as it is to do so."""
    if "--json" not in words:
        return Json.NO
    return Json.LINES if words[0] in _IN_LINES else Json.OBJECT


def tell_usage(fault: click.UsageError, *, as_json: Json) -> int:
    """Print what was wrong with the command; returns the exit code."""
    if as_json:
        told = finding("lenh-sai", ly_do=usage_fault(fault).replace("\n", " "))
        show_findings([told], as_json=as_json)
    else:
        tell(usage_fault(fault), err=True)
    return EXIT_CODES[Family.USAGE]


def report_fault(fault: BaocaoError, *, as_json: Json) -> int:
    """Print the findings of a fault; returns the exit code of the gravest family among them."""
    show_findings(fault.findings, as_json=as_json)
    return exit_code_of(fault)


def exit_code_of(fault: BaocaoError) -> int:
    """The exit code a fault leads to: what is wrong with our own result is our own fault."""
    if isinstance(fault, InternalError):
        return EXIT_CODES[Family.INTERNAL]
    return max(EXIT_CODES[item.family] for item in fault.findings)


def _speak_utf8() -> None:
    """Also for a program without a console, whose streams are closed: there it speaks to nobody."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  (as long as we run)
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
