#include "pipeline/cli/example_configuration.h"

#include <algorithm>

#include "pipeline/cli/command_tree.h"
#include "pipeline/cli/configurable.h"

namespace sohoa::cli {

namespace {

constexpr const char* head =
    "# Cấu hình của sohoa (configuration of sohoa). Mẫu này chỉ ghi lại giá trị mặc định; sửa dòng nào cần.\n"
    "#   (this example only repeats the defaults: change what you need)\n"
    "#\n"
    "# Đặt ở (place): /etc/sohoa/sohoa.toml cho cả máy (the machine),\n"
    "#   ~/.config/sohoa/sohoa.toml cho một người, mạnh hơn (one user, wins over the machine's).\n"
    "# Biến môi trường mạnh hơn tệp, tùy chọn gõ trên dòng lệnh mạnh hơn tất cả: SOHOA_SERVE_PORT=9000, --port 9000.\n"
    "#   (environment over file, options over both)\n"
    "# Giá trị đang có hiệu lực và từ đâu ra (what holds, and where it comes from): sohoa config\n"
    "# Mật khẩu và khóa API không bao giờ đặt ở đây: SOHOA_PASSPHRASE, SOHOA_API_KEY trong môi trường.\n"
    "#   (no secrets in this file: they belong to the environment, or to a file named by passphrase-file)\n";

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + "\"";
}

std::string written(const std::string& value, Configurable::Type type) {
    return type == Configurable::Type::text ? quoted(value) : value;
}

std::string on_one_line_of(std::string text) {
    for (char& c : text) c = c == '\n' ? ' ' : c;
    return text;
}

std::string key_lines(const Configurable& option, const CLI::Option& own) {
    const std::string meaning = on_one_line_of(own.get_description());
    const std::string key = std::string(option.option) + " = ";
    std::string value = own.get_default_str();
    if (value.empty() && option.type == Configurable::Type::truth) value = "false";
    std::string lines = "# " + meaning + "\n";
    if (value.empty()) return lines + "# " + key + written(std::string(option.example), option.type) + "\n";
    return lines + key + written(value, option.type) + "\n";
}

}  // namespace

std::string example_configuration() {
    CommandTree tree;
    std::string text = head;
    std::string_view section;
    for (const Configurable& option : configurables()) {
        const CLI::Option* own = tree.option(std::string(option.command), std::string(option.option));
        if (own == nullptr) continue;
        if (option.command != section) {
            section = option.command;
            std::string meaning = tree.app.get_subcommand(std::string(section))->get_description();
            meaning.resize(std::min(meaning.size(), meaning.find("\n\n")));  // what follows is about usage
            text += "\n# " + on_one_line_of(meaning) + "\n[" + std::string(section) + "]\n";
        } else if (section.empty()) {
            text += "\n";
        }
        text += key_lines(option, *own);
    }
    return text;
}

}  // namespace sohoa::cli
