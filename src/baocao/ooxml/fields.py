"""Complex fields as strings (ECMA-376 part 1, 17.16.18): what is reckoned, and the result that is shown."""

from __future__ import annotations

from baocao.ooxml.xml import escape, text_runs


def field_start(instruction: str, properties: str = "", *, dirty: bool = False) -> str:
    """The runs in front of a field's result. properties: the `w:rPr` of its runs, as XML.

    dirty: the result is a guess, which Word reckons anew when it opens the file.
    """
    stale = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"{stale}/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(properties: str = "") -> str:
    """The run behind a field's result."""
    return f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'


def field_of_words(instruction: str, result: str, properties: str = "") -> str:
    """A whole field. result: the words it shows, in the same look; "" for none."""
    look = properties.removeprefix("<w:rPr>").removesuffix("</w:rPr>").replace("<w:rPr/>", "")
    return field_start(instruction, properties) + text_runs(result, look) + field_end(properties)


def field_of_number(instruction: str, number: str, properties: str = "", *, dirty: bool = False) -> str:
    """A whole field that shows a number."""
    shown = f"<w:r>{properties}<w:t>{number}</w:t></w:r>"
    return field_start(instruction, properties, dirty=dirty) + shown + field_end(properties)
