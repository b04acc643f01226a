// measure_turns skew SEED ANGLES   error of the skew found on pages laid askew by known angles, as JSON
// measure_turns turn SEED          pages laid four ways: how many are turned upright, and how sure the program was
// measure_turns files FILE...      skew found on each page, and the skew left on its reading plane
//
// Pages are of the maker (each kind, seeded) and odd ones of its own. What went wrong is told on standard error.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <functional>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "ocr/image/ink_mask.h"
#include "ocr/image/skew.h"
#include "ocr/upright_sheet.h"
#include "samples/maker/catalogue.h"
#include "samples/maker/random.h"
#include "scanners/input_file.h"
#include "tests/turns/made_pages.h"
#include "tests/turns/odd_pages.h"

namespace {

using namespace sohoa;
using Json = nlohmann::ordered_json;
using turns::Ground;
using turns::LevelPage;

constexpr int dpi = 300;
constexpr double widest_skew = 45;  // degrees
constexpr double told_skew = 0.05;  // degrees: the error that is promised
constexpr int enough_letters = 200;

const char* name_of(Ground ground) {
    return ground == Ground::white ? "white" : ground == Ground::black ? "black" : "paper";
}

/// Degrees from the way a page lay to the way it was found to lie.
double turned_wrongly(const ocr::Planes& planes, int quarter, double degrees) {
    return std::remainder(quarter + degrees - (planes.skew - planes.orientation), 360.0);
}

double at(const std::vector<double>& sorted, double share) {
    return sorted.at(static_cast<std::size_t>(std::lround(share * static_cast<double>(sorted.size() - 1))));
}

Json spread_of(std::vector<double> errors) {
    if (errors.empty()) return {};
    std::sort(errors.begin(), errors.end());
    const auto told = std::upper_bound(errors.begin(), errors.end(), told_skew) - errors.begin();
    return {{"count", errors.size()},
            {"p50", at(errors, 0.5)},
            {"p95", at(errors, 0.95)},
            {"max", errors.back()},
            {"within_told", static_cast<double>(told) / static_cast<double>(errors.size())}};
}

class SkewErrors {
public:
    void add(const LevelPage& page, double degrees, Ground ground) {
        const ocr::Planes planes = ocr::prepare(turns::laid(page, 0, degrees, ground));
        const double error = std::abs(std::remainder(turned_wrongly(planes, 0, degrees), 90.0));
        const bool known_lines = page.letters >= enough_letters;
        const std::string from = known_lines ? "" : "few_letters/";
        errors_[from + "all"].push_back(error);
        errors_[from + reach_of(degrees)].push_back(error);
        if (known_lines && std::abs(degrees) > 0) errors_[name_of(ground)].push_back(error);
        if (error > told_skew) {
            fmt::print(stderr, "{:46} {:5} letters, {:5}: laid at {:8.3f}, found {:8.3f} (turn {}), error {:.3f}\n",
                       page.name, page.letters, name_of(ground), degrees, planes.skew, planes.orientation, error);
        }
    }

    Json json() const {
        Json all;
        for (const auto& [path, errors] : errors_) all[Json::json_pointer("/" + path)] = spread_of(errors);
        return all;
    }

private:
    static std::string reach_of(double degrees) {
        const double reach = std::abs(degrees);
        return reach == 0 ? "level" : reach <= 1 ? "to_1" : reach <= 10 ? "to_10" : "to_45";
    }

    std::map<std::string, std::vector<double>> errors_;
};

/// Calls `use` with each page: the kinds of the maker at each level (cards from both sides), then the odd pages.
void for_pages(std::uint64_t seed, std::initializer_list<maker::Level> levels,
               const std::function<void(const LevelPage&)>& use) {
    for (const maker::Level level : levels) {
        for (const std::string& kind : maker::kinds()) {
            // Small sheets of figures and signs; the two identity cards stand for them.
            if (kind == "cccd_ma_vach" || kind == "cmnd" || kind == "ho_chieu" || kind == "giay_phep_lai_xe" ||
                kind == "the_bhyt")
                continue;
            if (kind == "cccd" || kind == "can_cuoc") {
                use(turns::made_page(kind, level, seed, dpi, "front"));
                use(turns::made_page(kind, level, seed, dpi, "back"));
            } else {
                use(turns::made_page(kind, level, seed, dpi));
            }
        }
    }
    for (const LevelPage& page : turns::odd_pages(dpi)) use(page);
}

Json measured_skews(std::uint64_t seed, int angles) {
    SkewErrors errors;
    constexpr std::array near{0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1.0};
    const maker::Random random(seed);
    for_pages(seed, {maker::Level::clean}, [&](const LevelPage& page) {
        maker::Random lot = random.branch(page.name);
        errors.add(page, 0, Ground::white);
        for (int k = 0; k < angles; ++k) {
            const double slight = near[static_cast<std::size_t>(lot.between(0, near.size() - 1))];
            errors.add(page, lot.chance(0.5) ? slight : -slight, Ground::white);
            errors.add(page, lot.real(-widest_skew, widest_skew), static_cast<Ground>(k % 3));
        }
    });
    return errors.json();
}

/// Pages by whether they were turned upright.
struct Tally {
    int pages = 0;
    int right = 0;
    int sure = 0;
    int sure_right = 0;
    int read = 0;

    Json json() const {
        const auto share = [](int part, int whole) { return whole > 0 ? 1.0 * part / whole : 1.0; };
        return {{"pages", pages},
                {"right", share(right, pages)},
                {"sure", share(sure, pages)},
                {"sure_right", share(sure_right, sure)},
                {"read", share(read, pages)}};
    }
};

Json measured_turns(std::uint64_t seed) {
    auto recogniser = ocr::make_tesseract_recogniser("vie");
    if (!recogniser) throw std::runtime_error(describe(recogniser.error()));
    std::map<std::string, Tally> tallies;
    const maker::Random random(seed);
    using maker::Level;
    for_pages(seed, {Level::clean, Level::office, Level::photocopy}, [&](const LevelPage& page) {
        maker::Random lot = random.branch(page.name);
        for (const int quarter : {0, 90, 180, 270}) {
            const double degrees = lot.chance(0.75) ? lot.real(-5, 5) : lot.real(-40, 40);
            const scanners::Page scan = turns::laid(page, quarter, degrees, Ground::white);
            ocr::PreparationRecord record(false);
            const ocr::Planes planes =
                ocr::upright_sheet(ocr::Preparation(scan, &record), 0, **recogniser, &record).planes;
            const bool right = std::abs(turned_wrongly(planes, quarter, degrees)) < 45;
            const bool sure = planes.orientation_confidence >= ocr::sure_turn;
            const bool read = std::any_of(record.steps().begin(), record.steps().end(),
                                          [](const auto& step) { return step.name == "turn_by_reading"; });
            const bool enough = page.letters >= enough_letters;
            for (const std::string& path : {std::string("all"), std::string(enough ? "written" : "few_letters"),
                                            fmt::format("laid_{}", quarter)}) {
                Tally& tally = tallies[path];
                ++tally.pages;
                tally.right += right;
                tally.sure += sure;
                tally.sure_right += sure && right;
                tally.read += read;
            }
            if (!right || (enough && !sure)) {
                fmt::print(stderr, "{:46} {:5} letters, laid at {:3} {:+.2f}: turned {:3}, {}, confidence {:.2f}{}\n",
                           page.name, page.letters, quarter, degrees, planes.orientation, right ? "right" : "WRONG",
                           planes.orientation_confidence, read ? ", read" : "");
            }
        }
    });
    Json all;
    for (const auto& [path, tally] : tallies) all[Json::json_pointer("/" + path)] = tally.json();
    return all;
}

void tell_of(const std::string& path) {
    auto file = scanners::InputFile::open(path, {});
    if (!file) throw std::runtime_error(describe(file.error()));
    for (int number = 1; number <= (*file)->page_count(); ++number) {
        const auto page = (*file)->read_page(number);
        if (!page) throw std::runtime_error(describe(page.error()));
        ocr::PreparationRecord record(false);
        const ocr::Planes planes = ocr::prepare(*page, &record);
        const ocr::Skew left = ocr::find_skew(ocr::ink_of(planes.reading));
        fmt::print("{} page {}: turn {} ({:.2f}), skew {:.3f}, left {:+.3f} (sharpness {:.1f})", path, number,
                   planes.orientation, planes.orientation_confidence, planes.skew, left.degrees, left.sharpness);
        for (const auto& figure : record.figures()) {
            if ((figure.name == "bent" || figure.name == "sheet_cut_out") && figure.value > 0)
                fmt::print(", {}", figure.name);
        }
        fmt::print("\n");
    }
}

}  // namespace

int main(int count, char** words) try {
    const std::string what = count > 2 ? words[1] : "";
    if (what == "skew" && count == 4) {
        std::cout << measured_skews(std::strtoull(words[2], nullptr, 10), std::atoi(words[3])).dump(1) << "\n";
    } else if (what == "turn" && count == 3) {
        std::cout << measured_turns(std::strtoull(words[2], nullptr, 10)).dump(1) << "\n";
    } else if (what == "files") {
        for (int k = 2; k < count; ++k) tell_of(words[k]);
    } else {
        throw std::runtime_error("usage: measure_turns skew SEED ANGLES | turn SEED | files FILE...");
    }
    return 0;
} catch (const std::exception& error) {
    std::cerr << "measure_turns: " << error.what() << "\n";
    return 2;
}
