"""Heads of documents as clerks build them, each a small file: for places against the printed page."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

from conformance.place_kit import document, ind, jc, p, r, tabs, tbl, tc

NAME, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
AGENCY, PARENT = "UBND XÃ TÂN HỒNG", "UBND HUYỆN BÌNH GIANG"
B13 = '<w:b/><w:sz w:val="26"/>'
LONG = "Ủy ban nhân dân xã báo cáo kết quả thực hiện cải cách hành chính năm 2023 trên địa bàn như sau, kèm số liệu."
BEFORE = '<w:trPr><w:gridBefore w:val="1"/><w:wBefore w:w="3000" w:type="dxa"/></w:trPr>'
BOTTOM = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
TOP = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
FIXED = '<w:tblLayout w:type="fixed"/>'


def lines() -> dict[str, bytes]:
    """Indents, alignment, tab stops, labels."""
    return _aligned() | _tabbed() | _broken() | _drawn_out()


def _aligned() -> dict[str, bytes]:
    letters = (
        r(NAME, B13),
        r("  in nghiêng ", "<w:i/>"),
        r("2", '<w:vertAlign w:val="superscript"/>'),
        r("chữ", '<w:sz w:val="36"/>'),
    )
    return {
        "align": document(
            p(NAME, ppr=jc("center")) + p(AGENCY) + p(MOTTO, ppr=jc("right")) + p("Kính gửi", ppr=jc("both"))
        ),
        "indent": document(
            p(NAME, ppr=ind(4000, 200) + jc("center"))
            + p(AGENCY, ppr=ind(3000, 0, 567))
            + p(MOTTO, ppr=ind(2000, 500, -567) + jc("right"))
        ),
        "faces": document(p(*letters)),
    }


def _tabbed() -> dict[str, bytes]:
    middles = p(f"\t{AGENCY}\t{NAME}", ppr=tabs(("center", 1900), ("center", 6600)))
    decimals = tabs(("decimal", 3000), ("right", 6000))
    return {
        "usual-tabs": document(p(f"{AGENCY}\t\tngày\t1") + p("\tthụt\tvào\t\tba")),
        "own-tabs": document(
            middles.replace("<w:r>", f"<w:r><w:rPr>{B13}</w:rPr>")
            + p(f"Số: 12/BC\tphải\t{MOTTO}", ppr=tabs(("right", 4000), ("left", 4700)))
        ),
        "decimal": document(p("\t12,5\t13", ppr=decimals) + p("\t1234\ta", ppr=decimals)),
        "hanging": document(
            p("-\tmột hai", ppr=ind(1134, 0, -567))
            + p("10.\tba", ppr=ind(851, 0, -851) + tabs(("left", 500)))
        ),
        "centred-tabs": document(p(f"{AGENCY}\t{MOTTO}", ppr=jc("center")) + p("một\thai", ppr=jc("right"))),
    }


def _broken() -> dict[str, bytes]:
    return {
        "broken": document(
            p(f"{NAME}\n{MOTTO}\n  ngày 1 tháng 2 ", ppr=jc("center"))
            + p("Dòng một có mấy chữ\nDòng hai", ppr=ind(0, 0, 567) + jc("both"))
        ),
        "blanks": document(
            p(f"     {AGENCY}          {MOTTO}   ")
            + p("   ngày 02 tháng 3   ", ppr=jc("center"))
            + p(f"{PARENT}   ", ppr=jc("right"))
        ),
        "long": document(p(LONG, ppr=jc("both")) + p(f"Nơi nhận:\t{LONG}")),
    }


def _drawn_out() -> dict[str, bytes]:
    ptab = '<w:r><w:ptab w:relativeTo="margin" w:alignment="{}" w:leader="none"/></w:r>'
    return {
        "ptab": document(p(r("trái"), ptab.format("center"), r("giữa"), ptab.format("right"), r("phải"))),
        "squeezed": document(
            p(r(NAME, f'{B13}<w:spacing w:val="-12"/>'), ppr=jc("center"))
            + p(r(MOTTO, '<w:w w:val="90"/>'), ppr=jc("center"))
        ),
    }


def tables() -> dict[str, bytes]:
    """Tables that place the head, with every way to say how wide they are."""
    return _set_tables() | _sized_tables() | _parted_tables() | _nested_tables() | _floating_tables()


def _followed(table: str, mode: int = 15) -> bytes:
    """A table and a paragraph behind it."""
    return document(table + p("sau"), mode=mode)


def _head(tblpr: str = "") -> str:
    cells = tc(p(AGENCY, ppr=jc("center")), width=3400), tc(p(r(NAME, B13), ppr=jc("center")), width=5900)
    return tbl(cells, grid=(3400, 5900), tblpr=tblpr)


def _set_tables() -> dict[str, bytes]:
    return {
        "left-15": _followed(_head()),
        "left-14": _followed(_head(), mode=14),
        "indented": _followed(_head('<w:tblInd w:w="500" w:type="dxa"/>'), mode=14),
        "centred": _followed(_head(jc("center"))),
        "right": _followed(_head(jc("right"))),
    }


def _sized_tables() -> dict[str, bytes]:
    wide = tc(p(AGENCY), width=4000), tc(p(MOTTO, ppr=jc("center")), width=6800)
    centred, share = f"{jc('center')}{FIXED}", '<w:tblW w:w="5000" w:type="pct"/>'
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="300" w:type="dxa"/></w:tblCellMar>'
    inner = '<w:tcMar><w:left w:w="600" w:type="dxa"/></w:tcMar>'
    moved = tc(p(AGENCY), width=3400, tcpr=inner), tc(p(MOTTO), width=5900)
    return {
        "wide": _followed(
            tbl(wide, grid=(4000, 6800), tblpr=centred, width='<w:tblW w:w="10800" w:type="dxa"/>')
        ),
        "share": _followed(tbl((tc(p(AGENCY)), tc(p("hai"))), grid=(3000, 3000), width=share)),
        "margins": _followed(_head(margins)),
        "cell-margins": _followed(tbl(moved, grid=(3400, 5900), tblpr=FIXED)),
    }


def _parted_tables() -> dict[str, bytes]:
    spanned = (
        (tc(p(AGENCY), width=3000), tc(p(MOTTO), width=6000, span=2)),
        (tc(p("Số: 1"), width=3000), tc(p("giữa"), width=2000), tc(p("cuối"), width=4000)),
    )
    late = tbl((tc(p("một"), width=3000), tc(p("hai"), width=6000)), grid=(3000, 6000), tblpr=FIXED)
    row = f"<w:tr>{BEFORE}{tc(p('ba'), width=6000)}</w:tr>"
    return {
        "spans": _followed(tbl(*spanned, grid=(3000, 2000, 4000), tblpr=FIXED)),
        "grid-before": document(late.replace("</w:tbl>", f"{row}</w:tbl>")),
    }


def _nested_tables() -> dict[str, bytes]:
    inner = tbl((tc(p("trong một"), width=1500), tc(p("trong hai"), width=1500)), grid=(1500, 1500))
    outer = tbl((tc(p(AGENCY), width=3400), tc(inner, p(""), width=5900)), grid=(3400, 5900))
    cells = tc(p("trong"), width=1000), tc(p("giữa"), width=1500)
    small = tbl(cells, grid=(1000, 1500), tblpr=jc("center"))
    around = tc(small, p("cuối ô"), width=5000), tc(p("phải"), width=4000)
    return {
        "nested-15": _followed(outer),
        "nested-14": _followed(outer, mode=14),
        "nested-centre": document(tbl(around, grid=(5000, 4000), tblpr=FIXED), mode=14),
    }


def _floating_tables() -> dict[str, bytes]:
    def floating(anchor: str, left: int) -> str:
        place = f'<w:tblpPr w:leftFromText="180" w:rightFromText="180" w:vertAnchor="text" w:horzAnchor="{anchor}" w:tblpX="{left}" w:tblpY="100"/>'
        cells = tc(p("Số: 1", ppr=jc("center")), width=2000), tc(p("ngày 2"), width=3000)
        return tbl(cells, grid=(2000, 3000), tblpr=place)

    return {
        "floating-page": _followed(floating("page", 1000)),
        "floating-text": _followed(floating("text", 700)),
        "floating-margin-14": _followed(floating("margin", 300), mode=14),
    }
