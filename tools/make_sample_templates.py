"""The Word templates of the sample units in samples/: copied as a clerk copies them, then edited as in Word.

python tools/make_sample_templates.py [tinh-mau | phuong-mot-khoi | xa-mau-rieng]...

Needs LibreOffice (soffice) for xa-mau-rieng, whose files are saved by it. What it writes differs from version
to version, so these files are not made again by the tests. The same parts are packed to the same bytes.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from lxml import etree

from baocao.authoring import build_fragment
from baocao.authoring.copying import ORIGINAL, copy_template
from baocao.builder.kit import tag, text
from baocao.formats import Mm
from baocao.ooxml.inlines import parse_inlines
from baocao.ooxml.markdown import parse_note
from baocao.ooxml.package import write_package
from baocao.ooxml.paragraphs import note_xml, runs_xml, styled_paragraph
from baocao.ooxml.table_blocks import GAP
from baocao.ooxml.tables import cell, grid_table, row
from baocao.ooxml.xml import text_runs

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
PACK = "cchc-nam"

_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_NS}}}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/numbering.xml")

Element = etree._Element


class Document:
    """A .docx open for editing: its body, its notes and its lists."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._parts = parts_of(path.read_bytes())
        self._roots = {name: etree.fromstring(self._parts[name]) for name in _PARTS}
        document, self.notes, self.numbering = self._roots.values()
        self.body: Element = document[0]

    def save(self) -> None:
        """Write the file again, the parts in one order and with one date."""
        for name, root in self._roots.items():
            self._parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self.path.write_bytes(write_package(self._parts))

    def block(self, name: str) -> slice:
        """The children of the body from the tag that opens a block to the one that closes it."""
        words = [words_of(item) if item.tag == f"{W}p" else "" for item in self.body]
        first = place = words.index(f"{{%p block {name} %}}")
        depth = 1
        while depth:
            place += 1
            depth += words[place].startswith("{%p block ")
            depth -= words[place] == "{%p endblock %}"
        return slice(first, place + 1)

    def paragraph(self, beginning: str) -> Element:
        """The first paragraph that begins with these words."""
        return next(item for item in self.body.iter(f"{W}p") if words_of(item).startswith(beginning))

    def add_note(self, words: str) -> str:
        """Add a footnote; gives the run that refers to it."""
        ident = max(int(note.get(f"{W}id")) for note in self.notes) + 1
        content = note_xml(parse_note(words))
        self.notes.extend(elements(f'<w:footnote w:id="{ident}">{content}</w:footnote>'))
        look = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        return f'<w:r>{look}<w:footnoteReference w:id="{ident}"/></w:r>'


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a .docx by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words_of(item: Element) -> str:
    """The words of a paragraph or table."""
    return "".join(text.text or "" for text in item.iter(f"{W}t"))


def elements(*xml: str) -> list[Element]:
    """Elements of WordprocessingML."""
    return list(etree.fromstring(f'<x xmlns:w="{_NS}">{"".join(xml)}</x>'))


def runs(words: str) -> str:
    """Words and tags as runs."""
    return runs_xml(parse_inlines(words, template=True))


def torn(words: str) -> str:
    """A tag as Word leaves it after its spelling check: in three runs with marks between them."""
    first, second = len(words) // 3, 2 * len(words) // 3
    start, end = '<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="spellEnd"/>'
    return (
        f"{text_runs(words[:first])}{start}{text_runs(words[first:second])}{end}{text_runs(words[second:])}"
    )


def set_words(item: Element, words: str) -> None:
    """Type other words over those of a paragraph."""
    for old in item.findall(f"{W}r"):
        item.remove(old)
    item.extend(elements(runs(words)))


# ----- the province: a fragment for all units below it -----


def province(folder: Path) -> None:
    """The fragment all communes of the province may include."""
    source = folder / "mau" / "_manh" / "nguon-so-lieu.md"
    source.with_suffix(".docx").write_bytes(build_fragment(source))


# ----- the ward: one block -----

WHERE_FROM = (
    "Phường đi vào hoạt động từ ngày 01/7/2025 trên cơ sở phường Thí Nghiệm và một phần xã Bản Thử; việc so "
    "sánh với "
)
WHAT_LAST_YEAR_IS = (
    "Số liệu {{ ky.truoc }} là của phường Thí Nghiệm, chưa gồm phần xã Bản Thử nhập vào từ ngày 01/7/2025."
)
ROWS = (
    ("Hồ sơ tiếp nhận", "tthc.tiep_nhan", ""),
    ("Hồ sơ tiếp nhận trực tuyến", "tthc.tiep_nhan_truc_tuyen", ""),
    ("Tỷ lệ hồ sơ trực tuyến", "tthc.ty_le_truc_tuyen", " điểm %"),
    ("Hồ sơ giải quyết trễ hạn", "tthc.tre_han", ""),
    ("Tỷ lệ thanh toán trực tuyến", "tthc.ty_le_thanh_toan", " điểm %"),
)
"""Label, field, and what the change is counted in."""

WIDTHS = (Mm(65), Mm(30), Mm(30), Mm(40))
"""Of the columns: together the width of the text."""


def ward(folder: Path) -> None:
    """One block: the text of the pack stays, with words, a note, a table and a fragment around it."""
    file = Document(copy_template(PACK, folder, ["ket_qua_chung"]).template)
    note = file.add_note(WHAT_LAST_YEAR_IS)
    last_year = torn("{{ ky.truoc }}")
    words = f"{runs(WHERE_FROM)}{last_year}{runs(' trong báo cáo này chỉ để tham khảo')}{note}{runs('.')}"
    caption = runs("Kết quả giải quyết thủ tục hành chính so với {{ ky.truoc }}:")
    span = file.block("ket_qua_chung")
    file.body[span.start + 1 : span.stop - 1] = elements(
        tag("if tthc.tiep_nhan.co_truoc"),
        styled_paragraph("ThanBai", words),
        tag("endif"),
        styled_paragraph("ThanBai", text_runs("{{p super() }}")),
        tag("if tthc.tiep_nhan.co_truoc"),
        styled_paragraph("ThanBai", caption, "<w:keepNext/>"),
        GAP,
        comparison(),
        tag("endif"),
        tag("include “nguon-so-lieu”"),
    )
    file.save()


def comparison() -> str:
    """A small table: figure, last year, this year, change."""
    head = ("Nội dung", "{{ ky.truoc | hoa_dau }}", "{{ ky.ten | hoa_dau }}", "Tăng, giảm")
    rows = [_row(head, "BangDau", header=True)]
    for label, name, unit in ROWS:
        change = f"{{{{ {name}.huong }}}} {{{{ {name}.chenh_lech }}}}{unit}"
        rows.append(_row((label, f"{{{{ {name}.truoc }}}}", f"{{{{ {name} }}}}", change), "BangChu"))
    return grid_table(WIDTHS, rows)


def _row(words: Sequence[str], style: str, *, header: bool = False) -> str:
    """One row, centred but for the first cell of the body."""
    sides = ("center" if header else "left", "center", "center", "center")
    paragraphs = [
        styled_paragraph(style, runs(text), f'<w:jc w:val="{side}"/>')
        for text, side in zip(words, sides, strict=True)
    ]
    return row((cell(text, width) for text, width in zip(paragraphs, WIDTHS, strict=True)), header=header)


# ----- the commune: a whole template of its own, saved by LibreOffice -----

ORDER = ("tthc", "chinh_quyen_so", "to_chuc", "can_bo", "tai_chinh", "the_che", "chi_dao", "ton_tai")
TITLES = {
    "KẾT QUẢ THỰC HIỆN": "KẾT QUẢ {{ ky.ten | hoa }}",
    "Cải cách thủ tục hành chính": "Giải quyết thủ tục hành chính",
    "Xây dựng và phát triển Chính quyền": "Chuyển đổi số",
    "Cải cách tổ chức bộ máy": "Tổ chức bộ máy",
    "Cải cách chế độ công vụ": "Cán bộ, công chức, viên chức",
    "Cải cách tài chính công": "Tài chính",
    "Cải cách thể chế": "Ban hành văn bản, phổ biến pháp luật",
    "Công tác chỉ đạo, điều hành": "Chỉ đạo, kiểm tra",
}
OPENING = (
    "Thực hiện {{ mo_dau.van_ban_giao }}, Ủy ban nhân dân (UBND) xã Giả Định báo cáo kết quả cải cách hành "
    "chính (CCHC) {{ ky.ten }} như sau:"
)
CLOSING = (
    "Ủy ban nhân dân xã Giả Định kính báo cáo{% if ket_thuc.noi_gui %} "
    "{{r ket_thuc.noi_gui | khong_cham }}{% endif %}./."
)
RECIPIENT = "- Trang thông tin điện tử {{ dv.tu_xung }} (để công khai);"
RULES = (Mm(14), Mm(60.5), Mm(48))
"""Of the lines under agency, Tiêu ngữ and trích yếu: LibreOffice drops what reckons their length."""


def commune(folder: Path) -> None:
    """A whole template: other order, titles and words; the signature block is a fragment of the commune."""
    file = Document(copy_template(PACK, folder).template)
    reorder(file)
    retitle(file)
    reword(file)
    in_order_of_reading(file)
    fix_rules(file)
    fix_bullets(file)
    file.save()
    fragment = folder / "mau" / "_manh" / "khoi-ky.docx"
    fragment.parent.mkdir(exist_ok=True)
    shutil.copyfile(ROOT / "templates" / "_manh" / "khoi-ky.docx", fragment)
    add_recipient(Document(fragment))
    for path in (file.path, fragment):
        save_in_libreoffice(path)


def reorder(file: Document) -> None:
    """What people come for first, then how the commune works; the table by field gives way to Biểu II.06."""
    del file.body[file.block("tthc_bang")]
    sections = [list(file.body[file.block(name)]) for name in ORDER]
    start = file.block("chi_dao").start
    for item in (item for section in sections for item in section):
        file.body.remove(item)
    file.body[start:start] = [item for section in sections for item in section]


def retitle(file: Document) -> None:
    """Short titles; what is still wanting becomes a part of its own."""
    for old, new in TITLES.items():
        set_words(file.paragraph(old), new)
    wanting = file.paragraph("Tồn tại, hạn chế")
    set_words(wanting, "KHÓ KHĂN, HẠN CHẾ")
    wanting.find(f"{W}pPr/{W}pStyle").set(f"{W}val", "Heading1")


def reword(file: Document) -> None:
    """The commune's own opening and closing; the province's fragment, and its own for the signature."""
    set_words(file.paragraph("{% if mo_dau.van_ban_giao or"), OPENING)
    span = file.block("ket_thuc")
    file.body[span.start + 1 : span.stop - 1] = elements(text("ThanBai", CLOSING))
    file.body[file.block("khoi_ky")] = elements(tag("include “khoi-ky”"))
    after = file.block("tthc_pakn").stop
    file.body[after:after] = elements(tag("include “nguon-so-lieu”"))


def in_order_of_reading(file: Document) -> None:
    """Number the notes as their references stand, as Word does when it saves; notes of cut text go."""
    notes = {note.get(f"{W}id"): note for note in file.notes if note.get(f"{W}type") is None}
    for note in notes.values():
        file.notes.remove(note)
    for number, mark in enumerate(file.body.iter(f"{W}footnoteReference"), 1):
        note = notes[mark.get(f"{W}id")]
        mark.set(f"{W}id", str(number))
        note.set(f"{W}id", str(number))
        file.notes.append(note)


def fix_rules(file: Document) -> None:
    """Draw the lines at fixed lengths."""
    for drawing, length in zip(list(file.body.iter(f"{_WP}inline")), RULES, strict=True):
        drawing.find(f"{_WP}docPr").set("descr", "Đường kẻ")
        for extent in (*drawing.iter(f"{_WP}extent"), *drawing.iter(f"{_A}ext")):
            extent.set("cx", str(int(length)))


def fix_bullets(file: Document) -> None:
    """Name the font of the dashes: LibreOffice takes OpenSymbol where none is named."""
    font = "".join(f' w:{kind}="Times New Roman"' for kind in ("ascii", "hAnsi", "cs"))
    for level in file.numbering.iter(f"{W}lvl"):
        if level.find(f"{W}numFmt").get(f"{W}val") == "bullet":
            level.extend(elements(f'<w:rPr><w:rFonts{font} w:hint="default"/></w:rPr>'))


def add_recipient(file: Document) -> None:
    """The commune publishes its reports: one recipient more, before the archive."""
    archive = file.paragraph("- Lưu: ")
    style = archive.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
    archive.addprevious(elements(styled_paragraph(style, runs(RECIPIENT)))[0])
    fix_bullets(file)
    file.save()


def save_in_libreoffice(path: Path) -> None:
    """Open the file in LibreOffice and save it again as .docx, without the time it was saved at."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        form = "docx:Office Open XML Text"
        command = ["soffice", "--headless", profile, "--convert-to", form, "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        path.write_bytes(write_package(parts_of((Path(folder) / path.name).read_bytes())))


# ----- all of them -----

UNITS: dict[str, Callable[[Path], None]] = {
    "tinh-mau": province,
    "phuong-mot-khoi": ward,
    "xa-mau-rieng": commune,
}


def make(name: str, samples: Path) -> None:
    """Make the templates of one unit anew. samples: the folder that holds the units.

    A file with the parts it had keeps its bytes: another zlib packs the same parts otherwise.
    """
    before = {path: path.read_bytes() for path in (samples / name / "mau").rglob("*.docx")}
    if name != "tinh-mau":
        shutil.rmtree(samples / name / "mau", ignore_errors=True)
    UNITS[name](samples / name)
    shutil.rmtree(samples / name / "mau" / PACK / ORIGINAL, ignore_errors=True)
    for path, data in before.items():
        if path.exists() and parts_of(path.read_bytes()) == parts_of(data):
            path.write_bytes(data)


def main(names: Iterable[str]) -> None:
    """Make the templates of these units, or of all."""
    for name in tuple(names) or UNITS:
        make(name, SAMPLES)


if __name__ == "__main__":
    main(sys.argv[1:])
