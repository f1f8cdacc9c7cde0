"""Capitals of places and agencies (PL II.III.1, PL II.IV.1): tỉnh Nam Định, Quận 1, Thành phố Hồ Chí Minh."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.conformance.case import Case, Seen
from baocao.conformance.rules.kit import about, held, parameter, parameters
from baocao.conformance.rules.prose import Hit, prose_of, told, words_pattern
from baocao.vietnamese.admin_units import ever_named

_NAME = r"[A-ZĐÂĂÊÔƠƯÁÀẢÃẠÉÈẺÓÒỎỌÚÍÝỨỪẮẰẤẦẾỀỐỒỚỜ][^\W\d_]+"


@about("VH03")
def level_words_small(case: Case) -> Iterator[Seen]:
    """tỉnh Nam Định: the level of a unit is small before its name."""
    levels = tuple(level[:1].upper() + level[1:] for level in parameters(case, "cap"))
    named = parameters(case, "viet_hoa_ca_cum")
    not_names = parameters(case, "khong_phai_ten")
    for hit in prose_of(case).find(words_pattern(rf"(?<![\w“\"])(?P<x>WORDS) (?P<name>{_NAME})", levels)):
        whole = hit["x"] + " " + hit["name"] + hit.after
        if hit.in_sentence and hit["name"] not in not_names and not _starts(whole, hit, named):
            small = hit["x"][:1].lower() + hit["x"][1:]
            yield told(hit.piece, *hit.span(), f"«{small} {hit['name']}»")
    yield from _provinces(case)


def _provinces(case: Case) -> Iterator[Seen]:
    """tỉnh Cao bằng: every syllable of the name of a province takes a capital."""
    shape = rf"(?i:(?<!\w)(?P<x>WORDS)) (?P<name>{_NAME} (?P<rest>[^\W\d_A-ZĐ][^\W\d_]*))(?!\w)"
    for hit in prose_of(case).find(words_pattern(shape, parameters(case, "cap_tinh"))):
        if hit["rest"].islower() and ever_named(f"{hit['x']} {hit['name']}") is not None:
            first, _, second = hit["name"].partition(" ")
            yield told(hit.piece, *hit.span("name"), f"«{first} {second[:1].upper()}{second[1:]}»")


def _starts(whole: str, hit: Hit, named: tuple[str, ...]) -> bool:
    """Whether the level with its name is one that takes a capital: of a person, an event, a special one."""
    name = whole[len(hit["x"]) + 1 :]
    return whole.startswith(named) or name.startswith(named)


@about("VH04")
def level_words_large(case: Case) -> Iterator[Seen]:
    """Quận 1, Phường Điện Biên Phủ: before a number, a person, an event the level takes a capital."""
    prose, levels = prose_of(case), parameters(case, "cap")
    numbered = rf"(?<!\w)(?P<x>WORDS) [0-9]{{1,2}}(?![\w/%]|[.,][0-9]| (?:{parameter(case, 'tru_sau_so')}))"
    people = words_pattern("(?:WORDS)", parameters(case, "ten_nguoi_su_kien")).pattern
    for shape in (numbered, rf"(?<!\w)(?P<x>WORDS) {people}(?!\w)"):
        for hit in prose.find(words_pattern(shape, levels)):
            yield told(hit.piece, *hit.span(), f"«{hit['x'][:1].upper()}{hit[0][1:]}»")


@about("VH05")
def special_places(case: Case) -> Iterator[Seen]:
    """Thủ đô Hà Nội, Thành phố Hồ Chí Minh."""
    prose = prose_of(case)
    for name in parameters(case, "ten"):
        for hit in prose.find(words_pattern(r"(?i)(?<!\w)(?:WORDS)(?!\w)", (name,))):
            if hit[0] == name or hit[0].isupper():
                yield held(hit.piece.paragraph)
            else:
                yield told(hit.piece, *hit.span(), f"«{name}»")


@about("VH09")
def committees(case: Case) -> Iterator[Seen]:
    """Ủy ban nhân dân: only its first letter is a capital."""
    prose = prose_of(case)
    for name in parameters(case, "ten"):
        for hit in prose.find(words_pattern(r"(?i)(?<!\w)(?:WORDS)(?!\w)", (name,))):
            words = hit[0].split()
            if not hit[0].isupper() and any(not word.islower() for word in words[1:]):
                yield told(hit.piece, *hit.span(), f"«{name}»")
