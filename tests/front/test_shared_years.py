"""Other years of a report from the files of another kind of report (`lay_cac_nam`), in a working folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from finished_kit import lines, tables

import baocao
from baocao.errors import Severity
from baocao.intake.reader import read
from workplace_kit import Clerk
from years_kit import PROFILE, put

REVIEW = "goi: nhin-lai-giai-doan\nky: {nam: 2021 - 2023}\nvan_ban: {so: 5, ngay: 10/02/2024}\n"
YEARS = {2021: ("11", "80,1"), 2022: ("12", "80,2"), 2023: ("15", "81,2")}
SAME = ["nam-truoc-tu-tim"]


def annual(year: int, pack: str = "cchc-nam", more: str = "") -> str:
    """An annual file with figures that the review has, and some that it lacks."""
    documents, points = YEARS[year]
    return (
        f"goi: {pack}\nky: {year}\nso_lieu:\n"
        f"  chi_dao: {{so_van_ban: {documents}, nhiem_vu: 4}}\n"
        f'  chi_so: {{diem: "{points}"}}\n'
        '  tthc: {ra_soat: 5, cap_xa: {ty_le_truc_tuyen: "50%"}, tiep_nhan: 100, da_giai_quyet: 90}\n'
        f"{more}"
    )


def this_year(pack: str, figures: str, more: str = "") -> str:
    return f"goi: {pack}\nky: 2024\nvan_ban: {{so: 5, ngay: 10/02/2025}}\n{more}so_lieu: {figures}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The working folder of a commune with three annual files and a review of the three years."""
    (tmp_path / "don-vi.yaml").write_text(PROFILE, encoding="utf-8")
    put(
        tmp_path,
        {f"{year}.yaml": annual(year) for year in YEARS} | {"2021-2023.yaml": f"{REVIEW}so_lieu: {{}}\n"},
    )
    return tmp_path


def made(root: Path, name: str, *, draft: bool = False) -> baocao.Report:
    return baocao.make_report(root / "so-lieu" / name, draft=draft)


def codes(report: baocao.Report) -> list[str]:
    return [item.code for item in report.findings]


DOCUMENTS = [["Năm", "Văn bản chỉ đạo"], ["2021", "11"], ["2022", "12"], ["2023", "15"]]


def test_a_review_is_made_of_the_annual_reports_of_the_office(root: Path) -> None:
    report = made(root, "2021-2023.yaml")
    assert codes(report) == ["cac-nam-tu-tim"]
    assert "lấy ở 2021.yaml, 2022.yaml, 2023.yaml," in report.findings[0].text
    assert tables(report.to_bytes())[0] == [*DOCUMENTS, ["Cả giai đoạn", "38"]]
    assert "Trong giai đoạn 2021 - 2023, đã giải quyết 270 hồ sơ thủ tục hành chính." in "\n".join(
        lines(report)
    )
    assert {f"{year}.yaml" for year in YEARS} <= {path.name for path in report.inputs}


@pytest.mark.parametrize("name", ["2023.yaml", "2023-cchc-xa.yaml", "2023.json"])
def test_a_year_may_be_of_the_other_pack_that_is_named(root: Path, name: str) -> None:
    before = made(root, "2021-2023.yaml").to_bytes()
    (root / "so-lieu" / "2023.yaml").unlink()
    text = annual(2023, "cchc-xa")
    if name.endswith("json"):
        whole: dict[str, Any] = {
            "goi": "cchc-xa",
            "ky": 2023,
            "so_lieu": {"chi_dao": {"so_van_ban": 15, "nhiem_vu": 4}},
        }
        whole["so_lieu"] |= {"chi_so": {"diem": "81,2"}, "tthc": {"tiep_nhan": 100, "da_giai_quyet": 90}}
        text = json.dumps(whole)
    put(root, {name: text})
    assert made(root, "2021-2023.yaml").to_bytes() == before


def test_two_files_of_one_year_are_told_and_none_is_chosen(root: Path) -> None:
    put(root, {"2023-cchc-xa.yaml": annual(2023, "cchc-xa")})
    report = made(root, "2021-2023.yaml")
    assert codes(report) == ["cac-nam-hai-tep", "cac-nam-tu-tim", "cac-nam-thieu"]
    assert "2023.yaml và 2023-cchc-xa.yaml" in report.findings[0].text
    assert tables(report.to_bytes())[0] == [*DOCUMENTS[:-1], ["2023", ""]]


def test_years_that_are_named_are_read_in_the_same_way(root: Path) -> None:
    found = made(root, "2021-2023.yaml").to_bytes()
    (root / "so-lieu" / "2022.yaml").rename(root / "so-lieu" / "cu.yaml")
    named = "cac_nam: {2022: cu.yaml, 2023: 2023.yaml}\n"
    put(root, {"2021-2023.yaml": f"{REVIEW}{named}so_lieu: {{}}\n"})
    report = made(root, "2021-2023.yaml")
    assert codes(report) == ["cac-nam-tu-tim"]
    assert report.to_bytes() == found
    put(root, {"cu.yaml": annual(2022, "kiem-soat-tthc")})
    assert "cac-nam-sai-goi" in codes(made(root, "2021-2023.yaml"))


def test_faults_of_an_annual_file_are_remarks(root: Path) -> None:
    put(root, {"2022.yaml": annual(2022).replace("so_van_ban: 12", "so_van_ban: mười hai")})
    report = made(root, "2021-2023.yaml")
    assert report.data is not None
    (wrong,) = (item for item in report.findings if item.where.file.endswith("2022.yaml"))
    assert (wrong.where.key, wrong.level) == ("chi_dao.so_van_ban", Severity.WARNING)


def test_files_of_a_pack_that_is_not_named_are_left_alone(root: Path) -> None:
    put(root, {f"{year}.yaml": annual(year, "kiem-soat-tthc") for year in YEARS})
    report = made(root, "2021-2023.yaml", draft=True)
    assert codes(report) == []
    put(root, {"2024.yaml": this_year("cchc-nam", "{tthc: {tiep_nhan: 120, da_giai_quyet: 110}}")})
    put(root, {"2023.yaml": annual(2023, "chi-so-cchc")})
    assert not {"nam-truoc-tu-tim", "nam-truoc-sai-goi"} & {*codes(made(root, "2024.yaml", draft=True))}


# ----- last year -----

CHANGED = this_year("cchc-xa", "{tthc: {tiep_nhan: 120, da_giai_quyet: 110}}")
COMPARED = "số hồ sơ tiếp nhận tăng 20 hồ sơ (năm 2023 là 100 hồ sơ)"


@pytest.mark.parametrize("last", ["2023.yaml", "2023-cchc-nam.yaml"])
def test_a_commune_that_changes_its_pack_keeps_the_comparison(root: Path, last: str) -> None:
    (root / "so-lieu" / "2023.yaml").rename(root / "so-lieu" / last)
    put(root, {"2024.yaml": CHANGED})
    report = made(root, "2024.yaml")
    assert codes(report) == SAME
    assert COMPARED in "\n".join(lines(report))
    put(root, {"2024.yaml": this_year("cchc-xa", "{tthc: {tiep_nhan: 120, da_giai_quyet: 110}}",
                                      f"nam_truoc: {last}\n")})  # fmt: skip
    named = made(root, "2024.yaml")
    assert codes(named) == []
    assert named.to_bytes() == report.to_bytes()


def test_a_file_of_the_same_pack_comes_first(root: Path) -> None:
    own = annual(2023, "cchc-xa").replace("tiep_nhan: 100", "tiep_nhan: 101")
    put(root, {"2024.yaml": CHANGED, "2023-cchc-xa.yaml": own})
    report = made(root, "2024.yaml")
    assert codes(report) == SAME
    assert "2023-cchc-xa.yaml" in report.findings[0].text
    assert "(năm 2023 là 101 hồ sơ)" in "\n".join(lines(report))


INDEX = this_year("chi-so-cchc", '{chi_so: {diem: "85,2"}}')


def test_the_index_is_compared_with_that_in_the_annual_report(root: Path) -> None:
    put(root, {"2024-chi-so-cchc.yaml": INDEX})
    report = made(root, "2024-chi-so-cchc.yaml", draft=True)
    assert codes(report)[0] == "nam-truoc-tu-tim"
    assert report.figures is not None
    points = report.figures["chi_so.diem"]
    assert (str(points.truoc), str(points.chenh_lech)) == ("81,2", "4")


def test_an_annual_report_that_has_nothing_of_it_is_not_compared_with(root: Path) -> None:
    put(root, {"2024-chi-so-cchc.yaml": INDEX})
    put(root, {"2023.yaml": "goi: cchc-nam\nky: 2023\nso_lieu: {tthc: {tiep_nhan: 100}}\n"})
    assert "nam-truoc-tu-tim" not in codes(made(root, "2024-chi-so-cchc.yaml", draft=True))


# ----- forms, roll-up, what is shown -----


@pytest.fixture
def clerk(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Clerk:
    monkeypatch.chdir(root)
    return Clerk(capsys)


@pytest.mark.parametrize("named", [(), ("--nam-truoc", "so-lieu/2023.yaml")])
def test_a_form_shows_last_years_figures_of_the_other_report(clerk: Clerk, named: tuple[str, ...]) -> None:
    put(Path(), {"2023.yaml": annual(2023).replace('"81,2"', '"81,2", sai: 1')})
    words = ("bieu", "tao", "cchc-xa", "--ky", "2024", *named, "-o", "so-lieu/2024.xlsx")
    told = clerk.codes(*words)
    assert told[0] == 0
    assert "khoa-la" not in told[1]
    raw = read("so-lieu/2024.xlsx")
    assert raw.form is not None
    assert raw.previous is not None
    assert raw.previous.children["tthc"].children["tiep_nhan"].text == "100"


def test_a_roll_up_compares_with_what_the_units_sent_in_the_other_pack(clerk: Clerk) -> None:
    for year, pack, total in ((2023, "cchc-nam", 100), (2024, "cchc-xa", 130)):
        for name in ("a", "b"):
            unit = f"don_vi: {{ten: Ủy ban nhân dân xã {name.upper()}}}\n"
            figures = f"so_lieu: {{tthc: {{tiep_nhan: {total}, da_giai_quyet: 90}}}}\n"
            put(Path(), {f"{year}/xa/{name}-{year}.yaml": f"goi: {pack}\n{unit}ky: {year}\n{figures}"})
    put(Path(), {"2023/xa/a-2023-kiem-soat.yaml": "goi: kiem-soat-tthc\ndon_vi: {ten: Ủy ban nhân dân xã A}\n"
                 "ky: 2023\nso_lieu: {tthc: {tiep_nhan: 7}}\n"})  # fmt: skip
    assert clerk.run("tong-hop", "so-lieu/2024/xa", "-o", "tong-hop.yaml") == 0, clerk.err
    rolled = read("tong-hop.yaml")
    assert rolled.main.text_of("goi") == "cchc-xa"
    before = rolled.main.children["nam_truoc"].children["tthc"]
    assert before.children["tiep_nhan"].text == "200"


def test_the_pack_shows_whose_years_it_takes(clerk: Clerk) -> None:
    assert clerk.run("mau", "xem", "nhin-lai-giai-doan") == 0
    (shown,) = [line for line in clerk.out.splitlines() if "lấy số liệu các năm của gói" in line]
    assert "cchc-nam; cchc-xa" in shown


def test_a_pack_of_the_unit_may_say_so_for_itself_and_is_told_of_a_slip(root: Path) -> None:
    own = root / "mau" / "cchc-nam"
    own.mkdir(parents=True)
    (own / "goi.yaml").write_text("lay_cac_nam: [cchc-xa, cchc-nan]\n", encoding="utf-8")
    put(root, {"2023.yaml": annual(2023, "cchc-xa"), "2024.yaml": CHANGED.replace("cchc-xa", "cchc-nam")})
    report = made(root, "2024.yaml")
    assert {*codes(report)} == {"nam-truoc-tu-tim", "goi-nam-goi-khong-co"}
    (told,) = (item for item in report.findings if item.code == "goi-nam-goi-khong-co")
    assert (told.level, told.where.line) == (Severity.WARNING, 1)
    assert "«cchc-nan»" in told.text
    assert report.figures is not None
    assert str(report.figures["tthc.tiep_nhan"].truoc) == "100"


def test_a_pack_does_not_inherit_whose_years_it_takes() -> None:
    assert baocao.load_pack("cchc-ky").manifest.years_of == ()
