"""Dates, cited documents and yes/no: values that print themselves."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from baocao.derive.blank import Blank
from baocao.model.record import DocumentRef, HouseStyle, StyledDate
from baocao.vietnamese.dates import long_date, short_date

DATE_FIELDS = ("gia_tri", "dai", "ngan")
DOCUMENT_FIELDS = ("loai", "so", "ngay", "co_quan", "trich_yeu")


@dataclass(frozen=True, slots=True)
class DateView:
    """A date, printed as it was typed unless the house style says otherwise; without the word "ngày"."""

    gia_tri: dt.date
    _long: bool = False

    trong: ClassVar[bool] = False
    khong_phat_sinh: ClassVar[bool] = False

    @property
    def dai(self) -> str:
        """ "05 tháng 3 năm 2024"."""
        return long_date(self.gia_tri)

    @property
    def ngan(self) -> str:
        """ "05/3/2024"."""
        return short_date(self.gia_tri)

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return ("trong", "khong_phat_sinh", *DATE_FIELDS)

    def __dir__(self) -> tuple[str, ...]:
        return self.names()

    def __str__(self) -> str:
        return self.dai if self._long else self.ngan

    def __html__(self) -> str:
        return str(self)


def date_view(date: StyledDate, style: HouseStyle) -> DateView:
    """A typed date in the house style (`kieu_ngay`)."""
    return DateView(date.day, date.long if style.long_dates is None else style.long_dates)


def date_or_blank(date: StyledDate | None, style: HouseStyle, id_: str, label: str) -> DateView | Blank:
    """The date, or a blank that knows what is missing."""
    return Blank(id_, label, DATE_FIELDS) if date is None else date_view(date, style)


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A cited document; prints in full: type, number, date, issuer, subject (NĐ 30, PL I.II.6.b)."""

    _document: DocumentRef
    _style: HouseStyle
    _id: str
    ten: str

    trong: ClassVar[bool] = False
    khong_phat_sinh: ClassVar[bool] = False

    @property
    def loai(self) -> str:
        """The document's type: "Kế hoạch"."""
        return self._document.name

    @property
    def so(self) -> str | Blank:
        """Number and symbol: "34/KH-UBND"."""
        return self._document.symbol or self._blank("so", "Số ký hiệu", ())

    @property
    def ngay(self) -> DateView | Blank:
        """The document's date."""
        date = self._document.date
        return self._blank("ngay", "Ngày", DATE_FIELDS) if date is None else date_view(date, self._style)

    @property
    def co_quan(self) -> str | Blank:
        """Who issued it."""
        return self._document.issuer or self._blank("co_quan", "Cơ quan ban hành", ())

    @property
    def trich_yeu(self) -> str | Blank:
        """What it is about."""
        return self._document.subject or self._blank("trich_yeu", "Trích yếu", ())

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return ("ten", "trong", "khong_phat_sinh", *DOCUMENT_FIELDS)

    def __dir__(self) -> tuple[str, ...]:
        return self.names()

    def _blank(self, field: str, label: str, fields: tuple[str, ...]) -> Blank:
        return Blank(f"{self._id}.{field}", f"{label} của {self.ten}", fields)

    def __str__(self) -> str:
        document = self._document
        parts = (
            document.name,
            f"số {document.symbol}" if document.symbol else "",
            f"ngày {date_view(document.date, self._style)}" if document.date else "",
            f"của {document.issuer}" if document.issuer else "",
            _about(document.subject),
        )
        return " ".join(part for part in parts if part)

    def __html__(self) -> str:
        from markupsafe import escape

        return str(escape(str(self)))


def _about(subject: str) -> str:
    return subject if not subject or subject.lower().startswith("về ") else f"về {subject}"


@dataclass(frozen=True, slots=True)
class YesNo:
    """A yes/no figure: true when yes; prints "có" or "không"."""

    gia_tri: bool
    ten: str

    trong: ClassVar[bool] = False
    khong_phat_sinh: ClassVar[bool] = False

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return ("ten", "trong", "khong_phat_sinh", "gia_tri")

    def __dir__(self) -> tuple[str, ...]:
        return self.names()

    def __bool__(self) -> bool:
        return self.gia_tri

    def __str__(self) -> str:
        return "có" if self.gia_tri else "không"

    def __html__(self) -> str:
        return str(self)
