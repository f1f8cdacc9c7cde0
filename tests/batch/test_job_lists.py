"""Lists of jobs: YAML, CSV and sheets; an entry that cannot be done stops no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from batch_kit import Office, codes, write_book

from baocao.batch.batch import run_batch
from baocao.batch.options import Options
from baocao.batch.outcome import Draft, Status
from baocao.batch.sources import job_finder
from baocao.batch.sources.job_finder import Jobs, find_jobs
from baocao.batch.sources.twice import told_clashes
from baocao.batch.sources.unit_tables import Table, open_table
from baocao.errors import DataError


def listed(office: Office, text: str, name: str = "viec.yaml") -> Jobs:
    office.unit("xa/a.yaml", "A")
    office.unit("xa/b.yaml", "B")
    path = office.root / name
    path.write_bytes(text.encode("utf-8-sig" if name.endswith(".csv") else "utf-8"))
    return find_jobs([path])


def test_a_list_in_yaml(office: Office) -> None:
    office.table()
    (office.root / "khac.yaml").write_text(office.profile.read_text("utf-8"), "utf-8")
    text = """cac_viec:
- xa/a.yaml
- {so_lieu: xa/b.yaml, don_vi: khac.yaml, mau: cchc-nam, tep: cum-1/Xã B}
- {so_lieu: 2025.yaml, dong: Xã Ba}
- {so_lieu: 2025.yaml, dong: 3}
"""
    found = listed(office, text)
    assert found.findings == ()
    assert [(job.id, job.row, job.name) for job in found.jobs] == [
        ("xa/a.yaml", None, ""),
        ("xa/b.yaml&don_vi=khac.yaml&mau=cchc-nam&tep=cum-1/Xã B.docx", None, "cum-1/Xã B.docx"),
        ("2025.yaml#Xã Ba", 3, ""),
        ("2025.yaml#Phường Tân Phú", 2, ""),
    ]  # fmt: skip
    assert found.jobs[1].unit == str(office.root / "khac.yaml")
    assert found.jobs[1].pack == "cchc-nam"


def test_a_table_without_a_row_is_all_its_rows(office: Office) -> None:
    office.table()
    assert len(listed(office, "cac_viec: [2025.yaml, xa/a.yaml]\n").jobs) == 4


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_list_as_excel_saves_it_for_other_programs(office: Office, separator: str) -> None:
    rows = [["STT", "Số liệu", "Gói mẫu", "Tên tệp"], ["1", "xa/a.yaml", "", "a"], ["", "", "", ""],
            ["2", "xa/b.yaml", "cchc-nam", ""]]  # fmt: skip
    found = listed(office, "\r\n".join(separator.join(row) for row in rows), "viec.csv")
    assert found.findings == ()
    assert [(job.id, job.pack, job.name) for job in found.jobs] == [
        ("xa/a.yaml&tep=a.docx", "", "a.docx"),
        ("xa/b.yaml&mau=cchc-nam", "cchc-nam", ""),
    ]


def test_a_list_in_a_sheet(office: Office) -> None:
    office.table()
    office.unit("xa/a.yaml", "A")
    write_book(office.root / "viec.xlsx", [["xa/a.yaml", ""], ["2025.yaml", 2]], ["Số liệu", "Dòng"])
    assert [job.id for job in find_jobs([office.root / "viec.xlsx"]).jobs] == [
        "xa/a.yaml",
        "2025.yaml#Xã An Bình",
    ]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("{mau: cchc-nam}", "viec-thieu-so-lieu"),
        ("[xa/a.yaml]", "viec-sai-dang"),
        ("{so_lieu: [xa/a.yaml]}", "viec-sai-dang"),
        ("khong-co.yaml", "viec-khong-co-tep"),
        ("{so_lieu: xa/a.yaml, don_vi: khong-co.yaml}", "viec-khong-co-tep"),
        ("{so_lieu: xa/a.yaml, tep: ../a}", "viec-ten-tep-sai"),
        ("{so_lieu: xa/a.yaml, dong: 3}", "viec-dong-khong-bang"),
        ("{so_lieu: 2025.yaml, dong: Xã Bốn}", "viec-dong-khong-co"),
        ("{so_lieu: 2025.yaml, dong: 9}", "viec-dong-khong-co"),
    ],
)
def test_an_entry_that_cannot_be_done_is_told_and_the_others_are_done(
    office: Office, entry: str, code: str
) -> None:
    office.table()
    found = listed(office, f"cac_viec:\n- {entry}\n- xa/b.yaml\n")
    assert [job.id for job in found.jobs] == ["xa/b.yaml"]
    assert [(item.code, item.where.line) for item in found.findings] == [(code, 2)]


def test_an_unknown_entry_is_told_with_the_nearest(office: Office) -> None:
    found = listed(office, "cac_viec: [{so_lieu: xa/a.yaml, mauu: cchc-nam}]\n")
    assert len(found.jobs) == 1
    assert [(item.code, "«mau»" in item.text) for item in found.findings] == [("viec-muc-la", True)]


@pytest.mark.parametrize("text", ["cac_viec: xa/a.yaml\n", "cac_viec: {so_lieu: xa/a.yaml}\n"])
def test_a_list_that_is_none_is_refused(office: Office, text: str) -> None:
    with pytest.raises(DataError) as refused:
        listed(office, text)
    assert [item.code for item in refused.value.findings] == ["viec-sai-dang"]


def test_a_text_table_without_headings_is_refused(office: Office) -> None:
    with pytest.raises(DataError) as refused:
        listed(office, "xa/a.yaml;cchc-nam\n", "viec.csv")
    assert [item.code for item in refused.value.findings] == ["viec-thieu-cot"]


@pytest.mark.parametrize("data", ["Tệp dữ liệu", "Dữ liệu"])
def test_other_words_for_the_column_of_the_data(office: Office, data: str) -> None:
    found = listed(office, f"TT;{data};Mẫu\n1;xa/a.yaml;viec\n", "viec.csv")
    assert [job.id for job in found.jobs] == ["xa/a.yaml&mau=viec"]


def test_a_sheet_that_lists_jobs_without_their_data_is_told_as_a_list(office: Office) -> None:
    write_book(office.root / "viec.xlsx", [("Xã A", "Xã A", "a")], head=("Đơn vị", "Dòng", "Tệp"))
    with pytest.raises(DataError) as refused:
        find_jobs([office.root / "viec.xlsx"])
    assert [item.code for item in refused.value.findings] == ["viec-thieu-cot"]


def test_faults_are_told_in_the_order_of_the_list(office: Office) -> None:
    office.table()
    text = """cac_viec:
- {so_lieu: 2025.yaml, dong: Xã Không Có}
- khong-co.yaml
- {so_lieu: xa/a.yaml, dong: Xã A}
- {so_lieu: xa/b.yaml, tep: "a:b"}
"""
    with pytest.raises(DataError) as refused:
        listed(office, text)
    assert [item.where.line for item in refused.value.findings] == [2, 3, 4, 5]


def test_entries_that_ask_for_one_name_are_told_by_their_numbers(office: Office) -> None:
    office.table()
    text = """cac_viec:
- {so_lieu: xa/a.yaml, tep: X.docx}
- xa/b.yaml
- {so_lieu: xa/b.yaml, tep: x}
- {so_lieu: 2025.yaml, tep: tat-ca}
"""
    same = [item for item in listed(office, text).findings if item.code == "viec-trung-tep"]
    assert [(item.where.line, dict(item.facts)["cac_viec"], dict(item.facts)["so"]) for item in same] == [
        (4, "1 và 3", "2"),
        (5, "4", "3"),
    ]
    jobs = office.jobs(office.root / "viec.yaml")
    assert not list(told_clashes(Draft(job, name=job.name) for job in jobs))


def test_a_unit_with_two_reports_of_the_same_data_is_told(office: Office) -> None:
    office.table()
    text = """cac_viec:
- 2025.yaml
- {so_lieu: 2025.yaml, dong: Xã Ba, tep: ba.docx}
- {so_lieu: 2025.yaml, dong: Xã An Bình, mau: cchc-nam, tep: an.docx}
"""
    found = listed(office, text)
    assert len(found.jobs) == 5
    assert [(item.code, dict(item.facts)["tep"]) for item in found.findings] == [
        ("viec-hai-ban", "2025.yaml, dòng 4")
    ]


def test_a_table_is_read_once_for_all_entries(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.table()
    opened: list[Path] = []

    def noted(path: Path, unit: str = "") -> Table | None:
        opened.append(path)
        return open_table(path, unit)

    monkeypatch.setattr(job_finder, "open_table", noted)
    rows = ("Xã An Bình", "Phường Tân Phú", "Xã Ba")
    text = "cac_viec:\n" + "".join(f"- {{so_lieu: 2025.yaml, dong: {row}}}\n" for row in rows)
    assert len(listed(office, text).jobs) == 3
    assert len(opened) == 1


LONG = "x" * 300
HOSTILE = [
    (f"cac_viec: [{LONG}]", "viec-khong-co-tep"),
    (f"cac_viec: [{{so_lieu: xa/a.yaml, don_vi: {LONG}}}]", "viec-khong-co-tep"),
    (f"cac_viec: [{{so_lieu: 2025.yaml, dong: '{'9' * 5000}'}}]", "viec-dong-khong-co"),
    ('cac_viec: ["xa/a\\0.yaml"]', "viec-khong-co-tep"),
]


@pytest.mark.parametrize(("text", "code"), HOSTILE)
def test_names_and_numbers_that_no_system_takes_are_told(office: Office, text: str, code: str) -> None:
    office.table()
    with pytest.raises(DataError) as refused:
        listed(office, text)
    assert [item.code for item in refused.value.findings] == [code]


def test_a_quotation_mark_that_is_never_closed_is_told(office: Office) -> None:
    with pytest.raises(DataError) as refused:
        listed(office, 'Số liệu;Tệp\nxa/b.yaml;\n"xa/a.yaml;a\n' + "xa/b.yaml;b\n" * 20_000, "viec.csv")
    assert [(item.code, item.where.line) for item in refused.value.findings] == [("viec-o-qua-dai", 3)]


def test_a_pack_and_a_source_of_a_long_name_are_told(office: Office) -> None:
    found = listed(office, f"cac_viec: [{{so_lieu: xa/a.yaml, mau: {LONG}/a}}]")
    assert [codes(draft) for draft in office.do(found.jobs, {})] == [["goi-khong-co"]]
    with pytest.raises(DataError) as refused:
        find_jobs([office.root / LONG])
    assert [item.code for item in refused.value.findings] == ["hang-loat-khong-co-nguon"]


def test_the_same_data_with_two_packs_are_two_jobs(office: Office) -> None:
    text = "cac_viec: [{so_lieu: xa/a.yaml, mau: viec}, {so_lieu: xa/a.yaml, mau: cchc-nam}]\n"
    found = listed(office, text)
    assert [job.id for job in found.jobs] == ["xa/a.yaml&mau=viec", "xa/a.yaml&mau=cchc-nam"]


def test_a_pack_folder_is_looked_for_beside_the_list(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office.root.parent)
    found = listed(office, "cac_viec: [{so_lieu: xa/a.yaml, mau: tinh/mau/viec}]\n")
    assert [job.pack for job in found.jobs] == [str(office.pack)]


def test_paths_of_a_list_do_not_depend_on_where_one_stands(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = listed(office, "cac_viec: [xa/a.yaml]\n")
    monkeypatch.chdir(office.root)
    assert find_jobs([Path("viec.yaml")]).jobs == found.jobs


def test_forms_and_broken_workbooks_are_no_lists(office: Office) -> None:
    form = Path(__file__).parents[2] / "samples/huyen-mau/so-lieu/2024/xa/xa-binh-vi.xlsx"
    broken = office.root / "hong.xlsx"
    broken.write_bytes(b"PK")
    assert [job.id for job in find_jobs([form, broken]).jobs] == ["xa-binh-vi.xlsx", "hong.xlsx"]


def test_entries_that_cannot_be_done_are_units_that_failed(office: Office) -> None:
    text = """cac_viec:
- khong-co.yaml
- xa/a.yaml
- {so_lieu: xa/a.yaml, dong: Xã A}
- xa/b.yaml
- {so_lieu: xa/b.yaml, tep: "a:b", don_vi: khong-co.yaml}
"""
    found = listed(office, text)
    assert [(job.id, job.place) for job in found.jobs] == [("xa/a.yaml", 1), ("xa/b.yaml", 3)]
    assert [(draft.unit, draft.job.place, codes(draft)) for draft in found.undone] == [
        ("Việc thứ 1 của viec.yaml", 0, ["viec-khong-co-tep"]),
        ("Việc thứ 3 của viec.yaml", 2, ["viec-dong-khong-bang"]),
        ("Việc thứ 5 của viec.yaml", 4, ["viec-khong-co-tep", "viec-ten-tep-sai"]),
    ]
    summary = run_batch([office.root / "viec.yaml"], office.results)
    assert (summary.total, summary.counts[Status.FAILED], summary.counts[Status.MADE]) == (5, 3, 2)
    assert [item.unit for item in summary.failed] == [draft.unit for draft in found.undone]
    assert summary.findings == ()
    parts = [run_batch([office.root / "viec.yaml"], office.results, Options(part=(n, 2))) for n in (1, 2)]
    assert sum(part.counts[Status.FAILED] for part in parts) == 3
