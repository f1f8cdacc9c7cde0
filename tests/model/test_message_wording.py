"""The sentences of these rooms: plain Vietnamese for an office clerk, each with a remedy."""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

import baocao
import baocao.messages
from baocao.messages import (
    Message,
    audit,
    audit_files,
    authoring,
    batch,
    builder,
    catalogue,
    charts,
    conformance,
    documents,
    form_making,
    format_data,
    format_files,
    forms,
    full_texts,
    intake,
    lint,
    mapping,
    mending,
    named_figures,
    numbers,
    packs,
    profile,
    reading,
    record,
    references,
    rollup,
    running,
    tables,
    units,
    wording,
    workbook,
    workplace,
    years,
)

ROOMS = (
    intake,
    record,
    documents,
    named_figures,
    numbers,
    profile,
    packs,
    workplace,
    authoring,
    lint,
    workbook,
    form_making,
    conformance,
    format_data,
    format_files,
    forms,
    years,
    rollup,
    running,
    mapping,
    mending,
    reading,
    tables,
    audit,
    audit_files,
    wording,
    units,
    batch,
)
OURS = [item for module in ROOMS for item in module.MESSAGES.values()]

PROGRAMMERS_WORDS = re.compile(
    r"\b(key|value|list|dict|string|null|none|parse|error|invalid|field|file|line|syntax|token|type|expected|missing"
    r"|unknown|duplicate|encoding|folder|default|integer|float|boolean|warning|char|index|range|node|tag|alias)\b",
    re.IGNORECASE,
)

# Names of things, of keys to type and of the formats themselves are no English prose.
NAMES = re.compile(r"«[^»]*»|\{\{?[^{}]*\}?\}|\"[^\"]*\"|--[\w-]+|\b\w+_\w+\b|Ctrl\+Shift\+F6")

# "thieu-mat" and the like: letters, digits and hyphens without marks.
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

MARKED = re.compile(r"[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE)


@pytest.mark.parametrize("message", OURS, ids=lambda item: item.code)
def test_a_sentence_and_a_remedy_in_plain_vietnamese(message: Message) -> None:
    assert SLUG.fullmatch(message.code)
    for sentence in (message.text, message.remedy):
        prose = NAMES.sub("", sentence)
        assert unicodedata.is_normalized("NFC", sentence)
        assert PROGRAMMERS_WORDS.search(prose) is None, sentence
        assert sentence.rstrip().endswith((".", "}")), sentence
        assert sentence == "{cach_sua}" or MARKED.search(sentence), sentence
        assert sentence[0].isupper() or sentence[0] in "«{" or sentence.startswith("baocao"), sentence


MENUS = re.compile(
    r"\b(Insert|Review|Layout|References|View|Accept|Reject|Restrict|Stop|Margins|Breaks|Next Page"
    r"|Header Rows?|Charts?|Alt Text|Bookmark|Cross-reference|Update|Footnote|Draft|Show Notes|Pictures?"
    r"|Link to|Merge|Delete|Save As|Repeat|Page Number|Home|Design|Track|Shapes|Remove|Hidden|Developer"
    r"|Automatic|Highlight|No Color|Date|Number|Text)\b"
)
PRINTED_BY_WORD = "«Error! Reference source not found»"


def in_english_alone(sentence: str) -> list[str]:
    """Words of menus that do not stand in parentheses behind their Vietnamese name: "Chèn (Insert)"."""
    return MENUS.findall(re.sub(r"\([^()]*\)", "", sentence.replace(PRINTED_BY_WORD, "")))


def test_menus_of_word_and_excel_are_named_in_both_languages() -> None:
    told = {
        code: (item.text, item.remedy, item.why, item.in_cell, item.in_words)
        for code, item in catalogue().items()
    }
    assert {code: found for code, words in told.items() if (found := in_english_alone(" ".join(words)))} == {}
    rules = Path(baocao.__file__).parent / "formats" / "quy-tac"
    lines = [line for path in rules.rglob("*.yaml") for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if in_english_alone(line)] == []


OF_AUTHORS = (builder, charts, full_texts, named_figures, references)


@pytest.mark.parametrize("module", OF_AUTHORS, ids=lambda module: module.__name__.rpartition(".")[2])
def test_who_writes_a_text_or_a_template_is_told_why(module: ModuleType) -> None:
    assert [code for code, item in module.MESSAGES.items() if not item.why] == []


def test_faults_of_pipe_tables_are_worded_alike() -> None:
    """The five of a template's table and of a typed text's: cells are «gộp», nowhere «nhập»."""
    tables = {code: item for code, item in catalogue().items() if re.match(r"(bai|noi-dung)-bang-", code)}
    assert len(tables) > 10
    assert [code for code, item in tables.items() if "nhập" in item.text + item.remedy] == []


def test_examples_are_shown_as_they_are_typed() -> None:
    """They are never formatted: braces are doubled in tags of a template only."""
    doubled = re.compile(r"@\w+ \{\{|\{\{\w+:")
    assert [code for code, item in catalogue().items() if doubled.search(item.example)] == []


def test_no_code_has_two_sentences() -> None:
    modules = [importlib.import_module(f"baocao.messages.{item.name}") for item in
               pkgutil.iter_modules(baocao.messages.__path__)]  # fmt: skip
    worded = [module.MESSAGES for module in modules if hasattr(module, "MESSAGES")]
    counted = Counter(code for messages in worded for code in messages)
    assert [code for code, times in counted.items() if times > 1] == []
    assert set(counted) == set(catalogue())
