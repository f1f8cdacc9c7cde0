"""Warnings of `baocao mau kiem-tra`: what a template does that its author may not have meant."""

from __future__ import annotations

WARNINGS = {
    "the-bi-xoa": (
        "Thẻ «{the}» nằm trong chỗ đã xóa hoặc đã chuyển đi (Track Changes) nên không được in.",
        "Cần thẻ này thì trong Word chọn Xem lại (Review), Từ chối (Reject) ở chỗ đó; không thì chọn Chấp "
        "nhận (Accept); rồi lưu lại.",
        "Báo cáo được in như đã chấp nhận mọi sửa đổi.",
        "{{ ky.ten }} bị gạch bỏ khi đang bật Track Changes",
    ),
    "chu-in-thuong": (
        "«{ten}» là đoạn chữ; in bằng {{{{ … }}}} thì báo cáo không làm được khi chữ có in đậm, chú thích.",
        "Dùng {{{{r … }}}} khi chữ đứng giữa câu, {{{{p … }}}} khi chữ đứng riêng một đoạn.",
        "",
        "{{ mo_dau.chi_dao_cua }}",
    ),
    "phu-luc-hai-lan": (
        "Tên phụ lục mở đầu bằng chữ «{chu}», mà dòng «Phụ lục» đã có ở ngay phía trên.",
        "Bỏ chữ ấy, chỉ giữ tên của phụ lục, ví dụ DANH SÁCH CÁC THÔN.",
        "Để nguyên thì trên giấy có hai lần chữ «Phụ lục».",
        "Phụ lục I, dòng dưới là PHỤ LỤC A",
    ),
    "phu-luc-cat-ngang": (
        "Đề mục này đứng ở trang ngang giữa phụ lục hoặc sau trang ấy, nên số thứ tự nối tiếp đề mục ở thân "
        "báo cáo, không nối tiếp đề mục của phụ lục.",
        "Cho cả phụ lục nằm ngang, hoặc để phần từ trang ngang trở đi thành một phụ lục riêng, có dòng «Phụ "
        "lục» ở đầu. Đề mục này thuộc thân báo cáo thì để nguyên.",
        "Phụ lục hết ở chỗ trang giấy đổi chiều.",
        "Phụ lục I trên trang dọc, một bảng trên trang ngang, rồi đề mục ⟦a)⟧ trên trang dọc",
    ),
    "the-qua-doan": (
        "Thẻ này bắt đầu ở một đoạn nhưng kết thúc ở đoạn sau, nên các đoạn đó sẽ bị nối làm một.",
        "Xóa dấu xuống dòng ở giữa thẻ.",
        "",
        "{{ tthc. ⏎ tiep_nhan }}",
    ),
    "khoi-trong": (
        "Giữa {the} và {kia} không có gì, nên thẻ này không có tác dụng.",
        "Để phần cần in ở giữa hai thẻ; hai thẻ có chữ p, tr phải ở hai đoạn, hai hàng khác nhau.",
        "",
        "{%p if x %}{%p endif %} trong một đoạn",
    ),
    "set-trong-vong-lap": (
        "Tên «{ten}» được đặt lại trong vòng lặp, nhưng ra khỏi vòng lặp lại trở về giá trị cũ.",
        "Tính tổng bằng bộ lọc sum, hoặc chuyển chỗ dùng vào trong vòng lặp.",
        "",
        "{% set n = 0 %}{% for m in ds %}{% set n = n + 1 %}{% endfor %}{{ n }}",
    ),
    "chi-tieu-khong-in": (
        "Chỉ tiêu bắt buộc «{ten}» ({ma}) không được in ở chỗ nào trong mẫu.",
        "Thêm thẻ {{{{ {ma} }}}} vào chỗ cần in, hoặc bỏ bat_buoc của chỉ tiêu này.",
        "Người nhập phải điền số liệu mà báo cáo không dùng tới.",
        "Mẫu không có {{ tthc.tiep_nhan }}",
    ),
    "the-trong-lien-ket": (
        "Thẻ «{the}» có một nửa nằm trong liên kết, một nửa nằm ngoài.",
        "Bấm chuột phải vào liên kết, chọn Loại bỏ Siêu kết nối (Remove Hyperlink), hoặc để cả thẻ vào trong "
        "liên kết.",
        "Word tự đặt liên kết khi gõ chữ giống địa chỉ web hoặc thư điện tử.",
        "{{ dv.ten [}}] trong đó phần trong ngoặc vuông là liên kết",
    ),
    "chu-an": (
        "Chỗ này có chữ ẩn (Hidden): «{chu}»; trong báo cáo chữ đó cũng không hiện.",
        "Chọn chữ đó, bấm Ctrl+D, bỏ dấu ở ô Ẩn (Hidden); hoặc xóa đi.",
        "Số liệu in vào chữ ẩn thì không ai thấy.",
        "{{ tthc.tiep_nhan }} định dạng chữ ẩn",
    ),
    "truong-tron-thu": (
        "Còn trường trộn thư «{ten}» (Mail Merge); baocao không điền loại trường này.",
        "Xóa trường đó và gõ thẻ {{{{ … }}}} thay vào; xem các tên bằng lệnh baocao mau truong.",
        "",
        "Trường MERGEFIELD So_ho_so",
    ),
    "the-trong-truong": (
        "Thẻ «{the}» nằm trong một trường {loai} của Word; khi Word cập nhật trường, số liệu sẽ mất.",
        "Bấm vào trường rồi bấm Ctrl+Shift+F9 để đổi thành chữ thường.",
        "",
        "{{ ky.ten }} trong trường DATE",
    ),
    "o-dien-trong": (
        "Ô điền sẵn của Word (content control) còn lời nhắc «{chu}»; báo cáo sẽ in nguyên lời nhắc đó.",
        "Bấm chuột phải vào ô, chọn Loại bỏ Điều khiển Nội dung (Remove Content Control), rồi gõ thẻ thay "
        "vào.",
        "",
        "Ô có chữ «Click or tap here to enter text.»",
    ),
    "the-trong-o-dien": (
        "Thẻ «{the}» nằm trong ô nối với thuộc tính của tệp; mở báo cáo ra, Word thay bằng thuộc tính đó.",
        "Bấm chuột phải vào ô, chọn Loại bỏ Điều khiển Nội dung (Remove Content Control), để thẻ là chữ "
        "thường.",
        "",
        "{{ ky.ten }} trong ô Title của trang bìa",
    ),
    "chu-cho-dien": (
        "Còn chỗ chưa điền «{chu}»; báo cáo sẽ in nguyên như vậy.",
        "Thay bằng thẻ của số liệu, hoặc viết hẳn chữ vào.",
        "",
        "Năm 2025 đã tiếp nhận xxx hồ sơ",
    ),
    "bang-ma-cu": (
        "Chữ ở đây gõ bằng bảng mã cũ (TCVN3 hoặc VNI), thí dụ «{chu}».",
        "Đổi đoạn này sang Unicode bằng công cụ chuyển mã của bộ gõ, hoặc gõ lại.",
        "Máy không có phông chữ cũ sẽ hiện chữ lạ.",
        "ñy ban nh©n d©n",
    ),
    "hinh-ngoai-tep": (
        "Hình «{ten}» không nằm trong tệp mà chỉ dẫn tới tệp trên máy hoặc trên mạng.",
        "Xóa hình, chèn lại bằng Chèn (Insert), Ảnh (Pictures) và không chọn «Liên kết tới Tệp (Link to "
        "File)».",
        "Người nhận báo cáo sẽ không thấy hình.",
        "Hình chèn bằng Link to File",
    ),
    "lien-ket-may": (
        "Liên kết «{ten}» dẫn tới một tệp trên máy này; người nhận báo cáo không mở được.",
        "Bỏ liên kết, hoặc thay bằng địa chỉ trên mạng.",
        "",
        "Liên kết tới C:\\bao-cao\\bang.xlsx",
    ),
    "mau-khoa-sua": (
        "Mẫu đang khóa không cho sửa; báo cáo làm ra cũng không sửa được.",
        "Trong Word chọn Xem lại (Review), Hạn chế Sửa (Restrict Editing), Dừng Bảo vệ (Stop Protection), "
        "rồi lưu lại.",
        "",
        "Mẫu đặt «chỉ cho điền biểu mẫu»",
    ),
    "phong-chu-la": (
        "Chữ ở đây dùng phông «{ten}», thể thức văn bản dùng {dung}{them}.",
        "Chọn đoạn chữ, đổi phông thành {dung}; hoặc đổi ở kiểu chữ (Styles) cho cả văn bản.",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần I, mục 4.",
        "Một đoạn phông Calibri",
    ),
    "phong-chu-cu": (
        "Chữ ở đây dùng phông «{ten}» của bảng mã cũ{them}.",
        "Chuyển chữ sang Unicode rồi đổi phông thành {dung}.",
        "Số liệu in vào bằng Unicode sẽ hiện chữ lạ trong phông này.",
        "Một đoạn phông .VnTime",
    ),
    "mau-chu-la": (
        "Chữ ở đây có màu ({mau}), thể thức văn bản dùng chữ màu đen{them}.",
        "Chọn đoạn chữ, đổi màu về Tự động (Automatic) hoặc đen.",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần I, mục 4.",
        "Một đoạn chữ màu đỏ",
    ),
    "nen-chu-la": (
        "Chữ ở đây được tô nền ({mau}){them}.",
        "Chọn đoạn chữ, ở ô Màu tô sáng (Text Highlight Color) chọn Không màu (No Color).",
        "Chỗ tô để nhớ trong mẫu sẽ còn trong mọi báo cáo.",
        "Một đoạn tô vàng",
    ),
    "co-chu-la": (
        "Cỡ chữ {co} của «{kieu}» nằm ngoài khoảng {tu} đến {den} của thể thức văn bản{them}.",
        "Chọn đoạn chữ, đổi cỡ về trong khoảng đó; hoặc sửa ở kiểu chữ (Styles).",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần II và phần V.",
        "Thân bài cỡ 16",
    ),
    "le-trang-la": (
        "Lề {le} rộng {rong} mm, thể thức văn bản là từ {tu} đến {den} mm.",
        "Chọn Bố trí (Layout), Lề (Margins), Lề Tùy chỉnh (Custom Margins) và sửa lại lề.",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần I, mục 3.",
        "Lề trái 20 mm",
    ),
    "kho-giay-la": (
        "Khổ giấy là {kho}, thể thức văn bản dùng {dung}.",
        "Chọn Bố trí (Layout), Kích cỡ (Size), A4.",
        "Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần I, mục 1.",
        "Khổ Letter",
    ),
}
"""As of `baocao.messages.catalogue_of`; `lint` joins them to its own."""
