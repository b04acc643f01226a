#include <fmt/format.h>

#include "base/vietnamese.h"
#include "samples/maker/civil_status.h"
#include "samples/maker/grammar.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

namespace {

/// How people write what their paper is, and who issued it.
std::string short_card(const Person& person) {
    return person.id_issue_date >= Date{2024, 7, 1} ? "Căn cước" : "CCCD";
}

std::string short_issuer(const Person& person) {
    return person.id_issuer == "Bộ Công an" ? "Bộ Công an" : "Cục CSQLHC về TTXH";
}

/// "CCCD số 0…, Cục CSQLHC về TTXH cấp ngày 12/05/2022".
std::string id_paper(const Person& person) {
    return fmt::format("{} số {}, {} cấp ngày {}", short_card(person), person.id_number, short_issuer(person),
                       in_digits(person.id_issue_date, true));
}

/// The requester's lines that open every declaration.
void requester_lines(Form& form, const Person& person, const std::string& relation) {
    form.line({{"Họ, chữ đệm, tên người yêu cầu:", person.full_name, "requester.full_name", upper(person.full_name)}});
    form.line({{"Nơi cư trú:", person.residence, "requester.residence"}});
    form.line({{"Giấy tờ tùy thân:", id_paper(person)}});
    const bool by_hand = form.look().by_hand;
    form.truth().add("requester.id_kind", short_card(person));
    form.truth().add("requester.id_number", person.id_number);
    form.truth().add("requester.id_issue_date", person.id_issue_date);
    form.truth().add("requester.id_issuer", short_issuer(person));
    if (by_hand)
        for (const char* name :
             {"requester.id_kind", "requester.id_number", "requester.id_issue_date", "requester.id_issuer"})
            form.truth().handwritten.emplace_back(name);
    if (!relation.empty()) form.line({{"Quan hệ với người được đăng ký:", relation, "relation"}});
}

void head(Form& form, const Household& house, const std::string& title) {
    form.country();
    form.skip(2);
    form.title(title, form.look().points + 1.5);
    form.truth().add("title", title);
    form.skip(1);
    form.line({{"Kính gửi:", "Ủy ban nhân dân " + titled(house.commune) + ", " + titled(house.commune.province),
                "recipient"}});
    form.skip(1.5);
}

void promise_and_sign(Form& form, const Household& house, const Person& owner, const Person& person) {
    form.paragraph(
        "Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của "
        "mình.",
        10);
    const double x = form.look().width - form.look().right - 45;
    const std::string made = "Làm tại: " + house.commune.name + ", " + in_words(house.today);
    form.move_to(
        form.sheet().write(made, form.face().slanted(), {x - 75, form.y() + 1, 120, 10}, {.align = Align::right}) + 1);
    form.truth().add("place", house.commune.name);
    form.truth().add("date", house.today);
    form.sign({.x = x,
               .width = 80,
               .titles = {"Người yêu cầu"},
               .hint = "(Ký, ghi rõ họ, chữ đệm, tên)",
               .name = person.full_name,
               .name_by_hand = form.look().by_hand});
    form.owner_and_signer(owner, person);
}

void copies(Form& form) {
    const bool wanted = form.random().chance(0.75);
    form.choice("Đề nghị cấp bản sao:", {"Có", "Không"}, wanted ? 0 : 1);
    form.truth().add("copies_wanted", wanted ? "true" : "false");
    if (!wanted) return;
    const int number = form.random().between(1, 9);
    form.line({{"Số lượng:", fmt::format("{:02} bản", number), "copies", std::to_string(number)}});
}

void parent_lines(Form& form, const std::string& who, const std::string& prefix, const Person& person) {
    form.line({{"Họ, chữ đệm, tên người " + who + ":", upper(person.full_name), prefix + ".full_name"}});
    form.line({{"Năm sinh:", std::to_string(person.birth_date.year), prefix + ".birth_date"},
               {"Dân tộc:", person.ethnicity, prefix + ".ethnicity"},
               {"Quốc tịch:", person.nationality, prefix + ".nationality"}});
    form.line({{"Nơi cư trú:", person.residence, prefix + ".residence"}});
}

}  // namespace

Paper birth_declaration(const Household& house, Random random, int dpi) {
    FormLook look = filled_in_look(random);
    look.points = 12.5;
    look.line_gap = random.real(1.2, 1.9);
    look.top = 15;
    Form form("to_khai_khai_sinh", look, dpi, random.branch("form"));
    head(form, house, "TỜ KHAI ĐĂNG KÝ KHAI SINH");
    const Person& child = house.child;
    requester_lines(form, house.applicant(), house.woman_applies ? "Mẹ" : "Cha");
    form.paragraph(Runs{{"Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:", true}});
    form.line({{"Họ, chữ đệm, tên:", upper(child.full_name), "child.full_name"}});
    form.line({{"Ngày, tháng, năm sinh:", in_digits(child.birth_date, true), "child.birth_date", iso(child.birth_date)},
               {"ghi bằng chữ:", date_in_words(child.birth_date), "child.birth_date_words"}});
    form.line({{"Giới tính:", name_of(child.sex), "child.sex"},
               {"Dân tộc:", child.ethnicity, "child.ethnicity"},
               {"Quốc tịch:", child.nationality, "child.nationality"}});
    form.line({{"Nơi sinh:", child.birth_place, "child.birth_place"}});
    form.line({{"Quê quán:", child.home_town, "child.home_town"}});
    parent_lines(form, "mẹ", "mother", house.woman);
    parent_lines(form, "cha", "father", house.man);
    copies(form);
    promise_and_sign(form, house, house.applicant(), house.applicant());
    return form.finish(make_commune(house.commune, random).seal);
}

Paper marital_status_declaration(const Household& house, Random random, int dpi) {
    Form form("to_khai_tinh_trang_hon_nhan", filled_in_look(random), dpi, random.branch("form"));
    head(form, house, "TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN");
    const Person& person = house.applicant();
    requester_lines(form, person, "Bản thân");
    form.paragraph(Runs{{"Đề nghị cấp Giấy xác nhận tình trạng hôn nhân cho người có tên dưới đây:", true}});
    form.line({{"Họ, chữ đệm, tên:", upper(person.full_name), "subject.full_name"}});
    form.line(
        {{"Ngày, tháng, năm sinh:", in_digits(person.birth_date, true), "subject.birth_date", iso(person.birth_date)},
         {"Giới tính:", name_of(person.sex), "subject.sex"}});
    form.line({{"Dân tộc:", person.ethnicity, "subject.ethnicity"},
               {"Quốc tịch:", person.nationality, "subject.nationality"}});
    form.line({{"Nơi cư trú:", person.residence, "subject.residence"}});
    form.line({{"Tình trạng hôn nhân:",
                random.pick({"Chưa đăng ký kết hôn với ai", "Đã ly hôn, chưa đăng ký kết hôn lại",
                             "Vợ đã chết, chưa kết hôn lại"}),
                "marital_status"}});
    form.line({{"Mục đích sử dụng Giấy xác nhận tình trạng hôn nhân:",
                random.pick<std::string>({"Để đăng ký kết hôn", "Để chuyển nhượng quyền sử dụng đất",
                                          "Bổ túc hồ sơ vay vốn ngân hàng",
                                          "Để đăng ký kết hôn với bà " + person_name(random, Sex::female)}),
                "purpose"}});
    promise_and_sign(form, house, person, person);
    return form.finish(make_commune(house.commune, random).seal);
}

Paper copy_declaration(const Household& house, Random random, int dpi) {
    Form form("to_khai_ban_sao_trich_luc", filled_in_look(random), dpi, random.branch("form"));
    head(form, house, "TỜ KHAI CẤP BẢN SAO TRÍCH LỤC HỘ TỊCH");
    const Person& person = house.applicant();
    const Person child =
        make_person_at(random, random.chance(0.5) ? Sex::male : Sex::female, 2005, 2022, person.residence);
    requester_lines(form, person, person.sex == Sex::male ? "Cha đẻ" : "Mẹ đẻ");
    form.paragraph(Runs{{"Đề nghị cơ quan cấp bản sao trích lục khai sinh cho người có tên dưới đây:", true}});
    form.line({{"Họ, chữ đệm, tên:", upper(child.full_name), "subject.full_name"}});
    form.line(
        {{"Ngày, tháng, năm sinh:", in_digits(child.birth_date, true), "subject.birth_date", iso(child.birth_date)},
         {"Giới tính:", name_of(child.sex), "subject.sex"}});
    form.line(
        {{"Dân tộc:", child.ethnicity, "subject.ethnicity"}, {"Quốc tịch:", child.nationality, "subject.nationality"}});
    form.line({{"Nơi cư trú:", child.residence, "subject.residence"}});
    const Date registered = later(child.birth_date, random.between(3, 55));
    const Commune office = any_commune(random);
    form.line(
        {{"Đã đăng ký tại:", "Ủy ban nhân dân " + titled(office) + ", " + titled(office.province), "registered_at"}});
    const std::string number = fmt::format("{}/{}", random.between(11, 399), registered.year);
    form.line({{"Theo số:", number, "registration.number"},
               {"ngày", in_digits(registered, true), "registration.date", iso(registered)}});
    const int wanted = random.between(1, 10);
    form.line({{"Số lượng bản sao yêu cầu cấp:", fmt::format("{:02} bản", wanted), "copies", std::to_string(wanted)}});
    promise_and_sign(form, house, person, person);
    return form.finish(make_commune(house.commune, random).seal);
}

Paper marriage_declaration(const Household& house, Random random, int dpi) {
    FormLook look = filled_in_look(random);
    look.points = 12.5;
    Form form("to_khai_ket_hon", look, dpi, random.branch("form"));
    head(form, house, "TỜ KHAI ĐĂNG KÝ KẾT HÔN");
    const Person wife = bride(house);
    const Person husband = house.man;
    for (const auto& [who, prefix, person] :
         {std::tuple{"Bên nữ", "wife", &wife}, std::tuple{"Bên nam", "husband", &husband}}) {
        const std::string p = prefix;
        form.paragraph(Runs{{who, true}});
        form.line({{"Họ, chữ đệm, tên:", upper(person->full_name), p + ".full_name"}});
        form.line({{"Ngày, tháng, năm sinh:", in_digits(person->birth_date, true), p + ".birth_date",
                    iso(person->birth_date)}});
        form.line({{"Dân tộc:", person->ethnicity, p + ".ethnicity"},
                   {"Quốc tịch:", person->nationality, p + ".nationality"}});
        form.line({{"Nơi cư trú:", person->residence, p + ".residence"}});
        form.line({{"Số định danh cá nhân:", person->id_number, p + ".id_number"}});
        form.line({{"Kết hôn lần thứ mấy:", random.chance(0.85) ? "Lần thứ nhất" : "Lần thứ hai"}});
    }
    promise_and_sign(form, house, wife, house.woman_applies ? wife : husband);
    return form.finish(make_commune(house.commune, random).seal);
}

}  // namespace sohoa::maker
