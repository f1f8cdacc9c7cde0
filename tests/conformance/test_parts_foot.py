"""Nơi nhận and signature of hand-typed documents, with and without a fault."""

from __future__ import annotations

import pytest

from conformance.parts_kit import (
    LAST,
    NAME,
    PLACE_DATE,
    PROSE,
    SENT,
    SIGNED,
    body,
    closed,
    foot,
    found,
    head,
    parts_of,
    say,
    send,
    sign,
    title,
    two_columns,
)


def columns(left, right, bold=()):
    return closed(lambda d: two_columns(d, left, right, bold))


def _whole(parts):
    assert found(parts, "noi_nhan_tu") == ["Nơi nhận:"]
    assert found(parts, "noi_nhan") == list(SENT)
    assert found(parts, "quyen_han") == list(SIGNED)
    assert found(parts, "nguoi_ky") == [NAME]
    assert found(parts, "prose") == [PROSE, LAST]
    assert parts.unsure == {}
    assert parts.data_tables == ()


@pytest.mark.parametrize(
    "word", ["Nơi nhận:", "Nơi nhận", "NƠI NHẬN:", "Nơi nhân:", "Noi nhan:", "Nơi nhận :"]
)
def test_words_with_a_slip(word):
    parts = columns((word, *SENT), (*SIGNED, "", "", NAME))
    assert found(parts, "noi_nhan_tu") == [word]
    assert found(parts, "noi_nhan") == list(SENT)
    assert found(parts, "nguoi_ky") == [NAME]


def test_words_and_first_item_on_one_line():
    parts = columns(("Nơi nhận: - Như trên;", *SENT[1:]), (*SIGNED, "", "", NAME))
    assert found(parts, "noi_nhan_tu") == ["Nơi nhận: - Như trên;"]
    assert found(parts, "noi_nhan") == list(SENT[1:])


@pytest.mark.parametrize(
    "items",
    [
        ("Như trên;", "Thường trực Đảng ủy;", "Lưu: VT."),
        ("+ Như trên;", "+ Lưu: VT."),
        ("- Như trên;", "Giám đốc, các Phó Giám đốc Sở;", "- Lưu: VT."),
        ("- Như trên", "- Lưu VT"),
        ("– Như trên;", "– Lưu: VT, CCHC."),
    ],
)
def test_items_with_a_slip(items):
    parts = columns(("Nơi nhận:", *items), (*SIGNED, "", "", NAME))
    assert found(parts, "noi_nhan") == list(items)
    assert found(parts, "quyen_han") == list(SIGNED)


def test_drafter_below_the_list():
    parts = columns(("Nơi nhận:", *SENT, "PL.(300)"), (*SIGNED, "", "", NAME))
    assert found(parts, "drafter") == ["PL.(300)"]
    assert found(parts, "noi_nhan") == list(SENT)


@pytest.mark.parametrize(
    "authority",
    [
        ("CHỦ TỊCH",),
        ("GIÁM ĐỐC",),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ("T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("TM ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("Tm. Ủy ban nhân dân", "Chủ tịch"),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TICH"),
        ("Q. GIÁM ĐỐC",),
        ("TRƯỞNG CÔNG AN XÃ",),
        ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
    ],
)
def test_authority_with_a_slip(authority):
    parts = columns(("Nơi nhận:", *SENT), (*authority, "", "", NAME))
    assert found(parts, "quyen_han") == list(authority)
    assert found(parts, "nguoi_ky") == [NAME]


@pytest.mark.parametrize(
    "name",
    [
        "LÊ VĂN TÁM",
        "ThS. Lê Văn Tám",
        "Lê Tám",
        "Nguyễn Thị Thúy Kiều Oanh",
        "Phó Đức Phương",
        "Ông Lê Văn Tám",
    ],
)
def test_names(name):
    parts = columns(("Nơi nhận:", *SENT), (*SIGNED, "", name))
    assert found(parts, "nguoi_ky") == [name]
    assert found(parts, "quyen_han") == list(SIGNED)


def test_name_missing():
    parts = columns(("Nơi nhận:", *SENT), (*SIGNED, "", ""))
    assert found(parts, "nguoi_ky") == []
    assert found(parts, "quyen_han") == list(SIGNED)


def test_room_for_the_signature_is_no_line():
    parts = columns(("Nơi nhận:", *SENT), (*SIGNED, "(Đã ký)", NAME))
    assert found(parts, "quyen_han") == list(SIGNED)
    assert found(parts, "nguoi_ky") == [NAME]


def test_list_below_the_table_of_the_signature():
    _whole(closed(lambda d: two_columns(d, (), (*SIGNED, "", "", NAME)), send))


@pytest.mark.parametrize("at", [0, 1])
def test_an_item_without_its_dash_outside_tables(at):
    items = [text.removeprefix("- ") if place == at else text for place, text in enumerate(SENT)]
    parts = closed(sign, lambda d: [say(d, text) for text in ("Nơi nhận:", *items)])
    assert found(parts, "noi_nhan") == items
    assert found(parts, "nguoi_ky") == [NAME]


def test_columns_swapped():
    _whole(columns((*SIGNED, "", "", NAME), ("Nơi nhận:", *SENT)))


def test_words_missing():
    parts = columns(SENT, (*SIGNED, "", "", NAME))
    assert found(parts, "noi_nhan_tu") == []
    assert found(parts, "noi_nhan") == list(SENT)
    assert found(parts, "nguoi_ky") == [NAME]


def test_list_missing():
    parts = columns((), (*SIGNED, "", "", NAME))
    assert (found(parts, "noi_nhan_tu"), found(parts, "noi_nhan")) == ([], [])
    assert found(parts, "quyen_han") == list(SIGNED)
    assert found(parts, "prose") == [PROSE, LAST]


def test_name_in_a_row_of_its_own():
    def rows(document):
        table = document.add_table(2, 2)
        for text in ("Nơi nhận:", *SENT):
            say(table.rows[0].cells[0], text)
        for text in SIGNED:
            say(table.rows[0].cells[1], text, align="center", bold=True)
        say(table.rows[1].cells[1], NAME, align="center", bold=True)

    _whole(closed(rows))


def test_table_with_a_grid():
    def ruled(document):
        table = document.add_table(1, 2, style="Table Grid")
        for text in ("Nơi nhận:", *SENT):
            say(table.rows[0].cells[0], text)
        for text in (*SIGNED, "", NAME):
            say(table.rows[0].cells[1], text, align="center", bold=True)

    _whole(closed(ruled))


@pytest.mark.parametrize("steps", [(sign, send), (send, sign)])
def test_indented_paragraphs_in_either_order(steps):
    _whole(closed(*steps))


def test_indented_paragraphs_without_the_list():
    parts = closed(sign)
    assert found(parts, "quyen_han") == list(SIGNED)
    assert found(parts, "nguoi_ky") == [NAME]
    assert found(parts, "prose") == [PROSE, LAST]


def test_tabs():
    def tabbed(document):
        rows = (
            ("Nơi nhận:", SIGNED[0]),
            (SENT[0], SIGNED[1]),
            (SENT[1], ""),
            (SENT[2], ""),
            ("", ""),
            ("", NAME),
        )
        for left, right in rows:
            say(document, f"{left}\t\t\t\t\t\t{right}".rstrip() if right else left)

    _whole(closed(tabbed))


def test_the_end_without_its_sign_is_text():
    text = LAST.removesuffix("./.")
    parts = parts_of(head, title, lambda d: body(d, PROSE, text), sign, send)
    assert found(parts, "prose") == [PROSE, text]


def test_items_at_the_end_of_the_text_are_no_recipients():
    parts = parts_of(
        head, title, lambda d: body(d, PROSE, "- Đề nghị quan tâm;", "- Hỗ trợ kinh phí."), send, sign
    )
    assert len(parts.prose) == 3
    assert found(parts, "noi_nhan") == list(SENT)


def test_date_above_the_signature():
    def dated(document):
        two_columns(
            document,
            (*SENT[:0], "ỦY BAN NHÂN DÂN", "XÃ TÂN PHƯỚC", "Số: 2/BC-UBND"),
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        )

    parts = parts_of(
        dated, title, body, lambda d: two_columns(d, ("Nơi nhận:", *SENT), (PLACE_DATE, *SIGNED, "", NAME))
    )
    assert found(parts, "dia_danh_ngay") == [PLACE_DATE]
    assert found(parts, "quyen_han") == list(SIGNED)


def test_two_signers_are_for_a_person_to_look_at():
    right = ("GIÁM ĐỐC", "", "Trần Văn Bốn")
    parts = columns(("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "", "Lê Thị Ba"), right)
    assert set(parts.unsure) == {"quyen_han", "nguoi_ky"}
    assert (parts.quyen_han, parts.nguoi_ky, parts.signing) == ((), (), ())


@pytest.mark.parametrize(("begin", "doubtful"), [("Phụ lục", False), ("Phần tiếp theo", True)])
def test_a_second_signature_is_one_only_outside_an_appendix(begin, doubtful):
    def second(document):
        say(document, begin, align="center", bold=True)
        body(document, PROSE)

    parts = closed(foot, second, foot)
    assert ("nguoi_ky" in parts.unsure) is doubtful
    assert found(parts, "nguoi_ky") == [NAME]


def test_agency_address_at_the_foot_of_the_page():
    def address(document):
        document.sections[0].footer.paragraphs[0].add_run(
            "Địa chỉ: ấp 1, xã Tân Phước; điện thoại: 0277.123456"
        )

    parts = closed(foot, address)
    assert found(parts, "address") == ["Địa chỉ: ấp 1, xã Tân Phước; điện thoại: 0277.123456"]
