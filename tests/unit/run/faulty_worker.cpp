// A worker that does what the name of the file it is given says. State that outlives it lies in the file named by its
// first argument, so that "once" faults happen once.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <unistd.h>

namespace {

bool first_time(const std::string& marker) {
    if (std::ifstream(marker).good()) return false;
    std::ofstream(marker) << "seen";
    return true;
}

/// Shows other workers that one is at work.
class Presence {
public:
    explicit Presence(const std::string& marker) : path_(marker + "-slow-" + std::to_string(::getpid())) {
        std::ofstream(path_) << "here";
    }
    ~Presence() { std::remove(path_.c_str()); }
    Presence(const Presence&) = delete;
    Presence& operator=(const Presence&) = delete;

    static bool anybody(const std::string& marker) {
        const std::filesystem::path here(marker);
        const std::string begin = here.filename().string() + "-slow-";
        for (const auto& entry : std::filesystem::directory_iterator(here.parent_path())) {
            if (entry.path().filename().string().starts_with(begin)) return true;
        }
        return false;
    }

private:
    std::string path_;
};

void answer(const std::string& text) {
    const std::string line = text + "\n";
    if (::write(3, line.data(), line.size()) < 0) std::_Exit(1);
}

/// "2f61" → "/a"
std::string decoded(const std::string& hex) {
    std::string text;
    for (std::size_t k = 0; k + 1 < hex.size(); k += 2)
        text.push_back(static_cast<char>(std::stoi(hex.substr(k, 2), nullptr, 16)));
    return text;
}

}  // namespace

int main(int count, char** words) {
    const std::string marker = count > 1 ? words[1] : "";
    std::string line;
    while (std::getline(std::cin, line)) {
        const auto begin = line.find("\"file\":\"") + 8;
        const std::string file = decoded(line.substr(begin, line.find('"', begin) - begin));
        std::signal(SIGSEGV, SIG_DFL);  // a sanitizer would make an exit of it
        if (file == "segfault") std::raise(SIGSEGV);
        if (file == "segfault once" && first_time(marker)) std::raise(SIGSEGV);
        if (file == "abort") std::abort();
        if (file == "exit") return 7;
        if (file == "hang") ::sleep(1000);
        if (file == "slow") {
            const Presence here(marker);
            ::usleep(300'000);
        }
        if (file == "alone") {
            ::usleep(100'000);
            if (first_time(marker) || Presence::anybody(marker)) std::raise(SIGSEGV);
        }
        if (file == "garbage" || (file == "garbage once" && first_time(marker))) {
            answer("\x01\x02 not json {{{");
            continue;
        }
        if (file == "endless answer") {
            const std::string much(1 << 16, 'x');
            for (;;) {
                if (::write(3, much.data(), much.size()) < 0) return 1;
            }
        }
        answer("{\"peak_kilobytes\":42}");
    }
    return 0;
}
