"""YAML and JSON: scalars as typed, lines, and every way the writing can be wrong."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.intake.raw import Literal, RawValue
from baocao.messages.intake import MESSAGES
from baocao.source import yaml_reader
from baocao.source.files import read_text
from baocao.source.raw import Reading

FILE = Path(__file__).resolve()
TESTS = FILE.parent


def yaml_of(text: str) -> Reading:
    """The reading of a YAML text."""
    return read_text(text, "a.yaml")


def json_of(text: str) -> Reading:
    """The reading of a JSON text."""
    return read_text(text, "a.json", json=True)


@pytest.mark.parametrize(
    ("typed", "value", "literal"),
    [
        ("27.630", "27.630", Literal.NUMBER),
        ("07", "07", Literal.NUMBER),
        ("0x1F", "0x1F", Literal.TEXT),
        ("1e5", "1e5", Literal.TEXT),
        ("1:30", "1:30", Literal.TEXT),
        ("07/14", "07/14", Literal.TEXT),
        ("98,74%", "98,74%", Literal.TEXT),
        ("no", "no", Literal.TEXT),
        ("có", "có", Literal.TEXT),
        ("on", "on", Literal.TEXT),
        ("2024-03-05", "2024-03-05", Literal.TEXT),
        ("true", "true", Literal.BOOL),
        ("True", "true", Literal.BOOL),
        ("null", None, Literal.NULL),
        ("~", None, Literal.NULL),
        ("", None, Literal.NULL),
        ('""', "", Literal.TEXT),
        ('"27.630"', "27.630", Literal.TEXT),
        ("'null'", "null", Literal.TEXT),
        ("!!str 5", "5", Literal.TEXT),
        ("=", "=", Literal.TEXT),
    ],
)
def test_yaml_scalars_stay_as_typed(typed: str, value: str | None, literal: Literal) -> None:
    reading = yaml_of(f"a: {typed}\n")
    found = reading.value.children["a"]
    assert (found.value, found.literal, reading.findings) == (value, literal, ())


def test_places_are_those_of_the_names() -> None:
    reading = yaml_of("a:\n  b: 5\n  c:\n    - x\n    - y\nd: |\n  z\ne:\n  dài\n")
    root = reading.value.children
    assert [(name, value.where.line, value.where.column) for name, value in root.items()] == [
        ("a", 1, 1),
        ("d", 6, 4),
        ("e", 8, 1),
    ]
    assert root["a"].children["b"].where.line == 2
    assert [item.where.line for item in root["a"].children["c"].items] == [4, 5]


def test_aliases_are_read_and_bombs_are_not() -> None:
    assert yaml_of("a: &x {b: 1}\nc: *x\n").value.children["c"].children["b"].text == "1"
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
    assert [item.code for item in yaml_of(bomb).findings] == ["yaml-qua-nhieu"]


# code, text, line
YAML_FAULTS = [
    ("yaml-dau-cach-la", "a:\n  b: 1\n\u00a0 c: 2\n", 3),
    ("yaml-tab", "a:\n\tb: 1\n", 2),
    ("yaml-tab", "a:\n  b: 1\n\tc: 2\n", 3),
    ("yaml-thieu-cach", "a: 1\nb:2\nc: 3\n", 2),
    ("yaml-thieu-cach", "a:1\nb: 2\n", 1),
    ("yaml-thieu-cach", "a:27.630\n", 1),
    ("yaml-thieu-cach", "a: 1\nb:2\n", 2),
    ("yaml-thieu-hai-cham", "a: 1\nb 2\nc: 3\n", 2),
    ("yaml-thut-le", "a:\n  b: 1\n c: 2\n", 3),
    ("yaml-thut-le", "a: 1\n b: 2\n", 2),
    ("yaml-thut-le", "a:\n  - b: 1\n    c: 2\n   d: 3\n", 4),
    ("yaml-thut-le", "a: |\n  x\n y: 1\n", 3),
    ("yaml-hai-cham", "a: Kết quả: năm 2023\n", 1),
    ("yaml-nhay-chua-dong", "a: 'x\nb: 1\n", 1),
    ("yaml-nhay-chua-dong", 'a: "x\nb: "y"\n', 1),
    ("yaml-chu-ngoai-nhay", 'a: "Một cửa" của xã\n', 1),
    ("yaml-ngoac-chua-dong", "a: [x, y\nb: 1\n", 1),
    ("yaml-ngoac-chua-dong", "x: {a: 1\ny: 2}\n", 1),
    ("yaml-ky-tu-dau", "a: @x\n", 1),
    ("yaml-ky-tu-dau", "a: `x\n", 1),
    ("yaml-ky-tu-dau", "a: %x\n", 1),
    ("yaml-ky-tu-dau", "a: & b\n", 1),
    ("yaml-ky-tu-dau", "a: [Mẫu] số 1\n", 1),
    ("yaml-phay-trong-ngoac", "a: {b: 99,15%}\n", 1),
    ("yaml-gach-cheo", 'a: "C:\\Users"\n', 1),
    ("yaml-gach-cung-dong", "a: - b\n", 1),
    ("yaml-khac", "a: 1\n... b\n", 2),
    ("yaml-nhieu-tai-lieu", "a: 1\n---\nb: 2\n", 2),
    ("yaml-bi-danh", "a: *quan trọng\n", 1),
    ("yaml-the", "a: !!python/object:os.system x\n", 1),
    ("yaml-qua-sau", "a: " + "[" * 100_000, 1),
    ("yaml-qua-nhieu", "a: &x [" + "1," * 1000 + "]\nb: [" + "*x," * 500 + "]\n", 2),
    ("khoa-trung", "a: 1\nb: 2\na: 3\n", 3),
    ("khoa-khong-phai-chu", "? [a, b]\n: c\n", 1),
    ("khoa-khong-phai-chu", '"": c\n', 1),
    ("ky-tu-dieu-khien", "a: x\nb: y\x07z\n", 2),
]


@pytest.mark.parametrize(("code", "text", "line"), YAML_FAULTS)
def test_each_yaml_fault_is_told_at_its_line(code: str, text: str, line: int) -> None:
    found = yaml_of(text).findings
    assert [(item.code, item.where.line) for item in found] == [(code, line)]


@pytest.mark.parametrize(("code", "text", "line"), YAML_FAULTS)
def test_the_slow_parser_gives_some_remedy_too(
    code: str, text: str, line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_reader, "LOADER", yaml.SafeLoader)
    if code == "yaml-qua-sau":
        text = "a: " + "[" * 50
    found = yaml_of(text).findings
    assert [item.where.line for item in found] == [line]


def test_a_wrong_indent_tells_both_lines_since_either_may_be_wrong() -> None:
    item = yaml_of("a:\n    # lời\n      b: 1\n    c: 2\n").findings[0]
    assert item.where.line == 4
    assert "Dòng này có 4 dấu cách ở đầu, dòng 3 ở trên có 6." in item.text


def test_duplicate_names_tell_both_lines() -> None:
    item = yaml_of("a: 1\nb: 2\na: 3\n").findings[0]
    assert "dòng 1" in item.text
    assert str(item.where) == "a.yaml, dòng 3"


def test_broken_writing_shows_the_words_around_it() -> None:
    item = yaml_of("a: 1\nb: Kết quả: năm\n").findings[0]
    assert str(item.where) == "a.yaml, dòng 2, gần chữ «b: Kết quả: năm»"


JSON_FAULTS = [
    ('{"a": 1,}', 1, "thừa dấu phẩy"),
    ('{"a": 1\n"b": 2}', 2, "thiếu dấu phẩy"),
    ('{"a" 1}', 1, "thiếu dấu hai chấm"),
    ("{a: 1}", 1, "nháy kép"),
    ('{"a": abc}', 1, "«abc»"),
    ('{"a": NaN}', 1, "«NaN»"),
    ('{"a": 01}', 1, "«01»"),
    ('{"a": "x', 1, "chưa đóng"),
    ('{"a": "x\ty"}', 1, "Tab"),
    ('{"a": "\\q"}', 1, "\\"),
    ('{"a": [1, 2', 1, "thiếu"),
    ('{"a":', 1, "dừng giữa chừng"),
    ('{"a": 1} x', 1, "thừa sau"),
    ("[" * 100_000, 1, "lồng"),
]


@pytest.mark.parametrize(("text", "line", "words"), JSON_FAULTS)
def test_each_json_fault_is_told_at_its_line(text: str, line: int, words: str) -> None:
    reading = json_of(text)
    assert [(item.code, item.where.line) for item in reading.findings] == [("json-hong", line)]
    assert words in reading.findings[0].text
    assert reading.value.literal is Literal.NULL


def test_json_values_and_their_places() -> None:
    reading = json_of(
        '{\n "a": 27630,\n "b": [80.41, "x", true, null, -1e5],\n "c": {"d": "\\ud83d\\ude00"}}'
    )
    root = reading.value.children
    assert (root["a"].value, root["a"].literal, root["a"].where.line) == ("27630", Literal.EXACT, 2)
    assert [(item.value, item.literal) for item in root["b"].items] == [
        ("80.41", Literal.EXACT),
        ("x", Literal.TEXT),
        ("true", Literal.BOOL),
        (None, Literal.NULL),
        ("-1e5", Literal.EXACT),
    ]
    assert root["c"].children["d"].text == "😀"


def test_json_duplicates_are_told() -> None:
    found = json_of('{"a": 1,\n "a": 2}').findings
    assert [(item.code, item.where.line) for item in found] == [("khoa-trung", 2)]


def test_every_reading_code_is_tested_here_or_with_the_files() -> None:
    tested = {code for code, _, _ in YAML_FAULTS} | {"json-hong"}
    files = "".join(path.read_text(encoding="utf-8") for path in TESTS.glob("test_read_*.py") if path != FILE)
    assert {code for code in MESSAGES if code not in tested and f'"{code}"' not in files} == set()


SAMPLE = """goi: cchc-nam
ky: {nam: 2023, tu_ngay: 15/12/2022}
so_lieu:
  tthc:
    tiep_nhan: 27.630
    ty_le: {cong_bo: "98,74%"}
  ton_tai:
    noi_dung: |
      Một đoạn[^a] văn.

      - Ý **một**
chu_thich: {a: 'Xem "b"'}
"""


def _texts(value: RawValue) -> list[str]:
    below = [*value.children.values(), *value.items]
    return [value.text, *(text for item in below for text in _texts(item))]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_no_text_makes_the_readers_fail(text: str) -> None:
    for reading in (yaml_of(text), json_of(text)):
        assert reading.readable or reading.findings
        assert all(item.text and item.remedy for item in reading.findings)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 4))
def test_no_slip_of_the_keyboard_makes_the_reader_fail(seed: int, slips: int) -> None:
    chance, text = random.Random(seed), SAMPLE
    for _ in range(slips):
        at = chance.randrange(len(text))
        typed = chance.choice(["", *":\t \n\"'[]{}-#&*!|>%@`,?\\é\x00"])
        text = text[:at] + typed + text[at + chance.randrange(2) :]
    reading = yaml_of(text)
    assert reading.readable or reading.findings
    for item in reading.findings:
        assert item.text
        assert item.remedy
        assert 1 <= (item.where.line or 1) <= text.count("\n") + 1


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=40))
def test_quoted_text_is_read_back(text: str) -> None:
    quoted = "'" + text.replace("'", "''").replace("\u2028", "").replace("\u2029", "") + "'"
    plain = text.replace("\u2028", "").replace("\u2029", "").replace("\ufeff", "")
    reading = yaml_of(f"a: {quoted}\n".replace("\ufeff", ""))
    assert reading.value.children["a"].text == plain
