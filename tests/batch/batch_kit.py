"""Small sources for runs over many units: a pack with two figures, data files, a table with a row a unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import xlsxwriter

from baocao.authoring import build_pack_template
from baocao.batch.jobs import Job, Settings, chunks
from baocao.batch.making.work import work
from baocao.batch.naming import DEFAULT_PATTERN
from baocao.batch.outcome import Draft, Known
from baocao.batch.sources.job_finder import find_jobs

MANIFEST = """ma: viec
phien_ban: "1.0"
ten: Báo cáo công việc
ten_loai: BÁO CÁO
ky_hieu: BC
trich_yeu: ["Kết quả công việc {ky}"]
ky: [nam]
cap: [xa, tinh]
danh_so: ["I.", "1.", "a)"]
the_thuc: nd30-2020
"""
CATALOGUE = """nhom:
  viec: Việc
chi_tieu:
  viec.giao: {nhan: Việc được giao, loai: dem, don_vi_tinh: việc, bat_buoc: true}
  viec.xong: {nhan: Việc đã xong, loai: dem, don_vi_tinh: việc, trong: [viec.giao]}
"""
CONTENT = """@dau_van_ban

@ten_loai

{% block ket_qua %}
Trong {{ ky.ten }} đã xong {{ viec.xong }}/{{ viec.giao }} việc{% if viec.giao.co_truoc %}, {{ ky.truoc }} là
{{ viec.giao.truoc }} việc{% endif %}.
{% endblock %}

@khoi_ky
"""
PROVINCE = """ten: Ủy ban nhân dân tỉnh Ví Dụ
cap: tinh
dia_danh: Ví Dụ
ky_hieu: UBND
noi_nhan: [Như trên]
luu: VT
"""
UNIT = """goi: viec
don_vi:
  ten: Ủy ban nhân dân xã {name}
  cap: xa
  dia_danh: {name}
  ky_hieu: UBND
  nguoi_ky: {{thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Trần Thị Thí Dụ}}
  cap_tren: ../tinh/don-vi.yaml
ky: {{loai: nam, nam: {year}}}
van_ban: {{so: {number}}}
so_lieu:
  viec: {{giao: {total}, xong: 9}}
"""
TABLE = """goi: viec
don_vi:
  ky_hieu: UBND
  nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Trần Thị Thí Dụ}
  cap_tren: tinh/don-vi.yaml
ky: {loai: nam, nam: 2025}
bang_tinh:
  tep: cac-xa.xlsx
  dong_tieu_de: 1
  cot_don_vi: Đơn vị
  ho_so: {ma: Mã}
  van_ban: {so: Số}
  cot: {viec.giao: Tổng, viec.xong: Xong}
"""
Row = tuple[str, str, object, object, object]
HEAD = ("Mã", "Đơn vị", "Số", "Tổng", "Xong")
ROWS: tuple[Row, ...] = (
    ("VD-001", "Xã An Bình", 4, 10, 9),
    ("VD-002", "Phường Tân Phú", 5, 20, 18),
    ("VD-003", "Xã Ba", 6, 7, 7),
)


class Office:
    """A folder of an office: tinh/ with the profile and the pack of the province, data below it, results."""

    def __init__(self, root: Path, built: bytes = b"") -> None:
        self.root, self.results = root, root / "ra"
        self.pack = root / "tinh/mau/viec"
        self.pack.mkdir(parents=True)
        self.profile = root / "tinh/don-vi.yaml"
        self.profile.write_text(PROVINCE, "utf-8")
        for name, text in (("goi.yaml", MANIFEST), ("chi-tieu.yaml", CATALOGUE), ("noi-dung.md", CONTENT)):
            (self.pack / name).write_text(text, "utf-8")
        (self.pack / "mau.docx").write_bytes(built or build_pack_template(self.pack)[1])

    def unit(self, file: str, name: str, *, year: int = 2025, number: int = 4, total: int = 10) -> Path:
        """A data file of one unit, with its profile inside."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = UNIT.format(name=name, year=year, number=number, total=total)
        path.write_text(text, "utf-8")
        return path

    def build(self, *changes: tuple[str, str]) -> None:
        """Make the pack's template anew from its changed text."""
        edit(self.pack / "noi-dung.md", *changes)
        (self.pack / "mau.docx").write_bytes(build_pack_template(self.pack)[1])

    def table(self, rows: Iterable[Sequence[object]] = ROWS, name: str = "2025.yaml") -> Path:
        """A data file that maps a workbook with a row a unit."""
        write_book(self.root / "cac-xa.xlsx", rows)
        path = self.root / name
        path.write_text(TABLE, "utf-8")
        return path

    def settings(self, **changes: object) -> Settings:
        """Of a run into the folder of the results."""
        return Settings(**{"folder": str(self.results), "pattern": DEFAULT_PATTERN, **changes})  # type: ignore[arg-type]

    def jobs(self, *sources: Path) -> tuple[Job, ...]:
        """Of these sources, by default of the whole folder."""
        return find_jobs(sources or (self.root,)).jobs

    def run(self, *sources: Path, known: Iterable[Draft] = (), **changes: object) -> list[Draft]:
        """What a worker makes of the sources. known: drafts of an earlier run, whose reports stand there."""
        written = {item.job.id: item.known for item in known if item.known is not None}
        return self.do(self.jobs(*sources), written, **changes)

    def do(self, jobs: Sequence[Job], known: Mapping[str, Known], **changes: object) -> list[Draft]:
        """What a worker makes of these jobs. known: by id."""
        settings = self.settings(**changes)
        return [draft for chunk in chunks(jobs, 8) for draft in work(chunk, settings, known)]


def write_book(path: Path, rows: Iterable[Sequence[object]], head: Sequence[str] = HEAD) -> None:
    """A workbook with one sheet."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Tổng hợp")
        for number, row in enumerate((head, *rows)):
            sheet.write_row(number, 0, row)


def codes(draft: Draft) -> list[str]:
    """Of the findings of a draft."""
    return [item.code for item in draft.findings]


def edit(path: Path, *changes: tuple[str, str]) -> None:
    """Change texts of a file; each has to be there."""
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
