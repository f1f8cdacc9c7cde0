"""The same workbook in every shape its writers know: .xls, .ods, prefixes, cells without names."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.dom.minidom import parseString

import pytest
from book_kit import FILES, SHEET, STYLES, WORKBOOK, book_of, refusal, replaced, spoilt, usual, workbook
from hypothesis import given
from hypothesis import strategies as st

from baocao.workbook.book import Sheet, read_book
from baocao.workbook.sheet import Extent
from baocao.workbook.traits_ods import scan_ods
from baocao.workbook.traits_xlsx import BookFacts, extent_of, near_and_usual, scan_sheet, usual_shape
from baocao.workbook.traits_xlsx_slow import scan_sheet_slowly

STRINGS = "xl/sharedStrings.xml"
GOOD = workbook(usual)


def told(sheet: Sheet) -> dict[str, object]:
    """Everything the readers of forms ask of a sheet."""
    cells = [(row, column) for row in range(len(sheet.rows)) for column in range(sheet.width)]
    raws = [sheet.raw(*cell) for cell in cells]
    return {
        "values": {raw.where.cell: (raw.literal, raw.value) for raw in raws if not raw.blank},
        "faults": {item.where.cell: item.code for cell in cells if (item := sheet.fault(*cell))},
        "merged": sheet.merged,
        "rows": sheet.hidden_rows,
        "columns": sheet.hidden_columns & set(range(sheet.width + 2)),
    }


def prefixed(xml: bytes) -> bytes:
    """The same XML with every name in a prefix."""
    return re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", xml).replace(b"xmlns=", b"xmlns:x=")


def style_first(xml: bytes) -> bytes:
    """The same XML with the style of a cell before its name."""
    return re.sub(rb'<c (r="[A-Z0-9]+") (s="\d+")', rb"<c \2 \1", xml)


def small_letters(xml: bytes) -> bytes:
    """The same XML with cell names in small letters."""
    return re.sub(rb'<c r="[A-Z]+', lambda name: name[0].lower(), xml)


SHAPES: dict[str, Callable[[bytes], bytes]] = {
    "prefix": prefixed,
    "style first": style_first,
    "small letters": small_letters,
    "single quotes": lambda xml: (
        xml.replace(b"'", b"").replace(b'"', b"'").replace(b"version='1.0'", b'version="1.0"')
    ),
    "spaces": lambda xml: xml.replace(b"<c ", b"<c\n "),
    "pretty": lambda xml: parseString(xml).toprettyxml(indent=" ", encoding="UTF-8"),
    "one line, blanks between": lambda xml: re.sub(rb"><(?=/?[cfv][ >])", b"> <", xml),
    "line before the style": lambda xml: xml.replace(b" s=", b"\ns="),
    "tab before the style": lambda xml: xml.replace(b" s=", b"\ts="),
    "blanks around =": lambda xml: re.sub(rb' ([st])="', rb' \1 = "', xml),
    "style with a nought": lambda xml: re.sub(rb' s="(?=[1-9])', rb' s="0', xml),
    "a cell in a comment": replaced(b"<sheetData>", b'<sheetData><!-- <c r="B3" t="e"><v>#REF!</v></c> -->'),
    "the end in a comment": replaced(b"<sheetData>", b"<sheetData><!-- </sheetData> -->"),
    "data in a comment": replaced(b"<sheetData>", b"<!-- <sheetData></sheetData> --><sheetData>"),
    "columns in single quotes": lambda xml: re.sub(rb' hidden="1"', rb" hidden='1'", xml),
    "rows in lines": lambda xml: xml.replace(b"</row>", b"</row>\n"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_unusual_shapes_of_a_sheet_say_the_same(tmp_path: Path, shape: str) -> None:
    odd = spoilt(GOOD, {SHEET: SHAPES[shape]})
    assert told(book_of(tmp_path, odd).sheets[0]) == told(book_of(tmp_path, GOOD).sheets[0])


REFUSED: dict[str, tuple[bytes, bytes]] = {
    "reference": (b"<v>27630</v>", b"<v>&#50;7630</v>"),
    "quoted section": (b"<v>27630</v>", b"<v><![CDATA[27630]]></v>"),
    "comment": (b"<v>27630</v>", b"<v>2<!-- -->7630</v>"),
    "two values": (b"<v>27630</v>", b"<v>2</v><v>27630</v>"),
    "the formula behind": (b"<f>1+1</f><v>2</v>", b"<v>2</v><f>1+1</f>"),
    "entity": (b"<v>27630</v>", b"<v>&a;</v>"),
}


@pytest.mark.parametrize("shape", REFUSED)
def test_values_that_would_be_read_as_others_are_refused(tmp_path: Path, shape: str) -> None:
    odd = spoilt(GOOD, {SHEET: replaced(*REFUSED[shape])})
    assert refusal(tmp_path, odd).code == "bang-tinh-hong"


def in_utf16(xml: bytes) -> bytes:
    """The same XML in other letters."""
    return xml.decode().replace("UTF-8", "UTF-16").encode("utf-16")


@pytest.mark.parametrize("part", [SHEET, STRINGS])
@pytest.mark.parametrize(
    "change", [in_utf16, replaced(b"UTF-8", b"windows-1258")], ids=["UTF-16", "windows-1258"]
)
def test_letters_that_would_be_taken_for_blank_are_refused(
    tmp_path: Path, part: str, change: Callable[[bytes], bytes]
) -> None:
    assert refusal(tmp_path, spoilt(GOOD, {part: change})).code == "bang-tinh-hong"


def test_a_pretty_sheet_still_tells_its_formulas_without_value(tmp_path: Path) -> None:
    bare = spoilt(GOOD, {SHEET: replaced(b"<f>1+1</f><v>2</v>", b"<f>1+1</f>")})
    pretty = spoilt(bare, {SHEET: SHAPES["pretty"]})
    assert told(book_of(tmp_path, pretty).sheets[0])["faults"] == {"B4": "o-chua-tinh", "C4": "o-bao-loi"}


def test_cells_without_names_count_from_the_left(tmp_path: Path) -> None:
    data = workbook(
        lambda _, page: (page.write_row(0, 0, [1, 2]), page.write_formula(0, 2, "=1/0", None, "#N/A"))
    )
    bare = spoilt(data, {SHEET: lambda xml: re.sub(rb' r="[A-Z]*\d+"', b"", xml)})
    assert told(book_of(tmp_path, bare).sheets[0]) == told(book_of(tmp_path, data).sheets[0])


def test_prefixes_in_the_other_parts(tmp_path: Path) -> None:
    odd = spoilt(GOOD, {STYLES: prefixed, WORKBOOK: prefixed})
    assert told(book_of(tmp_path, odd).sheets[0]) == told(book_of(tmp_path, GOOD).sheets[0])


@pytest.mark.parametrize("name", ["bang.xls", "bang.ods"])
def test_old_excel_and_libreoffice_files_say_the_same(tmp_path: Path, name: str) -> None:
    expected = told(book_of(tmp_path, GOOD).sheets[0])
    found = told(read_book(FILES / name).sheets[0])
    if name == "bang.ods":  # LibreOffice writes TRUE of an .xlsx as a formula with the number 1
        found["values"]["E3"] = expected["values"]["E3"]  # type: ignore[index]
    assert found == expected


@pytest.mark.libreoffice
@pytest.mark.parametrize("form", ["xls", "ods"])
def test_what_libreoffice_saves_now(tmp_path: Path, form: str) -> None:
    (tmp_path / "bang.xlsx").write_bytes(GOOD)
    soffice = shutil.which("soffice")
    assert soffice
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", form, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "bang.xlsx")], check=True, capture_output=True, timeout=180)
    kept = told(read_book(FILES / f"bang.{form}").sheets[0])
    assert told(read_book(tmp_path / f"bang.{form}").sheets[0]) == kept


def ods(cells: str) -> bytes:
    """The content of an open document with one table; short names stand for the long ones."""
    long = {"<row": "<table:table-row", "</row": "</table:table-row", "<cell": "<table:table-cell",
            "</cell": "</table:table-cell", "<column": "<table:table-column", " type=": " office:value-type=",
            " rows=": " table:number-rows-repeated=", " columns=": " table:number-columns-repeated=",
            " seen=": " table:visibility=", "<p>": "<text:p>", "</p>": "</text:p>"}  # fmt: skip
    for short, name in long.items():
        cells = cells.replace(short, name)
    spaces = 'xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:calcext="c"'
    table = f'<office:spreadsheet><table:table table:name="Một">{cells}</table:table></office:spreadsheet>'
    return f"<office:document-content {spaces}>{table}</office:document-content>".encode()


def test_repeated_cells_rows_and_columns_of_an_open_document() -> None:
    (sheet,) = scan_ods(
        ods(
            '<column columns="2"/><column seen="collapse" columns="16382"/>'
            '<row rows="2"><cell columns="2" type="percentage" office:value="0.5"><p>50%</p></cell></row>'
            '<row seen="filter"><cell/><cell/><cell table:formula="of:=1+1"/>'
            '<cell type="boolean" office:boolean-value="true"><p>TRUE</p></cell></row>'
            '<row seen="collapse" rows="1048573"/>'
        )
    )
    traits = sheet.traits()
    assert sheet.extent == Extent(2, 3)
    assert traits.percent == {"A1", "B1", "A2", "B2"}
    assert traits.uncomputed == {"C3"}
    assert traits.booleans == {"D3"}
    assert traits.hidden_rows == {2}
    assert traits.hidden_columns == {2, 3}


def test_a_filled_cell_repeated_a_billion_times_is_only_measured() -> None:
    (sheet,) = scan_ods(
        ods('<row rows="1048576"><cell columns="16384" type="percentage" office:value="1"/></row>')
    )
    assert sheet.extent == Extent(1_048_575, 16_383)
    assert sheet.traits().percent == frozenset()


FACTS = BookFacts(percent=(1,), stale=True)
CELL = st.builds(
    lambda style, kind, formula, value: (style, kind, formula, value),
    st.sampled_from(["", ' s="0"', ' s="1"', ' s="11"']),
    st.sampled_from(["", ' t="n"', ' t="e"', ' t="str"', ' t="b"']),
    st.sampled_from(["", "<f>A1&gt;2</f>", "<f/>", '<f t="shared" si="0"/>', '<f t="array" ref="A1">1</f>']),
    st.sampled_from(["", "<v/>", "<v></v>", "<v>0</v>", "<v>1</v>", "<v>#REF!</v>"]),
)


@given(st.lists(st.lists(st.none() | CELL, max_size=6), max_size=6), st.sets(st.integers(0, 5)))
def test_the_fast_scan_and_the_slow_one_agree(
    rows: list[list[tuple[str, ...] | None]], hidden: set[int]
) -> None:
    body = ""
    for number, row in enumerate(rows):
        body += f'<row r="{number + 1}"{" hidden=" + chr(34) + "1" + chr(34) if number in hidden else ""}>'
        for column, cell in enumerate(row):
            if cell:
                style, kind, formula, value = cell
                inside = formula + value
                start = f'<c r="{chr(65 + column)}{number + 1}"{style}{kind}'
                body += f"{start}>{inside}</c>" if inside else f"{start}/>"
        body += "</row>"
    xml = f"<worksheet><sheetData>{body}</sheetData></worksheet>".encode()
    assert usual_shape(xml)
    fast, (slow, _) = scan_sheet(xml, FACTS), scan_sheet_slowly(xml, FACTS)
    assert (fast.hidden_rows, fast.uncomputed) == (slow.hidden_rows, slow.uncomputed)
    assert {name for name, shown in fast.errors.items() if shown} == {
        name for name, shown in slow.errors.items() if shown
    }
    assert slow.percent - slow.uncomputed <= fast.percent


def test_how_far_cells_go() -> None:
    xml = b'<row r="1"><c r="B2"><v>1</v></c><c r="AA10000"><v>1</v></c><c r="XFD9" s="1"/></row>'
    assert extent_of(xml) == Extent(9_999, 26)
    assert extent_of(b'<c r="ZZ9999"/>') is None


@pytest.mark.parametrize(
    ("cell", "near", "usual"),
    [
        ('<c r="ZZ9999"><v>1</v></c>', True, True),
        ('<c r="AAA1"><v>1</v></c>', False, True),
        ('<c r="A10000"><v>1</v></c>', False, True),
        ('<c s="1" r="A1"><v>1</v></c>', False, False),
        ('<c r="a1"><v>1</v></c>', False, False),
        ('<c r="A99999999"><v>1</v></c>', False, False),
        ('<x:c r="XFD1"><v>1</v></x:c>', False, False),
        ('<row><c r="A1"><v>1</v></c></row>', False, False),
    ],
)
def test_which_sheets_the_fast_scan_takes(cell: str, near: bool, usual: bool) -> None:
    xml = f'<worksheet><sheetData><row r="1">{cell}</row></sheetData></worksheet>'.encode()
    assert (near_and_usual(xml), usual_shape(xml)) == (near, usual)


def test_1904_is_known_to_every_format(tmp_path: Path) -> None:
    data = workbook(lambda _, page: page.write(0, 0, 1000), date_1904=True)
    assert book_of(tmp_path, data).sheets[0].raw(0, 0).from_1904
    plain = spoilt(data, {WORKBOOK: replaced(b' date1904="1"', b"")})
    assert not book_of(tmp_path, plain).sheets[0].raw(0, 0).from_1904
