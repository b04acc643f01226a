#include "pipeline/run/document_job.h"

#include <algorithm>
#include <filesystem>

#include "pipeline/run/version.h"

namespace sohoa::run {

namespace fs = std::filesystem;

std::string identity_of(const std::vector<std::string>& hashes, const Settings& settings) {
    std::string text = version() + "\n" + fingerprint(settings) + "\n";
    for (const std::string& hash : hashes) text += hash + "\n";
    return text;
}

DocumentJob::DocumentJob(std::size_t position, scanners::Arrival arrival, std::string output_folder)
    : position_(position),
      arrival_(std::move(arrival)),
      output_folder_(std::move(output_folder)),
      opened_(arrival_.files.size()) {}

std::string DocumentJob::output(std::string_view suffix) const {
    return (fs::path(output_folder_) / arrival_.folder / (arrival_.stem + std::string(suffix))).string();
}

std::vector<std::string> DocumentJob::possible_outputs() const {
    std::vector<std::string> paths;
    for (const char* suffix : {".pdf", ".json", ".txt", ".alto.xml", ".hocr", ".signed.pdf"})
        paths.push_back(output(suffix));
    for (std::size_t k = 1; arrival_.files.size() > 1 && k <= arrival_.files.size(); ++k)
        paths.push_back(output("." + std::to_string(k) + ".signed.pdf"));
    return paths;
}

OutputPlaces DocumentJob::output_places() const {
    OutputPlaces places{output(".json"), output(".pdf"), possible_outputs()};
    std::erase(places.others, places.json);
    std::erase(places.others, places.pdf);
    return places;
}

std::optional<std::string> DocumentJob::next_file() {
    if (asked_ == arrival_.files.size()) return std::nullopt;
    return arrival_.files[asked_++];
}

void DocumentJob::opened(std::size_t index, Result<OpenAnswer> answer) {
    ++answers_;
    if (!answer) {
        problems.push_back(answer.error());
        return;
    }
    opened_[index] = *std::move(answer);
}

std::string DocumentJob::identity(const Settings& settings) const {
    std::vector<std::string> hashes;
    for (const File& file : files_) hashes.push_back(file.facts.sha256);
    return identity_of(hashes, settings);
}

bool DocumentJob::number_pages() {
    int next_number = 1;
    for (std::size_t k = 0; k < opened_.size(); ++k) {
        if (!opened_[k]) continue;
        files_.push_back({arrival_.files[k], *std::move(opened_[k]), next_number, k});
        next_number += files_.back().facts.pages;
    }
    opened_.clear();
    pages_.assign(static_cast<std::size_t>(next_number - 1), PageState::waiting);
    return !files_.empty();
}

void DocumentJob::begin_pages(Spool spool) {
    spool_ = std::move(spool);
    for (int number = 1; number <= page_count(); ++number) {
        if (spool_->has(number)) page_done(number);
    }
}

PageInFile DocumentJob::source_of(int number) const {
    const auto after = std::upper_bound(files_.begin(), files_.end(), number,
                                        [](int n, const File& file) { return n < file.first_page; });
    const auto file = static_cast<std::size_t>(after - files_.begin()) - 1;
    return {file, number - files_[file].first_page + 1};
}

std::optional<int> DocumentJob::next_page() {
    while (next_ <= page_count() && pages_[static_cast<std::size_t>(next_ - 1)] != PageState::waiting) ++next_;
    if (next_ > page_count()) return std::nullopt;
    pages_[static_cast<std::size_t>(next_ - 1)] = PageState::asked;
    return next_++;
}

void DocumentJob::page_done(int number) {
    pages_[static_cast<std::size_t>(number - 1)] = PageState::done;
    ++done_;
}

void DocumentJob::page_lost(int number, Problem why) {
    pages_[static_cast<std::size_t>(number - 1)] = PageState::lost;
    ++lost_;
    problems.push_back(std::move(why));
}

void DocumentJob::out_of_room(int number, Problem why) {
    pages_[static_cast<std::size_t>(number - 1)] = PageState::lost;
    ++lost_;
    if (!out_of_room_) problems.insert(problems.begin(), std::move(why));
    out_of_room_ = true;
    ask_no_more();
}

void DocumentJob::abandon() {
    abandoned_ = true;
    ask_no_more();
}

void DocumentJob::ask_no_more() {
    for (PageState& page : pages_) {
        if (page != PageState::waiting) continue;
        page = PageState::lost;
        ++lost_;
    }
}

std::vector<int> DocumentJob::readable_pages() const {
    std::vector<int> numbers;
    for (int number = 1; number <= page_count(); ++number) {
        if (pages_[static_cast<std::size_t>(number - 1)] == PageState::done) numbers.push_back(number);
    }
    return numbers;
}

void DocumentJob::want_reread(const std::vector<dossier::RereadRequest>& requests) {
    asked_to_reread_ = true;
    const std::vector<int> pages = readable_pages();
    for (const dossier::RereadRequest& request : requests) {
        const int number = pages[static_cast<std::size_t>(request.page - 1)];
        auto page = std::find_if(rereads_.begin(), rereads_.end(),
                                 [&](const PageReread& reread) { return reread.number == number; });
        if (page == rereads_.end()) page = rereads_.insert(rereads_.end(), {number, {}});
        page->requests.push_back(request);
    }
}

void DocumentJob::take_reread(std::size_t index, const std::vector<std::optional<ocr::GrammarReading>>& readings) {
    ++rereads_taken_;
    const std::vector<dossier::RereadRequest>& requests = rereads_[index].requests;
    for (std::size_t k = 0; k < std::min(requests.size(), readings.size()); ++k) {
        if (readings[k]) reread_answers_.push_back({requests[k], *readings[k]});
    }
}

}  // namespace sohoa::run
