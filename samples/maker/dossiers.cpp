#include "samples/maker/dossiers.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <span>
#include <stdexcept>

#include "base/files.h"
#include "samples/maker/cards.h"
#include "samples/maker/catalogue.h"
#include "samples/maker/image_files.h"
#include "samples/maker/scan_levels.h"
#include "samples/maker/scanned_files.h"

namespace sohoa::maker {

namespace {

enum class FileForm { jpeg, pdf, tiff };

struct PlannedPaper {
    std::string_view stem;
    std::string_view kind;
    Level level = Level::office;
    FileForm form = FileForm::jpeg;
    int most_pages = 1;
    std::string_view face = {};
    std::string_view original = {};
};

struct PlannedDossier {
    std::string_view name;
    std::vector<PlannedPaper> papers;
};

const std::vector<PlannedDossier>& plan() {
    static const std::vector<PlannedDossier> dossiers{
        {"ho-tich-khai-sinh",
         {{"to-khai-dang-ky-khai-sinh", "to_khai_khai_sinh"},
          {"giay-khai-sinh", "giay_khai_sinh", Level::skew},
          {"can-cuoc", "can_cuoc", Level::office, FileForm::jpeg, 1, "both"}}},
        {"ho-tich-ket-hon",
         {{"to-khai-dang-ky-ket-hon", "to_khai_ket_hon"},
          {"giay-chung-nhan-ket-hon", "giay_chung_nhan_ket_hon", Level::phone}}},
        {"ho-tich-tinh-trang-hon-nhan",
         {{"to-khai", "to_khai_tinh_trang_hon_nhan", Level::photocopy},
          {"giay-xac-nhan", "giay_xac_nhan_tinh_trang_hon_nhan", Level::stamp}}},
        {"ho-tich-trich-luc", {{"trich-luc-khai-sinh-ban-sao", "trich_luc_khai_sinh"}}},
        {"can-cuoc-cong-dan",
         {{"mat-truoc", "cccd", Level::office, FileForm::jpeg, 1, "front"},
          {"mat-sau", "cccd", Level::office, FileForm::jpeg, 1, "back"}}},
        {"chung-thuc-ban-sao",
         {{"ban-sao-can-cuoc-cong-dan", "chung_thuc_ban_sao", Level::office, FileForm::jpeg, 1, "both", "cccd"}}},
        {"dat-dai-bien-dong",
         {{"don-dang-ky-bien-dong", "don_dang_ky_bien_dong"},
          {"giay-chung-nhan-quyen-su-dung-dat", "giay_chung_nhan_qsdd", Level::office, FileForm::pdf, 2}}},
        {"kinh-doanh-ho-kinh-doanh",
         {{"giay-chung-nhan-dang-ky-ho-kinh-doanh", "giay_chung_nhan_ho_kinh_doanh", Level::skew}}},
        {"xay-dung-giay-phep", {{"giay-phep-xay-dung", "giay_phep_xay_dung", Level::stamp}}},
        {"van-ban-hanh-chinh",
         {{"cong-van", "cong_van", Level::skew},
          {"quyet-dinh", "quyet_dinh", Level::office, FileForm::tiff, 3},
          {"bao-cao", "bao_cao", Level::office, FileForm::pdf, 3}}},
    };
    return dossiers;
}

/// Cards are small print, a desk scans them finer than letters.
int dpi_of(const PlannedPaper& paper) {
    const bool card = !paper.face.empty() && paper.original.empty();
    return paper.form == FileForm::tiff || card ? 300 : 200;
}

/// People whose applicant has the card that the dossier shows.
Household household_for(const PlannedDossier& dossier, Random random) {
    for (;;) {
        Household house = any_household(random);
        const bool fits = std::all_of(dossier.papers.begin(), dossier.papers.end(), [&](const PlannedPaper& paper) {
            if (paper.face.empty()) return true;
            const std::string_view card = paper.original.empty() ? paper.kind : paper.original;
            return has_card_of_2021(house.applicant()) == (card == "cccd");
        });
        if (fits) return house;
    }
}

Result<void> write_paper(const PlannedPaper& planned, const Paper& paper, const std::string& folder,
                         const Random& random) {
    std::vector<Scan> scans;
    for (std::size_t i = 0; i < paper.pages.size(); ++i) {
        scans.push_back(
            scan(paper.pages[i], nullptr, planned.level, paper.dpi, random.branch(fmt::format("page {}", i))));
        // What is bundled is downloaded by everyone: the smallest files that the level knows.
        scans.back().jpeg_quality = lowest_jpeg_quality(planned.level);
    }
    const std::string stem = fmt::format("{}/{}", folder, planned.stem);
    const std::string name = fmt::format("{}.{}.", stem, name_of(planned.level));
    Result<void> written;
    if (planned.form == FileForm::pdf)
        written = write_file_atomically(name + "pdf", scanned_pdf(scans));
    else if (planned.form == FileForm::tiff)
        written = write_file_atomically(name + "tif", tiff_group4(scans));
    else
        written = write_file_atomically(name + "jpg",
                                        jpeg_of(scans.front().pixels, scans.front().jpeg_quality, scans.front().dpi));
    if (!written) return written;
    if (written = write_file_atomically(stem + ".txt", paper.truth.text); !written) return written;
    return write_file_atomically(stem + ".truth.json", paper.truth.json());
}

}  // namespace

std::vector<std::string> dossier_names() {
    std::vector<std::string> names;
    for (const auto& dossier : plan()) names.emplace_back(dossier.name);
    return names;
}

Result<void> make_dossier(const std::string& name, const std::string& folder, std::uint64_t seed) {
    const auto planned =
        std::find_if(plan().begin(), plan().end(), [&](const PlannedDossier& dossier) { return dossier.name == name; });
    if (planned == plan().end()) throw std::invalid_argument("no dossier named " + name);
    const std::string place = folder + "/" + name;
    if (auto made = make_folders(place); !made) return made;
    const Random random = Random(seed).branch(name);
    const Household house = household_for(*planned, random.branch("household"));
    for (const auto& paper : planned->papers) {
        const Random own = random.branch(paper.face.empty() ? paper.stem : paper.kind);
        const Paper made =
            make_paper({paper.kind, paper.most_pages, dpi_of(paper), paper.face, paper.original}, house, own);
        if (auto written = write_paper(paper, made, place, random.branch(paper.stem).branch("scan")); !written)
            return written;
    }
    return {};
}

Result<void> make_dossiers(const std::string& folder, std::uint64_t seed) {
    for (const auto& name : dossier_names())
        if (auto made = make_dossier(name, folder, seed); !made) return made;
    return {};
}

}  // namespace sohoa::maker
