"""Files made to harm: each ends in one clear sentence, or is checked and mended; all within 500 MB.

Each is checked and mended by a process of its own, which tells what it took: processor time with the start of
Python and the import of everything, and the most memory it ever held. The seconds leave room for a machine
that does other things too: processor time doubles on one.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conformance.read_kit import NS, docx, p, parts_of, r, style, tbl, zipped

SECONDS, WORKING, MEGABYTES = 5.0, 30.0, 500
"""Processor time of a refusal, of checking and mending the largest files that pass, and the most memory."""
CHILD = """
import json, sys, time
from pathlib import Path
from baocao.conformance.files import check_file, mend_file
from baocao.errors import DataError
check = check_file(Path(sys.argv[1]))
told = [[item.code, item.text, item.remedy] for item in check.fault.findings] if check.fault else []
if check.checked:
    told.append(sum(1 for _ in check.checked.paper.everything))
    try:
        told.append(len(mend_file(check).done))
    except DataError as fault:
        told.append(fault.findings[0].code)
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
memory = int(peak.split()[1]) // 1024
print(json.dumps([told, time.process_time(), memory]))
"""


def noisy(body: str) -> str:
    """The body with the marks of Word's sessions, so that it cannot be squeezed like a bomb."""
    chance = random.Random(7)
    return re.sub("<w:(p|r)>", lambda tag: f'<w:{tag[1]} w:rsidR="{chance.getrandbits(32):08X}">', body)


def letters(amount: int) -> str:
    chance = random.Random(9)
    return "".join(chance.choices("aăâbcdđeêghiklmnoôơpqrstuưvxy     ", k=amount))


def entities(declared: str, used: str) -> bytes:
    body = f"<!DOCTYPE a [{declared}]><w:document {NS}><w:body>{p(r(used))}</w:body></w:document>"
    return zipped(parts_of("") | {"word/document.xml": body})


def in_utf16() -> bytes:
    body = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "' + "x" * 1000 + '">'
    body += "".join(f'<!ENTITY {name} "{f"&{of};" * 1000}">' for name, of in ("yx", "zy"))
    body += f']><w:document {NS}><w:body><w:p w:a="&z;"/>{p(r("&z;"))}</w:body></w:document>'
    parts: dict[str, bytes] = {name: text.encode() for name, text in parts_of("").items()}
    return zipped(parts | {"word/document.xml": body.encode("utf-16")})


def chain(amount: int, used: int) -> bytes:
    styles = "".join(style(f"k{at}", base=f"k{at + 1}", rpr=f'<w:sz w:val="{at}"/>') for at in range(amount))
    return docx(
        noisy("".join(p("a", f'<w:pStyle w:val="k{at}"/>') for at in range(used))), styles=noisy(styles)
    )


def notes() -> bytes:
    marks = noisy('<w:r><w:footnoteReference w:id="1"/></w:r>' * 10_000)
    return docx(p(marks) + p("a"), footnotes=f'<w:footnote w:id="1">{p("x")}</w:footnote>')


def runs(amount: int) -> bytes:
    return docx(p(noisy("<w:r><w:t>a</w:t></w:r>" * amount)))


def bomb() -> bytes:
    return zipped(parts_of("") | {"word/document.xml": "<a>" + " " * (100 << 20)})


def overlapping() -> bytes:
    data = docx(p("a"))
    start = data.index(b"PK\x01\x02")
    return data[:start] + data[start:].replace(b"PK\x05\x06", b"PK\x01\x02" * 3 + b"PK\x05\x06", 1)


def speckled(amount: int) -> str:
    """Letters of which every other is bold."""
    return "".join(r("a", "<w:b/>" * (at % 2)) for at in range(amount))


def wrong(amount: int) -> bytes:
    """Paragraphs of 75 letters, wrong in letters, alignment and gaps."""
    return docx(noisy("".join(p(r(letters(75))) for _ in range(amount))))


CONTENT_TYPES = "[Content_Types].xml"
BROKEN = "<w:r><w:t>a</w:t><w:br/></w:r>"
BEGUN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
CONTROL = "<w:sdt><w:sdtContent>"
PAGE = '<w:r><w:br w:type="page"/></w:r>'
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb": (bomb, "phình to bất thường khi mở ra"),
    "entities in entities": (lambda: entities('<!ENTITY x "&y;"><!ENTITY y "a">', "&x;"), "DOCTYPE"),
    "a file of the machine": (
        lambda: entities('<!ENTITY x SYSTEM "file:///etc/hostname">', "&x;"),
        "DOCTYPE",
    ),
    "entities in UTF-16": (in_utf16, "nội dung sai"),
    "5,000 pages": (lambda: docx(noisy(p(r("trang") + PAGE) * 5_000)), "5.000 trang"),
    "a million runs": (lambda: runs(1_000_000), "nhiều nhất là 16 MB"),
    "260,000 runs": (lambda: runs(260_000), "chi tiết định dạng"),
    "too many paragraphs": (lambda: docx(noisy(p() * 10_001)), "10.001 đoạn, nhiều nhất là 10.000 đoạn"),
    "too many sections": (lambda: docx(noisy(p("a", "<w:sectPr/>") * 501)), "501 phần (section)"),
    "lines ended by hand": (lambda: docx(p(BROKEN * 501)), "501 dòng ngắt tay trong một đoạn"),
    "fields in fields": (lambda: docx(p(BEGUN * 51 + r("a"))), "hơn 50 trường (field) lồng vào nhau"),
    "another format each word": (lambda: docx(p(speckled(2_001))), "2.001 chỗ định dạng trong một đoạn"),
    "no list of its parts": (lambda: zipped(parts_of(p("a")) | {CONTENT_TYPES: "<a/>"}), CONTENT_TYPES),
    "deep": (lambda: docx("<w:sdt>" * 90_000), "nội dung sai"),
    "six million letters": (lambda: docx(p(letters(90_000)) * 66), "nhiều nhất là 1.000.000 chữ cái"),
    "a paragraph without end": (
        lambda: docx(p(letters(900_000))),
        "nhiều nhất là 20.000 chữ cái trong",
    ),
    "110,000 letters one by one": (lambda: runs(110_000), "chữ cái trong một đoạn"),
    "cut off": (lambda: docx(noisy(p("văn bản") * 5_000))[:-2_000], "thiếu phần cuối"),
    "overlapping members": (overlapping, "Không đọc được tệp Word này"),
}
PASSED: dict[str, Callable[[], bytes]] = {
    "3,900 wrong paragraphs": lambda: wrong(3_900),
    "a table of 9,000 cells": lambda: docx(noisy(tbl(*[["1"] * 30] * 300))),
    "490 lines ended by hand": lambda: docx(p(BROKEN * 490)),
    "1,900 formats in a paragraph": lambda: docx(p(speckled(1_900))),
    "19,000 letters in a paragraph": lambda: docx(p(r(letters(19_000)))),
    "tables in tables": lambda: docx(
        "<w:tbl><w:tr><w:tc>" * 75 + p("a") + f"{p()}</w:tc></w:tr></w:tbl>" * 75
    ),
    "boxes in boxes": lambda: docx(
        "<w:p><w:r><w:pict><w:txbxContent>" * 55 + p("a") + "</w:txbxContent></w:pict></w:r></w:p>" * 55
    ),
    "controls in controls": lambda: docx(CONTROL * 120 + p("a") + "</w:sdtContent></w:sdt>" * 120),
    "20,000 styles in a chain": lambda: chain(20_000, 3_000),
    "10,000 notes": notes,
    "490 sections": lambda: docx(noisy(p("a", "<w:sectPr/>") * 490)),
}


def run(data: bytes, folder: Path) -> tuple[list[object], float, int]:
    """What came of it, the seconds, the megabytes."""
    file = folder / "thu.docx"
    file.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(file)], capture_output=True, text=True, check=True, timeout=300
    )
    told, seconds, memory = json.loads(done.stdout)
    return told, seconds, memory


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_one_clear_sentence(name: str, tmp_path: Path) -> None:
    make, words = REFUSED[name]
    told, seconds, memory = run(make(), tmp_path)
    (item,) = told
    assert isinstance(item, list)
    assert item[0] in ("the-thuc-hong", "the-thuc-qua-lon")
    assert words in item[1]
    assert seconds < SECONDS
    assert memory < MEGABYTES


@pytest.mark.parametrize("name", PASSED)
def test_checked_and_mended_without_harm(name: str, tmp_path: Path) -> None:
    told, seconds, memory = run(PASSED[name](), tmp_path)
    assert [type(one) for one in told] == [int, int]
    assert memory < MEGABYTES
    assert seconds < WORKING


def test_checked_but_too_much_to_be_mended(tmp_path: Path) -> None:
    told, seconds, memory = run(wrong(9_900), tmp_path)
    assert told == [9_900, "sua-qua-nhieu"]
    assert memory < MEGABYTES
    assert seconds < WORKING
