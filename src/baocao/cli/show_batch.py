"""What a run over many units has done, in words for a person and as data for a script."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from baocao.cli.progress import time_words
from baocao.cli.show import print_findings, say
from baocao.errors import Severity, Where
from baocao.vietnamese.numbers import format_count, format_number

if TYPE_CHECKING:
    from baocao.batch.batch import Summary
    from baocao.batch.telling.tally import Told

_MOST_NAMED = 20
"""So many units, or faults, are named on the screen; the tables name all."""
_MOST_ALIKE = 3
"""So many units with the same fault are named."""


def show_summary(summary: Summary) -> None:
    """Print what was done; what a person has to look after goes to stderr, as findings do."""
    print_findings(summary.findings, err=True)
    _show_kept(summary.kept)
    _show_units("Chưa làm được", summary.failed)
    _show_units("Chưa có bản PDF", summary.without_pdf)
    click.echo(_counted(summary))
    if summary.left is not None:
        left = format_number(summary.left)
        click.echo(f"Đã dừng theo yêu cầu, còn {left} đơn vị chưa làm. Chạy lại đúng lệnh này là làm tiếp.")
    if summary.failed and summary.left is None:
        click.echo("Sửa xong thì chạy lại đúng lệnh này; thêm --lai để chỉ làm những đơn vị chưa được.")
    if summary.doubtful:
        mended = f", trong đó {_number(summary.faulty)} báo cáo có lỗi phải sửa" if summary.faulty else ""
        click.echo(
            f"Có lời nhắc nên xem: {_number(summary.doubtful)} báo cáo{mended}; đọc ở trang «Lời nhắc»."
        )
    if summary.tables.book is not None:
        click.echo(f"Bảng kết quả: {summary.tables.book}")


def _counted(summary: Summary) -> str:
    """In one sentence: "Xong 120 đơn vị trong 2 giây: 118 báo cáo đã làm, 02 chưa làm được."."""
    from baocao.batch.outcome import Status

    if not summary.total:
        return "Không có đơn vị nào phải làm."
    names = {
        Status.MADE: "báo cáo đã làm",
        Status.SAME: "không đổi so với lần trước",
        Status.KEPT: "giữ bản đã sửa tay",
        Status.FAILED: "chưa làm được",
    }
    parts = [f"{_number(summary.counts[one])} {name}" for one, name in names.items() if summary.counts[one]]
    if summary.without_pdf:
        parts.append(f"{_number(len(summary.without_pdf))} chưa có bản PDF")
    if general := sum(item.level is Severity.ERROR for item in summary.findings):
        parts.append(f"{_number(general)} lỗi chung nêu ở trên")
    done = format_number(sum(summary.counts.values()))
    told = f": {', '.join(parts)}" if parts else ""
    return f"Xong {done} đơn vị trong {time_words(summary.seconds)}{told}."


def _show_kept(units: Sequence[Told]) -> None:
    if units:
        _title("Giữ bản đã sửa tay", "yellow", len(units))
        for one in units[:_MOST_NAMED]:
            say("  • ", f"{one.unit}: {one.file}")
        _say_rest(len(units) - _MOST_NAMED)
        say("    → ", "Muốn làm lại từ số liệu thì chạy lại với --ghi-de; phần đã sửa tay sẽ mất.")


def _show_units(title: str, units: Sequence[Told]) -> None:
    """The units with what is wrong with them; those with the same fault together."""
    alike: dict[tuple[str, str], list[Told]] = {}
    for one in units:
        fault = ("", "") if one.finding is None else (one.finding.text, one.finding.remedy)
        alike.setdefault(fault, []).append(one)
    if units:
        _title(title, "red", len(units))
        for (words, remedy), several in list(alike.items())[:_MOST_NAMED]:
            more = (
                f" (và {_number(several[0].more)} lỗi nữa)" if len(several) == 1 and several[0].more else ""
            )
            say("  • ", f"{_named(several)}: {words}{more}" if words else _named(several))
            if remedy:
                say("    → ", remedy)
        _say_rest(sum(map(len, list(alike.values())[_MOST_NAMED:])))


def _named(units: Sequence[Told]) -> str:
    """A unit with its place of fault; of several only the names, of many the first."""
    if len(units) > 1:
        rest = len(units) - _MOST_ALIKE
        more = f" và {format_number(rest)} đơn vị nữa" if rest > 0 else ""
        return ", ".join(one.unit for one in units[:_MOST_ALIKE]) + more
    (one,) = units
    place = _place(one.finding.where) if one.finding is not None else ""
    return ": ".join(filter(None, (one.unit, one.file, place)))


def _title(words: str, colour: str, count: int) -> None:
    click.echo(click.style(f"{words} ({_number(count)})", fg=colour, bold=True), err=True)


def _say_rest(count: int) -> None:
    if count > 0:
        say("  • ", f"và {format_number(count)} đơn vị nữa, xem trang «Kết quả» của bảng kết quả")


def _place(where: Where) -> str:
    """The place as it would be typed: a file below the current folder without the way there."""
    near = os.path.relpath(where.file) if where.file.startswith(os.getcwd() + os.sep) else where.file
    return str(where.but(file=near))


def _number(count: int) -> str:
    return format_count(count, two_digits=True)


def summary_data(summary: Summary) -> dict[str, Any]:
    """The last line of `--json`."""
    from baocao.batch.telling.rows import STATUS_KEYS

    counts = {key: summary.counts[status] for status, key in STATUS_KEYS.items()}
    tables = (summary.tables.book, summary.tables.lines)
    return {
        "tong_so": summary.total,
        **counts,
        "chua_pdf": len(summary.without_pdf),
        "nen_xem": summary.doubtful,
        "co_loi": summary.faulty,
        "chua_den": summary.left or 0,
        "bi_dung": summary.left is not None,
        "giay": round(summary.seconds, 3),
        "bang": [str(path) for path in tables if path is not None],
        "phat_hien": [item.as_data() for item in summary.findings],
    }
