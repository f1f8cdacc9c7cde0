"""Tags that cannot be read, all of them: jinja2 stops at the first, here each is judged alone, put aside."""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from baocao.errors import Finding, Where, finding
from baocao.lint.balance import balanced
from baocao.template.codegen import Generator
from baocao.template.marks import BLOCK_END, BLOCK_START, VAR_END, VAR_START
from baocao.template.own_filters import RENDER_FILTERS
from baocao.template.reasons import syntax_reason
from baocao.template.source import JinjaSource
from baocao.template.tags import statement
from baocao.vietnamese.filters import FILTERS

_TAG = re.compile(f"({BLOCK_START})([^{BLOCK_END}]*){BLOCK_END}|({VAR_START})([^{VAR_END}]*){VAR_END}")
_ROUNDS = 60
_TARGETS = re.compile(r"for\s+(.+?)\s+in\b")
_OPENERS = ("if", "for", "block", "macro", "call", "filter", "with", "set-block")

Place = Callable[[int, str], Where]
"""The place of a line of a source, with words to name."""


def environment(where: Where) -> Generator:
    """The environment in which the compiler reads."""
    return Generator(dict.fromkeys((*FILTERS, *RENDER_FILTERS), str), {}, lambda *_: where)


def readable(
    source: JinjaSource, place: Place, where: Where
) -> tuple[JinjaSource, nodes.Template, list[Finding]]:
    """The source without the tags that cannot be read, its tree, and a finding for each of these."""
    reader = environment(where)
    findings: list[Finding] = []
    for _ in range(_ROUNDS):
        try:
            return source, reader._parse(source.text, "mau", None), findings
        except TemplateSyntaxError as fault:
            source = _without_faults(source, fault, place, reader, findings)
        except (RecursionError, MemoryError):
            findings.append(finding("mau-long-qua-sau", where))
            break
    return source, reader._parse("", "mau", None), findings


def _without_faults(
    source: JinjaSource, fault: TemplateSyntaxError, place: Place, reader: Generator, findings: list[Finding]
) -> JinjaSource:
    """The source with the faulty tags of one line put aside, or the whole line when no tag alone is wrong."""
    lines = source.text.split("\n")
    number = min(max(fault.lineno, 1), len(lines))
    told = len(findings)

    def judge(match: re.Match[str]) -> str:
        reason = _reason(match, reader)
        if not reason:
            return match.group()
        written = _typed(match)
        findings.append(finding("the-sai-cu-phap", place(number, written), ly_do=reason))
        return _harmless(match)

    lines[number - 1] = _TAG.sub(judge, lines[number - 1])
    if len(findings) == told:
        reason = syntax_reason(fault.message or "")
        findings.append(finding("the-sai-cu-phap", place(number, ""), ly_do=reason))
        lines[number - 1] = _TAG.sub("", lines[number - 1])
    return balanced(JinjaSource("\n".join(lines), source.places))


def _reason(match: re.Match[str], reader: Generator) -> str:
    """Why a tag cannot be read by itself, or ""."""
    try:
        reader._parse(_whole(match), "mau", None)
    except TemplateSyntaxError as fault:
        return syntax_reason(fault.message or "")
    return ""


def _whole(match: re.Match[str]) -> str:
    """A tag with what it needs around it."""
    if match.group(3):
        return match.group()
    word = statement(match.group(2).strip())
    if word in ("elif", "else"):
        return f"{_block('if true')}{match.group()}{_block('endif')}"
    if word.startswith("end"):
        return ""
    end = "endset" if word == "set-block" else f"end{word}"
    return match.group() + (_block(end) if word in _OPENERS else "")


def _harmless(match: re.Match[str]) -> str:
    """What keeps the rest readable in the place of a faulty tag."""
    if match.group(3):
        return ""
    body = match.group(2).strip()
    word = statement(body)
    if word in ("if", "elif"):
        return _block(f"{word} true")
    if word == "for":
        targets = _TARGETS.match(body)
        return _block(f"for {targets.group(1) if targets else '_m'} in _khong_ro")
    return _block({"set-block": "set _m", "with": "with"}.get(word, word)) if word in _OPENERS else ""


def _block(body: str) -> str:
    return f"{BLOCK_START} {body} {BLOCK_END}"


def _typed(match: re.Match[str]) -> str:
    if match.group(3):
        body = re.sub(r"^\s*\((.*)\)\|_\w+\(.*\)\s*$", r" \1 ", match.group(4), flags=re.DOTALL)
        return "{{" + body + "}}"
    return "{%" + match.group(2) + "%}"
