"""Tables of figures (BG01 to BG04): size of letters and grid, unit of measure, columns of numbers.

The decree says nothing of them: office practice, and Biểu II.06 of Thông tư 01/2020/TT-VPCP for the unit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from baocao.audit.reading.captions import unit_told
from baocao.audit.scanning.kinds import Kind
from baocao.audit.scanning.tokens import tokens
from baocao.conformance.case import Case, Seen, State
from baocao.conformance.mends import SetLook
from baocao.conformance.paper import Cell, Paragraph, Row, Section, Table
from baocao.conformance.rules.kit import about, broken, held, parameters, sizes, unsure
from baocao.conformance.rules.prose import words_pattern
from baocao.conformance.rules.wording import ALIGNED
from baocao.formats import Align

_NUMBER = re.compile(
    r"[-+]?[0-9]{1,3}(?:[.][0-9]{3})*(?:,(?P<rest>[0-9]+))?%?|[-+]?[0-9]+(?:,(?P<more>[0-9]+))?%?"
)
_WHOLE_WORDS = r"(?i)(?<!\w)(?:WORDS)(?!\w)"
_NUMERIC = 0.5
"""Share of filled cells that are numbers from which a column is one of numbers."""
_FEWEST = 2
_ABOVE = 3
"""Paragraphs above a table that may tell its unit."""


@about("BG01")
def letters_and_grid(case: Case) -> Iterator[Seen]:
    """Letters of 11 to 14 points in a thin grid; coloured cells are told by FN04."""
    for table in case.parts.data_tables:
        filled = [paragraph for paragraph in table.paragraphs if paragraph.text.strip()]
        wrong = [
            one for one in sizes(filled, case.format.components["bang_chu"].size) if one.state is State.BROKEN
        ]
        yield from wrong or ([held(table)] if filled else [])
        if table.ruled and table.border in ("", *parameters(case, "net_ke")):
            yield held(table)
        else:
            seen = f"đường kẻ kiểu «{table.border}»" if table.ruled else "bảng không có đường kẻ"
            yield broken(table, seen, "kẻ ô bằng nét đơn, mảnh, màu đen")


@about("BG02")
def unit_of_measure(case: Case) -> Iterator[Seen]:
    """«Đơn vị tính: …» above a table of figures, unless its heads name the units."""
    said = _unit_words(case)
    for table, columns in _tables_with_numbers(case):
        bare = [head for column in columns if (head := _head(table, column)) and not said.search(head)]
        if not bare or _tells_unit(case, table, said):
            yield held(table)
        elif 2 * len(bare) < len(columns):
            look_at = "xem bảng có cần dòng «Đơn vị tính: …» không"
            yield unsure(table, f"cột «{bare[0]}» không nói tính bằng gì", look_at)
        else:
            yield broken(table, "không có dòng «Đơn vị tính»", "dòng «Đơn vị tính: …» ở trên bảng")


def _tells_unit(case: Case, table: Table, said: re.Pattern[str]) -> bool:
    """Whether a line above, a column of units, each row, or figures of the text above say what is counted."""
    above = _above(case, table)
    heads = [_text(cell) for row in table.rows[:2] for cell in row.cells]
    if unit_told(above, heads) or any(map(_UNIT_COLUMN.fullmatch, heads)):
        return True
    if all(said.search(_text(row.cells[0])) for row in table.rows[1:] if row.cells):
        return True
    return any(token.kind is Kind.NUMBER and token.unit for text in above for token in tokens(text))


_UNIT_COLUMN = re.compile(r"(?i)(?:đơn\s+vị\s+tính|đ\.?v\.?t\.?|đơn\s+vị)")


def _above(case: Case, table: Table) -> list[str]:
    """The paragraphs right above a table of the body."""
    for section in case.paper.sections:
        if any(block is table for block in section.blocks):
            return _before(section, table)
    return []


def _before(section: Section, table: Table) -> list[str]:
    at = next(place for place, block in enumerate(section.blocks) if block is table)
    texts: list[str] = []
    for block in reversed(section.blocks[:at]):
        if isinstance(block, Table) or len(texts) == _ABOVE:
            break
        if block.text.strip():
            texts.insert(0, block.text)
    return texts


@about("BG03")
def columns_of_numbers(case: Case) -> Iterator[Seen]:
    """The numbers of a column stand right or centred, all of them alike."""
    for _, columns in _tables_with_numbers(case):
        for cells in columns.values():
            yield from _alignment([paragraph for cell in cells for paragraph in _numbers(cell)])


def _numbers(cell: Cell) -> list[Paragraph]:
    return [paragraph for paragraph in cell.paragraphs if _NUMBER.fullmatch(paragraph.text.strip())]


def _alignment(paragraphs: Sequence[Paragraph]) -> Iterator[Seen]:
    right = Counter(p.look.align for p in paragraphs if p.look.align in (Align.RIGHT, Align.CENTER))
    chosen = right.most_common(1)[0][0] if right else Align.RIGHT
    for paragraph in paragraphs:
        if paragraph.look.align is chosen:
            yield held(paragraph)
        elif paragraph.look.align in right:
            wanted = f"{ALIGNED[chosen]} như các số khác trong cột"
            yield broken(paragraph, _shown(paragraph), wanted, [SetLook(paragraph, align=chosen)])
        else:
            wanted = f"{ALIGNED[chosen]}" if right else "canh phải hoặc canh giữa"
            yield broken(paragraph, _shown(paragraph), wanted, [SetLook(paragraph, align=chosen)])


def _shown(paragraph: Paragraph) -> str:
    return f"«{paragraph.text.strip()}» {ALIGNED[paragraph.look.align]}"


@about("BG04")
def decimals(case: Case) -> Iterator[Seen]:
    """74,20 beside 74,2: numbers of a column that count the same keep idle zeros in all or in none.

    Where nothing says what a row counts, a number without decimals may be of another kind than the others.
    """
    for table, columns in _tables_with_numbers(case):
        for column, cells in columns.items():
            units = _units(case, table, column)
            alike: dict[tuple[str, bool], list[Paragraph]] = {}
            for cell in cells:
                for number in _numbers(cell):
                    unit, text = units[cell.row], number.text.strip()
                    if unit or "," in text or text.endswith("%"):
                        alike.setdefault((unit, text.endswith("%")), []).append(number)
            yield from [one for group in alike.values() for one in _uneven(group)] or [held(table)]


def _uneven(numbers: Sequence[Paragraph]) -> Iterator[Seen]:
    places: dict[int, Paragraph] = {}
    idle: Paragraph | None = None
    for number in numbers:
        found = _NUMBER.fullmatch(number.text.strip())
        rest = (found["rest"] or found["more"] or "") if found else ""
        places.setdefault(len(rest), number)
        idle = idle or (number if rest.endswith("0") else None)
    if idle is not None and len(places) > 1:
        least = places[min(places)]
        yield broken(
            least,
            f"«{least.text.strip()}» và «{idle.text.strip()}» trong một cột",
            "các số cùng đơn vị tính trong một cột viết cùng số chữ số sau dấu phẩy",
        )


def _units(case: Case, table: Table, column: int) -> list[str]:
    """What each row of a table counts in one column, "" where it is not told: in a column of units, else in
    the head of the column or above the table, which holds for all rows, else in the words that begin the row.
    """
    at = _unit_column(case, table)
    if at is not None:
        return _filled_down([_at(row, at) for row in table.rows])
    said, head = _unit_words(case), _head(table, column)
    if of_all := " ".join(said.findall(head)) or unit_told(_above(case, table), [head]):
        return [of_all] * len(table.rows)
    labels = (" ".join(_text(cell) for cell in row.cells if cell.column < column) for row in table.rows)
    return [" ".join(said.findall(label)).casefold() for label in labels]


def _unit_column(case: Case, table: Table) -> int | None:
    """The column of units of measure; «Đơn vị» with no words left of it is a column of offices."""
    named = False
    for cell in table.rows[0].cells:
        text = _text(cell)
        if _UNIT_COLUMN.fullmatch(text) and named:
            return cell.column
        named = named or not _code_words(case).search(text)
    return None


def _at(row: Row, column: int) -> str | None:
    """The text of a row in one column; None where its cell is one with the cell above."""
    cell = next((cell for cell in row.cells if cell.column == column), None)
    return None if cell is None or not cell.blocks else _text(cell).casefold()


def _filled_down(texts: Iterable[str | None]) -> list[str]:
    filled: list[str] = []
    for text in texts:
        filled.append(text if text is not None else filled[-1] if filled else "")
    return filled


def _tables_with_numbers(case: Case) -> Iterator[tuple[Table, Mapping[int, list[Cell]]]]:
    """The tables that have columns of numbers, with the cells below the heads of these columns."""
    for table in case.parts.data_tables:
        columns: dict[int, list[Cell]] = {}
        for row in table.rows[1:]:
            for cell in row.cells:
                columns.setdefault(cell.column, []).append(cell)
        numeric = {
            at: cells
            for at, cells in columns.items()
            if at > 0 and _is_numeric(cells) and not _code_words(case).search(_head(table, at))
        }
        if numeric:
            yield table, numeric


def _code_words(case: Case) -> re.Pattern[str]:
    """Words in the head of a column whose numbers count nothing."""
    return words_pattern(_WHOLE_WORDS, parameters(case, "cot_khong_phai_so_lieu"))


def _unit_words(case: Case) -> re.Pattern[str]:
    """Words in the head of a column that say what is counted in it."""
    return words_pattern(_WHOLE_WORDS, parameters(case, "dau_cot_co_don_vi"))


def _is_numeric(cells: Sequence[Cell]) -> bool:
    texts = [text for cell in cells if (text := _text(cell))]
    numbers = sum(_NUMBER.fullmatch(text) is not None for text in texts)
    return numbers >= _FEWEST and numbers >= _NUMERIC * len(texts)


def _head(table: Table, column: int) -> str:
    """The words over a column: its cells of the first row, and of the second when it is one of words."""
    texts = []
    for row in table.rows[:2]:
        last = None
        for cell in row.cells:
            if cell.column <= column:
                last = cell
        if last is not None and not _NUMBER.fullmatch(_text(last)):
            texts.append(_text(last))
    return " ".join(texts)


def _text(cell: Cell) -> str:
    return " ".join(" ".join(paragraph.text.split()) for paragraph in cell.paragraphs).strip()
