"""The record: one unit's data of one period, valid for its catalogue. Frozen, printable, picklable."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from baocao.errors import Where
from baocao.packs.catalogue import Indicator
from baocao.quick import quick_dataclass
from baocao.source.raw import RawValue


class Hedge(StrEnum):
    """Words that make a figure approximate."""

    NONE = ""
    OVER = "trên"
    MORE = "hơn"
    NEARLY = "gần"
    ABOUT = "khoảng"
    UNDER = "dưới"


@dataclass(frozen=True, slots=True)
class StyledDate:
    """A date and how it was typed: `long` is "05 tháng 3 năm 2024", short is "05/3/2024"."""

    day: dt.date
    long: bool = False


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A cited document: `name` is its type ("Kế hoạch"), `symbol` as printed ("34/KH-UBND")."""

    name: str
    symbol: str = ""
    date: StyledDate | None = None
    issuer: str = ""
    subject: str = ""


@quick_dataclass(frozen=True, slots=True)
class Value:
    """One indicator as the data states it.

    number: counts, points, ranks, money (đồng), rates (percent: 98.74). scale: the unit money was typed in
    ("triệu", "tỷ"), "" for đồng. of: total of a rank, maximum of points. nil: stated as "không phát sinh".
    decimals: places to print, when the data says so.
    text: Markdown source of a text. records: rows of a list, each field a Value. tree: the field with the
    number of each row ("1", "1.1"), "" for a plain list (`model.outline`). columns: of a list in a workbook,
    the column of each field ("AA"), blank ones too.
    """

    where: Where = field(default_factory=Where)
    number: Decimal | None = None
    of: Decimal | None = None
    nil: bool = False
    hedge: Hedge = Hedge.NONE
    decimals: int | None = None
    scale: str = ""
    text: str = ""
    date: StyledDate | None = None
    period: str = ""
    document: DocumentRef | None = None
    yes: bool | None = None
    records: tuple[Mapping[str, Value], ...] = ()
    source: str = ""
    window: tuple[StyledDate | None, StyledDate | None] = (None, None)
    tree: str = ""
    columns: tuple[tuple[str, str], ...] = field(default=(), compare=False)


class PeriodKind(StrEnum):
    """Kinds of reporting period (`loai` of `ky`)."""

    YEAR = "nam"
    HALF = "6_thang"
    NINE = "9_thang"
    QUARTER = "quy"
    MONTH = "thang"
    SPAN = "giai_doan"


@dataclass(frozen=True, slots=True)
class Period:
    """The reported period. `label` ("năm 2023") is separate from the data window and the as-of date.

    number: the quarter, month or half of the year, 0 where it has none. last_year: end of a `giai_doan`.
    previous_label, next_label: "năm 2022", "năm 2024". own_window: the data file gave a day of the window.
    """

    kind: PeriodKind
    year: int
    number: int
    label: str
    previous_label: str
    next_label: str
    window_from: dt.date
    window_to: dt.date
    as_of: dt.date | None = None
    last_year: int = 0
    own_window: bool = False


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: `lines` are the authority and title lines, top to bottom, as printed (NĐ 30, PL I.II.7)."""

    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How a unit likes its figures and words; defaults follow spec nd30 4.1."""

    two_digit_counts: bool = True
    two_digit_ranks: bool = True
    decimals: int = 2
    keep_zeros: bool = False
    zero_word: str = "linh"
    thousand_word: str = "nghìn"
    long_dates: bool | None = None  # None: as typed
    capital_self_name: bool | None = None  # None: as typed
    footnotes_restart: str = ""  # "" as the template has it, "continuous", "eachPage", "eachSect"


@dataclass(frozen=True, slots=True)
class Unit:
    """The issuing body. `extra` holds further texts of the profile for the unit's own templates (`dv.x`).

    header_lines: the agency's name as it stands at the top left, one entry a line, capitals.
    parent_lines: cơ quan chủ quản, when there is one. symbol: after "BC-" ("UBND").
    self_name: how the report calls its unit ("Huyện", "xã"). level: "tinh", "xa", "huyen", "so", "phong", ...
    recipients: nơi nhận without the last line; archive: the last line's text ("VT, PCVP").
    drafter: người soạn thảo, printed after the archive line as subscript or in brackets (`drafter_form`).
    terms: what changed its name with the law, as it is called on the day of the report (`dv.mot_cua`).
    code: mã đơn vị hành chính (5 digits of a commune, 2 of a province; "VD-001" of a made-up unit) or "".
    parent: the name of the unit above, as its profile or `dong_chu_quan` writes it, or "".
    electronic: whether its documents are issued as files (`the_thuc`).
    """

    name: str
    level: str
    header_lines: tuple[str, ...]
    parent_lines: tuple[str, ...]
    place: str
    symbol: str
    self_name: str
    signer: Signer
    recipients: tuple[str, ...]
    archive: str
    drafter: str = ""
    drafter_form: str = "chi_so_duoi"
    addressees: tuple[str, ...] = ()
    style: HouseStyle = field(default_factory=HouseStyle)
    extra: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    code: str = ""
    parent: str = ""
    electronic: bool = False


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """Number and date of the report itself. `number` and `date` are None where left blank (a draft).

    type_name: tên loại ("BÁO CÁO"), subject: trích yếu, one entry a line. basis: căn cứ (Markdown), likewise.
    """

    number: int | None
    symbol: str
    date: dt.date | None
    type_name: str
    subject: tuple[str, ...]
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """One of the units of a roll-up. figures: what it gives to each total, by indicator id, as written."""

    name: str
    file: str
    figures: Mapping[str, RawValue]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything one report is made of, valid for its pack's catalogue.

    values and previous: by indicator id; a blank indicator has no entry. notes: Markdown sources of footnotes
    named in texts (`[^ten]`). years: the values of other years, likewise, for a series. carries_on:
    `previous` ends where this period begins, and is of the same unit: what was left then is what was
    carried over. summed: the ids whose figures `baocao tong-hop` added up from those of the units below.
    units: those units. named: the indicators that the record has besides its pack's (`so`); their values
    stand among the others. blanks: the cells of a form that were left blank, by id. told: the ids with a
    fault that stops the report, when what is left is judged.
    """

    file: str
    pack_id: str
    unit: Unit
    period: Period
    head: DocumentHead
    values: Mapping[str, Value]
    previous: Mapping[str, Value] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    years: Mapping[int, Mapping[str, Value]] = field(default_factory=dict)
    carries_on: bool = False
    summed: frozenset[str] = frozenset()
    units: tuple[UnitFigures, ...] = ()
    named: tuple[Indicator, ...] = ()
    blanks: Mapping[str, Where] = field(default_factory=dict)
    told: frozenset[str] = frozenset()
