"""Messages about reports written as one text: the entries on top, figures by name, headings and tables."""

from __future__ import annotations

from baocao.messages import Message, catalogue_of
from baocao.messages.kinds import Family, Severity

_ERRORS = {
    "bai-thieu-dau": (
        "Tệp {tep} không mở đầu bằng dòng «---», nên không biết là báo cáo của đơn vị nào, kỳ nào.",
        "Đầu tệp gõ một dòng «---», rồi các mục như don_vi, ky, van_ban, so, rồi một dòng «---» nữa; lời "
        "báo cáo viết bên dưới.",
        "Phần giữa hai dòng «---» là phần khai báo, phần dưới là lời báo cáo.",
        "bai.md mở đầu bằng # KẾT QUẢ",
    ),
    "bai-thieu-dong-dong": (
        "Phần khai báo ở đầu tệp {tep} chưa có dòng «---» kết thúc.",
        "Gõ một dòng chỉ có «---» sau mục khai báo cuối cùng, trước lời báo cáo.",
        "Không có dòng ấy thì không biết phần khai báo hết ở đâu, lời báo cáo bắt đầu từ đâu.",
        "--- (dòng 1), ky: …, rồi lời báo cáo ngay bên dưới",
    ),
    "bai-sai-goi": (
        "Tệp này viết thành bài, theo gói «{goi_chung}»; gói «{goi}» không in lời báo cáo viết như vậy.",
        "Sửa thành «goi: {goi_chung}»; muốn làm báo cáo theo gói «{goi}» thì điền số liệu vào tệp .yaml do "
        "lệnh «baocao khoi-tao . --mau {goi}» tạo ra.",
        "Gói khác có sẵn lời văn và tự đặt các con số vào; lời báo cáo tự viết thì dùng gói viết thành bài.",
        "goi: cchc-nam, ở đầu một tệp .md",
    ),
    "so-ten-sai": (
        "Tên con số «{ten}» viết sai.",
        "Đặt tên bằng chữ thường không dấu, số và dấu gạch dưới, ví dụ {vi_du}.",
        "Tên này còn phải gõ lại trong lời báo cáo, giữa hai dấu ngoặc nhọn.",
        "so: {Tiếp nhận: 1.250 hồ sơ}",
    ),
    "so-phep-tinh-la": (
        "Không hiểu phép tính «{phep_tinh}».",
        "Gõ tên các con số với dấu cộng, hoặc một phép chia: «a + b», «a / b», «(a + b) / c»; phép khác thì "
        "tính sẵn rồi gõ kết quả.",
        "Máy chỉ tính tổng và tỷ lệ, là những phép báo cáo hay dùng và soát lại được.",
        "so: {con_lai: tiep_nhan - da_giai_quyet}",
    ),
    "so-phep-tinh-lech": (
        "Không cộng được các con số khác loại: {cac_so}.",
        "Chỉ cộng số đếm với số đếm, tiền với tiền, điểm với điểm; tỷ lệ và thứ hạng không cộng được.",
        "Cộng hồ sơ với phần trăm thì ra một con số không có nghĩa.",
        "so: {tiep: 10 hồ sơ, ty_le: 96%, tong: tiep + ty_le}",
    ),
    "so-ten-la": (
        "Phép tính nêu con số «{ten}», nhưng chưa có con số nào tên như vậy.{goi_y}",
        "Sửa tên cho đúng, hoặc thêm «{ten}: …» vào mục so.",
        "Thiếu một con số thì không tính được kết quả.",
        "so: {tong: trong_ngay + cho_hen}",
    ),
    "so-trong-bai-la": (
        "Trong bài có chỗ điền {{{ten}}}, nhưng chưa có con số nào tên như vậy.{goi_y}",
        "Sửa tên cho đúng, hoặc thêm «{ten_dat}: …» vào mục so ở đầu tệp. Muốn in đúng dấu ngoặc nhọn thì gõ "
        "\\ trước dấu «{{».",
        "Chỗ điền không có con số sẽ thành chỗ trống trong báo cáo.",
        "Đã tiếp nhận {tiep_nhn} hồ sơ.",
    ),
    "so-chua-dien": (
        "Con số «{ten}» chưa gõ, mà trong bài cần để in {cho}.",
        "Gõ số sau «{ten}:», ví dụ «{ten}: 12 hộ»; hoặc bỏ chỗ ấy trong bài. Chưa có số thì thêm --nhap để "
        "in bản dự thảo có chỗ trống.",
        "Báo cáo chính thức không được có chỗ trống.",
        "hoc_sinh: (để trống), trong bài có {hoc_sinh}",
    ),
    "so-thieu-nam-truoc": (
        "Con số «{ten}» chưa có số kỳ trước, mà trong bài cần để in {cho}.",
        "Gõ «{ten}: {{gia_tri: {so}, nam_truoc: …}}», thay ba chấm bằng số kỳ trước; hoặc bỏ chỗ ấy "
        "trong bài.",
        "Không có số kỳ trước thì không biết tăng hay giảm.",
        "vu: 04 vụ, trong bài có {vu.huong}",
    ),
    "so-gan-dung-bang-nhau": (
        "Con số «{ten}» và số kỳ trước là một số gõ gần đúng («{so}»), không biết tăng hay giảm, mà trong "
        "bài cần để in {cho}.",
        "Gõ hai số chính xác; hoặc bỏ chỗ ấy trong bài.",
        "«Trên 300» và «gần 300» khác nhau, nên không thể ghi là không thay đổi.",
        "luot: {gia_tri: trên 300 lượt, nam_truoc: gần 300 lượt}, trong bài có {luot.huong}",
    ),
    "so-chia-cho-khong": (
        "Không tính được «{ten} = {phep_tinh}» vì «{mau}» bằng 0, mà trong bài cần để in {cho}.",
        "Kiểm tra lại «{mau}»; đúng là 0 thì bỏ chỗ ấy trong bài.",
        "Không chia cho 0 được.",
        "ty_le: ky / ho, khi ho: 0",
    ),
    "so-nam-truoc-bang-khong": (
        "Số kỳ trước của «{ten}» bằng 0 nên không có tỷ lệ tăng giảm, mà trong bài cần để in {cho}.",
        "Trong bài dùng {{{ten}.chenh_lech}}, không dùng tỷ lệ; hoặc kiểm tra lại số kỳ trước.",
        "Không chia cho 0 được.",
        "vu: {gia_tri: 04 vụ, nam_truoc: 0}, trong bài có {vu.ty_le_chenh_lech}",
    ),
    "bai-de-muc-sau": (
        "Đề mục «{dau}» sâu hơn số cấp đề mục của mẫu: bài này dùng được {cap} cấp.",
        "Bớt dấu «#» ở đầu dòng, hoặc viết thành đoạn văn.",
        "Cấp đề mục không có dạng đánh số thì không biết in số gì.",
        "#### Nội dung, khi mẫu chỉ đánh số ba cấp",
    ),
    "bai-ngoac-thieu": (
        "«{doan}» thiếu dấu ngoặc «{dau}», nên con số không được điền vào.",
        "Gõ đủ hai dấu ngoặc: «{{{ten}}}». Muốn in đúng dấu ngoặc nhọn thì gõ \\ trước dấu ấy.",
        "Chữ này sẽ in nguyên vào báo cáo.",
        "Xã mở lớp cho {hoc_sinh.",
    ),
    "bai-ngoac-kep": (
        "Dấu ngoặc của «{doan}» không phải của một chỗ điền số, nên sẽ in ra đúng như đã gõ.",
        "Chỗ điền số gõ một lần ngoặc, ví dụ «{{{ten}}}»; muốn in đúng dấu ngoặc nhọn thì gõ \\ trước "
        "mỗi dấu «{{».",
        "Hai lần ngoặc là thẻ của mẫu Word; trong bài chữ không dùng được.",
        "Xã mở lớp cho {{hoc_sinh}}.",
    ),
    "bai-phu-luc-giua": (
        "Phụ lục này không ở cuối tệp: bên dưới còn «{chu}» (dòng {dong}) của bài, nên phần ấy "
        "sẽ in vào phụ lục, sau chữ ký.",
        "Chuyển dòng này và nội dung của phụ lục xuống cuối tệp, sau câu kết có dấu «./.».",
        "Từ dòng «# Phụ lục» đến hết tệp là của phụ lục.",
        "# Phụ lục: Danh sách, rồi đến # NHIỆM VỤ",
    ),
    "bai-bang-thieu-dong-ke": (
        "Bảng thiếu dòng gạch «|---|---|» dưới hàng tiêu đề.",
        "Thêm một dòng gạch ngay dưới hàng tiêu đề, mỗi cột một ô, ví dụ «|---|---|». Không phải bảng thì gõ "
        "\\ trước dấu «|» ở đầu dòng.",
        "Dòng gạch cho biết hàng nào là tiêu đề (in lại ở mỗi trang) và bảng có mấy cột.",
        "| Nội dung | Số lượng |",
    ),
    "bai-bang-sai-so-o": (
        "Hàng này của bảng có {so_o} ô, các hàng khác có {so_cot} ô.",
        "Thêm hoặc bớt dấu «|» cho đủ {so_cot} ô; ô trống vẫn phải có dấu «|» ở hai bên. Trong ô có dấu «|» "
        "thì gõ «\\|».",
        "Hàng thiếu ô làm lệch các cột.",
        "| a | b | dưới bảng có ba cột",
    ),
    "bai-bang-khong-o-tren": (
        "Ô ở cột {cot} là «^^» (gộp với ô trên) nhưng phía trên không có ô nào để gộp.",
        "Gõ nội dung vào ô ấy, hoặc để trống; «^^» chỉ dùng từ hàng thứ hai của đầu bảng hay của thân bảng.",
        "Đầu bảng và thân bảng là hai phần, đầu bảng in lại ở mỗi trang.",
        "| ^^ | b | ở hàng đầu tiên của bảng",
    ),
    "bai-bang-khong-o-trai": (
        "Ô đầu của hàng này là «<<» (gộp với ô bên trái) nhưng bên trái không có ô nào.",
        "Gõ nội dung vào ô đầu, hoặc để trống; «<<» chỉ dùng từ ô thứ hai.",
        "Ô gộp lấy chữ của ô bên trái; cột đầu không có ô nào ở bên trái.",
        "| << | b |",
    ),
    "bai-bang-lech-o": (
        "Ô ở cột {cot} là «^^» nhưng không rộng bằng ô bên trên, nên không gộp được.",
        "Ghi «^^» cho ô đầu và «<<» cho các ô còn lại mà ô bên trên chiếm, ví dụ ô trên là «a | <<» thì ô "
        "dưới là «^^ | <<»; hoặc gõ nội dung.",
        "Ô gộp trong Word phải là một hình chữ nhật.",
        "| a | << | rồi dưới là | ^^ | b |",
    ),
}

_WARNINGS = {
    "bai-con-cho-dien": (
        "Chỗ này còn ghi CẦN ĐIỀN.",
        "Viết nội dung của đơn vị thay cho chữ CẦN ĐIỀN; không cần thì xóa cả dòng.",
        "Chữ này của tệp mẫu sẽ in nguyên vào báo cáo.",
        "CẦN ĐIỀN câu mở đầu, cụ thể như sau:",
    ),
    "bai-de-muc-hong": (
        "Dòng này bắt đầu bằng «{dau}» nhưng không thành đề mục, nên sẽ in ra đúng như đã gõ.",
        "Đề mục thì gõ một dấu cách sau dấu «#», rồi đến tên: «{mau} Tên đề mục»; không phải đề mục thì "
        "gõ \\ trước dấu «#».",
        "Không có dấu cách thì dấu «#» có thể là chữ, ví dụ «#1».",
        "##Tuyên truyền",
    ),
    "bai-dau-le": (
        "Dấu «{dau}» ở chỗ «{chu}» không có dấu đi cùng, nên sẽ in ra đúng như đã gõ.",
        "Gõ «{dau}» ở cả hai đầu chữ in đậm, in nghiêng, không cách chữ; thừa thì xóa. Muốn in đúng dấu sao "
        "thì gõ \\ trước mỗi dấu.",
        "Dấu sao đi từng đôi: dấu mở và dấu đóng chữ in đậm, in nghiêng.",
        "- **Duy trì 12 tổ",
    ),
    "bai-thieu-trich-yeu": (
        "Chưa gõ trích yếu, nên báo cáo in «{in_ra}».",
        "Gõ sau «trich_yeu:» báo cáo nói về việc gì, ví dụ «trich_yeu: Kết quả phòng cháy, chữa "
        "cháy năm 2026».",
        "Trích yếu nêu nội dung chủ yếu của văn bản (NĐ 30, PL I.II.5).",
        "van_ban: {so: 12, trich_yeu: }",
    ),
    "bai-muc-luc": (
        "Dòng «{lenh}» không làm ra mục lục; nó sẽ in ra đúng như đã gõ.",
        "Xóa dòng này. Muốn in mục lục thì ghi ở phần khai báo đầu tệp, trước dòng «---» thứ hai: "
        "«so_lieu: {{{muc}}}».",
        "Mục lục của gói này luôn in ở đầu báo cáo, sau các nơi kính gửi; ghi «có» là in.",
        "@muc_luc {cap: 2}",
    ),
    "bai-lenh-la": (
        "Dòng «{lenh}» sẽ in ra đúng như đã gõ: trong bài chỉ dùng được «@bang» ngay trên một bảng.",
        "Tên bảng thì để «@bang …» liền trên bảng, không cách dòng; phụ lục thì gõ «# Phụ lục: Tên phụ lục»; "
        "không cần thì xóa dòng này.",
        "Các lệnh khác như «@bieu_do», «@phu_luc» là của gói mẫu, không dùng trong bài.",
        "@phu_luc {ten: a}",
    ),
}

_INFO = {
    "bai-de-muc-co-so": (
        "Đề mục đã gõ sẵn số: {cac_de_muc}. Máy tự đánh số đề mục, nên đã bỏ các số ấy.",
        "Không phải sửa gì. Số ấy là của tên đề mục thì gõ \\ trước số.",
        "Số gõ sẵn sẽ in hai lần: «I. I. KẾT QUẢ».",
        "# I. KẾT QUẢ",
    ),
}

REMEDIES = {
    "chu-thich-thieu": "Thêm một dòng riêng «[^{ten}]: nội dung chú thích», hoặc sửa tên trong dấu [^{ten}].",
    "chu-thich-thua": "Gọi chú thích bằng [^{ten}] ở chỗ cần, hoặc xóa dòng «[^{ten}]: …».",
    "chu-thich-chua-viet": "Viết nội dung sau «[^{ten}]:», hoặc xóa dòng ấy và dấu [^{ten}] trong bài.",
    "ten-muc-sai": "Đặt tên bằng chữ thường không dấu, số và dấu gạch dưới, ví dụ ket_qua.",
}
"""What to do about a fault in the words of a text file, where other files have it typed differently."""

MESSAGES: dict[str, Message] = (
    catalogue_of(Family.DATA, Severity.ERROR, _ERRORS)
    | catalogue_of(Family.DATA, Severity.WARNING, _WARNINGS)
    | catalogue_of(Family.DATA, Severity.INFO, _INFO)
)
