"""What a footnote hangs on, and what it breaks down."""

from __future__ import annotations

from pathlib import Path

import pytest
from breakdown_kit import only, reading, sums

from baocao.audit.grammar.reading import read
from baocao.audit.reading.read_docx import read_docx
from baocao.audit.reading.read_text import read_text
from baocao.audit.statements import Reading
from small_docx import note, p, package, ref

REFERENCE = Path(__file__).with_name("tan-hong-2023.txt")


def hanging(told: Reading) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Of each note the words it hangs on, the figure there, and the figures that explain the body."""
    passages = told.document.passages
    return {
        host.note: (
            passages[host.spot.passage].text[host.spot.start : host.spot.end],
            host.figure.text if host.figure else "",
            tuple(figure.text for figure in host.explains),
        )
        for host in told.hosts
    }


def test_the_notes_of_the_reference_report() -> None:
    assert hanging(read(read_text(REFERENCE.read_text(encoding="utf-8"), "a.txt"))) == {
        "1": ("Ủy ban nhân dân Huyện và Ủy ban nhân dân cấp xã", "", ("134/134",)),
        "2": ("69.639.646 đồng", "69.639.646 đồng", ("63/63",)),
        "3": ("đúng quy định", "", ()),
        "4": ("đạt 98,74%", "", ("3.252", "24.378", "3.190", "24.092")),
        "5": ("1.546 biên chế", "1.546", ("104", "1.442")),
        "6": ("11 công chức", "11", ("07", "02", "02")),
        "7": ("95 viên chức", "95", ("32", "39", "22", "02")),
        "8": ("12 cán bộ quản lý", "12", ("08", "01", "01", "02")),
        "9": ("15 cán bộ quản lý", "15", ()),
        "10": ("bồi dưỡng", "", ("29", "03", "01", "17", "17", "08", "11", "11")),
        "11": ("", "", ()),
    }


def test_a_note_behind_other_words_breaks_down_what_its_unit_fits() -> None:
    told = reading(
        "Trong năm đã cử 64 cán bộ, công chức đi học, kinh phí 412.500.000 đồng¹.",
        "¹ Cụ thể: Trung cấp lý luận chính trị 21 người; Quản lý nhà nước 30 người; Quốc phòng 13 người.",
    )
    assert sums(told) == [("64", ("21", "30", "13"))]
    assert hanging(told)["1"] == ("412.500.000 đồng", "412.500.000 đồng", ("21", "30", "13"))


def test_two_notes_of_two_levels_are_read_together_even_when_they_fail() -> None:
    told = reading(
        "Đã rà soát 205/205 thủ tục thuộc thẩm quyền của cấp huyện¹ và cấp xã².",
        "¹ Cấp Huyện: 140/140 thủ tục, chiếm 100%.",
        "² Cấp xã: 56/56 thủ tục, chiếm 100%.",
    )
    assert sums(told) == [("205/205", ("140/140", "56/56"))]
    assert only(told).whole


LISTS = {
    "Trong năm điều động 15 cán bộ quản lý¹. Trưởng phòng (02 người); Phó Trưởng phòng (13 người).": (
        "02",
        "13",
    ),
    "Trong năm điều động 15 cán bộ quản lý¹. Trưởng phòng (02 người); Phó Trưởng phòng (31 người).": (
        "02",
        "31",
    ),
    "Đã tuyển dụng 42 viên chức¹. Mầm non 16 người; tiểu học 14 người; trung học cơ sở 09 người.": (
        "16",
        "14",
        "09",
    ),
    "Đã tiếp 3.418 lượt công dân¹. Thường xuyên 2.207 lượt; định kỳ 1.084 lượt; đột xuất 117 lượt.": (
        "2.207",
        "1.084",
        "117",
    ),
    "Công khai 139 thủ tục hành chính¹. Hộ tịch 37, đất đai 12, bảo trợ xã hội 41, lĩnh vực khác 59.": (
        "37",
        "12",
        "41",
        "59",
    ),
    "Đã ban hành 31 văn bản chỉ đạo¹. 05 kế hoạch; 09 quyết định; 15 công văn.": ("05", "09", "15"),
    "Có 51 trường công lập¹. Cụ thể: mầm non 14 trường; tiểu học 19 trường; trung học cơ sở 15 trường.": (
        "14",
        "19",
        "15",
    ),
    "Xử lý kỷ luật 09 công chức¹. Khiển trách 04 người; cảnh cáo 03 người; buộc thôi việc 01 người.": (
        "04",
        "03",
        "01",
    ),
}
NO_LISTS = (
    "Công khai 139 thủ tục hành chính¹. Chủ yếu là hộ tịch 37, đất đai 12, bảo trợ xã hội 41.",
    "Công khai 139 thủ tục hành chính¹. Hộ tịch 37, đất đai 12, bảo trợ xã hội 41,…",
    "Ban hành 31 văn bản chỉ đạo¹. Tiêu biểu: 05 kế hoạch; 09 quyết định; 15 công văn.",
    "Có 25 mô hình hay¹. Huyện Tân An 02 mô hình; huyện Bình Tân 03 mô hình; huyện Phú Lâm 01 mô hình v.v.",
    "Xử lý kỷ luật 09 công chức¹. Vi phạm quy định về dân số 05 người; đã thi hành xong 07 người.",
    "Có 410 cán bộ, công chức¹. Nữ 150 người; đảng viên 380 người; dân tộc thiểu số 12 người.",
    "Tiếp nhận 1.240 hồ sơ¹. Năm 2022 tiếp nhận 1.112 hồ sơ; năm 2021 tiếp nhận 980 hồ sơ.",
    "Giải quyết 2.310 hồ sơ¹. Đúng hạn 2.300 hồ sơ; trực tuyến 1.900 hồ sơ; số hóa 2.280 hồ sơ.",
    "Có 127 tổ¹. Quyết định số 12/QĐ-UBND lập 12 tổ cấp xã; Quyết định số 15/QĐ-UBND lập 100 tổ.",
    "Kinh phí cấp 1.250 triệu đồng¹. Mua máy tính 800 triệu đồng; doanh nghiệp đối ứng 300 triệu đồng.",
    "Có 30 sáng kiến¹. Công nhận cấp cơ sở 22 sáng kiến; công nhận cấp tỉnh 03 sáng kiến.",
    "Đã tuyển dụng 20 viên chức¹. Đăng ký dự tuyển 45 người; đủ điều kiện 38 người.",
    "Tổ chức 14 lớp bồi dưỡng¹. Với 620 người tham gia; kinh phí 210 triệu đồng.",
)


def with_note(text: str) -> Reading:
    """A sentence with the note that hangs in it."""
    body, _, told = text.partition("¹. ")
    return reading(f"{body}¹.", f"¹ {told}")


@pytest.mark.parametrize("text", LISTS)
def test_a_note_that_is_a_list_makes_up_the_figure_it_hangs_on(text: str) -> None:
    told = with_note(text)
    assert [parts for _, parts in sums(told)] == [LISTS[text]]
    assert only(told).whole


@pytest.mark.parametrize("text", NO_LISTS)
def test_a_note_that_tells_only_some_or_counts_again_makes_up_nothing(text: str) -> None:
    assert sums(with_note(text)) == []


def test_a_list_typed_below_its_note_belongs_to_it() -> None:
    told = reading(
        "Phường có 07 mô hình¹ được người dân đồng tình.",
        "¹ Gồm có:",
        "+ 02 mô hình về thủ tục hành chính;",
        "+ 03 mô hình về chuyển đổi số;",
        "+ 01 mô hình về công vụ.",
    )
    assert sums(told) == [("07", ("02", "03", "01"))]


def test_a_note_of_several_paragraphs_is_one_list() -> None:
    body = p("Trong năm điều động 15 cán bộ quản lý", ref(1), ".")
    told = read(
        read_docx(
            package(
                body,
                notes=note(1, " Cụ thể:", "+ Cấp huyện: 07 người;", "+ Ngành giáo dục: 08 người."),
            ),
            "a.docx",
        )
    )
    assert sums(told) == [("15", ("07", "08"))]


def test_numbers_that_begin_again_are_those_of_the_next_notes() -> None:
    told = reading(
        "Tuyển dụng 13 công chức¹.",
        "¹ Gồm: thi tuyển 08 người; xét chuyển 05 người.",
        "Tuyển dụng 20 viên chức¹.",
        "¹ Gồm: mầm non 12 người; tiểu học 08 người.",
    )
    assert sums(told) == [("13", ("08", "05")), ("20", ("12", "08"))]


SWAPPED = (
    (
        "Công khai 281 thủ tục hành chính cấp huyện¹, 139 thủ tục hành chính cấp xã².",
        "¹ Thủ tục hành chính cấp xã: hộ tịch 37, đất đai 12, lĩnh vực khác 90.",
        "² Thủ tục hành chính cấp huyện: giáo dục 66, đất đai 52, lĩnh vực khác 163.",
    ),
    (
        "Trong năm bổ nhiệm 09 lãnh đạo cấp phòng¹, xử lý kỷ luật 03 công chức².",
        "¹ Kỷ luật khiển trách 02 công chức, kỷ luật cảnh cáo 01 công chức.",
        "² Bổ nhiệm trưởng phòng 04 người, bổ nhiệm phó trưởng phòng 05 người.",
    ),
    (
        "Huyện tổ chức 14 lớp tập huấn chuyển đổi số¹ và 06 hội nghị đối thoại với doanh nghiệp².",
        "¹ Hội nghị đối thoại tổ chức tại thị trấn và các xã phía Bắc.",
        "² Các lớp tập huấn do Phòng Văn hóa và Thông tin chủ trì.",
    ),
    (
        "Biên chế hành chính 104 người¹, biên chế sự nghiệp 1.442 người².",
        "¹ Biên chế sự nghiệp: giáo dục 1.300 người, y tế 142 người.",
        "² Biên chế hành chính: phòng chuyên môn 80 người, văn phòng 24 người.",
    ),
)
IN_PLACE = (
    *((body, second.replace("²", "¹"), first.replace("¹", "²")) for body, first, second in SWAPPED),
    (
        "Huyện ban hành 14 kế hoạch¹ và 06 quyết định².",
        "¹ Trong đó có Kế hoạch thực hiện Quyết định số 06/QĐ-TTg ngày 06/01/2022.",
        "² Trong đó có Quyết định số 15/QĐ-UBND về ban hành kế hoạch kiểm tra.",
    ),
    (
        "Phường tiếp nhận trực tuyến 4.186 hồ sơ, tiếp nhận trực tiếp 702 hồ sơ¹.",
        "¹ Chủ yếu là hồ sơ thuộc thủ tục chưa cung cấp dịch vụ công trực tuyến.",
    ),
    (
        "Đã trả 2.100 hồ sơ đúng hạn, còn 12 hồ sơ quá hạn¹.",
        "¹ Các hồ sơ này nay đã trả, không còn hồ sơ quá hạn; đã xin lỗi đúng quy định.",
    ),
)


def meant(told: Reading) -> list[tuple[str, str]]:
    """The figure that a note hangs on and the one that it speaks of, where they differ."""
    return [
        (host.figure.text if host.figure else "", host.meant.text)
        for host in told.hosts
        if host.meant is not None
    ]


@pytest.mark.parametrize("lines", SWAPPED)
def test_two_notes_that_each_speak_of_the_other_figure_are_swapped(lines: tuple[str, ...]) -> None:
    first, second = (host.figure for host in reading(*lines).hosts)
    assert first is not None
    assert second is not None
    assert meant(reading(*lines)) == [(first.text, second.text), (second.text, first.text)]


@pytest.mark.parametrize("lines", IN_PLACE)
def test_a_note_that_speaks_of_its_own_figure_is_at_its_place(lines: tuple[str, ...]) -> None:
    assert meant(reading(*lines)) == []


@pytest.mark.parametrize(
    ("lines", "pair"),
    [
        (
            (
                "Phường tiếp nhận trực tuyến 4.186 hồ sơ, tiếp nhận trực tiếp 702 hồ sơ¹.",
                "¹ Hồ sơ trực tuyến toàn trình 3.904 hồ sơ, trực tuyến một phần 282 hồ sơ.",
            ),
            ("702", "4.186"),
        ),
        (
            (
                "Đã rà soát 134 thủ tục cấp huyện, 63 thủ tục cấp xã¹.",
                "¹ Cấp huyện: giữ nguyên 100 thủ tục, đơn giản hóa 34 thủ tục.",
            ),
            ("63", "134"),
        ),
    ],
)
def test_a_note_of_another_channel_or_level_is_misplaced(
    lines: tuple[str, ...], pair: tuple[str, str]
) -> None:
    assert meant(reading(*lines)) == [pair]
