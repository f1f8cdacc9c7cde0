"""`baocao mau sao-chep`: what a unit gets to edit in Word prints what the pack prints, and loses nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from authoring_kit import (
    BUILTIN,
    CATALOGUE,
    MANIFEST,
    PACK,
    W,
    blocks_in,
    differing,
    edit_file,
    edited,
    folder_of,
    outer_blocks_in,
    parts_of,
    small_pack,
    words_in,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import baocao
from baocao.authoring.chain import read_sheet
from baocao.authoring.compose import compose
from baocao.authoring.copying import copy_template
from baocao.authoring.extract import extract_blocks
from baocao.check.opens import check_opens
from baocao.cli import run
from baocao.errors import OutputError, PackError
from baocao.packs.finder import find_pack, list_packs
from baocao.template import LayerSource
from small_docx import REL, note, notes_of, p, package, r, read_part, ref, tbl

WHOLE = LayerSource(str(BUILTIN / "mau.docx"), PACK, (BUILTIN / "mau.docx").read_bytes())
OUTLINE = read_sheet(WHOLE).outline
BLOCKS = list(OUTLINE.spans)
DATA = "2025.yaml"


@pytest.fixture
def unit(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of a unit without templates of its own, which one stands in."""
    shutil.copytree(samples / "xa-mau", tmp_path / "xã Minh Họa")
    monkeypatch.chdir(tmp_path / "xã Minh Họa")
    return tmp_path / "xã Minh Họa"


def report(folder: Path, data: str = DATA) -> bytes:
    made = baocao.make_report(folder / data, draft=True)
    assert made.data is not None, made.findings
    return made.data


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> bytes:
    """The sample's report as the built-in template prints it."""
    folder = tmp_path_factory.mktemp("goc")
    shutil.copytree(samples / "xa-mau", folder, dirs_exist_ok=True)
    shutil.rmtree(folder / "mau", ignore_errors=True)
    return report(folder)


def test_a_whole_template_is_the_packs_own_and_prints_the_same(unit: Path, plain: bytes) -> None:
    made = copy_template(PACK, unit)
    own = unit / "mau" / PACK
    assert made.template == own / "mau.docx"
    assert made.template.read_bytes() == (own / "goc" / "mau.docx").read_bytes() == WHOLE.data
    assert (own / "goi.yaml").read_text(encoding="utf-8").splitlines()[1:] == [
        "ma: cchc-nam",
        "dang: 1",
        f'lam_cho: "{find_pack(PACK).manifest.version}"',
    ]
    assert report(unit) == plain


@pytest.mark.parametrize("nested", [False, True], ids=["outer", "nested"])
def test_every_block_copied_on_its_own_prints_the_same(unit: Path, plain: bytes, nested: bool) -> None:
    """All blocks of one level at once: each stands in the copy between tags of its own."""
    names = [name for name, span in OUTLINE.spans.items() if bool(span.outer) == nested]
    copied = copy_template(PACK, unit, names)
    assert outer_blocks_in(copied.template.read_bytes()) == names or nested
    assert set(names) <= set(blocks_in(copied.template.read_bytes()))
    assert differing(report(unit), plain) == []


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(BLOCKS))
def test_any_single_block_prints_the_same(unit: Path, plain: bytes, name: str) -> None:
    shutil.rmtree(unit / "mau", ignore_errors=True)
    copy_template(PACK, unit, [name])
    assert differing(report(unit), plain) == []


@pytest.mark.parametrize("name", BLOCKS)
def test_a_single_block_is_the_text_between_its_tags_and_nothing_else(name: str) -> None:
    data = extract_blocks(WHOLE, [name])
    assert check_opens(data) == ()
    span = OUTLINE.spans[name]
    inside = [
        text
        for item in (span.first, *span.content(), span.last)
        for paragraph in item.iter(W + "p")
        if (text := "".join(piece.text or "" for piece in paragraph.iter(W + "t"))).strip()
    ]
    lead, hint, *rest = words_in(data)
    assert (lead, hint[:2], rest) == ('{%p extends "cchc-nam" %}', "{#", inside)
    used = sum(len(list(item.iter(W + "footnoteReference"))) for item in span.content())
    ids = re.findall(rf'footnoteReference {"w:id"}="(\d+)"', read_part(data))
    assert ids == [str(number) for number in range(1, used + 1)]
    assert list(notes_of(data)) == ids
    same = {"word/styles.xml", "word/numbering.xml", "word/header1.xml", "word/theme/theme1.xml"}
    assert all(parts_of(data)[part] == parts_of(WHOLE.data)[part] for part in same)


def test_a_block_of_a_cell_becomes_paragraphs_of_the_body() -> None:
    root = read_sheet(LayerSource("x", PACK, extract_blocks(WHOLE, ["noi_nhan"]))).body
    assert {item.tag for item in root} == {W + "p", W + "sectPr"}


def test_the_text_in_effect_is_copied_and_its_file_told(
    tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A unit that has changed blocks: one of its own, and one around several of them."""
    shutil.copytree(samples / "tan-hong", tmp_path / "th")
    monkeypatch.chdir(tmp_path / "th")
    own = Path("mau") / PACK / "mau.docx"
    made = copy_template(PACK, tmp_path / "ngoài", ["mo_dau", "tthc", "ket_qua_ten"])
    assert {name: Path(file).resolve() for name, file in made.blocks.items()} == {
        "mo_dau": own.resolve(),
        "ket_qua_ten": BUILTIN / "mau.docx",
        "tthc": BUILTIN / "mau.docx",
    }
    told = words_in(made.template.read_bytes())
    assert next(text for text in words_in(own.read_bytes()) if text.startswith("Ngay từ đầu năm")) in told


def test_a_layered_template_made_one_prints_the_same(tmp_path: Path, samples: Path) -> None:
    shutil.copytree(samples / "tan-hong", tmp_path / "th")
    before = baocao.make_report(tmp_path / "th" / "2023.yaml")
    copied = copy_template(PACK, tmp_path / "th", overwrite=True)
    after = baocao.make_report(tmp_path / "th" / "2023.yaml")
    assert before.data is not None
    assert after.data is not None
    assert "extends" not in "".join(words_in(copied.template.read_bytes()))
    assert differing(before.data, after.data) == []
    blocks = copy_template(PACK, tmp_path / "khac", BLOCKS)
    assert outer_blocks_in(blocks.template.read_bytes()) == [
        name for name in BLOCKS if not OUTLINE.spans[name].outer
    ]


def in_chain(*layers: bytes) -> list[LayerSource]:
    return [LayerSource(f"{place}.docx", "goi", data) for place, data in enumerate(layers)]


def block(name: str, *content: str) -> str:
    return p(f"{{%p block {name} %}}") + "".join(content) + p("{%p endblock %}")


EXTENDS = p('{%p extends "goi" %}')
BASE = package(
    block("mot", p("gốc một", ref(1))) + block("hai", p("gốc hai"), block("trong", p("gốc trong", ref(2)))),
    notes=note(1, "ghi một") + note(2, "ghi trong"),
)


def made(*layers: bytes) -> list[str]:
    return [text for text in words_in(compose(in_chain(*layers)).data) if not text.startswith("{%")]


def test_super_gives_way_to_the_text_it_stands_for() -> None:
    over = package(EXTENDS + block("hai", p("trước"), p("{{p super() }}"), p("sau")))
    assert made(over, BASE) == ["gốc một", "trước", "gốc hai", "gốc trong", "sau"]
    top = package(EXTENDS + block("trong", p("riêng")) + block("hai", p("{{p super() }}"), p("cuối")))
    assert made(top, over, BASE) == ["gốc một", "trước", "gốc hai", "riêng", "sau", "cuối"]


def test_super_called_twice_leaves_one_block_of_each_name() -> None:
    over = package(EXTENDS + block("hai", p("{{p super() }}"), p("{{p super() }}")))
    data = compose(in_chain(over, BASE)).data
    assert made(over, BASE) == ["gốc một", "gốc hai", "gốc trong", "gốc hai", "gốc trong"]
    assert blocks_in(data) == ["mot", "hai", "trong"]


def codes(call: pytest.ExceptionInfo[baocao.BaocaoError]) -> list[str]:
    return [item.code for item in call.value.findings]


@pytest.mark.parametrize(
    ("layers", "code"),
    [
        (
            [package(EXTENDS + block("hai", p("a {% if super() %}b{% endif %}"))), BASE],
            "khoi-super-trong-cau",
        ),
        (
            [package(EXTENDS + block("trong", p("x"), block("hai", p("{{p super() }}")))), BASE],
            "khoi-vong",
        ),
    ],
    ids=["super in a sentence", "circle"],
)
def test_what_cannot_be_put_together_is_told(layers: list[bytes], code: str) -> None:
    with pytest.raises(PackError) as caught:
        compose(in_chain(*layers))
    assert codes(caught) == [code]


def test_everything_a_block_refers_to_comes_along(tmp_path: Path) -> None:
    rels = (
        f'<Relationship Id="rId7" Type="{REL}/hyperlink" Target="https://vidu.vn" TargetMode="External"/>'
        f'<Relationship Id="rId8" Type="{REL}/image" Target="media/hinh.png"/>'
        f'<Relationship Id="rId9" Type="{REL}/image" Target="media/khac.png"/>'
    )
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl>'
    )
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'  # noqa: E501
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/><a:blip r:embed="{}"/></wp:inline></w:drawing></w:r>'  # noqa: E501
    content = (
        p("mục", ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', style="GachDau")
        + p(f'<w:hyperlink r:id="rId7">{r("trang")}</w:hyperlink>')
        + p(picture.format("rId8"))
        + tbl(["ô một", "ô hai"])
    )
    base = package(
        block("mot", content) + block("hai", p(picture.format("rId9")), p("chữ", ref(1))),
        notes=note(1, "ghi"),
        rels=rels,
        numbering=lists,
        extra={"word/media/hinh.png": b"hinh", "word/media/khac.png": b"khac"},
    )
    data = extract_blocks(LayerSource("goc.docx", "goi", base), ["mot"])
    made = parts_of(data)
    assert check_opens(data) == ()
    assert [name for name in made if name.startswith("word/media/")] == ["word/media/hinh.png"]
    links = made["word/_rels/document.xml.rels"].decode()
    assert ("https://vidu.vn" in links, "hinh.png" in links, "khac.png" in links) == (True, True, False)
    assert made["word/numbering.xml"] == parts_of(base)["word/numbering.xml"]
    assert notes_of(data) == {}
    assert [text for text in words_in(data) if not text.startswith("{")] == ["mục", "trang", "ô một", "ô hai"]


def test_a_block_of_rows_keeps_its_table() -> None:
    rows = tbl(["tiêu đề", "b"], ["{%tr block dong %}", ""], ["x", "y"], ["{%tr endblock %}", ""])
    data = extract_blocks(LayerSource("goc.docx", "goi", package(rows)), ["dong"])
    root = read_sheet(LayerSource("x", "goi", data)).body
    assert [item.tag.removeprefix(W) for item in root] == ["p", "p", "tbl", "p", "sectPr"]
    assert [text for text in words_in(data) if not text.startswith("{")] == ["x", "y"]
    over = edited(data, lambda text: text.replace(">x<", ">mới<"))
    assert made(over, package(rows)) == ["tiêu đề", "b", "mới", "y"]


def test_tags_that_word_tore_or_that_share_a_paragraph() -> None:
    torn = p(r("{%p blo"), '<w:proofErr w:type="spellEnd"/>', r("ck mot %}"))
    shared = p("{%p endblock %}", "{%p block hai %}", "{%p if x %}")
    base = package(torn + p("một") + shared + p("hai") + p("{%p endif %}", "{%p endblock %}"))
    data = extract_blocks(LayerSource("goc.docx", "goi", base), ["hai"])
    assert words_in(data)[2:] == ["{%p block hai %}", "{%p if x %}", "hai", "{%p endif %}", "{%p endblock %}"]
    assert words_in(extract_blocks(LayerSource("goc.docx", "goi", base), ["mot"]))[3:-1] == ["một"]


# A template that is there already


def test_more_blocks_join_those_that_were_edited(unit: Path) -> None:
    copy_template(PACK, unit, ["ket_thuc", "the_che_ban_hanh"])
    own = unit / "mau" / PACK / "mau.docx"
    edit_file(own, "Trên đây là", "Trên đây là toàn bộ")
    edit_file(own, "văn bản quy phạm pháp luật", "VBQPPL")
    before = own.read_bytes()
    made = copy_template(PACK, unit, ["mo_dau", "the_che", "ket_thuc"])
    assert (list(made.blocks), made.held) == (["mo_dau", "the_che"], ("ket_thuc",))
    assert [path.read_bytes() for path in made.laid.old] == [before]
    assert outer_blocks_in(own.read_bytes()) == ["mo_dau", "the_che", "ket_thuc"]
    words = words_in(own.read_bytes())
    assert all(text in words for text in words_in(before)), "what was edited stays"
    assert differing_report(unit, before)


def differing_report(unit: Path, before: bytes) -> bool:
    """The report is the one that the file printed before blocks joined it."""
    own = unit / "mau" / PACK / "mau.docx"
    now, joined = own.read_bytes(), report(unit)
    own.write_bytes(before)
    alone = report(unit)
    own.write_bytes(now)
    return differing(alone, joined) == []


def test_blocks_that_are_there_are_not_copied_again(unit: Path) -> None:
    copy_template(PACK, unit, ["tthc"])
    own = unit / "mau" / PACK / "mau.docx"
    before = own.read_bytes()
    for names in (["tthc"], ["tthc_ten"], ["tthc", "tthc_bang"]):
        with pytest.raises(OutputError) as caught:
            copy_template(PACK, unit, names)
        assert codes(caught) == ["mau-da-co-khoi"]
    assert own.read_bytes() == before
    assert sorted(path.name for path in own.parent.iterdir()) == ["goc", "goi.yaml", "mau.docx"]


def test_ghi_de_gives_a_block_its_text_back_and_keeps_the_others(unit: Path, plain: bytes) -> None:
    copy_template(PACK, unit, ["ket_thuc", "tthc"])
    own = unit / "mau" / PACK / "mau.docx"
    edit_file(own, "Trên đây là", "Trên đây là toàn bộ")
    edit_file(own, "Cải cách thủ tục hành chính", "Cải cách TTHC")
    edit_file(own, "Kết quả, đã rà soát", "Đã rà soát")
    before = own.read_bytes()
    made = copy_template(PACK, unit, ["tthc_ten"], overwrite=True)
    words = "\n".join(words_in(own.read_bytes()))
    assert ("Cải cách TTHC" in words, "Đã rà soát" in words, "toàn bộ" in words) == (False, True, True)
    assert [path.read_bytes() for path in made.laid.old] == [before]
    copy_template(PACK, unit, ["tthc", "ket_thuc"], overwrite=True)
    assert differing(report(unit), plain) == []


def test_a_whole_template_is_not_replaced_unless_asked(unit: Path, plain: bytes) -> None:
    copy_template(PACK, unit)
    own = unit / "mau" / PACK / "mau.docx"
    edit_file(own, "Trên đây là", "Trên đây là toàn bộ")
    before = own.read_bytes()
    for names in ([], ["ket_thuc"]):
        with pytest.raises(OutputError) as caught:
            copy_template(PACK, unit, names)
        assert codes(caught) == ["mau-da-co"]
    assert own.read_bytes() == before
    made = copy_template(PACK, unit, overwrite=True)
    assert [path.read_bytes() for path in made.laid.old] == [before]
    assert report(unit) == plain


def test_the_original_is_brought_up_to_date_as_the_guide_says(unit: Path) -> None:
    """docs/mau-rieng.md, 7: a whole fresh copy, then the file that gave way takes its place again."""
    copy_template(PACK, unit, ["ket_thuc"])
    own = unit / "mau" / PACK / "mau.docx"
    edit_file(own, "Trên đây là", "Trên đây là toàn bộ")
    before = own.read_bytes()
    original = own.parent / "goc" / "mau.docx"
    original.write_bytes(b"phien ban cu")
    (aside,) = copy_template(PACK, unit, overwrite=True).laid.old
    own.unlink()
    aside.rename(own)
    assert original.read_bytes() == WHOLE.data
    assert own.read_bytes() == before


def test_a_whole_template_over_blocks_keeps_what_was_edited(unit: Path) -> None:
    copy_template(PACK, unit, ["ket_thuc"])
    own = unit / "mau" / PACK / "mau.docx"
    edit_file(own, "Trên đây là", "Trên đây là toàn bộ")
    before = report(unit)
    with pytest.raises(OutputError) as caught:
        copy_template(PACK, unit)
    assert codes(caught) == ["mau-da-co"]
    copy_template(PACK, unit, overwrite=True)
    assert "extends" not in "".join(words_in(own.read_bytes()))
    assert differing(report(unit), before) == []


def test_goi_yaml_of_the_unit_stays(unit: Path) -> None:
    own = folder_of({"goi.yaml": "noi_nhan: [Nơi khác]\n"}, unit / "mau" / PACK)
    copy_template(PACK, unit, ["ket_thuc"])
    assert (own / "goi.yaml").read_text(encoding="utf-8") == "noi_nhan: [Nơi khác]\n"


def test_the_original_is_no_layer_and_no_pack(unit: Path) -> None:
    copy_template(PACK, unit)
    assert [layer.folder for layer in find_pack(PACK, unit).layers] == [unit / "mau" / PACK, BUILTIN]
    assert [item.id for item in list_packs(unit)] == [item.id for item in list_packs()]
    original = find_pack(unit / "mau" / PACK / "goc")
    builtin = find_pack(PACK)
    assert original.manifest == builtin.manifest
    assert original.catalogue == builtin.catalogue


# Places and names


def test_a_folder_of_its_own_gets_the_files_straight(unit: Path, plain: bytes) -> None:
    made = copy_template(PACK, unit.parent / "thư mục mới" / "mẫu", ["ket_thuc"])
    assert made.template == unit.parent / "thư mục mới" / "mẫu" / "mau.docx"
    assert not made.in_unit
    own = baocao.make_report(unit / DATA, pack=str(made.template.parent), draft=True)
    assert own.data is not None
    assert differing(own.data, plain) == []


def test_the_command_says_what_to_do_next(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mau", "sao-chep", PACK, "--khoi", "mo_dau, ket_thuc"]) == 0
    said = capsys.readouterr().out
    file = os.path.join("mau", PACK, "mau.docx")
    assert f"Đã chép 02 khối của gói {PACK}" in said
    assert "  mo_dau: chữ của gói có sẵn\n" in said
    assert f"baocao mau kiem-tra {file}" in said
    assert "  3. Làm báo cáo: baocao tao\n" in said
    assert f"baocao mau so-sanh {os.path.join('mau', PACK, 'goc')} {PACK}" in said
    assert run(["mau", "sao-chep", PACK, "--khoi", "tthc", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [item["ten"] for item in told["khoi"]] == ["tthc"]
    assert told["tep_cu"] == [f"{file}.cu"]


def refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], str]:
    code = run([*words, "--json"])
    found = json.loads(capsys.readouterr().out)["phat_hien"]
    return code, [item["ma"] for item in found], found[0]["noi_dung"]


def test_an_unknown_block_or_pack(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found, text = refused(["mau", "sao-chep", PACK, "--khoi", "mo_dauu"], capsys)
    assert (code, found) == (3, ["khoi-khong-co"])
    assert text.endswith("Có phải «mo_dau» không?")
    assert run(["mau", "sao-chep", PACK, "--khoi", "mo_dauu"]) == 3
    assert f"baocao mau xem {PACK} --khoi" in capsys.readouterr().err
    assert run(["mau", "sao-chep", PACK, "--khoi", "mo_dauu"]) == 3
    told = capsys.readouterr().err
    assert f"«baocao mau xem {PACK} --khoi»" in told
    assert [name for name in BLOCKS if name in told] == ["mo_dau"]
    assert refused(["mau", "sao-chep", "cchc-nan"], capsys)[:2] == (3, ["goi-khong-co"])
    assert not (unit / "mau").exists()


def test_outside_of_a_working_folder_the_place_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refused(["mau", "sao-chep", PACK], capsys)[:2] == (2, ["chua-biet-noi-chep"])


def test_a_block_inside_a_sentence(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_pack(unit.parent / "goi", package(p("Số: {% block so %}1{% endblock %}") + block("hai", p("x"))))
    words = ["mau", "sao-chep", str(unit.parent / "goi"), str(unit.parent / "ra"), "--khoi"]
    assert refused([*words, "so"], capsys)[:2] == (3, ["khoi-trong-cau"])
    assert run([*words, "hai"]) == 0


def test_a_pack_that_stands_in_the_folder_itself(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_pack(unit / "mau" / "goi", package(block("hai", p("x"))), MANIFEST, CATALOGUE)
    assert refused(["mau", "sao-chep", "goi"], capsys)[:2] == (4, ["mau-la-goc"])


def test_a_file_in_the_place_of_the_folder(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (unit / "mau").write_text("x", encoding="utf-8")
    assert refused(["mau", "sao-chep", PACK], capsys)[:2] == (4, ["thu-muc-la-tep"])


def test_a_template_open_in_word(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mau", "sao-chep", PACK]) == 0
    capsys.readouterr()
    own = unit / "mau" / PACK
    (own / "~$mau.docx").write_bytes(b"")
    assert refused(["mau", "sao-chep", PACK, "--ghi-de"], capsys)[:2] == (4, ["tep-dang-mo"])
    assert sorted(path.name for path in own.iterdir()) == ["goc", "goi.yaml", "mau.docx", "~$mau.docx"]


def test_a_folder_that_may_not_be_written(
    unit: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert refused(["mau", "sao-chep", PACK], capsys)[:2] == (4, ["thu-muc-khong-duoc-tao"])


def test_the_text_of_the_unit_above(
    tmp_path: Path, samples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("tinh", "xa"):
        shutil.copytree(samples / "xa-mau", tmp_path / name)
    profile = tmp_path / "xa" / "don-vi.yaml"
    profile.write_text(
        "cap_tren: ../tinh/don-vi.yaml\n" + profile.read_text(encoding="utf-8"), encoding="utf-8"
    )
    above = copy_template(PACK, tmp_path / "tinh", ["ket_thuc", "tthc_ten"]).template
    edit_file(above, "Trên đây là", "Trên đây là toàn bộ")
    before = report(tmp_path / "xa")
    assert run(["mau", "sao-chep", PACK, str(tmp_path / "xa"), "--khoi", "ket_thuc,mo_dau"]) == 0
    assert f"  ket_thuc: chữ của đơn vị cấp trên ({above})\n" in capsys.readouterr().out
    own = tmp_path / "xa" / "mau" / PACK / "mau.docx"
    assert any("Trên đây là toàn bộ" in text for text in words_in(own.read_bytes()))
    assert differing(report(tmp_path / "xa"), before) == []
    copy_template(PACK, tmp_path / "xa", overwrite=True)
    assert "extends" not in "".join(words_in(own.read_bytes()))
    assert differing(report(tmp_path / "xa"), before) == []


def test_a_copy_has_no_lint_finding(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--khoi", ",".join(BLOCKS)], ["--ghi-de"]):
        assert run(["mau", "sao-chep", PACK, *words]) == 0
        capsys.readouterr()
        assert run(["mau", "kiem-tra", os.path.join("mau", PACK), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["phat_hien"] == []
