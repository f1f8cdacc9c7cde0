"""A report that prints figures year by year, from the files of a working folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import baocao
import years_kit as kit
from baocao.derive.blank import Blank
from baocao.derive.series import YEAR_FIELDS
from baocao.errors import Severity
from baocao.lint import lint_pack
from docx_reading import read_docx
from outside_tools import converted
from workplace_kit import Clerk

YEARS = tuple(kit.FIGURES)
REVIEW = "2021-2025.yaml"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kit.workplace(tmp_path_factory.mktemp("nhieu-nam") / "xa")


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    """A working folder with a file for each of five years."""
    shutil.copytree(made, tmp_path / "xa")
    kit.put(tmp_path / "xa", {f"{year}.yaml": kit.of_year(year) for year in YEARS})
    return tmp_path / "xa"


def review(root: Path, figures: str = "{}", more: str = "", ky: str = "{nam: 2021 - 2025}") -> baocao.Report:
    kit.put(root, {REVIEW: kit.record(ky, figures, more)})
    return baocao.make_report(root / "so-lieu" / REVIEW)


def codes(report: baocao.Report) -> list[str]:
    return [item.code for item in report.findings]


def printed(report: baocao.Report) -> list[str]:
    return read_docx(report.to_bytes()).paragraphs


def test_a_review_is_made_of_its_years(root: Path) -> None:
    report = review(root)
    assert codes(report) == ["cac-nam-tu-tim", "cac-nam-qua-sap-xep"]
    text = "\n".join(printed(report))
    for words in (
        "tiếp nhận 59.865 hồ sơ, đã giải quyết 59.750 hồ sơ (đạt tỷ lệ 99,81%), thu 2.538 triệu đồng phí",
        "cuối kỳ còn 115 hồ sơ đang giải quyết",
        "tăng từ 9.850 hồ sơ (năm 2021) lên 15.030 hồ sơ (năm 2025), tăng 52,59%; cộng 5 năm là 59.755 hồ sơ",
        "Năm 2023 nhận 11.975 hồ sơ.",
        "Năm 2021: 9.850 hồ sơ;",
        "Năm 2022: 10.420 hồ sơ, tăng 570 hồ sơ (5,79%) so với năm trước;",
    ):
        assert words in text, words
    assert {str(path.name) for path in report.inputs} >= {f"{year}.yaml" for year in YEARS}


def test_the_trace_names_every_year(root: Path) -> None:
    figures = review(root).figures
    assert figures is not None
    lines = figures.trace("tthc.nhan_moi")
    assert lines[0] == "«Hồ sơ nhận mới» (tthc.nhan_moi): 59.755 hồ sơ, cộng số của các năm:"
    assert [line.strip().split(",")[0] for line in lines[1:]] == [
        f"năm {year}: {str(values[0])[:-3]}.{str(values[0])[-3:]} hồ sơ"
        for year, values in kit.FIGURES.items()
    ]
    assert figures.trace("tthc.dang_giai_quyet")[0].endswith("115 hồ sơ, lấy số của năm cuối:")
    assert figures.trace("tthc.ky_truoc")[0].endswith("110 hồ sơ, lấy số của năm đầu:")


def test_stocks_and_ranks_never_add_up(root: Path) -> None:
    figures = review(root).figures
    assert figures is not None
    for id_ in ("can_bo.bien_che", "can_bo.hang"):
        assert isinstance(figures[id_], Blank)
        assert not hasattr(figures[id_].cac_nam, "cong")
    assert [str(year) for year in figures["can_bo.hang"].cac_nam] == [
        "09/12",
        "07/12",
        "07/12",
        "04/12",
        "03/45",
    ]
    assert figures["can_bo.hang"].nam(2022).huong == "tăng"
    assert str(figures["can_bo.bien_che"].cac_nam.so_voi_dau.chenh_lech) == "09"
    assert not figures["can_bo.bien_che"].cac_nam.trong


def test_an_annual_report_prints_the_same_series(root: Path) -> None:
    report = baocao.make_report(root / "so-lieu" / "2025.yaml")
    assert codes(report) == ["nam-truoc-tu-tim", "cac-nam-tu-tim", "so-sanh-qua-sap-xep"]
    series = [line for line in printed(report) if line.startswith(("- Năm", "Năm 20"))]
    assert series == [line for line in printed(review(root)) if line.startswith(("- Năm", "Năm 20"))]


def test_earlier_years_are_read_only_for_a_template_that_asks(root: Path) -> None:
    plain = "{{ tthc.tiep_nhan }}\n\n@khoi_ky\n"
    (root / "mau" / "tong-ket" / "mau.docx").write_bytes(kit.built(plain))
    report = baocao.make_report(root / "so-lieu" / "2025.yaml")
    assert "cac-nam-tu-tim" not in codes(report)
    assert f"{YEARS[0]}.yaml" not in {path.name for path in report.inputs}
    (root / "mau" / "tong-ket" / "mau.docx").write_bytes(
        kit.built("{{ tthc.nhan_moi.nam(2023) }}\n\n@khoi_ky\n")
    )
    assert "cac-nam-tu-tim" in codes(baocao.make_report(root / "so-lieu" / "2025.yaml"))


def test_the_report_is_the_same_when_last_year_is_named(root: Path) -> None:
    found = baocao.make_report(root / "so-lieu" / "2025.yaml").to_bytes()
    kit.put(root, {"2025.yaml": kit.of_year(2025, more="nam_truoc: 2024.yaml")})
    assert baocao.make_report(root / "so-lieu" / "2025.yaml").to_bytes() == found


def test_the_same_years_in_folders_make_the_same_report(root: Path) -> None:
    flat = review(root).to_bytes()
    shutil.rmtree(root / "so-lieu")
    kit.put(root, {f"{year}/xa/a.yaml": kit.of_year(year) for year in YEARS})
    kit.put(root, {"2021-2025/xa/a.yaml": kit.record("{nam: 2021 - 2025}", "{}")})
    report = baocao.make_report(root / "so-lieu" / "2021-2025" / "xa" / "a.yaml")
    assert report.to_bytes() == flat


def test_a_missing_year_is_told_and_makes_no_total(root: Path) -> None:
    (root / "so-lieu" / "2023.yaml").unlink()
    report = review(root)
    assert report.data is None
    missing = next(item for item in report.findings if item.code == "cac-nam-thieu")
    assert missing.text == "Chưa có số liệu của năm 2023 trong giai đoạn 2021 - 2025."
    assert "thieu-bat-buoc" in codes(report)
    draft = baocao.make_report(root / "so-lieu" / REVIEW, draft=True)
    assert "Năm 2023: …… hồ sơ;" in "\n".join(printed(draft))


def test_inline_years_and_a_year_before_the_first(root: Path) -> None:
    (root / "so-lieu" / "2023.yaml").unlink()
    inline = "{tthc: {nhan_moi: 11.975, da_giai_quyet: 11.950, phi: 501 triệu đồng, ky_truoc: 110}}"
    more = f"cac_nam: {{2020: {{tthc: {{nhan_moi: 9.000}}}}, 2023: {inline}}}"
    report = review(root, "{}", more)
    assert report.figures is not None
    years = report.figures["tthc.nhan_moi"].cac_nam
    assert [year.nam for year in years] == list(YEARS)
    assert (str(years.dau.chenh_lech), str(years.cong)) == ("850", "59.755")


def test_a_stated_figure_is_held_against_the_years(root: Path) -> None:
    report = review(root, "{tthc: {nhan_moi: 60.000, dang_giai_quyet: 115}}")
    told = [item for item in report.findings if item.code == "cac-nam-lech"]
    assert [item.text for item in told] == [
        "«Hồ sơ nhận mới» của giai đoạn 2021 - 2025 ghi là 60.000 hồ sơ, còn cộng số của các năm thì được "
        "59.755 hồ sơ."
    ]
    strict = baocao.make_report(root / "so-lieu" / REVIEW, strict=True)
    assert strict.data is None
    assert "cac-nam-lech" not in codes(review(root, "{tthc: {nhan_moi: hơn 59.700}}"))


def test_named_files_of_another_year_or_report_are_told(root: Path) -> None:
    kit.put(root, {"khac.yaml": kit.of_year(2022).replace("goi: tong-ket", "goi: khac")})
    report = review(root, "{}", "cac_nam: {2021: 2022.yaml, 2022: khac.yaml}")
    told = {item.code: item.text for item in report.findings if item.code.startswith("cac-nam-sai")}
    assert told == {
        "cac-nam-sai-nam": "Tệp ghi ở mục cac_nam cho năm 2021 lại là số liệu kỳ 2022.",
        "cac-nam-sai-goi": "Tệp ghi ở mục cac_nam cho năm 2022 dùng gói «khac», báo cáo này dùng gói "
        "«tong-ket».",
    }


def test_a_unit_that_had_another_name_is_told(root: Path) -> None:
    profile = root / "don-vi.yaml"
    former = "truoc_day:\n  - {den_ngay: 31/12/2022, ten: Ủy ban nhân dân xã Cũ}\n"
    profile.write_text(profile.read_text(encoding="utf-8") + former, encoding="utf-8")
    (told,) = (item for item in review(root).findings if item.code.startswith("cac-nam-") and
               item.level is Severity.WARNING)  # fmt: skip
    assert told.code == "cac-nam-khac-don-vi"
    assert "Ủy ban nhân dân xã Cũ (năm 2021, năm 2022)" in told.text


def test_before_the_reform_nothing_is_noted(root: Path) -> None:
    kit.put(root, {"2021-2024.yaml": kit.record("{nam: 2021 - 2024}", "{}")})
    assert codes(baocao.make_report(root / "so-lieu" / "2021-2024.yaml")) == ["cac-nam-tu-tim"]


def test_faults_of_a_file_nobody_named_stop_nothing(root: Path) -> None:
    kit.put(root, {"2024.yaml": kit.of_year(2024).replace("12480", "mười hai")})
    found = baocao.make_report(root / "so-lieu" / "2025.yaml", draft=True)
    wrong = [item for item in found.findings if item.where.file.endswith("2024.yaml")]
    assert wrong
    assert all(item.level is not Severity.ERROR for item in wrong)


def test_the_lint_knows_the_years(root: Path) -> None:
    pack = baocao.load_pack(root / "mau" / "tong-ket")
    assert [item for item in lint_pack(pack) if item.level is not Severity.INFO] == []
    wrong = "{{ tthc.nhan_moi.cac_nam.con }}{% for n in can_bo.hang.cac_nam %}{{ n.nm }}{% endfor %}\n"
    (root / "mau" / "tong-ket" / "mau.docx").write_bytes(kit.built(wrong))
    told = [
        item
        for item in lint_pack(baocao.load_pack(root / "mau" / "tong-ket"))
        if item.code == "ten-khong-biet"
    ]
    assert [dict(item.facts)["goi_y"] for item in told] == [
        " Có phải «tthc.nhan_moi.cac_nam.cong» không?", " Có phải «n.nam» không?"
    ]  # fmt: skip


# ----- the working folder -----


def test_the_newest_data_may_stand_in_a_folder_of_its_year(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(root / "so-lieu")
    kit.put(root, {f"{year}/a.yaml": kit.of_year(year) for year in YEARS})
    kit.put(root, {"2025/xa/b.yaml": kit.of_year(2025), "cu/2030.yaml": kit.of_year(2025)})
    monkeypatch.chdir(root)
    clerk = Clerk(capsys)
    assert clerk.run("soat") == 0
    assert clerk.out.startswith("Soát tệp số liệu mới nhất: so-lieu/2025/a.yaml\n")
    assert clerk.run("khoi-tao", ".", "--nam", "2026") == 0
    text = (root / "so-lieu" / "2026" / "a.yaml").read_text(encoding="utf-8")
    assert "\nnam_truoc: ../2025/a.yaml\n" in text
    assert "so-lieu/2026/a.yaml (mới)" in clerk.out


def test_a_workbook_that_a_data_file_names_is_no_data_file(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    clerk = Clerk(capsys)
    Path("so-lieu/bang-2025.xlsx").write_bytes(b"")
    assert clerk.codes("soat") == (1, ["so-lieu-nhieu-tep"])
    Path("so-lieu/2025.yaml").write_text(kit.of_year(2025) + "# bang-2025.xlsx\n", encoding="utf-8")
    assert clerk.run("soat") == 0


@pytest.mark.libreoffice
def test_libreoffice_shows_the_series(root: Path, tmp_path: Path) -> None:
    data = converted({"tong-ket": review(root).to_bytes()}, tmp_path, "txt")["tong-ket"]
    text = data.decode("utf-8-sig").replace("\u00a0", " ")
    assert "Năm 2025: 15.030 hồ sơ, tăng 2.550 hồ sơ (20,43%) so với năm trước" in text


def test_the_page_about_years_names_what_there_is(root: Path) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "nhieu-nam.md").read_text(encoding="utf-8")
    for name in YEAR_FIELDS:
        assert f"`n.{name}`" in page, name
    report = baocao.make_report(root / "so-lieu" / "2025.yaml")
    told = next(item for item in report.findings if item.code == "nam-truoc-tu-tim")
    assert told.text.replace("2024.yaml", "2025.xlsx").replace("2024", "2025") in page
