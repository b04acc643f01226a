#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <sys/resource.h>

#include "base/files.h"
#include "base/masking.h"
#include "base/sha256.h"
#include "base/vietnamese.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/pdf/structure.h"
#include "pipeline/run/recorded_output.h"
#include "pipeline/sign/report.h"
#include "pipeline/sign/verifier.h"
#include "scanners/input_file.h"

namespace sohoa::cli {

namespace {

namespace fs = std::filesystem;

struct VerifyWords {
    std::vector<std::string> files;
    std::vector<std::string> trusted;
};

void print(std::string_view mark, const std::string& text) {
    std::cout << "  " << mark << " " << text << "\n";
}

/// A few bytes of a hostile file unfold to gigabytes where libqpdf reads its tables: that must end in a message, not in
/// a machine without memory. A signed file is read whole, and its revisions are looked at side by side.
void bound_memory([[maybe_unused]] const std::vector<std::string>& files) {
#ifndef __SANITIZE_ADDRESS__
    std::uintmax_t largest = 0;
    for (const auto& file : files) {
        std::error_code error;
        const auto size = fs::file_size(file, error);
        if (!error) largest = std::max(largest, size);
    }
    rlimit bound{};
    if (::getrlimit(RLIMIT_AS, &bound) != 0) return;
    bound.rlim_cur = std::min<rlim_t>(bound.rlim_max, (rlim_t{3} << 29) + 6 * largest);
    ::setrlimit(RLIMIT_AS, &bound);
#endif
}

bool is_error(const Problem& problem) {
    return problem.severity == Severity::error;
}

/// The file's name stands above already; what to do is said even where nobody thought of it.
std::string advice_on(Problem problem, Language language) {
    problem.file.clear();
    if (problem.remedy.empty() && problem.severity == Severity::error) {
        problem.remedy = {"Xin lại tệp từ nơi đã gửi; nếu có bản giấy thì quét lại",
                          "ask the sender for the file again, or scan the paper again"};
    }
    return masked(describe(problem, language));
}

/// True when the file can be read and keeps its own promises.
bool print_structure(const pdf::Structure& structure, Language language) {
    print("✓", fmt::format("{} {}, {} {}", structure.pages,
                           in(language, {"trang", structure.pages == 1 ? "page" : "pages"}), structure.pages_with_text,
                           in(language, {"trang có lớp chữ tìm kiếm được", "with a searchable text layer"})));
    const bool broken = std::any_of(structure.findings.begin(), structure.findings.end(), is_error);
    if (structure.claimed_pdfa.empty()) {
        print("–", in(language, {"Không khai là PDF/A", "makes no PDF/A claim"}));
    } else if (broken) {
        print("✗", fmt::format("PDF/A-{}: {}", structure.claimed_pdfa,
                               in(language, {"khai như vậy nhưng không đúng", "claimed, but not kept"})));
    } else {
        print("✓", fmt::format("PDF/A-{}: {}", structure.claimed_pdfa,
                               in(language, {"không thấy lỗi cấu trúc", "no structural fault found"})));
    }
    for (const Problem& finding : structure.findings) {
        print(is_error(finding) ? "✗" : "!", advice_on(finding, language));
    }
    return !broken;
}

/// Why a file is not looked into: it cannot be read, or is no PDF.
std::optional<Problem> no_pdf(const std::string& file) {
    std::string first(1024, '\0');
    std::ifstream in(file, std::ios::binary);
    if (!in) return unreadable(file);
    in.read(first.data(), static_cast<std::streamsize>(first.size()));
    first.resize(static_cast<std::size_t>(in.gcount()));
    if (first.empty()) return problem(code::file_empty, {"Tệp rỗng, không có nội dung", "the file is empty"});
    const auto format = scanners::format_of(first);
    if (format == scanners::Format::pdf) return std::nullopt;
    if (!format) {
        return problem(
            code::format_unknown,
            {"Đây không phải tệp PDF, hoặc phần đầu tệp đã hỏng", "this is no PDF, or its beginning is lost"},
            {"Chọn đúng tệp PDF cần kiểm tra, hoặc xin lại tệp", "choose the PDF itself, or ask for it again"});
    }
    const std::string name(scanners::name_of(*format));
    return problem(code::format_unknown,
                   {"Đây là ảnh " + name + ", không phải PDF: ảnh không mang chữ ký số",
                    "this is a " + name + " picture, no PDF: pictures carry no digital signature"},
                   {"Số hóa trước: sohoa digitize TỆP -o KẾT-QUẢ", "digitise it first: sohoa digitize FILE -o OUT"});
}

enum class Verdict { sound_and_signed, sound_and_demo, sound, wrong };

/// False when the file is not what digitize wrote and no signature explains it.
bool print_recorded(const std::string& file, bool is_signed, Language language) {
    const auto recorded = run::recorded_sha256(file);
    if (!recorded) return true;
    const auto now = sha256_of_file(file);
    if (!now) return true;
    if (*now == *recorded) {
        print("✓", in(language, {"Đúng tệp sohoa đã ghi, SHA-256 khớp tệp JSON bên cạnh",
                                 "the file that sohoa wrote, SHA-256 as in the JSON beside it"}));
        return true;
    }
    if (is_signed) {
        print("!", in(language, {"Khác tệp sohoa đã ghi trong JSON bên cạnh; có thể đã được ký thêm",
                                 "not as the JSON beside it tells; it may have been signed again since"}));
        return true;
    }
    print("✗", in(language, {"ĐÃ BỊ THAY ĐỔI sau khi số hóa: SHA-256 khác trong tệp JSON bên cạnh",
                             "CHANGED since it was digitised: its SHA-256 is not that in the JSON beside it"}));
    return false;
}

bool print_signatures(const std::vector<sign::SignatureReport>& signatures, Language language) {
    if (signatures.empty()) {
        print("–", in(language, {"Chưa ký số: không có gì chứng minh ai làm ra tệp này và nội dung có bị sửa hay không",
                                 "not signed: nothing proves who made this file, nor that it was not changed"}));
        return true;
    }
    const bool sound = std::all_of(signatures.begin(), signatures.end(), [](const auto& signature) {
        return signature.intact && std::none_of(signature.findings.begin(), signature.findings.end(), is_error);
    });
    std::istringstream lines(sign::in_plain_words(signatures, language));
    for (std::string line; std::getline(lines, line);) {
        const bool verdict = line.starts_with("Kết luận") || line.starts_with("Conclusion");
        std::cout << (verdict && !sound ? "  ✗ " : "  ") << line << "\n";
    }
    return sound;
}

Bilingual conclusion(Verdict verdict) {
    switch (verdict) {
        case Verdict::sound_and_signed:
            return {"Không phát hiện sai lệch", "nothing wrong was found"};
        case Verdict::sound_and_demo:
            return {"Không phát hiện sai lệch, nhưng chữ ký chỉ để THỬ NGHIỆM, không có giá trị pháp lý",
                    "nothing wrong was found, but it is signed for DEMONSTRATION only, without legal value"};
        case Verdict::sound:
            return {"Không phát hiện sai lệch, nhưng tệp CHƯA KÝ SỐ", "nothing wrong was found, but it is NOT SIGNED"};
        case Verdict::wrong:
            break;
    }
    return {"CÓ VẤN ĐỀ, xem các dòng ✗ ở trên", "SOMETHING IS WRONG, see the lines marked ✗"};
}

Verdict verify(const std::string& file, const sign::TrustStore& trust, Language language) {
    std::cout << valid_utf8(file) << "\n";
    if (const auto why = no_pdf(file)) {
        print("✗", advice_on(*why, language));
        return Verdict::wrong;
    }
    const auto structure = pdf::check_structure(file);
    bool sound = structure && print_structure(*structure, language);
    if (!structure) print("✗", advice_on(structure.error(), language));
    const auto signatures = sign::verify_signatures(file, trust);
    if (!signatures) {
        if (structure) print("✗", advice_on(signatures.error(), language));  // else the same reason again
        return Verdict::wrong;
    }
    sound = print_signatures(*signatures, language) && sound;
    sound = print_recorded(file, !signatures->empty(), language) && sound;
    Verdict verdict = Verdict::wrong;
    const bool demo = std::any_of(signatures->begin(), signatures->end(), [](const auto& each) { return each.demo; });
    if (sound && signatures->empty()) verdict = Verdict::sound;
    if (sound && !signatures->empty()) verdict = demo ? Verdict::sound_and_demo : Verdict::sound_and_signed;
    std::cout << "  → " << in(language, conclusion(verdict)) << "\n";
    return verdict;
}

/// The PDF files under a folder, by name; not those of hidden folders, which are work in progress.
std::vector<std::string> pdf_files_under(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code error;
    auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        const fs::path& path = entry->path();
        std::error_code unknown;
        if (path.filename().string().starts_with(".")) {
            if (entry->is_directory(unknown)) entry.disable_recursion_pending();
        } else if (lower(path.extension().string()) == ".pdf" && entry->is_regular_file(unknown)) {
            files.push_back(path.string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

int verify_all(const VerifyWords& words, Language language) {
    int status = exit_done;
    std::vector<std::string> files;
    for (const auto& name : words.files) {
        std::error_code error;
        if (!fs::is_directory(name, error)) {
            files.push_back(name);
            continue;
        }
        const auto found = pdf_files_under(name);
        files.insert(files.end(), found.begin(), found.end());
        if (!found.empty()) continue;
        status = exit_some_failed;
        std::cout << valid_utf8(name) << "\n";
        print("✗",
              in(language, {"Thư mục này không có tệp PDF nào đọc được", "no PDF that can be read in this folder"}));
    }
    bound_memory(files);
    std::map<Verdict, int> counts;
    for (const auto& file : files) ++counts[verify(file, {words.trusted}, language)];
    if (files.size() > 1) {
        const auto count = [&](Verdict verdict) { return counts[verdict]; };
        const int demo = count(Verdict::sound_and_demo);
        const int with_signature = count(Verdict::sound_and_signed) + demo;
        const Bilingual demo_share{demo > 0 ? fmt::format(" ({} chỉ ký thử nghiệm)", demo) : "",
                                   demo > 0 ? fmt::format(" ({} for demonstration only)", demo) : ""};
        const int bare = count(Verdict::sound);
        const int faulty = count(Verdict::wrong);
        std::cout << "\n"
                  << in(language,
                        {fmt::format("Tổng cộng {} tệp: {} có chữ ký và không sai lệch{}, {} chưa ký, {} CÓ VẤN ĐỀ",
                                     files.size(), with_signature, demo_share.vi, bare, faulty),
                         fmt::format("{} files: {} signed and without fault{}, {} not signed, {} WITH SOMETHING WRONG",
                                     files.size(), with_signature, demo_share.en, bare, faulty)})
                  << "\n";
    }
    return counts[Verdict::wrong] > 0 ? exit_some_failed : status;
}

}  // namespace

void add_verify(CLI::App& app, Language& language, Action& action) {
    auto words = std::make_shared<VerifyWords>();
    auto* command = app.add_subcommand("verify",
                                       "kiểm tra PDF: chữ ký số, tính toàn vẹn, lớp chữ, cấu trúc PDF/A\n"
                                       "(check signatures, integrity, text layer, PDF/A)");
    command->group(command_group);
    command->footer(
        "Dấu ở đầu dòng (marks): ✓ tốt (good), ! nên biết (worth knowing), ✗ sai (wrong), – không có (none).\n"
        "Mã thoát (exit code): 0 không thấy sai lệch (nothing wrong found), 1 có tệp sai hoặc không kiểm tra được.\n"
        "Không bao giờ tự kết nối mạng (never goes on-line).\n\n"
        "Ví dụ (examples):\n"
        "  sohoa verify ket-qua/\n"
        "  sohoa verify don.pdf --trust chung-thu-goc.pem\n");
    command->add_option("FILE", words->files, "tệp PDF, hoặc thư mục có tệp PDF (PDF files or folders)")
        ->required()
        ->type_name("");
    command
        ->add_option("--trust", words->trusted,
                     "chứng thư gốc tin cậy: tệp PEM/DER hoặc thư mục (trusted root certificates)")
        ->type_name("PATH");
    command->callback(
        [words, &language, &action] { action = [words, &language] { return verify_all(*words, language); }; });
}

}  // namespace sohoa::cli
