"""What the numbers of a text are: figures, dates, symbols, names."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from baocao.audit.scanning.tokens import FIGURES, Hedge, Kind, Token, tokens

REFERENCE = yaml.safe_load(Path(__file__).with_name("reference_tokens.yaml").read_text(encoding="utf-8"))


def told(token: Token) -> str:
    parts = [token.kind.value, f"«{token.text}»"]
    if token.value is not None:
        parts.append(f"{token.value}" if token.of is None else f"{token.value}/{token.of}")
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
    "02 đồng chí, 03 đ/c, 5 đồng": ["number «02» 2 đồng chí", "number «03» 3", "money «5 đồng» 5 đồng"],
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


@given(st.text(st.sampled_from("0123456789.,/-–%() \n“”«»¹aQĐVămtỷđồngtháng\u0301"), max_size=80))
def test_tokens_cover_the_text_in_order(text: str) -> None:
    found = tokens(text)
    assert [token.text for token in found] == [text[token.start : token.end] for token in found]
    between = zip(
        [0, *(token.end for token in found)], [*(token.start for token in found), len(text)], strict=True
    )
    assert all(not text[start:end].strip() for start, end in between)
    assert all(token.value is None or token.value.is_finite() for token in found)
    assert all(token.kind in FIGURES for token in found if token.places or token.unit)


MANY_TOKENS = {"quotes", "opened", "symbols", "spans", "names", "marks", "brackets"}
"""Texts with a token at every few letters: a quarter of a megabyte of them takes seconds."""

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
}


def _seconds(text: str) -> float:
    start = time.process_time()
    tokens(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear_on_hostile_texts(name: str) -> None:
    size = 2**18 if name in MANY_TOKENS else 2**20
    half, whole = _seconds(HOSTILE[name](size // 2)), _seconds(HOSTILE[name](size))
    assert whole < 3 * half + 0.3
