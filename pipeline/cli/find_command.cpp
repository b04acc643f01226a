#include <CLI/CLI.hpp>
#include <iostream>
#include <unistd.h>

#include "base/date.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/found_table.h"
#include "pipeline/cli/told.h"
#include "pipeline/store/catalogue.h"
#include "pipeline/store/kinds_named.h"

namespace sohoa::cli {

namespace {

struct FindWords {
    std::vector<std::string> words;
    std::string catalogue;
    std::string kind;
    std::string from;
    std::string to;
    std::string state;
    store::Query query;
    bool json = false;
};

/// The ends of the time asked for; an unreadable one is told.
Result<void> read_dates(FindWords& words) {
    for (const auto& [typed, bound] :
         {std::pair{&words.from, &words.query.date_from}, std::pair{&words.to, &words.query.date_to}}) {
        if (typed->empty()) continue;
        const auto date = date_as_typed(*typed);
        if (!date) {
            return fail(code::usage, {"Không hiểu ngày “" + *typed + "”", "“" + *typed + "” is no date"},
                        {"Viết 05/03/2024, 03/2024 hoặc 2024", "write 05/03/2024, 03/2024 or 2024"});
        }
        *bound = iso(*date);
    }
    return {};
}

Result<void> read_words(FindWords& words) {
    for (const std::string& word : words.words) words.query.words += (words.query.words.empty() ? "" : " ") + word;
    if (auto dates = read_dates(words); !dates) return dates;
    if (!words.kind.empty()) {
        words.query.kinds = store::kinds_named(words.kind);
        if (words.query.kinds.empty()) {
            return fail(code::usage,
                        {"Không có loại giấy nào tên là “" + words.kind + "”",
                         "no kind of paper is called “" + words.kind + "”"},
                        {"Viết như trên giấy, có dấu hay không đều được: --kind \"quyết định\", --kind \"khai sinh\"",
                         "write it as on the paper, with marks or without: --kind \"quyet dinh\""});
        }
    }
    if (!words.state.empty()) words.query.state = store::state_named(words.state);
    return {};
}

int find(FindWords& words, Language language) {
    if (auto read = read_words(words); !read) return told(read.error(), language, exit_usage);
    const std::string path = words.catalogue.empty() ? store::default_catalogue_path() : words.catalogue;
    auto catalogue = store::Catalogue::open(path, {.create = false, .check_whole = false});
    if (!catalogue) return told(catalogue.error(), language, exit_some_failed);
    const auto found = catalogue->find(words.query);
    if (!found) return told(found.error(), language, found.error().code == code::usage ? exit_usage : exit_some_failed);
    if (words.json) {
        std::cout << found_json(*found);
    } else {
        std::cout << found_table(*found, words.query, ::isatty(STDOUT_FILENO) != 0, language);
    }
    return exit_done;
}

}  // namespace

void add_find(CLI::App& app, Language& language, Action& action) {
    auto words = std::make_shared<FindWords>();
    auto* command = app.add_subcommand(
        "find", "tìm tài liệu đã số hóa theo từ, số định danh, số văn bản, loại, ngày\n(find what was digitised)");
    command->group(command_group);
    command->footer(
        "Gõ có dấu hay không dấu đều được; đúng dấu thì xếp trước. \"…\" là cụm từ liền nhau.\n"
        "  (with marks or without; exact marks come first; \"…\" is a phrase)\n\n"
        "Ví dụ (examples):\n"
        "  sohoa find do thi duong khai sinh\n"
        "  sohoa find --owner 001085012345 --kind \"căn cước\"\n"
        "  sohoa find --number 1403/BC-VP --from 2024 --to 06/2024\n");
    command->add_option("WORDS", words->words, "các từ cần tìm; bỏ trống: tài liệu mới nhất (words; none: the newest)")
        ->type_name("");
    command
        ->add_option(
            "--catalog", words->catalogue,
            "tệp kho tra cứu; mặc định SOHOA_CATALOG hoặc " + std::string("~/.local/share/sohoa") + " (catalogue file)")
        ->type_name("FILE");
    command
        ->add_option("--owner", words->query.owner_id_number, "số định danh, CCCD, CMND của chủ giấy tờ (owner's id)")
        ->type_name("ID");
    command->add_option("--number", words->query.number, "số, ký hiệu: 1403 hoặc 1403/BC-VP (number of the paper)")
        ->type_name("N");
    command->add_option("--kind", words->kind, "loại giấy tờ (kind of paper)")->type_name("K");
    command->add_option("--from", words->from, "từ ngày (from date)")->type_name("D");
    command->add_option("--to", words->to, "đến hết ngày (to date)")->type_name("D");
    command->add_option("--dossier", words->query.dossier_code, "mã hồ sơ (dossier code)")->type_name("CODE");
    command->add_option("--state", words->state, "trạng thái: review là cần xem (state)")
        ->check(CLI::IsMember({"received", "read", "review", "confirmed", "sealed", "delivered"}).description(""))
        ->type_name("S");
    command->add_option("--limit", words->query.limit, "số kết quả (results shown)")
        ->check(CLI::Range(1, 1000).description(""))
        ->capture_default_str()
        ->type_name("N");
    command->add_option("--offset", words->query.offset, "bỏ qua N kết quả đầu (skip the first N)")
        ->check(CLI::Range(0, 1'000'000).description(""))
        ->type_name("N");
    command->add_flag("--json", words->json, "kết quả JSON cho chương trình khác, không che số (JSON, unmasked)");
    command->callback([words, &language, &action] { action = [words, &language] { return find(*words, language); }; });
}

}  // namespace sohoa::cli
