"""Messages about reading files: the file itself, its encoding, its YAML or JSON."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_FILES = {
    "tep-khong-co": (
        "Không tìm thấy tệp {tep}.{goi_y}",
        "Kiểm tra tên tệp và thư mục{noi_tim}.",
        "",
        "nam_truoc: 2o22.yaml",
    ),
    "don-vi-thieu": (
        "Hồ sơ đơn vị {tep} chưa có hoặc chưa có nội dung (tìm ở thư mục {thu_muc}).{goi_y}",
        "Tạo hồ sơ bằng lệnh «baocao khoi-tao» rồi điền vào, hoặc sửa lại tên tệp ở mục {muc}.",
        "",
        "don_vi: don-vj.yaml",
    ),
    "don-vi-la-so-lieu": (
        "{tep} là tệp số liệu, không phải hồ sơ đơn vị.",
        "Gõ ở mục {muc} tên tệp hồ sơ đơn vị, ví dụ «{muc}: don-vi.yaml».",
        "",
        "don_vi: so-lieu.yaml",
    ),
    "cap-tren-thieu": (
        "Hồ sơ của cấp trên {tep} chưa có hoặc chưa có nội dung (tìm ở thư mục {thu_muc}).{goi_y}",
        "Sửa tên tệp ở mục cap_tren, tính từ thư mục của chính hồ sơ này, ví dụ"
        " «cap_tren: ../tinh/don-vi.yaml»; không dùng chung gì với cấp trên thì xóa dòng này.",
        "",
        "cap_tren: ../tinh/don-vj.yaml",
    ),
    "cap-tren-vong": (
        "Hồ sơ {tep} ở đây được ghi là cấp trên của chính nó.",
        "Sửa mục cap_tren thành tệp của đơn vị cấp trên thật, hoặc xóa dòng này.",
        "Đi theo mục cap_tren từ xã lên tỉnh phải có chỗ dừng.",
        "cap_tren: don-vi.yaml (trong chính tệp don-vi.yaml)",
    ),
    "tep-la-thu-muc": (
        "{tep} là một thư mục, không phải tệp.",
        "Gõ thêm tên tệp sau tên thư mục: tệp số liệu, ví dụ 2026.yaml; hồ sơ đơn vị thì là don-vi.yaml.",
        "",
        "baocao tao samples/",
    ),
    "tep-khong-doc-duoc": (
        "Không đọc được {tep}: {ly_do}.",
        "Xin quyền đọc hoặc chép tệp về thư mục của mình rồi chạy lại.",
        "",
        "",
    ),
    "tep-qua-lon": (
        "Tệp {tep} lớn khoảng {mb} MB, quá mức 20 MB.",
        "Kiểm tra xem có đưa nhầm tệp không; tệp số liệu của một báo cáo chỉ vài chục KB.",
        "",
        "",
    ),
    "tep-rong": (
        "Tệp {tep} không có nội dung gì.",
        "Nhập số liệu vào tệp, bắt đầu bằng dòng «goi: cchc-nam», rồi lưu lại.",
        "",
        "",
    ),
    "tep-nham-loai": (
        "{tep} là {loai}, không phải tệp số liệu.",
        "Đưa vào biểu Excel đã điền (.xlsx), hoặc tệp số liệu có đuôi .yaml, .json.",
        "",
        "baocao tao bao-cao.docx",
    ),
    "tep-sai-ma": (
        "Tệp {tep} không lưu theo bộ mã UTF-8 ({bo_ma}).",
        "Mở tệp, nếu chữ còn ở bộ mã cũ thì chuyển sang Unicode bằng UniKey (Ctrl+Shift+F6), "
        "rồi lưu lại và chọn mã hóa UTF-8.",
        "Đọc nhầm bộ mã thì chữ có dấu trong báo cáo sẽ hỏng.",
        "",
    ),
    "tep-khong-phai-bang": (
        "Tệp {tep} không gồm các dòng «tên mục: giá trị».",
        "Viết mỗi mục một dòng, tên mục rồi dấu hai chấm và một dấu cách, ví dụ «goi: cchc-nam».",
        "",
        "- 27.630",
    ),
    "tep-thieu-so-lieu": (
        "Tệp năm trước {tep} không có mục so_lieu.",
        "Đưa đúng tệp số liệu của năm trước, hoặc nhập số liệu năm trước ngay dưới mục nam_truoc.",
        "",
        "nam_truoc: don-vi.yaml",
    ),
    "ten-tep-sai": (
        "Mục {muc} phải là tên một tệp hoặc các dòng thụt vào bên dưới.",
        "Viết ví dụ «{muc}: {vi_du}», hoặc xuống dòng và thụt vào hai dấu cách để nhập trực tiếp.",
        "",
        "don_vi: [a, b]",
    ),
    "kieu-la": (
        "Giá trị kiểu {kieu} không dùng được trong số liệu.",
        "Đưa vào chữ, số, ngày, có/không, danh sách hoặc bảng các giá trị như vậy.",
        "",
        "",
    ),
    "khoa-trung": (
        "Mục «{khoa}» được nhập hai lần; lần đầu ở {lan_dau}.",
        "Giữ lại một dòng đúng và xóa dòng kia.",
        "Không thể biết con số nào mới là số đúng.",
        "tiep_nhan: 27.630 ⏎ tiep_nhan: 27.360",
    ),
    "khoa-khong-phai-chu": (
        "Chỗ này cần một tên mục đứng trước dấu hai chấm.",
        "Gõ tên mục, ví dụ «tiep_nhan: 27.630».",
        "",
        "? [a, b]",
    ),
}

_YAML = {
    "yaml-dau-cach-la": (
        "Dòng này thụt đầu dòng bằng dấu cách lạ, chép từ Word hoặc trang web.",
        "Xóa khoảng trống đầu dòng và gõ lại bằng phím dấu cách.",
        "Dấu cách lạ trông giống dấu cách thường nhưng không được hiểu là thụt đầu dòng.",
        "Dòng chép từ Word có dấu cách không ngắt ở đầu",
    ),
    "yaml-tab": (
        "Dòng này thụt đầu dòng bằng phím Tab.",
        "Xóa khoảng trống đầu dòng và gõ lại bằng dấu cách, mỗi cấp hai dấu cách.",
        "Tệp số liệu chỉ hiểu dấu cách ở đầu dòng.",
        "tthc: ⏎ →tiep_nhan: 27.630",
    ),
    "yaml-thieu-cach": (
        "Thiếu dấu cách sau dấu hai chấm ở «{chu}».",
        "Gõ thêm một dấu cách ngay sau dấu hai chấm, ví dụ «tiep_nhan: 27.630».",
        "",
        "tiep_nhan:27.630",
    ),
    "yaml-thieu-hai-cham": (
        "Dòng này thiếu dấu hai chấm sau tên mục.",
        "Viết theo dạng «tên mục: giá trị»; nếu là đoạn văn nhiều dòng thì ghi dấu | sau dấu hai chấm "
        "và thụt các dòng vào.",
        "",
        "tiep_nhan 27.630",
    ),
    "yaml-thut-le": (
        "Dòng này thụt đầu dòng không khớp với các dòng bên trên.{so_cach}",
        "Sửa dòng thụt sai: các mục cùng cấp thẳng hàng nhau; mục con thụt vào đúng hai dấu cách.",
        "",
        "tthc: ⏎   tiep_nhan: 1 ⏎  da_giai_quyet: 1",
    ),
    "yaml-hai-cham": (
        "Giá trị ở dòng này có dấu hai chấm nên bị hiểu nhầm là một mục nữa.",
        'Đặt cả giá trị trong dấu nháy kép, ví dụ «trich_yeu: "Kết quả: năm 2023"».',
        "",
        "trich_yeu: Kết quả: năm 2023",
    ),
    "yaml-nhay-chua-dong": (
        "Dấu nháy mở ở dòng này chưa được đóng.",
        "Thêm dấu nháy cùng loại vào cuối giá trị; nếu trong giá trị cũng có dấu nháy "
        "thì bao ngoài bằng loại nháy kia.",
        "",
        'ten: "Ủy ban nhân dân',
    ),
    "yaml-chu-ngoai-nhay": (
        "Có chữ nằm ngoài dấu nháy ở dòng này.",
        "Bao cả giá trị trong một cặp dấu nháy; dấu nháy bên trong thì dùng loại khác, "
        "ví dụ 'Mô hình \"Một cửa\" của xã'.",
        "",
        'ten: "Một cửa" của xã',
    ),
    "yaml-ngoac-chua-dong": (
        "Dấu {mo} mở ở dòng này chưa có dấu {dong} đóng lại đúng chỗ.",
        "Thêm dấu {dong}, hoặc đặt cả giá trị trong dấu nháy kép nếu dấu {mo} chỉ là chữ.",
        "",
        "cap: [xa, huyen",
    ),
    "yaml-ky-tu-dau": (
        "Giá trị ở dòng này bắt đầu bằng dấu «{ky_tu}» nên không đọc được.",
        "Đặt cả giá trị trong dấu nháy kép.",
        "Các dấu % @ ` * & ! [ {{ có nghĩa riêng khi đứng đầu giá trị.",
        "ghi_chu: *quan trọng* nhất",
    ),
    "yaml-phay-trong-ngoac": (
        "Dấu phẩy trước «{chu}» đã cắt giá trị làm hai.",
        'Trong ngoặc {{ }} phải đặt giá trị có dấu phẩy trong dấu nháy kép, ví dụ {{cong_bo: "99,15%"}}.',
        "Trong ngoặc, dấu phẩy ngăn các mục với nhau.",
        "{cong_bo: 99,15%}",
    ),
    "yaml-gach-cheo": (
        "Trong dấu nháy kép ở dòng này có dấu \\ không đúng chỗ.",
        "Đổi dấu nháy kép bao ngoài thành dấu nháy đơn, hoặc gõ hai dấu \\\\ liền nhau.",
        "",
        'tep: "C:\\Users"',
    ),
    "yaml-gach-cung-dong": (
        "Dấu gạch đầu dòng đứng cùng dòng với tên mục.",
        "Xuống dòng sau dấu hai chấm, rồi viết mỗi ý một dòng bắt đầu bằng «- ».",
        "",
        "noi_nhan: - Như trên",
    ),
    "yaml-khac": (
        "Cách viết ở dòng này không đọc được.",
        "Kiểm tra dấu hai chấm, dấu cách sau nó, dấu nháy và độ thụt đầu dòng ở dòng này và dòng ngay trên.",
        "",
        "",
    ),
    "yaml-nhieu-tai-lieu": (
        "Tệp có hơn một phần, ngăn bởi dòng «---».",
        "Xóa dòng «---», hoặc tách mỗi phần thành một tệp.",
        "",
        "a: 1 ⏎ --- ⏎ b: 2",
    ),
    "yaml-bi-danh": (
        "Dấu * ở dòng này gọi lại đoạn «{ten}» chưa được đặt tên trước đó.",
        "Nếu dấu * chỉ là chữ thì đặt cả giá trị trong dấu nháy kép.",
        "",
        "ghi_chu: *dam",
    ),
    "yaml-the": (
        "Dấu «{the}» ở dòng này không được dùng trong tệp số liệu.",
        "Xóa dấu đó; nếu giá trị bắt đầu bằng dấu ! thì đặt cả giá trị trong dấu nháy kép.",
        "Các dấu này có thể ra lệnh cho máy, nên không được làm theo.",
        "a: !!python/object:os.system x",
    ),
    "yaml-qua-sau": (
        "Tệp lồng quá {cap} cấp.",
        "Kiểm tra các dấu [ và {{ thừa, hoặc độ thụt đầu dòng.",
        "",
        "",
    ),
    "yaml-qua-nhieu": (
        "Tệp có hơn {so} giá trị.",
        "Kiểm tra xem có đưa nhầm tệp không, và bỏ các đoạn được gọi lại nhiều lần bằng dấu *.",
        "",
        "",
    ),
    "json-hong": (
        "Tệp JSON viết sai ở dòng này: {ly_do}.",
        "Sửa chỗ đó; nếu tệp do phần mềm khác xuất ra thì xuất lại.",
        "",
        '{"so_lieu": {"a": 1,}}',
    ),
}

_CHARACTERS = {
    "ky-tu-dieu-khien": (
        "Có ký tự ẩn {ma} không in được.",
        "Xóa ký tự đó: gõ lại đoạn chữ này bằng tay thay vì dán từ nơi khác.",
        "Word không mở được tệp có ký tự này.",
        'ten: "a\\x07b"',
    ),
}

_INFO = {
    "chu-to-hop": (
        "Tệp {tep} gõ bằng Unicode tổ hợp (dấu rời); đã tự đổi sang Unicode dựng sẵn.",
        "Không phải sửa gì; lần sau chọn bảng mã Unicode dựng sẵn trong bộ gõ.",
        "",
        "",
    ),
}

MESSAGES: dict[str, Message] = catalogue_of(
    Family.DATA, Severity.ERROR, _FILES | _YAML | _CHARACTERS
) | catalogue_of(Family.DATA, Severity.INFO, _INFO)
