#include "pipeline/cli/command_line.h"

#include <algorithm>
#include <iostream>

#include "base/masking.h"
#include "pipeline/cli/command_tree.h"
#include "pipeline/cli/configured_words.h"
#include "pipeline/cli/told.h"
#include "pipeline/cli/usage_message.h"
#include "pipeline/run/page_worker.h"

namespace sohoa::cli {

void add_page_worker(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("page-worker", "đọc trang theo yêu cầu của tiến trình cha (internal)");
    command->group("");  // not for people
    command->callback([&action] { action = [] { return run::serve_tasks(); }; });
}

int run(int count, char** words) {
    std::vector<std::string> given(words + 1, words + std::max(count, 1));
    const bool is_worker = !given.empty() && given.front() == "page-worker";
    if (!is_worker) {
        auto configured = configured_words(given);
        if (!configured) return told(configured.error(), language_asked(count, words), exit_usage);
        given = *std::move(configured);
    }
    CommandTree tree;
    try {
        tree.parse(given);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return tree.app.exit(error);  // --help, --version
        const Language language = language_asked(count, words);
        std::cerr << (count < 2 ? short_help(language) : masked(usage_message(tree.app, error, language)));
        return exit_usage;
    }
    return tree.action ? tree.action() : exit_usage;
}

}  // namespace sohoa::cli
