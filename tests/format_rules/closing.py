"""Rules of Kính gửi, signature, Nơi nhận and appendices, measured in the file (PL I.II.7, 9; PL I.III.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from format_rules.document import Paragraph
from format_rules.registry import RULES, Seen, Specimen, aligned, cases, check, faces, from_file, sizes

AUTHORITY = re.compile(r"^(TM|Q|KT|TL|TUQ)\. \S")
ABBREVIATED = re.compile(r"^(T/M|K/T|T/L|T\.M|K\.T|T\.L|(TM|Q|KT|TL|TUQ)\b)")
HONOURS = re.compile(r"^(ThS|TS|PGS|GS|BS|KS|CN|NGƯT|Ông|Bà)\b\.?")
DRAFTER = re.compile(r"\s*[A-ZĐ]+\.\(\d+\)$")


def _authority(report: Specimen) -> list[Paragraph]:
    return report.parts.signature[:-1]


def _name(report: Specimen) -> list[Paragraph]:
    return report.parts.signature[-1:]


@from_file("KY01")
def authority_abbreviations(report: Specimen) -> Iterator[Seen]:
    for line in _authority(report):
        ok = AUTHORITY.match(line.text) is not None or ABBREVIATED.match(line.text) is None
        yield check(line, line.text, "TM., Q., KT., TL., TUQ. rồi dấu cách", ok)


@from_file("KY02")
def authority_face(report: Specimen) -> Iterator[Seen]:
    yield from faces(_authority(report), bold=True, italic=False)
    yield from cases(_authority(report), upper=True)


@from_file("KY04")
def name_face(report: Specimen) -> Iterator[Seen]:
    yield from faces(_name(report), bold=True, italic=False)
    for line in _name(report):
        yield check(line, line.text, report.facts.signer)
        yield check(line, line.text, "Mỗi Tiếng Hoa Đầu", line.text.istitle())


@from_file("KY06")
def no_degree_before_name(report: Specimen) -> Iterator[Seen]:
    for line in _name(report):
        yield check(line, line.text, "không học hàm, học vị", not HONOURS.match(line.text))


@from_file("KY07")
def committee_signs_on_behalf(report: Specimen) -> Iterator[Seen]:
    if report.facts.committee:
        yield check("quyền hạn", [p.text for p in _authority(report)][:1], [RULES["KY07"]["value"]])


@from_file("KY08")
def deputy_signs_for_head(report: Specimen) -> Iterator[Seen]:
    lines = [p.text for p in _authority(report)]
    for above, line in zip(["", *lines], lines, strict=False):
        if line.startswith("PHÓ"):
            wanted = "KT. CHỦ TỊCH" if report.facts.committee else "KT. ..."
            yield check(
                line,
                above,
                wanted,
                above == wanted or (not report.facts.committee and above.startswith("KT. ")),
            )


@from_file("KY09")
def signature_on_the_right(report: Specimen) -> Iterator[Seen]:
    yield from aligned(report.parts.signature, "center")
    yield check("khối ký", len(report.parts.sign.rows[0]), 2)


@from_file("KG01")
def addressed_between_subject_and_body(report: Specimen) -> Iterator[Seen]:
    place = [p.text.startswith("Kính gửi:") for p in report.parts.text[:1]]
    if report.facts.recipients:
        yield check("đoạn đầu sau trích yếu", place, [True])


@from_file("KG03")
def addressed_face(report: Specimen) -> Iterator[Seen]:
    yield from faces(report.parts.addressed, bold=False, italic=False)
    yield from cases(report.parts.addressed, upper=False)


@from_file("KG04")
def recipients_lines(report: Specimen) -> Iterator[Seen]:
    texts = [p.full_text.strip() for p in report.parts.addressed]
    one = report.facts.recipients == 1
    if report.facts.recipients:
        yield check("số dòng", len(texts), 1 if one else report.facts.recipients + 1)
    if one:
        yield check(
            "Kính gửi", texts[:1], "nơi nhận trên cùng dòng", all(len(t) > len("Kính gửi: ") for t in texts)
        )
    for text in texts[1:]:
        end = "." if text == texts[-1] else ";"
        yield check(text, text, f"- ...{end}", text.startswith("- ") and text.endswith(end))


def _list(report: Specimen) -> list[Paragraph]:
    return report.parts.recipients[1:]


@from_file("NN01")
def recipients_word(report: Specimen) -> Iterator[Seen]:
    yield check("Nơi nhận", [p.text for p in report.parts.recipients][:1], [RULES["NN01"]["value"]])


@from_file("NN04")
def level_with_authority(report: Specimen) -> Iterator[Seen]:
    row = report.parts.sign.rows[0]
    firsts = [next((p.text for p in cell if p.text.strip()), "") for cell in row]
    wanted = [report.parts.recipients[0].text, report.parts.signature[0].text]
    yield check("hàng đầu khối ký", firsts, wanted)
    heights = [(bool(cell[0].text.strip()), cell[0].twips("spacing", "before")) for cell in row]
    yield check("đầu hai ô", heights, "cùng mức", len(set(heights)) == 1)
    for line in report.parts.recipients:
        indent = line.twips("ind", "left") + line.first_line
        yield check(
            line, (line.alignment, indent), ("left", 0), line.alignment in {"left", "both"} and indent == 0
        )


@from_file("NN07")
def recipients_form(report: Specimen) -> Iterator[Seen]:
    for line in _list(report)[:-1]:
        yield check(line, line.full_text, "- ...;", re.match(r"^- .+;$", line.full_text) is not None)


@from_file("NN08")
def archive_line(report: Specimen) -> Iterator[Seen]:
    for line in _list(report)[-1:]:
        level = [run.shown for run in line.runs if run.value("vertAlign") != "subscript"]
        text = DRAFTER.sub("", (f"{line.label} " if line.label else "") + "".join(level)).strip()
        yield check(line, text, RULES["NN08"]["value"], re.match(RULES["NN08"]["value"], text) is not None)


@from_file("NN09")
def as_above_first(report: Specimen) -> Iterator[Seen]:
    if report.facts.recipients:
        yield check("mục đầu", [p.full_text for p in _list(report)][:1], [RULES["NN09"]["value"]])


@from_file("NN10")
def no_as_above_without_address(report: Specimen) -> Iterator[Seen]:
    for line in _list(report) if not report.facts.recipients else []:
        yield check(line, line.full_text, "không Như trên", "Như trên" not in line.full_text)


@from_file("PL01")
def appendices_referred_to(report: Specimen) -> Iterator[Seen]:
    body = " ".join(p.text for p in report.parts.text)
    for words in report.parts.appendices:
        named = re.escape(words[0].text.strip())
        yield check(
            words[0],
            body[:60],
            "được dẫn trong bài",
            re.search(named + r"\b", body, re.IGNORECASE) is not None,
        )


@from_file("PL02")
def appendices_numbered(report: Specimen) -> Iterator[Seen]:
    many = len(report.parts.appendices) > 1
    for words, number in zip(
        report.parts.appendices, ("I", "II", "III", "IV", "V", "VI", "VII", "VIII"), strict=False
    ):
        yield check("phụ lục", words[0].text.strip(), f"Phụ lục {number}" if many else "Phụ lục")


@from_file("PL03")
def appendix_word(report: Specimen) -> Iterator[Seen]:
    words = [lines[0] for lines in report.parts.appendices]
    yield from sizes("PL03", words)
    yield from faces(words, bold=True)
    yield from aligned(words, "center")
    yield from cases(words, upper=False)


@from_file("PL04")
def appendix_title(report: Specimen) -> Iterator[Seen]:
    titles = [lines[1] for lines in report.parts.appendices]
    yield from sizes("PL04", titles)
    yield from faces(titles, bold=True)
    yield from aligned(titles, "center")
    yield from cases(titles, upper=True)


@from_file("PL05")
def appendix_reference(report: Specimen) -> Iterator[Seen]:
    lines = [lines[2] for lines in report.parts.appendices]
    yield from sizes("PL05", lines)
    yield from faces(lines, italic=True)
    yield from aligned(lines, "center")
    for line in lines:
        yield check(line, line.text, "(Kèm theo ...)", re.match(r"^\(Kèm theo .+\)$", line.text) is not None)


@from_file("PL06")
def appendix_blanks(report: Specimen) -> Iterator[Seen]:
    for lines in report.parts.appendices:
        yield check(lines[2], lines[2].text, "để trống số và ngày", not re.search(r"\d", lines[2].text))


from_file("KY03")(lambda report: sizes("KY03", _authority(report)))
from_file("KY05")(lambda report: sizes("KY05", _name(report)))
from_file("KG02")(lambda report: sizes("KG02", report.parts.addressed))
from_file("NN02")(lambda report: sizes("NN02", report.parts.recipients[:1]))
from_file("NN03")(lambda report: faces(report.parts.recipients[:1], bold=True, italic=True))
from_file("NN05")(lambda report: sizes("NN05", _list(report)))
from_file("NN06")(lambda report: faces(_list(report), bold=False, italic=False))
