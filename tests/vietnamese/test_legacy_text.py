"""TCVN3 and VNI become Unicode letter by letter; what is Unicode already stays."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.vietnamese.legacy_text import (
    encoding_of_font,
    pieces_to_unicode,
    prints_capitals,
    to_unicode,
)

SMALL = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"  # the order of TCVN 5712
TCVN3_CODES = (
    "a\xb5\xb6\xb7\xb8\xb9\xa8\xbb\xbc\xbd\xbe\xc6\xa9\xc7\xc8\xc9\xca\xcb"
    "e\xcc\xce\xcf\xd0\xd1\xaa\xd2\xd3\xd4\xd5\xd6i\xd7\xd8\xdc\xdd\xde"
    "o\xdf\xe1\xe2\xe3\xe4\xab\xe5\xe6\xe7\xe8\xe9\xac\xea\xeb\xec\xed\xee"
    "u\xef\xf1\xf2\xf3\xf4\xad\xf5\xf6\xf7\xf8\xf9y\xfa\xfb\xfc\xfd\xfe\xae"
)
VNI_CODES = re.split(
    " ",
    "a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä e eø eû eõ eù eï eâ eà eå eã eá eä i ì æ ó í ò "
    "o oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï u uø uû uõ uù uï ö öø öû öõ öù öï y yø yû yõ yù î ñ",
)
TO_TCVN3 = dict(zip(SMALL, TCVN3_CODES, strict=True)) | dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True))
TO_VNI = dict(zip(SMALL, VNI_CODES, strict=True))
TO_VNI |= {letter.upper(): code.upper() for letter, code in TO_VNI.items()}

PLAIN = " ,.;:()/-0123456789bcdghklmnpqrstvxBCDGHKLMNPQRSTVX"
small_text = st.text(alphabet=SMALL + PLAIN + "ĂÂÊÔƠƯĐ")
any_text = st.text(alphabet=SMALL + SMALL.upper() + PLAIN)


def typed(text: str, codes: dict[str, str]) -> str:
    return "".join(codes.get(letter, letter) for letter in text)


@pytest.mark.parametrize("letter", SMALL)
def test_every_letter_of_both_tables(letter):
    assert to_unicode(TO_TCVN3[letter], "TCVN3") == letter
    assert to_unicode(TO_TCVN3[letter], "TCVN3", capitals=True) == letter.upper()
    assert to_unicode(TO_VNI[letter], "VNI") == letter
    assert to_unicode(TO_VNI[letter.upper()], "VNI") == letter.upper()


@given(small_text)
def test_tcvn3_round_trip(text):
    assert to_unicode(typed(text, TO_TCVN3), "TCVN3") == text
    assert to_unicode(typed(text, TO_TCVN3), "TCVN3", capitals=True) == text.upper()


@given(any_text)
def test_vni_round_trip(text):
    assert to_unicode(typed(text, TO_VNI), "VNI") == text


@given(any_text, st.lists(st.integers(0, 60), max_size=5), st.sampled_from(["VNI", "NFD"]))
def test_pieces_make_the_whole_text_wherever_it_is_cut(text, cuts, encoding):
    old = typed(text, TO_VNI) if encoding == "VNI" else unicodedata.normalize("NFD", text)
    places = [0, *sorted(min(cut, len(old)) for cut in cuts), len(old)]
    pieces = [old[start:end] for start, end in pairwise(places)]
    made = pieces_to_unicode(pieces, encoding)
    assert len(made) == len(pieces)
    assert "".join(made) == text


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI", "NFD"])
def test_unicode_stays(encoding):
    assert to_unicode("Ủy ban nhân dân xã có lý, quý I/2023, «gồm», Phó Chủ tịch", encoding).startswith(
        "Ủy ban"
    )


@pytest.mark.parametrize(
    ("old", "encoding", "right"),
    [
        ("ñy ban nh©n d©n x· Phó Léc", "TCVN3", "ủy ban nhân dân xã Phú Lộc"),
        ("§éc lËp - Tù do - H¹nh phóc", "TCVN3", "Độc lập - Tự do - Hạnh phúc"),
        ("Uûy ban nhaân daân xaõ Phuù Loäc", "VNI", "Ủy ban nhân dân xã Phú Lộc"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "VNI", "Độc lập - Tự do - Hạnh phúc"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "VNI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Coâng an có hiệu lực, ñaõ họp", "VNI", "Công an có hiệu lực, đã họp"),
        (
            "Thùc hiÖn C«ng v¨n sè 256, Ủy ban tõ ®Çu n¨m",
            "TCVN3",
            "Thực hiện Công văn số 256, Ủy ban từ đầu năm",
        ),
        ("“B¸o c¸o” n¨m 2023 – 5%…", "TCVN3", "“Báo cáo” năm 2023 – 5%…"),
    ],
)
def test_sentences(old, encoding, right):
    assert to_unicode(old, encoding) == right


def test_a_mark_in_the_next_run_joins_its_letter():
    assert pieces_to_unicode(["Hoä", "i no", "âng da", "ân"], "VNI") == ["Hộ", "i nô", "ng dâ", "n"]
    assert pieces_to_unicode(["céng hßa", " n¨m"], "TCVN3", [True, False]) == ["CỘNG HÒA", " năm"]


def test_other_encodings_are_refused():
    with pytest.raises(ValueError, match="VISCII"):
        to_unicode("a", "VISCII")


@pytest.mark.parametrize(
    ("name", "encoding", "capitals"),
    [
        (".VnTime", "TCVN3", False),
        (".VnTimeH", "TCVN3", True),
        (".vntimeh", "TCVN3", True),
        (".VnArial NarrowH", "TCVN3", True),
        ("VNI-Times", "VNI", False),
        ("VNI Times", "VNI", False),
        ("VNI-Helve", "VNI", False),
        ("Times New Roman", "", False),
        ("Vni", "VNI", False),
        ("Vnifont", "", False),
        ("", "", False),
    ],
)
def test_fonts(name, encoding, capitals):
    assert encoding_of_font(name) == encoding
    assert prints_capitals(name) is capitals
