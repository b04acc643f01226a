#include "samples/maker/letters.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/vietnamese.h"
#include "samples/maker/agencies.h"
#include "samples/maker/fonts.h"
#include "samples/maker/grammar.h"

namespace sohoa::maker {

namespace {

struct KindOfLetter {
    std::string_view id;
    std::string_view title;
    std::string_view abbreviation;
    std::string_view summary_rule;
    bool about;  ///< the summary begins with "Về việc"
};

constexpr std::array kinds{
    KindOfLetter{"quyet_dinh", "QUYẾT ĐỊNH", "QĐ", "trích_yếu_quyết_định", true},
    KindOfLetter{"cong_van", "", "", "trích_yếu", false},
    KindOfLetter{"thong_bao", "THÔNG BÁO", "TB", "trích_yếu_thông_báo", false},
    KindOfLetter{"bao_cao", "BÁO CÁO", "BC", "trích_yếu_báo_cáo", false},
    KindOfLetter{"to_trinh", "TỜ TRÌNH", "TTr", "trích_yếu_tờ_trình", true},
    KindOfLetter{"ke_hoach", "KẾ HOẠCH", "KH", "trích_yếu_kế_hoạch", false},
    KindOfLetter{"nghi_quyet", "NGHỊ QUYẾT", "NQ", "trích_yếu", true},
    KindOfLetter{"chi_thi", "CHỈ THỊ", "CT", "trích_yếu", true},
    KindOfLetter{"giay_moi", "GIẤY MỜI", "GM", "trích_yếu_mời", false},
    KindOfLetter{"huong_dan", "HƯỚNG DẪN", "HD", "trích_yếu", false},
    KindOfLetter{"chuong_trinh", "CHƯƠNG TRÌNH", "CTr", "trích_yếu_kế_hoạch", false},
    KindOfLetter{"phuong_an", "PHƯƠNG ÁN", "PA", "trích_yếu_kế_hoạch", false},
    KindOfLetter{"cong_dien", "CÔNG ĐIỆN", "CĐ", "trích_yếu", true},
};

const KindOfLetter& kind_named(std::string_view id) {
    for (const auto& kind : kinds)
        if (kind.id == id) return kind;
    throw std::invalid_argument("no letter of kind " + std::string(id));
}

/// Fills a letter from its agency, kind and a stream of sentences.
class Inventor {
public:
    Inventor(const KindOfLetter& kind, int body_blocks, Sentences& sentences, Random& random)
        : kind_(kind), blocks_(body_blocks), say_(sentences), random_(random), agency_(agency_for(kind, random)) {}

    Letter letter() {
        letterhead();
        recipients();
        if (kind_.id == "quyet_dinh" || kind_.id == "nghi_quyet")
            decision();
        else if (kind_.id == "giay_moi")
            invitation();
        else if (kind_.id == "bao_cao" || kind_.id == "ke_hoach" || kind_.id == "chuong_trinh" ||
                 kind_.id == "phuong_an")
            report();
        else
            message();
        return std::move(letter_);
    }

private:
    static Agency agency_for(const KindOfLetter& kind, Random& random) {
        if (kind.id == "nghi_quyet") return make_agency(AgencyKind::council, random);
        return any_agency(random);
    }

    void letterhead() {
        letter_.kind = kind_.id;
        letter_.title = kind_.title;
        letter_.issuer_parent = agency_.parent;
        letter_.issuer = agency_.name;
        const int number = random_.chance(0.15) ? random_.between(1, 9) : random_.between(10, 3999);
        letter_.number = fmt::format("{:02}", number);
        letter_.symbol = kind_.title.empty() ? agency_.symbol + "-" + say_.say("lĩnh_vực_tắt")
                                             : fmt::format("{}-{}", kind_.abbreviation, agency_.symbol);
        letter_.place = agency_.place;
        letter_.date = any_date(random_, 2021, 2026);
        const std::string summary = say_.once(kind_.summary_rule);
        letter_.summary = kind_.title.empty() ? summary : kind_.about ? "Về việc " + summary : capitalised(summary);
        letter_.signer = agency_.signer;
        letter_.signer_name = person_name(random_, random_.chance(0.7) ? Sex::male : Sex::female);
        letter_.seal = agency_.seal;
        if (random_.chance(kind_.id == "cong_dien" ? 0.9 : 0.06))
            letter_.urgency = random_.pick({"HOẢ TỐC", "THƯỢNG KHẨN", "KHẨN"});
    }

    void recipients() {
        letter_.recipients.push_back(random_.pick({"Như trên", "Như Điều 3", "Như kính gửi"}));
        if (kind_.id == "quyet_dinh" || kind_.id == "nghi_quyet") letter_.recipients.back() = "Như Điều 3";
        if (kind_.id == "bao_cao" || kind_.id == "thong_bao" || kind_.id == "ke_hoach") letter_.recipients.pop_back();
        for (int i = random_.between(2, 6); i > 0; --i) letter_.recipients.push_back(say_.once("nơi_nhận"));
        letter_.recipients.push_back(file_mark(random_));
    }

    /// A base with a number and a date of its own.
    void numbered_base() {
        const std::string number = say_.say(random_.chance(0.5) ? "số_văn_bản" : "số_nghị_định");
        Date date = any_date(random_, 2013, letter_.date.year - 1);
        // A decree carries its year in its number.
        if (const auto slash = number.find("/20"); slash != std::string::npos)
            date = any_date(random_, std::stoi(number.substr(slash + 1, 4)), std::stoi(number.substr(slash + 1, 4)));
        const std::string type = number.find("/NĐ-CP") != std::string::npos ? "Nghị định" : type_of(number);
        const std::string by = type == "Nghị định" ? "Chính phủ" : say_.say("cơ_quan");
        const std::string when = random_.chance(0.8) ? in_words(date) : "ngày " + in_digits(date);
        letter_.bases.emplace_back(number, date);
        letter_.opening.push_back({BlockKind::base, fmt::format("Căn cứ {} số {} {} của {} {};", type, number, when, by,
                                                                say_.fill("về {việc}"))});
    }

    static std::string type_of(const std::string& number) {
        if (number.find("/KH-") != std::string::npos) return "Kế hoạch";
        if (number.find("/TTr-") != std::string::npos) return "Tờ trình";
        if (number.find("/BC-") != std::string::npos) return "Báo cáo";
        if (number.find("/NQ-") != std::string::npos) return "Nghị quyết";
        if (number.find("/TB-") != std::string::npos) return "Thông báo";
        return "Quyết định";
    }

    void bases(bool with_proposal) {
        const Date law = random_.pick({Date{2025, 6, 16}, Date{2015, 6, 19}, Date{2019, 11, 22}});
        if (random_.chance(0.85))
            letter_.opening.push_back(
                {BlockKind::base, fmt::format("Căn cứ Luật Tổ chức chính quyền địa phương {};", in_words(law))});
        for (int i = random_.between(1, 3); i > 0; --i) numbered_base();
        if (with_proposal)
            letter_.opening.push_back(
                {BlockKind::base,
                 say_.fill(
                     "Theo đề nghị của {chức_danh} {đơn_vị} tại Tờ trình số {11-899}/TTr-{lĩnh_vực_tắt} {ngày}.")});
        else
            letter_.opening.back().text.back() = '.';
    }

    void decision() {
        letter_.opening.push_back({BlockKind::centred, agency_.head});
        bases(true);
        letter_.opening.push_back({BlockKind::centred, kind_.id == "quyet_dinh" ? "QUYẾT ĐỊNH:" : "QUYẾT NGHỊ:"});
        letter_.opening.push_back(
            {BlockKind::article, capitalised(say_.fill("{hành_động} {việc} {mục_đích_sau}, với các nội dung sau:"))});
        const BlockKind list = random_.chance(0.5) ? BlockKind::point : BlockKind::dash;
        for (int i = random_.between(2, 4); i > 0; --i)
            (i > 2 ? letter_.body : letter_.opening).push_back({list, say_.once("nhiệm_vụ")});
        for (int i = 0; i < blocks_; ++i)
            letter_.body.push_back({i % 3 == 0 ? BlockKind::article : BlockKind::paragraph,
                                    i % 3 == 0 ? say_.once("điều_khoản") : say_.paragraph(random_.between(1, 3))});
        letter_.closing.push_back({BlockKind::article, say_.fill("Quyết định này có hiệu lực kể từ ngày ký. {câu}")});
        if (kind_.id == "nghi_quyet")
            letter_.closing.back().text =
                say_.fill("Nghị quyết này đã được {cơ_quan} thông qua {ngày} và có hiệu lực từ ngày ký. {câu}");
        letter_.closing.push_back(
            {BlockKind::article, say_.fill("{^chức_danh} {đơn_vị}, {chức_danh} {đơn_vị} và các tổ chức, cá nhân có "
                                           "liên quan chịu trách nhiệm thi hành Quyết định này./.")});
    }

    void report() {
        if (random_.chance(0.4)) letter_.addressees.push_back(say_.once("kính_gửi"));
        letter_.opening.push_back(
            {BlockKind::paragraph,
             say_.fill("Thực hiện {văn_bản} về {việc}, {đơn_vị} {hành_động} {việc_danh} như sau:")});
        const bool with_table = random_.chance(0.5);
        for (int i = 0; i < blocks_; ++i) {
            if (i % 5 == 0) {
                letter_.body.push_back({BlockKind::part, i == 0 ? upper(say_.once("đề_mục")) : say_.once("đề_mục")});
            } else if (i % 5 == 1 || random_.chance(0.3)) {
                letter_.body.push_back({BlockKind::point, say_.once("đề_mục")});
                letter_.body.push_back({BlockKind::paragraph, say_.paragraph(random_.between(1, 3))});
            } else if (with_table && i % 5 == 3) {
                letter_.body.push_back({BlockKind::table, say_.fill("Kết quả {việc_danh} theo bảng sau:"), table()});
            } else if (random_.chance(0.5)) {
                letter_.body.push_back({BlockKind::dash, capitalised(say_.once("gạch"))});
            } else {
                letter_.body.push_back({BlockKind::paragraph, say_.paragraph(random_.between(2, 4))});
            }
        }
        letter_.closing.push_back({BlockKind::paragraph, end_marked(random_.chance(0.5) ? say_.fill("{lời_kết_báo_cáo}")
                                                                                        : say_.once("đề_nghị"))});
    }

    Table table() {
        Table table;
        table.widths = {0.08, 0.44, 0.16, 0.16, 0.16};
        table.aligns = {Align::centre, Align::left, Align::right, Align::right, Align::right};
        table.rows.push_back({"STT", random_.pick({"Nội dung", "Lĩnh vực", "Đơn vị", "Chỉ tiêu"}), "Tiếp nhận",
                              "Đã giải quyết", "Tỷ lệ (%)"});
        for (int i = 1, rows = random_.between(3, 6); i <= rows; ++i) {
            const int received = random_.between(12, 3999);
            const int solved = random_.between(received * 7 / 10, received);
            table.rows.push_back({std::to_string(i), capitalised(say_.once("việc_danh")), grouped(received),
                                  grouped(solved),
                                  fmt::format("{},{}", solved * 100 / received, solved * 1000 / received % 10)});
        }
        return table;
    }

    void invitation() {
        letter_.opening.push_back(
            {BlockKind::paragraph,
             say_.fill("{^đơn_vị} trân trọng kính mời {chức_danh} {đơn_vị} dự {hình_thức_kiểm_tra} về {việc}.")});
        letter_.opening.push_back({BlockKind::point, say_.fill("Thời gian: {giờ}, {ngày}.")});
        letter_.opening.push_back(
            {BlockKind::point, say_.fill("Địa điểm: Phòng họp số {2-9}, {đơn_vị}, {thôn}, {xã}.")});
        letter_.opening.push_back({BlockKind::point, say_.fill("Chủ trì: ông {tên_nam}, {chức_danh} {đơn_vị}.")});
        letter_.opening.push_back({BlockKind::point, "Thành phần, nội dung:"});
        for (int i = 0; i < blocks_; ++i)
            letter_.body.push_back({i % 3 == 2 ? BlockKind::paragraph : BlockKind::dash,
                                    i % 3 == 2 ? say_.sentence() : say_.once("nhiệm_vụ")});
        letter_.closing.push_back(
            {BlockKind::paragraph,
             end_marked(say_.fill("Đề nghị các đại biểu đến dự đúng thành phần, thời gian. {câu}"))});
    }

    void message() {
        const bool addressed = kind_.id == "cong_van" || kind_.id == "to_trinh" || kind_.id == "cong_dien";
        if (addressed) letter_.addressees.push_back(say_.once("kính_gửi"));
        if (kind_.id == "cong_van")
            for (int i = random_.between(0, 2); i > 0; --i) letter_.addressees.push_back(say_.once("kính_gửi"));
        if (kind_.id == "to_trinh") bases(false);
        letter_.opening.push_back(
            {BlockKind::paragraph,
             random_.chance(0.5)
                 ? say_.fill("Thực hiện {văn_bản} về {việc}, {đơn_vị} {phải} {hành_động} {việc} như sau:")
                 : say_.paragraph(2)});
        const bool numbered = random_.chance(0.7);
        for (int i = 0; i < blocks_; ++i) {
            const bool under = i % 3 != 0;
            BlockKind kind = numbered && !under ? BlockKind::point : BlockKind::paragraph;
            if (numbered && under && random_.chance(0.4)) kind = i % 2 == 0 ? BlockKind::item : BlockKind::dash;
            letter_.body.push_back(
                {kind, kind == BlockKind::dash ? say_.once("nhiệm_vụ") : say_.paragraph(random_.between(1, 3))});
        }
        letter_.closing.push_back(
            {BlockKind::paragraph,
             end_marked(kind_.id == "to_trinh" ? say_.fill("{lời_kết_tờ_trình}") : say_.once("lời_kết_công_văn"))});
    }

    static std::string end_marked(std::string text) {
        while (text.ends_with('.') || text.ends_with(';')) text.pop_back();
        return text + "./.";
    }

    const KindOfLetter& kind_;
    int blocks_;
    Sentences& say_;
    Random& random_;
    Agency agency_;
    Letter letter_;
};

}  // namespace

const std::vector<std::string>& letter_kinds() {
    static const std::vector<std::string> ids = [] {
        std::vector<std::string> list;
        for (const auto& kind : kinds) list.emplace_back(kind.id);
        return list;
    }();
    return ids;
}

Letter invent_letter(std::string_view kind, int body_blocks, Sentences& sentences, Random& random) {
    return Inventor(kind_named(kind), body_blocks, sentences, random).letter();
}

LetterLook any_look(Random& random) {
    LetterLook look;
    const auto& serif = families(Typeface::serif);
    look.family = serif[static_cast<std::size_t>(std::min(random.between(0, 5), static_cast<int>(serif.size()) - 1)) %
                        serif.size()];
    if (random.chance(0.07)) look.family = random.pick(families(Typeface::sans));
    if (random.chance(0.05)) look.family = random.pick(families(Typeface::book));
    look.body_points = random.pick({13.0, 13.0, 13.5, 14.0, 14.0});
    look.line_spacing = random.real(1.0, 1.28);
    look.paragraph_gap = random.real(2.1, 3.2);
    look.indent = random.pick({10.0, 12.7});
    look.left = random.real(28, 35);
    look.right = random.real(15, 20);
    look.top = random.real(18, 25);
    look.bottom = random.real(17, 25);
    return look;
}

}  // namespace sohoa::maker
