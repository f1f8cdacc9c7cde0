"""An audit as one web page that needs nothing else: what was found, and the text with its marks.

The page runs no script and loads nothing; the same audit gives the same bytes. Everything that was typed is
escaped, and the page forbids the browser to run or fetch anything (`Content-Security-Policy`).
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from baocao.audit.grouping import (
    CHECKED,
    UNREAD,
    WEIGHTS,
    Group,
    Numbered,
    computation,
    count_checked,
    groups,
    place_of,
    told_at,
    told_confidence,
    unread_figures,
    words_at,
)
from baocao.audit.page_text import LOOKS, SIGNS, Marks, badge, text_blocks
from baocao.audit.statements import Spot
from baocao.audit.verdicts import Audit, Judged, Verdict

_STYLE = Path(__file__).with_name("trang-soat.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(audit: Audit, *, checked: bool = False) -> str:
    """The page of an audit. checked: also what was found right, and what could not be checked."""
    title = f"Soát {Path(audit.document.file).name}"
    parts = (
        "<!DOCTYPE html>",
        '<html lang="vi"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style></head><body>",
        *_head(audit, title),
        *(_group(audit, group) for group in groups(audit)),
        *(_checked(audit) if checked else ()),
        '<main><h2 id="bao-cao">Báo cáo đã đọc</h2>',
        *text_blocks(audit.document, _marks(audit, checked=checked)),
        "</main></body></html>",
    )
    return "\n".join(parts) + "\n"


def _head(audit: Audit, title: str) -> Iterator[str]:
    yield f"<header><h1>{escape(title)}</h1>"
    found = groups(audit)
    if found:
        links = "".join(f'<li><a href="#{_name(group)}">{escape(group.title)}</a></li>' for group in found)
        text = '<li><a href="#bao-cao">Báo cáo đã đọc</a></li>'
        yield f'<nav aria-label="Mục lục"><ul>{links}{text}</ul></nav>'
    else:
        yield "<p>Không có gì phải sửa.</p>"
    counted = count_checked(audit)
    yield f"<p>{counted[:1].upper()}{counted[1:]}.</p>"
    if found:
        yield _legend()
    yield "</header>"


def _legend() -> str:
    shown = ", ".join(
        f'<mark class="{LOOKS[severity]}">{SIGNS[severity]} {name.lower()}</mark>'
        for severity, name in WEIGHTS.items()
    )
    return (
        f'<p class="chu-giai">Dấu trong báo cáo: {shown}. '
        "Số trong dấu là số của lời nhắc. "
        "Bấm số ở lời nhắc để tới chỗ đó trong báo cáo, bấm số trong báo cáo để trở lại lời nhắc.</p>"
    )


def _name(group: Group) -> str:
    return f"{LOOKS[group.severity]}-{'chu' if group.concerns_words else 'so'}"


def _group(audit: Audit, group: Group) -> str:
    items = "\n".join(_told(audit, item) for item in group.items)
    look = LOOKS[group.severity]
    return (
        f'<section class="nhom {look}"><h2 id="{_name(group)}">'
        f"{SIGNS[group.severity]} {escape(group.title)}</h2>\n<ol>{items}</ol></section>"
    )


def _told(audit: Audit, item: Numbered) -> str:
    remark = item.remark
    words = words_at(audit.document, remark.spot)
    sure = told_confidence(remark)
    quote = f'<q>{escape(words)}</q> <span class="noi">' if words else '<span class="noi">'
    place = escape(place_of(audit.document, remark.spot))
    lines = [
        f"{badge(item, into_text=True)} {quote}{place}</span>",
        f"<p>{escape(remark.finding.text)}{f' <em>({escape(sure)})</em>' if sure else ''}</p>",
    ]
    if remark.finding.remedy:
        lines.append(f'<p class="cach-sua">→ {escape(remark.finding.remedy)}</p>')
    return f'<li id="y-{item.number}">{"".join(lines)}</li>'


def _checked(audit: Audit) -> Iterator[str]:
    for verdict, title in CHECKED:
        found = list(audit.of(verdict))
        if found:
            rows = "".join(_judged(audit, item) for item in found)
            heads = "<tr><th>Nơi</th><th>Lời trong báo cáo</th><th>Phép tính</th></tr>"
            yield _section(title, len(found), f"<table>{heads}{rows}</table>")
    unread = unread_figures(audit)
    if unread:
        words = "; ".join(escape(quantity.text) for quantity in unread)
        yield _section(UNREAD, len(unread), f"<p>{words}</p>")


def _section(title: str, amount: int, content: str) -> str:
    return f'<section class="nhom da-kiem"><h2>{title} ({amount:02d})</h2>{content}</section>'


def _judged(audit: Audit, item: Judged) -> str:
    spot = told_at(audit.document, item.statement)
    computed = computation(audit.document, item)
    cells = (place_of(audit.document, spot), words_at(audit.document, spot), computed)
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _marks(audit: Audit, *, checked: bool) -> Marks:
    remarks: dict[int, list[Numbered]] = {}
    told = (item for group in groups(audit) for item in group.items)
    for one in sorted(told, key=lambda item: item.remark.spot.start):
        remarks.setdefault(one.remark.spot.passage, []).append(one)
    right: dict[int, list[Spot]] = {}
    if checked:
        for item in audit.of(Verdict.RIGHT):
            right.setdefault(item.statement.spot.passage, []).append(item.statement.spot)
    return Marks(remarks, right)
