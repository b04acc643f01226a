#include <CLI/CLI.hpp>
#include <iostream>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/evaluate/evaluate.h"

namespace sohoa::cli {

void add_evaluate(CLI::App& app, Language& language, Action& action) {
    auto options = std::make_shared<evaluate::Options>();
    auto* command = app.add_subcommand(
        "evaluate", "chấm điểm kết quả so với bản đúng: CER, WER, trường dữ liệu (score outputs against truth)");
    command->add_option("TRUTH", options->truth_folder, "thư mục có *.truth.json và *.txt (folder with the truth)")
        ->required()
        ->type_name("");
    command->add_option("OUT", options->output_folder, "thư mục kết quả của digitize (output folder of digitize)")
        ->required()
        ->type_name("");
    command
        ->add_option("--report", options->report_path,
                     "trang HTML các trường hợp kém nhất (HTML page of the worst cases)")
        ->type_name("FILE");
    command->callback([options, &language, &action] {
        action = [options, &language] {
            options->language = language;
            if (auto scored = evaluate::evaluate(*options); !scored) {
                std::cerr << "✗ " << describe(scored.error(), language) << "\n";
                return exit_some_failed;
            }
            return exit_done;
        };
    });
}

}  // namespace sohoa::cli
