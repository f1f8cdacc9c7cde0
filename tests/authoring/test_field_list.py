"""The Word list of fields: every field is in it, and what it says to paste prints what it says it prints."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from baocao.authoring.field_examples import (
    block_rows,
    condition_rows,
    filter_rows,
    fragment_rows,
    list_rows,
    table_example,
)
from baocao.authoring.field_list import field_list
from baocao.authoring.field_rows import IF_TRUE, Row, field_rows
from baocao.check.opens import check_opens
from baocao.cli import run
from baocao.derive.fields import fields
from baocao.derive.sample import sample_context
from baocao.packs.finder import find_pack
from baocao.packs.pack import Pack
from outside_tools import audit_faults, converted, integrity_faults, sdk_faults
from small_docx import p, package, paragraphs, produced, r, read_part, tbl, tc

MARK = "§"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return find_pack("cchc-nam")


@pytest.fixture(scope="module")
def made(pack: Pack) -> bytes:
    return field_list(pack)


def typed(text: str) -> str:
    return p(r(html.escape(text, quote=False)))


def rendered(pack: Pack, pieces: Iterable[str]) -> list[list[str]]:
    """What each piece of a template prints with the sample data: its paragraphs."""
    body = "".join(typed(MARK) + piece for piece in pieces)
    out: list[list[str]] = []
    for text in paragraphs(produced(package(body), sample_context(pack), draft=True)):
        if text == MARK:
            out.append([])
        else:
            out[-1].append(text.replace("\u00a0", " "))
    return out


def pieces_of(rows: Iterable[Row]) -> list[str]:
    """The paragraphs to paste; a column of a list within that list's own loop."""
    pieces, loop = [], ("", "")
    for row in rows:
        if row.paste[0].startswith("{%p for m in "):
            loop = row.paste[0], row.paste[-1]
        inside = row.what.endswith("(của từng dòng)")
        lines = (loop[0], *row.paste, loop[1]) if inside else row.paste
        pieces.append("".join(map(typed, lines)))
    return pieces


def expected(row: Row) -> list[str]:
    """A list of the unit prints each entry as a paragraph; the list of fields names them on one line."""
    if row.printed == IF_TRUE:
        return ["…"]
    if row.paste[0].startswith("{%p for d in "):
        return [text for text in row.printed.split("; ") if text]
    return [row.printed.replace("\u00a0", " ")]


def test_every_field_of_the_pack_prints_what_the_list_says(pack: Pack) -> None:
    rows = [row for items in field_rows(pack).groups.values() for row in items]
    true = [row for row in rows if row.printed == IF_TRUE]
    assert {row.kind for row in true} == {"có/không"}
    results = rendered(pack, pieces_of(rows))
    assert [(row.what, lines) for row, lines in zip(rows, results, strict=True)] == [
        (row.what, expected(row)) for row in rows
    ]


def test_unit_period_and_head_print_what_the_list_says(pack: Pack) -> None:
    rows = [row for items in field_rows(pack).views.values() for row in items if row.printed != IF_TRUE]
    results = rendered(pack, pieces_of(rows))
    assert [
        (row.what, [line for line in lines if line]) for row, lines in zip(rows, results, strict=True)
    ] == [(row.what, [line for line in expected(row) if line]) for row in rows]


def test_examples_print_what_the_list_says(pack: Pack) -> None:
    rows = [*condition_rows(pack), *list_rows(pack), *filter_rows()]
    results = rendered(pack, pieces_of(rows))
    assert [(row.what, lines) for row, lines in zip(rows, results, strict=True)] == [
        (row.what, expected(row)) for row in rows
    ]


def test_the_details_of_a_number_print_what_the_list_says(pack: Pack) -> None:
    rows = [row for row in field_rows(pack).figure if row.printed and row.printed != IF_TRUE]
    assert len(rows) > 5
    assert rendered(pack, pieces_of(rows)) == [[row.printed] for row in rows]


def test_the_table_example_repeats_its_row(pack: Pack) -> None:
    example = table_example(pack)
    assert example is not None
    rows = [[tc(typed(text)) for text in line] for line in example.rows]
    (lines,) = rendered(pack, [tbl(*rows, columns=len(example.rows[0]))])
    labels = [one.label for one in example.indicator.fields]
    assert lines[: len(labels) + 1] == ["STT", *labels]
    assert lines[len(labels) + 1] == "1"
    assert len(lines) == 2 * (len(labels) + 1)


def test_every_field_stands_in_the_document(pack: Pack, made: bytes) -> None:
    texts = paragraphs(made)
    for field in fields(pack):
        assert any(text.startswith(field.tag) for text in texts), field.tag
    for label in pack.catalogue.groups.values():
        assert label in texts


def test_it_is_a_document_and_no_template(made: bytes) -> None:
    document = read_part(made)
    assert "{{ tthc.tiep_nhan }}</w:t>" in document
    assert 'w:orient="landscape"' in document
    assert document.count("<w:tblHeader/>") == document.count("<w:tbl>")


def test_what_is_pasted_brings_no_look_of_its_own(made: bytes) -> None:
    """A tag stands in the letters of the body: no size, font or colour of its own."""
    start = read_part(made).index("{{ tthc.tiep_nhan }}")
    run = read_part(made)[:start].rpartition("<w:r>")[2]
    assert run == '<w:rPr><w:noProof/></w:rPr><w:t xml:space="preserve">'


def test_the_first_page_says_how_to_use_it(made: bytes) -> None:
    assert paragraphs(made)[:6] == [
        "CÁC TRƯỜNG DÙNG TRONG MẪU WORD",
        "Báo cáo kết quả cải cách hành chính năm",
        "Gói cchc-nam, phiên bản 1.0",
        "Tìm số hoặc chữ cần in: bấm Ctrl+F rồi gõ vài chữ trong tên của nó, ví dụ «Người hoặc cơ quan "
        "cho ý kiến chỉ đạo».",
        "Bôi đen cả thẻ ở cột «Thẻ để dán», kể cả hai dấu ngoặc nhọn, bấm Ctrl+C; sang mẫu Word, bấm chuột "
        "phải vào chỗ cần in và chọn kiểu dán chỉ giữ chữ (Keep Text Only).",
        "Tệp này chỉ để tra cứu: khi làm báo cáo, chương trình thay mỗi thẻ trong mẫu bằng số liệu của đơn "
        "vị, viết như ở cột «In ra» (số và chữ ở cột đó chỉ là ví dụ).",
    ]


def test_the_same_pack_gives_the_same_bytes(pack: Pack, made: bytes) -> None:
    assert field_list(pack) == made


def test_the_blocks_of_the_ready_parts_are_in_the_built_in_template(pack: Pack) -> None:
    template = read_part(pack.layers[-1].template.read_bytes())
    assert [row.paste[0] for row in block_rows() if row.paste[0] not in template] == []


def test_fragments_are_named_with_their_tag(tmp_path: Path) -> None:
    shelf = tmp_path / "mau" / "_manh"
    shelf.mkdir(parents=True)
    (shelf / "loi-ket.docx").write_bytes(package(p("Kết")))
    found = fragment_rows(find_pack("cchc-nam", tmp_path))
    row = Row("Phần «loi-ket» (thư mục đơn vị)", ('{%p include "loi-ket" %}',), "cả phần đó")
    assert row in found
    assert row.paste[0] in paragraphs(field_list(find_pack("cchc-nam", tmp_path)))


SMALL = {
    "khong-so": "chi_tieu:\n  chung.y_kien: {nhan: Ý kiến, loai: chu}\n",
    "mot-so": "chi_tieu:\n  tong: {nhan: Tổng số, loai: dem}\n",
    "danh-sach": "chi_tieu:\n  ds:\n    nhan: Các việc\n    loai: danh_sach\n    truong:\n"
    "      xong: {nhan: Đã xong, loai: co_khong}\n",
}


@pytest.mark.parametrize("name", SMALL)
def test_packs_without_numbers_lists_or_groups_have_a_list_too(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "goi.yaml").write_text(
        f'ma: {name}\nphien_ban: "1"\nten: Báo cáo & <thử>\ntrich_yeu: ["Thử {{ky}}"]\n', encoding="utf-8"
    )
    (folder / "chi-tieu.yaml").write_text(SMALL[name], encoding="utf-8")
    pack = find_pack(folder)
    data = field_list(pack)
    texts = paragraphs(data)
    assert all(any(text.startswith(field.tag) for text in texts) for field in fields(pack))
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    assert (audit_faults(path), integrity_faults(path)) == ([], [])


def test_the_validators_find_nothing(made: bytes, tmp_path: Path) -> None:
    path = tmp_path / "truong.docx"
    path.write_bytes(made)
    assert audit_faults(path) == []
    assert integrity_faults(path) == []
    assert check_opens(made) == ()


@pytest.mark.sdk
def test_open_xml_sdk_finds_nothing(made: bytes, tmp_path: Path) -> None:
    path = tmp_path / "truong.docx"
    path.write_bytes(made)
    assert sdk_faults(path) == []


@pytest.mark.libreoffice
def test_single_tags_stand_on_one_line(pack: Pack, made: bytes, tmp_path: Path) -> None:
    """As LibreOffice lays it out; a tag broken in two is hard to mark with the mouse."""
    import pdfplumber

    path = tmp_path / "truong.pdf"
    path.write_bytes(converted({"truong": made}, tmp_path, "pdf")["truong"])
    with pdfplumber.open(path) as pdf:
        printed = "\n".join(page.extract_text() for page in pdf.pages)
    tags = {
        row.paste[0] for items in field_rows(pack).groups.values() for row in items if len(row.paste) == 1
    }
    assert sorted(tag for tag in tags if tag not in printed) == []


# The command


def test_the_command_writes_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], made: bytes
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["mau", "truong", "cchc-nam", "--mau-word", "truong.docx"]) == 0
    assert Path("truong.docx").read_bytes() == made
    assert capsys.readouterr().out.startswith("Đã ghi ")
    assert run(["mau", "truong", "cchc-nam", "--mau-word", "truong.docx"]) == 4
    assert run(["mau", "truong", "cchc-nam", "--mau-word", "truong.docx", "--ghi-de", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["the"]
    assert run(["mau", "truong", "cchc-nam", "--mau-word", "truong.pdf"]) == 4


def test_the_only_pack_needs_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("baocao.packs.finder.list_packs", lambda folders: (find_pack("cchc-nam"),))
    assert run(["mau", "truong"]) == 0
    assert "{{ tthc.tiep_nhan }}" in capsys.readouterr().out


def test_in_a_working_folder_the_pack_of_the_data_needs_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "mau" / "rieng"
    own.mkdir(parents=True)
    (own / "goi.yaml").write_text(
        'ma: rieng\nphien_ban: "1"\nten: Báo cáo riêng\ntrich_yeu: ["Riêng"]\n', encoding="utf-8"
    )
    (own / "chi-tieu.yaml").write_text(SMALL["mot-so"], encoding="utf-8")
    (tmp_path / "don-vi.yaml").write_text("ten: Ủy ban nhân dân xã Minh Họa\ncap: xa\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["mau", "truong", "--json"]) == 2
    (fault,) = json.loads(capsys.readouterr().out)["phat_hien"]
    assert fault["ma"] == "chua-neu-goi"
    assert "cchc-nam" in fault["noi_dung"]
    assert "rieng" in fault["noi_dung"]
    (tmp_path / "so-lieu").mkdir()
    (tmp_path / "so-lieu" / "2026.yaml").write_text("goi: rieng\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "so-lieu")
    assert run(["mau", "truong", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["ten"] == "tong"
    assert run(["mau", "truong", "--mau-word", "../truong.docx"]) == 0
    assert "Báo cáo riêng" in paragraphs((tmp_path / "truong.docx").read_bytes())
