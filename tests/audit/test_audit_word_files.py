"""The word files of the audit: words, none of them read by YAML as something else, none twice, all in use."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import baocao.audit
from baocao.vietnamese.word_files import words_of

ROOM = Path(baocao.audit.__file__).parent
FILES = sorted(ROOM.rglob("*.yaml"))
PHRASINGS = ROOM / "grammar" / "cau"
LISTS = [file for file in FILES if file.parent != PHRASINGS]
NUMBERS = {"thang_so"}
"""Lists whose values are numbers: powers of ten."""


def leaves(told: Any) -> Iterator[Any]:
    if isinstance(told, dict):
        yield from told
        told = list(told.values())
    if isinstance(told, list):
        for item in told:
            yield from leaves(item)
    else:
        yield told


def lists(told: Any) -> Iterator[list[Any]]:
    if isinstance(told, dict):
        told = list(told.values())
    elif isinstance(told, list):
        yield told
    if isinstance(told, list):
        for item in told:
            yield from lists(item)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_word_is_one(file: Path) -> None:
    told = {key: part for key, part in words_of(file).items() if key not in NUMBERS}
    assert [leaf for leaf in leaves(told) if not isinstance(leaf, str)] == []
    assert [leaf for leaf in leaves(told) if leaf != unicodedata.normalize("NFC", leaf)] == []


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.name)
def test_no_list_has_a_word_twice(file: Path) -> None:
    for own in lists(words_of(file)):
        counts = Counter(item for item in own if isinstance(item, str))
        assert [word for word, times in counts.items() if times > 1] == []


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.name)
def test_every_list_is_read(file: Path) -> None:
    code = "\n".join(module.read_text(encoding="utf-8") for module in ROOM.rglob("*.py"))
    assert [key for key in words_of(file) if f'"{key}"' not in code] == []


def test_every_shared_piece_of_a_phrasing_is_used() -> None:
    forms = "\n".join(file.read_text(encoding="utf-8") for file in PHRASINGS.glob("*.yaml"))
    pieces = words_of(PHRASINGS / "chung.yaml")
    assert [piece for piece in pieces if not re.search(rf"@{piece}(?![a-z-])", forms)] == []
