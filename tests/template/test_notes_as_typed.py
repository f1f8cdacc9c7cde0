"""Notes of a template whose text or mark Word writes in a less usual way."""

from small_docx import note, notes_of, p, package, paragraphs, produced, r, read_part, ref

SIGN = "<w:r><w:footnoteRef/></w:r>"
MARK = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>{}</w:t></w:r>'


def control(content):
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_paragraphs_of_a_note_within_content_controls():
    first = f"<w:p>{SIGN}{r('một')}</w:p>"
    some = f'<w:footnote w:id="1">{first}{control(p("hai"))}</w:footnote>'
    assert notes_of(produced(package(p("x", ref(1)), notes=some))) == {"1": ["một", "hai"]}
    whole = f'<w:footnote w:id="1">{control(first)}<w:customXml>{p("hai")}</w:customXml></w:footnote>'
    assert notes_of(produced(package(p("x", ref(1)), notes=whole))) == {"1": ["một", "hai"]}


def test_a_mark_of_the_author_s_own_stays_and_takes_no_number():
    own = f'<w:footnote w:id="1"><w:p>{r("* ghi {{ so }}")}</w:p></w:footnote>'
    data = produced(
        package(p("x", MARK.format("&lt;*&gt;"), "sau", ref(2)), notes=own + note(2, "hai")), {"so": 5}
    )
    document, notes = read_part(data), read_part(data, "word/footnotes.xml")
    assert '<w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>&lt;*&gt;</w:t></w:r>' in document
    assert document.count("customMarkFollows") == 1
    assert paragraphs(data) == ["x[1]<*>sau[2]"]
    assert notes_of(data) == {"1": ["* ghi 5"], "2": ["hai"]}
    assert notes.count("<w:footnoteRef/>") == 1
