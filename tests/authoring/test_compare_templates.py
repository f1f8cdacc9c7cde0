"""What differs between two templates is told, and nothing else."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path

import pytest
from authoring_kit import (
    BUILTIN,
    CATALOGUE,
    MANIFEST,
    PACK,
    W,
    block,
    edited,
    lines,
    parts_of,
    small_pack,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from baocao.authoring.chain import read_sheet
from baocao.authoring.comparing import compare_templates
from baocao.authoring.differences import BlockChange, Change, ValueChange, compare_blocks, compare_styles
from baocao.authoring.packfiles import catalogue_file, manifest_file
from baocao.authoring.spans import words_of
from baocao.authoring.texts import read_text
from baocao.authoring.told_blocks import marked, told_blocks
from baocao.ooxml.package import write_package
from baocao.packs.finder import find_pack, list_packs
from baocao.template import LayerSource
from small_docx import note, p, package, r, ref, tbl

WHOLE = (BUILTIN / "mau.docx").read_bytes()
TEXT = read_text(LayerSource("mau.docx", PACK, WHOLE))
PLACES = [
    (block.name, place)
    for block in TEXT.blocks.values()
    for place, line in enumerate(block.lines)
    if "[" not in line.words and re.search(r"\w{3}", re.sub(r"\{.*?\}\}?", "", line.words))
]


@pytest.mark.parametrize("pack", [item.id for item in list_packs()])
def test_a_pack_against_itself_by_name_folder_and_file(pack: str) -> None:
    folder = find_pack(pack).layers[-1].folder
    for side in (pack, str(folder), str(folder / "mau.docx")):
        found = compare_templates(side, side)
        assert not found.differs, lines(found)
        assert lines(found).endswith("\nKhông có gì khác nhau.")


def test_a_template_saved_anew_is_the_same() -> None:
    """Word splits runs, notes spelling marks and revisions, and names styles after its own language."""

    torn = '</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r w:rsidR="00AB12CD"><w:t xml:space="preserve">'
    data = edited(WHOLE, lambda text: text.replace("nhân dân (UBND)", f"nhân{torn} dân (UBND)", 1))
    for part in ("word/document.xml", "word/styles.xml"):
        data = edited(data, lambda text: text.replace('"ThanBai"', '"KieuMoi"'), part)
    other = read_text(LayerSource("mau.docx", PACK, data))
    assert compare_blocks(TEXT, other) == ()
    assert compare_styles(TEXT, other) == ()


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(place=st.sampled_from(PLACES), word=st.sampled_from(["đổi", "được sửa lại", "100%"]))
def test_one_edited_paragraph_is_exactly_what_is_told(place: tuple[str, int], word: str) -> None:
    name, number = place
    line = TEXT.blocks[name].lines[number]
    data = _with_word(name, number, word)
    (found,) = compare_blocks(TEXT, read_text(LayerSource("mau.docx", PACK, data)))
    assert (found.name, found.state, found.own) == (name, "doi", False)
    (change,) = found.changes
    assert (change.old, change.new) == (line.words, f"{line.words} {word}")


def _with_word(name: str, number: int, word: str) -> bytes:
    """The built-in template with a word more at the end of a paragraph of a block."""
    sheet = read_sheet(LayerSource("mau.docx", PACK, WHOLE))
    wanted = TEXT.blocks[name].lines[number].words
    same = [line.words for line in TEXT.blocks[name].lines[:number]].count(wanted)
    inside = (item for element in sheet.outline.spans[name].content() for item in element.iter(W + "p"))
    last = [item for item in inside if " ".join(words_of(item).split()) == wanted][same].findall(W + "r")[-1]
    longer = deepcopy(last)
    for item in [item for item in longer if item.tag != W + "rPr"]:
        longer.remove(item)
    etree.SubElement(longer, W + "t").text = f" {word}"
    last.addnext(longer)
    return write_package(parts_of(WHOLE) | {"word/document.xml": etree.tostring(sheet.document)})


def small(body: str, **more: str) -> LayerSource:
    return LayerSource("a.docx", "goi", package(body, **more))


def blocks(old: LayerSource, new: LayerSource) -> tuple[BlockChange, ...]:
    return compare_blocks(read_text(old), read_text(new))


def test_blocks_added_removed_and_moved_and_words_outside() -> None:
    one, two, three = (block(name, p(f"chữ {name}")) for name in ("mot", "hai", "ba"))
    assert blocks(small(one + two), small(one + two + three)) == (
        BlockChange("ba", "them", "", (Change("", "chữ ba"),)),
    )
    assert blocks(small(one + two), small(two)) == (BlockChange("mot", "bo", "", (Change("chữ mot", ""),)),)
    assert [
        (item.name, item.state) for item in blocks(small(one + two + three), small(two + three + one))
    ] == [("mot", "chuyen")]
    assert blocks(small(p("a") + one), small(p("a b") + one)) == (
        BlockChange("", "doi", "", (Change("a", "a b"),)),
    )


def test_notes_tables_looks_and_headers() -> None:
    noted = block("mot", p("chữ", ref(1)))
    assert blocks(small(noted, notes=note(1, "ghi cũ")), small(noted, notes=note(1, "ghi mới"))) == (
        BlockChange("mot", "doi", "", (Change("ghi cũ", "ghi mới", note=True),)),
    )
    gone = blocks(small(noted, notes=note(1, "ghi")), small(block("mot", p("chữ"))))
    assert gone[0].changes == (Change("chữ[chú thích]", "chữ"), Change("ghi", "", note=True))
    table = block("mot", tbl(["a", "b"], ["c", "d"]))
    wider = block("mot", tbl(["a", "b", "e"], ["c", "d", "g"], columns=3))
    assert [(item.old, item.new) for item in blocks(small(table), small(wider))[0].changes] == [
        ("[bảng 02 cột]", "[bảng 03 cột]"),
        ("", "e"),
        ("", "g"),
    ]
    bold = block("mot", p(r("chữ", "<w:b/>")))
    (found,) = blocks(small(block("mot", p("chữ"))), small(bold))
    assert found.changes == (
        Change("chữ", "chữ", looks=("cách in một số chữ (đậm, nghiêng, cỡ chữ…) đã đổi",)),
    )
    (found,) = blocks(small(block("mot", p("chữ"))), small(block("mot", p("chữ", style="GachDau"))))
    assert found.changes[0].looks == ("kiểu chữ: «thường» → «gạch đầu dòng»",)
    (found,) = blocks(small(p("x"), header=p("trang cũ")), small(p("x"), header=p("trang mới")))
    assert (found.name, found.changes) == ("đầu trang, chân trang", (Change("trang cũ", "trang mới"),))


def test_styles_and_pages() -> None:
    wide = edited(WHOLE, lambda text: re.sub(r'(<w:pgMar [^>]*w:left=")\d+', r"\g<1>2268", text))
    found = compare_styles(TEXT, read_text(LayerSource("x", PACK, wide)))
    assert [(item.of, item.name, item.new) for item in found] == [("trang", "lề trái", "40 mm")]
    data = edited(WHOLE, lambda text: text.replace('w:sz w:val="28"', 'w:sz w:val="26"'), "word/styles.xml")
    found = compare_styles(TEXT, read_text(LayerSource("x", PACK, data)))
    assert found
    assert {(item.name, item.old, item.new) for item in found} == {("cỡ chữ", "14", "13")}


def test_catalogue_fields_and_manifest(tmp_path: Path) -> None:
    old = small_pack(tmp_path / "cũ", package(block("mot", p("có {{ a.b }} và {{ a.d.truoc }}"))), MANIFEST,
                     CATALOGUE + "  a.d: {nhan: Số d, loai: dem}\n")  # fmt: skip
    new = small_pack(
        tmp_path / "mới",
        package(block("mot", p("có {{ a.b }} và {{ a.c }}"))),
        MANIFEST.replace('"1.0"', '"1.1"') + "noi_nhan: [Lưu]\n",
        CATALOGUE.replace("loai: dem", "loai: tien, bat_buoc: true")
        + "  a.c: {nhan: Số c, loai: dem, bat_buoc: true}\n",
    )
    found = compare_templates(str(old), str(new))
    assert (found.fields_new, found.fields_gone) == ({"a.c": "Số c"}, {"a.d": "Số d"})
    assert [(item.id, item.state, item.required) for item in found.indicators] == [
        ("a.b", "doi", True),
        ("a.c", "them", True),
        ("a.d", "bo", False),
    ]
    assert found.indicators[0].changes == (
        ValueChange("a.b", "loại", "dem", "tien"),
        ValueChange("a.b", "bắt buộc", "không", "có"),
    )
    assert found.manifest == (
        ValueChange("gói", "phiên bản", "1.0", "1.1"),
        ValueChange("gói", "nơi nhận", "", "Lưu"),
    )
    assert lines(found).splitlines()[1:] == [
        "",
        "Chữ trong báo cáo",
        "  mot (khối có chữ đổi)",
        "    đoạn cũ:  «có {{ a.b }} và [[{{ a.d.truoc }}]]»",
        "         mới: «có {{ a.b }} và [[{{ a.c }}]]»",
        "",
        "Số liệu chỉ bản mới in",
        "  a.c: Số c",
        "",
        "Số liệu chỉ bản cũ in",
        "  a.d: Số d",
        "",
        "Danh mục chỉ tiêu",
        "  a.b «Số a»: loại: dem → tien; bắt buộc: không → có",
        "  thêm a.c «Số c», bắt buộc",
        "  bỏ a.d «Số d»",
        "",
        "Gói",
        "  phiên bản: 1.0 → 1.1",
        "  nơi nhận: không → Lưu",
    ]


@pytest.mark.parametrize("pack", [item.id for item in list_packs()])
def test_a_pack_written_out_reads_back_the_same(pack: str, tmp_path: Path) -> None:
    whole = find_pack(pack)
    folder = tmp_path / "goc"
    small_pack(
        folder, WHOLE, manifest_file(whole.manifest).decode(), catalogue_file(whole.catalogue).decode()
    )
    read = find_pack(folder)
    assert read.catalogue == whole.catalogue
    assert (read.manifest.version, read.manifest.recipients) == (
        whole.manifest.version,
        whole.manifest.recipients,
    )


def test_words_that_differ_are_marked_and_the_rest_is_shortened() -> None:
    old, new = marked("một hai ba", "một bốn ba")
    assert (old, new) == ("một [[hai]] ba", "một [[bốn]] ba")
    before = " ".join(f"từ{number}" for number in range(40))
    old, new = marked(before, before.replace("từ20", "khác"))
    assert new == "…từ14 từ15 từ16 từ17 từ18 từ19 [[khác]] từ21 từ22 từ23 từ24 từ25 từ26…"
    assert old == new.replace("khác", "từ20")


def shown(old: LayerSource, new: LayerSource, *, every: bool = False) -> list[str]:
    return [line.strip() for line in told_blocks(blocks(old, new), every=every)]


def test_a_table_that_goes_is_one_line() -> None:
    rows = [["Nội dung", "Số"], ["Hồ sơ", "{{ a.b }}"], ["{%tr if x %}", ""], ["{%tr endif %}", ""]]
    old, new = small(block("mot", p("chữ"), tbl(*rows))), small(block("mot", p("chữ")))
    assert shown(old, new)[1:] == ["bỏ bảng 02 cột, 04 ô có chữ: «Nội dung; Số; Hồ sơ; …» (còn nữa…)"]
    assert "bỏ đoạn: «Hồ sơ»" in shown(old, new, every=True)


def test_a_whole_block_and_many_paragraphs_are_summed_up() -> None:
    many = [p(f"câu số {number}") for number in ("một", "hai", "ba", "bốn", "năm")]
    inside, whole = small(block("mot", p("chữ"))), small(block("mot", p("chữ"), *many))
    assert shown(inside, whole)[1:] == [
        "thêm đoạn: «câu số một»",
        "thêm đoạn: «câu số hai»",
        "thêm 03 đoạn nữa, từ «câu số ba» (còn nữa…)",
    ]
    assert len(shown(inside, whole, every=True)) == 6
    assert shown(small(p("x")), small(p("x") + block("mot", *many))) == [
        "mot (khối mới)",
        "gồm 05 đoạn; mở đầu: «câu số một» (còn nữa…)",
    ]


def test_runs_of_tags_are_one_line_and_stand_back_beside_text() -> None:
    plain = small(block("mot", p("chữ")))
    tags = small(
        block("mot", p("{%p if a %}"), p("{%p if b %}"), p("chữ"), p("{%p endif %}"), p("{%p endif %}"))
    )
    assert shown(plain, tags)[1:] == ["thêm dòng thẻ: «{%p if a %}» và 01 dòng thẻ nữa (còn nữa…)"]
    beside = small(
        block("mot", p("chữ"), p("{%p if a %}"), p("câu {% if b %}hay{% endif %}"), p("{%p endif %}"))
    )
    assert shown(plain, beside)[1:] == ["thêm đoạn: «câu hay»"]


def test_blocks_that_only_moved_are_one_line() -> None:
    one, two, three = (block(name, p(f"chữ {name}")) for name in ("mot", "hai", "ba"))
    four = block("bon", p("bốn"), p("năm"))
    assert shown(small(one + two + three + four), small(three + four + one + two)) == [
        "ba, bon (khối chuyển sang chỗ khác)"
    ]


def test_a_drawn_rule_is_told_by_what_it_is_under() -> None:
    without = edited(WHOLE, lambda text: re.sub(r"<w:p>(?:(?!</w:p>).)*ke_tieu_ngu.*?</w:p>", "", text))
    (found,) = compare_blocks(TEXT, read_text(LayerSource("mau.docx", PACK, without)))
    assert (found.name, found.changes) == ("quoc_hieu", (Change("[đường kẻ dưới tiêu ngữ]", ""),))
    dropped = edited(WHOLE, lambda text: text.replace('descr="ke: ke_tieu_ngu()"', 'descr=""'))
    assert compare_blocks(TEXT, read_text(LayerSource("mau.docx", PACK, dropped))) == ()
