#include <fmt/format.h>

#include "base/vietnamese.h"
#include "samples/maker/certificate_ground.h"
#include "samples/maker/civil_status.h"
#include "samples/maker/grammar.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

namespace {

const Colour heading_red{0.75, 0.1, 0.12};

struct Register {
    std::string number;  ///< "123/2024"
    Date date;
};

Register registered_on(const Date& date, Random& random) {
    return {fmt::format("{}/{}", random.between(10, 480), date.year), date};
}

std::string full_place(const Commune& commune) {
    return "Ủy ban nhân dân " + titled(commune) + ", " + titled(commune.province);
}

void tell_register(Form& form, const Register& entry, const Commune& commune) {
    form.truth().add("registered_at", full_place(commune));
    form.truth().add("registration.number", entry.number);
    form.truth().add("registration.date", entry.date);
}

void parent(Form& form, const char* who, const std::string& prefix, const Person& person) {
    form.line({{std::string("Họ, chữ đệm, tên người ") + who + ":", upper(person.full_name), prefix + ".full_name"}});
    form.line({{"Năm sinh:", std::to_string(person.birth_date.year), prefix + ".birth_date"},
               {"Dân tộc:", person.ethnicity, prefix + ".ethnicity"},
               {"Quốc tịch:", person.nationality, prefix + ".nationality"}});
    form.line({{"Nơi cư trú:", person.residence, prefix + ".residence"}});
}

void child_lines(Form& form, const Person& child) {
    form.line({{"Họ, chữ đệm, tên:", upper(child.full_name), "child.full_name"}});
    form.line(
        {{"Ngày, tháng, năm sinh:", in_digits(child.birth_date, true), "child.birth_date", iso(child.birth_date)}});
    form.line({{"Ghi bằng chữ:", date_in_words(child.birth_date), "child.birth_date_words"}});
    form.line({{"Giới tính:", name_of(child.sex), "child.sex"},
               {"Dân tộc:", child.ethnicity, "child.ethnicity"},
               {"Quốc tịch:", child.nationality, "child.nationality"}});
    form.line({{"Nơi sinh:", child.birth_place, "child.birth_place"}});
    form.line({{"Quê quán:", child.home_town, "child.home_town"}});
    form.line({{"Số định danh cá nhân:", child.id_number, "child.id_number"}});
}

void official(Form& form, const Agency& agency, const std::string& heading, double x, double width = 82) {
    const std::string name = person_name(form.random(), form.random().chance(0.7) ? Sex::male : Sex::female);
    std::vector<std::string> titles = agency.signer;
    if (!heading.empty()) titles.insert(titles.begin(), heading);
    form.sign({.x = x,
               .width = width,
               .titles = titles,
               .hint = "(Ký, ghi rõ họ, chữ đệm, tên, chức vụ và đóng dấu)",
               .name = name,
               .seal = agency.seal});
    form.sign_truth(agency.signer, name);
}

}  // namespace

Paper birth_certificate(const Household& house, Random random, int dpi) {
    FormLook look = certificate_look(random);
    look.points = 12.5;
    look.line_gap = random.real(1.5, 2.2);
    Form form("giay_khai_sinh", look, dpi, random.branch("form"));
    certificate_ground(form, random);
    const Commune& commune = house.commune;
    const Agency agency = make_commune(commune, random);
    const Register entry = registered_on(house.today, random);
    form.country();
    form.title("GIẤY KHAI SINH", 22, random.chance(0.6) ? heading_red : black);
    form.centred("Số: " + entry.number, look.points);
    form.skip(2);
    child_lines(form, house.child);
    parent(form, "mẹ", "mother", house.woman);
    parent(form, "cha", "father", house.man);
    const Person& declarant = house.applicant();
    form.line({{"Họ, chữ đệm, tên người đi khai sinh:", upper(declarant.full_name), "declarant.full_name"}});
    form.line({{"Giấy tờ tùy thân:", name_of_card(declarant) + " số " + declarant.id_number, "declarant.id_number",
                declarant.id_number}});
    form.line({{"Nơi đăng ký khai sinh:", full_place(commune)}});
    form.line({{"Ngày, tháng, năm đăng ký:", in_digits(entry.date, true)}});
    tell_register(form, entry, commune);
    form.truth().add("number", entry.number);
    form.truth().add("date", entry.date);
    form.truth().add("title", "GIẤY KHAI SINH");
    tell_owner(form.truth(), house.child);
    form.skip(2);
    official(form, agency, "NGƯỜI KÝ GIẤY KHAI SINH", look.width - look.right - 44);
    return form.finish(agency.seal);
}

Paper birth_extract(const Household& house, Random random, int dpi) {
    Form form("trich_luc_khai_sinh", issued_look(random), dpi, random.branch("form"));
    const Commune& commune = house.commune;
    const Agency agency = make_commune(commune, random);
    Person child = house.child;
    child.birth_date = any_date(random, 2008, 2023);
    child.id_number = personal_number(commune.province, child.sex, child.birth_date.year, random);
    const Register entry = registered_on(later(child.birth_date, random.between(2, 55)), random);
    const Date date = house.today;
    const int number = random.between(11, 999);
    form.letterhead(agency, fmt::format("Số: {}/TLKS-BS", number), date);
    form.title("TRÍCH LỤC KHAI SINH", 16);
    form.centred("(BẢN SAO)", 13, true);
    form.skip(2);
    child_lines(form, child);
    parent(form, "mẹ", "mother", house.woman);
    parent(form, "cha", "father", house.man);
    form.line({{"Đăng ký khai sinh tại:", full_place(commune)}});
    form.line({{"Số:", entry.number}, {"ngày", in_digits(entry.date, true)}});
    form.line({{"Ghi chú:", random.pick({"Không", "Đã cấp số định danh cá nhân"})}});
    tell_register(form, entry, commune);
    form.truth().add("number", std::to_string(number));
    form.truth().add("symbol", "TLKS-BS");
    form.truth().add("issuer", agency.name.front() + " " + agency.name.back());
    form.truth().add("place", agency.place);
    form.truth().add("date", date);
    form.truth().add("title", "TRÍCH LỤC KHAI SINH");
    form.truth().add("copy_kind", "trich_luc");
    tell_owner(form.truth(), child);
    form.skip(2);
    official(form, agency, "NGƯỜI KÝ TRÍCH LỤC", 148);
    return form.finish(agency.seal);
}

Paper marriage_certificate(const Household& house, Random random, int dpi) {
    FormLook look = certificate_look(random);
    look.points = 12.5;
    look.leader = Leader::none;
    Form form("giay_chung_nhan_ket_hon", look, dpi, random.branch("form"));
    certificate_ground(form, random);
    const Commune& commune = house.commune;
    const Agency agency = make_commune(commune, random);
    const Person wife = bride(house);
    const Person husband = house.man;
    const Register entry = registered_on(house.today, random);
    form.country();
    form.title("GIẤY CHỨNG NHẬN KẾT HÔN", 19, random.chance(0.7) ? heading_red : black);
    form.centred("Số: " + entry.number, look.points);
    form.skip(3);
    const double column = (form.width() - 8) / 2;
    double bottom = 0;
    const double top = form.y();
    for (const auto& [prefix, person, x] :
         {std::tuple{"wife", &wife, form.left()}, std::tuple{"husband", &husband, form.left() + column + 8}}) {
        const bool is_wife = person->sex == Sex::female;
        double y = top;
        const std::vector<std::pair<std::string, std::string>> rows{
            {is_wife ? "Họ, chữ đệm, tên vợ:" : "Họ, chữ đệm, tên chồng:", upper(person->full_name)},
            {"Ngày, tháng, năm sinh:", in_digits(person->birth_date, true)},
            {"Dân tộc:", person->ethnicity},
            {"Quốc tịch:", person->nationality},
            {"Nơi cư trú:", person->residence},
            {"Giấy tờ tùy thân:", name_of_card(*person) + " số " + person->id_number}};
        for (const auto& [label, value] : rows)
            y = form.sheet().write(Runs{{label + " "}, {value, true}}, form.face(), {x, y, column, 60},
                                   {.line_spacing = 1.1}) +
                1.6;
        bottom = std::max(bottom, y);
        tell_person(form.truth(), prefix, *person,
                    {"full_name", "birth_date", "ethnicity", "nationality", "residence", "id_kind", "id_number"});
    }
    form.move_to(bottom + 2);
    form.line({{"Nơi đăng ký kết hôn:", full_place(commune)}});
    form.line({{"Ngày, tháng, năm đăng ký:", in_digits(entry.date, true)}});
    tell_register(form, entry, commune);
    form.truth().add("date", entry.date);
    form.truth().add("number", entry.number);
    form.truth().add("title", "GIẤY CHỨNG NHẬN KẾT HÔN");
    tell_owner(form.truth(), wife);
    form.skip(4);
    const double signatures = form.y();
    form.sign({.x = form.left() + column * 0.5,
               .width = column,
               .titles = {"Vợ"},
               .hint = "(Ký, ghi rõ họ, chữ đệm, tên)",
               .name = wife.full_name});
    form.move_to(signatures);
    form.sign({.x = form.left() + column * 1.5 + 8,
               .width = column,
               .titles = {"Chồng"},
               .hint = "(Ký, ghi rõ họ, chữ đệm, tên)",
               .name = husband.full_name});
    form.skip(3);
    official(form, agency, "NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN", 105, 120);
    return form.finish(agency.seal);
}

Paper marital_status_certificate(const Household& house, Random random, int dpi) {
    Form form("giay_xac_nhan_tinh_trang_hon_nhan", issued_look(random), dpi, random.branch("form"));
    const Commune& commune = house.commune;
    const Agency agency = make_commune(commune, random);
    const Person& person = house.applicant();
    const Date date = later(house.today, random.between(0, 3));
    const int number = random.between(11, 999);
    form.letterhead(agency, fmt::format("Số: {}/UBND-XNTTHN", number), date);
    form.title("GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", 15);
    form.skip(2);
    const std::string honorific = person.sex == Sex::male ? "ông" : "bà";
    form.paragraph(fmt::format("Xét đề nghị của {} {}, về việc cấp Giấy xác nhận tình trạng hôn nhân,", honorific,
                               person.full_name),
                   10);
    form.centred("XÁC NHẬN:", form.look().points + 0.5, true);
    form.line({{"Họ, chữ đệm, tên:", upper(person.full_name), "subject.full_name"}});
    form.line(
        {{"Ngày, tháng, năm sinh:", in_digits(person.birth_date, true), "subject.birth_date", iso(person.birth_date)},
         {"Giới tính:", name_of(person.sex), "subject.sex"}});
    form.line({{"Dân tộc:", person.ethnicity, "subject.ethnicity"},
               {"Quốc tịch:", person.nationality, "subject.nationality"}});
    form.line({{"Giấy tờ tùy thân:", name_of_card(person) + " số " + person.id_number, "subject.id_number",
                person.id_number}});
    tell_person(form.truth(), "subject", person, {"id_kind"});
    form.line({{"Nơi cư trú:", person.residence, "subject.residence"}});
    const Date from = any_date(random, 2008, 2020);
    const Date until = later(date, -random.between(1, 20));
    const bool open_end = random.chance(0.5);
    form.line({{"Trong thời gian cư trú tại:", titled(commune) + ", " + titled(commune.province)}});
    form.line({{"từ", in_words(from), "period.from", iso(from)},
               {"đến", open_end ? "nay" : in_words(until), open_end ? "" : "period.to", open_end ? "" : iso(until)}});
    const std::string status =
        random.pick({"Chưa đăng ký kết hôn với ai", "Hiện tại chưa đăng ký kết hôn với ai",
                     "Có đăng ký kết hôn nhưng đã ly hôn theo bản án có hiệu lực; hiện chưa kết hôn lại"});
    form.line({{"Tình trạng hôn nhân:", status, "marital_status"}});
    const std::string purpose = random.pick(
        {"để đăng ký kết hôn", "để làm thủ tục chuyển nhượng quyền sử dụng đất", "để bổ túc hồ sơ vay vốn"});
    // The form's own words are "Giấy này được cấp để:".
    form.line({{"Giấy này được cấp", purpose, "purpose", purpose.substr(std::string("để ").size())}});
    form.paragraph("Giấy này có giá trị 06 tháng kể từ ngày cấp.", 10);
    form.truth().add("number", std::to_string(number));
    form.truth().add("symbol", "UBND-XNTTHN");
    form.truth().add("issuer", agency.name.front() + " " + agency.name.back());
    form.truth().add("place", agency.place);
    form.truth().add("date", date);
    form.truth().add("title", "GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN");
    tell_owner(form.truth(), person);
    form.skip(3);
    official(form, agency, "", 148);
    return form.finish(agency.seal);
}

Paper death_extract(const Household& house, Random random, int dpi) {
    Form form("trich_luc_khai_tu", issued_look(random), dpi, random.branch("form"));
    const Commune& commune = house.commune;
    const Agency agency = make_commune(commune, random);
    const Person person =
        make_person_at(random, random.chance(0.5) ? Sex::male : Sex::female, 1930, 1975, house.man.residence);
    const Date died = later(house.today, -random.between(0, 14));
    const Register entry = registered_on(house.today, random);
    const int number = random.between(11, 499);
    const int hour = random.between(0, 23);
    const int minute = random.between(0, 59);
    form.letterhead(agency, fmt::format("Số: {}/TLKT", number), entry.date);
    form.title("TRÍCH LỤC KHAI TỬ", 16);
    form.skip(2);
    form.line({{"Họ, chữ đệm, tên:", upper(person.full_name), "deceased.full_name"}});
    form.line({{"Ngày, tháng, năm sinh:", in_digits(person.birth_date, true), "deceased.birth_date",
                iso(person.birth_date)}});
    form.line({{"Giới tính:", name_of(person.sex), "deceased.sex"},
               {"Dân tộc:", person.ethnicity, "deceased.ethnicity"},
               {"Quốc tịch:", person.nationality, "deceased.nationality"}});
    form.line({{"Số định danh cá nhân:", person.id_number, "deceased.id_number"}});
    form.line({{"Đã chết vào lúc:", fmt::format("{:02} giờ {:02} phút, {}", hour, minute, in_words(died)), "death.time",
                fmt::format("{}T{:02}:{:02}:00+07:00", iso(died), hour, minute)}});
    form.line({{"Ghi bằng chữ:", date_in_words(died)}});
    form.line({{"Nơi chết:", person.residence, "death.place"}});
    form.line(
        {{"Nguyên nhân chết:",
          random.pick({"Tuổi già", "Bệnh tim mạch", "Đột quỵ", "Tai nạn giao thông", "Ung thư gan"}), "death.cause"}});
    form.line({{"Đã được đăng ký khai tử tại:", full_place(commune)}});
    form.line({{"Số:", entry.number}, {"ngày", in_digits(entry.date, true)}});
    tell_register(form, entry, commune);
    form.truth().add("number", std::to_string(number));
    form.truth().add("symbol", "TLKT");
    form.truth().add("issuer", agency.name.front() + " " + agency.name.back());
    form.truth().add("place", agency.place);
    form.truth().add("date", entry.date);
    form.truth().add("title", "TRÍCH LỤC KHAI TỬ");
    form.truth().add("copy_kind", "trich_luc");
    tell_owner(form.truth(), person);
    form.skip(3);
    official(form, agency, "NGƯỜI KÝ TRÍCH LỤC", 148);
    return form.finish(agency.seal);
}

}  // namespace sohoa::maker
