"""Messages of the room `audit`: figures, dates and documents of a finished report that contradict each other.

Holes that every one may use: `trich`, the words of the report; `goi_y`, the one repair that mends all.
`cach_sua` is filled with the repair when there is one, else with the words of `FIRST_ADVICE`.
"""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_ERRORS = {
    "soat-ty-le-sai": (
        "«{trich}»: {phep_tinh} = {tinh_duoc}, không phải {cong_bo}.{them}",
        "{cach_sua} đối chiếu hai số với sổ theo dõi rồi sửa số ghi sai.{goi_y}",
        "Người đọc chia lại là thấy ngay; hay gặp nhất là lấy nhầm tổng số để chia.",
        "Tiếp nhận 3.252 hồ sơ, đã giải quyết 3.190 hồ sơ, đạt tỷ lệ 99,15%.",
    ),
    "soat-tong-sai": (
        "«{trich}»: các phần cộng lại {phep_cong}, tổng số ghi {tong} (lệch {lech}).",
        "{cach_sua} đối chiếu tổng số và các phần với sổ theo dõi rồi sửa số ghi sai.{goi_y}",
        "Người đọc cộng các phần lại là thấy ngay tổng số không khớp.",
        "Tiếp nhận 27.630 hồ sơ, gồm cấp huyện 3.252 hồ sơ và cấp xã 24.387 hồ sơ.",
    ),
    "soat-chenh-lech-sai": (
        "«{trich}»: {phep_tinh} = {tinh_duoc}, không phải {cong_bo}.{them}",
        "{cach_sua} đối chiếu số kỳ này và số kỳ trước rồi sửa số ghi sai.{goi_y}",
        "",
        "Chỉ số đạt 80,41 điểm (tăng 2,53 điểm so với năm 2022 là 78,06 điểm).",
    ),
    "soat-phan-hon-tong": (
        "«{trich}»: {phan} nhiều hơn {tong}, nên không thể là {cong_bo}.",
        "Một trong hai số ghi sai; đối chiếu với sổ theo dõi.{goi_y}",
        "Một phần không nhiều hơn toàn bộ; hay gặp khi hai số đổi chỗ cho nhau.",
        "Tiếp nhận 02 phản ánh, đã xử lý 03/02 phản ánh, đạt 100%.",
    ),
    "soat-chep-so-cu": (
        "«{trich}»: số kỳ này trùng hệt số kỳ trước ({cu}) mà lại viết «{huong}» {cong_bo}.",
        "Nhiều khả năng chép lại số kỳ trước: {phep_tinh} = {tinh_duoc}. Sửa số kỳ này ở {cac_cho}; nếu thật "
        "sự không {huong} thì bỏ chữ «{huong}».",
        "Báo cáo năm nay hay soạn từ báo cáo năm trước, số nào quên thay thì còn nguyên số cũ.",
        "Chỉ số đạt 78,06 điểm (tăng 2,35 điểm so với năm 2022 là 78,06 điểm).",
    ),
    "soat-huong-sai": (
        "«{trich}»: viết «{viet}» nhưng từ {cu} đến {moi} là {huong}{luu_y}.",
        "Sửa chữ «{viet}», hoặc sửa số ghi sai.{goi_y}",
        "Lời văn trái với số liệu làm người đọc không biết tin bên nào.",
        "Xếp hạng 11/12 (tăng so với năm 2022 là 10/12).",
    ),
    "soat-con-lai-sai": (
        "«{trich}»: {phep_tru} = {tinh_duoc}, không phải {con_lai}.",
        "{cach_sua} đối chiếu ba số này với sổ theo dõi rồi sửa số ghi sai.{goi_y}",
        "",
        "Tiếp nhận 120 hồ sơ, đã giải quyết 100 hồ sơ, còn lại 30 hồ sơ.",
    ),
    "soat-hai-cho-lech": (
        "«{trich}»: cùng một số liệu mà {cho_kia} ghi {mot}, chỗ này ghi {hai}.",
        "Đối chiếu với sổ theo dõi rồi ghi một số ở mọi chỗ.{goi_y}",
        "",
        "Mục I ghi Chỉ số năm 2023 đạt 80,41 điểm, mục Tồn tại ghi 80,14 điểm.",
    ),
    "soat-mot-so-lech": (
        "«{trich}»: {so} không khớp {so_cho} chỗ: {cac_phep}.",
        "Đối chiếu {so} với sổ theo dõi.{goi_y}",
        "Một số gõ nhầm làm lệch mọi câu tính từ số ấy; ở đây chỉ ra số gõ nhầm, không nhắc lại từng câu.",
        "Tiếp nhận 27.360 hồ sơ (cấp huyện 3.252 hồ sơ, cấp xã 24.378 hồ sơ), đã giải quyết 27.282 hồ sơ, "
        "đạt 98,74%.",
    ),
    "soat-ngay-sau-bao-cao": (
        "«{trich}»: ngày {ngay} sau ngày ký báo cáo {ngay_bao_cao}.",
        "Kiểm tra lại ngày này và ngày ký; hay gặp nhất là gõ nhầm năm. Việc chưa làm thì viết rõ «dự kiến» "
        "hoặc «sẽ».",
        "Báo cáo không thể kể việc xảy ra sau ngày ký.",
        "Báo cáo ngày 25 tháng 3 năm 2024 dẫn Kế hoạch số 34/KH-UBND ngày 06/02/2025.",
    ),
    "soat-ngay-khong-co": (
        "«{trich}»: lịch không có ngày {ngay}.",
        "Tra lại văn bản hoặc sổ theo dõi rồi sửa ngày, tháng hoặc năm.",
        "",
        "Thực hiện Kế hoạch số 34/KH-UBND ngày 31/02/2023.",
    ),
}

_WARNINGS = {
    "soat-ty-le-cat-bot": (
        "«{trich}»: tỷ lệ {cong_bo} bị cắt bớt, làm tròn là {tinh_duoc} ({phep_tinh}).",
        "Sửa {cong_bo} thành {tinh_duoc}.{goi_y}",
        "Số liệu chính thức làm tròn từ 5 trở lên; cắt bớt làm các tỷ lệ cộng lại bị hụt.",
        "Tiếp nhận 24.378 hồ sơ (trong đó trực tuyến là 15.121 hồ sơ, tỷ lệ 62,02%).",
    ),
    "soat-ty-le-khong-mau": (
        "«{trich}»: {tu_so} chia cho tổng số nào cũng không ra {cong_bo}.",
        "Đối chiếu {tu_so} và {cong_bo} với sổ theo dõi; ghi rõ tỷ lệ tính trên tổng số nào.{goi_y}",
        "Thử mọi tổng số nguyên đều không ra tỷ lệ này, nên một trong hai số chắc chắn sai.",
        "Đã giải quyết 3.190 hồ sơ, đạt tỷ lệ 99,15%.",
    ),
    "soat-uoc-chung-ty-le": (
        "«{trich}»: {phep_tinh}, không khớp với {cong_bo}.",
        "Sửa tỷ lệ hoặc hai số dùng để tính, hoặc đổi chữ «trên», «gần», «dưới» cho hợp.{goi_y}",
        "Chữ «trên», «gần», «dưới» chỉ nới một phía: viết «trên 99%» thì tỷ lệ thật không được thấp hơn 99%.",
        "Đã giải quyết 48.912 hồ sơ, trong đó đúng hạn 48.301 hồ sơ, đạt trên 99%.",
    ),
    "soat-uoc-chung-tong": (
        "«{trich}»: các phần cộng lại {phep_cong}, không khớp với {tong}.",
        "Sửa tổng số, sửa phần ghi sai, hoặc đổi chữ «trên», «gần», «khoảng» cho hợp.{goi_y}",
        "",
        "Tuyên truyền trên 1.674 lượt người, gồm 800 lượt ở huyện và 700 lượt ở xã.",
    ),
    "soat-phan-vuot-tong": (
        "«{trich}»: các phần cộng lại {phep_cong}, vượt tổng số ghi {tong} (lệch {lech}).",
        "Sửa tổng số hoặc phần ghi sai; nếu một người, một hồ sơ được tính ở hai phần thì ghi rõ trong "
        "câu.{goi_y}",
        "",
        "Tổng số 95 viên chức, trong đó mầm non 32 người, tiểu học 39 người, trung học 27 người.",
    ),
    "soat-trong-do-thieu": (
        "«{trich}»: các phần cộng lại {phep_cong}, tổng số ghi {tong} (còn thiếu {lech}).",
        "Câu đã kể đủ các phần thì có số gõ nhầm; câu chỉ kể vài phần thì bỏ qua lời nhắc này.{goi_y}",
        "Chỉ nhắc khi sửa một số gõ nhầm là các phần cộng đủ tổng số, hoặc khi chú thích kể từ ba phần mà "
        "thiếu rất ít.",
        "Tổng số biên chế là 1.546, trong đó hành chính 104 người, sự nghiệp 1.424 người.",
    ),
    "soat-thu-hang-vuot": (
        "«{trich}»: hạng {hang} mà chỉ có {so_luong} đơn vị được xếp hạng.",
        "Sửa thứ hạng hoặc sửa số đơn vị được xếp hạng.{goi_y}",
        "",
        "Chỉ số cải cách hành chính xếp hạng 13/12.",
    ),
    "soat-ke-hoach-khac-nam": (
        "«{trich}»: kế hoạch của {ky} mà ghi ngày {ngay}, {huong} {ky}.",
        "Kiểm tra lại ngày và năm của văn bản {ky_hieu}; hay gặp nhất là gõ nhầm năm.",
        "",
        "Kế hoạch số 34/KH-UBND ngày 06/02/2024 về rà soát thủ tục hành chính năm 2023.",
    ),
    "soat-van-ban-khac-nam": (
        "«{trich}»: ký hiệu {ky_hieu} là của năm {nam}, còn ngày ghi là {ngay}.",
        "Tra lại văn bản rồi sửa ký hiệu hoặc ngày.",
        "Năm trong ký hiệu là năm ban hành, nên luôn trùng với năm của ngày ban hành.",
        "Nghị định số 59/2019/NĐ-CP ngày 01/7/2020.",
    ),
    "soat-van-ban-hai-ngay": (
        "«{trich}»: một văn bản mà ghi hai ngày: {mot} và {hai}.",
        "Tra lại văn bản rồi ghi một ngày ở mọi chỗ.",
        "",
        "Kế hoạch số 34/KH-UBND ngày 06/02/2023, chỗ khác ghi ngày 16/02/2023.",
    ),
    "soat-van-ban-hai-so": (
        "«{trich}»: một văn bản mà ghi hai số, ký hiệu: {mot} và {hai}.",
        "Tra lại văn bản rồi ghi một số, ký hiệu ở mọi chỗ; nếu là hai văn bản thì bỏ qua lời nhắc này.",
        "",
        "Kế hoạch số 34/KH-UBND và Kế hoạch số 43/KH-UBND cùng ngày 06/02/2023 về rà soát thủ tục hành "
        "chính.",
    ),
    "soat-chu-thich-sai-cho": (
        "Chú thích {so} «{noi_dung}» đặt sau «{dang_o}» nhưng các số trong đó giải thích cho {dung}.",
        "Chuyển chú thích {so} ra ngay sau chỗ ghi {dung}.",
        "Người đọc nhìn số chú thích sẽ tưởng nó giải thích cho con số đứng ngay trước.",
        "Rà soát 197/197 thủ tục¹, tiết kiệm 69.639.646 đồng². ² Cấp xã: 63/63 thủ tục.",
    ),
}

_REMARKS = {
    "soat-ty-le-chua-kiem": (
        "«{trich}»: chưa tính lại được {cong_bo}: câu này không ghi {thieu} để chia.",
        "Tự tính lại tỷ lệ này; nên ghi rõ tính trên tổng số nào, ví dụ «đạt 98,09% (3.190/3.252 hồ sơ)».",
        "Tỷ lệ không có số kèm theo thì không ai kiểm lại được.",
        "Tỷ lệ văn bản được ký số 2 lớp là 81,87%.",
    ),
    "soat-diem-phan-tram": (
        "«{trich}»: từ {cu} đến {moi} là hơn kém {so} điểm phần trăm, không phải {cong_bo}.",
        "Viết «{so} điểm phần trăm».",
        "«Tăng 2,5%» là tăng 2,5% so với chính số cũ; hai tỷ lệ hơn kém nhau thì tính bằng điểm phần trăm.",
        "Tỷ lệ đúng hạn đạt 92,5%, tăng 2,5% so với năm 2022 là 90%.",
    ),
}

FIRST_ADVICE = {
    "soat-ty-le-sai": "Hai số đem chia đúng thì sửa {cong_bo} thành {tinh_duoc}; tỷ lệ đúng thì",
    "soat-tong-sai": "Các phần đúng thì sửa {tong} thành {tinh_duoc}; không thì",
    "soat-chenh-lech-sai": "Hai số đem so đúng thì sửa {cong_bo} thành {tinh_duoc}; không thì",
    "soat-con-lai-sai": "Nếu {tong} và {phan} đúng thì sửa {con_lai} thành {tinh_duoc}; không thì",
}
"""How `cach_sua` begins the remedy when no repair stands out: what the numbers ask for."""
NO_ADVICE = "Hãy"
"""The same when what the numbers ask for cannot be meant either: a growth of 700%."""
SLIP = "Nhiều khả năng gõ nhầm: {cu} phải là {moi}"
PERHAPS = "Có thể gõ nhầm: {cu} phải là {moi}"
BACKED = "Các số kia khớp với những chỗ khác trong báo cáo, nên nhiều khả năng {cu} phải là {moi}"
OTHERWISE = ". Nếu không phải thì"
MENDS_ALL = ", khớp cả {so_cho} chỗ"

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.FIGURES, Severity.ERROR, _ERRORS)
    | catalogue_of(Family.FIGURES, Severity.WARNING, _WARNINGS)
    | catalogue_of(Family.FIGURES, Severity.INFO, _REMARKS)
)
