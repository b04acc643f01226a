#include "samples/maker/land_papers.h"

#include <array>
#include <cairo.h>
#include <cmath>
#include <fmt/format.h>

#include "base/vietnamese.h"
#include "samples/maker/certificate_ground.h"
#include "samples/maker/grammar.h"
#include "samples/maker/guilloche.h"
#include "samples/maker/parcel.h"
#include "samples/maker/qr_code.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

namespace {

bool owned_by_both(const Parcel& parcel) {
    return parcel.use_form.find("vợ") != std::string::npos;
}

std::vector<const Person*> owners_of(const Household& house, const Parcel& parcel) {
    if (owned_by_both(parcel)) return {&house.man, &house.woman};
    return {&house.applicant()};
}

std::string honorific(const Person& person) {
    return person.sex == Sex::male ? "Ông" : "Bà";
}

void drum_ground(Form& form, Random& random) {
    const Rect page{8, 8, form.look().width - 16, form.look().height - 16};
    guilloche_field(form.sheet(), page, land_pink, random.real(0.20, 0.32), random);
    drum(form.sheet(), page.x + page.width / 2, page.y + page.height * 0.52, 62, land_pink, 0.34);
    guilloche_border(form.sheet(), page, 6.5, land_pink, random);
}

void tell_owners(Truth& truth, const std::vector<const Person*>& owners) {
    for (std::size_t i = 0; i < owners.size(); ++i)
        tell_person(truth, fmt::format("owners[{}]", i), *owners[i], {"full_name", "id_number"});
    tell_owner(truth, *owners.front());
}

void tell_parcel(Truth& truth, const Parcel& parcel) {
    truth.add("parcels[0].number", parcel.number);
    truth.add("parcels[0].map_sheet", parcel.map_sheet);
    truth.add("parcels[0].area", normal_decimal(parcel.area));
    truth.add("parcels[0].land_use", parcel.land_use);
    truth.add("parcels[0].term", parcel.term);
    truth.add("parcels[0].use_form", parcel.use_form);
    truth.add("parcels[0].address", parcel.address);
}

/// The title in the middle, with the code right of it.
void land_title(Form& form, const std::string& payload) {
    emblem(form.sheet(), form.look().width / 2, 27, 17);
    form.move_to(38);
    form.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, true);
    form.skip(-form.look().line_gap);
    form.centred("Độc lập - Tự do - Hạnh phúc", 13.5, true);
    form.skip(2);
    form.title("GIẤY CHỨNG NHẬN", 19, land_red);
    form.skip(-form.look().line_gap);
    form.title("QUYỀN SỬ DỤNG ĐẤT, QUYỀN SỞ HỮU", 15, land_red);
    form.skip(-form.look().line_gap);
    form.title("TÀI SẢN GẮN LIỀN VỚI ĐẤT", 15, land_red);
    print_qr(form.sheet(), payload, form.look().width - 41, 17, 22);
    form.truth().codes.push_back(payload);
    form.truth().add("title", "GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT, QUYỀN SỞ HỮU TÀI SẢN GẮN LIỀN VỚI ĐẤT");
}

void front_lines(Form& form, const Parcel& parcel, const std::vector<const Person*>& owners) {
    form.paragraph(Runs{{"1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất:", true}});
    for (const auto* owner : owners)
        form.paragraph(fmt::format("{}: {}, {} số: {}.", honorific(*owner), upper(owner->full_name),
                                   name_of_card(*owner), owner->id_number),
                       5);
    form.paragraph(Runs{{"2. Thông tin thửa đất:", true}});
    form.paragraph(fmt::format("a) Thửa đất số: {}; tờ bản đồ số: {};", parcel.number, parcel.map_sheet), 5);
    form.paragraph(fmt::format("b) Diện tích: {} m²;", printed_decimal(parcel.area)), 5);
    form.paragraph(fmt::format("c) Loại đất: {};", parcel.land_use), 5);
    form.paragraph(fmt::format("d) Thời hạn sử dụng đất: {};", parcel.term), 5);
    form.paragraph(fmt::format("đ) Hình thức sử dụng đất: {};", parcel.use_form), 5);
    form.paragraph(fmt::format("e) Địa chỉ: {}.", parcel.address), 5);
    form.paragraph(Runs{{"3. Thông tin tài sản gắn liền với đất: ", true}, {"-/-"}});
    form.paragraph(Runs{{"(Thông tin chi tiết được thể hiện tại mã QR)", false, true}}, 5);
}

struct Corner {
    double x, y;
};

double area_of(const std::array<Corner, 4>& corners) {
    double twice = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Corner& next = corners[(i + 1) % corners.size()];
        twice += corners[i].x * next.y - next.x * corners[i].y;
    }
    return std::abs(twice) / 2;
}

/// The parcel's outline with the lengths of its sides, north up.
void map_of_parcel(Form& form, const Parcel& parcel, const Rect& place, Random& random) {
    Sheet& sheet = form.sheet();
    const double cx = place.x + place.width / 2;
    const double cy = place.y + place.height / 2;
    std::array<Corner, 4> corners{};
    const double turn = random.real(-0.3, 0.3);
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const double x = (i == 0 || i == 3 ? -1 : 1) * place.width * random.real(0.2, 0.27);
        const double y = (i < 2 ? -1 : 1) * place.height * random.real(0.24, 0.34);
        corners[i] = {cx + x * std::cos(turn) - y * std::sin(turn), cy + x * std::sin(turn) + y * std::cos(turn)};
    }
    cairo_t* ink = sheet.ink();
    cairo_set_source_rgb(ink, 0.1, 0.1, 0.1);
    cairo_set_line_width(ink, 0.3);
    cairo_new_path(ink);
    for (const auto& corner : corners) cairo_line_to(ink, corner.x, corner.y);
    cairo_close_path(ink);
    cairo_stroke(ink);
    const TextStyle small = form.face(9);
    const double metres = std::sqrt(parcel.area / area_of(corners));  // on the ground for a millimetre of the map
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Corner& a = corners[i];
        const Corner& b = corners[(i + 1) % corners.size()];
        const double away = i % 2 == 0 ? 0 : 8;
        const std::string length = printed_decimal(std::hypot(a.x - b.x, a.y - b.y) * metres);
        const double x = (a.x + b.x) / 2 + (i == 1 ? away : -away) - 4;
        sheet.write(length, small, {x, (a.y + b.y) / 2 + (i == 0 ? -6 : i == 2 ? 2 : -2), 12, 5});
    }
    const double nx = place.right() - 12;
    sheet.rule(nx, place.y + 18, nx, place.y + 6, 0.4);
    sheet.rule(nx, place.y + 6, nx - 1.5, place.y + 9, 0.4);
    sheet.rule(nx, place.y + 6, nx + 1.5, place.y + 9, 0.4);
    sheet.write("Bắc", small, {nx - 5, place.y + 1, 10, 5}, {.align = Align::centre});
}

void back_of_certificate(Form& form, const Parcel& parcel, Random& random) {
    form.new_page();
    drum_ground(form, random);
    form.move_to(24);
    form.paragraph(Runs{{"4. Sơ đồ thửa đất, tài sản gắn liền với đất:", true}});
    map_of_parcel(form, parcel, {form.left(), form.y(), form.width(), 92}, random);
    form.move_to(form.y() + 94);
    const std::string note = random.pick({"Không", "Thửa đất có 12,5 m² thuộc hành lang an toàn đường bộ",
                                          "Thửa đất được tách từ thửa đất số 118, tờ bản đồ số 21"});
    form.paragraph(Runs{{"5. Ghi chú: ", true}, {note + "."}});
    form.truth().add("notes", note == "Không" ? "" : note);
    form.paragraph(Runs{{"6. Những thay đổi sau khi cấp Giấy chứng nhận:", true}});
    form.table({0.62, 0.38}, {{"Nội dung thay đổi và cơ sở pháp lý", "Xác nhận của cơ quan có thẩm quyền"}});
    const double top = form.y() - form.look().line_gap - 1;
    for (const auto& cell : {Rect{form.left(), top, form.width() * 0.62, 55},
                             Rect{form.left() + form.width() * 0.62, top, form.width() * 0.38, 55}})
        form.sheet().frame(cell, 0.2);
    form.move_to(top + 60);
    form.paragraph("Số vào sổ cấp Giấy chứng nhận: " + parcel.register_number);
    form.truth().add("register_number", parcel.register_number);
}

}  // namespace

Paper land_certificate(const Household& house, Random random, int dpi, int most_pages) {
    FormLook look = certificate_look(random);
    look.left = 24;
    look.right = 22;
    look.points = 13;
    look.leader = Leader::none;
    Form form("giay_chung_nhan_qsdd", look, dpi, random.branch("form"));
    drum_ground(form, random);
    const Parcel parcel = parcel_of(house);
    const auto owners = owners_of(house, parcel);
    land_title(form, fmt::format("{}|{}|{}|{}|{}", parcel.serial, parcel.register_number, parcel.number,
                                 parcel.map_sheet, printed_decimal(parcel.area)));
    form.skip(3);
    front_lines(form, parcel, owners);
    form.skip(2);
    const std::string office =
        fmt::format("CHI NHÁNH VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI {}", random.pick({"KHU VỰC 1", "KHU VỰC 2", "KHU VỰC 7"}));
    const double x = look.width - look.right - 46;
    form.move_to(form.sheet().write(house.commune.name + ", " + in_words(parcel.issued), form.face().slanted(),
                                    {x - 46, form.y(), 92, 10}, {.align = Align::centre}) +
                 1);
    const std::vector<std::string> titles = random.chance(0.5)
                                                ? std::vector<std::string>{"GIÁM ĐỐC"}
                                                : std::vector<std::string>{"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"};
    std::vector<std::string> heading = titles;
    heading.insert(heading.begin(), office);
    const std::string name = person_name(random, Sex::male);
    const SealWords seal{"VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI " + upper(titled(house.commune.province)), "", {"CHI", "NHÁNH"}};
    form.sign({.x = x, .width = 90, .titles = heading, .hint = "", .name = name, .seal = seal});
    form.sign_truth(titles, name);
    form.sheet().write(parcel.serial, form.face(13).bolded().coloured(land_red), {form.left(), 268, 60, 10});
    Truth& truth = form.truth();
    truth.add("issuer", office);
    truth.add("place", house.commune.name);
    truth.add("date", parcel.issued);
    truth.add("serial", parcel.serial);
    tell_owners(truth, owners);
    tell_parcel(truth, parcel);
    if (most_pages > 1) back_of_certificate(form, parcel, random);
    return form.finish(seal);
}

namespace {

struct Change {
    std::string change;
    std::string reason;
    std::vector<std::string> papers;
};

Change any_change(const Household& house, const Parcel& parcel, Random& random) {
    const std::string other = person_name(random, random.chance(0.5) ? Sex::male : Sex::female);
    const int kind = random.between(0, 3);
    if (kind == 0)
        return {fmt::format("Chuyển nhượng toàn bộ thửa đất số {}, tờ bản đồ số {} cho {}", parcel.number,
                            parcel.map_sheet, other),
                "Chuyển nhượng quyền sử dụng đất",
                {"Giấy chứng nhận đã cấp", "Hợp đồng chuyển nhượng đã công chứng"}};
    if (kind == 1)
        return {fmt::format("Tặng cho {} con đẻ {} m² đất trồng cây lâu năm", other, random.between(30, 90)),
                "Bố mẹ tặng cho con quyền sử dụng đất",
                {"Giấy chứng nhận đã cấp", "Hợp đồng tặng cho quyền sử dụng đất", "Mảnh trích đo bản đồ địa chính"}};
    if (kind == 2)
        return {"Thay đổi địa chỉ thường trú thành " + house.man.residence,
                "Sắp xếp đơn vị hành chính theo mô hình chính quyền địa phương 02 cấp",
                {"Giấy chứng nhận đã cấp"}};
    return {"Thay đổi số giấy tờ nhân thân sang số định danh cá nhân " + house.applicant().id_number,
            "Được cấp thẻ căn cước thay cho chứng minh nhân dân",
            {"Giấy chứng nhận đã cấp", "Bản sao thẻ căn cước"}};
}

}  // namespace

Paper land_change_application(const Household& house, Random random, int dpi) {
    FormLook look = filled_in_look(random);
    look.points = 12.5;
    Form form("don_dang_ky_bien_dong", look, dpi, random.branch("form"));
    const Parcel parcel = parcel_of(house);
    const Person& person = house.applicant();
    form.country();
    form.skip(1);
    form.title("ĐƠN ĐĂNG KÝ BIẾN ĐỘNG", look.points + 1.5);
    form.skip(-look.line_gap);
    form.title("ĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT", look.points + 1.5);
    form.line({{"Kính gửi:", "Chi nhánh Văn phòng đăng ký đất đai khu vực " + std::to_string(random.between(1, 9)),
                "recipient"}});
    form.paragraph(Runs{{"1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất", true}});
    form.line({{"a) Tên:", person.full_name, "requester.full_name", upper(person.full_name)}});
    form.line(
        {{"b) Giấy tờ nhân thân số:", person.id_number, "requester.id_number"},
         {"cấp ngày", in_digits(person.id_issue_date, true), "requester.id_issue_date", iso(person.id_issue_date)}});
    form.line({{"c) Địa chỉ:", person.residence, "requester.residence"}});
    form.line({{"d) Điện thoại liên hệ (nếu có):",
                fmt::format("0999.{:03}.{:03}", random.between(0, 999), random.between(0, 999))}});
    form.paragraph(Runs{{"2. Giấy chứng nhận đã cấp", true}});
    form.line({{"Số phát hành:", parcel.serial, "serial"}, {"Số vào sổ:", parcel.register_number, "register_number"}});
    const Change change = any_change(house, parcel, random);
    form.paragraph(Runs{{"3. Nội dung biến động", true}});
    form.line({{"Nội dung:", change.change, "change"}});
    form.line({{"Lý do biến động:", change.reason, "reason"}});
    form.paragraph(Runs{{"4. Giấy tờ nộp kèm theo đơn này gồm có:", true}});
    for (std::size_t i = 0; i < change.papers.size(); ++i)
        form.line({{fmt::format("({})", i + 1), change.papers[i], fmt::format("attachments[{}]", i)}});
    form.paragraph(
        "Tôi cam đoan nội dung kê khai trên đơn là đúng sự thật, nếu sai tôi hoàn toàn chịu trách nhiệm trước pháp "
        "luật.",
        10);
    const double x = look.width - look.right - 42;
    form.move_to(form.sheet().write(house.commune.name + ", " + in_words(house.today), form.face().slanted(),
                                    {x - 45, form.y(), 90, 10}, {.align = Align::centre}) +
                 1);
    form.truth().add("place", house.commune.name);
    form.truth().add("date", house.today);
    form.truth().add("title", "ĐƠN ĐĂNG KÝ BIẾN ĐỘNG ĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT");
    form.sign({.x = x,
               .width = 84,
               .titles = {"Người viết đơn"},
               .hint = "(Ký, ghi rõ họ tên, đóng dấu nếu có)",
               .name = person.full_name,
               .name_by_hand = look.by_hand});
    form.owner_and_signer(person, person);
    return form.finish(make_commune(house.commune, random).seal);
}

}  // namespace sohoa::maker
