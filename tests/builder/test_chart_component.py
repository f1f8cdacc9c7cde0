"""`@bieu_do` in noi-dung.md: a Word chart in the template, filled when the report is made."""

# ruff: noqa: E501 - lines of noi-dung.md stay whole

import re
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from baocao.builder import build_template
from baocao.check.opens import check_opens
from baocao.errors import PackError
from baocao.formats import load_format
from baocao.ooxml.package import Skeleton
from baocao.render import render, to_bytes
from chart_kit import C, cached, charts_of, told, workbook_of
from outside_tools import audit_faults, converted, integrity_faults, resaved, sdk_faults
from small_docx import compiled, paragraphs, read_part

ALL = """# Số liệu

@bieu_do {ten: ho_so, loai: cot, tieu_de: "Hồ sơ {{ nam }}", so_lieu: {Tiếp nhận: hs.cac_nam, Giải quyết: xong.cac_nam},
  truc_doc: Hồ sơ, truc_ngang: Năm, mo_ta: "Hồ sơ {{ nam }}:"}

@bieu_do {loai: cot_ngang, tieu_de: Lĩnh vực, danh_sach: ds, nhom: ten, so_lieu: {Điểm: diem}, cao: 90, mau: mau}

@bieu_do {loai: cot_chong, tieu_de: Chồng, so_lieu: {Tiếp nhận: hs.cac_nam, Giải quyết: xong.cac_nam}}

@bieu_do {loai: duong, tieu_de: Đường, so_lieu: {Tiếp nhận: hs.cac_nam}}

@bieu_do {loai: tron, tieu_de: Tròn, so_lieu: {Đúng hạn: dung, Quá hạn: qua}, tong: tong}

@bieu_do {loai: cot, tieu_de: Trống, so_lieu: rong.cac_nam}

Hết.
"""


class Year:
    """A year of a series, as `baocao.derive` makes it."""

    def __init__(self, year, so):
        self.nam, self.ky, self.so = year, f"năm {year}", so

    def names(self):
        return ("nam", "ky", "so")


def years(*values):
    made = (None if value is None else Decimal(str(value)) for value in values)
    return {"cac_nam": tuple(Year(2020 + place, value) for place, value in enumerate(made))}


CONTEXT = {
    "hs": years(980, 1250, None, 27630),
    "xong": years(970, 1200, 1300, "27160.5"),
    "rong": years(None, None),
    "ds": [{"ten": "Hộ tịch", "diem": Decimal("8.25")}, {"ten": "Đất đai, môi trường", "diem": Decimal(7)}],
    "dung": Decimal(27160),
    "qua": Decimal(343),
    "tong": Decimal(27503),
    "nam": "2023",
    "vb": {"trich_yeu": ["x"]},
    "dv": {"ten": "y"},
}


def template(source=ALL):
    return build_template(source, ("I.", "1."), load_format("nd30-2020"))


@pytest.fixture(scope="module")
def report():
    return to_bytes(render(compiled(template()), CONTEXT))


def faults(line):
    with pytest.raises(PackError) as caught:
        template(f"chữ\n\n@bieu_do {line}")
    return [(item.code, item.where.line, dict(item.facts).get("muc")) for item in caught.value.findings]


def test_the_template_shows_charts_with_sample_figures():
    data = template()
    assert check_opens(data) == ()
    kinds = [next(item for item in root.iter() if item.tag in PLOTS).tag for _, root in charts_of(data)]
    assert [kind.removeprefix(C) for kind in kinds] == [
        "barChart",
        "barChart",
        "barChart",
        "lineChart",
        "pieChart",
        "barChart",
    ]
    assert told(data)[0] == (
        'bieu_do:\nso_lieu: {"Tiếp nhận": "hs.cac_nam", "Giải quyết": "xong.cac_nam"}\nmo_ta: "Hồ sơ {{ nam }}:"'
    )


PLOTS = {f"{C}{name}" for name in ("barChart", "lineChart", "pieChart")}


def test_each_chart_has_the_figures_of_the_report(report):
    assert [cached(root) for _, root in charts_of(report)] == [
        (
            ["2020", "2021", "2022", "2023"],
            [
                ("Tiếp nhận", ["980", "1250", None, "27630"]),
                ("Giải quyết", ["970", "1200", "1300", "27160.5"]),
            ],
        ),
        (["Hộ tịch", "Đất đai, môi trường"], [("Điểm", ["8.25", "7"])]),
        (
            ["2020", "2021", "2022", "2023"],
            [
                ("Tiếp nhận", ["980", "1250", None, "27630"]),
                ("Giải quyết", ["970", "1200", "1300", "27160.5"]),
            ],
        ),
        (["2020", "2021", "2022", "2023"], [("Tiếp nhận", ["980", "1250", None, "27630"])]),
        (["Đúng hạn", "Quá hạn"], [("Số liệu", ["27160", "343"])]),
    ]


def test_captions_count_the_charts_that_are_printed(report):
    assert [line.replace("\u00a0", " ") for line in paragraphs(report)] == [
        "Số liệu",
        *("", "Biểu đồ 1. Hồ sơ 2023", "", "Biểu đồ 2. Lĩnh vực", "", "Biểu đồ 3. Chồng"),
        *("", "Biểu đồ 4. Đường", "", "Biểu đồ 5. Tròn", "Hết."),
    ]
    assert '<w:bookmarkStart w:id="' in read_part(report)
    assert re.search(r'w:name="ho_so"', read_part(report))


def test_the_alternative_text_has_the_figures(report):
    assert told(report)[0] == (
        "Hồ sơ 2023: Tiếp nhận (2020: 980, 2021: 1.250, 2023: 27.630); "
        "Giải quyết (2020: 970, 2021: 1.200, 2022: 1.300, 2023: 27.160,5)"
    )


def test_no_sample_stays_in_the_report(report):
    parts = Skeleton.read(report).parts()
    assert not [name for name, data in parts.items() if b"bieu_do:" in data]
    assert len([name for name in parts if name.endswith(".xlsx")]) == 5


def test_the_same_input_gives_the_same_bytes(report):
    assert template() == template()
    assert to_bytes(render(compiled(template()), CONTEXT)) == report


@pytest.mark.parametrize("make", [template, lambda: to_bytes(render(compiled(template()), CONTEXT))])
def test_validators_find_nothing(make, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(make())
    assert (audit_faults(path), integrity_faults(path)) == ([], [])


@pytest.mark.sdk
def test_the_open_xml_sdk_finds_nothing(report, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(report)
    assert sdk_faults(path) == []


EXTREMES = {
    "sáu mươi nhóm": [(f"Tên lĩnh vực số {n}", n * 1000) for n in range(60)],
    "một nhóm": [("Một", 1)],
    "toàn số 0": [("Một", 0), ("Hai", 0)],
    "số âm": [("Một", -5), ("Hai", Decimal("-1234.5")), ("Ba", 7)],
    "số rất lớn": [("Một", 10**12), ("Hai", 3)],
    "chữ lạ": [("<b>&amp;\"'", 5), ("{{ 7*7 }}{% endif %}", 6), ("", 7), ("dòng\nhai", 8)],
}


@pytest.mark.parametrize("name", EXTREMES)
def test_extreme_data_make_sound_files(name, tmp_path):
    kinds = ("cot", "cot_ngang", "cot_chong", "duong", *(() if name == "số âm" else ("tron",)))
    lines = "".join(
        f"@bieu_do {{loai: {kind}, tieu_de: a, danh_sach: ds, nhom: ten, so_lieu: {{A: so, B: so}}}}\n\n".replace(
            ", B: so" if kind == "tron" else "\0", ""
        )
        for kind in kinds
    )
    rows = [{"ten": words, "so": Decimal(value)} for words, value in EXTREMES[name]]
    data = to_bytes(render(compiled(template(lines)), CONTEXT | {"ds": rows}))
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    assert (check_opens(data), audit_faults(path), integrity_faults(path)) == ((), [], [])
    for part, root in charts_of(data):
        names, series = cached(root)
        book = workbook_of(data, part)
        assert names == [" ".join(words.split()) or None for words, _ in EXTREMES[name]]
        assert [[row[0], row[1]] for row in book[1:]] == [
            [words, float(value)] for words, value in zip(names, series[0][1], strict=True)
        ]


def test_what_is_missing_or_unknown_is_told_with_its_line():
    assert faults("{loai: cot}") == [("goi-thieu-muc", 3, "tieu_de"), ("goi-thieu-muc", 3, "so_lieu")]
    assert faults("{loai: cott, tieu_de: a, so_lieu: b}") == [("goi-gia-tri-sai", 3, "loai")]
    assert faults("{tieu_de: a, so_lieu: b, caoo: 5}") == [("goi-muc-la", 3, "caoo")]
    assert faults("{tieu_de: a, so_lieu: b, cao: 5}") == [("goi-gia-tri-sai", 3, "cao")]
    assert faults("{tieu_de: a, so_lieu: {A: b c}, danh_sach: ds, nhom: ten}") == [
        ("goi-gia-tri-sai", 3, "so_lieu")
    ]
    assert faults("{tieu_de: a, so_lieu: {A: b}, danh_sach: ds}") == [("goi-thieu-muc", 3, "nhom")]


@pytest.mark.libreoffice
@pytest.mark.parametrize("way", ["docx", "odt"])
def test_a_template_saved_by_libreoffice_is_filled_too(way, tmp_path, report):
    saved = resaved({"mau": template()}, tmp_path, way)["mau"]
    made = to_bytes(render(compiled(saved), CONTEXT))
    assert [cached(root) for _, root in charts_of(made)] == [cached(root) for _, root in charts_of(report)]
    assert [words for words in paragraphs(made) if words] == [words for words in paragraphs(report) if words]


@pytest.mark.libreoffice
def test_libreoffice_prints_figures_the_vietnamese_way(tmp_path, report):
    converted({"a": report}, tmp_path, "pdf")
    command = ["pdftotext", "-layout", str(Path(tmp_path) / "a.pdf"), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    for words in (
        "27.630",
        "27.160,5",
        "8,25",
        "(98,75%)",
        "343 (1,25%)",
        "Đất đai, môi trường",
        "30.000",
    ):
        assert words in text
    assert not re.search(r"27,630|8\.25", text)
