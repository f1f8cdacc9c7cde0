"""Findings on the screen: grouped by weight, each with its place and its remedy; or as JSON."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any

import click

from baocao.errors import Finding, Severity

_HEADINGS = {
    Severity.ERROR: ("Phải sửa", "red"),
    Severity.WARNING: ("Nên xem lại", "yellow"),
    Severity.INFO: ("Lưu ý", "cyan"),
}


_KEPT = "\n\u00a0"
"""Letters that print nothing and steer nothing."""
COLOURS = {severity: colour for severity, (_, colour) in _HEADINGS.items()}


class Json(Enum):
    """How a command prints for a program: not, as one object, or as one object a line."""

    NO = 0
    OBJECT = 1
    LINES = 2

    def __bool__(self) -> bool:
        return self is not Json.NO


def show_findings(findings: Sequence[Finding], *, as_json: Json | bool = False, **facts: Any) -> None:
    """Print findings to stderr for a person, or with `facts` as one JSON object to stdout for a script."""
    told = [item.as_data() for item in findings] if as_json else []
    if as_json is Json.LINES:
        data = {"tom_tat": {"thanh_cong": False, **facts, "phat_hien": told}}
        click.echo(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    elif as_json:
        click.echo(json.dumps({**facts, "phat_hien": told}, ensure_ascii=False, indent=2))
    else:
        print_findings(findings, err=True)


def print_findings(findings: Sequence[Finding], *, err: bool) -> None:
    """Print findings for a person, gravest first.

    err: to stderr, beside what a command makes; False where they are its result (`soat`).
    """
    for severity, (title, colour) in _HEADINGS.items():
        group = [item for item in findings if item.level is severity]
        if group:
            _show_group(f"{title} ({len(group):02d})", colour, group, err=err)


def _show_group(title: str, colour: str, group: Iterable[Finding], *, err: bool) -> None:
    click.echo(click.style(title, fg=colour, bold=True), err=err)
    for item in group:
        place = str(item.where)
        say("  • ", f"{place + ': ' if place else ''}{item.text}", err=err)
        if item.remedy:
            say("    → ", item.remedy, err=err)


def say(lead: str, words: str, *, err: bool = True) -> None:
    """One paragraph, wrapped on a terminal. err: to stderr."""
    clean = printable(words)
    width = (
        min(shutil.get_terminal_size((100, 24)).columns, 100)
        if (sys.stderr if err else sys.stdout).isatty()
        else len(clean) + len(lead)
    )
    click.echo(
        textwrap.fill(clean, max(width, 40), initial_indent=lead, subsequent_indent=" " * len(lead)), err=err
    )


def tell(words: str, *, bold: bool = False, err: bool = False) -> None:
    """Lines as they are, for those that name a file or what else was typed. err: to stderr."""
    clean = printable(words)
    click.echo(click.style(clean, bold=True) if bold else clean, err=err)


def printable(words: str) -> str:
    """Without what would steer the terminal: a name of a file can hold any code."""
    return "".join(letter for letter in words if letter.isprintable() or letter in _KEPT)


def close_stdout() -> None:
    """Lead what is still to be printed, also when Python ends, to nowhere: who reads it has gone."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def count_words(findings: Iterable[Finding]) -> str:
    """The findings counted in words: "02 lỗi phải sửa, 01 điểm nên xem lại"."""
    items = list(findings)
    names = {Severity.ERROR: "lỗi phải sửa", Severity.WARNING: "điểm nên xem lại", Severity.INFO: "lưu ý"}
    counts = [(sum(item.level is severity for item in items), name) for severity, name in names.items()]
    return ", ".join(f"{number:02d} {name}" for number, name in counts if number) or "không có gì phải sửa"
