"""Last year's file and the files of other years are found by path, and taken for what they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.errors import Severity, Where
from baocao.intake.periods import PeriodKey, period_key
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.intake.reader import read, read_mapping
from baocao.intake.years import with_years
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.period import typed_period

WHERE = Where("a.yaml")


def data(ky: str, number: int = 1, more: str = "") -> str:
    return f"goi: thu\nky: {ky}\n{more}so_lieu: {{a: {{b: {number}}}}}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "so-lieu").mkdir()
    (tmp_path / "don-vi.yaml").write_text("ten: Ủy ban nhân dân xã A\n", encoding="utf-8")
    return tmp_path


def put(root: Path, name: str, text: str) -> Path:
    path = root / "so-lieu" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def codes(raw: RawRecord) -> list[str]:
    return [item.code for item in raw.findings]


def before(raw: RawRecord) -> str:
    return Path(raw.previous_file.where.file).name if raw.previous_file is not None else ""


@pytest.mark.parametrize(
    ("name", "ky", "last", "its"),
    [
        ("2026.yaml", "{nam: 2026}", "2025.yaml", "{nam: 2025}"),
        ("2026.yaml", "2026", "2025.json", "2025"),
        ("2026.yaml", "{nam: 2026}", "2025-thu.yaml", "{nam: 2025}"),
        ("2026-thu.yaml", "{nam: 2026}", "2025.yaml", "{nam: 2025}"),
        ("2026-quy-1.yaml", "{quy: I, nam: 2026}", "2025-quy-1.yml", "{loai: quy, so: 1, nam: 2025}"),
        ("2026/xa/tan-phu.yaml", "{nam: 2026}", "2025/xa/tan-phu.yaml", "{nam: 2025}"),
        ("nam-2026/bc-2026.yaml", "{nam: 2026}", "nam-2025/bc-2025.yaml", "{nam: 2025}"),
        ("2021-2025.yaml", "{nam: 2021 - 2025}", "2016-2020.yaml", "{nam: 2016, den_nam: 2020}"),
    ],
)
def test_last_years_file_is_found_and_told(root: Path, name: str, ky: str, last: str, its: str) -> None:
    text = data(its, 7)
    put(
        root,
        last,
        text if not last.endswith("json") else '{"goi": "thu", "ky": 2025, "so_lieu": {"a": {"b": 7}}}',
    )
    raw = read(put(root, name, data(ky)))
    assert (before(raw), raw.previous_found) == (Path(last).name, True)
    assert raw.previous is not None
    assert raw.previous.children["a"].children["b"].text == "7"
    assert codes(raw) == ["nam-truoc-tu-tim"]
    assert raw.findings[0].level is Severity.INFO


@pytest.mark.parametrize(
    ("name", "ky", "last", "text"),
    [
        ("2026.yaml", "{nam: 2026}", "2025.yaml", data("{nam: 2026}")),
        ("2026.yaml", "{nam: 2026}", "2025.yaml", data("{quy: 1, nam: 2025}")),
        ("2026.yaml", "{nam: 2026}", "2025.yaml", data("{nam: 2025}").replace("thu", "khac")),
        ("2026.yaml", "{nam: 2026}", "2025.yaml", "goi: thu\nky: {nam: 2025}\n"),
        ("2026.yaml", "{nam: 2026}", "2024.yaml", data("{nam: 2024}")),
        ("nay.yaml", "{nam: 2026}", "2025.yaml", data("{nam: 2025}")),
        ("2026-quy-1.yaml", "{quy: 1, nam: 2026}", "2025-quy-2.yaml", data("{quy: 2, nam: 2025}")),
        ("2026.yaml", "{nam: 2026}", "2025.yaml", data("{nam: 2025}", more="don_vi: khac.yaml\n")),
    ],
)
def test_another_period_report_or_unit_is_not_taken(
    root: Path, name: str, ky: str, last: str, text: str
) -> None:
    (root / "so-lieu" / "nay.txt").touch()
    put(root, last, text)
    more = "don_vi: ../don-vi.yaml\n" if "don_vi" in text else ""
    raw = read(put(root, name, data(ky, more=more)))
    told = ["nam-truoc-ghi-ky-khac"] if Path(last).stem == "2025" and "{nam: 2025}" not in text else []
    assert (before(raw), codes(raw)) == ("", told)


def test_the_folder_of_data_bounds_the_search(tmp_path: Path) -> None:
    for year in (2025, 2026):
        folder = tmp_path / str(year) / "xa-a"
        folder.mkdir(parents=True)
        (folder / "so-lieu.yaml").write_text(data(f"{{nam: {year}}}"), encoding="utf-8")
    assert before(read(tmp_path / "2026" / "xa-a" / "so-lieu.yaml")) == ""


def test_from_inside_a_folder_of_a_year(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, "2025/xa/a.yaml", data("{nam: 2025}"))
    put(root, "2026/xa/a.yaml", data("{nam: 2026}"))
    monkeypatch.chdir(root / "so-lieu" / "2026" / "xa")
    raw = read("a.yaml")
    assert raw.previous_file is not None
    assert Path(raw.previous_file.where.file).as_posix() == "../../2025/xa/a.yaml"


@pytest.mark.parametrize("off", ["không", "khong", "false"])
def test_it_can_be_switched_off(root: Path, off: str) -> None:
    put(root, "2025.yaml", data("{nam: 2025}"))
    raw = read(put(root, "2026.yaml", data("{nam: 2026}", more=f"nam_truoc: {off}\n")))
    assert (raw.previous, codes(raw)) == (None, [])


def test_what_is_named_or_typed_stays(root: Path) -> None:
    put(root, "2025.yaml", data("{nam: 2025}"))
    put(root, "cu.yaml", data("{nam: 2025}", 9))
    named = read(put(root, "2026.yaml", data("{nam: 2026}", more="nam_truoc: cu.yaml\n")))
    assert (before(named), named.previous_found, codes(named)) == ("cu.yaml", False, [])
    typed = read(put(root, "2026.yaml", data("{nam: 2026}", more="nam_truoc: {a: {b: 3}}\n")))
    assert (typed.previous_file, codes(typed)) == (None, [])


def test_two_that_fit_are_told_and_none_is_taken(root: Path) -> None:
    put(root, "2025.yaml", data("{nam: 2025}"))
    put(root, "2025.yml", data("{nam: 2025}", 2))
    raw = read(put(root, "2026.yaml", data("{nam: 2026}")))
    assert (raw.previous, codes(raw), dict(raw.year_files)) == (None, ["nam-truoc-hai-tep"], {})
    assert "2025.yaml và 2025.yml" in raw.findings[0].text
    assert "«nam_truoc: 2025.yaml»" in raw.findings[0].remedy


def test_a_broken_file_of_last_year_warns_but_stops_nothing(root: Path) -> None:
    put(root, "2025.yaml", "goi: thu\nky: {nam: 2025}\nso_lieu: {a: [\n")
    raw = read(put(root, "2026.yaml", data("{nam: 2026}")))
    assert raw.previous is None
    assert [item.level for item in raw.findings] == [Severity.WARNING]


def test_the_years_of_a_review_are_read_with_it(root: Path) -> None:
    for year in (2021, 2022, 2024, 2025):
        put(root, f"{year}.yaml", data(f"{{nam: {year}}}", year))
    raw = read(put(root, "2021-2025.yaml", data("{nam: 2021 - 2025}")))
    assert {year: item.figures.children["a"].children["b"].text for year, item in raw.years.items()} == {
        year: str(year) for year in (2021, 2022, 2024, 2025)
    }
    assert codes(raw) == ["cac-nam-tu-tim"]


def test_of_an_ordinary_record_the_years_before_are_read_when_asked(root: Path) -> None:
    for year in (2020, 2022, 2023, 2024):
        put(root, f"{year}.yaml", data(f"{{nam: {year}}}", year))
    raw = read(put(root, "2025.yaml", data("{nam: 2025}")))
    assert (raw.years, list(raw.year_files)) == ({}, [2023, 2022])
    assert list(with_years(raw).years) == [2022, 2023]


def test_two_files_of_one_year_of_a_review(root: Path) -> None:
    put(root, "2021.yaml", data("{nam: 2021}"))
    put(root, "2022.yaml", data("{nam: 2022}"))
    put(root, "2022.yml", data("{nam: 2022}"))
    raw = read(put(root, "2021-2022.yaml", data("{nam: 2021 - 2022}")))
    assert (list(raw.years), codes(raw)) == ([2021], ["cac-nam-hai-tep", "cac-nam-tu-tim"])
    assert "«cac_nam: {2022: 2022.yaml}»" in raw.findings[0].remedy


def test_years_may_be_named_typed_and_switched_off(root: Path) -> None:
    put(root, "2021.yaml", data("{nam: 2021}"))
    put(root, "cu/hai-hai.yaml", data("{nam: 2022}", 5))
    named = "cac_nam: {2020: {a: {b: 4}}, 2022: cu/hai-hai.yaml}\n"
    raw = read(put(root, "2021-2022.yaml", data("{nam: 2021 - 2022}", more=named)))
    assert [(year, item.found) for year, item in raw.years.items()] == [
        (2020, False),
        (2021, True),
        (2022, False),
    ]
    off = read(put(root, "2021-2022.yaml", data("{nam: 2021 - 2022}", more="cac_nam: không\n")))
    assert (off.years, codes(off)) == ({}, [])


@pytest.mark.parametrize("typed", [{"hai": "2021.yaml"}, {"2026": "2026.yaml"}, {"20211": {}}, "2021.yaml"])
def test_what_is_no_year_of_the_series_is_told(typed: object) -> None:
    raw = read_mapping({"ky": {"nam": "2021 - 2025"}, "cac_nam": typed, "so_lieu": {}})
    assert codes(raw) == ["cac-nam-sai"]


def test_a_named_year_that_is_missing_or_no_data(root: Path) -> None:
    for name, code in (("khong-co.yaml", "tep-khong-co"), ("../don-vi.yaml", "tep-thieu-so-lieu")):
        text = data("{nam: 2021 - 2022}", more=f"cac_nam: {{2021: {name}}}\n")
        assert codes(read(put(root, "ky.yaml", text))) == [code]
    listed = read(put(root, "ky.yaml", data("{nam: 2021 - 2022}", more="cac_nam: {2021: [a]}\n")))
    assert codes(listed) == ["ten-tep-sai"]


KINDS = {
    "nam": ({},),
    "quy": ({"quy": "I"}, {"quy": "2"}, {"loai": "quy", "so": "IV"}),
    "thang": ({"thang": "3"}, {"loai": "tháng", "so": "12"}),
    "6_thang": ({"loai": "6_thang", "so": "1"}, {"loai": "6 tháng", "so": "cuối năm"}),
    "9_thang": ({"loai": "9_thang"},),
}


@given(
    st.sampled_from([form for forms in KINDS.values() for form in forms]),
    st.integers(1950, 2099),
    st.integers(0, 9),
)
def test_the_period_is_read_as_the_model_reads_it(form: dict[str, str], year: int, more: int) -> None:
    typed = {**form, "nam": str(year)}
    if not form and more:
        typed = {"nam": f"{year} - {min(year + more, 2100)}"}
    entries = {name: RawValue(text, WHERE, Literal.TEXT) for name, text in typed.items()}
    raw = RawValue(entries, WHERE, Literal.MAP)
    main = Form(RawValue({"ky": raw}, WHERE, Literal.MAP), "", {"ky": "kỳ"}, Faults())
    period = typed_period(main)
    assert period is not None
    last = period.last_year or period.year
    assert period_key(raw) == PeriodKey(period.kind.value, period.year, period.number, last)


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"nam": "23"},
        {"nam": "2023", "quy": "V"},
        {"nam": "2023", "loai": "tuần"},
        {"nam": "2025 - 2021"},
        {"nam": "2023", "loai": "quy"},
        {"nam": "2021", "den_nam": "25"},
        {"nam": "2021", "loai": "giai_doan"},
    ],
)
def test_what_is_no_period(typed: dict[str, str]) -> None:
    entries = {name: RawValue(text, WHERE, Literal.TEXT) for name, text in typed.items()}
    assert period_key(RawValue(entries, WHERE, Literal.MAP)) is None


@pytest.mark.parametrize(
    ("ky", "said"),
    [
        ("2024", "là số liệu năm 2024"),
        ("{quy: II, nam: 2025}", "là số liệu quý II năm 2025"),
        ("{loai: 6_thang, so: 2, nam: 2025}", "là số liệu 6 tháng cuối năm 2025"),
        ("{thang: 3, nam: 2025}", "là số liệu tháng 3 năm 2025"),
        ("{nam: 2021 - 2025}", "là số liệu giai đoạn 2021 - 2025"),
        ("nay", "là số liệu không rõ kỳ nào"),
    ],
)
def test_last_years_file_says_another_period(root: Path, ky: str, said: str) -> None:
    put(root, "2025/xa/a.yaml", data(ky))
    raw = read(put(root, "2026/xa/a.yaml", data("2026")))
    (found,) = [item for item in raw.findings if item.code == "nam-truoc-ghi-ky-khac"]
    assert found.level is Severity.WARNING
    assert "Tệp ../../2025/xa/a.yaml đứng ở chỗ của số liệu kỳ trước (năm 2025)" in found.text
    assert said in found.text
    assert before(raw) == ""


def test_a_file_of_another_pack_or_of_no_figures_is_not_told(root: Path) -> None:
    put(root, "2025/a.yaml", data("2024").replace("goi: thu", "goi: khac"))
    put(root, "2025/a.json", '{"ky": 2024}')
    raw = read(put(root, "2026/a.yaml", data("2026")))
    assert "nam-truoc-ghi-ky-khac" not in codes(raw)
