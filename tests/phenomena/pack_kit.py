"""Reports by packs of a few lines: pack, profile and data are all there is of them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

import yaml
from lxml import etree

import baocao
from baocao.cli import run
from docx_reading import Reading, W, read_docx

HEAD = "@dau_van_ban\n\n@ten_loai\n\n@kinh_gui\n\n@can_cu\n\n"
TAIL = "\n\nTrên đây là báo cáo của {{ dv.ten }}./.\n\n@khoi_ky\n"
CATALOGUE = """
  tthc.nhan: {nhan: Hồ sơ tiếp nhận, loai: dem, don_vi_tinh: hồ sơ, vi_du: "12"}
  tthc.dung: {nhan: Hồ sơ đúng hạn, loai: dem, don_vi_tinh: hồ sơ, vi_du: "12"}
  tthc.ty_le: {nhan: Tỷ lệ đúng hạn, loai: ty_le, tu_so: tthc.dung, mau_so: tthc.nhan}
"""
PACK = {
    "ma": "thu",
    "phien_ban": "1.0",
    "ten": "Báo cáo thử",
    "ten_loai": "BÁO CÁO",
    "ky_hieu": "BC",
    "trich_yeu": ["Kết quả công tác {ky}"],
    "ky": ["nam", "quy", "thang", "6_thang", "giai_doan"],
    "cap": ["xa", "huyen", "tinh"],
    "danh_so": ["I.", "1.", "1.1.", "a)"],
    "noi_nhan": ["Các thôn"],
}
UNIT = {
    "ten": "Ủy ban nhân dân xã Minh Họa",
    "cap": "xa",
    "dia_danh": "Minh Họa",
    "ky_hieu": "UBND",
    "nguoi_ky": {"thay_mat": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch", "ho_ten": "Nguyễn Văn Mẫu"},
}
DATA = {
    "goi": "thu",
    "don_vi": "don-vi.yaml",
    "ky": {"nam": "2026"},
    "van_ban": {"so": "12", "ngay": "05/01/2027"},
    "so_lieu": {"tthc": {"nhan": "1.250", "dung": "7"}},
}


@dataclass(frozen=True)
class Made:
    """A finished report, read."""

    data: bytes

    @property
    def reading(self) -> Reading:
        return read_docx(self.data)

    @property
    def lines(self) -> list[str]:
        """The paragraphs, as a person reads them."""
        return self.reading.paragraphs

    def part(self, name: str = "word/document.xml") -> etree._Element:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return etree.fromstring(archive.read(name))

    def run_with(self, words: str) -> etree._Element:
        """The run that prints these words alone."""
        found = [run for run in self.part().iter(f"{W}r") if "".join(run.itertext(f"{W}t")) == words]
        assert len(found) == 1, words
        return found[0]

    def tables(self) -> list[list[list[str]]]:
        """The tables of the text, cell by cell; those that lay out head and signature are left out."""
        tables = list(self.part()[0].findall(f"{W}tbl"))[1:-1]
        return [
            [
                ["\n".join(_words(p) for p in cell.iter(f"{W}p")) for cell in row.findall(f"{W}tc")]
                for row in table.findall(f"{W}tr")
            ]
            for table in tables
        ]


def _words(paragraph: etree._Element) -> str:
    return "".join(paragraph.itertext(f"{W}t")).replace("\u00a0", " ")


class Office:
    """A folder with a pack, a profile and a data file; `report` builds and makes through the command line."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.pack, self.unit, self.data = dict(PACK), dict(UNIT), dict(DATA)

    def report(self, text: str, *options: str, catalogue: str = CATALOGUE, whole: bool = False) -> Made:
        """The report of a pack whose text is `text` between head and closing (`whole`: is all of it)."""
        folder = self.root / "mau" / "thu"
        folder.mkdir(parents=True, exist_ok=True)
        self._write(folder / "goi.yaml", self.pack)
        (folder / "chi-tieu.yaml").write_text(f"chi_tieu:\n{catalogue}", encoding="utf-8")
        (folder / "noi-dung.md").write_text(text if whole else HEAD + text + TAIL, encoding="utf-8")
        assert run(["mau", "dung", str(folder), "--ghi-de"]) == 0
        return self.again(*options)

    def again(self, *options: str) -> Made:
        """The report by the template as it stands."""
        self._write(self.root / "don-vi.yaml", self.unit)
        self._write(self.root / "so-lieu.yaml", self.data)
        made = self.root / "ra.docx"
        assert run(["tao", str(self.root / "so-lieu.yaml"), "-o", str(made), "--ghi-de", *options]) == 0
        assert baocao.check_docx(made.read_bytes()) == ()
        return Made(made.read_bytes())

    @staticmethod
    def _write(path: Path, tree: object) -> None:
        path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
