"""The other commands in a unit's working folder, and how it is found."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from baocao.workplace import Workplace, find_workplace
from docx_reading import read_docx
from workplace_kit import Clerk, files_in


def test_a_unit_profile_is_no_data_file(started: Clerk) -> None:
    for name in ("tao", "soat"):
        code, (item,) = started.told(name, "don-vi.yaml")
        assert (code, item["ma"]) == (1, "so-lieu-la-ho-so")
        assert item["noi_dung"] == "don-vi.yaml là hồ sơ đơn vị, không phải tệp số liệu."
        assert item["cach_sua"].endswith("ví dụ so-lieu/2026.yaml.")


def test_a_working_folder_that_is_named_is_as_the_one_around(
    started: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("..")
    assert started.run("soat", "xa") == 0
    assert started.run("tao", "xa") == 0
    assert started.out.splitlines() == [
        "Làm từ tệp số liệu mới nhất: xa/so-lieu/2026.yaml",
        "Đã tạo xa/ket-qua/12-BC-UBND-minh-hoa.docx (không có gì phải sửa).",
        "Đã soát báo cáo: không có gì phải sửa; đã tính lại 01 chỗ có số: khớp 01.",
    ]
    code, (item,) = started.told("tao", ".")
    assert (code, item["ma"]) == (2, "khong-la-thu-muc-lam-viec")
    Path("xa/so-lieu/2026.yaml").unlink()
    assert started.codes("tao", "xa") == (1, ["so-lieu-chua-co"])


def test_sao_chep_takes_the_pack_in_use(started: Clerk) -> None:
    assert started.run("mau", "tao-moi", "tiep-dan") == 0
    assert started.run("mau", "sao-chep", "--khoi", "ket_thuc") == 0
    assert Path("mau/cchc-nam/mau.docx").is_file()
    Path("so-lieu/2026.yaml").unlink()
    code, (item,) = started.told("mau", "sao-chep")
    assert (code, item["ma"]) == (2, "chua-neu-goi")
    assert ", tiep-dan" in item["noi_dung"]
    assert "«baocao mau sao-chep cchc-nam»" in item["cach_sua"]


@pytest.mark.parametrize(("below", "up"), [(".", ""), ("so-lieu", "../"), ("mau/_manh", "../../")])
def test_tao_needs_no_name_in_the_folder_or_below(
    started: Clerk, monkeypatch: pytest.MonkeyPatch, below: str, up: str
) -> None:
    root = Path.cwd()
    monkeypatch.chdir(below)
    assert started.run("tao") == 0
    assert started.out.splitlines() == [
        f"Làm từ tệp số liệu mới nhất: {up}so-lieu/2026.yaml",
        f"Đã tạo {up}ket-qua/12-BC-UBND-minh-hoa.docx (không có gì phải sửa).",
        "Đã soát báo cáo: không có gì phải sửa; đã tính lại 01 chỗ có số: khớp 01.",
    ]
    text = read_docx((root / "ket-qua" / "12-BC-UBND-minh-hoa.docx").read_bytes()).text
    assert "XÃ MINH HỌA" in text
    assert "Nguyễn Văn An" in text


def test_tao_from_outside_puts_the_report_into_the_folder_of_the_data(
    started: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree("ket-qua")
    monkeypatch.chdir("..")
    assert started.run("tao", "xa/so-lieu/2026.yaml", "--json") == 0
    said = json.loads(started.out)
    assert (said["so_lieu"], said["tep"]) == (
        "xa/so-lieu/2026.yaml",
        ["xa/ket-qua/12-BC-UBND-minh-hoa.docx"],
    )
    assert started.run("tao", "xa/so-lieu/2026.yaml", "-o", "day.docx") == 0
    assert Path("day.docx").is_file()


def test_a_report_that_is_there_is_not_overwritten(started: Clerk) -> None:
    assert started.run("tao") == 0
    assert started.codes("tao") == (4, ["tep-da-co"])
    assert started.run("tao", "--ghi-de") == 0


def test_a_report_open_in_word_is_told(started: Clerk) -> None:
    assert started.run("tao") == 0
    Path("ket-qua/~$-BC-UBND-minh-hoa.docx").write_bytes(b"")
    assert started.codes("tao", "--ghi-de") == (4, ["tep-dang-mo"])


def test_the_lock_of_another_report_does_not_hold_up_a_new_one(started: Clerk) -> None:
    Path("ket-qua/11-BC-UBND-minh-hoa.docx").write_bytes(b"")
    Path("ket-qua/~$-BC-UBND-minh-hoa.docx").write_bytes(b"")
    assert started.codes("tao") == (0, [])
    assert started.codes("tao", "--ghi-de") == (4, ["tep-dang-mo"])


def test_soat_takes_the_newest_data_and_says_which(started: Clerk) -> None:
    assert started.run("soat") == 0
    assert started.out.splitlines() == [
        "Soát tệp số liệu mới nhất: so-lieu/2026.yaml",
        "so-lieu/2026.yaml: không có gì phải sửa.",
    ]


def test_of_two_years_the_later_is_the_newest_whatever_was_edited_last(started: Clerk) -> None:
    shutil.copy("so-lieu/2026.yaml", "so-lieu/2025.yaml")
    shutil.copy("so-lieu/2026.yaml", "so-lieu/ghi-chep.yml")
    os.utime("so-lieu/2026.yaml", (0, 0))
    for lock in (".~lock.2027.yaml#", "~$2027.yaml", ".2028.yaml"):
        Path("so-lieu", lock).write_bytes(b"")
    Path("so-lieu/2029.yaml").mkdir()
    assert started.run("soat") == 0
    assert started.out.startswith("Soát tệp số liệu mới nhất: so-lieu/2026.yaml\n")


def test_two_files_of_the_newest_year_are_a_question(started: Clerk) -> None:
    shutil.copy("so-lieu/2026.yaml", "so-lieu/2026-quy-1.yaml")
    code, (item,) = started.told("tao")
    assert (code, item["ma"]) == (1, "so-lieu-nhieu-tep")
    assert item["noi_dung"] == (
        "Thư mục so-lieu có 02 tệp số liệu cùng là mới nhất: 2026-quy-1.yaml, 2026.yaml."
    )
    assert "«baocao tao so-lieu/2026-quy-1.yaml»" in item["cach_sua"]
    assert started.run("tao", "so-lieu/2026.yaml") == 0


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("2027-chung.md", "2027-chung.md (không mở đầu bằng dòng «---»)"),
        ("2026-chung.md", "2026-chung.md (không mở đầu bằng dòng «---»)"),
        ("2027.yaml.txt", "2027.yaml.txt (tên có đuôi .txt)"),
    ],
)
def test_a_file_as_new_that_is_passed_over_is_named(started: Clerk, name: str, told: str) -> None:
    Path("so-lieu", name).write_text("goi: chung\nky: 2027\n", encoding="utf-8")
    for command in ("tao", "soat"):
        code, (item,) = started.told(command)
        assert (code, item["ma"]) == (0, "so-lieu-moi-bo-qua")
        assert item["noi_dung"] == f"Đã bỏ qua {told}; số liệu được lấy ở so-lieu/2026.yaml."
    assert started.run("soat") == 0
    assert "Nên xem lại (01)" in started.out
    assert told in started.out
    assert started.codes("soat", "so-lieu/2026.yaml") == (0, [])


def test_older_texts_and_those_the_data_takes_in_are_not_meant(started: Clerk) -> None:
    for name in ("2025-chung.md", "ghi-chu.md", "2026-loi-van.md"):
        Path("so-lieu", name).write_text("Lời văn.\n", encoding="utf-8")
    with Path("so-lieu/2026.yaml").open("a", encoding="utf-8") as data:
        data.write("# lời văn ở tệp 2026-loi-van.md\n")
    assert started.codes("tao") == (0, [])


@pytest.mark.parametrize("name", ["2026.yaml", "so-lieu.yaml"])
def test_texts_of_later_years_that_the_data_takes_in_are_not_meant(started: Clerk, name: str) -> None:
    data = Path("so-lieu/2026.yaml").rename(Path("so-lieu", name))
    Path("so-lieu/2027-nhiem-vu.md").write_text("Lời văn.\n", encoding="utf-8")
    for command in ("tao", "soat"):
        assert started.codes(command) == (0, ["so-lieu-moi-bo-qua"])
    with data.open("a", encoding="utf-8") as end:
        end.write("# nhiệm vụ năm sau ở tệp 2027-nhiem-vu.md\n")
    for command in (["tao", "--ghi-de"], ["soat"]):
        assert started.codes(*command) == (0, [])


def test_a_longer_name_does_not_name_a_file(started: Clerk) -> None:
    Path("so-lieu/2027-chung.md").write_text("Lời văn.\n", encoding="utf-8")
    with Path("so-lieu/2026.yaml").open("a", encoding="utf-8") as data:
        data.write("# xem ban-2027-chung.md, 2027-chung.md.txt\n")
    assert started.codes("soat") == (0, ["so-lieu-moi-bo-qua"])
    with Path("so-lieu/2026.yaml").open("a", encoding="utf-8") as data:
        data.write("# lời văn ở tệp so-lieu/2027-chung.md.\n")
    assert started.codes("soat") == (0, [])


def test_what_was_passed_over_in_a_folder_of_a_year_is_told(started: Clerk) -> None:
    Path("so-lieu/2026/xa").mkdir(parents=True)
    Path("so-lieu/2026/xa/ghi-chu.md").write_text("Lời văn.\n", encoding="utf-8")
    assert started.codes("soat") == (0, [])
    shutil.move("so-lieu/2026.yaml", "so-lieu/2025.yaml")
    Path("so-lieu/2026/xa/ghi-chu.md").unlink()
    Path("so-lieu/2026/2026.yaml.txt").write_text("goi: chung\n", encoding="utf-8")
    code, (item,) = started.told("soat")
    assert (code, item["ma"]) == (0, "so-lieu-moi-bo-qua")
    assert item["noi_dung"].startswith("Đã bỏ qua 2026/2026.yaml.txt (tên có đuôi .txt); ")


def test_a_folder_is_told_what_was_passed_over_in_it(started: Clerk) -> None:
    Path("so-lieu/2027-chung.md").write_text("Lời văn.\n", encoding="utf-8")
    for command in ("tao", "soat"):
        assert started.codes(command, ".") == (0, ["so-lieu-moi-bo-qua"])
        assert started.codes(command, "so-lieu/2026.yaml", *(["--ghi-de"] if command == "tao" else [])) == (
            0,
            [],
        )
    assert started.run("soat", ".", "so-lieu/2026.yaml") == 0
    assert started.out.count("Đã bỏ qua 2027-chung.md") == 1
    assert "Soát tệp số liệu mới nhất: so-lieu/2026.yaml" in started.out


def test_of_what_was_passed_over_only_its_own_remedy_is_told(started: Clerk) -> None:
    Path("so-lieu/2027.yaml.txt").write_text("goi: chung\n", encoding="utf-8")
    _, (item,) = started.told("soat")
    assert "bỏ đuôi .txt" in item["cach_sua"]
    assert "«---»" not in item["cach_sua"]
    for number in range(8):
        Path(f"so-lieu/2027-{number}.md").write_text("Lời văn.\n", encoding="utf-8")
    _, (item,) = started.told("soat")
    assert "; 2027-5.md (không mở đầu bằng dòng «---») và 03 tệp khác; số liệu" in item["noi_dung"]
    assert "«---»" in item["cach_sua"]
    assert "bỏ đuôi .txt" in item["cach_sua"]


@pytest.mark.parametrize("left", ["empty", "gone"])
def test_no_data_yet(started: Clerk, left: str) -> None:
    shutil.rmtree("so-lieu")
    if left == "empty":
        Path("so-lieu").mkdir()
    code, (item,) = started.told("tao")
    assert (code, item["ma"]) == (1, "so-lieu-chua-co")
    assert "«baocao khoi-tao . --nam …»" in item["cach_sua"]


def test_outside_a_working_folder_a_name_is_needed(clerk: Clerk) -> None:
    for name in ("tao", "soat"):
        code, (item,) = clerk.told(name)
        assert (code, item["ma"]) == (2, "chua-neu-so-lieu")
        assert f"«baocao {name} so-lieu.yaml»" in item["cach_sua"]


def test_data_that_names_a_profile_keeps_it(started: Clerk) -> None:
    text = Path("don-vi.yaml").read_text(encoding="utf-8").replace("Minh Họa", "Bình An")
    Path("so-lieu/khac.yaml").write_text(text, encoding="utf-8")
    data = Path("so-lieu/2026.yaml")
    data.write_text(f"don_vi: khac.yaml\n{data.read_text(encoding='utf-8')}", encoding="utf-8")
    assert started.run("tao", "so-lieu/2026.yaml") == 0
    assert files_in("ket-qua") == ["12-BC-UBND-binh-an.docx"]


def test_a_lone_profile_far_above_is_not_taken(clerk: Clerk, samples: Path) -> None:
    shutil.copy(samples / "xa-mau" / "don-vi.yaml", ".")
    Path("sau/trong").mkdir(parents=True)
    data = (samples / "xa-mau" / "2025.yaml").read_text(encoding="utf-8").replace("don_vi: don-vi.yaml\n", "")
    Path("sau/trong/2025.yaml").write_text(data, encoding="utf-8")
    assert clerk.codes("tao", "sau/trong/2025.yaml", "--nhap")[1][:1] == ["thieu-muc"]
    Path("2025.yaml").write_text(data, encoding="utf-8")
    assert clerk.run("tao", "2025.yaml", "--nhap") == 0
    assert [path.name for path in Path().glob("*.docx")] == ["chua-so-BC-UBND-minh-hoa.docx"]


def test_a_sample_folder_without_the_other_folders_keeps_its_results_where_one_stands(
    clerk: Clerk, samples: Path
) -> None:
    shutil.copytree(samples / "xa-mau", "xa-mau")
    assert clerk.run("tao", "xa-mau/2025.yaml", "--nhap") == 0
    assert Path("chua-so-BC-UBND-minh-hoa.docx").is_file()


def test_a_data_folder_that_may_not_be_read(started: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert started.codes("tao") == (1, ["tep-khong-doc-duoc"])


def test_the_nearest_working_folder_is_found_from_a_file_or_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("ngoai/so-lieu", "ngoai/xa/mau/goi"):
        (tmp_path / folder).mkdir(parents=True)
    for folder in ("ngoai", "ngoai/xa"):
        (tmp_path / folder / "don-vi.yaml").touch()
    monkeypatch.chdir(tmp_path / "ngoai" / "xa")
    assert find_workplace(Path()) == Workplace(Path())
    assert find_workplace(Path("mau/goi/mau.docx")) == Workplace(Path())
    assert find_workplace(Path("../so-lieu")) == Workplace(Path(".."))
    assert find_workplace(tmp_path / "ngoai" / "xa" / "mau") == Workplace(tmp_path / "ngoai" / "xa")
    assert find_workplace(Path("tên\0hỏng")) == Workplace(Path())
