"""What `find_parts` must find in a document of the corpus, from its `Content`; differences in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from baocao.conformance.paper import Line, Paragraph
from baocao.conformance.parts import Issuer, Parts
from conformance.corpus_kit import MOTTO, NATION, Content

_LEVELS = {"muc": "mục", "khoan": "khoản", "khoan_chay": "khoản", "diem": "điểm", "dieu": "điều"} | {
    "dieu_ten": "điều",
    "chuong": "phần",
    "muc_a": "tiết",
}


def plain(text: str) -> str:
    """Single blanks only."""
    return " ".join(text.split())


def lines(found: Iterable[Line]) -> list[str]:
    """The texts of lines, one printed row of a paragraph as one."""
    return [plain(line.text) for line in found]


def texts(found: Iterable[Paragraph]) -> list[str]:
    """The texts of paragraphs with their numbers."""
    return [plain(paragraph.full_text) for paragraph in found]


def wanted_lines(content: Content) -> dict[str, list[str]]:
    """The lines of each component by its field."""
    last = len(content.recipients) - 1
    named = bool(content.kind)
    return {
        "quoc_hieu": [NATION],
        "tieu_ngu": [MOTTO],
        "chu_quan": list(content.parents),
        "co_quan": list(content.agency),
        "so_ky_hieu": [plain(content.number_line)],
        "dia_danh_ngay": [plain(content.date_line)],
        "ten_loai": [content.kind] if named else [],
        "trich_yeu": list(content.subject) if named else [],
        "trich_yeu_cong_van": [] if named else list(content.subject),
        "kinh_gui": list(content.addressed_lines),
        "noi_nhan_tu": ["Nơi nhận:"],
        "noi_nhan": [f"- {to}{'.' if at == last else ';'}" for at, to in enumerate(content.recipients)],
        "quyen_han": list(content.authority),
        "nguoi_ky": [content.signer],
    }


def differences(parts: Parts, content: Content) -> list[str]:
    """Where parts and content say different things."""
    return [*_lines_differ(parts, content), *_body_differs(parts, content), *_frame_differs(parts, content)]


def _lines_differ(parts: Parts, content: Content) -> Iterator[str]:
    for field, wanted in wanted_lines(content).items():
        found = lines(getattr(parts, field))
        if field in ("kinh_gui", "noi_nhan"):
            bullets = [line.paragraph.label for line in getattr(parts, field)]
            found = [f"{b} {t}" if b and t[:1] != "-" else t for b, t in zip(bullets, found, strict=True)]
        same = plain(" ".join(found)) == plain(" ".join(wanted))
        if not same:
            yield f"{field}: {found} != {wanted}"


def _body_differs(parts: Parts, content: Content) -> Iterator[str]:
    if texts(parts.can_cu) != [plain(text) for text in content.grounds]:
        yield f"can_cu: {texts(parts.can_cu)}"
    found = [(h.level, h.number, h.titled) for h in parts.headings]
    wanted = [
        (_LEVELS[item.kind], _number(item.number), item.kind in ("muc", "khoan", "dieu_ten"))
        for item in content.items
        if item.kind in _LEVELS and item.number
    ]
    if wanted and found != wanted:
        yield f"headings: {found} != {wanted}"
    if not wanted and [h.level for h in parts.headings if h.level == "mục"] != ["mục"] * len(
        content.of("muc")
    ):
        yield f"headings: {found}"
    prose = [
        item.full
        for item in content.items
        if item.kind in ("doan", "gach", "cong", "diem", "khoan_chay", "dieu")
    ]
    if wanted and texts(parts.prose) != [plain(text) for text in prose]:
        yield f"prose: {set(texts(parts.prose)) ^ {plain(text) for text in prose}}"
    captions = [item.full for item in content.items if item.kind in ("ten_bang", "don_vi")]
    if wanted and texts(parts.captions) != [plain(text) for text in captions]:
        yield f"captions: {texts(parts.captions)} != {captions}"


def _number(text: str) -> str:
    return text.split()[-1].rstrip(".)/")


def _frame_differs(parts: Parts, content: Content) -> Iterator[str]:
    if parts.issuer is not Issuer.STATE or parts.unsure:
        yield f"issuer {parts.issuer}, unsure {parts.unsure}"
    if parts.kind.name != (content.kind.lower() or "công văn") and not content.kind.endswith("CHUYÊN ĐỀ"):
        yield f"kind {parts.kind}"
    annexes = [(plain(a.word.text), lines(a.title), lines(a.reference)) for a in parts.appendices]
    wanted = [(one.word, plain(one.title), plain(one.reference)) for one in content.annexes]
    if [(word, " ".join(title), " ".join(ref)) for word, title, ref in annexes] != wanted:
        yield f"appendices: {annexes} != {wanted}"
    rules = {"tieu_ngu", "co_quan", *(["trich_yeu"] if content.kind else [])}
    if set(parts.strokes) != rules:
        yield f"strokes: {set(parts.strokes)}"
    tables = len(content.of("bang")) + sum(
        item.kind == "bang" for one in content.annexes for item in one.items
    )
    if content.items and content.items[0].number and len(parts.data_tables) != tables:
        yield f"data tables: {len(parts.data_tables)} != {tables}"
