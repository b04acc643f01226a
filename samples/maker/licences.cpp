#include "samples/maker/licences.h"

#include <array>
#include <fmt/format.h>

#include "base/vietnamese.h"
#include "samples/maker/certificate_ground.h"
#include "samples/maker/grammar.h"
#include "samples/maker/guilloche.h"
#include "samples/maker/parcel.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

namespace {

struct Trade {
    std::string_view code;  ///< of the Vietnamese standard industrial classification (QĐ 27/2018/QĐ-TTg)
    std::string_view name;
    std::string_view shop;  ///< how such a business calls itself
};

constexpr std::array trades{
    Trade{"4711",
          "Bán lẻ lương thực, thực phẩm, đồ uống, thuốc lá, thuốc lào chiếm tỷ trọng lớn trong các cửa hàng "
          "kinh doanh tổng hợp",
          "TẠP HOÁ"},
    Trade{"5610", "Nhà hàng và các dịch vụ ăn uống phục vụ lưu động", "QUÁN ĂN"},
    Trade{"5630", "Dịch vụ phục vụ đồ uống", "CÀ PHÊ"},
    Trade{"9631", "Cắt tóc, làm đầu, gội đầu", "TIỆM TÓC"},
    Trade{"4771", "Bán lẻ hàng may mặc, giày dép, hàng da và giả da trong các cửa hàng chuyên doanh", "THỜI TRANG"},
    Trade{"4542", "Bảo dưỡng và sửa chữa mô tô, xe máy", "SỬA XE"},
    Trade{"1071", "Sản xuất các loại bánh từ bột", "LÒ BÁNH"},
    Trade{"5510", "Dịch vụ lưu trú ngắn ngày", "NHÀ NGHỈ"},
    Trade{"4752",
          "Bán lẻ đồ ngũ kim, sơn, kính và thiết bị lắp đặt khác trong xây dựng trong các cửa hàng chuyên doanh",
          "VẬT LIỆU XÂY DỰNG"},
    Trade{"3100", "Sản xuất giường, tủ, bàn, ghế", "MỘC DÂN DỤNG"},
    Trade{"1410", "May trang phục (trừ trang phục từ da lông thú)", "NHÀ MAY"},
    Trade{"9521", "Sửa chữa thiết bị nghe nhìn điện tử gia dụng", "ĐIỆN TỬ"},
    Trade{"4722", "Bán lẻ thực phẩm trong các cửa hàng chuyên doanh", "NÔNG SẢN"},
    Trade{"4932", "Vận tải hành khách đường bộ khác", "XE KHÁCH"}};

/// "một trăm hai mươi triệu đồng" for whole millions below a thousand.
std::string millions_in_words(int millions) {
    return capitalised(number_in_words(millions)) + " triệu đồng";
}

/// Right of the recipients stands who signs.
void recipients(Form& form, const std::vector<std::string>& list) {
    double y = form.sheet().write("Nơi nhận:", form.face(12).bolded().slanted(), {form.left(), form.y(), 60, 10});
    for (const auto& recipient : list) y = form.sheet().write(recipient, form.face(11), {form.left(), y, 62, 10});
}

void heading_truth(Form& form, const Agency& agency, const Date& date, const std::string& title) {
    const auto joined = [](const std::vector<std::string>& lines) {
        std::string text;
        for (const auto& line : lines) text += (text.empty() ? "" : " ") + line;
        return text;
    };
    Truth& truth = form.truth();
    truth.add("issuer_parent", joined(agency.parent));
    truth.add("issuer", joined(agency.name));
    truth.add("date", date);
    truth.add("title", title);
}

void trade_table(Form& form, const Trade& main, Random& random) {
    std::vector<Trade> chosen;
    for (const auto& trade : trades)
        if (trade.code != main.code) chosen.push_back(trade);
    random.shuffle(chosen);
    chosen.insert(chosen.begin(), main);
    chosen.resize(static_cast<std::size_t>(random.between(1, 4)));
    std::vector<std::vector<std::string>> rows{{"STT", "Tên ngành", "Mã ngành"}};
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        rows.push_back({std::to_string(i + 1), std::string(chosen[i].name),
                        std::string(chosen[i].code) + (i == 0 ? " (Chính)" : "")});
        const std::string prefix = fmt::format("business.lines[{}]", i);
        form.truth().add(prefix + ".name", std::string(chosen[i].name));
        form.truth().add(prefix + ".code", std::string(chosen[i].code));
    }
    form.table({0.08, 0.70, 0.22}, rows);
}

void holder_lines(Form& form, const Person& holder) {
    form.line({{"Họ, chữ đệm và tên (ghi bằng chữ in hoa):", upper(holder.full_name), "holder.full_name"}});
    form.line({{"Giới tính:", name_of(holder.sex), "holder.sex"},
               {"Sinh ngày:", in_digits(holder.birth_date, true), "holder.birth_date", iso(holder.birth_date)}});
    form.line(
        {{"Dân tộc:", holder.ethnicity, "holder.ethnicity"}, {"Quốc tịch:", holder.nationality, "holder.nationality"}});
    form.line({{"Số định danh cá nhân:", holder.id_number, "holder.id_number"}});
    form.line({{"Nơi thường trú:", holder.residence, "holder.residence"}});
}

/// Registered once, or changed some times since.
void registration_lines(Form& form, const Date& today, Random& random) {
    const int changes = random.chance(0.5) ? 0 : random.between(1, 4);
    const Date first = changes == 0 ? today : later(today, -random.between(200, 3000));
    form.centred("Đăng ký lần đầu, " + in_words(first), form.look().points, false, true);
    form.truth().add("first_date", first);
    if (changes == 0) return;
    form.skip(-form.look().line_gap);
    form.centred(fmt::format("Đăng ký thay đổi lần thứ {}, {}", changes, in_words(today)), form.look().points, false,
                 true);
    form.truth().add("change_count", std::to_string(changes));
}

}  // namespace

Paper business_certificate(const Household& house, Random random, int dpi) {
    FormLook look = certificate_look(random);
    look.left = 27;
    look.right = 24;
    look.top = 25;
    look.bordered = true;
    look.points = 12.5;
    look.line_gap = random.real(1.2, 1.8);
    look.leader = Leader::none;
    Form form("giay_chung_nhan_ho_kinh_doanh", look, dpi, random.branch("form"));
    certificate_ground(form, random.chance(0.6) ? Colour{0.72, 0.12, 0.16} : Colour{0.62, 0.42, 0.16}, 0.8, random);
    Agency agency = make_commune(house.commune, random);
    agency.parent = agency.name;
    const std::string office = random.pick({"PHÒNG KINH TẾ", "PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ"});
    agency.name = {office};
    agency.seal = {"UBND " + upper(titled(house.commune)) + " - " + upper(titled(house.commune.province)),
                   "",
                   {"PHÒNG", "KINH TẾ"}};
    if (office.size() > 25) agency.seal.middle = {"PHÒNG KINH TẾ,", "HẠ TẦNG VÀ ĐÔ THỊ"};
    const Person& holder = house.applicant();
    form.letterhead(agency, "", {});
    form.skip(-5);
    form.title("GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH", 16, random.chance(0.6) ? Colour{0.75, 0.1, 0.12} : black);
    form.centred("Mã số hộ kinh doanh: " + holder.id_number, 13, true);
    registration_lines(form, house.today, random);
    form.skip(1);
    const Trade& main = random.pick(trades);
    const std::string name =
        fmt::format("HỘ KINH DOANH {} {}", main.shop,
                    upper(random.chance(0.5) ? words_of(holder.full_name).back() : commune_name(random)));
    form.line({{"1. Tên hộ kinh doanh:", name, "business.name"}});
    const std::string address_text =
        random.chance(0.5) ? holder.residence : capitalised(address(random, house.commune));
    form.line({{"2. Địa chỉ trụ sở:", address_text, "business.address"}});
    form.line({{"Điện thoại:", fmt::format("0999 {:03} {:03}", random.between(0, 999), random.between(0, 999))}});
    form.paragraph("3. Ngành, nghề kinh doanh:");
    trade_table(form, main, random);
    const int capital = random.between(2, 60) * 5;
    form.line({{"4. Vốn kinh doanh:", fmt::format("{} đồng", grouped(capital * 1000000LL)), "business.capital",
                std::to_string(capital * 1000000LL)}});
    form.line({{"Bằng chữ:", millions_in_words(capital)}});
    form.paragraph("5. Thông tin về chủ hộ kinh doanh:");
    holder_lines(form, holder);
    heading_truth(form, agency, house.today, "GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH");
    form.truth().add("business.code", holder.id_number);
    tell_owner(form.truth(), holder);
    form.skip(1);
    const std::vector<std::string> titles = random.chance(0.5)
                                                ? std::vector<std::string>{"TRƯỞNG PHÒNG"}
                                                : std::vector<std::string>{"KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"};
    const std::string signer = person_name(random, random.chance(0.6) ? Sex::male : Sex::female);
    form.sign({.x = look.width - look.right - 40,
               .width = 80,
               .titles = titles,
               .hint = "",
               .name = signer,
               .seal = agency.seal});
    form.sign_truth(titles, signer);
    return form.finish(agency.seal);
}

namespace {

struct House {
    int floors;
    double ground_area, floor_area, height;
    int density;
};

House any_house(const Parcel& parcel, Random& random) {
    House house{};
    house.floors = random.between(1, 4);
    house.ground_area = std::min(parcel.area * 0.8, random.between(520, 1400) / 10.0);
    house.ground_area = static_cast<int>(house.ground_area * 10) / 10.0;
    house.floor_area = house.ground_area * house.floors + (house.floors > 1 ? random.between(0, 80) / 10.0 : 0);
    house.height = 4.2 + (house.floors - 1) * 3.4;
    house.density = std::max(10, static_cast<int>(house.ground_area / parcel.area * 100));
    return house;
}

void work_lines(Form& form, const Parcel& parcel, Random& random) {
    const House built = any_house(parcel, random);
    const std::string level = random.pick({"Cấp III", "Cấp IV"});
    const auto dash = [&](const std::string& label, const std::string& value, const std::string& field,
                          const std::string& normal = "") {
        form.line({{"- " + label + ":", value, field, normal}});
    };
    form.line({{"2. Được phép xây dựng công trình:", "Nhà ở riêng lẻ", "work.name"}});
    dash("Loại, cấp công trình", "Nhà ở riêng lẻ; " + level, "work.class", level);
    dash("Theo thiết kế có ký hiệu", fmt::format("KT-{:02}, KC-{:02}", random.between(1, 9), random.between(1, 9)), "");
    dash("Vị trí xây dựng", fmt::format("thửa đất số {}, tờ bản đồ số {}", parcel.number, parcel.map_sheet), "");
    form.truth().add("work.parcel", fmt::format("thửa đất số {}, tờ bản đồ số {}", parcel.number, parcel.map_sheet));
    dash("Địa điểm xây dựng", parcel.address, "work.address");
    dash("Cốt nền xây dựng công trình", fmt::format("+0,{} m so với mặt đường", random.between(15, 75)), "");
    dash("Mật độ xây dựng",
         fmt::format("{} %; hệ số sử dụng đất: {} lần", built.density,
                     printed_decimal(built.density * built.floors / 100.0)),
         "");
    dash("Chỉ giới đường đỏ, chỉ giới xây dựng", fmt::format("cách tim đường {},0 m", random.between(3, 12)), "");
    dash("Diện tích xây dựng tầng 1", printed_decimal(built.ground_area) + " m²", "work.ground_area",
         normal_decimal(built.ground_area));
    dash("Tổng diện tích sàn", printed_decimal(built.floor_area) + " m²", "work.floor_area",
         normal_decimal(built.floor_area));
    dash("Số tầng", fmt::format("{:02} tầng", built.floors), "work.floors", std::to_string(built.floors));
    dash("Chiều cao công trình", printed_decimal(built.height) + " m", "work.height", normal_decimal(built.height));
}

}  // namespace

Paper building_permit(const Household& house, Random random, int dpi) {
    FormLook look = issued_look(random);
    look.leader = Leader::none;
    look.points = 13;
    look.line_gap = random.real(1.4, 2.0);
    Form form("giay_phep_xay_dung", look, dpi, random.branch("form"));
    if (random.chance(0.5)) {
        const Rect page{9, 9, look.width - 18, look.height - 18};
        guilloche_border(form.sheet(), page, 5, {0.75, 0.2, 0.15}, random);
    }
    const Agency agency = make_commune(house.commune, random);
    const Parcel parcel = parcel_of(house);
    const Person& investor = house.applicant();
    const int number = random.between(1, 399);
    form.letterhead(agency, fmt::format("Số: {:02}/GPXD", number), house.today);
    form.title("GIẤY PHÉP XÂY DỰNG", 17, random.chance(0.5) ? Colour{0.75, 0.1, 0.12} : black);
    form.centred("(Sử dụng cho nhà ở riêng lẻ)", 13, false, true);
    form.skip(1);
    form.line({{"1. Cấp cho:", (investor.sex == Sex::male ? "Ông " : "Bà ") + upper(investor.full_name),
                "investor.full_name", upper(investor.full_name)}});
    form.line({{"Số định danh cá nhân:", investor.id_number, "investor.id_number"}});
    form.line({{"Địa chỉ thường trú:", investor.residence, "investor.address"}});
    work_lines(form, parcel, random);
    form.paragraph(
        fmt::format("3. Giấy tờ về đất đai: Giấy chứng nhận quyền sử dụng đất số {}, số vào sổ {}, cấp ngày {}.",
                    parcel.serial, parcel.register_number, in_digits(parcel.issued, true)));
    form.paragraph(
        "4. Giấy phép này có hiệu lực khởi công xây dựng trong thời hạn 12 tháng kể từ ngày cấp; quá thời hạn trên thì "
        "phải đề nghị gia hạn giấy phép xây dựng.");
    heading_truth(form, agency, house.today, "GIẤY PHÉP XÂY DỰNG");
    form.truth().add("place", agency.place);
    form.truth().add("number", fmt::format("{:02}", number));
    form.truth().add("symbol", "GPXD");
    tell_owner(form.truth(), investor);
    form.skip(2);
    const std::vector<std::string> list{"Như mục 1", "Phòng chuyên môn (để theo dõi)", file_mark(random)};
    recipients(form, {"- " + list[0] + ";", "- " + list[1] + ";", "- " + list[2] + "."});
    for (std::size_t i = 0; i < list.size(); ++i) form.truth().add(fmt::format("recipients[{}]", i), list[i]);
    const std::string signer = person_name(random, random.chance(0.7) ? Sex::male : Sex::female);
    form.sign({.x = look.width - look.right - 40,
               .width = 80,
               .titles = agency.signer,
               .hint = "",
               .name = signer,
               .seal = agency.seal});
    form.sign_truth(agency.signer, signer);
    return form.finish(agency.seal);
}

}  // namespace sohoa::maker
