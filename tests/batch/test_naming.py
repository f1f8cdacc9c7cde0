"""File names of reports: what a pattern gives, and that every name is good on Windows."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.batch.naming import (
    DEFAULT_PATTERN,
    FIELDS,
    apart,
    check_pattern,
    facts_of,
    name_fault,
    name_of,
    own_name,
)
from baocao.errors import BaocaoError, Family
from baocao.model.record import Record
from baocao.produce import produce
from baocao.vietnamese.text import slug

SAMPLE = Path(__file__).parents[2] / "samples/tan-hong/2023.yaml"
FACTS = {
    "ma": "29644",
    "ten": "tan-phu",
    "don_vi": "xa-tan-phu",
    "so": "114",
    "ky_hieu": "BC-UBND",
    "nam": "2025",
    "ky": "nam-2025",
    "cap_tren": "tinh-dong-thap",
    "goi": "cchc-nam",
    "nguon": "bang",
}
ON_WINDOWS = re.compile(r'[^<>:"|?*\\\x00-\x1f]{1,150}')
DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|\Z)")


@pytest.fixture(scope="module")
def record() -> Record:
    figures = produce(SAMPLE).figures
    assert figures is not None
    return figures.record


def test_the_fields_are_those_of_the_record(record: Record) -> None:
    unit = replace(record.unit, code="29644", parent="Ủy ban nhân dân tỉnh Đồng Tháp")
    assert facts_of(replace(record, unit=unit), "/so-lieu/huyện.yaml") == {
        "ma": "29644",
        "ten": "tan-hong",
        "don_vi": "huyen-tan-hong",
        "so": "114",
        "ky_hieu": "BC-UBND",
        "nam": "2023",
        "ky": "nam-2023",
        "cap_tren": "tinh-dong-thap",
        "goi": "cchc-nam",
        "nguon": "huyen",
    }


def test_an_agency_has_its_own_name_not_that_of_its_town(record: Record) -> None:
    unit = replace(record.unit, name="Sở Nội vụ", place="Cao Lãnh")
    assert facts_of(replace(record, unit=unit), "a.yaml")["ten"] == "so-noi-vu"


def test_a_report_without_a_number_says_so(record: Record) -> None:
    head = replace(record.head, number=None)
    assert facts_of(replace(record, head=head), "a.yaml")["so"] == "chua-so"


@pytest.mark.parametrize(
    ("pattern", "blank", "name"),
    [
        (DEFAULT_PATTERN, "", "29644-tan-phu-114.docx"),
        (DEFAULT_PATTERN, "ma", "tan-phu-114.docx"),
        (DEFAULT_PATTERN, "ten", "29644-114.docx"),
        (DEFAULT_PATTERN, "so", "29644-tan-phu.docx"),
        ("{ma}-{ten}", "ma ten", "bao-cao.docx"),
        ("{cap_tren}/{nam}/{ten}", "", "tinh-dong-thap/2025/tan-phu.docx"),
        ("{cap_tren}/{ten}", "cap_tren", "tan-phu.docx"),
        ("{cap_tren}/{ten}", "ten", "tinh-dong-thap/bao-cao.docx"),
        ("Báo cáo {don_vi}.docx", "", "Báo cáo xa-tan-phu.docx"),
        ("{so} {ky_hieu}", "so", "BC-UBND.docx"),
        ("nul", "", "nul_.docx"),
        ("con.{nam}", "", "con_.2025.docx"),
        ("{ten}. ", "", "tan-phu.docx"),
        ("{ten}.DOCX", "", "tan-phu.docx"),
    ],
)
def test_a_pattern_gives_a_name(pattern: str, blank: str, name: str) -> None:
    check_pattern(pattern)
    facts = {key: "" if key in blank.split() else value for key, value in FACTS.items()}
    assert name_of(pattern, facts) == name


@pytest.mark.parametrize("device", ["CON", "prn", "Aux", "NUL", "COM1", "lpt9"])
def test_a_unit_called_like_a_device_of_windows(device: str) -> None:
    assert name_of("{ten}", {"ten": device}) == f"{device}_.docx"


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("{tenn}-{so}", "hang-loat-truong-la"),
        ("{}", "hang-loat-truong-la"),
        ("{ten", "hang-loat-mau-ten-sai"),
        ("../{ten}", "hang-loat-mau-ten-sai"),
        ("/tmp/{ten}", "hang-loat-mau-ten-sai"),
        ("a/./{ten}", "hang-loat-mau-ten-sai"),
        ("c:{ten}", "hang-loat-mau-ten-sai"),
        ("{ten}\n", "hang-loat-mau-ten-sai"),
        ("a\\{ten}", "hang-loat-mau-ten-sai"),
        ("", "hang-loat-mau-ten-sai"),
        (" . ", "hang-loat-mau-ten-sai"),
    ],
)
def test_a_pattern_that_cannot_be_is_refused_as_a_fault_of_the_command(pattern: str, code: str) -> None:
    with pytest.raises(BaocaoError) as refused:
        check_pattern(pattern)
    assert [(item.code, item.family) for item in refused.value.findings] == [(code, Family.USAGE)]


def test_an_unknown_field_is_told_with_the_known_ones() -> None:
    with pytest.raises(BaocaoError) as refused:
        check_pattern("{tenn}")
    told = refused.value.findings[0]
    assert told.text == "Mẫu tên tệp có {tenn} mà chương trình không biết. Có phải {ten} không?"
    assert all(f"{{{name}}}" in told.remedy for name in FIELDS)


texts = st.text(max_size=300)


@given(st.fixed_dictionaries(dict.fromkeys(FIELDS, texts)))
def test_whatever_the_data_say_the_name_is_good_on_windows(values: dict[str, str]) -> None:
    facts = {name: slug(value) for name, value in values.items()}
    name = name_of("{cap_tren}/{ma}-{ten}-{so}", facts)
    parts = PurePosixPath(name).parts
    assert name.isascii()
    assert len(name) <= 205
    assert 1 <= len(parts) <= 2
    assert name.endswith(".docx")
    for part in parts:
        assert ON_WINDOWS.fullmatch(part)
        assert not DEVICES.match(part)
        assert part == part.strip(" .")


@given(texts)
def test_a_name_asked_for_is_refused_or_good_on_windows(typed: str) -> None:
    if name_fault(typed):
        return
    for part in PurePosixPath(own_name(typed)).parts:
        assert ON_WINDOWS.fullmatch(part)
        assert not DEVICES.match(part)
        assert part == part.strip(" .")
        assert part != ".."


def test_a_name_asked_for_keeps_its_letters() -> None:
    assert own_name("Cụm 1/Xã Tân Phú.docx") == "Cụm 1/Xã Tân Phú.docx"


def test_a_name_asked_for_fits_into_a_folder_whatever_its_letters() -> None:
    name = own_name("Ệ" * 120 + "/" + "Ộ" * 120)
    assert all(len(part.encode()) <= 215 for part in name.split("/"))
    assert len(name) <= 150


def test_folders_in_a_name_may_not_fill_the_whole_path() -> None:
    assert name_fault("cum/" * 19 + "an.docx") == ""
    assert name_fault("cum/" * 21 + "an.docx") == "phần thư mục dài quá 80 chữ"


def test_half_a_letter_is_no_name() -> None:
    assert name_fault("an-\ud800.docx") == "có ký tự không nhìn thấy"


def test_names_set_apart_depend_on_the_identity_alone() -> None:
    one, other = "xa/a.yaml#An", "xa/b.yaml#An"
    assert apart("x/tan-phu.docx", one) != apart("x/tan-phu.docx", other)
    assert re.fullmatch(r"x/tan-phu-[0-9a-f]{6}\.docx", apart("x/tan-phu.docx", one))
