#include "pipeline/cli/usage_message.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <string_view>
#include <vector>

#include "base/vietnamese.h"

namespace sohoa::cli {

namespace {

constexpr std::string_view commands = "digitize, watch, serve, find, backup, verify, evaluate, inspect, config";

/// The command that the words were meant for; the application itself when none was recognised.
const CLI::App& command_of(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app : *chosen.front();
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// The option a message of the parser is about; nullptr when it is about none. Messages begin with its name.
const CLI::Option* option_in(const CLI::App& app, const std::string& message) {
    for (const CLI::App* owner : {&command_of(app), &app}) {
        for (const CLI::Option* option : owner->get_options()) {
            const std::string name = option->get_name();
            if (message.starts_with(name + " ") || message.starts_with(name + ":") || has(message, " " + name + " ") ||
                has(message, " " + name + ",")) {
                return option;
            }
        }
    }
    return nullptr;
}

/// "-o,--output OUT", as the help writes it.
std::string shown(const CLI::Option& option) {
    std::string name = option.get_name(false, true);
    if (option.nonpositional() && !option.get_type_name().empty()) name += " " + option.get_type_name();
    return name;
}

/// The Vietnamese half of a description: "thư mục kết quả (output folder)".
std::string meaning(const CLI::Option& option) {
    const std::string& text = option.get_description();
    return text.substr(0, text.rfind(" ("));
}

/// An option of the command that begins like a word that is none: "--out" was meant to be "--output".
std::string similar_option(const CLI::App& command, std::string word) {
    word = word.substr(0, word.find('='));
    if (word.size() < 4) return {};
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            std::string whole = "--" + name;
            if (whole.starts_with(word) || word.starts_with(whole)) return whole;
        }
    }
    return {};
}

Bilingual unexpected(const CLI::App& app, const std::string& given) {
    const CLI::App& command = command_of(app);
    const std::string word = valid_utf8(given);
    if (word.starts_with("-")) {
        Bilingual text{"Không có tùy chọn " + word, "there is no option " + word};
        if (const std::string similar = similar_option(command, word); !similar.empty()) {
            text.vi += "; có phải " + similar + "?";
            text.en += "; did you mean " + similar + "?";
        }
        return text;
    }
    if (&command != &app) {
        return {"Thừa “" + word + "”: lệnh này không nhận thêm gì ở đây", "\"" + word + "\" is one word too many"};
    }
    std::error_code error;
    if (std::filesystem::exists(given, error)) {
        return {"Thiếu tên lệnh trước “" + word + "”; có phải: sohoa digitize " + word + " -o KẾT-QUẢ",
                "a command must come before \"" + word + "\"; did you mean: sohoa digitize " + word + " -o OUT"};
    }
    return {fmt::format("Không có lệnh “{}”; các lệnh: {}", word, commands),
            fmt::format("there is no command \"{}\"; the commands: {}", word, commands)};
}

Bilingual text_of(const CLI::App& app, const CLI::ParseError& error) {
    const std::string detail = error.what();
    // A word that belongs to nothing is told before what seems to be missing because of it.
    if (const auto extras = app.remaining(true); !extras.empty()) return unexpected(app, extras.front());
    const CLI::Option* option = option_in(app, detail);
    const std::string name = error.get_name();
    if (name == "RequiredError") {
        if (option == nullptr) {
            return {fmt::format("Thiếu tên lệnh: {}", commands), fmt::format("a command is missing: {}", commands)};
        }
        return {fmt::format("Thiếu {}: {}", shown(*option), meaning(*option)), shown(*option) + " is missing"};
    }
    if (option != nullptr && name == "ArgumentMismatch") {
        if (has(detail, "At Most")) {
            return {"Chỉ được cho " + option->get_name() + " một lần", option->get_name() + " may be given only once"};
        }
        return {fmt::format("Sau {} còn thiếu giá trị: {}", shown(*option), meaning(*option)),
                "a value is missing after " + shown(*option)};
    }
    if (option != nullptr && (name == "ValidationError" || name == "ConversionError")) {
        const std::string given = option->results().empty() ? "" : valid_utf8(option->results().back());
        return {fmt::format("“{}” không hợp lệ cho {}: {}", given, shown(*option), meaning(*option)),
                fmt::format("\"{}\" is no value for {}", given, shown(*option))};
    }
    return {"Lệnh không đúng: " + valid_utf8(detail), "wrong usage: " + valid_utf8(detail)};
}

}  // namespace

std::string usage_message(const CLI::App& app, const CLI::ParseError& error, Language language) {
    const CLI::App& command = command_of(app);
    const std::string help = (&command == &app ? "sohoa" : "sohoa " + command.get_name()) + " --help";
    return fmt::format("✗ {}\n  {}: {}\n", in(language, text_of(app, error)),
                       in(language, {"Xem cách dùng", "how to use it"}), help);
}

std::string short_help(Language language) {
    const auto line = [&](std::string_view words, const Bilingual& meaning) {
        return fmt::format("  {:<36} {}\n", words, in(language, meaning));
    };
    return in(language, {"sohoa – số hóa giấy tờ", "digitise Vietnamese papers"}) + "\n\n" +
           line("sohoa digitize HO-SO/ -o KET-QUA", {"số hóa một thư mục", "digitise a folder"}) +
           line("sohoa watch QUET/ -o KET-QUA", {"trông một thư mục của máy quét", "watch a scanner's folder"}) +
           line("sohoa verify KET-QUA/", {"kiểm tra các tệp PDF", "check PDF files"}) +
           line("sohoa evaluate BAN-DUNG/ KET-QUA/", {"chấm điểm so với bản đúng", "score against truth"}) +
           line("sohoa --help", {"mọi lệnh và tùy chọn", "all commands and options"});
}

Language language_asked(int count, const char* const* words) {
    Language language = Language::both;
    for (int k = 1; k < count; ++k) {
        std::string_view word = words[k];
        if (word == "--lang" && k + 1 < count) {
            word = words[k + 1];
        } else if (word.starts_with("--lang=")) {
            word.remove_prefix(7);
        } else {
            continue;
        }
        if (word == "vi") language = Language::vietnamese;
        if (word == "en") language = Language::english;
    }
    return language;
}

}  // namespace sohoa::cli
