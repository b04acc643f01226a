#include <algorithm>
#include <fmt/format.h>

#include "base/vietnamese.h"
#include "samples/maker/certificate_ground.h"
#include "samples/maker/grammar.h"
#include "samples/maker/guilloche.h"
#include "samples/maker/land_papers.h"
#include "samples/maker/parcel.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

namespace {

constexpr double face_width = 190;
constexpr double face_height = 265;

void ground(Form& form, double left, Random& random) {
    const Rect page{left + 8, 8, face_width - 16, face_height - 16};
    guilloche_field(form.sheet(), page, land_pink, random.real(0.18, 0.30), random);
    drum(form.sheet(), page.x + page.width / 2, page.y + page.height / 2, 58, land_pink, 0.32);
    guilloche_border(form.sheet(), page, 6, land_pink, random);
}

/// What the paper says of itself besides the parcel.
struct Issue {
    Date date;
    std::string district;
    std::string serial;
    std::string register_number;
};

Issue any_issue(const Household& house, Random& random) {
    Issue issue;
    issue.date = any_date(random, std::max(2016, house.woman.birth_date.year + 19), 2024);
    issue.district = commune_name(random);
    issue.serial = fmt::format("{}{} 99{:04}", random.pick({"B", "C", "D"}), random.pick({"A", "H", "K", "M", "X"}),
                               random.between(1, 9999));
    issue.register_number = fmt::format("{} {:05}", random.pick({"CH", "CS"}), random.between(101, 9999));
    return issue;
}

void cover(Form& form, const Household& house, const Issue& issue) {
    emblem(form.sheet(), face_width / 2, 44, 19);
    form.move_to(22);
    form.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12.5, true);
    form.skip(-form.look().line_gap);
    form.centred("Độc lập - Tự do - Hạnh phúc", 13, true);
    form.move_to(62);
    for (const char* line : {"GIẤY CHỨNG NHẬN", "QUYỀN SỬ DỤNG ĐẤT"}) {
        form.title(line, 20, land_red);
        form.skip(-form.look().line_gap + 1);
    }
    form.title("QUYỀN SỞ HỮU NHÀ Ở VÀ TÀI SẢN KHÁC GẮN LIỀN VỚI ĐẤT", 12.5, land_red);
    form.truth().add("title", "GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT QUYỀN SỞ HỮU NHÀ Ở VÀ TÀI SẢN KHÁC GẮN LIỀN VỚI ĐẤT");
    form.skip(8);
    form.paragraph(Runs{{"I. Người sử dụng đất, chủ sở hữu nhà ở và tài sản khác gắn liền với đất", true}});
    const Person* owners[] = {&house.man, &house.woman};
    for (std::size_t i = 0; i < 2; ++i) {
        const Person& owner = *owners[i];
        form.paragraph(fmt::format("{}: {}", i == 0 ? "Ông" : "Và vợ là bà", upper(owner.full_name)), 4);
        form.paragraph(fmt::format("Năm sinh: {}, CCCD số: {}", owner.birth_date.year, owner.id_number), 4);
        tell_person(form.truth(), fmt::format("owners[{}]", i), owner,
                    {"full_name", "birth_year", "id_number", "residence"});
    }
    form.paragraph("Địa chỉ thường trú: " + house.man.residence, 4);
    tell_owner(form.truth(), house.man);
    form.sheet().write(issue.serial, form.face(15).bolded().coloured(land_red), {face_width - 70, 236, 50, 10},
                       {.align = Align::right});
    form.truth().add("serial", issue.serial);
}

void parcel_lines(Form& form, const Household& house, const Parcel& parcel) {
    Truth& truth = form.truth();
    const std::string use = house.commune.ward ? "Đất ở tại đô thị" : "Đất ở tại nông thôn";
    form.paragraph(Runs{{"II. Thửa đất, nhà ở và tài sản khác gắn liền với đất", true}});
    form.paragraph(Runs{{"1. Thửa đất:", true}});
    form.paragraph(fmt::format("a) Thửa đất số: {}, tờ bản đồ số: {}", parcel.number, parcel.map_sheet), 4);
    form.paragraph("b) Địa chỉ: " + parcel.address, 4);
    form.paragraph(fmt::format("c) Diện tích: {} m²", printed_decimal(parcel.area)), 4);
    const std::string use_form = fmt::format("riêng: {} m²; chung: Không m²", printed_decimal(parcel.area));
    form.paragraph("d) Hình thức sử dụng: " + use_form, 4);
    form.paragraph("đ) Mục đích sử dụng: " + use, 4);
    form.paragraph("e) Thời hạn sử dụng: Lâu dài", 4);
    const std::string origin = "Công nhận QSDĐ như giao đất có thu tiền sử dụng đất";
    form.paragraph("g) Nguồn gốc sử dụng: " + origin, 4);
    for (const char* none :
         {"2. Nhà ở: ", "3. Công trình xây dựng khác: ", "4. Rừng sản xuất là rừng trồng: ", "5. Cây lâu năm: "})
        form.paragraph(Runs{{none, true}, {"-/-"}});
    form.paragraph(Runs{{"6. Ghi chú: ", true}, {"Không"}});
    truth.add("parcels[0].number", parcel.number);
    truth.add("parcels[0].map_sheet", parcel.map_sheet);
    truth.add("parcels[0].address", parcel.address);
    truth.add("parcels[0].area", normal_decimal(parcel.area));
    truth.add("parcels[0].land_use", use);
    truth.add("parcels[0].term", "Lâu dài");
    truth.add("parcels[0].use_form", use_form);
    truth.add("parcels[0].origin", origin);
}

}  // namespace

Paper land_certificate_2009(const Household& house, Random random, int dpi) {
    FormLook look = certificate_look(random);
    look.width = 2 * face_width;
    look.height = face_height;
    look.points = 12.5;
    look.line_gap = random.real(1.4, 2.0);
    look.leader = Leader::none;
    look.left = 22;
    look.right = face_width + 20;
    Form form("giay_chung_nhan_qsdd", look, dpi, random.branch("form"));
    ground(form, 0, random);
    ground(form, face_width, random);
    const Parcel parcel = parcel_of(house);
    const Issue issue = any_issue(house, random);
    cover(form, house, issue);

    form.keep_within(face_width + 22, 20);
    form.move_to(22);
    parcel_lines(form, house, parcel);
    const double x = look.width - 65;
    form.skip(2);
    form.move_to(form.sheet().write(issue.district + ", " + in_words(issue.date), form.face().slanted(),
                                    {x - 46, form.y(), 92, 10}, {.align = Align::centre}) +
                 1);
    const std::string office = "ỦY BAN NHÂN DÂN HUYỆN " + upper(issue.district);
    const std::vector<std::string> titles = random.chance(0.4)
                                                ? std::vector<std::string>{"CHỦ TỊCH"}
                                                : std::vector<std::string>{"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"};
    std::vector<std::string> heading = titles;
    heading.insert(heading.begin(), office);
    const std::string name = person_name(random, Sex::male);
    const SealWords seal{office, upper(titled(house.commune.province)), {}};
    form.sign({.x = x, .width = 96, .titles = heading, .hint = "", .name = name, .seal = seal});
    form.sign_truth(titles, name);
    form.sheet().write("Số vào sổ cấp GCN: " + issue.register_number, form.face(), {form.left(), 240, 90, 10});
    Truth& truth = form.truth();
    truth.add("issuer", office);
    truth.add("place", issue.district);
    truth.add("date", issue.date);
    truth.add("register_number", issue.register_number);
    return form.finish(seal);
}

}  // namespace sohoa::maker
