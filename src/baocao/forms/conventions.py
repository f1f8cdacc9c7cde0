"""How a form names its cells; writer and reader know no other way.

A form describes itself, so that reading needs no pack:

- Row 1 of every sheet that holds data is hidden and has the id of each column; column A is hidden and has
  the id of each row. A cell is named by the two. Rows and columns without an id hold nothing that is read.
- Figures, `Chung`, documents, texts: a row an entry. The row id of `Chung` is a path of the data file's head
  ("ky.nam", "van_ban.trich_yeu"; a list of lines is one cell of several lines); elsewhere it is an indicator.
- Lists: tables side by side. The column id is "<list>[].<field>", with a third name where one field takes
  several cells: "<list>[].van_ban.so", "<list>[].diem.tong", "<list>[].von.don_vi_tien". Column A has
  `TABLE_HEAD` in the row of the headings; every row below belongs to the table, rows of blanks count nothing.
  A table whose only cell is "không phát sinh" says that of the whole list.
- `Chú thích` (columns `ten`, `noi_dung`) and `Mục khác` (`duong_dan`, `gia_tri`) are such tables, too.
  A path of `Mục khác` starts at the top of the data file: `so_lieu.tthc.linh_vuc[2].so.nguon`; items count
  from 1; a name that is not plain is written like a JSON text: `chu_thich."a b"`.
- `_baocao` (very hidden) lists what the form was made for, and every id with its place.

`baocao.forms.layout` lays a pack out; `baocao.forms.leaf` makes the data file's value
out of the cells of one entry.
"""

from __future__ import annotations

from enum import StrEnum

from baocao.packs.catalogue import Kind

FORM_VERSION = 1
"""`dang` of the forms this program writes; it reads these and older ones."""

META_SHEET = "_baocao"
GUIDE_NAME, CHECKS_NAME = "Hướng dẫn", "Kiểm tra"
"""The sheets of every form that hold no data; no other sheet is called so (`layout`)."""
TABLE_HEAD = "tieu_de"
"""In column A of the row that has a table's headings."""

ID_ROW, ID_COLUMN = 0, 0
HEAD_ROW, FIRST_ROW = 3, 4
"""Rows (from 0) of the headings and of the first entry, as forms are written; read by ids, not by these."""


class SheetKind(StrEnum):
    """What a sheet is for; `trang` rows of `_baocao` say it of each."""

    GUIDE = "huong_dan"
    HEAD = "chung"
    FIGURES = "so_lieu"
    DOCUMENTS = "van_ban"
    TEXTS = "loi_van"
    LISTS = "danh_sach"
    NOTES = "chu_thich"
    CHECKS = "kiem_tra"
    OTHERS = "muc_khac"


ROWED = frozenset({SheetKind.HEAD, SheetKind.FIGURES, SheetKind.DOCUMENTS, SheetKind.TEXTS})
"""Sheets with an entry a row. Lists, notes and others are tables; guide and checks hold no data."""


class Role(StrEnum):
    """Column ids of sheets with an entry a row."""

    ID = "ma"
    NUMBER = "tt"
    LABEL = "nhan"
    UNIT = "don_vi_tinh"
    VALUE = "gia_tri"
    TOTAL = "tong"
    SCALE = "don_vi_tien"
    HEDGE = "rao"
    COMPUTED = "tu_tinh"
    BEFORE = "nam_truoc"
    CHANGE = "tang_giam"
    CHECK = "kiem_tra"
    EXPLANATION = "giai_thich"
    STATED = "cong_bo"
    DECIMALS = "so_le"
    SOURCE = "nguon"
    FROM = "tu_ngay"
    TO = "den_ngay"
    IN_USE = "so_dung"
    SLACK = "sai_so"
    NAME = "ten"
    CONTENT = "noi_dung"
    PATH = "duong_dan"


EMPTY_LIST = "[]"
"""In the column of values of `Mục khác`: a list of nothing, which says "none" where a blank says nothing."""

DOCUMENT_PARTS = ("loai", "so", "ngay", "co_quan", "trich_yeu")
"""Column ids of a document, on the sheet of documents and in lists: its entries
in the data file."""

MISSED_CELLS = (Role.SCALE.value, "so", "ngay")
"""Columns whose blank cell in an entry may be told: the money unit, number and date of a document."""

OPTIONS = (Role.HEDGE, Role.STATED, Role.DECIMALS, Role.SOURCE, Role.FROM, Role.TO)
"""Columns that make the long form of a value, each an entry of it under the same name."""

DATA_ROLES = frozenset(
    {Role.VALUE, Role.TOTAL, Role.SCALE, *OPTIONS, Role.BEFORE, *DOCUMENT_PARTS, Role.NAME, Role.CONTENT}
)
"""Columns that hold data; the others are for people, or computed."""

SCALES = ("đồng", "triệu đồng", "tỷ đồng")
PAIRED = frozenset({Kind.RANK, Kind.POINTS})
"""Kinds with a total or a maximum, in a cell of its own: Excel makes a date of "11/12"."""


def split_column(id_: str) -> tuple[str, str, str] | None:
    """List, field and part of a table's column id; its own cell is the part VALUE. None: no list's."""
    list_id, mark, rest = id_.partition("[].")
    name, _, part = rest.partition(".")
    return (list_id, name, part or Role.VALUE) if mark and name else None
