"""Messages about finished Word files: what keeps Word from opening them (`baocao.check.opens`)."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_OPENS = {
    "phan-hong": (
        "Một phần của tệp Word bị hỏng: {ly_do}.",
        "Mở tệp bằng Word (Open and Repair), lưu lại rồi kiểm tra lại.",
        "Word báo tệp không đọc được.",
        "word/document.xml thiếu thẻ đóng",
    ),
    "thieu-lien-ket-chu-thich": (
        "Văn bản có dấu chú thích nhưng tệp không nối tới phần chứa các chú thích.",
        "Tạo lại tệp; nếu tệp do phần mềm khác tạo thì chép nội dung sang tệp mới bằng Word.",
        "LibreOffice không hiện chú thích nào.",
        "Thiếu quan hệ footnotes trong word/_rels/document.xml.rels",
    ),
    "thieu-loai-chu-thich": (
        "Phần chứa chú thích ({phan}) chưa được khai báo đúng loại.",
        "Tạo lại tệp; nếu tệp do phần mềm khác tạo thì mở bằng Word và lưu lại.",
        "Word báo tệp không đọc được.",
        "Thiếu Override của /word/footnotes.xml trong [Content_Types].xml",
    ),
    "chu-thich-hai-dau": (
        "Chú thích số {so} có hai dấu trong văn bản.",
        "Trong Word, xóa dấu thứ hai; muốn nhắc lại chú thích thì chèn tham chiếu chéo (Cross-reference).",
        "Word và LibreOffice đánh số khác nhau.",
        'Hai footnoteReference cùng w:id="1"',
    ),
    "chu-thich-sai-thu-tu": (
        "Chú thích số {so} đứng sau chú thích số {truoc} trong văn bản.",
        "Mở tệp bằng Word và lưu lại để Word đánh số lại.",
        "LibreOffice ghép chú thích theo thứ tự số nên sẽ hiện nhầm nội dung.",
        'Dấu w:id="2" đứng trước dấu w:id="1"',
    ),
    "dau-khong-chu-thich": (
        "Dấu chú thích số {so} không có nội dung chú thích.",
        "Xóa dấu này rồi chèn lại chú thích bằng Word.",
        "",
        'footnoteReference w:id="9" không có footnote w:id="9"',
    ),
    "chu-thich-khong-dau": (
        "Chú thích số {so} không có dấu nào trong văn bản.",
        "Mở tệp bằng Word và lưu lại; Word sẽ bỏ chú thích thừa.",
        "LibreOffice ghép chú thích theo thứ tự nên các chú thích sau sẽ lệch.",
        'footnote w:id="2" không được nhắc tới',
    ),
    "chu-thich-trung-so": (
        "Có nhiều chú thích cùng mang số {so}.",
        "Mở tệp bằng Word và lưu lại.",
        "",
        'Hai footnote cùng w:id="1"',
    ),
    "chu-thich-khong-chu": (
        "Chú thích số {so} không có chữ nào.",
        "Viết nội dung cho chú thích, hoặc xóa dấu của nó trong văn bản.",
        "",
        "footnote chỉ có footnoteRef",
    ),
    "duong-ke-co-so": (
        "Đường kẻ ngăn chú thích (số {so}) lại chứa số thứ tự chú thích.",
        "Trong Word, chọn Xem (View), Bản nháp (Draft); mở Tham khảo (References), Hiện Ghi chú "
        "(Show Notes), Dấu phân cách Cước chú (Footnote Separator) và xóa số đó.",
        "Word có thể báo tệp hỏng; số chú thích hiện thừa ở mỗi trang.",
        'footnoteRef trong footnote w:type="separator"',
    ),
    "thieu-duong-ke": (
        "Tệp nhắc tới đường kẻ ngăn chú thích số {so} nhưng không có đường kẻ đó.",
        "Mở tệp bằng Word và lưu lại.",
        "Word báo tệp không đọc được.",
        'settings.xml có footnote w:id="-1", footnotes.xml thì không',
    ),
    "chu-thich-danh-sach-la": (
        "Chú thích số {so} dùng kiểu danh sách số {ds} không có trong tệp.",
        "Trong Word, bỏ định dạng danh sách ở chú thích đó rồi đặt lại.",
        "",
        'numId w:val="9" trong chú thích, numbering.xml không có',
    ),
    "chu-thich-long-nhau": (
        "Có dấu chú thích nằm trong một chú thích khác.",
        "Xóa dấu đó; viết nội dung của nó thẳng vào chú thích.",
        "Word không mở tệp có chú thích lồng nhau.",
        "footnoteReference trong footnotes.xml",
    ),
    "dau-chu-thich-sai-noi": (
        "Có dấu chú thích nằm trong {noi}.",
        "Chuyển dấu chú thích ra thân văn bản.",
        "Word không cho chú thích ở đó và báo tệp hỏng.",
        "footnoteReference trong header1.xml",
    ),
    "o-khong-co-doan": (
        "Có ô của bảng không kết thúc bằng một đoạn văn.",
        "Thêm một đoạn (có thể để trống) vào cuối ô.",
        "Word báo tệp không đọc được.",
        "<w:tc><w:tcPr/></w:tc>",
    ),
    "hang-khong-co-o": (
        "Có hàng của bảng không có ô nào.",
        "Xóa hàng đó.",
        "Word báo tệp không đọc được.",
        "<w:tr/>",
    ),
    "bang-khong-co-hang": (
        "Có bảng không có hàng nào.",
        "Xóa bảng đó.",
        "Word báo tệp không đọc được.",
        "<w:tbl><w:tblPr/></w:tbl>",
    ),
    "phan-sai-noi": (
        "Có {loai} nằm ở chỗ không được có (ví dụ đoạn văn nằm trong đoạn văn khác).",
        "Tạo lại tệp; tệp làm từ mẫu riêng thì để thẻ block, endblock, super() thành đoạn riêng như mẫu gốc.",
        "Word báo tệp không đọc được.",
        "<w:p><w:p/></w:p>",
    ),
    "chu-ngoai-doan": (
        "Chữ «{chu}» nằm ngoài mọi đoạn văn nên không hiện ra.",
        "Tạo lại tệp; tệp làm từ mẫu riêng thì để thẻ block và endblock thành hai đoạn riêng, chữ ở giữa.",
        "Word báo tệp không đọc được; LibreOffice bỏ mất chữ.",
        "<w:body>chữ<w:p/></w:body>",
    ),
    "hinh-trung-so": (
        "Có {lan} hình vẽ cùng mang số {so}.",
        "Mở tệp bằng Word và lưu lại.",
        "Một số bản Word báo tệp hỏng.",
        'Hai wp:docPr cùng id="1"',
    ),
    "lien-ket-mat": (
        "Văn bản dùng liên kết hoặc hình «{ten}» không có trong tệp.",
        "Xóa liên kết hoặc hình đó rồi chèn lại.",
        "Word báo tệp không đọc được.",
        'r:id="rId99" không có trong .rels',
    ),
    "bieu-do-thieu-phan": (
        "Biểu đồ cần phần «{phan}» nhưng tệp không có, hoặc có mà không ghi đúng loại.",
        "Xóa biểu đồ đó rồi chèn lại: trong Word chọn Chèn (Insert), Biểu đồ (Chart).",
        "Word báo tệp không đọc được, hoặc biểu đồ không sửa số liệu được nữa.",
        "word/charts/chart1.xml không có trong tệp",
    ),
}

MESSAGES: dict[str, Message] = catalogue_of(Family.OUTPUT, Severity.ERROR, _OPENS)
