#include <CLI/CLI.hpp>
#include <iostream>

#include "base/masking.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/evaluate/evaluate.h"

namespace sohoa::cli {

void add_evaluate(CLI::App& app, Language& language, Action& action) {
    auto options = std::make_shared<evaluate::Options>();
    auto* command = app.add_subcommand(
        "evaluate",
        "chấm điểm kết quả so với bản đúng: lỗi chữ, trường dữ liệu\n(score outputs against truth: CER, WER, fields)");
    command->group(command_group);
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
    command->add_option("--json", options->json_path, "số liệu cho máy đọc (figures for programs)")->type_name("FILE");
    command
        ->add_option(
            "--level", options->levels,
            "chỉ chấm mức này và đòi đủ bản quét của nó; lặp lại được (only this level, all its scans demanded)")
        ->type_name("LEVEL")
        ->expected(1)
        ->take_all();
    command->add_flag("--text-only", options->text_only,
                      "chỉ chấm tệp .txt, không chấm trường dữ liệu (score .txt alone, no fields)");
    command->add_flag("--show-personal", options->show_personal,
                      "hiện số định danh và ảnh thẻ trong trang HTML (show personal numbers and card pictures)");
    command->callback([options, &language, &action] {
        action = [options, &language] {
            options->language = language;
            if (auto scored = evaluate::evaluate(*options); !scored) {
                std::cerr << "✗ " << masked(describe(scored.error(), language)) << "\n";
                return scored.error().code == code::usage ? exit_usage : exit_some_failed;
            }
            return exit_done;
        };
    });
}

}  // namespace sohoa::cli
