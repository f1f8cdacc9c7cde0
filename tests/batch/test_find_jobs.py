"""Which jobs come out of folders, data files and tables: all of them, each once, under ids that stay."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from batch_kit import ROWS, Office, edit
from hypothesis import given
from hypothesis import strategies as st

from baocao.batch.jobs import Job
from baocao.batch.sources.job_finder import find_jobs, select_part
from baocao.errors import BaocaoError, DataError, Family


def ids(*sources: Path) -> list[str]:
    return [job.id for job in find_jobs(sources).jobs]


def told(*sources: Path) -> list[str]:
    return [item.code for item in find_jobs(sources).findings]


def test_a_folder_gives_its_files_and_the_rows_of_its_tables_by_path(office: Office) -> None:
    office.unit("xa/tan-phu.yaml", "Tân Phú")
    office.unit("xa/an-binh.json.yaml", "An Bình")
    office.table()
    (office.root / "xa/bieu.xlsx").write_bytes(b"")
    assert ids(office.root) == [
        "2025.yaml#Xã An Bình",
        "2025.yaml#Phường Tân Phú",
        "2025.yaml#Xã Ba",
        "xa/an-binh.json.yaml",
        "xa/bieu.xlsx",
        "xa/tan-phu.yaml",
    ]


def test_a_job_says_where_its_data_stand(office: Office) -> None:
    office.table()
    second = office.jobs()[1]
    assert second == Job(
        "2025.yaml#Phường Tân Phú", 1, str(office.root / "2025.yaml"), row=2, part_of_file="#Phường Tân Phú"
    )


@pytest.mark.parametrize(
    "name",
    [
        "don-vi.yaml",
        ".an.yaml",
        "~$bieu.xlsx",
        "ket-qua/2025.yaml",
        "mau/viec/thu.yaml",
        "ghi-chu.txt",
        "anh.png",
        "bao-cao.docx",
        "cu/.baocao/so.yaml",
    ],
)
def test_what_is_no_data_is_left_out(office: Office, name: str) -> None:
    first = office.unit("xa/an-binh.yaml", "An Bình")
    path = office.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(first, path)
    assert ids(office.root) == ["xa/an-binh.yaml"]


def test_results_inside_the_folder_are_no_sources(office: Office) -> None:
    office.unit("xa/an-binh.yaml", "An Bình")
    (office.results / ".baocao").mkdir(parents=True)
    (office.results / "ket-qua.xlsx").write_bytes(b"")
    (office.root / ".baocao").mkdir()
    (office.root / "ket-qua-1-2.xlsx").write_bytes(b"")
    assert ids(office.root) == ["xa/an-binh.yaml"]


def test_a_text_that_states_no_period_is_passed_by_and_told(office: Office) -> None:
    office.unit("xa/an-binh.yaml", "An Bình")
    (office.root / "rieng.yaml").write_text("so_lieu: {viec: {giao: 1}}\n", "utf-8")
    found = find_jobs([office.root])
    assert [job.id for job in found.jobs] == ["xa/an-binh.yaml"]
    assert [(item.code, dict(item.facts)["cac_tep"]) for item in found.findings] == [
        ("hang-loat-bo-qua", "rieng.yaml")
    ]


def test_what_was_meant_as_data_is_told_once(office: Office) -> None:
    first = office.unit("xa/an-binh.yaml", "An Bình")
    with first.open("a", encoding="utf-8") as end:
        end.write("# lời văn: {tep: loi-van.md}\n")
    for name in ("xa/binh-an.yaml.txt", "xa/loi-van.md", "chung.md", "xa/ghi-chu.txt"):
        (office.root / name).write_text("Lời văn.\n", "utf-8")
    found = find_jobs([office.root])
    assert [job.id for job in found.jobs] == ["xa/an-binh.yaml"]
    assert [(item.code, dict(item.facts)["cac_tep"]) for item in found.findings] == [
        ("hang-loat-chua-la-so-lieu", "chung.md, xa/binh-an.yaml.txt")
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "nam_truoc: nam-ngoai.yaml",
        'nam_truoc: "nam-ngoai.yaml"',
        "cac_nam: {2023: nam-ngoai.yaml, 2022: khac.yaml}",
        "bang_tinh: {tep: 'nam-ngoai.yaml', o: {}}",
        "bang_tinh:\n  tep: ../xa/nam-ngoai.yaml  # của năm 2023",
    ],
)
def test_a_file_that_another_takes_figures_from_is_no_job(office: Office, entry: str) -> None:
    first = office.unit("xa/an-binh.yaml", "An Bình")
    office.unit("xa/nam-ngoai.yaml", "An Bình", year=2024)
    first.write_text(f"{first.read_text('utf-8')}{entry}\n", "utf-8")
    found = find_jobs([office.root])
    assert [job.id for job in found.jobs] == ["xa/an-binh.yaml"]
    assert [dict(item.facts)["cac_tep"] for item in found.findings] == ["xa/nam-ngoai.yaml"]


def test_the_units_that_a_roll_up_adds_up_are_jobs_all_the_same(office: Office) -> None:
    office.unit("xa/a.yaml", "A")
    total = office.unit("xa/tong-hop.yaml", "Tổng")
    total.write_text(
        f"{total.read_text('utf-8')}tong_hop:\n  don_vi:\n  - {{ten: A, tep: a.yaml}}\n", "utf-8"
    )
    assert ids(office.root) == ["xa/a.yaml", "xa/tong-hop.yaml"]


def test_a_profile_that_the_data_name_is_not_told(office: Office) -> None:
    path = office.unit("xa/a.yaml", "A")
    (office.root / "xa/ho-so.yaml").write_text("ten: A\n", "utf-8")
    path.write_text("goi: viec\nky: 2025\ndon_vi: ho-so.yaml\n", "utf-8")
    found = find_jobs([office.root])
    assert [job.id for job in found.jobs] == ["xa/a.yaml"]
    assert found.findings == ()


def test_a_file_in_another_encoding_is_a_job_whose_fault_is_told_later(office: Office) -> None:
    (office.root / "cu.yaml").write_bytes("goi: viec\nten: xã\n".encode("cp1258", "replace") + b"\xff")
    (office.root / "utf16.yaml").write_bytes("goi: viec\nky: 2025\n".encode("utf-16"))
    assert ids(office.root) == ["cu.yaml", "utf16.yaml"]


def test_one_file_gives_the_same_id_as_its_folder(office: Office) -> None:
    path = office.unit("xa/an-binh.yaml", "An Bình")
    assert ids(path) == ids(path.parent) == ["an-binh.yaml"]


def test_what_is_named_twice_is_made_once_and_told(office: Office) -> None:
    path = office.unit("xa/an-binh.yaml", "An Bình")
    office.unit("xa/ba.yaml", "Ba")
    assert ids(path.parent, path) == ["an-binh.yaml", "ba.yaml"]
    assert told(path.parent, path) == ["hang-loat-viec-lap"]


def test_files_that_look_alike_from_their_sources_have_ids_of_their_own(office: Office) -> None:
    office.unit("mot/xa.yaml", "Một")
    office.unit("hai/xa.yaml", "Hai")
    office.unit("hai/khac.yaml", "Khác")
    assert ids(office.root / "mot", office.root / "hai") == ["mot/xa.yaml", "khac.yaml", "hai/xa.yaml"]


def test_the_same_unit_in_two_tables_of_one_period_is_told(office: Office) -> None:
    office.table()
    shutil.copy(office.root / "2025.yaml", office.root / "2025-lai.yaml")
    found = find_jobs([office.root])
    assert len(found.jobs) == 6
    twice = [item for item in found.findings if item.code == "hang-loat-trung-don-vi"]
    assert [dict(item.facts) for item in twice] == [
        {"don_vi": "Xã An Bình, Phường Tân Phú, Xã Ba", "mot": "2025-lai.yaml", "hai": "2025.yaml"}
    ]


def test_the_same_units_in_tables_of_two_years_are_no_fault(office: Office) -> None:
    path = office.table()
    (office.root / "2024.yaml").write_text(path.read_text("utf-8").replace("nam: 2025", "nam: 2024"), "utf-8")
    assert "hang-loat-trung-don-vi" not in told(office.root)


def test_a_table_that_cannot_be_read_does_not_stop_the_others(office: Office) -> None:
    office.unit("xa/an-binh.yaml", "An Bình")
    office.table()
    (office.root / "cac-xa.xlsx").unlink()
    found = find_jobs([office.root])
    assert [job.id for job in found.jobs] == ["xa/an-binh.yaml"]
    assert [item.code for item in found.findings] == ["tep-khong-co"]


def test_a_table_that_is_all_there_is_tells_its_own_fault_only(office: Office) -> None:
    path = office.table()
    with pytest.raises(DataError) as refused:
        find_jobs([path], unit=office.profile)
    assert [item.code for item in refused.value.findings] == ["bang-can-don-vi-chung"]


@pytest.mark.parametrize("name", ["trong", "khong-co", "trong/khong-co.yaml"])
def test_sources_without_data_are_refused(office: Office, name: str) -> None:
    (office.root / "trong").mkdir()
    with pytest.raises(DataError) as refused:
        find_jobs([office.root / name])
    code = "hang-loat-khong-co-viec" if name == "trong" else "hang-loat-khong-co-nguon"
    assert [item.code for item in refused.value.findings] == [code]


def test_a_mistyped_source_names_the_nearest(office: Office) -> None:
    office.unit("so-lieu/a.yaml", "A")
    with pytest.raises(DataError) as refused:
        find_jobs([office.root / "so-liu"])
    assert "«so-lieu»" in refused.value.findings[0].text


def test_pack_and_profile_of_the_command_reach_every_job(office: Office) -> None:
    office.unit("xa/a.yaml", "A")
    jobs = find_jobs([office.root], pack=str(office.pack), unit=office.profile).jobs
    assert [(job.pack, job.unit) for job in jobs] == [(str(office.pack), str(office.profile))]
    assert find_jobs([office.root], pack="cchc-nam").jobs[0].pack == "cchc-nam"


def test_one_more_unit_moves_no_other_to_another_part() -> None:
    jobs = [Job(f"xa/{number}.yaml", number, f"/{number}") for number in range(200)]
    parts = [select_part(jobs, part, 5) for part in range(1, 6)]
    assert sorted(job.place for part in parts for job in part) == list(range(200))
    assert all(20 <= len(part) <= 60 for part in parts)
    more = [Job("xa/moi.yaml", 0, "/moi"), *jobs]
    for part, chosen in enumerate(parts, 1):
        assert [job for job in select_part(more, part, 5) if job.id != "xa/moi.yaml"] == list(chosen)


@pytest.mark.parametrize(("part", "parts"), [(0, 5), (6, 5), (1, 0), (-1, -1)])
def test_a_part_that_there_is_not_is_refused_as_a_fault_of_the_command(part: int, parts: int) -> None:
    with pytest.raises(BaocaoError) as refused:
        select_part([], part, parts)
    assert [item.code for item in refused.value.findings] == ["hang-loat-phan-sai"]
    assert refused.value.findings[0].family is Family.USAGE


@given(st.lists(st.text(min_size=1), unique=True, max_size=30), st.integers(1, 9))
def test_every_job_is_in_exactly_one_part(names: list[str], parts: int) -> None:
    jobs = [Job(name, place, name) for place, name in enumerate(names)]
    chosen = [job for part in range(1, parts + 1) for job in select_part(jobs, part, parts)]
    assert sorted(job.place for job in chosen) == list(range(len(jobs)))


def test_rows_added_on_top_leave_the_ids_of_the_others(office: Office) -> None:
    office.table()
    before = set(ids(office.root))
    office.table((("VD-009", "Xã Mới", 9, 1, 1), *ROWS))
    assert set(ids(office.root)) == before | {"2025.yaml#Xã Mới"}


def test_a_file_that_names_itself_is_no_source_of_another(office: Office) -> None:
    path = office.unit("xa/an-binh.yaml", "An Bình")
    edit(path, ("../tinh/don-vi.yaml", "an-binh.yaml"))
    assert ids(path.parent) == ["an-binh.yaml"]
    assert told(path.parent) == []
