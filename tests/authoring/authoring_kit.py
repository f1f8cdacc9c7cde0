"""What the tests of copying and comparing share: a working folder, edits in a .docx, reports side by side."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import etree

from baocao.authoring.comparing import Comparison
from baocao.authoring.told import told
from baocao.ooxml.package import write_package
from baocao.packs.finder import builtin_folder
from small_docx import p

PACK = "cchc-nam"
BUILTIN = builtin_folder() / PACK
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(data: bytes) -> dict[str, bytes]:
    """The members of a package; XML in its canonical form, whatever the order of its attributes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    return {
        name: etree.tostring(etree.fromstring(text), method="c14n")
        if name.endswith(("xml", "rels"))
        else text
        for name, text in found.items()
    }


def differing(one: bytes, other: bytes) -> list[str]:
    """The members that differ."""
    mine, theirs = parts_of(one), parts_of(other)
    return sorted(name for name in mine.keys() | theirs.keys() if mine.get(name) != theirs.get(name))


def edited(data: bytes, change: Callable[[str], str], part: str = "word/document.xml") -> bytes:
    """A .docx with the text of a part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    before = parts[part].decode()
    after = change(before)
    assert after != before
    return write_package(parts | {part: after.encode()})


def edit_file(path: Path, old: str, new: str, part: str = "word/document.xml") -> None:
    """Replace words of a .docx on the disk, as a clerk does in Word."""
    path.write_bytes(edited(path.read_bytes(), lambda text: text.replace(old, new, 1), part))


def words_in(data: bytes, part: str = "word/document.xml") -> list[str]:
    """The words of each paragraph that has any."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(part))
    texts = ("".join(item.text or "" for item in paragraph.iter(W + "t")) for paragraph in root.iter(W + "p"))
    return [text for text in texts if text.strip()]


def blocks_in(data: bytes) -> list[str]:
    """The names of the blocks, in order."""
    return [match for text in words_in(data) for match in re.findall(r"\{%p block (\w+) %\}", text)]


def outer_blocks_in(data: bytes) -> list[str]:
    """The names of the blocks that stand in no other, in order."""
    depth, found = 0, []
    for text in words_in(data):
        if match := re.fullmatch(r"\{%p block (\w+) %\}", text):
            found += [match.group(1)] if not depth else []
            depth += 1
        depth -= text == "{%p endblock %}"
    return found


def folder_of(files: Mapping[str, str | bytes], root: Path) -> Path:
    """A folder with files, by their paths in it."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


MANIFEST = 'ma: goi\nphien_ban: "1.0"\nten: Báo cáo thử\ntrich_yeu: [Kết quả thử]\n'
CATALOGUE = "chi_tieu:\n  a.b: {nhan: Số a, loai: dem}\n"


def small_pack(root: Path, template: bytes, manifest: str = MANIFEST, catalogue: str = CATALOGUE) -> Path:
    """A pack of one indicator with a template."""
    return folder_of({"goi.yaml": manifest, "chi-tieu.yaml": catalogue, "mau.docx": template}, root)


def block(name: str, *content: str) -> str:
    """A block of a template."""
    return p(f"{{%p block {name} %}}") + "".join(content) + p("{%p endblock %}")


def lines(found: Comparison) -> str:
    """What is told of two templates."""
    return "\n".join(told(found))
