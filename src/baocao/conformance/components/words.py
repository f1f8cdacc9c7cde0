"""The words that components are told by (`tu-nhan-biet.yaml`), and how a text is compared with them.

Texts are compared folded: without marks and capitals, with plain hyphens and single blanks. So a component
typed with a wrong tone, in the wrong case or with odd spaces is still found, and its rule can tell the fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from baocao.conformance.parts import Kind
from baocao.vietnamese.text import nfc, without_marks

_FILE = Path(__file__).with_name("tu-nhan-biet.yaml")
_CUT_OFF = 0.9
"""Likeness of a fixed text whose end is missing."""
_SHORT = ("ubnd", "hđnd")
_DASHES = re.compile("[\u00ad\u2010-\u2015\u2212\uf02d]")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The text without marks and capitals, hyphens plain, blanks single: "Số:  5 – BC" is "so: 5 - bc"."""
    return " ".join(_DASHES.sub("-", without_marks(nfc(text)).lower()).split())


def letters(text: str) -> str:
    """Only the letters and digits of a folded text, one blank between words."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))


def likeness(text: str, wanted: str) -> float:
    """How alike the letters of two texts are, 0 to 1."""
    from difflib import SequenceMatcher

    one, other = letters(text), letters(wanted)
    if not one or not other or min(len(one), len(other)) * 2 < max(len(one), len(other)):
        return 0.0
    if other.startswith(one):
        return max(_CUT_OFF, len(one) / len(other))
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def near(text: str, wanted: str) -> bool:
    """Whether two short folded texts are one with at most one slip of the typist in five letters or more, two
    in twelve or more.
    """
    slips = 0 if len(wanted) < 5 else 1 if len(wanted) < 12 else 2
    if text == wanted or abs(len(text) - len(wanted)) > slips:
        return text == wanted
    return len(set(text) ^ set(wanted)) <= 2 * slips and distance(text, wanted) <= slips


@lru_cache(maxsize=4096)
def distance(one: str, other: str) -> int:
    """Letters to put in, take out, change or swap with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]


def starts_near(text: str, wanted: str) -> bool:
    """Whether the first words of a folded text are `wanted`, as `near`."""
    words = text.split()
    count = wanted.count(" ") + 1
    return near(" ".join(words[:count]).rstrip(":.,;"), wanted)


@dataclass(frozen=True, slots=True)
class Rank:
    """The words that agencies of one rank begin with. marked: with marks. folded: only those of two syllables
    or more, and short names.
    """

    marked: re.Pattern[str]
    folded: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Words:
    """The lists, folded, as patterns. Those without `_whole` look at the start of a text.

    kinds: by folded name. ranks: of agencies, the highest first. normative: the issuers of legal normative
    acts by the folded abbreviation of the type; none named: every issuer.
    """

    kinds: Mapping[str, Kind]
    letter: Kind
    party: str
    normative: Mapping[str, frozenset[str]]
    ranks: tuple[Rank, ...]
    goes_on: re.Pattern[str]
    urgency: frozenset[str]
    secrecy: frozenset[str]
    circulation: frozenset[str]
    noise: re.Pattern[str]
    addressed: str
    about: re.Pattern[str]
    ground: str
    after_ground: re.Pattern[str]
    opens_body: re.Pattern[str]
    standing: re.Pattern[str]
    authority: re.Pattern[str]
    post: re.Pattern[str]
    posts: frozenset[str]
    room: frozenset[str]
    kept: str
    appendix: str
    attached: re.Pattern[str]
    caption: re.Pattern[str]
    counted: re.Pattern[str]
    source: re.Pattern[str]
    contact: re.Pattern[str]
    pictures: frozenset[str]

    def kind(self, symbol: str) -> Kind | None:
        """The kind whose abbreviation stands first in a symbol ("BC-UBND"), None for none."""
        first = fold(symbol.split("-")[0].strip(" ."))
        return next(
            (kind for kind in self.kinds.values() if first and fold(kind.abbreviation) == first), None
        )


@cache
def words() -> Words:
    """The lists of the file."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table: Mapping[str, Any] = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=loader)
    kinds = {fold(name): Kind(name, short) for name, short in table["ten_loai"].items()}
    return Words(
        kinds=kinds,
        letter=Kind(table["cong_van"], ""),
        party=table["dang"],
        normative={fold(short): _folded(issuers) for short, issuers in table["van_ban_quy_pham"].items()},
        ranks=tuple(_rank(names) for names in table["co_quan"]),
        goes_on=_starting(table["noi_tiep"]),
        urgency=_folded(table["muc_do_khan"]),
        secrecy=_folded(table["do_mat"]),
        circulation=_folded(table["pham_vi"]),
        noise=_starting(table["ngoai_the_thuc"]),
        addressed=fold(table["kinh_gui"]),
        about=_starting(table["trich_yeu_cong_van"]),
        ground=fold(table["can_cu"][0]),
        after_ground=_starting(table["theo_can_cu"]),
        opens_body=_within(table["cau_mo_dau"]),
        standing=_starting(table["dung_rieng"]),
        authority=re.compile(_either(table["quyen_han"]) + r"(?:\s*[.:/,]|\s|$)"),
        post=_starting(table["chuc_vu"]),
        posts=_folded(table["chuc_vu"]),
        room=_folded(table["cho_ky"]),
        kept=fold(table["luu"]),
        appendix=fold(table["phu_luc"]),
        attached=re.compile(r"\(?\s*" + _either(table["kem_theo"]) + r"\b"),
        caption=re.compile(_either(table["ten_bang"]) + r"(?: so)?\s*(?:\d+|[ivxl]+)[\d.]*\s*(?:[.:)\-]|$)"),
        counted=re.compile(r"\W*" + _either(table["don_vi_tinh"]) + r"\s*(?:\.\s*)?:"),
        source=re.compile(r"\W*" + _either(table["nguon"]) + r"\s*:"),
        contact=re.compile(_either(table["dia_chi"]) + r"\s*[:.]"),
        pictures=_folded(table["phong_hinh"]),
    )


@lru_cache(maxsize=1024)
def prints_pictures(fonts: tuple[str, ...]) -> bool:
    """Whether what is typed in some fonts prints as signs, whatever its letters: Symbol, Wingdings."""
    return bool(fonts) and all(name.lower() in words().pictures for name in fonts)


def _rank(names: Sequence[str]) -> Rank:
    marked = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return Rank(
        re.compile(f"(?:{marked})(?!\\w)"), _starting(name for name in names if " " in name or name in _SHORT)
    )


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, names))


def _either(names: Iterable[str]) -> str:
    longest_first = sorted(map(fold, names), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, longest_first)) + ")"


def _starting(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(_either(names) + r"(?!\w)")


def _within(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r".*\b" + _either(names) + r"\b", re.DOTALL)
