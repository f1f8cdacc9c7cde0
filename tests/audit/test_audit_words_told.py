"""Each check of the words: what it tells, and what it leaves alone."""

from __future__ import annotations

import pytest
from words_kit import BODY, HEAD, HEADING, NOTE, SIGNING, passage, remarks, told

from baocao.audit.verdicts import FaultKind
from baocao.messages.wording import MESSAGES

SIGNED = passage("TM. ỦY BAN NHÂN DÂN", SIGNING)
SENTENCE = (
    "Ủy ban nhân dân xã đã chỉ đạo các cơ quan, đơn vị thực hiện đầy đủ các nhiệm vụ được giao trong năm nay"
)


def headings(*texts):
    return [passage(text, HEADING) for text in texts]


TOLD = [
    ("chu-lap", "giải quyết giải quyết", ["Xã đã giải quyết giải quyết 12 hồ sơ."]),
    ("chu-lap", "sơ sơ", ["Tỷ lệ hồ sơ sơ TTHC đạt cao."]),
    ("chu-lap", "Hội nghị Hội nghị", ["Xã tổ chức Hội nghị Hội nghị tổng kết. Sau hội nghị, xã làm."]),
    ("chu-lap", "Của của", ["Của của xã."]),
    ("chu-lap", "tháng tháng", ["Đến tháng tháng 12 mới xong."]),
    ("chu-lap", "năm năm", ["Trong năm năm 2023, xã đã hoàn thành."]),
    ("chu-lap", "hồ hồ", ["Số lượng của hồ hồ sơ tăng."]),
    ("viet-tat-chua-neu", "PAKN", ["Tiếp nhận 02 PAKN của công dân; các PAKN đã xử lý."]),
    ("viet-tat-truoc", "PAKN", ["Đã xử lý PAKN. Các phản ánh, kiến nghị (PAKN) khác chuyển cấp trên."]),
    ("viet-tat-go-nham", "VBVPPL", ["14 văn bản quy phạm pháp luật (VBQPPL), kiểm tra 07/14 VBVPPL."]),
    ("viet-tat-go-nham", "UBDN", ["UBND xã trình UBDN huyện."]),
    ("hai-cach-viet", "tỉ", ["Tỷ lệ 35%, chiếm tỷ lệ cao.", "Chiếm tỉ lệ 20%."]),
    ("hai-cach-viet", "qui", ["Theo quy định, quy chế và qui trình."]),
    ("hai-cach-viet-hoa", "Huyện", ["UBND huyện giao, UBND huyện kiểm tra, UBND Huyện báo cáo."]),
    ("hai-cach-viet-hoa", "Chính Phủ", ["Thủ tướng Chính phủ, Chính phủ và Thủ tướng Chính Phủ."]),
    ("dau-thanh-hai-kieu", "hoá", ["Số hóa hồ sơ, xóa bỏ giấy tờ, số hoá kết quả."]),
    ("viet-sai", "bổ xung", ["Đã bổ xung kinh phí."]),
    ("ngay-thieu-so-khong", "5/4/2023", ["Kế hoạch ngày 5/4/2023."]),
    ("ngay-thieu-so-khong", "ngày 15 tháng 2", ["Quyết định ngày 15 tháng 2 năm 2023."]),
    ("thang-thua-so-khong", "ngày 05 tháng 04", [passage("Tân Hồng, ngày 05 tháng 04 năm 2023", HEAD)]),
    ("thieu-dau-dong", "(", ["Tiếp nhận 12 hồ sơ (trong đó trực tuyến 10 hồ sơ."]),
    ("thieu-dau-mo", ")", ["Trung tâm Dịch vụ Nông nghiệp 02 người)."]),
    ("thieu-dau-mo", "”", ["Mô hình ngày thứ 3 không viết, ngày thứ sáu không hẹn” xã Tân Thành B."]),
    ("nhay-le", '"', ['Phong trào "Đẩy mạnh cải cách hành chính.']),
    ("cach-truoc-dau", "phòng ,", ["Các phòng , ban chuyên môn."]),
    ("cach-truoc-dau", "cáo ./.", ["Xã xin báo cáo ./."]),
    ("cach-nham-ben", "túc ;tỷ", ["Thực hiện nghiêm túc ;tỷ lệ đúng hạn cao."]),
    ("cach-nham-ben", "nhân :khối", ["Nguyên nhân :khối lượng hồ sơ nhiều."]),
    ("cach-sau-mo", "( Dự", ["Báo cáo ( Dự thảo)"]),
    ("thieu-cach", "soát,đánh", ["Đã rà soát,đánh giá thủ tục."]),
    ("thieu-cach", "hiện.Kết", ["Đã thực hiện.Kết quả đạt khá."]),
    ("thieu-cach", "sơ(trong", ["Tiếp nhận 12 hồ sơ(trong đó 10 hồ sơ trực tuyến)."]),
    ("gach-lech", "tật- Trợ", ["Giấy xác nhận khuyết tật- Trợ cấp xã hội."]),
    ("gach-lech", "2020 -2025.", ["Trong giai đoạn 2020 -2025."]),
    ("hai-dau-lien", "điểm.;", ["Đạt 5/10 điểm.; lĩnh vực xây dựng đạt 7 điểm."]),
    ("hai-dau-lien", "xã,,", ["Các xã,, thị trấn."]),
    ("phan-tram-hai-lan", "96%%.", ["Giải quyết đúng hạn đạt 96%%."]),
    ("ket-thieu-dau", "xã.", ["Trên đây là báo cáo của xã.", SIGNED]),
    ("ket-sai-dau", "xã./", ["Trên đây là báo cáo của xã./", SIGNED]),
    ("cau-thieu-cham", "nay", [SENTENCE, *[f"{SENTENCE}." for _ in range(6)], "Hết./.", SIGNED]),
    (
        "so-muc-nhay",
        "IV.",
        headings("I. KẾT QUẢ", "II. TỒN TẠI", "IV. PHƯƠNG HƯỚNG"),
    ),
    ("so-muc-nhay", "3.", ["1. Cải cách thể chế: tốt.", "3. Cải cách bộ máy: tốt."]),
    ("so-muc-nhay", "c)", ["a) Về tuyển dụng: tốt.", "c) Về đào tạo: tốt."]),
    (
        "so-muc-nhay",
        "1.3.",
        headings("1. Thể chế", "1.1. Xây dựng", "1.3. Kiểm tra"),
    ),
    ("so-muc-nhay", "(4)", ["Gồm: (1) thể chế; (2) thủ tục; (4) bộ máy."]),
    ("so-muc-lap", "2.", ["1. Thể chế: tốt.", "2. Thủ tục: tốt.", "2. Bộ máy: tốt."]),
    ("so-muc-lap", "1.", [passage("1. Thể chế", HEADING), "Tốt.", passage("1. Thủ tục", HEADING)]),
    (
        "so-muc-lech",
        "1.1.",
        headings("1. Thể chế", "2. Thủ tục", "1.1. Rà soát"),
    ),
    ("am-tiet-sai", "hiêụ", ["Nâng cao hiêụ quả."]),
    ("am-tiet-sai", "nghành", ["Các nghành, đoàn thể."]),
    ("am-tiet-sai", "n\u01cem", ["Trong n\u01cem 2025."]),
    ("am-tiet-sai", "yeu", ["Chủ tịch yeu cầu các xã."]),
    ("am-tiet-sai", "trươg", ["Khẩn trươg hoàn thành."]),
    ("am-tiet-sai", "Nghành", ["Nghành giáo dục đạt khá. Các ngành khác cũng vậy."]),
    ("chu-dinh", "phườngLong", ["Công nhận phườngLong Anh."]),
    ("chu-dinh", "20đến", ["Từ ngày 20đến ngày 25."]),
    ("chu-dinh", "thựchiện", ["Các xã thựchiện tốt."]),
    ("chu-dau-roi", "Đã chỉ đạo.", [passage("Đã chỉ đạo.", typed_nfd=True)]),
    ("chu-bang-ma-cu", "ñy", ["ñy ban nh©n d©n x· ®· thùc hiÖn nhiÖm vô."]),
]


@pytest.mark.parametrize(("code", "quoted", "texts"), TOLD, ids=[f"{row[0]}: {row[1]}" for row in TOLD])
def test_a_slip_is_told_once_and_quoted(code, quoted, texts):
    assert [found for found in told(*texts) if found[0] == code] == [(code, quoted)]


def test_every_message_of_the_room_is_triggered():
    assert set(MESSAGES) == {code for code, _, _ in TOLD}


@pytest.mark.parametrize(("code", "quoted", "texts"), TOLD, ids=[f"{row[0]}: {row[1]}" for row in TOLD])
def test_its_words_are_filled_and_its_place_is_quoted(code, quoted, texts):
    remark = next(one for one in remarks(*texts) if one.finding.code == code)
    assert "{" not in remark.finding.text + remark.finding.remedy
    assert remark.finding.where.words == quoted
    assert remark.concerns_words


SILENT = {
    "reduplications": "Luôn luôn tận tụy, từng bước từng bước, người người, trong năm năm 2021 - 2025.",
    "two words that meet": "Đánh giá giá trị, xác định định mức, hồ sơ sơ tuyển; thành công công tác.",
    "names that repeat a word": "Thị trấn Trấn Yên; bà Vân Vân và ông Lê Lê.",
    "known abbreviations": "UBND, HĐND, TTHC, MTTQ, VNPT, THPT, CNTT, Chỉ thị số 26/CT-TTg, XVIII.",
    "symbols without a number": "Quyết định số      /QĐ-UBND-TĐKT và 98/QĐ-UBND-TLKH.",
    "defined": "Phản ánh, kiến nghị (PAKN). Các PAKN; đơn vị (sau đây viết tắt là ĐVSN), ĐVSN tự chủ.",
    "defined the other way round": "Đã xử lý PAKN (phản ánh, kiến nghị) của dân.",
    "names in brackets": "VNPT phối hợp với các nhà mạng (VNPT, FPT); Viện KHTL và cơ quan (KHTL).",
    "names of people": "Bà Nguyễn Thị Thuý và bà Trần Thị Thúy, ông Lý, ông Lí; số hóa, thủy lợi.",
    "a whole name": "UBND huyện Phú Lâm và UBND Huyện; cấp huyện, các cấp huyện.",
    "phrases with one way": "Làm việc tỉ mỉ, đạt tỷ lệ cao.",
    "misspelt across words": "Lịch sử lý luận; bổ xung đột; kỹ luật sư.",
    "dates with their zeros": "Ngày 05/4/2022, 06/02/2023, ngày 19 tháng 9 năm 2023, ngày 01/7, 8/3, 30/4.",
    "marks of items": "a) Thể chế; b) Thủ tục (gồm: 1) rà soát; 2) công khai); c) khác.",
    "apostrophes and inches": 'Xã Đưng K’Nớ mua màn hình 24" cho huyện Krông Nô.',
    "nested quotations": "Phong trào “Học tập “Dân vận khéo” năm 2023” và «Sáng - xanh - sạch».",
    "short names with commas": "CB,CC,VC của TP.HCM, UV.BCH, PGS.TS; ThS.Nguyễn; v.v., cong.gov.vn, a@b.vn.",
    "numbers": "Tỷ lệ 15.121 : 24.378 đạt 62,03%; từ 10-15 hồ sơ; 2021 - 2025; 2022-2025.",
    "dots": "Hạ tầng, nhân lực,... và kinh phí.... Kết quả khá…",
    "hyphens": "Kinh tế - xã hội, Hành chính-Tổ chức; nhiệt độ -5 độ.",
    "measures and products": "12ha, 5kg, 3m2, 40GB, iDesk, eOffice, VNeID, YouTube, 24h, 05đ, 3tỷ.",
    "foreign words": "Quét mã QR code bằng camera, website, Zalo, VNeID, ôtô, ximăng, blốc, crôm, Pleiku.",
    "peoples and places": "Người Ê Đê, Xơ-đăng, Hrê, M’Nông ở Đắk Lắk, Buôn Hồ, Krông Pắc.",
    "old and new tone in order": "Số hóa, xóa, hòa giải, thủy lợi, Ủy ban.",
}


@pytest.mark.parametrize("name", SILENT)
def test_what_is_right_is_left_alone(name):
    assert told(SILENT[name]) == []


GOOD_LISTS = [
    ["I. MỘT", "1. A", "2. B", "II. HAI", "1. C", "2. D", "III. BA"],
    ["1. A", "1.1. B", "1.2. C", "2. D", "2.1. E", "2.2. G", "3. H"],
    [
        "a) Một.",
        "b) Hai.",
        "c) Ba.",
        "d) Bốn.",
        "đ) Năm.",
        "e) Sáu.",
        "g) Bảy.",
        "h) Tám.",
        "i) Chín.",
        "k) Mười.",
    ],
    [
        "a) Một.",
        "b) Hai.",
        "c) Ba.",
        "d) Bốn.",
        "e) Năm.",
        "f) Sáu.",
        "g) Bảy.",
        "h) Tám.",
        "i) Chín.",
        "j) Mười.",
    ],
    ["1. A", "1. Một.", "2. Hai.", "3. Ba.", "2. B", "1. Bốn.", "3. C"],
    ["Phần thứ nhất", "I. A", "II. B", "Phần thứ hai", "I. C"],
    ["2. Trích một phần.", "3. Phần sau."],
    ["(1) A.", "(2) B.", "(3) C."],
    ["1/ A", "2/ B", "I- C", "II- D"],
]


@pytest.mark.parametrize("texts", GOOD_LISTS, ids=[" ".join(texts)[:30] for texts in GOOD_LISTS])
def test_lists_in_order_are_left_alone(texts):
    assert told(*(passage(text, BODY if text.endswith(".") else HEADING) for text in texts)) == []


def test_a_bracket_may_be_closed_in_a_later_paragraph():
    assert told("Gồm các đơn vị (cụ thể:", "- Phòng Nội vụ;", "- Phòng Tư pháp).") == []
    assert told("“Đoạn một.", "Đoạn hai.”") == []


def test_one_pair_of_spellings_is_one_remark_with_its_places():
    [remark] = remarks("Tỷ lệ và tỷ lệ, tỷ lệ.", "Chiếm tỉ lệ 2%, tỉ lệ 3%.")
    assert (remark.spot.passage, len(remark.others), remark.kind) == (1, 1, FaultKind.SPELLING)
    assert dict(remark.finding.facts) == {"it": "tỉ", "so_it": "02", "nhieu": "tỷ", "so_nhieu": "03"}


def test_the_repair_of_a_syllable_is_the_one_that_fits_its_neighbours():
    [remark] = remarks("Xã thưc hiện nhiệm vụ.")
    assert dict(remark.finding.facts)["dung"] == "thực"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nâng cao hiêụ quả.", "«hiêụ» viết sai: dấu đặt nhầm chữ."),
        ("Xã thưc hiện nhiệm vụ.", "«thưc» viết sai: thiếu dấu."),
        ("Các nghành, đoàn thể.", "«nghành» viết sai: thừa chữ cái."),
        ("Khẩn trươg hoàn thành.", "«trươg» viết sai: thiếu chữ cái."),
    ],
)
def test_a_wrong_syllable_is_told_with_what_is_wrong_of_it(text, words):
    assert [one.finding.text for one in remarks(text)] == [words]


def test_capitals_are_told_with_the_phrase_they_stand_in():
    [found] = remarks("Cấp trên giao cấp huyện, cấp Huyện và cấp Huyện; huyện Tân Hồng đã làm.")
    assert found.finding.text == (
        "Viết hoa không thống nhất trong cùng cụm từ: «cấp huyện» (01 chỗ) và «cấp Huyện» (02 chỗ)."
    )
    assert "«cấp huyện» thành «cấp Huyện»" in found.finding.remedy
    [found] = remarks("Cấp Huyện, UBND Huyện và toàn Huyện, cấp huyện; cấp Huyện, toàn huyện.")
    assert "«cấp huyện» (02 chỗ) và «cấp Huyện» (03 chỗ)" in found.finding.text


def test_a_zero_is_wished_where_it_is_missing():
    [remark] = remarks("Kế hoạch ngày 5/1/2023 và ngày 7/2/2023.")
    told = {"ngay": "5/1/2023", "dung": "05/01/2023", "may_cho": " (02 chỗ như vậy)"}
    assert dict(remark.finding.facts) == told
    [single] = remarks("Kế hoạch ngày 5/1/2023.")
    assert single.finding.text == "«5/1/2023» thiếu số 0 phía trước."


def test_a_note_has_its_own_items():
    notes = [passage(text, NOTE, note="1") for text in ("a) Một.", "b) Hai.")]
    assert told("a) Thể chế.", *notes, "b) Thủ tục.") == []


def test_an_appendix_begins_its_own_numbers():
    assert told("1. Một.", "2. Hai./.", SIGNED, "1. Phụ lục.", "2. Phụ lục.") == []
