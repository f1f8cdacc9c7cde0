"""Words mended: only the letters that differ change; notes, links, marks, comments, runs and their faces stay."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mend_kit import checking, found, mended, names, paragraph, root, said, texts, valid

from baocao.conformance.mending import mend
from baocao.conformance.mends import DropBlank, Retype, ToUnicode
from baocao.conformance.reading.reader import read_paper
from baocao.conformance.same_words import around, same_words
from baocao.conformance.telling import remarks
from small_docx import note, p, package, r, read_part, ref, tbl

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def retyping(old, new):
    def ask(paper):
        one = paragraph(paper, old)
        return [Retype(one, one.text.index(old), old, new)] if one is not None else []

    return ask


def test_words_over_runs_change_letter_by_letter(tmp_path):
    data = package(p(r("Số: 5/B", "<w:b/>"), r("C - U", "<w:i/>"), r("BND ngày 3")))
    made = mended(data, retyping("5/BC - UBND", "05/BC-UBND")).data
    assert texts(made) == ["Số: 05/BC-UBND ngày 3"]
    runs = root(made).findall(f".//{W}r")
    assert ["".join(run.itertext()) for run in runs] == ["Số: 05/B", "C-U", "BND ngày 3"]
    assert [names(run.find(f"{W}rPr"))[0] for run in runs[:2]] == ["b", "i"]
    valid(made, data, tmp_path)


def test_a_note_in_the_middle_stays_in_its_place():
    data = package(p("Số 5", ref(1), " / BC của xã"), notes=note(1, "Nguồn"))
    made = mended(data, retyping("5 / BC", "05/BC")).data
    assert texts(made)[0] == "Số 05/BC của xã"
    kinds = [names(run)[-1] for run in found(made, "p").iter(f"{W}r")]
    assert kinds == ["t", "footnoteReference", "t"]


def test_links_bookmarks_comments_stay():
    link = '<w:hyperlink w:anchor="a">' + r("cổng  tin") + "</w:hyperlink>"
    marks = '<w:bookmarkStart w:id="0" w:name="a"/>' + r("Xem  ") + '<w:bookmarkEnd w:id="0"/>'
    data = package(f"<w:p>{marks}{link}{r(' của xã')}</w:p>")
    made = mended(data, retyping("Xem  cổng  tin", "Xem cổng tin")).data
    assert texts(made) == ["Xem cổng tin của xã"]
    assert names(found(made, "p")) == ["bookmarkStart", "r", "bookmarkEnd", "hyperlink", "r"]


def test_a_tab_may_become_a_blank_and_an_insertion_needs_no_old_letters():
    data = package("<w:p><w:r><w:t>-</w:t><w:tab/><w:t>Lưu: VT</w:t></w:r></w:p>")
    made = mended(data, retyping("-\tLưu", "- Lưu")).data
    assert texts(made) == ["- Lưu: VT"]

    def ask(paper):
        one = paragraph(paper, "VT")
        return [] if one.text.endswith(".") else [Retype(one, len(one.text), "", ".")]

    assert texts(mended(made, ask).data) == ["- Lưu: VT."]


def test_several_on_one_paragraph_count_in_the_text_as_it_was_read():
    data = package(p("Hà Nội, ngày 3 tháng 1 năm 2025"))

    def ask(paper):
        one = next(paper.paragraphs)
        return [
            Retype(one, one.text.index(f" {digit} ") + 1, digit, f"0{digit}")
            for digit in "31"
            if f" {digit} " in one.text
        ]

    assert texts(mended(data, ask).data) == ["Hà Nội, ngày 03 tháng 01 năm 2025"]


def test_letters_that_only_look_like_capitals_keep_their_case():
    data = package(p(r("Báo cáo  năm", "<w:caps/>")))
    made = mended(data, retyping("BÁO CÁO  NĂM", "BÁO CÁO NĂM")).data
    assert "Báo cáo năm" in read_part(made)


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> DATE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3/4</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (f"<w:p>{r('Ngày ')}{FIELD}</w:p>", "trường tự động"),
        (f"<w:p>{r('Ngày ')}<w:fldSimple w:instr=' DATE '>{r('3/4')}</w:fldSimple></w:p>", "trường tự động"),
        (f"<w:p>{r('Ngày ')}<w:ins w:id='1' w:author='A'>{r('3/4')}</w:ins></w:p>", "theo dõi"),
        (
            f"<w:p>{r('Ngày ')}<w:sdt><w:sdtPr><w:dataBinding w:xpath='/a' w:storeItemID=''/></w:sdtPr>"
            f"<w:sdtContent>{r('3/4')}</w:sdtContent></w:sdt></w:p>",
            "trường tự động",
        ),
    ],
)
def test_what_word_fills_in_or_tracks_is_left_and_told(content, reason):
    data = package(content)
    made = mended(data, retyping("3/4", "03-4"))
    assert made.data == data
    assert len(made.left) == 1
    assert reason in made.refused[0].reason
    (told,) = remarks(checking(retyping("3/4", "03-4"))(read_paper(data)))
    assert not told.mended


def test_the_words_of_a_link_field_are_typed_ones():
    data = package(f"<w:p>{FIELD.replace(' DATE ', ' HYPERLINK &quot;#a&quot; ')}</w:p>")
    (told,) = remarks(checking(retyping("3/4", "03-4"))(read_paper(data)))
    assert told.mended
    assert texts(mended(data, retyping("3/4", "03-4")).data) == ["03-4"]


def test_both_texts_of_a_box_are_mended():
    box = "<w:txbxContent><w:p><w:r><w:t>Số: 5/BC</w:t></w:r></w:p></w:txbxContent>"
    shape = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing><wp:inline>'
        '<wp:extent cx="2000000" cy="500000"/><wp:docPr id="1" name="Khung"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>'
        f"<wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f'<mc:Fallback><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{box}</v:textbox></v:rect></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    made = mended(package(f"<w:p>{shape}</w:p>"), retyping(": 5/BC", ": 05/BC")).data
    assert read_part(made).count("Số: 05/BC") == 2


WORDS = st.text(alphabet="aăcnốC -/.5đủ", min_size=1, max_size=24)


@settings(max_examples=150, deadline=None)
@given(text=WORDS, new=WORDS, cuts=st.lists(st.integers(0, 24), max_size=6), data=st.data())
def test_retyping_over_any_runs_gives_the_words(text, new, cuts, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = [text[a:b] for a, b in pairwise(edges)]
    file = package(
        p(*(r(piece, f'<w:sz w:val="{20 + place}"/>') for place, piece in enumerate(pieces)), ref(1)),
        notes=note(1, "Nguồn"),
    )
    once = []

    def ask(paper):
        one = next(paper.paragraphs)
        if once or text[start:end] == new:
            return []
        once.append(one)
        return [Retype(one, start, text[start:end], new)]

    made = mend(file, checking(ask))
    first, last = around(text, start, end)
    meant = text[:start] + new + text[end:]
    same = same_words(text[first:last], meant[first : last + len(meant) - len(text)])
    assert texts(made.data)[0] == (meant if same else text)
    assert read_part(made.data).count("footnoteReference ") == 1


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("Lưu VT", "Lưu: VT.", True),
        ("Số 5", "Số: 05", True),
        ("Số: 9 /KH - UBND", "Số: 09/KH-UBND", True),
        ("T/M ỦY BAN", "TM. ỦY BAN", True),
        ("CỘNGHÒA XÃ HỘI CHŨ NGHỈA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("PHỤ LỤC 1", "Phụ lục 1", True),
        ("tỉ lệ", "tỷ lệ", True),
        ("Cộng hoà xả hội chũ ngiã Việt Name", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("12/07/26", "12/7/2026", True),
        ("UBND XÃ BẢO LÂM   CỘNG HÒA", "CỘNG HÒA", False),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", False),
        ("TM. UBND", "TM. ỦY BAN NHÂN DÂN", False),
        ("TM.", "KT.", False),
        ("Số: 15", "Số: 51", False),
        ("Bảo Lâm", "Lâm Bảo", False),
    ],
)
def test_which_texts_have_the_same_words(old, new, same):
    assert same_words(old, new) is same


def test_a_mend_that_would_take_words_away_is_refused_and_told():
    data = package(p("UBND XÃ BẢO LÂM     CỘNG HOÀ XÃ HỘI"))
    made = mended(data, retyping("UBND XÃ BẢO LÂM     CỘNG HOÀ", "CỘNG HÒA"))
    assert made.data is data
    reason = "sửa chỗ này phải thêm, bớt hoặc đổi chữ: máy không tự đổi chữ nào"
    assert [one.reason for one in made.refused] == [reason]
    assert len(made.left) == 1


def to_unicode(encoding):
    def ask(paper):
        return [
            ToUnicode(one, encoding, "Times New Roman")
            for one in paper.paragraphs
            if any(font.startswith((".Vn", "VNI")) for span in one.spans for font in span.face.fonts)
            or unicodedata.normalize("NFC", one.text) != one.text
        ]

    return ask


def font(name):
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def test_tcvn3_becomes_unicode_in_its_runs(tmp_path):
    data = package(
        p(r("B¸o c¸o", font(".VnTimeH")), r(" cña x·", font(".VnTime")), ref(1)), notes=note(1, "Nguồn")
    )
    made = mended(data, to_unicode("TCVN3")).data
    assert texts(made)[0] == "BÁO CÁO của xã"
    assert said(found(made, "rFonts"))["ascii"] == "Times New Roman"
    valid(made, data, tmp_path)


def test_a_mark_of_vni_in_the_next_run_joins_its_letter():
    data = package(p(r("ba", font("VNI-Times")), r("ùo ca", font("VNI-Times")), r("ùo", font("VNI-Times"))))
    assert texts(mended(data, to_unicode("VNI")).data) == ["báo cáo"]


def test_letters_typed_apart_are_joined_over_runs():
    data = package(p(r("bao cao"[:2]), r("\u0301o ca\u0301o")))
    made = mended(data, to_unicode("NFD")).data
    assert texts(made) == ["báo cáo"]
    assert found(made, "rFonts") is None


@pytest.mark.parametrize(
    "runs",
    [[".VnTime"], ["Arial", ".VnTime"]],
)
def test_runs_in_another_font_are_not_decoded(runs):
    data = package(p(*(r("µ", font(name)) for name in runs)))
    made = mended(data, to_unicode("TCVN3")).data
    assert texts(made)[0].endswith("à")
    if len(runs) == 2:
        assert texts(made)[0] == "µà"


def test_signs_typed_as_letters_are_not_decoded():
    def ask(paper):
        return [ToUnicode(one, "TCVN3", "Times New Roman") for one in paper.paragraphs if "µ" in one.text]

    data = package(p(r("lµ "), r("þ", font("Wingdings")), r(" lµm")))
    made = mend(data, checking(ask), "a.docx").data
    assert texts(made) == ["là þ làm"]
    assert [said(one)["ascii"] for one in root(made).iter(f"{W}rFonts")] == [
        "Times New Roman",
        "Wingdings",
        "Times New Roman",
    ]


def drop_blanks(paper):
    return [DropBlank(one) for one in paper.paragraphs if one.blank]


def test_an_empty_paragraph_goes_its_bookmark_stays():
    data = package(
        p("Một")
        + '<w:p><w:bookmarkStart w:id="3" w:name="dau"/><w:bookmarkEnd w:id="3"/></w:p>'
        + p()
        + p("Hai")
    )
    made = mended(data, drop_blanks).data
    assert texts(made) == ["Một", "Hai"]
    assert said(found(made, "p/bookmarkStart"))["name"] == "dau"


@pytest.mark.parametrize(
    "body",
    [
        p("Một") + p() + tbl(["a", "b"]) + p("Hai"),
        p("Một") + p(ppr='<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>') + p("Hai"),
        tbl(["", "b"]) + p("Hai"),
        p("Một") + p(),
    ],
)
def test_an_empty_paragraph_that_word_needs_stays(body):
    data = package(body)
    made = mended(data, drop_blanks)
    assert made.data == data
    assert made.refused


@pytest.mark.parametrize(
    ("content", "mended_by_itself"),
    [(r("Mét"), True), (f"<w:ins w:id='1' w:author='A'>{r('Mét')}</w:ins>", False)],
)
def test_tracked_letters_are_not_said_to_be_decoded(content, mended_by_itself):
    def ask(paper):
        return [ToUnicode(next(paper.paragraphs), "TCVN3", "Times New Roman")]

    (told,) = remarks(checking(ask)(read_paper(package(f"<w:p>{content}</w:p>"))))
    assert told.mended is mended_by_itself


def test_an_empty_paragraph_with_a_page_break_is_not_said_to_be_taken_away():
    data = package(p("Một") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p/>' + p("Hai"))
    blanks = checking(lambda paper: [DropBlank(one) for one in list(paper.paragraphs)[1:3]])
    checked = blanks(read_paper(data))
    told = [remarks(replace(checked, faults=(one,)))[0].mended for one in checked.faults]
    assert told == [False, True]
