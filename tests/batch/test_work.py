"""What a worker hands over: the same bytes as `tao`, the unit by its names, every fault in its place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from batch_kit import Office, codes, edit

from baocao.batch.making import writing
from baocao.batch.outcome import Draft
from baocao.batch.sources.job_finder import find_jobs
from baocao.errors import OutputError, finding
from baocao.intake.raw import RawRecord
from baocao.produce import Begun, Producer, produce

ROOT = Path(__file__).parents[2]


def made(draft: Draft) -> bytes:
    return Path(draft.temporary).read_bytes()


@pytest.mark.parametrize("sample", ["tan-hong/2023.yaml", "phuong-mot-khoi/so-lieu/2025.yaml"])
def test_a_sample_has_the_same_bytes_as_made_alone(office: Office, sample: str) -> None:
    path = ROOT / "samples" / sample
    (draft,) = office.run(path)
    assert made(draft) == produce(path).to_bytes()
    assert draft.findings == produce(path.absolute()).findings


def test_units_of_files_and_of_rows_have_the_same_bytes_as_made_alone(office: Office) -> None:
    path = office.unit("xa/an-binh.yaml", "An Bình")
    table = office.table()
    drafts = {draft.job.id: draft for draft in office.run()}
    assert made(drafts["xa/an-binh.yaml"]) == produce(path).to_bytes()
    for name in ("Xã An Bình", "Phường Tân Phú", "Xã Ba"):
        assert made(drafts[f"2025.yaml#{name}"]) == produce(table, row=name).to_bytes()


def test_the_order_of_the_jobs_does_not_matter(office: Office) -> None:
    for number in range(6):
        office.unit(f"xa/{number}.yaml", f"Xã {number}", total=10 + number)
    office.table()
    jobs = office.jobs()
    one = {draft.job.id: made(draft) for draft in office.do(jobs, {})}
    other = {draft.job.id: made(draft) for draft in office.do(jobs[::-1], {})}
    assert one == other


def test_a_draft_says_whose_it_is_and_under_which_name(office: Office) -> None:
    draft = office.run(office.table())[1]
    assert (draft.unit, draft.code, draft.parent, draft.name) == (
        "Ủy ban nhân dân phường Tân Phú",
        "VD-002",
        "Ủy ban nhân dân tỉnh Ví Dụ",
        "VD-002-tan-phu-05.docx",
    )
    assert draft.findings == ()
    assert draft.seconds > 0


def test_a_report_stands_whole_in_the_folder_of_drafts_with_the_digest_it_is_known_by(
    office: Office,
) -> None:
    office.unit("xa/a.yaml", "A")
    (draft,) = office.run()
    assert Path(draft.temporary).parent == office.results / ".baocao/tam/tat-ca"
    assert draft.known is not None
    assert draft.known.output == hashlib.sha256(made(draft)).hexdigest()
    assert [item.name for item in Path(draft.temporary).parent.iterdir()] == [Path(draft.temporary).name]


def test_a_faulty_unit_tells_all_and_stops_no_other(office: Office) -> None:
    office.unit("xa/a.yaml", "A")
    office.unit("xa/b.yaml", "B", total=5)
    edit(office.root / "xa/b.yaml", ("nam: 2025", "nam: hai nghìn"), ("so: 4", "so: bốn"))
    (office.root / "xa/c.yaml").write_text("goi: viec\nky: [", "utf-8")
    office.unit("xa/d.yaml", "D")
    good, faulty, broken, last = office.run()
    assert good.temporary
    assert last.temporary
    assert "so-van-ban-sai" in codes(faulty)
    assert (faulty.unit, faulty.temporary, faulty.known) == ("Ủy ban nhân dân xã B", "", None)
    assert codes(broken)
    assert broken.temporary == ""
    alone = produce(office.root / "xa/b.yaml").findings
    assert faulty.findings == alone


def test_a_faulty_row_stops_no_other(office: Office) -> None:
    path = office.table((("", "Xã Một", 1, 10, 9), ("", "Xã Hai", "hai", 10, 9), ("", "Xã Ba", 3, 10, 99)))
    one, two, three = office.run(path)
    assert one.temporary
    assert "so-van-ban-sai" in codes(two)
    assert (two.unit, two.temporary) == ("Ủy ban nhân dân xã Hai", "")
    assert codes(three)


def test_a_pack_that_is_missing_is_the_fault_of_each_unit_that_wants_it(office: Office) -> None:
    office.unit("xa/a.yaml", "A")
    edit(office.unit("xa/b.yaml", "B"), ("goi: viec", "goi: khong-co"))
    one, other = office.run()
    assert one.temporary
    assert codes(other) == ["goi-khong-co"]


Fault = Callable[[], BaseException]


@pytest.mark.parametrize(
    ("fault", "code", "words"),
    [
        (lambda: RuntimeError("hỏng"), "hang-loat-loi-chuong-trinh", "RuntimeError: hỏng"),
        (RecursionError, "hang-loat-loi-chuong-trinh", "RecursionError"),
        (MemoryError, "hang-loat-het-bo-nho", "xã B"),
    ],
)
def test_what_nobody_foresaw_is_told_of_the_unit_and_the_others_go_on(
    office: Office, monkeypatch: pytest.MonkeyPatch, fault: Fault, code: str, words: str
) -> None:
    _fail_for(monkeypatch, "B", fault)
    for name in "ABC":
        office.unit(f"xa/{name}.yaml", name)
    one, two, three = office.run()
    assert one.temporary
    assert three.temporary
    assert codes(two) == [code]
    assert words in two.findings[0].text
    assert "xã B" in two.findings[0].text
    assert two.findings[0].where.file == str(office.root / "xa/B.yaml")


def test_an_interrupt_is_no_fault_of_a_unit(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    _fail_for(monkeypatch, "A", KeyboardInterrupt)
    office.unit("xa/a.yaml", "A")
    with pytest.raises(KeyboardInterrupt):
        office.run()


def _fail_for(monkeypatch: pytest.MonkeyPatch, name: str, fault: Fault) -> None:
    plain = Producer.begin

    def begin(self: Producer, raw: RawRecord) -> Begun:
        if raw.unit.children["ten"].text.endswith(f" {name}"):
            raise fault()
        return plain(self, raw)

    monkeypatch.setattr(Producer, "begin", begin)


def test_a_full_disk_is_told_of_each_unit(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes, *, overwrite: bool) -> None:
        raise OutputError(finding("het-cho-trong", tep=path))

    monkeypatch.setattr(writing, "write_result", full)
    office.unit("xa/a.yaml", "A")
    office.unit("xa/b.yaml", "B")
    drafts = office.run()
    assert [codes(draft) for draft in drafts] == [["het-cho-trong"]] * 2
    assert [(draft.temporary, draft.known) for draft in drafts] == [("", None)] * 2


def test_a_file_in_the_place_of_the_folder_of_drafts_is_told(office: Office) -> None:
    office.results.mkdir()
    (office.results / ".baocao").write_text("")
    office.unit("xa/a.yaml", "A")
    assert codes(office.run()[0]) == ["thu-muc-la-tep"]


def test_a_name_of_the_list_goes_before_the_pattern(office: Office) -> None:
    office.unit("xa/a.yaml", "A")
    path = office.root / "viec.yaml"
    path.write_text("cac_viec: [{so_lieu: xa/a.yaml, tep: cum-1/Xã A}]\n", "utf-8")
    assert [draft.name for draft in office.run(path)] == ["cum-1/Xã A.docx"]
    assert office.run(pattern="{cap_tren}/{ten}")[0].name == "tinh-vi-du/a.docx"


def test_settings_reach_the_reports(office: Office) -> None:
    path = office.unit("xa/a.yaml", "A")
    edit(path, ("giao: 10, ", ""))
    assert office.run()[0].temporary == ""
    (draft,) = office.run(draft=True)
    assert made(draft) == produce(path, draft=True).to_bytes()


def test_a_pack_of_the_command_goes_before_that_of_the_data(office: Office) -> None:
    path = office.unit("xa/a.yaml", "A")
    edit(path, ("goi: viec", "goi: cchc-nam"))
    (draft,) = office.do(find_jobs([path], pack=str(office.pack)).jobs, {})
    assert made(draft) == produce(path, pack=str(office.pack)).to_bytes()


def test_an_audited_run_tells_what_the_audit_of_the_report_finds(office: Office) -> None:
    path = office.unit("xa/a.yaml", "A")
    office.build(("{% endblock %}", "Có 12 việc, trong đó: 5 việc lớn, 6 việc nhỏ.\n{% endblock %}"))
    (plain,) = office.run(path)
    (audited,) = office.run(path, audited=True)
    assert made(plain) == made(audited)
    assert codes(plain) == []
    assert codes(audited) != []
