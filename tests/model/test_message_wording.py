"""The sentences of these rooms: plain Vietnamese for an office clerk, each with a remedy."""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from collections import Counter

import pytest

import baocao.messages
from baocao.messages import (
    Message,
    audit,
    audit_files,
    authoring,
    batch,
    catalogue,
    form_making,
    forms,
    intake,
    lint,
    mapping,
    numbers,
    packs,
    profile,
    reading,
    record,
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
    numbers,
    profile,
    packs,
    workplace,
    authoring,
    lint,
    workbook,
    form_making,
    forms,
    years,
    rollup,
    running,
    mapping,
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


def test_no_code_has_two_sentences() -> None:
    modules = [importlib.import_module(f"baocao.messages.{item.name}") for item in
               pkgutil.iter_modules(baocao.messages.__path__)]  # fmt: skip
    worded = [module.MESSAGES for module in modules if hasattr(module, "MESSAGES")]
    counted = Counter(code for messages in worded for code in messages)
    assert [code for code, times in counted.items() if times > 1] == []
    assert set(counted) == set(catalogue())
