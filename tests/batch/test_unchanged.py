"""A repeated run makes what would come out otherwise, and nothing else: every input is noticed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from batch_kit import ROWS, Office, edit, write_book

from baocao.authoring import build_pack_template
from baocao.batch.making import fingerprints
from baocao.batch.outcome import Draft, Known
from baocao.batch.sources.job_finder import find_jobs
from baocao.errors import finding
from baocao.paging import Paged
from baocao.produce import produce
from baocao.render import Parts

ROOT = Path(__file__).parents[2]


def again(office: Office, drafts: list[Draft], **changes: object) -> list[str]:
    """The ids of the jobs that a second run makes anew; each of their reports is as made alone."""
    made = office.run(known=drafts, **changes)
    assert all(draft.unchanged or draft.temporary for draft in made)
    assert not [draft for draft in made if draft.unchanged and draft.temporary]
    return [draft.job.id for draft in made if not draft.unchanged]


@pytest.fixture
def files(office: Office) -> Office:
    """Three units with files of their own: the middle one has a working folder of its own."""
    office.unit("xa/a.yaml", "A")
    office.unit("xa/c.yaml", "C")
    own = office.unit("b/so-lieu/2025.yaml", "B")
    profile = own.read_text("utf-8").partition("don_vi:\n")[2].partition("\nky:")[0].replace("\n  ", "\n")
    (office.root / "b/don-vi.yaml").write_text(profile.removeprefix("  "), "utf-8")
    own.write_text("goi: viec\nky: 2025\nvan_ban: {so: 7}\nso_lieu: {viec: {giao: 3, xong: 2}}\n", "utf-8")
    return office


ALL = ["b/so-lieu/2025.yaml", "xa/a.yaml", "xa/c.yaml"]
OWN, A = ALL[:1], ALL[1:2]
Change = Callable[[Office], object]


def _write(name: str, text: str | bytes) -> Change:
    def change(office: Office) -> None:
        path = office.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    return change


def _nearer_profile(folder: Path) -> None:
    shutil.copy(folder / "don-vi.yaml", folder / "so-lieu/don-vi.yaml")
    edit(folder / "so-lieu/don-vi.yaml", ("../tinh", "../../tinh"))


CHANGES: dict[str, tuple[Change, list[str]]] = {
    "nothing": (lambda office: None, []),
    "a file touched": (lambda office: os.utime(office.root / "xa/a.yaml"), []),
    "a file written again": (lambda office: edit(office.root / "xa/a.yaml"), []),
    "a figure": (lambda office: edit(office.root / "xa/a.yaml", ("giao: 10", "giao: 11")), A),
    "a profile": (lambda office: edit(office.root / "b/don-vi.yaml", ("dia_danh: B", "dia_danh: Bê")), OWN),
    "the profile above": (lambda office: edit(office.profile, ("luu: VT", "luu: VT, TH")), ALL),
    "the pack's manifest": (lambda office: edit(office.pack / "goi.yaml", ("Kết quả", "Tình hình")), ALL),
    "the pack's figures": (lambda office: edit(office.pack / "chi-tieu.yaml", ("đã xong,", "xong,")), ALL),
    "the pack's template": (lambda office: office.build(("đã xong", "xong được")), ALL),
    "the pack's source text": (lambda office: edit(office.pack / "noi-dung.md", ("đã xong", "xong")), []),
    "a pack of the unit": (_write("b/mau/viec/goi.yaml", 'ten_loai: THÔNG BÁO\n'), OWN),
    "another pack of the unit": (_write("b/mau/khac/goi.yaml", "ma: khac\n"), []),
    "a fragment of the unit": (_write("b/mau/_manh/them.docx", b""), OWN),
    "a lock of Word": (_write("b/mau/_manh/~$them.docx", b""), []),
    "a fragment of the unit above": (_write("tinh/mau/_manh/them.docx", b""), ALL),
    "a nearer profile": (lambda office: _nearer_profile(office.root / "b"), OWN),
    "last year's figures": (_write("b/so-lieu/2024.yaml",
                                   "goi: viec\nky: 2024\nso_lieu: {viec: {giao: 3, xong: 1}}\n"), OWN),
    "a file of another name": (_write("xa/a-cu.txt", "ky: 2024\n"), []),
}  # fmt: skip


@pytest.mark.parametrize(("change", "made"), CHANGES.values(), ids=CHANGES)
def test_a_change_is_noticed_where_it_counts_and_nowhere_else(
    files: Office, change: Change, made: list[str]
) -> None:
    jobs = files.jobs(files.root)
    assert [job.id for job in jobs] == ALL
    first = files.do(jobs, {})
    assert all(draft.temporary for draft in first), [draft.findings for draft in first]
    change(files)
    known = {draft.job.id: draft.known for draft in first if draft.known}
    second = files.do(jobs, known)
    assert [draft.job.id for draft in second if not draft.unchanged] == made
    for draft in second:
        assert draft.known is not None, draft.findings
        assert draft.known.output == _digest(produce(draft.job.file).to_bytes())


def _digest(data: bytes) -> str:
    return fingerprints.digest(data)


def test_figures_of_last_year_that_change_or_go_are_noticed(files: Office) -> None:
    last = files.root / "b/so-lieu/2024.yaml"
    CHANGES["last year's figures"][0](files)
    jobs = files.jobs(files.root / "b/so-lieu/2025.yaml")
    (first,) = files.do(jobs, {})
    assert first.known is not None
    (same,) = files.do(jobs, {first.job.id: first.known})
    assert same.unchanged
    edit(last, ("giao: 3", "giao: 2"))
    (second,) = files.do(jobs, {first.job.id: first.known})
    assert not second.unchanged
    assert second.known is not None
    last.unlink()
    (third,) = files.do(jobs, {first.job.id: second.known})
    assert not third.unchanged


def test_other_years_of_another_kind_of_report_are_noticed(files: Office) -> None:
    shutil.copytree(files.pack, files.pack.parent / "viec-cu")
    edit(files.pack.parent / "viec-cu/goi.yaml", ("ma: viec", "ma: viec-cu"))
    job = files.jobs(files.root / "b/so-lieu/2025.yaml")
    known: dict[str, Known] = {}

    def again() -> bool:
        """Whether the report is made anew."""
        (draft,) = files.do(job, known)
        assert draft.known is not None, draft.findings
        known[draft.job.id] = draft.known
        assert draft.known.output == _digest(produce(draft.job.file).to_bytes())
        return not draft.unchanged

    last = files.root / "b/so-lieu/2024-viec-cu.yaml"
    last.write_text("goi: viec-cu\nky: 2024\nso_lieu: {viec: {giao: 3, xong: 1}}\n", "utf-8")
    assert [again(), again()] == [True, False]
    manifest = (files.pack / "goi.yaml").read_text("utf-8")
    (files.pack / "goi.yaml").write_text(f"{manifest}lay_cac_nam: [viec-cu]\n", "utf-8")
    assert [again(), again()] == [True, False]
    edit(last, ("giao: 3", "giao: 2"))
    assert [again(), again()] == [True, False]
    last.unlink()
    assert [again(), again()] == [True, False]
    CHANGES["last year's figures"][0](files)
    edit(files.root / "b/so-lieu/2024.yaml", ("goi: viec", "goi: viec-cu"))
    assert [again(), again()] == [True, False]


def test_another_libreoffice_is_noticed_by_reports_with_a_table_of_contents(
    files: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = files.root / "b/mau/viec"
    own.mkdir(parents=True)
    for name in ("goi.yaml", "chi-tieu.yaml", "noi-dung.md"):
        shutil.copy(files.pack / name, own / name)
    edit(own / "noi-dung.md", ("{% block", "@muc_luc\n\n# KẾT QUẢ\n\n{% block"))
    (own / "mau.docx").write_bytes(build_pack_template(own)[1])
    program = tmp_path / "chuong-trinh/soffice"
    program.parent.mkdir()
    monkeypatch.setenv("PATH", str(program.parent))
    monkeypatch.setattr("baocao.pdf.office._USUAL_PLACES", ())
    jobs = files.jobs(files.root)
    drafts: dict[str, Draft] = {}

    def again() -> list[str]:
        """The ids of the jobs that are made anew."""
        known = {id_: draft.known for id_, draft in drafts.items() if draft.known}
        drafts.update((draft.job.id, draft) for draft in files.do(jobs, known))
        assert all(draft.known for draft in drafts.values())
        return [id_ for id_, draft in drafts.items() if not draft.unchanged]

    assert [again(), again()] == [ALL, []]
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    assert [again(), again()] == [OWN, OWN], "what LibreOffice did not lay out is tried again"
    monkeypatch.setattr("baocao.batch.making.work.all_with_page_numbers", _told_by_somebody)
    assert [again(), again()] == [OWN, []]
    (program.parent / "versionrc").write_text("buildid=2")
    assert [again(), again()] == [OWN, []]
    program.unlink()
    assert again() == OWN


def _told_by_somebody(several: Sequence[Parts]) -> list[Paged]:
    return [(parts, (finding("muc-luc-so-trang"),)) for parts in several]


@pytest.mark.parametrize(
    ("changes", "made"),
    [
        ({"draft": True}, A),
        ({"strict": True}, A),
        ({"pattern": "{ten}"}, A),
        ({"audited": True}, A),
        ({}, []),
    ],
)
def test_settings_are_noticed(office: Office, changes: dict[str, object], made: list[str]) -> None:
    office.unit("xa/a.yaml", "A")
    assert again(office, office.run(), **changes) == made


def test_an_audited_report_need_not_be_made_again_without_audit(office: Office) -> None:
    office.unit("xa/a.yaml", "A")
    audited = office.run(audited=True)
    assert again(office, audited, audited=True) == []
    assert again(office, audited) == []


def test_another_version_of_the_program_makes_all_anew(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.unit("xa/a.yaml", "A")
    first = office.run()
    monkeypatch.setattr(fingerprints, "program", lambda: "another")
    assert again(office, first) == A


def test_another_file_under_the_same_id_is_made(office: Office) -> None:
    one = office.unit("mot/a.yaml", "A")
    other = office.unit("hai/a.yaml", "A")
    first = office.run(one)
    (second,) = office.run(other, known=first)
    assert second.job.id == first[0].job.id
    assert not second.unchanged


def test_another_pack_or_profile_of_the_command_is_noticed(office: Office) -> None:
    path = office.unit("xa/a.yaml", "A")
    known = {draft.job.id: draft.known for draft in office.run() if draft.known}
    shutil.copytree(office.pack, office.root / "viec")
    for asked in ({"pack": str(office.root / "viec")}, {"unit": office.profile}):
        (draft,) = office.do(find_jobs([path], **asked).jobs, {"a.yaml": known["xa/a.yaml"]})
        assert not draft.unchanged


def test_a_faulty_unit_is_never_unchanged(office: Office) -> None:
    path = office.unit("xa/a.yaml", "A")
    edit(path, ("nam: 2025", "nam: x"))
    assert [draft.known for draft in office.run()] == [None]


def test_sources_and_results_may_be_moved_together(office: Office, tmp_path: Path) -> None:
    office.unit("xa/a.yaml", "A")
    office.table()
    first = office.run()
    moved = tmp_path.parent / f"{tmp_path.name}-moved"
    shutil.copytree(office.root, moved)
    known = {draft.job.id: draft.known for draft in first if draft.known}
    other = Office.__new__(Office)
    other.root, other.results = moved, moved / "ra"
    assert [draft.unchanged for draft in other.do(other.jobs(), known)] == [True] * 4


TABLE_CHANGES: dict[str, tuple[Change, list[str]]] = {
    "nothing": (lambda office: None, []),
    "the same workbook saved again": (lambda office: office.table(), []),
    "a figure of a row": (lambda office: office.table((ROWS[0], (*ROWS[1][:3], 21, 18), ROWS[2])),
                          ["Phường Tân Phú"]),
    "a code of a row": (lambda office: office.table((("VD-9", *ROWS[0][1:]), *ROWS[1:])), ["Xã An Bình"]),
    "a row on top": (lambda office: office.table((("VD-4", "Xã Bốn", 9, 1, 1), *ROWS)), ["Xã Bốn"]),
    "a row taken out": (lambda office: office.table(ROWS[1:]), []),
    "rows in another order": (lambda office: office.table(ROWS[::-1]), []),
    "another column": (lambda office: write_book(office.root / "cac-xa.xlsx", [(*row, 1) for row in ROWS],
                                                 ["Mã", "Đơn vị", "Số", "Tổng", "Xong", "Ghi chú"]), []),
    "a remark in the file": (lambda office: edit(office.root / "2025.yaml", ("goi:", "# chú\ngoi:")), []),
    "what all rows share": (lambda office: edit(office.root / "2025.yaml", ("Thí Dụ", "Thí Điểm")),
                            [row[1] for row in ROWS]),
    "the profile above": (lambda office: edit(office.profile, ("luu: VT", "luu: VT, TH")),
                          [row[1] for row in ROWS]),
    "the pack": (lambda office: office.build(("đã xong", "xong được")), [row[1] for row in ROWS]),
}  # fmt: skip


@pytest.mark.parametrize(("change", "made"), TABLE_CHANGES.values(), ids=TABLE_CHANGES)
def test_of_a_table_the_rows_that_changed_are_made_anew(
    office: Office, change: Change, made: list[str]
) -> None:
    office.table()
    first = office.run()
    change(office)
    second = office.run(known=first)
    assert [draft.job.id.partition("#")[2] for draft in second if not draft.unchanged] == made
    for draft in second:
        row = draft.job.id.partition("#")[2]
        assert draft.known is not None, draft.findings
        assert draft.known.output == _digest(produce(draft.job.file, row=row).to_bytes())
    assert [draft.unchanged for draft in office.run(known=second)] == [True] * len(second)


def test_findings_name_the_cells_of_the_row_where_it_stands_now(office: Office) -> None:
    rows = [("VD-001", "Xã An Bình", 4, 10, 9), ("VD-002", "Phường Tân Phú", 5, "20 việc", 18)]
    office.table(rows)
    first = office.run()
    assert first[1].temporary
    assert [item.where.row for item in first[1].findings] == [3]
    office.table([("VD-009", "Xã Mới", 1, 1, 1), *rows])
    _, unchanged, moved = office.run(known=first)
    assert unchanged.unchanged
    assert [item.where.row for item in moved.findings] == [4]


MAPPED = """goi: viec
don_vi:
  ten: Ủy ban nhân dân {name}
  cap: xa
  dia_danh: {name}
  ky_hieu: UBND
  nguoi_ky: {{thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Trần Thị Thí Dụ}}
  cap_tren: ../tinh/don-vi.yaml
ky: 2025
bang_tinh: {{tep: ../cac-xa.xlsx, dong_tieu_de: 1, cot_don_vi: B, cot: {{viec.giao: D, viec.xong: E}}}}
"""


def test_files_that_share_a_workbook_are_made_anew_for_their_own_cells_only(office: Office) -> None:
    write_book(office.root / "cac-xa.xlsx", ROWS)
    (office.root / "xa").mkdir()
    for name in ("Xã An Bình", "Xã Ba"):
        (office.root / f"xa/{name}.yaml").write_text(MAPPED.format(name=name), "utf-8")
    first = office.run(office.root / "xa")
    assert [draft.unit for draft in first if draft.temporary] == [
        "Ủy ban nhân dân Xã An Bình",
        "Ủy ban nhân dân Xã Ba",
    ]
    write_book(office.root / "cac-xa.xlsx", [ROWS[0], ("", "Xã Mới", 1, 1, 1), (*ROWS[2][:3], 8, 7)])
    second = office.run(office.root / "xa", known=first)
    assert [draft.unchanged for draft in second] == [True, False]
    assert [draft.unchanged for draft in office.run(office.root / "xa", known=second)] == [True, True]


def test_forms_are_made_anew_when_somebody_has_filled_them_in(office: Office) -> None:
    shutil.copytree(ROOT / "samples/huyen-mau", office.root / "huyen")
    folder = office.root / "huyen/so-lieu/2024/xa"
    first = office.run(folder / "xa-binh-vi.xlsx")
    assert first[0].temporary
    assert [draft.unchanged for draft in office.run(folder / "xa-binh-vi.xlsx", known=first)] == [True]
    shutil.copy(folder / "xa-kim-vi.xlsx", folder / "xa-binh-vi.xlsx")
    assert [draft.unchanged for draft in office.run(folder / "xa-binh-vi.xlsx", known=first)] == [False]
