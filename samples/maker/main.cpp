#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "samples/maker/bulk.h"
#include "samples/maker/card_lays.h"
#include "samples/maker/catalogue.h"
#include "samples/maker/dossiers.h"

using namespace sohoa;
using namespace sohoa::maker;

namespace {

int finish(const Result<void>& result) {
    if (result) return 0;
    std::fprintf(stderr, "sohoa-maker: %s\n", describe(result.error()).c_str());
    return 1;
}

struct PagesWords {
    BulkOrder order;
    std::vector<std::string> kinds;
    std::vector<std::string> levels;
};

template <class Levels>
std::vector<std::string> names_of(const Levels& levels) {
    std::vector<std::string> names;
    for (const Level level : levels) names.emplace_back(name_of(level));
    return names;
}

void add_pages(CLI::App& app, PagesWords& words) {
    auto* pages = app.add_subcommand("pages", "Many varied pages with truth, for measuring and training");
    pages->add_option("-o,--out", words.order.folder, "Folder to write to")->required();
    pages->add_option("--count", words.order.count, "Papers to make")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
    pages->add_option("--kinds", words.kinds, "Kind ids, taken in turn (default: all)")
        ->delimiter(',')
        ->check(CLI::IsMember(kinds()));
    pages->add_option("--levels", words.levels, "Scan levels (default: all but book and curl)")
        ->delimiter(',')
        ->check(CLI::IsMember(names_of(all_levels)));
    std::vector<std::string> lays(card_lays().begin(), card_lays().end());
    lays.emplace_back("any");
    pages->add_option("--lays", words.order.lays, "How cards are laid, in turn; their print and holders then vary too")
        ->delimiter(',')
        ->check(CLI::IsMember(lays));
    pages->add_option("--seed", words.order.seed, "The same seed gives the same papers")->capture_default_str();
    pages->add_option("--dpi", words.order.dpi, "Resolution of print and flat scans")
        ->check(CLI::Range(72, 1200))
        ->capture_default_str();
}

struct DossiersWords {
    std::string folder;
    std::uint64_t seed = 1;
};

void add_dossiers(CLI::App& app, DossiersWords& words) {
    auto* dossiers = app.add_subcommand("dossiers", "The small dossiers that samples/dossiers holds, with truth");
    dossiers->add_option("-o,--out", words.folder, "Folder to write to")->required();
    dossiers->add_option("--seed", words.seed, "The same seed gives the same files")->capture_default_str();
}

int run_pages(PagesWords& words) {
    words.order.kinds = words.kinds.empty() ? kinds() : words.kinds;
    for (const auto& name : words.levels.empty() ? names_of(usual_levels) : words.levels)
        words.order.levels.push_back(*level_named(name));
    return finish(make_pages(words.order));
}

}  // namespace

int main(int argc, char** argv) try {
    CLI::App app{
        "Invents Vietnamese papers, prints, stamps, signs and scans them. All persons, numbers and places are "
        "invented."};
    app.require_subcommand(1);
    PagesWords pages;
    add_pages(app, pages);
    DossiersWords dossiers;
    add_dossiers(app, dossiers);
    CLI11_PARSE(app, argc, argv);
    if (app.got_subcommand("dossiers")) return finish(make_dossiers(dossiers.folder, dossiers.seed));
    return run_pages(pages);
} catch (const std::exception& error) {
    std::fprintf(stderr, "sohoa-maker: %s\n", error.what());
    return 1;
}
