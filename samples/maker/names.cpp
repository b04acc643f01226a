#include "samples/maker/names.h"

#include <array>
#include <string_view>
#include <vector>

namespace sohoa::maker {

namespace {

using Words = std::vector<std::string_view>;

// Common names stand more than once, in about the shares they have among people.
const Words& families() {
    static const Words words{"Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần",
                             "Trần",   "Trần",   "Lê",     "Lê",     "Lê",     "Phạm",   "Phạm",   "Huỳnh",  "Hoàng",
                             "Phan",   "Phan",   "Vũ",     "Võ",     "Võ",     "Đặng",   "Bùi",    "Bùi",    "Đỗ",
                             "Đỗ",     "Hồ",     "Ngô",    "Dương",  "Lý",     "Đào",    "Đinh",   "Trịnh",  "Mai",
                             "Lâm",    "Trương", "Cao",    "Đoàn",   "Hà",     "Tạ",     "Thái",   "Chu",    "Phùng",
                             "Quách",  "Tô",     "Kiều",   "Lưu",    "Vương",  "Triệu",  "Nghiêm", "Bạch",   "Khổng",
                             "Giáp",   "Thạch",  "Châu",   "Diệp",   "Tôn Nữ", "Âu",     "Cù",     "Đàm",    "Hứa",
                             "La",     "Lò",     "Lường",  "Ma",     "Nông",   "Ông",    "Sầm",    "Vi",     "Viên"};
    return words;
}

const Words& male_middles() {
    static const Words words{"Văn",   "Văn",   "Văn",   "Văn",   "Đức",  "Hữu", "Quốc",  "Minh", "Công",
                             "Đình",  "Xuân",  "Thanh", "Quang", "Ngọc", "Bá",  "Trọng", "Thế",  "Tuấn",
                             "Anh",   "Gia",   "Hoàng", "Duy",   "Viết", "Sỹ",  "Khắc",  "Nhật", "Phúc",
                             "Tấn",   "Thành", "Trung", "Việt",  "Mạnh", "Chí", "Đăng",  "Hải",  "Nguyên",
                             "Phước", "Vĩnh",  "Thuỵ",  "Bửu",   "Như"};
    return words;
}

const Words& female_middles() {
    static const Words words{
        "Thị",      "Thị",    "Thị",   "Thị",  "Thị",        "Thị Bích", "Thị Thu", "Thị Thanh", "Thị Ngọc", "Thị Mỹ",
        "Ngọc",     "Thu",    "Thanh", "Bích", "Kim",        "Mỹ",       "Phương",  "Hoài",      "Khánh",    "Minh",
        "Thuỳ",     "Diệu",   "Ánh",   "Hồng", "Tuyết",      "Thị Hồng", "Thị Kim", "Thị Thuý",  "Quỳnh",    "Bảo",
        "Thị Hoài", "Thị Lệ", "Cẩm",   "Gia",  "Thị Phương", "Tường",    "Thuỵ",    "Thị Diễm",  "Hải",      "Yến"};
    return words;
}

const Words& male_given() {
    static const Words words{
        "An",    "Ân",    "Bách",  "Bảo",    "Bằng",   "Bình",  "Cảnh",  "Chiến", "Chương", "Cường", "Danh",  "Dũng",
        "Dự",    "Đạt",   "Điền",  "Định",   "Đông",   "Đức",   "Giang", "Hải",   "Hào",    "Hậu",   "Hiển",  "Hiếu",
        "Hiệp",  "Hoà",   "Hoàn",  "Hoạt",   "Hùng",   "Huy",   "Hưng",  "Hữu",   "Kha",    "Khải",  "Khang", "Khoa",
        "Khôi",  "Kiên",  "Kiệt",  "Kỳ",     "Kỹ",     "Lâm",   "Lập",   "Lễ",    "Linh",   "Lĩnh",  "Lộc",   "Lợi",
        "Luân",  "Luật",  "Lực",   "Mẫn",    "Mạnh",   "Nam",   "Nghĩa", "Nghị",  "Nguyên", "Nhân",  "Nhẫn",  "Nhật",
        "Phát",  "Phong", "Phú",   "Phúc",   "Phương", "Quân",  "Quảng", "Quý",   "Quyền",  "Quyết", "Sang",  "Sáng",
        "Sơn",   "Tài",   "Tâm",   "Tân",    "Thạch",  "Thái",  "Thắng", "Thanh", "Thành",  "Thảo",  "Thẩm",  "Thế",
        "Thiện", "Thịnh", "Thọ",   "Thông",  "Thuận",  "Thuỵ",  "Thức",  "Tiến",  "Tín",    "Tình",  "Toàn",  "Trí",
        "Triết", "Trọng", "Trung", "Trường", "Tú",     "Tuấn",  "Tùng",  "Tuyển", "Tỵ",     "Uy",    "Vỹ",    "Viễn",
        "Việt",  "Vinh",  "Vĩnh",  "Vọng",   "Vũ",     "Vượng", "Xuyên", "Ý",     "Ẩn"};
    return words;
}

const Words& female_given() {
    static const Words words{
        "Anh",    "Ánh",   "Ân",   "Bích",  "Cầm",   "Chi",   "Châu",  "Cúc",    "Diễm",   "Diệp",  "Dung",  "Duyên",
        "Đào",    "Điệp",  "Đoan", "Gấm",   "Giang", "Hà",    "Hạnh",  "Hảo",    "Hằng",   "Hân",   "Hậu",   "Hiền",
        "Hiên",   "Hoa",   "Hoà",  "Hoài",  "Hoan",  "Hồng",  "Huệ",   "Huyền",  "Hương",  "Hường", "Kiều",  "Khanh",
        "Lam",    "Lan",   "Lành", "Lài",   "Lệ",    "Liên",  "Liễu",  "Linh",   "Loan",   "Lụa",   "Ly",    "Mai",
        "Mận",    "Mẫn",   "Mỹ",   "Nga",   "Ngà",   "Ngân",  "Ngọc",  "Nguyệt", "Nhàn",   "Nhã",   "Nhi",   "Nhiên",
        "Như",    "Nhung", "Nữ",   "Oanh",  "Phấn",  "Phúc",  "Phụng", "Phương", "Phượng", "Quế",   "Quyên", "Quỳnh",
        "Sen",    "Tâm",   "Thắm", "Thanh", "Thảo",  "Thơ",   "Thu",   "Thuận",  "Thuý",   "Thuỷ",  "Thuỳ",  "Thư",
        "Thương", "Tiên",  "Tình", "Trâm",  "Trang", "Trinh", "Trúc",  "Tú",     "Tuyền",  "Tuyết", "Tuyến", "Tỵ",
        "Uyên",   "Vân",   "Vi",   "Vỵ",    "Vy",    "Xuân",  "Xuyến", "Yến",    "Ý",      "Yên",   "Mơ",    "Lượm",
        "Thoa",   "Trà",   "Thục", "Vẻ",    "Nhẫn",  "Hiệp",  "Lựu",   "Bưởi",   "Ngoãn"};
    return words;
}

const Words& place_first() {
    static const Words words{"Tân",    "Phú",   "Vĩnh",  "An",    "Bình",  "Long",  "Hoà",   "Mỹ",    "Đông", "Tây",
                             "Nam",    "Bắc",   "Xuân",  "Thuỵ",  "Yên",   "Quảng", "Đại",   "Hưng",  "Lộc",  "Thạnh",
                             "Phước",  "Kim",   "Ngọc",  "Minh",  "Thanh", "Thịnh", "Đức",   "Trung", "Hải",  "Sơn",
                             "Trường", "Cẩm",   "Diễn",  "Nghĩa", "Hiệp",  "Tường", "Gia",   "Châu",  "Vạn",  "Liên",
                             "Bảo",    "Quỳnh", "Thiện", "Tam",   "Nhơn",  "Cát",   "Khánh", "Lệ",    "Đắk",  "Mường",
                             "Cộng",   "Giao",  "Hoằng", "Kỳ",    "Nghi",  "Tịnh",  "Triệu", "Ứng",   "Yết",  "Ân"};
    return words;
}

const Words& place_second() {
    static const Words words{"Lập",   "Thạnh", "Hưng",  "Lộc",   "Phước",  "Thuỵ", "Mỹ",    "Sơn",   "Thuỷ", "Giang",
                             "Khê",   "Hải",   "Tiến",  "Thành", "Phong",  "Lạc",  "Thịnh", "Bình",  "Hoà",  "An",
                             "Đức",   "Xuân",  "Trung", "Điền",  "Trạch",  "Lâm",  "Hội",   "Thắng", "Quý",  "Kỵ",
                             "Viên",  "Lĩnh",  "Mỗ",    "Xá",    "Đồng",   "Cốc",  "Nghĩa", "Hiệp",  "Châu", "Ngãi",
                             "Dương", "Khánh", "Quới",  "Chánh", "Định",   "Yên",  "Vượng", "Liễu",  "Bằng", "Trì",
                             "Phú",   "Lũng",  "Nhuệ",  "Ngọc",  "Thượng", "Hạ",   "Đình",  "Cầu",   "Bến",  "Ninh"};
    return words;
}

const std::vector<Province>& provinces() {
    static const std::vector<Province> list{
        {"Hà Nội", "001", true},      {"Cao Bằng", "004", false},    {"Tuyên Quang", "008", false},
        {"Lào Cai", "010", false},    {"Điện Biên", "011", false},   {"Lai Châu", "012", false},
        {"Sơn La", "014", false},     {"Thái Nguyên", "019", false}, {"Lạng Sơn", "020", false},
        {"Quảng Ninh", "022", false}, {"Phú Thọ", "025", false},     {"Bắc Ninh", "027", false},
        {"Hải Phòng", "031", true},   {"Hưng Yên", "033", false},    {"Ninh Bình", "037", false},
        {"Thanh Hóa", "038", false},  {"Nghệ An", "040", false},     {"Hà Tĩnh", "042", false},
        {"Quảng Trị", "045", false},  {"Huế", "046", true},          {"Đà Nẵng", "048", true},
        {"Quảng Ngãi", "051", false}, {"Khánh Hòa", "056", false},   {"Gia Lai", "064", false},
        {"Đắk Lắk", "066", false},    {"Lâm Đồng", "068", false},    {"Tây Ninh", "072", false},
        {"Đồng Nai", "075", false},   {"Hồ Chí Minh", "079", true},  {"Vĩnh Long", "086", false},
        {"Đồng Tháp", "087", false},  {"An Giang", "089", false},    {"Cần Thơ", "092", true},
        {"Cà Mau", "096", false}};
    return list;
}

std::string joined(std::string_view a, std::string_view b) {
    return std::string(a) + ' ' + std::string(b);
}

}  // namespace

std::string name_of(Sex sex) {
    return sex == Sex::male ? "Nam" : "Nữ";
}

std::string titled(const Province& province) {
    return (province.city ? "thành phố " : "tỉnh ") + province.name;
}

const Province& any_province(Random& random) {
    return random.pick(provinces());
}

std::string commune_name(Random& random) {
    const auto& first = random.pick(place_first());
    const auto* second = &random.pick(place_second());
    while (*second == first) second = &random.pick(place_second());
    if (!random.chance(0.12)) return joined(first, *second);
    return joined(joined(first, *second), random.pick({"Đông", "Tây", "Thượng", "Hạ", "Trung"}));
}

std::string hamlet(Random& random) {
    switch (random.between(0, 5)) {
        case 0:
            return "tổ dân phố số " + std::to_string(random.between(1, 28));
        case 1:
            return "ấp " + commune_name(random);
        case 2:
            return "khu phố " + std::to_string(random.between(1, 14));
        case 3:
            return "số " + std::to_string(random.between(2, 399)) + " đường " + person_name(random, Sex::male);
        case 4:
            return "xóm " + std::to_string(random.between(1, 18));
        default:
            return "thôn " + commune_name(random);
    }
}

Commune any_commune(Random& random) {
    return {commune_name(random), random.chance(0.35), any_province(random)};
}

std::string titled(const Commune& commune) {
    return (commune.ward ? "phường " : "xã ") + commune.name;
}

std::string address(Random& random, const Commune& commune) {
    std::string place = hamlet(random);
    return place + ", " + titled(commune) + ", " + titled(commune.province);
}

std::string family_name(Random& random) {
    return std::string(random.pick(families()));
}

std::string person_name(Random& random, Sex sex, const std::string& family) {
    std::string middle(random.pick(sex == Sex::male ? male_middles() : female_middles()));
    const std::string given(random.pick(sex == Sex::male ? male_given() : female_given()));
    if (family == "Tôn Nữ" && sex == Sex::male) return person_name(random, sex, "Tôn Thất");
    if (middle.ends_with(given)) middle = sex == Sex::male ? "Văn" : "Thị";
    if (random.chance(0.03)) return joined(family, given);
    return joined(joined(family, middle), given);
}

std::string person_name(Random& random, Sex sex) {
    return person_name(random, sex, family_name(random));
}

}  // namespace sohoa::maker
