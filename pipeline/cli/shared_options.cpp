#include "pipeline/cli/shared_options.h"

#include <CLI/CLI.hpp>

#include "base/sha256.h"
#include "pipeline/cli/signing_identity.h"

namespace sohoa::cli {

void SigningWords::add_to(CLI::App& command) {
    command
        .add_option("--sign", sign,
                    "ký số bằng tệp .p12 của cán bộ; demo: chữ ký thử, không có giá trị pháp lý "
                    "(sign with a PKCS#12 file, or a demo key without legal value)")
        ->type_name("FILE.p12|demo");
    command
        .add_option("--passphrase-file", passphrase_file,
                    "tệp có dòng đầu là mật khẩu của .p12; hoặc đặt biến SOHOA_PASSPHRASE; không có thì được hỏi "
                    "(passphrase of the key; asked for if not given)")
        ->type_name("FILE");
}

Result<std::unique_ptr<sign::SigningKey>> SigningWords::open(run::Settings& settings) const {
    if (sign.empty()) return std::unique_ptr<sign::SigningKey>();
    auto key = signing_identity(sign, passphrase_file);
    if (key) settings.signer = hex(sha256((*key)->certificates().front()));
    return key;
}

void add_jobs(CLI::App& command, int& jobs) {
    command.add_option("-j,--jobs", jobs, "số trang đọc cùng lúc; mặc định bằng số lõi của máy (pages read at once)")
        ->check(CLI::Range(1, 1024).description(""))
        ->type_name("N");
}

void add_catalogue(CLI::App& command, std::string& path) {
    command
        .add_option("--catalog", path,
                    "đưa vào kho tra cứu này, để tìm bằng sohoa find (put documents into this catalogue)")
        ->envname("SOHOA_CATALOG")
        ->type_name("FILE");
}

void add_worker_program(CLI::App& command, std::string& path) {
    command.add_option("--worker-program", path, "")->group("");
}

}  // namespace sohoa::cli
