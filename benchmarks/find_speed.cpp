// How quickly a large catalogue answers: find_speed DOCUMENTS FILE SAMPLES. Makes FILE with invented documents where it
// is not there (text of the papers' truth under SAMPLES, mixed; names and numbers made up; seeded), then asks.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/vietnamese.h"
#include "pipeline/store/catalogue.h"
#include "pipeline/store/connection.h"

namespace {

using namespace sohoa;
namespace fs = std::filesystem;

const std::vector<std::string> surnames{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ"};
const std::vector<std::string> middles{"Thị", "Văn", "Minh", "Thu", "Quang", "Thị Bích", "Thị Kim", "Hữu"};
const std::vector<std::string> given{"Đường", "Ngọc", "Sen", "Hải", "Lan", "Hương", "Dũng", "Tâm", "Yến",   "Phúc",
                                     "Thủy",  "Hòa",  "Vy",  "Cúc", "An",  "Bình",  "Châu", "Duy", "Giang", "Khánh"};

class Made {
public:
    explicit Made(const fs::path& samples) {
        std::vector<fs::path> files;
        for (const auto& entry : fs::recursive_directory_iterator(samples)) {
            if (entry.path().extension() == ".txt") files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end());
        for (const auto& file : files) {
            std::ifstream in(file);
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            for (std::string& word : words_of(text)) words_.push_back(std::move(word));
            texts_.push_back(text);
        }
    }

    std::string name() { return one_of(surnames) + " " + one_of(middles) + " " + one_of(given); }
    std::string id_number() { return fmt::format("{:012}", random_() % 1'000'000'000'000ULL); }
    const std::string& word() { return one_of(words_); }
    std::size_t below(std::size_t bound) { return random_() % bound; }

    /// A page of real wording, with runs of words from other papers and a name.
    std::string page() {
        std::string text = one_of(texts_) + "\n" + name() + "\n";
        for (int run = 0; run < 12; ++run) {
            const std::size_t from = below(words_.size() - 10);
            for (std::size_t k = 0; k < 10; ++k) text += words_[from + k] + " ";
        }
        return text;
    }

private:
    const std::string& one_of(const std::vector<std::string>& list) { return list[below(list.size())]; }

    std::vector<std::string> texts_;
    std::vector<std::string> words_;
    std::mt19937_64 random_{4};
};

dossier::Field field(const char* name, std::string value) {
    dossier::Field field;
    field.name = name;
    field.value = value;
    field.normalized = std::move(value);
    field.status = "accepted";
    return field;
}

bool fill(store::Catalogue& catalogue, Made& made, int documents) {
    // Power cuts do not matter here.
    catalogue.connection().database().exec("PRAGMA synchronous = OFF");
    for (int k = 0; k < documents; ++k) {
        store::NewDocument document;
        document.source_file = fmt::format("don-{}.jpg", k);
        document.source_key = fmt::format("key-{}", k);
        document.dossier_code = fmt::format("H26-{}", k / 3);
        document.kind = {k % 3 == 0 ? "giay_khai_sinh" : "quyet_dinh", k % 3 == 0 ? "Giấy khai sinh" : "Quyết định", 1};
        document.fields = {field("number", std::to_string(k % 5000)), field("symbol", "QĐ-UBND"),
                           field("date", fmt::format("{:04}-{:02}-{:02}", 1990 + k % 35, 1 + k % 12, 1 + k % 28)),
                           field("owner.full_name", upper(made.name())), field("owner.id_number", made.id_number())};
        document.outputs.json = fmt::format("/out/{}.json", k);
        document.pages = 1 + k % 2;
        int given_pages = 0;
        const auto added = catalogue.add(document, [&]() -> std::optional<std::string> {
            return given_pages++ < document.pages ? std::optional(made.page()) : std::nullopt;
        });
        if (!added) return false;
    }
    return true;
}

/// Milliseconds of the processor and of the clock for each question.
struct Times {
    std::vector<double> processor;
    std::vector<double> clock;
};

double at(std::vector<double> times, double share) {
    std::sort(times.begin(), times.end());
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

template <class NextQuery>
void ask(store::Catalogue& catalogue, const char* what, NextQuery next) {
    Times times;
    long long hits = 0;
    for (int k = 0; k < 200; ++k) {
        const store::Query query = next();
        const auto begin = std::chrono::steady_clock::now();
        const std::clock_t processor = std::clock();
        const auto found = catalogue.find(query);
        times.processor.push_back(1000.0 * static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC);
        times.clock.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        if (found) hits += found->total;
    }
    fmt::print("{:44} p50 {:6.1f} ms  p95 {:6.1f} ms  max {:6.1f} ms  (clock p95 {:6.1f})  {:8.1f} found\n", what,
               at(times.processor, 0.5), at(times.processor, 0.95), at(times.processor, 1), at(times.clock, 0.95),
               static_cast<double>(hits) / 200);
}

}  // namespace

int main(int count, char** words) {
    if (count != 4) return 2;
    const int documents = std::atoi(words[1]);
    Made made(words[3]);
    const bool fresh = !fs::exists(words[2]);
    const auto begin = std::chrono::steady_clock::now();
    auto catalogue = store::Catalogue::open(words[2], {.check_whole = false});
    if (!catalogue) return 1;
    const auto seconds = [&begin] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    if (fresh && !fill(*catalogue, made, documents)) return 1;
    fmt::print("{} documents, {:.0f} MB, {:.0f} s\n", documents, static_cast<double>(fs::file_size(words[2])) / 1e6,
               seconds());
    const auto typed = [](std::string text) {
        store::Query query;
        query.words = std::move(text);
        return query;
    };
    ask(*catalogue, "a name with marks", [&] { return typed(made.name()); });
    ask(*catalogue, "a name without marks", [&] { return typed(folded(made.name())); });
    ask(*catalogue, "a name, kind and year", [&] {
        store::Query query = typed(folded(made.name()));
        query.kinds = {"giay_khai_sinh"};
        query.date_from = query.date_to = "2001";
        return query;
    });
    ask(*catalogue, "three words of any paper",
        [&] { return typed(made.word() + " " + made.word() + " " + made.word()); });
    ask(*catalogue, "one word of any paper", [&] { return typed(made.word()); });
    ask(*catalogue, "the beginning of a word", [&] { return typed(made.word().substr(0, 2)); });
    ask(*catalogue, "words that stand everywhere", [&] { return typed("cộng hòa xã hội chủ nghĩa việt nam"); });
    ask(*catalogue, "everywhere, of a rare kind", [&] {
        store::Query query = typed("ủy ban nhân dân");
        query.kinds = {"cccd"};
        return query;
    });
    ask(*catalogue, "number", [&] {
        store::Query query;
        query.number = std::to_string(made.below(5000)) + "/QĐ-UBND";
        return query;
    });
    ask(*catalogue, "owner's number", [&] {
        store::Query query;
        query.owner_id_number = made.id_number();
        return query;
    });
    ask(*catalogue, "the newest", [] { return store::Query{}; });
    return 0;
}
