"""PDFs written by hand in the two forms there are; a LibreOffice that does what the words of a .docx say."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

import small_docx

REFUSED, DIES, DIES_ONCE = "TỪ CHỐI", "CHẾT", "CHẾT MỘT LẦN"
HANGS, SLOW, SHORT, HALF = "TREO", "CHẬM", "THIẾU", "DỞ DANG"


def pdf(pages: int, *, kids: int | None = None) -> bytes:
    """A PDF with a cross-reference table, as LibreOffice 7 writes them. kids: pages that are really there."""
    out, offsets = bytearray(b"%PDF-1.6\n"), list[int]()
    for number, content in enumerate(_objects(pages, kids), 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<</Size %d/Root 1 0 R\n/Info 3 0 R\n" % (len(offsets) + 1)
    out += _identifier() + b"\n>>\n"
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def modern_pdf(pages: int, *, predicted: bool = True) -> bytes:
    """A PDF with a cross-reference stream and an object stream, as PDF 1.5 allows. predicted: the former is
    packed with PNG's filter "up".
    """
    contents = _objects(pages, None)
    heads, bodies = b"", b""
    for number, content in enumerate(contents, 1):
        heads += b"%d %d " % (number, len(bodies))
        bodies += content + b"\n"
    holder, table = len(contents) + 1, len(contents) + 2
    out = bytearray(b"%PDF-1.5\n")
    at_holder = len(out)
    facts = b"/Type/ObjStm/N %d/First %d" % (len(contents), len(heads))
    out += _stream(holder, facts, heads + bodies)
    start = len(out)
    rows = [(0, 0, 65535)] + [(2, holder, at) for at in range(len(contents))]
    rows += [(1, at_holder, 0), (1, start, 0)]
    plain = [bytes([kind]) + first.to_bytes(4) + second.to_bytes(2) for kind, first, second in rows]
    facts = b"/Type/XRef/Size %d/W[1 4 2]/Root 1 0 R%s" % (table + 1, _identifier())
    facts += b"/DecodeParms<</Predictor 12/Columns 7>>" if predicted else b""
    out += _stream(table, facts, _up(plain) if predicted else b"".join(plain))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _stream(number: int, facts: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content)
    head = b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>" % (number, facts, len(packed))
    return head + b"\nstream\n" + packed + b"\nendstream\nendobj\n"


def _identifier() -> bytes:
    digest = b"0123456789ABCDEF" * 2
    return b"/ID [ <%s>\n<%s> ]\n/DocChecksum /%s" % (digest, digest, digest)


def _objects(pages: int, kids: int | None) -> list[bytes]:
    """Catalogue, root of the pages, facts, pages; every second page stands one level lower."""
    there = list(range(5, 5 + (pages if kids is None else kids)))
    direct, lower = there[::2], there[1::2]
    root = b"".join(b"%d 0 R " % number for number in [*direct, 4])
    below = b"".join(b"%d 0 R " % number for number in lower)
    info = b"<</Creator<FEFF0057>\n/CreationDate(D:20260102030405+07'00')>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages\n/Kids[ %s]\n/Count %d>>" % (root, pages),
        info,
        b"<</Type/Pages/Parent 2 0 R/Kids[ %s]/Count %d>>" % (below, len(lower)),
        *[page] * len(there),
    ]


def _up(rows: list[bytes]) -> bytes:
    above, out = bytes(len(rows[0])), b""
    for row in rows:
        out += b"\2" + bytes((a - b) & 255 for a, b in zip(row, above, strict=True))
        above = row
    return out


_OFFICE = """#!{python}
import os, signal, subprocess, sys, time, zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
arguments = sys.argv[1:]
at = arguments.index("--outdir")
target, files = Path(arguments[at + 1]), arguments[at + 2 :]
helper = subprocess.Popen(["sleep", "600"])
with (HERE / "starts.txt").open("a") as stream:
    print(os.getpid(), helper.pid, len(files), file=stream)
print("Warning: failed to launch javaldx", file=sys.stderr)
if (HERE / "broken").exists():
    print("no display", file=sys.stderr)
    sys.exit(1)
for file in files:
    with zipfile.ZipFile(file) as archive:
        words = archive.read("word/document.xml").decode()
    print("convert", file, flush=True)
    result = target / (Path(file).stem + ".pdf")
    whole = (HERE / ("one.pdf" if "{SHORT}" in words else "four.pdf")).read_bytes()
    if "{REFUSED}" in words:
        print("Error: source file could not be loaded", file=sys.stderr)
        continue
    if "{DIES_ONCE}" in words and not (HERE / "died").exists():
        (HERE / "died").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if "{DIES}" in words and "{DIES_ONCE}" not in words:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "{HANGS}" in words:
        time.sleep(600)
    if "{SLOW}" in words:
        time.sleep(0.6)
    result.write_bytes(whole[: len(whole) // 2])
    if "{HALF}" in words:
        continue
    time.sleep({each})
    result.write_bytes(whole)
helper.kill()
"""


class FakeOffice:
    """A program called soffice that stands first on the PATH. It gives every file four pages, but heeds the
    words above in a document. each: seconds that a file takes.
    """

    def __init__(self, folder: Path, *, each: float = 0.05) -> None:
        self.folder = folder
        folder.mkdir()
        names = ("REFUSED", "DIES", "DIES_ONCE", "HANGS", "SLOW", "SHORT", "HALF")
        words = {name: globals()[name] for name in names}
        script = _OFFICE.replace("{python}", sys.executable).replace("{each}", str(each))
        for name, word in words.items():
            script = script.replace(f"{{{name}}}", word)
        program = folder / "soffice"
        program.write_text(script, encoding="utf-8")
        program.chmod(0o755)
        (folder / "one.pdf").write_bytes(pdf(1))
        (folder / "four.pdf").write_bytes(pdf(4))

    def break_it(self) -> None:
        """From now on it ends at once with a fault."""
        (self.folder / "broken").touch()

    def starts(self) -> list[tuple[int, int, int]]:
        """For each start: its process, the helper process it started, how many files it was given."""
        lines = (self.folder / "starts.txt").read_text().splitlines()
        return [(int(a), int(b), int(c)) for a, b, c in map(str.split, lines)]


def document(*words: str, breaks: int = 0) -> bytes:
    """A .docx that says these words; breaks: so many hard page breaks, each with text after it."""
    page_break = '<w:r><w:br w:type="page"/></w:r>'
    body = small_docx.p(" ".join(words) or "Một dòng.")
    return small_docx.package(body + small_docx.p(page_break, "Trang sau.") * breaks)


def alive(process: int) -> bool:
    """Whether a process still runs (a zombie that nobody has asked after does not)."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
