"""Texts in TCVN3 and VNI are told from proper Unicode."""

from __future__ import annotations

import pytest

from baocao.vietnamese.legacy import legacy_word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ñy ban nh©n d©n x· Phó Léc", "ñy"),
        ("Lª ThÞ Hoa", "Lª"),
        ("x· Phó Léc", "x·"),
        ("®¬n vÞ", "®¬n"),
        ("§iÒu 5", "§iÒu"),
        ("c«ng viÖc", "c«ng"),
        ("TrÇn V¨n B", "TrÇn"),
        ("Uûy ban nhaân daân xaõ Phuù Loäc", "Uûy"),
        ("Leâ Thò Hoa", "Leâ"),
        ("Nguyeãn Vaên A", "Nguyeãn"),
        ("ñaõ giải quyết 5 hoà sô lieäu", "ñaõ"),
    ],
)
def test_old_encodings_are_found(text, word):
    assert legacy_word(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "", "UBND", "5·10", "§ 3 và §5", "Microsoft®", "© 2023 UBND", "m² và 5 µm", "5 N·m", "10 kW·h", "m×m",
        "hoà bình", "hoá học", "thuý", "quí quà gì gìn giá uý già", "São Tomé", "Müller", "Köln", "señor",
        "naïve", "Haïti", "Curaçao", "Niño Québec Noël café", "«an» «cho» «mình»", "ô tô xì-tin gôn", "½ giờ",
        "Ê-đê Hrê Krông Êa", "Lò Văn Páo, Giàng A Phìn", "nhân\xaddân làm\xadviệc", "Pờ Ê, Y Tý, Pháp", "Ð",
        "Ông Ích Khiêm", "20°C", "1º", "â · × ÷ ¹", "Xín Mần, Lào Cai, Mèo Vạc, Phố Cáo",
    ],
)  # fmt: skip
def test_correct_texts_pass(text):
    assert legacy_word(text) == ""
    assert [word for word in text.split() if legacy_word(word)] == []


def test_a_single_odd_word_in_a_unicode_text_passes():
    assert legacy_word("Đoàn chuyên gia Thaï đến làm việc") == ""
