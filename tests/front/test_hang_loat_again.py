"""A second run, parts of a run, names of the reports, lists of jobs, places that take nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hang_loat_folder_kit import FILES, hang_loat, spoil
from hang_loat_kit import NAMES, cells, data_of, ended, reports, rows, write_units

from baocao.batch.keeping.locks import open_ledger
from baocao.batch.telling.tables import Tables
from baocao.cli import run
from baocao.errors import OutputError


@pytest.fixture
def units(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder so-lieu with five communes, in the current folder."""
    monkeypatch.chdir(tmp_path)
    return write_units(Path("so-lieu"))


def mend(units: Path, number: int) -> None:
    (units / f"don-vi-{number}.yaml").write_text(data_of(NAMES[number - 1], number), encoding="utf-8")


def test_again_does_only_what_failed_and_the_table_stays_whole(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(units, 2)
    assert hang_loat("so-lieu", "-o", "ra") == 1
    mend(units, 2)
    before = reports(Path("ra"))
    capsys.readouterr()
    assert hang_loat("so-lieu", "-o", "ra", "--lai") == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("Xong 1 đơn vị trong ")
    assert {name: reports(Path("ra"))[name] for name in before} == before
    assert sorted(reports(Path("ra"))) == FILES
    assert ended(Path("ra")) == dict.fromkeys(NAMES, "da_lam")
    assert [row["Kết quả"] for row in cells(Path("ra"), "Kết quả")] == [
        "đã làm (lần chạy trước)",
        "đã làm",
        *["đã làm (lần chạy trước)"] * 3,
    ]
    assert hang_loat("so-lieu", "-o", "ra", "--lai") == 0
    assert capsys.readouterr().out.splitlines()[0] == "Không có đơn vị nào phải làm."


def test_a_second_run_makes_only_what_changed_and_still_tells_all(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hang_loat("so-lieu", "-o", "ra") == 0
    told = [row["Nội dung"] for row in cells(Path("ra"), "Lời nhắc")]
    times = {path: path.stat().st_mtime_ns for path in Path("ra").glob("*.docx")}
    assert hang_loat("so-lieu", "-o", "ra") == 0
    assert ended(Path("ra")) == dict.fromkeys(NAMES, "khong_doi")
    assert [row["Nội dung"] for row in cells(Path("ra"), "Lời nhắc")] == told
    assert {path: path.stat().st_mtime_ns for path in Path("ra").glob("*.docx")} == times
    (units / "don-vi-4.yaml").write_text(data_of("Đông Ví", 4, received=1300), encoding="utf-8")
    capsys.readouterr()
    assert hang_loat("so-lieu", "-o", "ra") == 0
    assert "01 báo cáo đã làm, 04 không đổi so với lần trước." in capsys.readouterr().out
    assert ended(Path("ra"))["Đông Ví"] == "da_lam"


def test_a_report_edited_by_hand_is_kept_and_named(units: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hang_loat("so-lieu", "-o", "ra") == 0
    edited = Path("ra") / FILES[0]
    made = edited.read_bytes()
    edited.write_bytes(made + b" ")
    capsys.readouterr()
    assert hang_loat("so-lieu", "-o", "ra") == 0
    said = capsys.readouterr()
    assert edited.read_bytes() == made + b" "
    assert said.err.splitlines()[:2] == [
        "Giữ bản đã sửa tay (01)",
        f"  • Ủy ban nhân dân xã An Ví: {FILES[0]}",
    ]
    assert "--ghi-de" in said.err
    assert "01 giữ bản đã sửa tay" in said.out
    assert ended(Path("ra"))["An Ví"] == "giu_ban_sua"
    assert hang_loat("so-lieu", "-o", "ra", "--ghi-de") == 0
    assert edited.read_bytes() == made


def test_parts_share_the_units_and_a_run_over_all_finds_them_done(units: Path) -> None:
    assert hang_loat("so-lieu", "-o", "ra", "--phan", "1/2") == 0
    first = set(reports(Path("ra")))
    assert hang_loat("so-lieu", "-o", "ra", "--phan", "2/2") == 0
    assert sorted(reports(Path("ra"))) == FILES
    one, two = rows(Path("ra"), "ket-qua-1-2.jsonl"), rows(Path("ra"), "ket-qua-2-2.jsonl")
    assert {row["tep"] for row in one.values()} == first
    assert sorted((*one, *two)) == sorted(NAMES)
    assert not Path("ra/ket-qua.xlsx").exists()
    assert hang_loat("so-lieu", "-o", "ra") == 0
    assert ended(Path("ra")) == dict.fromkeys(NAMES, "khong_doi")


def test_names_and_folders_follow_the_pattern(units: Path) -> None:
    assert hang_loat("so-lieu", "-o", "ra", "--ten-tep", "{nam}/{so}-{ten}") == 0
    assert sorted(reports(Path("ra")))[0] == "2025/01-an-vi.docx"
    assert hang_loat("so-lieu", "-o", "khac", "--theo-cap-tren") == 0
    assert sorted(reports(Path("khac")))[0] == f"tinh-mau/{FILES[0]}"
    sheet = cells(Path("khac"), "Kết quả")
    assert sheet[0]["Báo cáo"] == f"tinh-mau/{FILES[0]}"


def test_reports_of_one_name_are_set_apart_and_told(units: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hang_loat("so-lieu", "-o", "ra", "--ten-tep", "bao-cao-{nam}") == 0
    assert len(reports(Path("ra"))) == 5
    assert all(name.startswith("bao-cao-2025-") for name in reports(Path("ra")))
    assert "bao-cao-2025.docx" in capsys.readouterr().err
    assert cells(Path("ra"), "Lời nhắc")[0]["Mã lời nhắc"] == "hang-loat-trung-ten"


def test_a_list_of_jobs_says_data_and_name_of_each(units: Path) -> None:
    named, other = "{so_lieu: so-lieu/don-vi-1.yaml, tep: xa-dau.docx}", "{so_lieu: so-lieu/don-vi-2.yaml}"
    Path("viec.yaml").write_text(f"cac_viec: [{named}, {other}]", encoding="utf-8")
    assert hang_loat("viec.yaml", "-o", "ra") == 0
    assert sorted(reports(Path("ra"))) == [FILES[1], "xa-dau.docx"]


def test_an_entry_of_a_list_that_cannot_be_done_stops_no_other(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("viec.yaml").write_text("cac_viec: [so-lieu/don-vi-1.yaml, khong-co.yaml]", encoding="utf-8")
    assert hang_loat("viec.yaml", "-o", "ra") == 1
    said = capsys.readouterr()
    assert sorted(reports(Path("ra"))) == FILES[:1]
    assert "khong-co.yaml" in said.err
    assert "01 báo cáo đã làm, 01 chưa làm được." in said.out
    for sheet, at in (("Kết quả", 1), ("Lời nhắc", 0)):
        assert cells(Path("ra"), sheet)[at]["Đơn vị"] == "Việc thứ 2 của viec.yaml"


def test_stars_that_the_shell_leaves_are_resolved(units: Path) -> None:
    assert hang_loat("so-lieu/*-[12].yaml", "-o", "ra") == 0
    assert sorted(reports(Path("ra"))) == FILES[:2]


def test_results_inside_the_folder_of_the_data_are_no_data(units: Path) -> None:
    assert hang_loat("so-lieu", "-o", "so-lieu/bao-cao") == 0
    assert hang_loat("so-lieu", "-o", "so-lieu/bao-cao") == 0
    assert ended(Path("so-lieu/bao-cao")) == dict.fromkeys(NAMES, "khong_doi")


def test_a_second_run_at_the_same_time_is_refused(units: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_ledger(Path("ra")):
        assert hang_loat("so-lieu", "-o", "ra") == 4
        assert "--phan" in capsys.readouterr().err
    assert hang_loat("so-lieu", "-o", "ra") == 0


def test_the_tables_are_written_before_another_run_may_begin(
    units: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = Tables.close

    def closed(tables: Tables, *more: Any) -> Any:
        with pytest.raises(OutputError), open_ledger(Path("ra")):
            pass
        return close(tables, *more)

    monkeypatch.setattr(Tables, "close", closed)
    assert hang_loat("so-lieu", "-o", "ra") == 0


def test_places_that_take_no_report_and_no_table_leave_with_4(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("ra/xa").parent.mkdir()
    Path("ra/xa").write_text("một tệp", encoding="utf-8")
    assert hang_loat("so-lieu", "-o", "ra", "--ten-tep", "xa/{ten}") == 4
    assert "05 chưa làm được" in capsys.readouterr().out
    Path("khac/ket-qua.xlsx").mkdir(parents=True)
    assert hang_loat("so-lieu", "-o", "khac") == 4
    said = capsys.readouterr()
    assert "05 báo cáo đã làm" in said.out
    assert "Chưa ghi được bảng kết quả khac/ket-qua.xlsx" in said.err
    assert sorted(reports(Path("khac"))) == FILES


def test_one_report_open_in_word_is_no_fault_of_the_folder(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hang_loat("so-lieu", "-o", "ra") == 0
    (units / "don-vi-1.yaml").write_text(data_of(NAMES[0], 1, settled=1179), encoding="utf-8")
    lock = Path("ra") / f"~${FILES[0]}"
    lock.touch()
    assert hang_loat("so-lieu", "-o", "ra") == 1
    assert hang_loat("so-lieu", "-o", "ra", "--lai") == 1
    lock.unlink()
    assert hang_loat("so-lieu", "-o", "ra", "--lai") == 0


def test_in_a_working_folder_reports_go_to_its_results(
    units: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hang_loat("so-lieu") == 2
    assert "-o" in capsys.readouterr().err
    assert run(["khoi-tao", "huyen"]) == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir("huyen")
        assert hang_loat("../so-lieu") == 0
        assert sorted(reports(Path("ket-qua"))) == FILES


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "Thiếu NGUỒN"),
        (("khong-co", "-o", "ra"), 1, "khong-co"),
        (("so-lieu", "-o", "ra", "--phan", "3/2"), 2, "«3/2»"),
        (("so-lieu", "-o", "ra", "--phan", "0/2"), 2, "«0/2»"),
        (("so-lieu", "-o", "ra", "--so-tien-trinh", "0"), 2, "Gõ một số từ 1 đến 999"),
        (("so-lieu", "-o", "ra", "--ten-tep", "{tenn}"), 2, "{ten}"),
        (("so-lieu", "-o", "ra", "--ten-tep", "../{ten}"), 2, "thư mục kết quả"),
        (("so-lieu", "-o", "so-lieu/don-vi-1.yaml"), 4, "don-vi-1.yaml"),
        (("so-lieu", "-o", "ra", "--mau", "goi-khong-co"), 3, "goi-khong-co"),
        (("so-lieu", "-o", "ra", "--don-vi", "khong.yaml"), 2, "khong.yaml nêu ở --don-vi"),
        (("so-lieu", "-o", ""), 2, "Sau -o để trống"),
        (("so-lieu", "-o", "ra", "--mau", " "), 2, "Sau --mau để trống"),
        (("so-lieu", "-o", "ra", "--dask="), 2, "Sau --dask để trống"),
        (("", "-o", "ra"), 2, "Có tên để trống"),
    ],
    ids=lambda item: " ".join(item) if isinstance(item, tuple) else "",
)
def test_what_keeps_a_run_from_working(
    units: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, said: str
) -> None:
    assert hang_loat(*words) == code
    assert said in capsys.readouterr().err
    assert not list(Path().rglob("*.docx"))
