"""Rules of who signs: authority, title, name (PL I.II.7; Điều 13). See also `signature_place`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from baocao.conformance.case import Case, Seen
from baocao.conformance.components.stream import readable
from baocao.conformance.paper import Line
from baocao.conformance.rules.agencies import subordinate
from baocao.conformance.rules.kit import (
    about,
    broken,
    cases,
    dressed,
    faces,
    held,
    look_of,
    parameter,
    parameters,
    plain,
    replaced,
    sizes,
    unsure,
)
from baocao.vietnamese.text import sort_key


def _same(one: str, other: str) -> bool:
    """Whether two texts have the same letters and tones, wherever a tone mark stands (ỦY, UỶ)."""
    return sort_key(one)[0] == sort_key(other)[0]


def _starts(text: str, words: str) -> bool:
    """Whether a text begins with the words, as `_same` compares."""
    return _same(" ".join(plain(text).split()[: len(words.split())]), words)


@cache
def _loose(abbreviations: tuple[str, ...]) -> re.Pattern[str]:
    """An abbreviation of authority however it is typed: "T/M", "TM", "T.M.", "TM.ỦY"."""
    spelled = (r"\s?[./]?\s?".join(letters) for letters in abbreviations if len(letters) > 1)
    single = (rf"{letter}(?=\s|[./])" for letter in abbreviations if len(letter) == 1)
    return re.compile(rf"(?P<letters>{'|'.join((*spelled, *single))})(?P<mark>\s*[./]|(?=\s))\s*(?=\w)")


@about("KY01", "quyen_han")
def authority_abbreviations(case: Case) -> Iterator[Seen]:
    """TM., Q., KT., TL., TUQ. with full stop and blank (PL I.II.7.b)."""
    known = parameters(case, "viet_tat")
    for line in case.parts.quyen_han:
        found = _loose(known).match(line.text)
        letters = re.sub(r"[^\w]", "", found["letters"]) if found else ""
        right = f"{letters}. "
        if found is None or line.text.startswith(right):
            yield held(line)
        else:
            mends = [replaced(line, 0, found.end(), right)]
            yield broken(line, f"“{plain(line.text)}”", f"“{right.strip()}” rồi một dấu cách", mends)


@about("KY02", "quyen_han")
def authority_face(case: Case) -> Iterator[Seen]:
    """Authority and title in capitals, upright, bold (PL I.II.7.đ)."""
    if not case.parts.quyen_han and "quyen_han" in case.parts.unsure:
        yield unsure(None, "có hai khối ký", case.parts.unsure["quyen_han"])
    elif case.parts.noi_nhan_tu and not case.parts.quyen_han:
        look_at = "xem văn bản có quyền hạn, chức vụ của người ký không"
        yield unsure(case.parts.noi_nhan_tu[0], "không thấy quyền hạn, chức vụ của người ký", look_at)
    yield from dressed(case, "quyen_han", case.parts.quyen_han)


@about("KY03", "quyen_han")
def authority_size(case: Case) -> Iterator[Seen]:
    """Authority and title have size 13 to 14 (PL I.II.7.đ)."""
    yield from sizes(case.parts.quyen_han, case.format.components["quyen_han"].size)


@about("KY04", "nguoi_ky")
def name_face(case: Case) -> Iterator[Seen]:
    """The name is upright, bold, each syllable with a capital (PL I.II.7.đ); degrees are for KY06."""
    if case.parts.quyen_han and not case.parts.nguoi_ky:
        look_at = "xem đã ghi họ tên người ký chưa"
        yield unsure(case.parts.quyen_han[-1], "không thấy họ tên người ký", look_at)
    look = look_of(case, "nguoi_ky")
    yield from faces(case.parts.nguoi_ky, bold=look.bold, italic=look.italic)
    for line in case.parts.nguoi_ky:
        text = plain(line.text)
        name = text.removeprefix(_degree(case, text))
        syllables = [word for word in name.split() if word[:1].isalpha()]
        small = [word for word in syllables if not word[0].isupper()]
        if small and not any(span.face.caps for span in line.spans):
            yield broken(line, f"“{small[0]}” viết thường", "viết hoa chữ đầu của từng tiếng")
        else:
            yield from cases([line], upper=look.capitals)


@about("KY05", "nguoi_ky")
def name_size(case: Case) -> Iterator[Seen]:
    """The name has size 13 to 14 (PL I.II.7.đ)."""
    yield from sizes(case.parts.nguoi_ky, case.format.components["nguoi_ky"].size)


@about("KY06", "nguoi_ky")
def no_degree(case: Case) -> Iterator[Seen]:
    """No degree, title or honour before the name; some sectors have their own rule (PL I.II.7.c)."""
    issuer = plain(" ".join(line.text for line in (*case.parts.chu_quan, *case.parts.co_quan)))
    own_rule = any(re.search(rf"\b{words}\b", issuer.upper()) for words in parameters(case, "nganh_rieng"))
    for line in case.parts.nguoi_ky:
        text = plain(line.text)
        degree = _degree(case, text)
        called = re.match(parameter(case, "xung_ho"), text)
        if called:
            yield unsure(line, f"“{called[0].strip()}” ở đầu họ tên", "xem đây là họ hay là cách xưng hô")
        elif not degree:
            yield held(line)
        elif own_rule:
            look_at = "xem quy định của ngành có cho ghi trước họ tên không"
            yield unsure(line, f"“{degree.strip()}” trước họ tên", look_at)
        else:
            wanted = "không ghi học hàm, học vị, danh hiệu trước họ tên"
            yield broken(line, f"“{degree.strip()}” trước họ tên", wanted)


def _degree(case: Case, text: str) -> str:
    """The degrees and ranks that a signer's name begins with, "" for none."""
    known, name = [re.compile(parameter(case, key)) for key in ("hoc_ham", "quan_ham")], text
    while found := next((match for one in known if (match := one.match(name))), None):
        name = name[found.end() :].lstrip()
    return text[: len(text) - len(name)]


@about("KY12", "nguoi_ky")
def known_signer(case: Case) -> Iterator[Seen]:
    """The name is one of the unit's profile; offices below the unit have signers of their own."""
    names = case.unit.signers if case.unit is not None and not subordinate(case) else ()
    for line in case.parts.nguoi_ky if names else ():
        said = plain(readable(line)).title()
        if any(_same(said[-len(name) :], name.title()) for name in map(plain, names)):
            yield held(line)
        else:
            wanted = f"người ký trong hồ sơ đơn vị: {', '.join(names)}"
            yield broken(line, f"“{plain(readable(line))}”", wanted)


def _lines(case: Case) -> Sequence[Line]:
    return case.parts.quyen_han


def _is_committee(case: Case) -> bool:
    """Whether a people's committee issues the document."""
    names = parameters(case, "co_quan")
    told = case.unit.name if case.unit is not None else ""
    issuer = plain(" ".join(line.text for line in case.parts.co_quan)) or told
    return any(_starts(issuer, name) for name in names)


@about("KY07", "quyen_han", "co_quan")
def committee_signs_on_behalf(case: Case) -> Iterator[Seen]:
    """A people's committee signs "TM. ỦY BAN NHÂN DÂN", then the title (PL I.II.7.b; Điều 13.2)."""
    lines = _lines(case)
    alone = case.unit is not None and case.unit.collective is False
    if not lines or alone or not _is_committee(case) or _of_a_meeting(case):
        return
    first, wanted = lines[0], parameter(case, "thay_mat")
    text = plain(first.text)
    words = wanted.partition(" ")[2]
    rest = _loose(("TM",)).sub("", text, count=1) if _loose(("TM",)).match(text) else ""
    if text.startswith(parameters(case, "thua_lenh")):
        yield held(first)
    elif _starts(rest, words):
        yield _on_behalf(case, rest, words)
    elif _starts(rest, parameter(case, "viet_tat")):
        yield broken(first, f"“{text}”", f"“{wanted}”")
    elif _issued_by_chair(case):
        yield held(first)
    elif case.parts.kind.name in parameters(case, "chu_tich_ky"):
        look_at = "xem đây là văn bản của Chủ tịch (không ghi TM.) hay của Ủy ban nhân dân"
        yield unsure(first, f"dòng đầu là “{text}”", look_at)
    else:
        yield broken(first, f"dòng đầu là “{text}”", f"dòng đầu là “{wanted}”")


def _of_a_meeting(case: Case) -> bool:
    """Whether who led or recorded a meeting signs, for the meeting and not for the committee."""
    titles = parameters(case, "chuc_danh_hop")
    signs = any(_starts(line.text, title) for line in _lines(case) for title in titles)
    return signs or case.parts.kind.name in parameters(case, "loai_khong_thay_mat")


def _on_behalf(case: Case, rest: str, words: str) -> Seen:
    """The committee whose name follows "TM." is the one that issues, and its chair's title stands below."""
    first, *below = _lines(case)
    title = parameter(case, "nguoi_dung_dau")
    name = _up_to(rest, title)
    issuer = plain(" ".join(line.text for line in case.parts.co_quan))
    if _starts(issuer, words) and not (_starts(issuer, name) or _starts(name, issuer)):
        look_at = f"xem dòng này có phải tên cơ quan ban hành ({issuer}) không"
        return unsure(first, f"dòng đầu là “{plain(first.text)}”", look_at)
    if name != rest or any(_up_to(plain(line.text), title) != plain(line.text) for line in below):
        return held(first)
    wanted = f"“{title}” hoặc “KT. {title}” ở dưới"
    if below:
        return broken(below[0], f"“{plain(below[0].text)}” dưới “{plain(first.text)}”", wanted)
    return unsure(first, f"không thấy chức vụ dưới “{plain(first.text)}”", f"xem có {wanted} không")


def _up_to(text: str, words: str) -> str:
    """What stands before the words, as `_same` compares; the whole text without them."""
    syllables, count = text.split(), len(words.split())
    places = range(len(syllables) - count + 1)
    at = next((place for place in places if _starts(" ".join(syllables[place:]), words)), None)
    return text if at is None else " ".join(syllables[:at])


def _issued_by_chair(case: Case) -> bool:
    """Whether the line above the grounds says that the chair alone decides (PL III, form 1.2)."""
    chair = re.compile(parameter(case, "chu_tich"))
    text = [id(paragraph) for paragraph in (*case.parts.can_cu, *case.parts.than_bai)]
    for paragraph in case.paper.paragraphs:
        if not text or id(paragraph) == text[0]:
            return False
        if any(chair.fullmatch(plain(line.text)) for line in paragraph.lines):
            return True
    return False


@about("KY08", "quyen_han")
def deputy_signs_for_head(case: Case) -> Iterator[Seen]:
    """A deputy signs below a line "KT." of the head's title (Điều 13.2; PL I.II.7.b)."""
    lines = _lines(case)
    marks = tuple(parameters(case, "cap_pho"))
    committee = _is_committee(case)
    for at, line in enumerate(lines):
        text = plain(line.text).upper()
        if not any(_starts(text, mark) for mark in marks):
            continue
        above = plain(lines[at - 1].text).upper() if at else ""
        yield _for_head(case, line, above, lines[0], committee=committee)


def _for_head(case: Case, line: Line, above: str, first: Line, *, committee: bool) -> Seen:
    signs = _loose(("KT",)).match(above)
    title = above[signs.end() :] if signs else ""
    wanted = parameter(case, "ky_thay_uy_ban" if committee else "ky_thay")
    head = wanted.partition(" ")[2]
    if signs and (not committee or _same(title, head) or not _starts(plain(line.text), f"PHÓ {head}")):
        return held(line)
    whole = f"dòng “{wanted}” ở trên" if committee else "dòng “KT.” và chức vụ của cấp trưởng ở trên"
    if not signs and not committee and _loose(("TM",)).match(first.text):
        return unsure(line, f"“{plain(line.text)}” không có dòng KT.", f"xem có phải thêm {whole} không")
    return broken(line, f"“{plain(line.text)}” dưới “{above}”" if above else f"“{plain(line.text)}”", whole)
