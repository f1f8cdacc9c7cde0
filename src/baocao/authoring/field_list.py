"""A Word document that lists every field of a pack with the tag to paste, for whoever edits its template."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.authoring.field_examples import (
    block_rows,
    condition_rows,
    filter_rows,
    fragment_rows,
    list_rows,
    table_example,
)
from baocao.authoring.field_rows import FieldRows, field_rows
from baocao.authoring.field_sheet import dash, heading, paragraph, plain_table, rows_table, text_width, title
from baocao.formats import Format, Length, Mm, load_format
from baocao.ooxml.base import base_parts, section_xml
from baocao.ooxml.names import DOCUMENT
from baocao.ooxml.package import write_package
from baocao.ooxml.xml import DECLARATION, NAMESPACES
from baocao.packs.pack import Pack

_HEADINGS = ("I.", "1.")
_TITLE = "Các trường dùng trong mẫu Word"
_HOW_TO = (
    "Tìm số hoặc chữ cần in: bấm Ctrl+F rồi gõ vài chữ trong tên của nó, ví dụ «{vi_du}».",
    "Bôi đen cả thẻ ở cột «Thẻ để dán», kể cả hai dấu ngoặc nhọn, bấm Ctrl+C; sang mẫu Word, bấm chuột phải "
    "vào chỗ cần in và chọn kiểu dán chỉ giữ chữ (Keep Text Only).",
    "Tệp này chỉ để tra cứu: khi làm báo cáo, chương trình thay mỗi thẻ trong mẫu bằng số liệu của đơn vị, "
    "viết như ở cột «In ra» (số và chữ ở cột đó chỉ là ví dụ).",
)
_ABOUT_DATA = (
    "Thẻ mở đầu bằng {{p đứng riêng một đoạn; muốn in giữa câu thì đổi {{p thành {{r. "
    "Thẻ có «m.» chỉ dùng ở giữa hai thẻ for và endfor của danh sách đứng ngay phía trên nó trong bảng."
)
_ABOUT_FIGURE = (
    "Các thẻ dưới đây viết cho «{nhan}». Dùng cho số khác thì đổi phần đứng trước dấu chấm cuối cùng: "
    "{ma} thành tên của số đó."
)
_ABOUT_CONDITIONS = (
    "Chữ ở giữa thẻ if và thẻ endif chỉ in khi điều kiện đúng. Có mở thì phải có đóng: mỗi if một endif, "
    "cùng nằm trong một đoạn; muốn bỏ cả đoạn thì viết {%p if … %} và {%p endif %}, mỗi thẻ riêng một đoạn."
)
_ABOUT_LISTS = (
    "Chữ ở giữa thẻ for và thẻ endfor in lại một lần cho mỗi dòng của danh sách; m là dòng đang in. "
    "Các ví dụ viết cho danh sách «{nhan}»; danh sách khác thì đổi {ma} và tên các cột sau «m.»."
)
_ABOUT_TABLE = (
    "Bảng có một hàng cho mỗi dòng của danh sách: chép cả bảng này sang mẫu rồi sửa. Hàng có thẻ for và hàng "
    "có thẻ endfor không in ra."
)
_ABOUT_FILTERS = (
    "Bộ lọc đổi cách viết: thêm dấu | và tên bộ lọc vào trong thẻ, sau tên trường. Cột «Thẻ để dán» dùng số, "
    "chữ gõ sẵn làm ví dụ; trong mẫu thì thay phần đứng trước dấu | bằng tên trường."
)
_ABOUT_FRAGMENTS = "Mỗi thẻ dưới đây, đứng riêng một đoạn, đem cả phần đó vào mẫu."
_ABOUT_BLOCKS = (
    'Mẫu của đơn vị mở đầu bằng {{%p extends "{goi}" %}} thì chỉ cần chứa những khối muốn thay; các khối '
    "khác in như mẫu gốc. Lệnh «baocao mau sao-chep {goi} --khoi …» lấy ra khối bất kỳ, cùng chữ đang dùng, "
    "để sửa."
)
_NOTES = (
    "Chèn chú thích bằng chính Word: đặt con trỏ sau chữ cần chú thích, vào Tham khảo (References), chọn "
    "Chèn cước chú (Insert Footnote), rồi viết nội dung ở cuối trang.",
    "Trong chú thích dùng được mọi thẻ ở trên, ví dụ: {{ ky.ten }}.",
    "Đoạn có dấu chú thích không in thì chú thích của nó cũng không in; số thứ tự do chương trình đánh lại.",
    "Không đặt chú thích trong đầu trang, chân trang, khung chữ và trong một chú thích khác.",
)
_VIEWS = {"dv": "Đơn vị", "ky": "Kỳ báo cáo", "vb": "Phần đầu văn bản"}
_ORDINAL = Mm(60)


def field_list(pack: Pack) -> bytes:
    """The list as a .docx: not a template, its tags are text to copy. The same pack gives the same bytes."""
    fmt = load_format(pack.manifest.format_profile)
    body = "".join(_content(pack, fmt))
    parts = base_parts(fmt, _HEADINGS, title=f"{_TITLE}: {pack.manifest.title}")
    section = section_xml(fmt, landscape=True)
    document = f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"
    return write_package(parts | {DOCUMENT: document.encode()})


def _content(pack: Pack, fmt: Format) -> Iterator[str]:
    manifest, rows = pack.manifest, field_rows(pack)
    yield title(_TITLE, manifest.title, f"Gói {manifest.id}, phiên bản {manifest.version}")
    example = next((one.label for one in pack.catalogue), "kỳ báo cáo")
    yield from (paragraph(sentence.format(vi_du=example)) for sentence in _HOW_TO)
    yield from _data(rows)
    yield from _views(rows)
    yield from _numbers(pack, rows)
    yield from _conditions(pack)
    yield from _lists(pack, fmt)
    yield from (heading("Bộ lọc: đổi cách viết số và chữ"), paragraph(_ABOUT_FILTERS))
    yield rows_table(filter_rows(), "Việc")
    yield from _ready_parts(pack)
    yield from (heading("Chú thích cuối trang"), *map(dash, _NOTES))


def _data(rows: FieldRows) -> Iterator[str]:
    yield from (heading("Số liệu của báo cáo"), paragraph(_ABOUT_DATA))
    for label, items in rows.groups.items():
        yield from (heading(label, 2), rows_table(items))


def _views(rows: FieldRows) -> Iterator[str]:
    yield heading("Đơn vị, kỳ báo cáo, phần đầu văn bản")
    for name, items in rows.views.items():
        yield from (heading(_VIEWS.get(name, name), 2), rows_table(items))


def _numbers(pack: Pack, rows: FieldRows) -> Iterator[str]:
    if not rows.figure:
        return
    id_ = rows.figure[0].paste[0].strip("{} ").rpartition(".")[0]
    yield heading("So sánh với kỳ trước và các chi tiết của một số")
    yield paragraph(_ABOUT_FIGURE.format(nhan=pack.catalogue[id_].label, ma=id_))
    yield rows_table(rows.figure)


def _conditions(pack: Pack) -> Iterator[str]:
    rows = condition_rows(pack)
    if rows:
        yield from (heading("Điều kiện: chỉ in khi đúng"), paragraph(_ABOUT_CONDITIONS))
        yield rows_table(rows, "Việc")


def _lists(pack: Pack, fmt: Format) -> Iterator[str]:
    table = table_example(pack)
    if table is None:
        return
    one = table.indicator
    yield from (
        heading("Danh sách: in lại cho từng dòng"),
        paragraph(_ABOUT_LISTS.format(nhan=one.label, ma=one.id)),
    )
    yield rows_table(list_rows(pack), "Việc")
    others = len(one.fields)
    rest = Length((text_width(fmt) - _ORDINAL) // others)
    yield from (paragraph(_ABOUT_TABLE), plain_table(table.rows, (_ORDINAL, *[rest] * others)))


def _ready_parts(pack: Pack) -> Iterator[str]:
    fragments = fragment_rows(pack)
    yield heading("Các phần có sẵn")
    if fragments:
        yield from (
            heading("Đem cả một phần vào mẫu", 2),
            paragraph(_ABOUT_FRAGMENTS),
            rows_table(fragments, "Phần"),
        )
    yield from (heading("Thay một khối của mẫu gốc", 2), paragraph(_ABOUT_BLOCKS.format(goi=pack.id)))
    yield rows_table(block_rows(), "Khối")
