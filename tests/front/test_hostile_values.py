"""Hostile values in every field of a data file and its unit profile: printed as typed or refused by place."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
from front_kit import Files, Path_, assert_sound, at, errors_at, leaves
from hostile_fields import AS_TYPED, BROKEN, MARKED, UNPRINTABLE, Sample

import baocao
from docx_reading import read_docx


@pytest.fixture(scope="module", params=["house", "pack"])
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return Sample(tmp_path_factory.mktemp("thu-doc"), request.param)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return Sample(tmp_path_factory.mktemp("thu-doc"), "house")


def document(files: Files) -> str:
    """What the document of these files shows; sound, and made without a finding that stops it."""
    report, places = files.report()
    assert errors_at(report, places) == {}
    assert_sound(report.to_bytes())
    return read_docx(report.to_bytes()).text


def test_which_fields_take_free_text(sample: Sample) -> None:
    """Figures, dates, yes and no, and a few words of the profile do not; everything else is tried below."""
    assert len(sample.texts) > 200
    assert {path[-1] for path in sample.refused if path[0] == "unit"} == {
        *("cap", "ky_hieu", "kieu_nguoi_soan"),
        *("so_hai_chu_so", "hang_hai_chu_so", "so_le", "giu_so_khong"),
    }
    kept = [str(sample.files.at(path)) for path in sample.refused if path[:2] == ("data", "so_lieu")]
    assert all(any(sign.isdigit() for sign in text) or text in ("có", "không phát sinh") for text in kept)
    assert sample.missing(document(sample.filled("chữ", sample.texts)), sample.texts, "chữ") == []


@pytest.mark.parametrize("value", AS_TYPED.values(), ids=AS_TYPED.keys())
def test_every_text_appears_as_typed(sample: Sample, value: str) -> None:
    shown = document(sample.filled(value, sample.texts))
    composed = unicodedata.normalize("NFC", value)
    assert sample.missing(shown, sample.texts, composed) == []
    assert str(7919 * 7907) not in shown


@pytest.mark.parametrize("value", AS_TYPED.values(), ids=AS_TYPED.keys())
def test_a_value_alone_appears_as_often_as_in_a_frame(house: Sample, value: str) -> None:
    signs = unicodedata.normalize("NFC", value).rstrip(";").lower()
    framed = document(house.filled(value, house.texts)).lower().count(signs)
    assert document(house.filled(value, house.texts, framed=False)).lower().count(signs) == framed


@pytest.mark.parametrize(("typed", "shown"), MARKED.values(), ids=MARKED.keys())
def test_documented_marks_are_looks_in_texts_and_signs_elsewhere(
    sample: Sample, typed: str, shown: str
) -> None:
    text = document(sample.filled(typed, sample.texts))
    assert sample.missing(text, sample.texts, typed, shown) == []


@pytest.mark.parametrize("value", BROKEN.values(), ids=BROKEN.keys())
def test_a_line_break_is_a_space_or_refused_by_place(sample: Sample, value: str) -> None:
    files = sample.filled(value, sample.texts)
    refused = errors_at(*files.report())
    assert all({item.code for item in found} == {"phai-mot-dong"} for found in refused.values())
    assert (
        {("unit", "dia_danh"), ("unit", "nguoi_ky", "chu_tich", "ho_ten")}
        <= refused.keys()
        <= set(sample.texts)
    )
    rest = [path for path in sample.texts if path not in refused]
    assert {path[1] for path in rest} == {"so_lieu", "chu_thich", "them"}
    assert sample.missing(document(sample.filled(value, rest)), rest, "a b", value) == []


@pytest.mark.parametrize("value", UNPRINTABLE.values(), ids=UNPRINTABLE.keys())
def test_what_no_file_can_hold_is_refused_in_every_field(house: Sample, value: str) -> None:
    report, places = house.filled(value).report()
    found = errors_at(report, places)
    assert report.data is None
    assert found.keys() >= set(house.paths)
    assert all("ky-tu-dieu-khien" in {item.code for item in found[path]} for path in house.paths)


@pytest.mark.parametrize("value", [*AS_TYPED.values(), "a\nb"], ids=[*AS_TYPED.keys(), "newline"])
def test_a_figure_that_is_none_is_refused_by_place_and_in_words(house: Sample, value: str) -> None:
    wrong = sorted(house.refused, key=str)
    report, places = house.filled(f"chữ {value}", wrong, framed=False).report()
    assert errors_at(report, places).keys() == house.refused
    for item in report.findings:
        words = f"{item.where} {item.text} {item.remedy} {json.dumps(item.as_data())}"
        assert len(words) < 3000


def test_a_hundred_thousand_characters(house: Sample) -> None:
    """A few fields at a time appear in full; three times as much in one field is refused."""
    value = "hồ sơ & <w:p> {{ x }} " * 4545
    for start in range(0, len(house.texts), 20):
        paths = house.texts[start : start + 20]
        assert house.missing(document(house.filled(value, paths)), paths, value) == []
    refused = errors_at(*house.filled(value * 3, house.texts[::20]).report())
    codes = {path: {item.code for item in found} for path, found in refused.items()}
    assert codes == {path: {"chu-qua-dai"} for path in house.texts[::20]}


def test_paragraphs_bullets_and_notes_where_a_text_may_hold_them(house: Sample) -> None:
    """Texts printed as paragraphs take them; one that stands within a line is refused, not cut."""
    files = house.files.copy()
    files.data["so_lieu"]["tthc"]["noi_dung_khac"] = (
        "Đoạn {{ 7*7 }}\nmột[^a] và[^ghi].\n\n- Gạch <w:p>\n+ Cộng &amp;\n\n"
        "[^a]: Chú {% if %}\n\n    thích ]]>"
    )
    files.data["so_lieu"]["the_che"]["noi_dung_khac"] = "Khác[^ghi]"
    report, places = files.report()
    assert errors_at(report, places) == {}
    assert_sound(report.to_bytes())
    reading = read_docx(report.to_bytes())
    start = reading.paragraphs.index("- Gạch <w:p>") - 1
    assert reading.paragraphs[start].startswith("Đoạn {{ 7*7 }} một[^")
    assert reading.paragraphs[start + 1 : start + 3] == ["- Gạch <w:p>", "+ Cộng &amp;"]
    assert ["Chú {% if %}", "thích ]]>"] in reading.notes
    files.data["so_lieu"]["mo_dau"]["chi_dao_cua"] = "một\n\nhai"
    report, _ = files.report()
    errors = [item for item in report.findings if item.level is baocao.Severity.ERROR]
    assert [(item.code, item.where.key) for item in errors] == [("chu-nhieu-doan", "mo_dau.chi_dao_cua")]
    assert errors[0].where.line is not None


def keyed(tree: Any) -> list[Path_]:
    """Paths to the mappings of a tree."""
    found: list[Path_] = [()]
    for path in leaves(tree):
        found += [path[: end + 1] for end, step in enumerate(path[:-1]) if isinstance(step, str)]
    return [path for path in dict.fromkeys(found) if isinstance(at(tree, path), dict)]


@pytest.mark.parametrize("name", ["{{ 7*7 }}", "{%p if %}", "<w:p>", "&amp;", "a.b", "__class__", "\x01"])
def test_a_hostile_name_is_refused_in_every_table(house: Sample, name: str) -> None:
    tables = [("data", *path) for path in keyed(house.files.data)]
    tables += [("unit", *path) for path in keyed(house.files.unit)]
    signers = ("unit", "nguoi_ky")  # with a text beside the signers it is a signer itself
    for chosen in ([path for path in tables if path != signers], [signers]):
        files = house.files.copy()
        for path in chosen:
            files.at(path)[name] = "x"
        report, places = files.report()
        assert report.data is None
        told = {places[item.where.file, item.where.line or 0] for item in report.findings}
        assert {(*path, name) for path in chosen} - told == set()


@pytest.mark.parametrize(
    "value", [*AS_TYPED.values(), *UNPRINTABLE.values(), "a" * 100_000, "/dev/zero", "/"]
)
def test_a_hostile_pack_or_profile_name_is_refused(house: Sample, value: str) -> None:
    for name in ("goi", "don_vi"):
        files = house.files.copy()
        files.data[name] = value
        with pytest.raises(baocao.BaocaoError) as caught:
            files.report()[0].to_bytes()
        assert all(len(f"{item.where} {item.text} {item.remedy}") < 3000 for item in caught.value.findings)


@pytest.mark.parametrize("value", ["\udc80", "\0", "\ufffe", "\r"])
def test_the_same_through_json_and_through_a_mapping(house: Sample, value: str) -> None:
    data = {**house.files.data, "don_vi": house.files.unit | {"dia_danh": f"Tân{value}Hồng"}}
    file = house.folder / "so-lieu.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    for source in (file, data):
        report = baocao.make_report(source)
        assert report.data is None
        assert "dia_danh" in {item.where.key for item in report.findings} | {
            item.where.key.removeprefix("don_vi.") for item in report.findings
        }


def test_a_note_called_from_within_a_note_of_the_template_is_refused(house: Sample) -> None:
    files = house.files.copy()
    files.data["so_lieu"]["can_bo"]["dao_tao_chi_tiet"][0]["ten"] = "Trung cấp[^ghi]"
    with pytest.raises(baocao.DataError) as caught:
        files.report()[0].to_bytes()
    assert "chu-thich-trong-chu-thich" in {item.code for item in caught.value.findings}
