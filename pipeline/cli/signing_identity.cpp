#include "pipeline/cli/signing_identity.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <termios.h>
#include <unistd.h>

#include "base/files.h"

namespace sohoa::cli {

namespace {

/// Asks on the terminal without showing what is typed.
std::string ask_passphrase(const std::string& path) {
    std::cerr << "Mật khẩu của " << path << " (passphrase): " << std::flush;
    termios shown{};
    ::tcgetattr(STDIN_FILENO, &shown);
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
    std::string passphrase;
    std::getline(std::cin, passphrase);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &shown);
    std::cerr << "\n";
    return passphrase;
}

/// Without the byte order mark that editors of Windows put before UTF-8.
std::string_view without_mark(std::string_view text) {
    static constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

std::string first_line(std::string_view text) {
    text = without_mark(text);
    return std::string(text.substr(0, text.find_first_of("\r\n")));
}

Failure passphrase_missing(const std::string& path) {
    return fail(problem(code::passphrase_missing,
                        {"Tệp khóa có mật khẩu nhưng chưa nhập", "the key file has a passphrase, none was given"},
                        {"Thêm --passphrase-file TỆP (dòng đầu là mật khẩu), hoặc đặt biến SOHOA_PASSPHRASE, hoặc chạy "
                         "trong cửa sổ lệnh để gõ khi được hỏi",
                         "add --passphrase-file FILE (its first line), or set SOHOA_PASSPHRASE, or run in a terminal "
                         "and type it when asked"})
                    .in_file(path));
}

}  // namespace

std::string config_folder() {
    if (const char* folder = std::getenv("XDG_CONFIG_HOME"); folder != nullptr && *folder != '\0') {
        return (std::filesystem::path(folder) / "sohoa").string();
    }
    const char* home = std::getenv("HOME");
    return (std::filesystem::path(home != nullptr && *home != '\0' ? home : ".") / ".config" / "sohoa").string();
}

Result<std::unique_ptr<sign::SigningKey>> signing_identity(const std::string& what,
                                                           const std::string& passphrase_file) {
    if (what == "demo") return sign::demo_identity(config_folder());
    if (!passphrase_file.empty()) {
        auto text = read_file(passphrase_file, 1 << 16);
        if (!text) return fail(text.error());
        return sign::load_pkcs12(what, first_line(*text));
    }
    if (const char* passphrase = std::getenv("SOHOA_PASSPHRASE"); passphrase != nullptr) {
        return sign::load_pkcs12(what, passphrase);
    }
    auto open = sign::load_pkcs12(what, "");
    if (open || open.error().code != code::passphrase_wrong) return open;
    if (::isatty(STDIN_FILENO) == 0) return passphrase_missing(what);
    return sign::load_pkcs12(what, ask_passphrase(what));
}

}  // namespace sohoa::cli
