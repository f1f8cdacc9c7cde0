"""Faults of the whole file, of templates over others, of fragments; and what stands in no part that is printed."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lint_kit import PRINTS_ALL, lint_body, lint_data, template_file

from baocao.authoring.inspecting import inspect_templates
from baocao.errors import PackError, Severity
from baocao.lint import lint_paths
from baocao.messages import lint as worded
from baocao.ooxml.package import Skeleton, write_package
from baocao.packs.finder import builtin_folder
from outside_tools import converted
from small_docx import NS, REL, URI, note, p, package, ref, tbl

COMMENTS = f'<w:comments {NS}><w:comment w:id="1" w:author="An">{p("WORDS")}</w:comment></w:comments>'
COMMENTED = p(
    '<w:commentRangeStart w:id="1"/>',
    "a",
    '<w:commentRangeEnd w:id="1"/>',
    '<w:r><w:commentReference w:id="1"/></w:r>',
)


def changed(data, name, change):
    """A package with one part changed."""
    parts = Skeleton.read(data).parts()
    parts[name] = change(parts[name].decode()).encode()
    return write_package(parts)


def of_kind(kind):
    return changed(
        package(PRINTS_ALL), "[Content_Types].xml", lambda text: text.replace("document.main+xml", kind)
    )


def with_relation(body, kind, target, mode="External"):
    relation = f'<Relationship Id="rId50" Type="{REL}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return package(body + PRINTS_ALL, rels=relation)


FULL = package(PRINTS_ALL)
FILES = {
    "old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "docx-cu-hoac-co-mat-khau"),
    "no Word file": (b"%PDF-1.7", "docx-khong-phai"),
    "cut off": (FULL[: len(FULL) // 2], "docx-hong"),
    "another zip": (write_package({"a.txt": b"a", "[Content_Types].xml": b"<Types/>"}), "docx-thieu-phan"),
    "broken part": (changed(FULL, "word/document.xml", lambda text: text.replace("</w:body>", "")), "mau-xml-hong"),
    "macros": (of_kind("document.macroEnabled.main+xml"), "mau-sai-loai-tep"),
    "macro part": (package(PRINTS_ALL, extra={"word/vbaProject.bin": b"x"}), "mau-sai-loai-tep"),
    "template of Word": (of_kind("template.main+xml"), "mau-sai-loai-tep"),
    "strict": (changed(FULL, "word/document.xml", lambda text: text.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")), "mau-luu-strict"),
    "locked": (package(PRINTS_ALL, extra={"word/settings.xml": f'<w:settings {NS}><w:documentProtection w:edit="forms" w:enforcement="1"/></w:settings>'.encode()}), "mau-khoa-sua"),
    "tag in a comment": (package(COMMENTED + PRINTS_ALL, extra={"word/comments.xml": COMMENTS.replace("WORDS", "{{ ky.ten }}").encode()}), "the-trong-nhan-xet"),
    "tag in a chart": (package(PRINTS_ALL, extra={"word/charts/chart1.xml": b"<c><t>{{ ky.</t><t>ten }}</t></c>"}), "the-cho-khong-in"),
    "linked picture": (with_relation(p('<w:r><w:drawing><a:blip r:link="rId50"/></w:drawing></w:r>'), "image", "file:///C:/a.png"), "hinh-ngoai-tep"),
    "link to a disk": (with_relation(p(f'<w:hyperlink r:id="rId50">{p("a")[5:-6]}</w:hyperlink>'), "hyperlink", "file:///C:/a.xlsx"), "lien-ket-may"),
    "missing picture": (with_relation(p('<w:r><w:drawing><a:blip r:embed="rId50"/></w:drawing></w:r>'), "image", "media/a.png", "Internal"), "hinh-mat"),
    "note in a header": (package(PRINTS_ALL, header=p("a", ref(1)), notes=note(1, "x")), "chu-thich-sai-cho"),
    "empty note": (package(p("a", ref(1)) + PRINTS_ALL, notes=note(1, "")), "chu-thich-rong"),
    "unknown name in the title": (package(PRINTS_ALL, title="{{ ky.tenn }}"), "ten-khong-biet"),
    "unknown name in a header": (package(PRINTS_ALL, header=p("{{ ky.tenn }}")), "ten-khong-biet"),
    "unknown name in a note": (package(p("a", ref(1)) + PRINTS_ALL, notes=note(1, "{{ ky.tenn }}")), "ten-khong-biet"),
    "extends an unknown pack": (package(p('{%p extends "cchc-nan" %}')), "goi-cha-khong-co"),
    "unknown block": (package(p('{%p extends "cchc-nam" %}') + p("{%p block mo_dauu %}") + p("x") + p("{%p endblock %}")), "khoi-la"),
    "Cyrillic letter in a name": (package(p("{{ tthc.ti\u0435p_nhan }}") + PRINTS_ALL), "the-chu-la"),
    "wide letter in a name": (package(p("{{ tthc.tiep_nh\uff41n }}") + PRINTS_ALL), "the-chu-la"),
    "words outside blocks": (package(p('{%p extends "cchc-nam" %}') + p("Lời ngoài")), "chu-ngoai-khoi"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "code"), FILES.values(), ids=FILES.keys())
def test_a_fault_of_the_file(tmp_path, data, code):
    told = [item for item in lint_data(tmp_path, data) if item.level is not Severity.INFO]
    found = [item for item in told if item.code != "nhan-xet-khong-in"]
    assert [item.code for item in found] == [code]
    assert found[0].where.file.endswith("mau.docx")


def test_every_message_of_the_lint_is_triggered_by_a_test():
    from test_lint_faults import FAULTS, WARNINGS

    elsewhere = {"chi-tieu-khong-in", "the-bi-xoa", "mau-chua-ro-goi", "khong-co-mau", "chua-neu-mau"}
    tried = {code for _, code, _ in (*FAULTS.values(), *WARNINGS.values())} | {
        code for _, code in FILES.values()
    }
    assert worded.MESSAGES.keys() - tried - elsewhere == set()
    assert len(tried) >= 60


def test_a_file_of_no_known_pack_is_linted_but_for_its_names(tmp_path):
    file = template_file(tmp_path, package(p("{{ khong_biet }} {% if vb.nhap %}")), pack="la")
    assert [item.code for item in lint_paths([file]).findings] == ["mau-chua-ro-goi", "khoi-chua-dong"]
    found = lint_paths([file], "cchc-nam").findings
    assert [item.code for item in found] == ["khoi-chua-dong", "ten-khong-biet"]


@pytest.fixture
def office(tmp_path):
    """A working folder with a block of its own and two fragments."""
    (tmp_path / "so-lieu").mkdir()
    (tmp_path / "don-vi.yaml").write_text("ten: Ủy ban nhân dân xã A\n", encoding="utf-8")
    own = tmp_path / "mau" / "cchc-nam"
    own.mkdir(parents=True)
    shared = tmp_path / "mau" / "_manh"
    shared.mkdir()
    block = p("{%p block mo_dau %}") + p('{%p include "ky" %}') + p("{%p endblock %}")
    (own / "mau.docx").write_bytes(package(p('{%p extends "cchc-nam" %}') + block))
    (shared / "ky.docx").write_bytes(package(p("{{ dv.tenn }}")))
    (shared / "roi.docx").write_bytes(package(p("{{ bat_ky }} {% if a %}")))
    return tmp_path


def test_a_working_folder_is_linted_with_its_fragments(office):
    found = [item for item in lint_paths([office]).findings if item.level is Severity.ERROR]
    assert [(item.code, item.where.file.rsplit("/", 1)[1]) for item in found] == [
        ("ten-khong-biet", "ky.docx"),
        ("khoi-chua-dong", "roi.docx"),
    ]


def test_without_a_path_the_working_folder_around_is_linted(office, monkeypatch):
    monkeypatch.chdir(office / "so-lieu")
    found = [item.code for item in lint_paths().findings if item.level is Severity.ERROR]
    assert found == ["ten-khong-biet", "khoi-chua-dong"]


def test_a_fragment_sees_the_names_of_its_place(office):
    loop = p("{%p for m in tthc.linh_vuc %}") + p('{%p include "ky" %}') + p("{%p endfor %}")
    block = p("{%p block mo_dau %}") + loop + p("{%p endblock %}")
    (office / "mau/cchc-nam/mau.docx").write_bytes(package(p('{%p extends "cchc-nam" %}') + block))
    (office / "mau/_manh/ky.docx").write_bytes(package(p("{{ m.tiep_nhan }} {{ m.sai }}")))
    found = [item for item in lint_paths([office]).findings if item.where.file.endswith("ky.docx")]
    assert [dict(item.facts)["ten"] for item in found] == ["m.sai"]


@pytest.mark.parametrize(("words", "expected"), [("không có gì", 2), ("{{p super() }}", 0)])
def test_a_block_that_drops_what_is_required_is_told(office, words, expected):
    shutil.rmtree(office / "mau/_manh")
    block = p("{%p block tthc %}") + p(words) + p("{%p endblock %}")
    (office / "mau/cchc-nam/mau.docx").write_bytes(package(p('{%p extends "cchc-nam" %}') + block))
    found = [item.where.key for item in lint_paths([office]).findings if item.code == "chi-tieu-khong-in"]
    assert found == ["tthc.tiep_nhan", "tthc.da_giai_quyet"][:expected]


def test_a_copy_of_blocks_that_lost_its_first_line_is_told(office):
    shutil.rmtree(office / "mau/_manh")
    file = office / "mau/cchc-nam/mau.docx"
    block = p("{%p block ket_thuc %}") + p("Hết.") + p("{%p endblock %}")
    file.write_bytes(package(block))
    found = lint_paths([office]).findings
    assert [(item.code, item.where.anchor) for item in found] == [("mat-extends", "word/document.xml#0")]
    assert '{%p extends "cchc-nam" %}' in found[0].remedy
    file.write_bytes(package(p('{%p extends "cchc-nam" %}') + block))
    assert "mat-extends" not in [item.code for item in lint_paths([office]).findings]


def test_each_paragraph_that_lost_its_block_is_told_once(office):
    shutil.rmtree(office / "mau/_manh")
    file = office / "mau/cchc-nam/mau.docx"
    words = p("Năm {{ ky.nam }} của {{ dv.ten }} thì") + p("hết") + p("{%p endblock %}")
    file.write_bytes(package(p('{%p extends "cchc-nam" %}') + words))
    found = [item for item in lint_paths([office]).findings if item.level is Severity.ERROR]
    assert [(item.code, item.where.anchor[-1]) for item in found] == [
        ("chu-ngoai-khoi", "1"),
        ("chu-ngoai-khoi", "2"),
        ("the-thua", "3"),
    ]


def test_a_folder_named_like_a_pack_is_the_folder(tmp_path, monkeypatch):
    template_file(tmp_path, package(p("{{ ky.namm }}")))
    monkeypatch.chdir(tmp_path)
    linted = lint_paths([Path("./cchc-nam")])
    assert list(linted.files) == ["cchc-nam/mau.docx"]
    assert "ten-khong-biet" in [item.code for item in linted.findings]


@pytest.mark.parametrize("locked", ["mau", "mau/cchc-nam", "mau/_manh"])
def test_a_folder_that_may_not_be_read_is_a_fault(office, locked, monkeypatch):
    """The tests may run as root, who may read everything: the refusal is made."""
    refused = office / locked

    def refusing(method):
        def call(self, *given, **named):
            inside = self.parents if method.__name__ in ("is_file", "stat") else (self, *self.parents)
            if refused in inside:
                raise PermissionError(13, "Permission denied", str(self))
            return method(self, *given, **named)

        return call

    for name in ("is_file", "iterdir"):
        monkeypatch.setattr(Path, name, refusing(getattr(Path, name)))
    with pytest.raises(PackError) as caught:
        lint_paths([office])
    (found,) = caught.value.findings
    assert (found.code, dict(found.facts)["thu_muc"]) == ("goi-thu-muc-khoa", str(refused))


@pytest.mark.parametrize(("typed", "meant"), [("kỳ.ten", "ky"), ("ky.tên", "ky.ten"), ("Ky.ten", "ky")])
def test_a_name_typed_as_it_is_spoken_is_known_again(tmp_path, typed, meant):
    found = lint_body(tmp_path, p("{{ " + typed + " }}"))
    assert [item.code for item in found] == ["ten-khong-biet"]
    assert found[0].text.endswith(f"Có phải «{meant}» không?")


def test_nothing_to_lint_is_told(tmp_path, monkeypatch):
    from baocao.errors import PackError

    (tmp_path / "rong").mkdir()
    with pytest.raises(PackError) as fault:
        lint_paths([tmp_path / "rong"])
    assert fault.value.findings[0].code == "khong-co-mau"
    monkeypatch.chdir(tmp_path / "rong")
    with pytest.raises(PackError) as fault:
        lint_paths()
    assert fault.value.findings[0].code == "chua-neu-mau"


def test_split_runs_and_noise_change_nothing(tmp_path):
    body = p("{{ tthc.tiep_nhann }}") + tbl(["{{ ky.namm }}", "a"])
    whole = lint_body(tmp_path, body)
    torn = re.sub(
        r'<w:t xml:space="preserve">(.{3})([^<]*)</w:t>',
        r'<w:t>\1</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AA"><w:t xml:space="preserve">\2</w:t>',
        body,
    )
    assert torn != body
    assert lint_body(tmp_path, torn) == whole


def test_a_fragment_alone_is_linted_with_the_pack_beside_it(office):
    found = lint_paths([office / "mau/_manh/ky.docx"]).findings
    assert [(item.code, dict(item.facts)["ten"]) for item in found] == [("ten-khong-biet", "dv.tenn")]


@pytest.mark.libreoffice
def test_a_template_that_libreoffice_saved_has_no_finding(tmp_path):
    original = (builtin_folder() / "cchc-nam/mau.docx").read_bytes()
    odt = tmp_path / "mau.odt"
    odt.write_bytes(converted({"goc": original}, tmp_path, "odt")["goc"])
    (tmp_path / "cchc-nam").mkdir()
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "docx",
        "--outdir",
        str(tmp_path / "cchc-nam"),
    ]
    subprocess.run([*command, str(odt)], check=True, capture_output=True, timeout=300)
    assert lint_paths([tmp_path / "cchc-nam" / "mau.docx"]).findings == ()


STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NOTED = package(p("a", ref(1)) + PRINTS_ALL, notes=note(1, "{{ ky.ten }}"))


def cut(data, name):
    return changed(data, name, lambda text: text[: len(text) // 2])


@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/styles.xml", "word/header1.xml", "word/footnotes.xml"]
)
def test_a_broken_part_is_told_once_in_vietnamese_with_line_column_and_anchor(tmp_path, name):
    data = cut(package(p("a", ref(1)) + PRINTS_ALL, notes=note(1, "{{ ky.ten }}"), header=p("b")), name)
    (found,) = lint_data(tmp_path, data)
    assert found.code == "mau-xml-hong"
    assert found.where.anchor == f"{name}#0"
    assert re.fullmatch(r"Tệp Word của mẫu bị hỏng bên trong: nội dung sai từ dòng 1, cột \d+\.", found.text)


def test_broken_styles_make_no_tag_of_a_footnote_a_tag_that_is_not_printed(tmp_path):
    assert [item.code for item in lint_data(tmp_path, cut(NOTED, "word/styles.xml"))] == ["mau-xml-hong"]


def test_what_a_section_lacks_has_an_anchor(tmp_path):
    data = changed(
        package(PRINTS_ALL, header=p("b")),
        "word/_rels/document.xml.rels",
        lambda text: text.replace("rId3", "rId33"),
    )
    (found,) = lint_data(tmp_path, data)
    assert (found.code, found.where.anchor) == ("hinh-mat", "word/document.xml#0")


def test_a_strict_layer_is_told_once(tmp_path):
    block = p('{%p extends "cchc-nam" %}') + p("{%p block mo_dau %}") + p("x") + p("{%p endblock %}")
    data = changed(
        package(block, header=p("b")), "word/document.xml", lambda text: text.replace(URI, STRICT_W)
    )
    assert STRICT_W in Skeleton.read(data).text("word/document.xml")
    assert [item.code for item in lint_data(tmp_path, data)] == ["mau-luu-strict"]


HALF_CELL = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>"
REFUSED = {
    "cut numbering": cut(package(PRINTS_ALL, numbering="<w:abstractNum/>" * 9), "word/numbering.xml"),
    "empty cell": package(p("a") + HALF_CELL + PRINTS_ALL),
    "empty row": package(p("a") + "<w:tbl><w:tblPr/><w:tblGrid/><w:tr/></w:tbl>" + PRINTS_ALL),
    "empty table": package(p("a") + "<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>" + PRINTS_ALL),
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_what_word_would_refuse_of_every_report_is_told_of_the_template(tmp_path, data):
    file = template_file(tmp_path, data)
    found = inspect_templates([file]).findings
    assert [item.code for item in found] == ["mau-hong-san"]
    assert found[0].where.anchor == (
        "word/numbering.xml#0" if "đánh số" in found[0].where.part else "word/document.xml#0"
    )


def test_a_lost_relation_is_not_told_twice(tmp_path):
    data = with_relation(
        p('<w:r><w:drawing><a:blip r:embed="rId51"/></w:drawing></w:r>'), "image", "media/a.png"
    )
    assert [item.code for item in inspect_templates([template_file(tmp_path, data)]).findings] == ["hinh-mat"]


@pytest.mark.parametrize("tag", ['{%p extends "cchc-n\u0430m" %}', '{%p include "kh\u043ei-ky" %}'])
def test_a_foreign_letter_in_the_name_of_a_pack_or_fragment_is_told(tmp_path, tag):
    found = {item.code: item for item in lint_body(tmp_path, p(tag))}
    assert found["the-chu-la"].where.paragraph == "đoạn 1"
