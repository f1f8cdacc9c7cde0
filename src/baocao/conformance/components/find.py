"""The corridor of this room: a `Paper` -> its `Parts`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baocao.conformance.components import opening
from baocao.conformance.components.appendices import find_appendices
from baocao.conformance.components.appendices import is_word as is_appendix
from baocao.conformance.components.body import Body, read_body
from baocao.conformance.components.closing import Closing, find_closing
from baocao.conformance.components.contents import contents_of
from baocao.conformance.components.head import Head, find_anchors, name_agency
from baocao.conformance.components.normative import is_normative
from baocao.conformance.components.opening import Opening
from baocao.conformance.components.others import other_documents, placing_tables
from baocao.conformance.components.rules_below import strokes_of
from baocao.conformance.components.stream import Entry, Stream, stream_of
from baocao.conformance.components.words import words
from baocao.conformance.paper import Line, Paper, Paragraph, Stroke, Table, paragraphs_of
from baocao.conformance.parts import Issuer, Kind, Parts
from baocao.formats import Format

_WINDOW = 90
"""Lines of a document among which head, type and subject stand."""
_ASTRAY = 40
"""Lines behind the head among which a component of the head is looked for that stands in the wrong place."""


@dataclass(slots=True)
class _Found:
    """The document with what was found in it so far. start: the block the text begins at; end: the block the
    signature begins at; rest: the entry behind the signature.
    """

    stream: Stream
    head: Head
    opening: Opening
    start: int = 0
    closing: Closing | None = None
    end: int = 0
    rest: int = 0


def find_parts(paper: Paper, format: Format) -> Parts:
    """Every component of the document by text, place and order. format: its fixed texts are looked for."""
    stream = stream_of(paper)
    contents = contents_of(stream.blocks)
    stream.entries = [entry for entry in stream.entries if id(entry.paragraph) not in contents]
    found = _opened(stream, format)
    _close(found, format)
    used = {id(entry.paragraph) for entry in _used(found)}
    blocks = [block for block in stream.blocks[found.start : found.end] if id(block) not in contents]
    parts = _parts(found, read_body(blocks, used), format)
    mine = {id(entry) for entry in _used(found)}
    parts.others = _lines(other_documents(stream, found.rest, mine, format))
    parts.strokes = _strokes(found, parts)
    parts.signing = _signing(found, found.closing or Closing(0, 0))
    return parts


def _opened(stream: Stream, format: Format) -> _Found:
    """Head, type, subject and Kính gửi."""
    window = stream.header + stream.entries[:_WINDOW]
    at = opening.find_type(window)
    limit = (
        at
        if at is not None
        else next(
            (i for i, entry in enumerate(window) if opening.is_text(entry) and not _placed(entry)),
            len(window),
        )
    )
    boxed = [entry for entry in window[limit:] if entry.boxed]
    head = find_anchors([*window[:limit], *boxed], format)
    _look_astray(head, window[limit : limit + _ASTRAY], format)
    if at is None:
        limit = _end_of_head(window, limit, head)
    name_agency(head, [*window[:limit], *boxed])
    found = _Found(stream, head, Opening())
    _read_opening(found, [entry for entry in window[limit:] if not entry.boxed], typed=at is not None)
    found.start = _start(found, window[:limit])
    return found


def _placed(entry: Entry) -> bool:
    return entry.table is not None or entry.boxed


def _look_astray(head: Head, below: Sequence[Entry], format: Format) -> None:
    """Components of the head that stand below it."""
    if head.party or (head.quoc_hieu and head.tieu_ngu and head.so_ky_hieu and head.dia_danh_ngay):
        return
    other = find_anchors([entry for entry in below if not opening.is_text(entry)], format)
    if not head.quoc_hieu:
        head.quoc_hieu = other.quoc_hieu
    if not head.tieu_ngu:
        head.tieu_ngu = other.tieu_ngu
    if head.anchors and not head.so_ky_hieu:
        head.so_ky_hieu = other.so_ky_hieu
    if head.anchors and not head.dia_danh_ngay:
        head.dia_danh_ngay = other.dia_danh_ngay


def _end_of_head(window: Sequence[Entry], limit: int, head: Head) -> int:
    """Where the head ends in a document without a line that names its type: behind its last component."""
    ids = set(map(id, head.anchors + head.urgency + head.secrecy))
    tables = {id(entry.table) for entry in window[:limit] if id(entry) in ids and entry.table}
    last = 0
    for at, entry in enumerate(window[:limit]):
        about = words().about.match(entry.key) is not None
        if id(entry) in ids or (entry.table and id(entry.table) in tables) or about:
            last = at + 1
    return last


def _read_opening(found: _Found, below: Sequence[Entry], *, typed: bool) -> None:
    head, result = found.head, found.opening
    symbol = "".join(entry.text for entry in head.so_ky_hieu).partition("/")[2]
    told = words().kind(symbol)
    taken = set(map(id, head.used))
    rest = [entry for entry in below if id(entry) not in taken]
    if typed:
        result.kind = opening.kind_of(rest[0]) or Kind()
        result.ten_loai = [rest.pop(0)]
    elif rest and not head.about and opening.unknown_type(rest):
        result.ten_loai = [rest.pop(0)]
    elif told is not None:
        result.kind = told
    opening.read_on(rest, result, below_head=typed or head.issuer is not Issuer.UNKNOWN)
    if not result.ten_loai and told is None and (head.about or result.kinh_gui):
        result.kind = words().letter


def _start(found: _Found, head: Sequence[Entry]) -> int:
    """The block below subject and type, else below the head."""
    named = found.opening.ten_loai + found.opening.trich_yeu + found.opening.standing
    if named:
        return max(entry.block for entry in named) + 1
    ids = set(map(id, found.head.used))
    return max((entry.block for entry in head if id(entry) in ids), default=-1) + 1


def _close(found: _Found, format: Format) -> None:
    """Nơi nhận and signature, and where the text ends."""
    entries = found.stream.entries
    first = next((at for at, entry in enumerate(entries) if entry.block >= found.start), len(entries))
    found.closing = find_closing(found.stream, first, format)
    if found.closing is None:
        places = range(first, len(entries))
        found.rest = next((at for at in places if _opens_appendix(entries[at])), len(entries))
        found.end = entries[found.rest].block if found.rest < len(entries) else len(found.stream.blocks)
        return
    found.rest = found.closing.last
    found.end = entries[found.closing.first].block
    if not found.head.dia_danh_ngay:
        found.head.dia_danh_ngay = found.closing.date[:1]


def _opens_appendix(entry: Entry) -> bool:
    return is_appendix(entry) and entry.table is None and (entry.centred or entry.bold)


def _used(found: _Found) -> list[Entry]:
    used = found.head.used + found.opening.used
    return used + (found.stream.entries[found.closing.first : found.closing.last] if found.closing else [])


def _lines(entries: Iterable[Entry]) -> tuple[Line, ...]:
    return tuple(entry.line for entry in entries)


def _parts(found: _Found, body: Body, format: Format) -> Parts:
    head, start = found.head, found.opening
    closing = found.closing or Closing(0, 0)
    layout = _layout_tables(found, format)
    return Parts(
        kind=start.kind,
        issuer=_issuer(head, start.kind),
        quoc_hieu=_lines(head.quoc_hieu),
        tieu_ngu=_lines(head.tieu_ngu),
        chu_quan=_lines(head.chu_quan),
        co_quan=_lines(head.co_quan),
        so_ky_hieu=_lines(head.so_ky_hieu),
        dia_danh_ngay=_lines(head.dia_danh_ngay),
        ten_loai=_lines(start.ten_loai),
        trich_yeu=_lines(start.trich_yeu),
        trich_yeu_cong_van=_lines(head.about),
        tham_quyen=_lines(start.authority),
        kinh_gui=_lines(start.kinh_gui),
        can_cu=tuple(body.can_cu),
        than_bai=tuple(body.than_bai),
        prose=body.prose,
        blanks=tuple(body.blanks),
        headings=body.headings,
        noi_nhan_tu=_lines(closing.word),
        noi_nhan=_lines(closing.recipients),
        drafter=_lines(closing.drafter),
        quyen_han=_lines(() if closing.joint else closing.authority),
        nguoi_ky=_lines(() if closing.joint else closing.signer),
        urgency=_lines(head.urgency),
        circulation=_lines(head.circulation),
        secrecy=_lines(head.secrecy),
        address=_lines(entry for entry in found.stream.footer if words().contact.match(entry.key)),
        captions=tuple(body.captions),
        layout_tables=tuple(layout),
        data_tables=tuple(_data_tables(found, layout)),
        appendices=find_appendices(found.stream, found.rest),
        unsure=_doubts(found),
    )


def _issuer(head: Head, kind: Kind) -> Issuer:
    """Whose format the document follows: of another law, when its number is that of a normative act."""
    number = " ".join(entry.text for entry in head.so_ky_hieu)
    return Issuer.OTHER if head.issuer is Issuer.STATE and is_normative(number, kind) else head.issuer


def _doubts(found: _Found) -> dict[str, str]:
    """Why a component could not be told for certain, by the fields of Parts it concerns."""
    doubts: dict[str, str] = {}
    if found.head.doubt:
        doubts |= dict.fromkeys(("chu_quan", "co_quan"), found.head.doubt)
    if found.closing and found.closing.doubt:
        lists = () if found.closing.joint else ("noi_nhan", "noi_nhan_tu")
        doubts |= dict.fromkeys(("quyen_han", "nguoi_ky", *lists), found.closing.doubt)
    early = found.stream.entries[: found.closing.first if found.closing else 0]
    text = (entry for entry in early if entry.block >= found.start)
    if any(_opens_appendix(entry) and entry.centred for entry in text):
        doubts["appendices"] = "có phụ lục đứng trước chữ ký: xem phụ lục nào thuộc văn bản này"
    return doubts


def _layout_tables(found: _Found, format: Format) -> list[Table]:
    """The tables that only place components, each once: its own, then those of others, of forms."""
    tables = [entry.table for entry in _used(found) if entry.table is not None]
    tables += placing_tables(found.stream, format)
    return list({id(table): table for table in tables}.values())


def _data_tables(found: _Found, layout: Sequence[Table]) -> list[Table]:
    placing = set(map(id, layout))
    return [block for block in found.stream.blocks if isinstance(block, Table) and id(block) not in placing]


def _strokes(found: _Found, parts: Parts) -> dict[str, Stroke]:
    """The rules under Tiêu ngữ, agency and subject."""
    blocks = [entry.block for entry in found.head.used + found.opening.ten_loai + found.opening.trich_yeu]
    near = found.stream.blocks[: max(blocks, default=0) + 3]
    first = found.stream.paper.sections[:1]
    header = [block for section in first for group in section.headers.values() for block in group]
    paragraphs = list(paragraphs_of([*header, *near]))
    keys = ("tieu_ngu", "co_quan", "trich_yeu")
    return strokes_of(paragraphs, {key: getattr(parts, key) for key in keys})


def _signing(found: _Found, closing: Closing) -> tuple[Paragraph, ...]:
    """The paragraphs of the signature's side with blank ones."""
    lines = [] if closing.joint else [entry.line for entry in closing.signature]
    cells = list({id(c): c for line in lines if (c := line.paragraph.cell) is not None}.values())
    if cells:
        return tuple(paragraph for cell in cells for paragraph in cell.paragraphs)
    if not lines:
        return ()
    first, last = lines[0].paragraph, lines[-1].paragraph
    flow = list(paragraphs_of(found.stream.blocks[found.end :]))
    places = [at for at, paragraph in enumerate(flow) if paragraph is first or paragraph is last]
    inside = flow[min(places) : max(places) + 1] if places else []
    mine = {id(line.paragraph) for line in lines}
    return tuple(p for p in inside if id(p) in mine or p.blank)
