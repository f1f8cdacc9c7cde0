"""What a run over many units has done, in words for a person and as data for a script."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from baocao.cli.progress import time_words
from baocao.cli.show import print_findings, say, tell
from baocao.errors import Severity, Where
from baocao.vietnamese.numbers import format_count, format_number

if TYPE_CHECKING:
    from baocao.batch.batch import Summary
    from baocao.batch.telling.tally import Told

_MOST_NAMED = 20
"""So many units, or faults, are named on the screen; the tables name all."""
_MOST_ALIKE = 3
"""So many units with the same fault are named, and so many of its places."""


def show_summary(summary: Summary) -> None:
    """Print what was done; what a person has to look after goes to stderr, as findings do."""
    print_findings(summary.findings, err=True)
    for title, units, remedy in (
        ("Giữ bản đã sửa tay", summary.kept, _EDITED),
        ("Giữ tệp có sẵn, không có trong sổ theo dõi", summary.foreign, _FOREIGN),
        ("Giữ bản PDF có sẵn, không phải bản do lệnh này làm ra", summary.kept_pdf, _FOREIGN_PDF),
    ):
        _show_kept(title, units, remedy)
    show_units("Chưa làm được", summary.failed)
    show_units("Chưa có bản PDF", summary.without_pdf)
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
        tell(f"Bảng kết quả: {summary.tables.book}")


_EDITED = "Muốn làm lại từ số liệu thì chạy lại với --ghi-de; phần đã sửa tay sẽ mất."
_FOREIGN = (
    "Tệp ấy có thể do người khác soạn, hoặc đã sửa tay: cần giữ thì chuyển sang thư mục khác rồi chạy lại; "
    "không cần thì thêm --ghi-de, tệp ấy sẽ bị thay."
)
_FOREIGN_PDF = (
    "Bản PDF ấy có thể đã ký số, và có thể không còn khớp với tệp Word. Cần giữ thì chuyển sang thư mục khác "
    "rồi chạy lại; không cần thì thêm --ghi-de."
)


def _counted(summary: Summary) -> str:
    """In one sentence: "Xong 120 đơn vị trong 2 giây: 118 báo cáo đã làm, 02 chưa làm được."."""
    from baocao.batch.outcome import Status

    if not summary.total:
        return "Không có đơn vị nào phải làm."
    edited = summary.counts[Status.KEPT] - len(summary.foreign)
    counts = {
        "báo cáo đã làm": summary.counts[Status.MADE],
        "không đổi so với lần trước": summary.counts[Status.SAME],
        "giữ bản đã sửa tay": edited,
        "giữ tệp có sẵn": len(summary.foreign),
        "chưa làm được": summary.counts[Status.FAILED],
        "chưa có bản PDF": len(summary.without_pdf),
        "giữ bản PDF có sẵn": len(summary.kept_pdf),
        "lỗi chung nêu ở trên": sum(item.level is Severity.ERROR for item in summary.findings),
    }
    parts = [f"{_number(count)} {name}" for name, count in counts.items() if count]
    done, spent = sum(summary.counts.values()), time_words(summary.seconds)
    if done and summary.counts[Status.FAILED] == done:
        return f"Chưa làm được báo cáo nào ({spent}): {', '.join(parts)}."
    told = f": {', '.join(parts)}" if parts else ""
    return f"Xong {format_number(done)} đơn vị trong {spent}{told}."


def _show_kept(title: str, units: Sequence[Told], remedy: str) -> None:
    if units:
        _title(title, "yellow", len(units))
        for one in units[:_MOST_NAMED]:
            say("  • ", f"{one.unit}: {one.pdf or one.file}")
        _say_rest(len(units) - _MOST_NAMED)
        say("    → ", remedy)


def show_units(title: str, units: Sequence[Told]) -> None:
    """The units with what is wrong with them; those with the same fault together."""
    alike: dict[tuple[str, str], list[Told]] = {}
    for one in units:
        fault = ("", "") if one.finding is None else (one.finding.text, one.finding.remedy)
        alike.setdefault(fault, []).append(one)
    if units:
        _title(title, "red", len(units))
        for (words, remedy), several in list(alike.items())[:_MOST_NAMED]:
            say("  • ", f"{_named(several)}: {words}{_more(several)}" if words else _named(several))
            if remedy:
                say("    → ", remedy)
        _say_rest(sum(map(len, list(alike.values())[_MOST_NAMED:])))


def _named(units: Sequence[Told]) -> str:
    """Units with their report and the places of their fault; of many the first."""
    names = list(dict.fromkeys(one.unit for one in units))
    rest = len(names) - _MOST_ALIKE
    more = f" và {format_number(rest)} đơn vị nữa" if rest > 0 else ""
    file = units[0].file if len(units) == 1 else ""
    return ": ".join(filter(None, (", ".join(names[:_MOST_ALIKE]) + more, file, _places(units))))


def _places(units: Sequence[Told]) -> str:
    """Where units have their fault, each place once, its file only when it is another one than before.

    A fault that has no place is in the file of the unit, which is named when two of one name have it.
    """
    of_one_name = len({one.unit for one in units}) < len(units)
    wheres = [one.finding.where if one.finding is not None else Where() for one in units]
    if of_one_name:
        wheres = [where if where.file else Where(one.data) for where, one in zip(wheres, units, strict=True)]
    distinct = list(dict.fromkeys(map(_near, filter(str, wheres))))
    shown = distinct[:_MOST_ALIKE]
    words = "; ".join(map(_beside, shown, [None, *shown], [*shown[1:], None]))
    rest = len(distinct) - _MOST_ALIKE
    return words + (f" và {format_number(rest)} nơi nữa" if rest > 0 else "")


def _beside(where: Where, before: Where | None, after: Where | None) -> str:
    """A place in a row of places: the file stands at the first of those in it, the entry at the last."""
    if not where.spot:
        return str(where)
    if before is not None and before.file == where.file:
        where = where.but(file="")
    if after is not None and after.spot and (after.key, after.label) == (where.key, where.label):
        where = where.but(key="", label="")
    return str(where)


def _more(units: Sequence[Told]) -> str:
    """How many other errors they have."""
    counts = {one.more for one in units}
    if counts == {0}:
        return ""
    if len(counts) > 1:
        return " (và có lỗi khác nữa, xem trang «Lời nhắc»)"
    each = "mỗi đơn vị " if len(units) > 1 else ""
    return f" (và {each}{_number(counts.pop())} lỗi nữa)"


def _title(words: str, colour: str, count: int) -> None:
    click.echo(click.style(f"{words} ({_number(count)})", fg=colour, bold=True), err=True)


def _say_rest(count: int) -> None:
    if count > 0:
        say("  • ", f"và {format_number(count)} đơn vị nữa, xem trang «Kết quả» của bảng kết quả")


def _near(where: Where) -> Where:
    """The place as it would be typed: a file below the current folder without the way there."""
    if not where.file.startswith(os.getcwd() + os.sep):
        return where
    return where.but(file=os.path.relpath(where.file))


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
        "tep_la": len(summary.foreign),
        "chua_pdf": len(summary.without_pdf),
        "pdf_la": len(summary.kept_pdf),
        "nen_xem": summary.doubtful,
        "co_loi": summary.faulty,
        "chua_den": summary.left or 0,
        "bi_dung": summary.left is not None,
        "giay": round(summary.seconds, 3),
        "bang": [str(path) for path in tables if path is not None],
        "phat_hien": [item.as_data() for item in summary.findings],
    }
