#include "samples/maker/agencies.h"

#include <array>
#include <string_view>

#include "base/vietnamese.h"

namespace sohoa::maker {

namespace {

/// "ỦY BAN" and "UỶ BAN" both stand on real papers, one way a paper.
std::string committee(Random& random) {
    return random.chance(0.6) ? "ỦY BAN NHÂN DÂN" : "UỶ BAN NHÂN DÂN";
}

std::string short_place(const Commune& commune) {
    return commune.name;
}

struct Branch {
    std::string_view name;
    std::string_view symbol;
};

constexpr std::array departments{Branch{"NỘI VỤ", "SNV"},
                                 Branch{"TƯ PHÁP", "STP"},
                                 Branch{"TÀI CHÍNH", "STC"},
                                 Branch{"XÂY DỰNG", "SXD"},
                                 Branch{"Y TẾ", "SYT"},
                                 Branch{"CÔNG THƯƠNG", "SCT"},
                                 Branch{"NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "SNNMT"},
                                 Branch{"GIÁO DỤC VÀ ĐÀO TẠO", "SGDĐT"},
                                 Branch{"KHOA HỌC VÀ CÔNG NGHỆ", "SKHCN"},
                                 Branch{"VĂN HOÁ, THỂ THAO VÀ DU LỊCH", "SVHTTDL"},
                                 Branch{"DÂN TỘC VÀ TÔN GIÁO", "SDTTG"}};
constexpr std::array offices{Branch{"KINH TẾ", "KT"}, Branch{"VĂN HOÁ - XÃ HỘI", "VHXH"},
                             Branch{"KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ", "KTHTĐT"}};
constexpr std::array schools{Branch{"TIỂU HỌC", "TH"}, Branch{"TRUNG HỌC CƠ SỞ", "THCS"}, Branch{"MẦM NON", "MN"}};

/// The head, or the deputy for the head.
std::vector<std::string> head_or_deputy(const std::string& head, const std::string& deputy, Random& random) {
    if (random.chance(0.5)) return {"KT. " + head, deputy};
    return {head};
}

void department(Agency& agency, Random& random) {
    const Branch& branch = random.pick(departments);
    const std::string province = upper(titled(agency.commune.province));
    agency.parent = random.chance(0.4) ? std::vector<std::string>{"UBND " + province}
                                       : std::vector<std::string>{committee(random), province};
    agency.name = {"SỞ " + std::string(branch.name)};
    agency.symbol = branch.symbol;
    agency.place = agency.commune.province.name;
    agency.signer = random.chance(0.2) ? std::vector<std::string>{"TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"}
                                       : head_or_deputy("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", random);
    agency.head = "GIÁM ĐỐC SỞ " + std::string(branch.name);
    agency.seal = {"ỦY BAN NHÂN DÂN " + province, "", {"SỞ", std::string(branch.name)}};
}

void branch_of_commune(Agency& agency, const std::string& name, const std::string& symbol, const std::string& head,
                       const std::string& deputy, Random& random) {
    const std::string commune = upper(titled(agency.commune));
    agency.parent = random.chance(0.5) ? std::vector<std::string>{"UBND " + commune}
                                       : std::vector<std::string>{committee(random), commune};
    agency.name = {name};
    agency.symbol = symbol;
    agency.place = short_place(agency.commune);
    agency.signer = head_or_deputy(head, deputy, random);
    agency.head = head + " " + name;
    agency.seal = {"UBND " + commune + " - " + upper(titled(agency.commune.province)), "", {name}};
}

}  // namespace

Agency make_commune(const Commune& commune, Random& random) {
    Agency agency;
    agency.commune = commune;
    const std::string name = upper(titled(commune));
    const std::string body = committee(random);
    agency.name = {body, name};
    agency.symbol = "UBND";
    agency.place = short_place(commune);
    agency.signer = random.chance(0.35) ? std::vector<std::string>{"TM. " + body, "CHỦ TỊCH"}
                                        : head_or_deputy("CHỦ TỊCH", "PHÓ CHỦ TỊCH", random);
    agency.head = agency.signer.front().starts_with("TM.") ? body + " " + name : "CHỦ TỊCH " + body + " " + name;
    agency.seal = {body + " " + name, upper(titled(commune.province)), {}};
    return agency;
}

Agency make_agency(AgencyKind kind, Random& random) {
    Agency agency;
    agency.commune = any_commune(random);
    switch (kind) {
        case AgencyKind::commune:
            return make_commune(agency.commune, random);
        case AgencyKind::province: {
            const std::string body = committee(random);
            const std::string name = upper(titled(agency.commune.province));
            agency.name = {body, name};
            agency.symbol = "UBND";
            agency.place = agency.commune.province.name;
            agency.signer = random.chance(0.35) ? std::vector<std::string>{"TM. " + body, "CHỦ TỊCH"}
                                                : head_or_deputy("CHỦ TỊCH", "PHÓ CHỦ TỊCH", random);
            agency.head =
                agency.signer.front().starts_with("TM.") ? body + " " + name : "CHỦ TỊCH " + body + " " + name;
            agency.seal = {body, name, {}};
            return agency;
        }
        case AgencyKind::department:
            department(agency, random);
            return agency;
        case AgencyKind::office: {
            const Branch& branch = random.pick(offices);
            branch_of_commune(agency, "PHÒNG " + std::string(branch.name), "P" + std::string(branch.symbol),
                              "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", random);
            return agency;
        }
        case AgencyKind::centre:
            branch_of_commune(agency, "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "TTPVHCC", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC",
                              random);
            return agency;
        case AgencyKind::school: {
            const Branch& branch = random.pick(schools);
            branch_of_commune(agency, "TRƯỜNG " + std::string(branch.name) + " " + upper(commune_name(random)),
                              std::string(branch.symbol), "HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", random);
            return agency;
        }
        case AgencyKind::council:
            break;
    }
    agency.name = {"HỘI ĐỒNG NHÂN DÂN", upper(titled(agency.commune))};
    agency.symbol = "HĐND";
    agency.place = short_place(agency.commune);
    agency.signer = {"CHỦ TỊCH"};
    agency.head = "HỘI ĐỒNG NHÂN DÂN " + upper(titled(agency.commune));
    agency.seal = {"HỘI ĐỒNG NHÂN DÂN " + upper(titled(agency.commune)), upper(titled(agency.commune.province)), {}};
    return agency;
}

Agency any_agency(Random& random) {
    return make_agency(random.pick({AgencyKind::commune, AgencyKind::commune, AgencyKind::commune, AgencyKind::province,
                                    AgencyKind::department, AgencyKind::department, AgencyKind::office,
                                    AgencyKind::centre, AgencyKind::school}),
                       random);
}

std::string file_mark(Random& random) {
    return "Lưu: VT, " +
           std::string(random.pick({"NV", "VP", "TH", "KSTTHC", "NC", "KT", "VX", "HCTP", "TTPVHCC", "ĐC-XD", "TCKH"}));
}

}  // namespace sohoa::maker
