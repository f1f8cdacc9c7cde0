"""Built-in components of an official document, `@name` in noi-dung.md; NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.

Each stands in a block of its own name, its parts in blocks of theirs, for a unit's template to replace.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from baocao.builder.charts import KEYS as CHART_KEYS
from baocao.builder.charts import chart, read_chart
from baocao.builder.contents import CONTENTS_KEYS, contents, read_contents
from baocao.builder.kit import REPORT_DATE, REPORT_NUMBER, Kit, block, loop, tag, text
from baocao.builder.sections import (
    APPENDIX_KEYS,
    begin_appendix,
    begin_stretch,
    end_appendix,
    end_stretch,
    read_appendix,
)
from baocao.errors import Finding, Where
from baocao.formats import Length, Mm
from baocao.ooxml.metrics import rule_functions
from baocao.ooxml.paragraphs import styled_paragraph
from baocao.ooxml.table_blocks import GAP
from baocao.ooxml.tables import cell, layout_table, row
from baocao.packs.entry import Entry
from baocao.source.raw import Literal, RawValue

_END = styled_paragraph("Ke", "", '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>')
"""Word wants a paragraph after the last table; one of a single point makes no page of its own."""
_SAMPLE_RULE = Mm(30)
_MORE_OR_LAST = "{% if loop.last %}.{% else %};{% endif %}"
_DRAFTER = (
    '{% if dv.nguoi_soan and dv.kieu_nguoi_soan == "ngoac" %} ({{ dv.nguoi_soan }})'
    "{% elif dv.nguoi_soan %}~{{ dv.nguoi_soan }}~{% endif %}"
)


def letterhead(kit: Kit) -> str:
    """Agency with its rule beside Quốc hiệu and Tiêu ngữ with theirs; below, in one row, number and date."""
    left, right = kit.fmt.header_columns
    top = row((cell(_agency(kit), left), cell(_nation(kit), right)))
    bottom = row((cell(_number() + _draft_mark(), left), cell(_date(), right)))
    return block("dau_van_ban", layout_table((left, right), (top, bottom)))


def type_and_subject(kit: Kit) -> str:
    """Tên loại; the trích yếu, each of its lines a paragraph; the rule under the last."""
    subject = loop("dong", "vb.trich_yeu", text("TrichYeu", "{{ dong }}"))
    rule = kit.rule("ke_trich_yeu(vb.trich_yeu)", Mm(50))
    return block("ten_loai", text("TenLoai", "{{ vb.ten_loai }}"), block("trich_yeu", subject, rule))


def addressees(kit: Kit) -> str:
    """Kính gửi: one addressee on the same line; more, each on its own line, parted by ";", ended by "."."""
    return block(
        "kinh_gui",
        tag("if dv.kinh_gui | length == 1"),
        text("KinhGui", "Kính gửi: {{ dv.kinh_gui[0] }}"),
        tag("elif dv.kinh_gui"),
        text("KinhGui", "Kính gửi:"),
        loop("noi", "dv.kinh_gui", text("KinhGuiMuc", "- {{ noi }}" + _MORE_OR_LAST)),
        tag("endif"),
    )


def legal_basis(kit: Kit) -> str:
    """Căn cứ, each on its own line, parted by ";", ended by "."; nothing when there is none."""
    return block("can_cu", loop("dong", "vb.can_cu", text("CanCu", "{{r dong }}" + _MORE_OR_LAST)))


def signature_block(kit: Kit) -> str:
    """Nơi nhận on the left, authority, title, room for the signature and name on the right; never torn apart.

    The room for the signature (25 mm) is the space before style NguoiKy. The last, tiny paragraph is there
    because a document may not end with a table.
    """
    left, right = kit.fmt.signature_columns
    cells = (cell(_recipients(), left), cell(_signer(), right))
    return block("khoi_ky", GAP, layout_table((left, right), (row(cells),))) + _END


def _agency(kit: Kit) -> str:
    return block(
        "co_quan",
        loop("dong", "dv.dong_chu_quan", text("ChuQuan", "{{ dong }}")),
        loop("dong", "dv.dong_ten", text("CoQuan", "{{ dong }}")),
        kit.rule("ke_co_quan(dv.dong_ten)", _SAMPLE_RULE),
    )


def _nation(kit: Kit) -> str:
    nation, motto = kit.fmt.components["quoc_hieu"], kit.fmt.components["tieu_ngu"]
    rule = kit.rule("ke_tieu_ngu()", Length(rule_functions(kit.fmt)["ke_tieu_ngu"]()))
    return block("quoc_hieu", text("QuocHieu", nation.text), text("TieuNgu", motto.text), rule)


def _number() -> str:
    return block("so_ky_hieu", text("SoKyHieu", f"Số: {REPORT_NUMBER}/{{{{ vb.ky_hieu }}}}"))


def _draft_mark() -> str:
    return block("du_thao", tag("if vb.nhap"), text("SoKyHieu", "**DỰ THẢO**"), tag("endif"))


def _date() -> str:
    return block("dia_danh_ngay", text("DiaDanhNgay", "{{ dv.dia_danh }}, " + REPORT_DATE))


def _recipients() -> str:
    return block(
        "noi_nhan",
        text("NoiNhanTu", "Nơi nhận:"),
        loop("noi", "dv.noi_nhan", text("NoiNhanMuc", "- {{ noi }};")),
        text("NoiNhanMuc", "- Lưu: {{ dv.luu }}" + _DRAFTER + "."),
    )


def _signer() -> str:
    return block(
        "nguoi_ky",
        loop("dong", "dv.nguoi_ky.dong", text("QuyenHan", "{{ dong }}")),
        text("NguoiKy", "{{ dv.nguoi_ky.ho_ten }}"),
    )


Options = Any
"""What a component is given, as its own `read` makes it."""


class Component(NamedTuple):
    """A built-in component. write: its XML. keys: what `{...}` behind its name may hold. read: makes the
    options of it and reports what is wrong with them. many: may stand in a text more than once.
    """

    write: Callable[[Kit, Options], str]
    keys: tuple[str, ...] = ()
    read: Callable[[Entry], Options] = lambda _: None
    many: bool = False

    def options(self, given: RawValue | None, name: str, findings: list[Finding]) -> Options:
        """The options out of what was typed; faults are added to `findings`."""
        raw = given or RawValue(None, Where(), Literal.NULL)
        return self.read(Entry(raw, f"@{name}", self.keys, findings))


COMPONENTS: Mapping[str, Component] = {
    "dau_van_ban": Component(lambda kit, _: letterhead(kit)),
    "ten_loai": Component(lambda kit, _: type_and_subject(kit)),
    "kinh_gui": Component(lambda kit, _: addressees(kit)),
    "can_cu": Component(lambda kit, _: legal_basis(kit)),
    "khoi_ky": Component(lambda kit, _: signature_block(kit)),
    "muc_luc": Component(contents, CONTENTS_KEYS, read_contents),
    "bieu_do": Component(chart, CHART_KEYS, read_chart, many=True),
    "noi_nhan": Component(lambda kit, _: _recipients()),
    "phu_luc": Component(begin_appendix, APPENDIX_KEYS, read_appendix, many=True),
    "het_phu_luc": Component(lambda kit, _: end_appendix(kit), many=True),
    "trang_ngang": Component(lambda kit, _: begin_stretch(kit), many=True),
    "het_trang_ngang": Component(lambda kit, _: end_stretch(kit), many=True),
}
"""The components by the name they have in noi-dung.md."""
