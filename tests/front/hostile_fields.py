"""Values that a clerk or an attacker may type, and the sample with one of them in any of its fields."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from front_kit import Files, Path_, errors_at

AS_TYPED = {
    "expression": "{{ 7*7 }}",
    "big sum": "{{ 7919*7907 }}",
    "statement": "{% for x in y %}",
    "paragraph statement": "{%p if %}",
    "row statement": "{%tr endfor %}",
    "rich text": "{{r mo_dau }}",
    "comment": "{# ẩn #}",
    "raw": "{% raw %}{{ x }}{% endraw %}",
    "escaped sign": "{_{ 7 }_} {_% %_}",
    "open sign": "{{",
    "closing sign": "%}",
    "element": "<w:p>",
    "closing element": "</w:t></w:r></w:p>",
    "entity": "&amp; &lt;w:p&gt; &#38; &#0;",
    "ampersand": "&",
    "end of cdata": "]]>",
    "cdata": "<![CDATA[x]]>",
    "xml comment": "<!-- x --> <?xml?>",
    "quotes": "\"'`“”‘’",
    "letter of a heading": "⟦a)⟧ ⟦thứ⟧",
    "format holes": "{0} {x.__class__} %s %(x)s ${x}",
    "path": "../../../etc/passwd C:\\Windows",
    "emoji": "🇻🇳 👩‍💻 𝕏",
    "right to left": "\u202eabc\u202c \u200fאב\u200e",
    "no width": "a\u200bb\ufeffc\u00add",
    "lone marks": "* ** ~ [^ ^] \\",
    "two spaces": "a  b",
    "tab": "a\tb",
    "nfd": unicodedata.normalize("NFD", "Tiếp nhận hồ sơ ở Huyện"),
}
"""Values that mean nothing to the engine: exactly these characters stand in the document (NFC)."""

MARKED = {
    "subscript": ("~1~", "1"),
    "bold": ("**đậm**", "đậm"),
    "both": ("***cả hai***", "cả hai"),
    "escape": ("\\*sao\\*", "*sao*"),
}
"""The documented marks: (as typed, as a text shows it). Single-line fields show them as typed."""

BROKEN = {
    "newline": "a\nb",
    "return": "a\rb",
    "windows newline": "a\r\nb",
    "line separator": "a\u2028b",
    "next line": "a\u0085b",
}

UNPRINTABLE = {
    "control": "\x01",
    "escape sequence": "\x1b[31m",
    "nul": "\0",
    "delete": "\x7f",
    "c1": "\x9b",
    "noncharacter": "\ufdd0",
    "noncharacters of the engine": "\ufdd0p||x\ufdd1",
    "last of the plane": "\uffff",
}

NOT_PRINTED = {
    "house": {("unit", "ten")},
    "pack": {("unit", "them", "ten_ngan"), ("unit", "them", "cap_duoi")},
}
"""Texts of the full sample that its own templates, or the pack's alone, do not print."""

FILES = {("data", "goi"), ("data", "don_vi")}


def full_sample(folder: Path) -> Files:
    """Tân Hồng's files with every field that Tân Hồng leaves out."""
    files = Files.of_sample(folder, "tan-hong", "2023.yaml")
    files.data["van_ban"] |= {"can_cu": ["Căn cứ một", "Căn cứ hai"], "kinh_gui": ["Nơi một", "Nơi hai"]}
    files.data["chu_thich"] = {"ghi": "Ghi chú"}
    for group in ("the_che", "tthc", "to_chuc", "can_bo", "tai_chinh", "chinh_quyen_so"):
        files.data["so_lieu"][group]["noi_dung_khac"] = "Nội dung khác"
    files.data["so_lieu"]["kien_nghi"] = {"noi_dung": ["Kiến nghị"]}
    files.data["so_lieu"]["tthc"]["so_hoa_moi"]["nguon"] = "Phần mềm"
    files.unit["dong_chu_quan"] = ["Chủ quản một", "Chủ quản hai"]
    files.unit["nguoi_ky"]["chu_tich"] |= {"thua_lenh": "Trưởng ban", "ky_thay": "Trưởng phòng"}
    return files


class Sample:
    """The full sample, its free texts, and the fields that take no free text."""

    def __init__(self, folder: Path, templates: str) -> None:
        self.folder = folder
        self.files = full_sample(folder)
        if templates == "pack":
            (folder / "mau").rename(folder / "khong-dung")
        self.hidden = NOT_PRINTED[templates]
        self.paths = [path for path in self.files.leaves() if path not in FILES]
        report, places = self.filled("chữ").report()
        self.refused = set(errors_at(report, places))
        self.texts = [path for path in self.paths if path not in self.refused]

    def filled(self, value: str, paths: list[Path_] | None = None, *, framed: bool = True) -> Files:
        """The files with the value in those fields, framed by the field's number."""
        files = self.files.copy()
        for path in self.paths if paths is None else paths:
            number = self.paths.index(path)
            files.put(path, self.led(path, f"Q{number}Z{value}Z{number}Q" if framed else value))
        files.data["so_lieu"]["the_che"]["noi_dung_khac"] += " [^ghi]"
        return files

    @staticmethod
    def led(path: Path_, value: str) -> str:
        """The line Lưu has to begin with VT."""
        return f"VT, {value}" if path[-1] == "luu" else value

    def printed(self, path: Path_) -> bool:
        """Whether the field's text stands in the document."""
        return path not in self.hidden and path[-1] not in ("chi_tieu", "nguon")

    def missing(self, shown: str, paths: list[Path_], *values: str) -> list[Path_]:
        """The fields whose framed value, in none of its forms, stands in what the document shows."""
        text = shown.lower()
        return [
            path
            for path in paths
            if self.printed(path)
            and not any(
                f"q{number}z{value}z{number}q" in text
                for number in [self.paths.index(path)]
                for value in map(str.lower, values)
            )
        ]
