#include "pipeline/run/free_place.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/sha256.h"
#include "base/vietnamese.h"
#include "pipeline/run/document_job.h"
#include "pipeline/run/existing_output.h"
#include "pipeline/run/watch_journal.h"
#include "scanners/output_names.h"

namespace sohoa::run {

namespace fs = std::filesystem;

namespace {

constexpr int places_looked_into = 64;

bool leads_somewhere(const std::string& path) {
    std::error_code error;
    return fs::symlink_status(path, error).type() != fs::file_type::not_found;
}

/// The documents that a dossier.json names; nullopt where there is none.
std::optional<std::vector<std::string>> stems_of_dossier(const std::string& folder) {
    std::ifstream in(folder + "/dossier.json", std::ios::binary);
    if (!in) return std::nullopt;
    const auto json = nlohmann::json::parse(in, nullptr, false);
    if (!json.is_object() || !json.contains("documents") || !json["documents"].is_array()) return std::nullopt;
    std::vector<std::string> stems;
    for (const auto& document : json["documents"]) {
        if (!document.is_object() || !document.contains("stem") || !document["stem"].is_string()) return std::nullopt;
        stems.push_back(document["stem"].get<std::string>());
    }
    std::sort(stems.begin(), stems.end());
    return stems;
}

bool differs_from_what_stands(const scanners::Arrival& arrival, const std::string& output_folder,
                              const Settings& settings) {
    std::vector<std::string> hashes;
    for (const std::string& file : arrival.files) {
        auto hash = sha256_of_file(file);
        if (!hash) return true;  // reading it will say why
        hashes.push_back(*std::move(hash));
    }
    const DocumentJob job(0, arrival, output_folder);
    return existing_output(job.output_places(), hex(sha256(identity_of(hashes, settings)))) ==
           ExistingOutput::different;
}

}  // namespace

bool FreePlaces::is_taken(const std::string& name, bool is_folder) const {
    if (taken_.contains(claim(name, is_folder))) return true;
    if (is_folder) return false;
    // "a.signed.pdf" would be the signed original of "a" as well as the result of "a.signed".
    static constexpr std::string_view of_signed = ".signed";
    if (taken_.contains(name + std::string(of_signed))) return true;
    return name.ends_with(of_signed) && taken_.contains(name.substr(0, name.size() - of_signed.size()));
}

template <class StandingAt>
Place FreePlaces::choose(const std::string& name, bool is_folder, const StandingAt& standing_at) {
    constexpr std::size_t names_remembered = 10'000;
    if (tried_.size() > names_remembered) tried_.clear();
    for (int number = 1;; ++number) {
        if (number == places_looked_into + 1) number = std::max(number, tried_[claim(name, is_folder)]);
        const std::string candidate = numbered_name(name, number, true, scanners::longest_stem);
        if (is_taken(candidate, is_folder)) continue;
        const Standing standing = standing_at(candidate, number <= places_looked_into);
        if (standing == Standing::another) continue;
        if (number > places_looked_into) tried_[claim(name, is_folder)] = number;
        return {candidate, standing == Standing::nothing};
    }
}

Place FreePlaces::for_file(const std::string& path) {
    const std::string stem = scanners::stem_of(fs::path(path).filename().string());
    return choose(stem, false, [&](const std::string& candidate, bool look_into) {
        const scanners::Arrival arrival{{path}, "", candidate};
        const auto outputs = DocumentJob(0, arrival, output_folder_).possible_outputs();
        if (std::none_of(outputs.begin(), outputs.end(), leads_somewhere)) return Standing::nothing;
        if (!look_into) return Standing::another;
        return differs_from_what_stands(arrival, output_folder_, settings_) ? Standing::another : Standing::same_paper;
    });
}

Place FreePlaces::for_folder(const std::string& name, const std::function<scanners::Arrivals()>& plan) {
    std::optional<scanners::Arrivals> own;
    return choose(name, true, [&](const std::string& candidate, bool look_into) {
        if (!leads_somewhere(output_folder_ + "/" + candidate)) return Standing::nothing;
        if (!look_into) return Standing::another;
        if (!own) own = plan();
        const scanners::Arrivals here = moved_to(*own, candidate);
        std::map<std::string, std::vector<std::string>> planned;
        for (const auto& document : here.documents) planned[document.folder].push_back(valid_utf8(document.stem));
        for (auto& [folder, stems] : planned) {
            std::sort(stems.begin(), stems.end());
            if (stems_of_dossier(output_folder_ + "/" + folder) != stems) return Standing::another;
        }
        const bool differs = std::any_of(here.documents.begin(), here.documents.end(), [this](const auto& document) {
            return differs_from_what_stands(document, output_folder_, settings_);
        });
        return differs || planned.empty() ? Standing::another : Standing::same_paper;
    });
}

scanners::Arrivals moved_to(scanners::Arrivals plan, const std::string& place) {
    const auto move = [&](std::string& folder) {
        const auto slash = folder.find('/');
        folder = place + (slash == std::string::npos ? "" : folder.substr(slash));
    };
    for (auto& document : plan.documents) move(document.folder);
    for (auto& dossier : plan.dossiers) move(dossier.folder);
    return plan;
}

}  // namespace sohoa::run
