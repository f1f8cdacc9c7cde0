"""What the site of the guide shows otherwise than the repository: names of files, a page for each pack."""

from __future__ import annotations

import re
from html import escape, unescape
from itertools import count
from pathlib import Path
from typing import Any

_FENCE = re.compile(r"^(?P<indent> *)```(?P<kind>[a-z]+)\+? (?P<file>\S.*)$", re.MULTILINE)
_SHORT_CODE = re.compile(r"<code>([^<]{1,24})</code>")
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td\b")
_TAG = re.compile(r"<[^>]+>")
_WIDE = 4
"""A table with so many columns is stacked on a phone: a cell a line, the name of its column in front."""
_SHOWN_AS = {"word": "text"}


def on_config(config: Any) -> None:
    """mkdocs calls this first: an entry of the navigation with a star stands for all files that fit it."""
    for part in config["nav"]:
        for pages in part.values():
            if isinstance(pages, list):
                pages[:] = [_listed(page, Path(config["docs_dir"])) for page in pages]


def _listed(page: Any, docs: Path) -> Any:
    if not isinstance(page, dict):
        return page
    return {
        title: sorted(path.relative_to(docs).as_posix() for path in docs.glob(file)) if "*" in file else file
        for title, file in page.items()
    }


def on_page_markdown(markdown: str, **_: Any) -> str:
    """mkdocs calls this with the text of each page."""
    return _FENCE.sub(_titled, markdown)


def on_page_content(html: str, **_: Any) -> str:
    """mkdocs calls this with the HTML of each page: what is short enough is not broken behind a hyphen, cells
    of a wide table know their column. A stroke in a cell has a backslash in the text, not on the page.
    """
    return _TABLE.sub(_stacked, _SHORT_CODE.sub(r'<code class="lien">\1</code>', html))


def _stacked(found: re.Match[str]) -> str:
    table = found[0].replace("\\|", "|")
    heads = [escape(unescape(_TAG.sub("", head)).strip()) for head in _HEAD.findall(table)]
    if len(heads) < _WIDE:
        return table
    return _ROW.sub(lambda row: _named(row[0], heads), table).replace("<table>", "<table data-rong>", 1)


def _named(row: str, heads: list[str]) -> str:
    places = count()
    return _CELL.sub(lambda _: f'<td data-cot="{heads[next(places)]}"', row)


def _titled(found: re.Match[str]) -> str:
    kind = _SHOWN_AS.get(found["kind"], found["kind"])
    return f'{found["indent"]}```{kind} title="{found["file"]}"'
