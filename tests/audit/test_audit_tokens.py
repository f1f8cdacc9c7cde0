"""What the numbers of a text are: figures, dates, symbols, names."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from baocao.audit.scanning.tokens import FIGURES, Hedge, Kind, Token, tokens
from growth_kit import linear

REFERENCE = yaml.safe_load(Path(__file__).with_name("reference_tokens.yaml").read_text(encoding="utf-8"))


def told(token: Token) -> str:
    parts = [token.kind.value, f"«{token.text}»"]
    if token.value is not None:
        parts.append(f"{token.value}" if token.of is None else f"{token.value}/{token.of}")
    others = [f"{other}" for other in (token.also, token.also_of) if other is not None]
    parts += ["also " + "/".join(others)] if others else []
    parts += [part for part in (token.unit, token.scale, token.hedge.value) if part]
    if token.day:
        parts.append(token.day.isoformat())
    return " ".join(parts)


def numbers(text: str) -> list[str]:
    return [told(token) for token in tokens(text) if token.kind not in (Kind.WORD, Kind.MARK)]


@pytest.mark.parametrize("paragraph", REFERENCE, ids=lambda paragraph: paragraph["text"][:30])
def test_every_number_of_the_reference_report(paragraph: dict[str, object]) -> None:
    assert numbers(str(paragraph["text"])) == paragraph["tokens"]


def test_the_reference_report_as_one_text_reads_as_its_paragraphs() -> None:
    whole = numbers("\n\n".join(paragraph["text"] for paragraph in REFERENCE))
    assert whole == [number for paragraph in REFERENCE for number in paragraph["tokens"]]
    assert len(whole) == 205


CASES = {
    "tăng 2,35 điểm, giảm -5%, +2,5 điểm": [
        "number «2,35» 2.35 điểm",
        "percent «-5%» -5 %",
        "number «+2,5» 2.5 điểm",
    ],
    "97,89 % và 35 phần trăm": ["percent «97,89 %» 97.89 %", "percent «35 phần trăm» 35 %"],
    "80,41điểm, 1.546người": ["number «80,41» 80.41 điểm", "number «1.546» 1546 người"],
    "đạt 16,71/17,50 điểm": ["ratio «16,71/17,50» 16.71/17.5 điểm"],
    "xếp thứ 3 trong 8 huyện": ["number «3» 3", "number «8» 8 huyện"],
    "gần 4,8 tỷ đồng": ["hedge «gần» kem", "money «4,8 tỷ đồng» 4800000000 đồng tỷ kem"],
    "đầu tư 8,3 tỷ": ["money «8,3 tỷ» 8300000000 đồng tỷ"],
    "1.200 nghìn tỷ đồng": ["money «1.200 nghìn tỷ đồng» 1200000000000000 đồng nghìn tỷ"],
    "2 ngàn lượt người, 2 triệu người": [
        "number «2 ngàn» 2000 lượt người ngàn",
        "number «2 triệu» 2000000 người triệu",
    ],
    "27.282 tỷ lệ 98,74%": ["number «27.282» 27282", "percent «98,74%» 98.74 %"],
    "69 639 646 đồng": ["money «69 639 646 đồng» 69639646 đồng"],
    "02 đồng chí, 03 đ/c, 5 đồng": [
        "number «02» 2 đồng chí",
        "number «03» 3 đồng chí",
        "money «5 đồng» 5 đồng",
    ],
    "không quá 05 ngày": ["hedge «không quá» kem", "number «05» 5 ngày kem"],
    "trên địa bàn 10 xã": ["number «10» 10 xã"],
    "27.63.0 hồ sơ": ["number «27.63.0» hồ sơ"],
    "chiều 05/4, ngày 21 tháng 3": ["date «05/4»", "date «21 tháng 3»"],
    "từ ngày 5-3-2024 đến 31/02/2023": ["date «5-3-2024» 2024-03-05", "date «31/02/2023»"],
    "tháng 12/2023, tháng 3, quý I/2023": ["month «12/2023» 12/2023", "month «3» 3", "year «2023» 2023"],
    "trong tháng 12 hồ sơ": ["number «12» 12 hồ sơ"],
    "2000 lượt trong năm 2000": ["number «2000» 2000 lượt", "year «2000» 2000"],
    "giai đoạn 2020 -2025, 2021 – 2030": ["span «2020 -2025» 2020/2025", "span «2021 – 2030» 2021/2030"],
    "225-CV/ĐU, 98 / QĐ-UBND, 65/2020/QH14, 1436/UBND-VHTT.": [
        "symbol «225-CV/ĐU»",
        "symbol «98 / QĐ-UBND»",
        "symbol «65/2020/QH14»",
        "symbol «1436/UBND-VHTT»",
    ],
    "Nghị định số 34/2016 quy định": ["symbol «34/2016»"],
    "mức độ 3, 4 huyện; mức độ 3,4; mức 3": ["name «3»", "name «4»", "name «3,4»", "name «3»"],
    "mức 3 triệu đồng, mức 80%": ["money «3 triệu đồng» 3000000 đồng triệu", "percent «80%» 80 %"],
    "Điều 5, 12 hồ sơ": ["name «5»", "number «12» 12 hồ sơ"],
    "Đề án 06, Tổng đài 1022, lần thứ 16, nhóm 2, 24/7": [
        "name «06»",
        "name «1022»",
        "name «16»",
        "name «2»",
        "name «24/7»",
    ],
    "5S, 3G, Covid-19, VNeID, B1, 07h30, 0277.3830.123": [
        "name «5S»",
        "name «3G»",
        "name «19»",
        "name «07h30»",
        "name «0277.3830.123»",
    ],
    "mô hình “10 thủ tục - trên 5%” và «3 không»": ["name «10»", "name «5%»", "name «3»"],
    "“chưa đóng 4\n9 hồ sơ” 5": ["number «4» 4", "number «9» 9 hồ sơ", "number «5» 5"],
    "1.1. Kết quả": ["item «1.1.»"],
    "1.1 Kết quả": ["item «1.1»"],
    "1.5 triệu đồng": ["money «1.5 triệu đồng» 1500000 đồng triệu"],
    "a) Nội dung\n1/ Công tác\nII. Nhiệm vụ": ["item «a)»", "item «1/»", "item «II.»"],
    "(1) tiếp nhận; (2) giải quyết, tăng (14)": ["item «(1)»", "item «(2)»", "number «14» 14"],
    "05/3/2024 họp": ["date «05/3/2024» 2024-03-05"],
    "27.630 hồ sơ": ["number «27.630» 27630 hồ sơ"],
    "27,630 hồ sơ, 27,630, 80,412 điểm": [
        "number «27,630» 27630 also 27.63 hồ sơ",
        "number «27,630» 27.63 also 27630",
        "number «80,412» 80.412 also 80412 điểm",
    ],
    "80.412% của 1.546 người, 8.412 tấn, 1.234 điểm": [
        "percent «80.412%» 80.412 also 80412 %",
        "number «1.546» 1546 người",
        "number «8.412» 8412 tấn",
        "number «1.234» 1234 also 1.234 điểm",
    ],
    "3,190/3,252 hồ sơ": ["ratio «3,190/3,252» 3190/3252 also 3.19/3.252 hồ sơ"],
    "1,234 tỷ đồng; 27,630 đồng": [
        "money «1,234 tỷ đồng» 1234000000 also 1234000000000 đồng tỷ",
        "money «27,630 đồng» 27630 also 27.63 đồng",
    ],
    "từ 1/12-29/2 được 12 hồ sơ": ["date «1/12»", "date «29/2»", "number «12» 12 hồ sơ"],
    "từ 01/12/2022-30/11/2023": ["date «01/12/2022» 2022-12-01", "date «30/11/2023» 2023-11-30"],
    "từ 01/12 đến 29/02; từ 10/12 đến 11/12": [
        "date «01/12»",
        "date «29/02»",
        "ratio «10/12» 10/12",
        "ratio «11/12» 11/12",
    ],
    "tính đến 05/12; trước 05/12 chỉ tiêu; dịp lễ 30/4 - 1/5": [
        "date «05/12»",
        "ratio «05/12» 5/12 chỉ tiêu",
        "date «30/4»",
        "date «1/5»",
    ],
    "ngày 24-25/5, ngày 10-12 tháng 3 năm 2023, tháng 8-10": [
        "date «24-25/5»",
        "date «10-12 tháng 3 năm 2023»",
        "name «8-10»",
    ],
    "2023-24; năm học 2022/2023; đạt 2022/2023": [
        "span «2023-24» 2023/2024",
        "span «2022/2023» 2022/2023",
        "ratio «2022/2023» 2022/2023",
    ],
    "từ 12/2022 đến 11/2023; quý 3/2023; đạt 12/2023 hồ sơ": [
        "month «12/2022» 12/2022",
        "month «11/2023» 11/2023",
        "name «3/2023»",
        "ratio «12/2023» 12/2023 hồ sơ",
    ],
    "393,4 -> 201 tỷ đồng; từ 5,5 xuống còn 3 triệu đồng; 1.200 -> 201 tỷ đồng; 5 hồ sơ -> 7 triệu": [
        "money «393,4» 393400000000 đồng tỷ",
        "money «201 tỷ đồng» 201000000000 đồng tỷ",
        "money «5,5» 5500000 đồng triệu",
        "money «3 triệu đồng» 3000000 đồng triệu",
        "number «1.200» 1200",
        "money «201 tỷ đồng» 201000000000 đồng tỷ",
        "number «5» 5 hồ sơ",
        "money «7 triệu» 7000000 đồng triệu",
    ],
    "10-15 hồ sơ, 5 - 7 ngày, 10-15%, 10% - 15%, 10-15 tỷ đồng": [
        "range «10-15» 10/15",
        "range «5 - 7» 5/7",
        "range «10-15%» 10/15",
        "range «10% - 15%» 10/15",
        "range «10-15 tỷ đồng» 10/15 tỷ",
    ],
    "197-128=69; giải quyết 63 - 100%; 5 - 27.630 hồ sơ; 12 - 15": [
        "number «197» 197",
        "number «128» 128",
        "number «69» 69",
        "number «63» 63",
        "percent «100%» 100 %",
        "number «5» 5",
        "number «27.630» 27630 hồ sơ",
        "number «12» 12",
        "number «15» 15",
    ],
    'mô hình "10 thủ tục - 5 giải quyết" được 5 hồ sơ, màn 32" và "3 không", 7': [
        "name «10»",
        "name «5»",
        "number «5» 5 hồ sơ",
        "number «32» 32",
        "name «3»",
        "number «7» 7",
    ],
    "6 tháng đầu năm 2024 được 12 hồ sơ; 9 tháng năm 2023; 6 tháng": [
        "name «6»",
        "year «2024» 2024",
        "number «12» 12 hồ sơ",
        "name «9»",
        "year «2023» 2023",
        "number «6» 6 tháng",
    ],
    "tháng 11, 12 năm 2023; tháng 3 và 4, 12 hồ sơ; tháng 11, 5 năm": [
        "month «11» 11",
        "month «12» 12",
        "year «2023» 2023",
        "month «3» 3",
        "month «4» 4",
        "number «12» 12 hồ sơ",
        "month «11» 11",
        "number «5» 5 năm",
    ],
    "1 tỷ 200 triệu đồng; 3 nghìn 500 đồng; 8,3 tỷ 10 xã; 5 tỷ đồng 3 triệu đồng": [
        "money «1 tỷ 200 triệu đồng» 1200000000 đồng tỷ",
        "money «3 nghìn 500 đồng» 3500 đồng nghìn",
        "money «8,3 tỷ» 8300000000 đồng tỷ",
        "number «10» 10 xã",
        "money «5 tỷ đồng» 5000000000 đồng tỷ",
        "money «3 triệu đồng» 3000000 đồng triệu",
    ],
    "biểu số liệu 1a, 2b; khóm 3": ["name «1a»", "name «2b»", "name «3»"],
    "I.1. Kết quả": ["item «I.1.»"],
    "tăng gấp 2 lần": ["number «2» 2 lần"],
    "ĐT: 3830123, 0277 3830 123; 0918.123.456, (0277) 3.830.123, +84 918 123 456, 02 hồ sơ": [
        "name «3830123»",
        "name «0277 3830 123»",
        "name «0918.123.456»",
        "name «0277) 3.830.123»",
        "name «+84 918 123 456»",
        "number «02» 2 hồ sơ",
    ],
    "https://a.gov.vn/2023/12. ubnd2@a.gov.vn, www.abc.vn/12; dichvucong.gov.vn 12 hồ sơ": [
        "name «https://a.gov.vn/2023/12»",
        "name «ubnd2@a.gov.vn»",
        "name «www.abc.vn/12»",
        "name «dichvucong.gov.vn»",
        "number «12» 12 hồ sơ",
    ],
    "phiên bản 2.0, v2.0, ISO 9001:2015, Windows 10": [
        "name «2.0»",
        "name «0»",
        "name «9001:2015»",
        "name «10»",
    ],
    "từ 7h00-11h30, 07:30, lúc 8 giờ 30 phút, 8 giờ": [
        "name «7h00»",
        "name «11h30»",
        "name «07:30»",
        "name «8 giờ 30 phút»",
        "number «8» 8 giờ",
    ],
    "Luật số 80/2015/QH13, QĐ số 1085, công văn 123, mầm non số 1, tổng số 12": [
        "symbol «80/2015/QH13»",
        "name «1085»",
        "number «123» 123",
        "name «1»",
        "number «12» 12",
    ],
    "Trong đó: -12 hồ sơ; tăng -5%": ["number «12» 12 hồ sơ", "percent «-5%» -5 %"],
    "Đến 2023 tổ chức 12 lớp, ngày 12 tổ chức, 12 tổ": [
        "year «2023» 2023",
        "number «12» 12 lớp",
        "date «12»",
        "number «12» 12 tổ",
    ],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_what_a_number_is(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


def test_places_and_leading_zeros_are_as_typed() -> None:
    read = {
        token.text: token for token in tokens("17,50 điểm, 07/14 văn bản, 8,3 tỷ đồng, 27.630, 0,5 và 02")
    }
    places = {text: token.places for text, token in read.items() if token.is_figure}
    assert places == {"17,50": 2, "07/14": 0, "8,3 tỷ đồng": 1, "27.630": 0, "0,5": 1, "02": 0}
    assert [text for text, token in read.items() if token.leading_zero] == ["07/14", "02"]


def test_a_decomposed_text_is_read_with_its_own_offsets() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "đạt gần 4,8 tỷ đồng")
    hedge, money = [token for token in tokens(text) if token.kind in (Kind.HEDGE, Kind.MONEY)]
    assert (hedge.hedge, money.value) == (Hedge.BELOW, Decimal(4_800_000_000))
    assert text[money.start : money.end] == money.text


@given(st.text(st.sampled_from('0123456789.,/-–%() \n“”«»"‘’>+:@¹aQĐVămtỷđồngtháng\u0301'), max_size=80))
def test_tokens_cover_the_text_in_order(text: str) -> None:
    found = tokens(text)
    assert [token.text for token in found] == [text[token.start : token.end] for token in found]
    between = zip(
        [0, *(token.end for token in found)], [*(token.start for token in found), len(text)], strict=True
    )
    assert all(not text[start:end].strip() for start, end in between)
    assert all(token.value is None or token.value.is_finite() for token in found)
    assert all(token.kind in FIGURES for token in found if token.places or token.unit)


MANY_TOKENS = {
    *("quotes", "opened", "symbols", "spans", "names", "marks", "brackets", "straight quotes", "addresses"),
    *("telephones", "ranges", "arrows"),
}
"""Texts with a token at every few letters: a megabyte of them takes a minute."""

HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": lambda size: "1" * size,
    "dotted": lambda size: "1." * (size // 2),
    "slashes": lambda size: "1/" * (size // 2),
    "slashed apart": lambda size: "1 / " * (size // 4),
    "groups": lambda size: "1" + " 111" * (size // 4) + "1",
    "letters": lambda size: "đ" * size,
    "blanks": lambda size: "1" + " " * size + "%",
    "lines": lambda size: "\n" * size + "1",
    "quotes": lambda size: "“" * (size // 2) + "”" * (size // 2),
    "opened": lambda size: "“1 " * (size // 3),
    "symbols": lambda size: "1/QĐ-" * (size // 5),
    "spans": lambda size: "2021-" * (size // 5),
    "names": lambda size: "mức độ 3, 4, " * (size // 13),
    "marks": lambda size: "-" * size,
    "combining": lambda size: "a" + "\u0301" * size,
    "brackets": lambda size: "(1)(" * (size // 4),
    "straight quotes": lambda size: '"1 ' * (size // 3),
    "addresses": lambda size: "a.b-" * (size // 4),
    "mail": lambda size: "a" * size + "@",
    "telephones": lambda size: "0" * (size // 2) + " 0918 " * (size // 12),
    "ranges": lambda size: "1-2 - " * (size // 6),
    "counted": lambda size: "1-" * (size // 2),
    "arrows": lambda size: "1 -> " * (size // 5),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear_on_hostile_texts(name: str) -> None:
    size = 2**14 if name in MANY_TOKENS else 2**18
    assert linear(HOSTILE[name], tokens, size)
