"""Messages about runs over many units: what came of the reports in the folder, and who does the work."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_ERRORS = {
    "hang-loat-dang-chay": (
        "Một lệnh hang-loat khác đang ghi vào thư mục {thu_muc}.",
        "Chờ lệnh kia xong rồi chạy lại; muốn chạy cùng lúc thì chia việc bằng --phan 1/2 và --phan 2/2, "
        "hoặc chọn thư mục khác.",
        "Hai lệnh cùng làm một việc thì ghi đè kết quả của nhau.",
        "baocao hang-loat so-lieu -o bao-cao, gõ ở hai cửa sổ cùng một lúc",
    ),
    "hang-loat-so-dang-moi": (
        "Sổ theo dõi {tep} do một bản baocao mới hơn ghi nên bản này không đọc được.",
        "Cập nhật baocao, hoặc chọn thư mục kết quả khác.",
        "Đọc sai sổ thì có thể ghi đè lên báo cáo đã sửa tay.",
        "",
    ),
    "hang-loat-thu-muc-noi": (
        "{thu_muc} là đường nối sang thư mục khác nên không dùng để ghi sổ theo dõi được.",
        "Xóa đường nối ấy (không mất gì ở thư mục kia) rồi chạy lại, hoặc chọn thư mục kết quả khác.",
        "Lệnh dọn tệp tạm ở đó; qua đường nối thì có thể xóa nhầm tệp của người khác.",
        "Thay thư mục .baocao/tam của thư mục kết quả bằng một đường nối",
    ),
    "hang-loat-khong-khoa": (
        "Ổ đĩa chứa thư mục {thu_muc} không cho khóa tệp nên không giữ được hai lệnh khỏi ghi đè lên nhau.",
        "Ghi kết quả vào ổ đĩa của máy này rồi chép sang, hoặc nhờ quản trị máy bật khóa tệp cho thư mục "
        "dùng chung.",
        "",
        "",
    ),
    "hang-loat-vua-doi": (
        "Báo cáo {tep} bị sửa hoặc bị xóa ngay lúc lệnh đang chạy nên chưa làm gì với tệp ấy.",
        "Lưu và đóng tệp, rồi chạy lại lệnh với --lai.",
        "Bản đang sửa không bao giờ bị ghi đè.",
        "Lưu báo cáo trong Word đúng lúc baocao hang-loat đang chạy",
    ),
    "hang-loat-mat-ban-thao": (
        "Báo cáo đã làm xong nhưng bản chờ ghi {tep} không còn hoặc không còn nguyên.",
        "Chạy lại lệnh với --lai; nếu nhiều máy cùng làm thì kiểm tra thư mục dùng chung.",
        "Báo cáo chỉ được đặt vào chỗ khi còn nguyên như lúc làm ra.",
        "",
    ),
}

_NOTES = {
    "hang-loat-sua-tay": (
        "Báo cáo {tep} đã được sửa tay nên giữ nguyên.",
        "Muốn thay bằng bản do lệnh làm ra thì thêm --ghi-de; phần sửa tay sẽ mất.",
        "Phần người sửa thêm vào báo cáo không có trong số liệu.",
        "Sửa một câu của báo cáo trong Word rồi chạy lại baocao hang-loat",
    ),
}

_WARNINGS = {
    "hang-loat-sua-tay-lech": (
        "Báo cáo {tep} đã được sửa tay nên giữ nguyên, nhưng số liệu, hồ sơ hoặc mẫu đã đổi từ lúc đó.",
        "Sửa tiếp báo cáo theo số liệu mới, hoặc thêm --ghi-de để thay bằng bản mới rồi sửa lại.",
        "Báo cáo đang có không còn khớp với số liệu.",
        "Sửa báo cáo trong Word, sửa cả số liệu, rồi chạy lại baocao hang-loat",
    ),
    "hang-loat-tep-la": (
        "Ở chỗ của báo cáo đã có tệp {tep} mà sổ theo dõi không ghi, nên giữ nguyên tệp ấy.",
        "Xem tệp ấy là gì: cần giữ thì chuyển sang thư mục khác rồi chạy lại; không cần thì thêm --ghi-de.",
        "Tệp có sẵn có thể do người khác soạn, hoặc đã sửa tay. Thư mục .baocao bị xóa thì mọi báo cáo của "
        "số liệu cũ đều như vậy.",
        "Chép một báo cáo cùng tên vào thư mục kết quả rồi chạy baocao hang-loat",
    ),
    "hang-loat-ban-cu": (
        "Tệp {tep} trong thư mục là báo cáo làm từ số liệu trước đây, chưa phải của lần này.",
        "Sửa số liệu theo lời nhắc rồi chạy lại; trước đó đừng gửi tệp này đi.",
        "Nhìn tên tệp thì không biết đó là báo cáo cũ.",
        "Lần đầu làm được báo cáo, lần sau số liệu của xã có lỗi",
    ),
    "hang-loat-con-lai": (
        "Trong thư mục kết quả còn {so} báo cáo của đơn vị không còn trong số liệu: {cac_tep}.",
        "Đơn vị ấy bỏ thật thì xóa báo cáo; nếu không thì xem lại tệp số liệu hoặc dòng của bảng.",
        "Báo cáo để lại dễ bị gửi nhầm.",
        "Làm báo cáo, xóa một tệp số liệu, rồi chạy lại baocao hang-loat",
    ),
    "hang-loat-pdf-cu": (
        "Bản PDF {tep} làm từ bản trước của báo cáo, không còn khớp với tệp Word.",
        "Chạy lại với --pdf để làm lại bản PDF, hoặc xóa bản PDF ấy.",
        "Gửi đi hai bản khác nhau của một báo cáo thì không ai biết bản nào đúng.",
        "Chạy baocao hang-loat --pdf, sửa số liệu, rồi chạy lại mà không có --pdf",
    ),
    "hang-loat-pdf-la": (
        "Ở chỗ của bản PDF đã có tệp {tep} không phải do lệnh này làm ra, nên giữ nguyên tệp ấy.",
        "So bản PDF ấy với tệp Word: cần giữ thì chuyển sang thư mục khác rồi chạy lại với --pdf; không cần "
        "thì thêm --pdf --ghi-de.",
        "Bản PDF có sẵn có thể đã ký số hoặc do người khác xuất ra, và không đổi theo tệp Word.",
        "Lưu một báo cáo thành PDF bằng Word rồi chạy baocao hang-loat --pdf",
    ),
    "hang-loat-ten-cu": (
        "Báo cáo nay mang tên {moi}; bản mang tên cũ {tep} đã được sửa tay nên vẫn để lại.",
        "Xem bản cũ, chép phần cần giữ sang bản mới, rồi xóa bản cũ.",
        "Để cả hai thì dễ gửi nhầm bản.",
        "Sửa báo cáo trong Word, đổi số văn bản trong số liệu, rồi chạy lại với --ghi-de",
    ),
}

_FAULTS = {
    "hang-loat-may-lam-dung": (
        "Tiến trình làm báo cáo này bị dừng giữa chừng hai lần.",
        "Chạy lại với --lai; nếu vẫn vậy thì bớt --so-tien-trinh (thường là máy hết bộ nhớ), hoặc làm riêng "
        "báo cáo này bằng lệnh «baocao tao» để thấy lý do.",
        "Các báo cáo khác không bị ảnh hưởng.",
        "",
    ),
    "dask-mat-lien-lac": (
        "Mất liên lạc với máy điều phối Dask nên báo cáo này chưa làm được.",
        "Kiểm tra máy điều phối và mạng, rồi chạy lại lệnh: báo cáo đã làm xong thì không làm lại.",
        "Báo cáo làm xong trước lúc ấy đã nằm trong thư mục kết quả.",
        "Máy chạy dask scheduler bị tắt khi lệnh đang chạy",
    ),
    "hang-loat-qua-lau": (
        "Báo cáo này làm quá {giay} giây chưa xong nên đã dừng lại, hai lần.",
        "Làm riêng báo cáo này bằng lệnh «baocao tao» để thấy lý do; máy đang bận thì chạy lại với --lai.",
        "Các báo cáo khác không bị ảnh hưởng.",
        "",
    ),
}

_USAGE = {
    "hang-loat-chua-chay": (
        "Thư mục {thu_muc} chưa có lần chạy nào nên không biết còn đơn vị nào chưa làm được.",
        "Gõ đúng thư mục kết quả của lần trước sau -o; nếu là lần đầu thì bỏ --lai.",
        "",
        "baocao hang-loat so-lieu -o bao-cao-moi --lai",
    ),
    "dask-chua-cai": (
        "Máy này chưa cài Dask nên không dùng được --dask.",
        'Cài bằng lệnh: pip install "baocao[dask]" (trên mọi máy của cụm), hoặc bỏ --dask.',
        "",
        "baocao hang-loat so-lieu -o bao-cao --dask tcp://10.0.0.5:8786",
    ),
    "dask-khong-noi-duoc": (
        "Không nối được với máy điều phối Dask ở {dia_chi} trong {giay} giây.",
        "Kiểm tra địa chỉ (ví dụ tcp://10.0.0.5:8786), máy ấy đã chạy dask scheduler chưa, và tường lửa.",
        "",
        "baocao hang-loat so-lieu -o bao-cao --dask tcp://10.0.0.5:1",
    ),
    "dask-khong-co-may": (
        "Máy điều phối Dask ở {dia_chi} chưa có máy nào nhận việc.",
        "Chạy dask worker {dia_chi} trên các máy làm việc, rồi chạy lại.",
        "",
        "dask scheduler đã chạy, chưa có dask worker nào",
    ),
    "dask-thieu-baocao": (
        "Máy {may} của cụm Dask chưa cài baocao, hoặc cài bản không dùng được: {ly_do}.",
        'Cài trên máy ấy: pip install "baocao[dask]", đúng bản {phien_ban}, rồi khởi động lại dask worker.',
        "",
        "dask worker chạy trong môi trường Python chưa có baocao",
    ),
    "dask-khac-phien-ban": (
        "Máy {may} của cụm Dask dùng baocao {ban_may}, còn máy này dùng baocao {ban_day}.",
        "Cài cùng một bản trên mọi máy, rồi khởi động lại dask worker.",
        "Hai bản khác nhau có thể làm ra báo cáo khác nhau từ cùng số liệu.",
        "",
    ),
    "dask-khong-thay-thu-muc": (
        "Máy {may} của cụm Dask không thấy {thu_muc}.",
        "Đặt số liệu và thư mục kết quả ở thư mục dùng chung mà mọi máy đều mở được bằng cùng đường dẫn.",
        "Máy làm việc đọc số liệu và ghi báo cáo thẳng vào các thư mục ấy.",
        "so-lieu nằm trên ổ riêng của máy chạy lệnh",
    ),
}

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.OUTPUT, Severity.ERROR, _ERRORS)
    | catalogue_of(Family.OUTPUT, Severity.INFO, _NOTES)
    | catalogue_of(Family.OUTPUT, Severity.WARNING, _WARNINGS)
    | catalogue_of(Family.INTERNAL, Severity.ERROR, _FAULTS)
    | catalogue_of(Family.USAGE, Severity.ERROR, _USAGE)
)
"""Severity of a note: a report that stays as a clerk left it is as it should be."""
