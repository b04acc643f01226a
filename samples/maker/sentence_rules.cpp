#include "samples/maker/sentence_rules.h"

namespace sohoa::maker {

std::string_view sentence_rules() {
    return R"(
câu = {^chủ_thể} {trạng_thái} {hành_động} {việc} {mục_đích_sau}.
câu = {^thời_gian}, {chủ_thể} {trạng_thái} {hành_động} {việc} {mục_đích_sau}.
câu = {^thời_gian}, {chủ_thể} {trạng_thái} {hành_động} {việc}; {kết_quả}.
câu = {^phạm_vi}, {kết_quả}; {kết_quả}.
câu = {^phạm_vi}, {chủ_thể} {trạng_thái} {hành_động} {việc} theo {văn_bản}.
câu = Giao {chủ_thể} chủ trì, phối hợp với {chủ_thể} {hành_động} {việc}, báo cáo {nơi_nhận_báo_cáo} trước {ngày}.
câu = Yêu cầu {chủ_thể} {hành_động} {việc}; {hành_động} {việc} {hạn}.
câu = Đề nghị {chủ_thể} {cách_thức} {hành_động} {việc} {mục_đích_sau}.
câu = {^kết_quả}, {so_sánh}; trong đó {kết_quả}.
câu = Tính đến {ngày}, {kết_quả}, {so_sánh}.
câu = Bên cạnh kết quả đạt được, {việc} còn {hạn_chế}; {nguyên_nhân}.
câu = {^nguyên_nhân}, vì vậy {chủ_thể} cần {cách_thức} {hành_động} {việc}.
câu = Trường hợp {tình_huống}, {chủ_thể} {phải} {hành_động} {việc} {hạn}.
câu = Căn cứ {văn_bản}, {chủ_thể} {phải} {hành_động} {việc} {hạn}.
câu = Đối với {việc}, {chủ_thể} {phải} {cách_thức} {hành_động} {đối_tượng} {mục_đích_sau}.
câu = Qua {hình_thức_kiểm_tra} tại {nơi}, {chủ_thể} nhận thấy {việc} còn {hạn_chế}.
câu = {^chủ_thể} có trách nhiệm {hành_động} {việc}, {hành_động} {đối_tượng} và chịu trách nhiệm trước {nơi_nhận_báo_cáo}.
câu = Kinh phí thực hiện {việc} là {tiền} đồng, được bố trí từ {nguồn_kinh_phí} năm {năm}.
câu = Ông {tên_nam}, {chức_danh} {đơn_vị}, {trạng_thái} {hành_động} {việc} {hạn}.
câu = Bà {tên_nữ}, {chức_danh} {đơn_vị}, được giao {hành_động} {việc} từ {ngày}.
câu = Thực hiện {văn_bản} về {việc}, {chủ_thể} {trạng_thái} {hành_động} {đối_tượng} {mục_đích_sau}.
câu = Thời gian {hành_động} {việc} kể từ {ngày_đến_hết_ngày}, tại {nơi}.
câu = {^việc} phải bảo đảm {yêu_cầu}, {yêu_cầu}; không để xảy ra tình trạng {tình_trạng_xấu}.
câu = Hồ sơ số {mã_hồ_sơ} của {công_dân} được {nơi_làm_việc} tiếp nhận lúc {giờ} {ngày}, hẹn trả kết quả sau {2-15} ngày làm việc.
câu = {^công_dân} đề nghị {chủ_thể} {hành_động} {việc}; {chủ_thể} trả lời bằng văn bản {hạn}.
câu = Tổng số {đơn_vị_tính} là {số}, gồm {số} {đơn_vị_tính} {phân_loại} và {số} {đơn_vị_tính} {phân_loại}.
câu = Mức độ hài lòng của {nhóm_người} đối với {việc} đạt {phần_trăm}, {so_sánh}.
câu = Nếu {tình_huống}, đề nghị {nhóm_người} liên hệ {nơi_làm_việc}, điện thoại {điện_thoại}, để được hướng dẫn.
câu = Việc {hành_động} {việc} {phải} gắn với {việc}, {cách_thức} và {yêu_cầu}.
câu = Trong {thời_hạn_số}, {nơi_làm_việc} đã {hành_động} {số} {đơn_vị_tính}, {kết_quả}.

đoạn = {cách_thức} {hành_động} {việc} {mục_đích_sau}
đoạn = {hành_động} {việc}, {hành_động} {đối_tượng} {hạn}
đoạn = {hành_động} {việc} theo {văn_bản}
đoạn = {hành_động} {đối_tượng} tại {nơi} {mục_đích_sau}

trạng_thái = đã | đang | sẽ | tiếp tục | đã kịp thời | đã chủ động | tích cực | đã cơ bản | tập trung | bước đầu | luôn | thường xuyên | đã phối hợp | đã hoàn thành việc | bắt đầu | kiên quyết | cơ bản
phải = phải | cần | có trách nhiệm | được | cần khẩn trương | phải trực tiếp | phải kịp thời | có nghĩa vụ | có quyền đề nghị | chủ động
cách_thức = khẩn trương | chủ động | kịp thời | nghiêm túc | thường xuyên | chặt chẽ | đồng bộ | linh hoạt | quyết liệt | từng bước | đầy đủ và đúng hạn | công khai, minh bạch | đúng thẩm quyền | tỉ mỉ | kỹ lưỡng | có trọng tâm, trọng điểm | thống nhất | sẵn sàng

hành_động = rà soát | tổ chức thực hiện | hướng dẫn | đôn đốc | kiểm tra | cập nhật | số hoá | thẩm định | giải quyết | công khai | hoàn thiện | tham mưu | xây dựng | triển khai | tuyên truyền | thống kê | đánh giá | quản lý | chỉ đạo | bố trí | xử lý | tiếp nhận | theo dõi | đối chiếu | xác minh | lưu trữ | tổng hợp | niêm yết | bàn giao | nâng cấp | chuẩn hoá | khắc phục | đẩy mạnh | bổ sung | điều chỉnh | tháo gỡ khó khăn cho | hỗ trợ | chấn chỉnh | kết nối, chia sẻ | giám sát | duy trì | sắp xếp | tinh giản | lấy ý kiến về | phê duyệt | ghi nhận | phổ biến

chủ_thể = {đơn_vị} | {đơn_vị} | {đơn_vị} | {chức_danh} {đơn_vị} | các cơ quan, đơn vị trực thuộc | Ban Chỉ đạo {chương_trình} | Tổ công tác {chương_trình} | Hội đồng {chương_trình} | {nơi_làm_việc} | các {tổ_chức} trên địa bàn | cán bộ, công chức {đơn_vị} | {tổ_chức} {nơi}
đơn_vị = Uỷ ban nhân dân {nơi} | Phòng {phòng} | Sở {sở} | Văn phòng {cơ_quan} | Trung tâm {trung_tâm} | Công an {nơi} | {cơ_quan} | Chi cục {chi_cục} | Bưu điện {nơi} | Trạm Y tế {nơi} | Trường {cấp_trường} {nơi_riêng} | Ban Quản lý {ban_quản_lý} | Hội {hội} {nơi} | Thanh tra {nơi} | Kho bạc Nhà nước Khu vực {2-19} | Thuế cơ sở {2-19}
cơ_quan = Hội đồng nhân dân {nơi} | Uỷ ban nhân dân {nơi} | Đảng uỷ {nơi} | Ủy ban Mặt trận Tổ quốc Việt Nam {nơi}
nơi = {xã} | {xã} | {xã} | {tỉnh} | {xã}, {tỉnh} | {thôn}, {xã} | địa bàn {xã} | {tỉnh}
nơi_nhận_báo_cáo = {cơ_quan} | Chủ tịch Uỷ ban nhân dân {tỉnh} | Thường trực Đảng uỷ {xã} | Sở {sở} | Giám đốc Sở {sở} | cấp có thẩm quyền | Chủ tịch Uỷ ban nhân dân {xã}
nơi_làm_việc = Bộ phận Một cửa {xã} | Trung tâm Phục vụ hành chính công {xã} | điểm bưu điện - văn hoá {xã} | Bộ phận tiếp nhận và trả kết quả của Sở {sở} | Quầy số {2-12} của Trung tâm Phục vụ hành chính công {tỉnh}

thời_gian = trong quý {quý} năm {năm} | sáu tháng đầu năm {năm} | giai đoạn {giai_đoạn} | từ đầu năm {năm} đến nay | trong tháng {1-12} năm {năm} | từ {ngày_đến_ngày} | trong {thời_hạn_số} qua | thời gian qua | trong kỳ báo cáo | hằng năm | định kỳ hằng quý | sau {thời_hạn_số} thực hiện {văn_bản} | trước {ngày} | tại kỳ họp ngày {ngày_số} | trong những tháng còn lại của năm {năm}
phạm_vi = về {việc} | trong lĩnh vực {lĩnh_vực} | đối với lĩnh vực {lĩnh_vực} | trên địa bàn {xã} | tại {đơn_vị} | về công tác {việc_danh} | theo số liệu của {đơn_vị} | riêng {thôn}, {xã} | về phía {đơn_vị}
hạn = trước {ngày} | chậm nhất {ngày} | trong thời hạn {thời_hạn_số} | kể từ {ngày} | trong vòng {thời_hạn_số} kể từ khi nhận đủ hồ sơ hợp lệ | xong trong tháng {1-12} năm {năm} | đúng thời gian quy định tại {văn_bản} | ngay sau khi nhận được văn bản này | trước {giờ} {ngày} | định kỳ trước ngày {10-28} hằng tháng
thời_hạn_số = {2-30} ngày làm việc | {2-45} ngày | {2-36} tháng | {3-20} năm | {2-72} giờ | {2-12} tuần
mục_đích_sau = , {mục_đích} | , {mục_đích} | nhằm {mục_tiêu} | | , góp phần {mục_tiêu} | , bảo đảm {yêu_cầu} | trên địa bàn {xã} | , không để {tình_trạng_xấu}
)";
}

std::string_view paper_rules() {
    return R"(
trích_yếu = {hành_động} {việc} năm {năm} | {hành_động} {việc} trên địa bàn {xã} | {việc_danh} quý {quý} năm {năm} | {hành_động} {đối_tượng} giai đoạn {giai_đoạn} | tăng cường {việc} trên địa bàn {xã} | kết quả {việc_danh} {1-12} tháng năm {năm} | {hành_động} {việc} theo {văn_bản_ngắn}
trích_yếu_quyết_định = phê duyệt {đối_tượng} của {đơn_vị} | ban hành Quy chế {việc_danh} {xã} | thành lập Tổ công tác {chương_trình} {xã} | kiện toàn Ban Chỉ đạo {chương_trình} {tỉnh} | công bố danh mục thủ tục hành chính lĩnh vực {lĩnh_vực} | phân bổ kinh phí {việc_danh} năm {năm} | bổ nhiệm {chức_danh} {đơn_vị} | phê duyệt kế hoạch {việc_danh} năm {năm} | cho phép chuyển mục đích sử dụng đất tại {thôn}, {xã} | khen thưởng tập thể, cá nhân có thành tích trong {việc_danh}
trích_yếu_báo_cáo = kết quả {việc_danh} quý {quý} năm {năm} | tình hình {việc_danh} {2-11} tháng đầu năm {năm} | sơ kết {2-6} năm thực hiện {chương_trình} giai đoạn {giai_đoạn} | công tác {việc_danh} trên địa bàn {xã} | tổng kết {việc_danh} năm {năm}
trích_yếu_thông_báo = kết luận của Chủ tịch Uỷ ban nhân dân {xã} tại cuộc họp về {việc} | lịch {việc_danh} tháng {1-12} năm {năm} | niêm yết công khai {đối_tượng} | kết quả {việc_danh} năm {năm} | thời gian làm việc của {nơi_làm_việc} | tuyển dụng {số_nhỏ} viên chức {đơn_vị}
trích_yếu_tờ_trình = đề nghị phê duyệt {đối_tượng} | xin chủ trương {hành_động} {việc} | dự thảo Nghị quyết về {việc} | đề nghị bổ sung kinh phí {việc_danh} năm {năm} | đề nghị công nhận kết quả {việc_danh}
trích_yếu_kế_hoạch = {việc_danh} năm {năm} | triển khai {chương_trình} giai đoạn {giai_đoạn} | tổ chức {hình_thức_kiểm_tra} {việc_danh} năm {năm} | thực hiện {văn_bản_ngắn} về {việc}
trích_yếu_mời = họp bàn về {việc} | dự hội nghị tổng kết {việc_danh} năm {năm} | làm việc về {việc} trên địa bàn {xã} | tập huấn nghiệp vụ {việc_danh}
trích_yếu_biên_bản = họp thẩm định {đối_tượng} | {hình_thức_kiểm_tra} {việc_danh} | bàn giao {đối_tượng} | làm việc về {việc} giữa {đơn_vị} và {đơn_vị}

nhiệm_vụ = {^hành_động} {việc} {hạn}; {hành_động} {đối_tượng}. | {^cách_thức} {hành_động} {việc} {mục_đích_sau}. | {^hành_động} {việc} theo {văn_bản}, báo cáo {nơi_nhận_báo_cáo} {hạn}. | Chỉ tiêu: {phần_trăm} {đơn_vị_tính} {phân_loại} {hạn}.
đề_mục = Công tác {việc_danh} | Kết quả {việc_danh} | Về {việc} | Lĩnh vực {lĩnh_vực} | Tình hình {việc_danh} | {^việc} | Đối với {đơn_vị} | Nhiệm vụ {việc_danh}
gạch = {^hành_động} {việc}: {kết_quả}; | {^đơn_vị}: {kết_quả}; | {^việc}: {số} {đơn_vị_tính}, đạt {phần_trăm} kế hoạch; | {^đối_tượng} {phân_loại}: {số} {đơn_vị_tính}, {so_sánh};
điều_khoản = {^đơn_vị} {phải} {hành_động} {việc} {hạn}. | {^chức_danh} {đơn_vị} {phải} {hành_động} {đối_tượng} {mục_đích_sau}. | Kinh phí {hành_động} {việc}: {tiền} đồng, lấy từ {nguồn_kinh_phí}. | {^việc} được thực hiện theo {văn_bản} {mục_đích_sau}.
nơi_nhận = Sở {sở} | Phòng {phòng} | Đảng uỷ {xã} | TT. HĐND {xã} | UBMTTQ Việt Nam {xã} | Công an {xã} | Văn phòng UBND {tỉnh} | Các thôn, khu phố {xã} | Trung tâm {trung_tâm} | UBND {xã} | Cổng thông tin điện tử {tỉnh} | Chủ tịch, các PCT UBND {xã} | Hội {hội} {xã} | Thuế cơ sở {2-19} {tỉnh} | Ban Quản lý {ban_quản_lý} | Các cơ quan chuyên môn thuộc {xã} | Chi cục {chi_cục}
kính_gửi = Sở {sở} {tỉnh} | Uỷ ban nhân dân {tỉnh} | Phòng {phòng} {xã} | Hội đồng nhân dân {xã} | Trung tâm {trung_tâm} {tỉnh} | Uỷ ban nhân dân {xã} | Chi cục {chi_cục} {tỉnh} | Thường trực Đảng uỷ {xã} | Công an {xã}
lời_kết_công_văn = Đề nghị {đơn_vị} quan tâm, phối hợp {hành_động} {việc} {hạn}. | Nhận được Công văn này, đề nghị {đơn_vị} {cách_thức} thực hiện; vướng mắc phản ánh về Phòng {phòng}, điện thoại {điện_thoại}. | Trân trọng đề nghị {đơn_vị} xem xét, {hành_động} {việc}. | Uỷ ban nhân dân {xã} trân trọng cảm ơn sự hợp tác của {đơn_vị}.
lời_kết_báo_cáo = Trên đây là báo cáo {trích_yếu_báo_cáo}, kính trình {nơi_nhận_báo_cáo} xem xét, chỉ đạo.
lời_kết_tờ_trình = Kính trình {nơi_nhận_báo_cáo} xem xét, quyết định.
đề_nghị = Đề nghị {nơi_nhận_báo_cáo} {hành_động} {việc} {mục_đích_sau}. | Đề nghị Sở {sở} {cách_thức} {hành_động} {đối_tượng} {hạn}. | Kiến nghị {nơi_nhận_báo_cáo} bổ sung {tiền} đồng từ {nguồn_kinh_phí} để {hành_động} {việc}.
)";
}

}  // namespace sohoa::maker
