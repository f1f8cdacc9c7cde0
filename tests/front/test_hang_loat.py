"""`baocao hang-loat` as a clerk meets it: what is made, what is said, which code it leaves with."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hang_loat_kit import NAMES, cells, data_of, ended, reports, rows, write_units

from baocao.batch.jobs import Job
from baocao.batch.keeping.locks import open_ledger
from baocao.batch.outcome import Draft, Result, Status
from baocao.batch.telling.tables import Tables
from baocao.batch.telling.tally import Tally
from baocao.cli import run
from baocao.cli.show_batch import show_units
from baocao.errors import OutputError, Where, finding

FILES = [
    "VD-001-an-vi-01.docx",
    "VD-002-binh-vi-02.docx",
    "VD-003-cam-vi-03.docx",
    "VD-004-dong-vi-04.docx",
    "VD-005-gia-vi-05.docx",
]
MORE_SETTLED_THAN_RECEIVED = {"received": 100, "settled": -5}


@pytest.fixture
def units(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder so-lieu with five communes, in the current folder."""
    monkeypatch.chdir(tmp_path)
    return write_units(Path("so-lieu"))


def spoil(units: Path, number: int) -> None:
    text = data_of(NAMES[number - 1], number, **MORE_SETTLED_THAN_RECEIVED)
    (units / f"don-vi-{number}.yaml").write_text(text, encoding="utf-8")


def mend(units: Path, number: int) -> None:
    (units / f"don-vi-{number}.yaml").write_text(data_of(NAMES[number - 1], number), encoding="utf-8")


def hang_loat(*words: str) -> int:
    return run(["hang-loat", *words])


def test_a_folder_of_data_becomes_a_folder_of_reports(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hang_loat("so-lieu", "-o", "ra") == 0
    said = capsys.readouterr()
    assert sorted(reports(Path("ra"))) == FILES
    assert said.out.splitlines()[0].startswith("Xong 5 đơn vị trong ")
    assert said.out.splitlines()[0].endswith("giây: 05 báo cáo đã làm.")
    assert said.out.splitlines()[1] == f"Bảng kết quả: {Path('ra/ket-qua.xlsx')}"
    assert said.err == ""
    assert ended(Path("ra")) == dict.fromkeys(NAMES, "da_lam")
    assert [row["Mã đơn vị"] for row in cells(Path("ra"), "Kết quả")] == [f"VD-00{n}" for n in range(1, 6)]


def test_the_bytes_are_those_of_tao(units: Path) -> None:
    assert hang_loat("so-lieu", "-o", "ra") == 0
    assert run(["tao", "so-lieu/don-vi-3.yaml", "-o", "mot.docx", "--khong-soat"]) == 0
    assert reports(Path("ra"))[FILES[2]] == Path("mot.docx").read_bytes()


def test_a_fault_of_one_unit_stops_no_other(units: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(units, 2)
    assert hang_loat("so-lieu", "-o", "ra") == 1
    said = capsys.readouterr()
    assert sorted(reports(Path("ra"))) == [*FILES[:1], *FILES[2:]]
    assert "05 đơn vị" not in said.out
    assert "04 báo cáo đã làm, 01 chưa làm được." in said.out
    assert "--lai" in said.out
    assert said.err.splitlines()[0] == "Chưa làm được (01)"
    assert said.err.splitlines()[1].startswith(
        "  • Ủy ban nhân dân xã Bình Ví: so-lieu/don-vi-2.yaml, dòng 13"
    )
    assert rows(Path("ra"))["Bình Ví"]["ket_qua"] == "chua_lam"
    told = [row for row in cells(Path("ra"), "Lời nhắc") if row["Mức"] == "phải sửa"]
    assert {row["Đơn vị"] for row in told} == {"Ủy ban nhân dân xã Bình Ví"}


def test_units_with_the_same_fault_are_told_together(units: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in (1, 2, 3, 5):
        spoil(units, number)
    assert hang_loat("so-lieu", "-o", "ra") == 1
    said = capsys.readouterr().err.splitlines()
    names = ", ".join(f"Ủy ban nhân dân xã {name}" for name in NAMES[:3])
    label = "«Hồ sơ đã giải quyết trong kỳ» (tthc.da_giai_quyet)"
    places = "; ".join(f"so-lieu/don-vi-{number}.yaml, dòng 13" for number in (1, 2, 3))
    assert said[0] == "Chưa làm được (04)"
    assert said[1] == f"  • {names} và 1 đơn vị nữa: {places}, {label} và 1 nơi nữa: «-5» là số âm."
    assert len(said) == 3


def test_a_fault_that_all_have_in_one_place_is_told_with_it_once(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = "ten: Tỉnh Mẫu\ncap: tinh\nkihieu: UBND\ndia_danhh: Mẫu\n"
    Path("tinh.yaml").write_text(profile, encoding="utf-8")
    for number in (1, 2):
        path = units / f"don-vi-{number}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("don_vi:", "don_vi:\n  cap_tren: ../tinh.yaml"), encoding="utf-8")
    assert hang_loat("so-lieu", "-o", "ra") == 1
    said = capsys.readouterr().err
    assert said.count("tinh.yaml, dòng 3") == 1
    assert "(và mỗi đơn vị 01 lỗi nữa)" in said


def test_two_files_of_one_unit_are_told_by_their_files(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(units, 1)
    shutil.copyfile(units / "don-vi-1.yaml", units / "don-vi-9.yaml")
    assert hang_loat("so-lieu", "-o", "ra") == 1
    told = next(line for line in capsys.readouterr().err.splitlines() if "số âm" in line)
    assert told.count("Ủy ban nhân dân xã An Ví") == 1
    assert "so-lieu/don-vi-1.yaml, dòng 13" in told
    assert "so-lieu/don-vi-9.yaml, dòng 13" in told


def test_when_no_report_could_be_made_nothing_is_said_to_be_done(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(units, 1)
    assert hang_loat("so-lieu/don-vi-1.yaml", "-o", "ra") == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("Chưa làm được báo cáo nào (")
    assert first.endswith("): 01 chưa làm được.")


def test_units_are_named_in_the_order_of_the_source() -> None:
    tally = Tally(Tables(Path("khong-ghi")), None, with_pdf=False)
    for place in (2, 0, 1):
        draft = Draft(Job(f"{place}.yaml", place, f"/{place}.yaml"), unit=f"Xã {place}")
        tally.take(Result(draft, Status.FAILED))
    assert [one.unit for one in tally.failed] == ["Xã 0", "Xã 1", "Xã 2"]


def test_cells_of_one_sheet_are_told_without_its_file_again(capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally(Tables(Path("khong-ghi")), None, with_pdf=False)
    for place, cell in enumerate(("D14", "D15")):
        told = finding("lenh-sai", Where("cac-xa.xlsx", sheet="Xã", cell=cell), ly_do="Ô trống.")
        draft = Draft(Job(f"#{place}", place, "/2025.yaml", place), unit=f"Xã {place}")
        tally.take(Result(draft, Status.FAILED, findings=(told,)))
    show_units("Chưa làm được", tally.failed)
    said = capsys.readouterr().err.splitlines()
    assert said[1] == "  • Xã 0, Xã 1: cac-xa.xlsx, ô Xã!D14; ô Xã!D15: Ô trống."


def test_a_pdf_that_was_signed_is_named_as_kept() -> None:
    tally = Tally(Tables(Path("khong-ghi")), None, with_pdf=True)
    draft = Draft(Job("a.yaml", 0, "/a.yaml"), unit="Xã A")
    told = (finding("hang-loat-pdf-la", tep="a.pdf"),)
    tally.take(Result(draft, Status.SAME, "a.docx", "0", told, "a.pdf", 2))
    assert [(one.unit, one.pdf) for one in tally.kept_pdf] == [("Xã A", "a.pdf")]


def test_a_file_of_somebody_else_is_no_report_edited_by_hand(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("ra").mkdir()
    (Path("ra") / FILES[0]).write_bytes(b"cua nguoi khac")
    assert hang_loat("so-lieu", "-o", "ra") == 0
    said = capsys.readouterr()
    assert said.err.splitlines()[:2] == [
        "Giữ tệp có sẵn, không có trong sổ theo dõi (01)",
        f"  • Ủy ban nhân dân xã An Ví: {FILES[0]}",
    ]
    assert "giữ bản đã sửa tay" not in said.out
    assert "04 báo cáo đã làm, 01 giữ tệp có sẵn." in said.out
    assert cells(Path("ra"), "Kết quả")[0]["Kết quả"] == "giữ tệp có sẵn"
    sums = openpyxl.load_workbook("ra/ket-qua.xlsx")["Tóm tắt"].iter_rows(values_only=True)
    assert {("Giữ bản đã sửa tay", 0), ("Giữ tệp có sẵn", 1)} <= set(sums)


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
    lock = Path("ra") / f"~${FILES[0]}"
    lock.parent.mkdir()
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


def test_findings_of_made_reports_are_counted_and_a_strict_audit_decides_the_exit_code(
    tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(samples / "tan-hong", "so-lieu")
    assert hang_loat("so-lieu/2023.yaml", "-o", "ra") == 0
    assert "Có lời nhắc nên xem: 01 báo cáo; đọc ở trang «Lời nhắc»." in capsys.readouterr().out
    told = len(cells(Path("ra"), "Lời nhắc"))
    assert hang_loat("so-lieu/2023.yaml", "-o", "ra", "--soat") == 0
    assert len(cells(Path("ra"), "Lời nhắc")) > told
    assert hang_loat("so-lieu/2023.yaml", "-o", "ra", "--nghiem-ngat") == 1
    assert ended(Path("ra")) == {"Ủy ban nhân dân huyện Tân Hồng": "chua_lam"}
