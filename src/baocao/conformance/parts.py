"""The components of a document by their names in the decree, each as the lines or paragraphs that hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from baocao.conformance.paper import Line, Paragraph, Section, Stroke, Table


class Issuer(StrEnum):
    """Whose format a document follows. OTHER: of another law (văn bản quy phạm pháp luật)."""

    STATE = "nha_nuoc"
    PARTY = "dang"
    OTHER = "luat_khac"
    UNKNOWN = "khong_ro"


@dataclass(frozen=True, slots=True)
class Kind:
    """The type of a document. name: in lower case ("báo cáo"; "công văn" for a letter, "" when unknown).

    abbreviation: that of the decree ("BC"; "" for a letter).
    """

    name: str = ""
    abbreviation: str = ""


@dataclass(eq=False, slots=True)
class Heading:
    """A numbered paragraph of the body.

    level: phần, chương, tiết (Mục, Tiểu mục), điều, mục ("I."), khoản ("1."), số con ("1.1."), điểm ("a)").
    number: as printed without sign ("IV", "3", "đ"). title: the words after it. titled: whether these are a
    title on a line of their own; False when the text runs on. own_title: for phần, chương, tiết: the
    paragraph below that holds the title.
    """

    paragraph: Paragraph
    level: str
    number: str
    title: str
    titled: bool
    own_title: Paragraph | None = None


@dataclass(eq=False, slots=True)
class Appendix:
    """An appendix: the line "Phụ lục I", its title, the line "(Kèm theo …)", its section."""

    word: Line
    title: tuple[Line, ...]
    reference: tuple[Line, ...]
    section: Section
    blocks: list[Paragraph | Table]


@dataclass(eq=False, slots=True)
class Parts:
    """Every component that was found; an empty tuple for one that is not there.

    The fields follow Điều 8.2 and PL I.II. `strokes`: the rule under a component by its key in the format
    ("tieu_ngu", "co_quan", "trich_yeu"). `unsure`: by component key, why it could not be told for certain.
    `layout_tables`: tables that only place a head or a signature; `data_tables`: all others.
    """

    kind: Kind
    issuer: Issuer
    quoc_hieu: tuple[Line, ...] = ()
    tieu_ngu: tuple[Line, ...] = ()
    chu_quan: tuple[Line, ...] = ()
    co_quan: tuple[Line, ...] = ()
    so_ky_hieu: tuple[Line, ...] = ()
    dia_danh_ngay: tuple[Line, ...] = ()
    ten_loai: tuple[Line, ...] = ()
    trich_yeu: tuple[Line, ...] = ()
    trich_yeu_cong_van: tuple[Line, ...] = ()
    tham_quyen: tuple[Line, ...] = ()
    """Who decides, on lines of its own above the căn cứ ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …", Mẫu 1.2, 1.3)."""
    kinh_gui: tuple[Line, ...] = ()
    """The line "Kính gửi: …" first, then one line a recipient."""
    can_cu: tuple[Paragraph, ...] = ()
    than_bai: tuple[Paragraph, ...] = ()
    """All paragraphs with words from below subject and Kính gửi to above the signature, no data tables."""
    prose: tuple[Paragraph, ...] = ()
    """Body text: those of `than_bai` that are no titled heading, căn cứ, caption or unit line of a table."""
    blanks: tuple[Paragraph, ...] = ()
    """Empty paragraphs between those of `than_bai`, not those beside a table."""
    headings: tuple[Heading, ...] = ()
    noi_nhan_tu: tuple[Line, ...] = ()
    noi_nhan: tuple[Line, ...] = ()
    drafter: tuple[Line, ...] = ()
    """Ký hiệu người soạn thảo on a line of its own below Nơi nhận ("PL.(300)", PL I.III.3)."""
    quyen_han: tuple[Line, ...] = ()
    """Authority and title lines above the signature ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")."""
    nguoi_ky: tuple[Line, ...] = ()
    signing: tuple[Paragraph, ...] = ()
    """All paragraphs of the signature's side, blank ones too."""
    appendices: tuple[Appendix, ...] = ()
    others: tuple[Line, ...] = ()
    """The number of each further document in the same file, which has a head of its own."""
    urgency: tuple[Line, ...] = ()
    circulation: tuple[Line, ...] = ()
    secrecy: tuple[Line, ...] = ()
    address: tuple[Line, ...] = ()
    """Địa chỉ cơ quan at the foot of page one (PL I.III.4)."""
    strokes: Mapping[str, Stroke] = field(default_factory=dict)
    unsure: Mapping[str, str] = field(default_factory=dict)
    layout_tables: tuple[Table, ...] = ()
    data_tables: tuple[Table, ...] = ()
    captions: tuple[Paragraph, ...] = ()
