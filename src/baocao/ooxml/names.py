"""Names of the members every Word package has, and what a reader calls them."""

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONSHIPS = "_rels/.rels"
DOCUMENT = "word/document.xml"
DOCUMENT_RELATIONSHIPS = "word/_rels/document.xml.rels"
FOOTNOTES = "word/footnotes.xml"
FOOTNOTES_RELATIONSHIPS = "word/_rels/footnotes.xml.rels"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
SETTINGS = "word/settings.xml"
FONT_TABLE = "word/fontTable.xml"
THEME = "word/theme/theme1.xml"
HEADER = "word/header1.xml"
FIRST_HEADER = "word/header2.xml"
CORE_PROPERTIES = "docProps/core.xml"
APP_PROPERTIES = "docProps/app.xml"

CHART_RELATION = "rIdBieuDo{}".format
"""The relationship of the document to its chart of that number, from 1."""

NUMBER_OF = "_so_{}".format
"""The bookmark round the number alone of the label that has this name: "3" of "Bảng 3"."""

_LABELS = {
    "document.xml.rels": "phần ghi các liên kết",
    "document": "thân văn bản",
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "phần chú thích",
    "endnotes": "chú thích cuối văn bản",
    "core": "thuộc tính của tệp",
    "styles": "phần kiểu chữ",
    "numbering": "phần đánh số",
    "settings": "phần thiết đặt",
}


def part_label(part: str) -> str:
    """What a reader calls a part of the package."""
    name = part.rsplit("/", 1)[-1]
    return next((label for start, label in _LABELS.items() if name.startswith(start)), part)
