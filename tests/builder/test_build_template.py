"""noi-dung.md to mau.docx: what stands in the Word file."""

import io
import re
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest
from docxtpl import DocxTemplate
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from baocao.builder import build_template
from baocao.errors import PackError
from baocao.formats import load_format
from baocao.ooxml.package import Skeleton
from baocao.ooxml.xml import clean_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMS = ("I.", "1.", "a)", "1.1.")
SAMPLE = Path(__file__).with_name("mau.md").read_text(encoding="utf-8")


def build(source, forms=FORMS):
    return build_template(source, forms, load_format("nd30-2020"))


def part(data, name):
    return ET.fromstring(Skeleton.read(data).data(name))


def words(node):
    return "".join(item.text or "" for item in node.iter(W + "t"))


def styled(data, name="word/document.xml"):
    """Style and text of every paragraph, the tags' own paragraphs without style."""
    found = []
    for paragraph in part(data, name).iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        found.append((style.get(W + "val") if style is not None else "", words(paragraph)))
    return found


def test_same_bytes_twice():
    assert build(SAMPLE) == build(SAMPLE)


def test_paragraphs():
    source = "# A\n\n## B\n\n### C\n\nđoạn {{ x }}\n\n- gạch\n+ cộng\n{% if a %}\n{{p b.c }}\n{% endif %}"
    assert styled(build(source)) == [
        ("Heading1", "A"),
        ("Heading2", "B"),
        ("Heading3", "⟦a)⟧ C"),
        ("ThanBai", "đoạn {{ x }}"),
        ("GachDau", "gạch"),
        ("GachCong", "cộng"),
        ("", "{%p if a %}"),
        ("ThanBai", "{{p b.c }}"),
        ("", "{%p endif %}"),
    ]


def test_heading_with_its_number_on_a_line_of_its_own():
    data = build("# TIÊU ĐỀ **{{ x }}**", ("Phần thứ nhất",))
    assert styled(data) == [("Heading1", "Phần ⟦thứ⟧TIÊU ĐỀ {{ x }}")]
    assert len(list(part(data, "word/document.xml").iter(W + "br"))) == 1


def test_tags_stay_in_one_run():
    data = build('a {% if x == "y" %}b < {{ c["d"] }}{% endif %} & e **f {{ g }}**')
    runs = [words(run) for run in part(data, "word/document.xml").iter(W + "r")]
    assert runs == ['a {% if x == "y" %}b < {{ c["d"] }}{% endif %} & e ', "f {{ g }}"]


def test_rich_tag_has_its_own_run():
    runs = [words(run) for run in part(build("a {{r x }} b"), "word/document.xml").iter(W + "r")]
    assert runs == ["a ", "{{r x }}", " b"]


def test_footnotes_are_numbered_as_they_stand():
    source = (
        "b[^hai] a[^mot]\n\n| [^ba] |\n|---|\n\nc[^hai]\n\n"
        "[^mot]: Một\n[^hai]: Hai\n\n    {{p x }}\n\n[^ba]: Ba"
    )
    data = build(source)
    references = part(data, "word/document.xml").iter(W + "footnoteReference")
    assert [item.get(W + "id") for item in references] == ["1", "2", "3", "4"]
    notes = part(data, "word/footnotes.xml").findall(W + "footnote")
    assert [(note.get(W + "id"), words(note)) for note in notes[2:]] == [
        ("1", " Hai{{p x }}"),
        ("2", " Một"),
        ("3", " Ba"),
        ("4", " Hai{{p x }}"),
    ]
    assert [len(list(note.iter(W + "footnoteRef"))) for note in notes] == [0, 0, 1, 1, 1, 1]


def test_number_of_a_note_stands_in_its_first_printed_paragraph():
    data = build("a[^n]\n\n[^n]: {% if x %}\n    một\n    {% endif %}\n\n    hai")
    note = part(data, "word/footnotes.xml").findall(W + "footnote")[2]
    assert [(words(p), len(list(p.iter(W + "footnoteRef")))) for p in note.findall(W + "p")] == [
        ("{%p if x %}", 0),
        (" một", 1),
        ("{%p endif %}", 0),
        ("hai", 0),
    ]


def test_table():
    data = build("| A | B |\n|---|--------:|\n| {%tr for x in y %} |\n| {{ x }} | 2 |\n| {%tr endfor %} |")
    table = part(data, "word/document.xml").find(f".//{W}tbl")
    rows = table.findall(W + "tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False, False]
    assert [[words(cell) for cell in row.findall(W + "tc")] for row in rows] == [
        ["A", "B"],
        ["{%tr for x in y %}"],
        ["{{ x }}", "2"],
        ["{%tr endfor %}"],
    ]
    widths = [int(column.get(W + "w")) for column in table.iter(W + "gridCol")]
    assert widths == [2338, 7016]
    assert sum(widths) == load_format("nd30-2020").page.text_width.twips
    assert [item.get(W + "val") for item in rows[2].iter(W + "jc")] == ["right"]


def test_child_template():
    data = build('{% extends "cchc-nam" %}\n\n{% block mo_dau %}\nThay.\n{% endblock %}')
    assert styled(data) == [
        ("", '{%p extends "cchc-nam" %}'),
        ("", "{%p block mo_dau %}"),
        ("ThanBai", "Thay."),
        ("", "{%p endblock %}"),
    ]


def test_properties_come_from_the_data():
    core = part(build("a"), "docProps/core.xml")
    assert {node.tag.partition("}")[2]: node.text for node in core} == {
        "title": '{{ vb.trich_yeu | join(" ") }}',
        "creator": "{{ dv.ten }}",
        "language": "vi-VN",
    }


def test_rules_say_how_long_they_are():
    document = Skeleton.read(build("@dau_van_ban\n\n@ten_loai")).text("word/document.xml")
    rules = [node for node in ET.fromstring(document).iter() if node.tag.endswith("}docPr")]
    assert [(node.get("id"), node.get("descr")) for node in rules] == [
        ("1", "ke: ke_co_quan(dv.dong_ten)"),
        ("2", "ke: ke_tieu_ngu()"),
        ("3", "ke: ke_trich_yeu(vb.trich_yeu)"),
    ]


def test_blocks_of_the_components():
    source = "\n".join(f"@{name}" for name in ("dau_van_ban", "ten_loai", "kinh_gui", "can_cu", "khoi_ky"))
    opened = [
        text[len("{%p block ") : -3] for _, text in styled(build(source)) if text.startswith("{%p block")
    ]
    assert opened == [
        "dau_van_ban", "co_quan", "quoc_hieu", "so_ky_hieu", "du_thao", "dia_danh_ngay",
        "ten_loai", "trich_yeu", "kinh_gui", "can_cu", "khoi_ky", "noi_nhan", "nguoi_ky",
    ]  # fmt: skip


def test_faults_stop_the_build():
    with pytest.raises(PackError) as caught:
        build("[^a]: b\n\n@la\n\n##### c")
    assert [(item.where.file, item.where.line) for item in caught.value.findings] == [
        ("noi-dung.md", 1),
        ("noi-dung.md", 3),
        ("noi-dung.md", 5),
    ]


TYPED = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="{"), min_size=1, max_size=60
)


@given(TYPED.map(lambda text: unicodedata.normalize("NFC", text).strip(" ")).filter(bool))
@settings(max_examples=60, deadline=None)
def test_any_text_stands_in_the_file_as_typed(text):
    source = re.sub(r"([\\*~\[\]^])", r"\\\1", text)
    source = "\\" + source if source[0] in "#@|" or re.match("[-+] ", source) else source
    assert styled(build(source)) == [("ThanBai", clean_text(text))]


def context():
    """What the rooms before hand to a template, in small."""
    unit = SimpleNamespace(
        ten="UBND huyện", tu_xung="Huyện", dia_danh="Tân Hồng", dong_chu_quan=[],
        kinh_gui=["Bộ Nội vụ", "UBND Tỉnh"],
        dong_ten=["ỦY BAN NHÂN DÂN", "HUYỆN TÂN HỒNG"], noi_nhan=["Như trên", "Các phòng"], luu="VT, PCVP",
        nguoi_soan="Tài", kieu_nguoi_soan="chi_so_duoi",
        nguoi_ky=SimpleNamespace(dong=["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ho_ten="Huỳnh Văn Nhã"),
    )  # fmt: skip
    head = SimpleNamespace(
        so="114", ky_hieu="BC-UBND", ngay="25 tháng 3 năm 2024", ten_loai="BÁO CÁO", trich_yeu=["Một", "hai"],
        can_cu=[], nhap=False,
    )  # fmt: skip
    return {"dv": unit, "vb": head}


def rendered(source, **values):
    environment = Environment()
    environment.filters["ngay_dai"] = str
    template = DocxTemplate(io.BytesIO(build(source)))
    template.render(context() | values, environment)
    result = io.BytesIO()
    template.save(result)
    return result.getvalue()


def test_docxtpl_reads_the_dialect():
    source = (
        "@dau_van_ban\n@ten_loai\n@kinh_gui\n@can_cu\n"
        "{% for v in viec %}\n- {{ v }}{% if loop.last %}.{% endif %}\n{% endfor %}\n\n"
        "| A |\n|---|\n| {%tr for v in viec %} |\n| {{ v }} |\n| {%tr endfor %} |\n\n@khoi_ky"
    )
    data = rendered(source, viec=["một", "hai"])
    assert [item for item in styled(data) if item[1]] == [
        ("CoQuan", "ỦY BAN NHÂN DÂN"),
        ("CoQuan", "HUYỆN TÂN HỒNG"),
        ("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("TieuNgu", "Độc lập - Tự do - Hạnh phúc"),
        ("SoKyHieu", "Số: 114/BC-UBND"),
        ("DiaDanhNgay", "Tân Hồng, ngày 25 tháng 3 năm 2024"),
        ("TenLoai", "BÁO CÁO"),
        ("TrichYeu", "Một"),
        ("TrichYeu", "hai"),
        ("KinhGui", "Kính gửi:"),
        ("KinhGuiMuc", "- Bộ Nội vụ;"),
        ("KinhGuiMuc", "- UBND Tỉnh."),
        ("GachDau", "một"),
        ("GachDau", "hai."),
        ("BangDau", "A"),
        ("BangChu", "một"),
        ("BangChu", "hai"),
        ("NoiNhanTu", "Nơi nhận:"),
        ("NoiNhanMuc", "- Như trên;"),
        ("NoiNhanMuc", "- Các phòng;"),
        ("NoiNhanMuc", "- Lưu: VT, PCVPTài."),
        ("QuyenHan", "TM. ỦY BAN NHÂN DÂN"),
        ("QuyenHan", "CHỦ TỊCH"),
        ("NguoiKy", "Huỳnh Văn Nhã"),
    ]
    document = docx.Document(io.BytesIO(data))
    (drafter,) = [
        run for table in document.tables for cell in table._cells for p in cell.paragraphs for run in p.runs
        if run.font.subscript
    ]  # fmt: skip
    assert drafter.text == "Tài"


def test_blank_number_leaves_a_gap_and_drafter_in_brackets():
    values = context()
    values["vb"].so = values["vb"].ngay = None
    values["vb"].nhap = True
    values["dv"].kieu_nguoi_soan = "ngoac"
    values["dv"].kinh_gui = ["Bộ Nội vụ"]
    texts = [text for _, text in styled(rendered("@dau_van_ban\n@kinh_gui\n@khoi_ky", **values))]
    assert "Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BC-UBND" in texts
    assert "Tân Hồng, ngày … tháng … năm …" in texts
    assert "DỰ THẢO" in texts
    assert "Kính gửi: Bộ Nội vụ" in texts
    assert "- Lưu: VT, PCVP (Tài)." in texts
