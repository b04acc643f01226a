#include "scanners/pdf/child_program.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sstream>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace sohoa::scanners {

namespace {

void bound(int resource, rlim_t amount) {
    rlimit limit{};
    if (::getrlimit(static_cast<__rlimit_resource>(resource), &limit) != 0) return;
    limit.rlim_cur = std::min<rlim_t>(amount, limit.rlim_max);
    limit.rlim_max = limit.rlim_cur;
    ::setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

/// Between fork and exec: only calls that are safe after a signal.
[[noreturn]] void become(const char* path, char* const* arguments, int input, int output, pid_t parent,
                         rlim_t seconds) {
    static constexpr rlim_t memory = rlim_t{4} << 30;
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(127);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    bound(RLIMIT_AS, memory);
    bound(RLIMIT_CPU, seconds);
    bound(RLIMIT_CORE, 0);
    bound(RLIMIT_FSIZE, 0);
    const int nowhere = ::open("/dev/null", O_WRONLY);
    if (::dup2(input, 0) < 0 || ::dup2(output, 1) < 0 || (nowhere >= 0 && ::dup2(nowhere, 2) < 0)) ::_exit(127);
    ::close_range(3, ~0U, 0);
    ::execv(path, arguments);
    ::_exit(127);
}

}  // namespace

std::string find_program(const std::string& name) {
    const char* variable = std::getenv("PATH");
    std::istringstream folders(variable == nullptr ? "/usr/local/bin:/usr/bin:/bin" : variable);
    for (std::string folder; std::getline(folders, folder, ':');) {
        std::string path = folder + "/" + name;
        if (!folder.empty() && ::access(path.c_str(), X_OK) == 0) return path;
    }
    return {};
}

Result<ChildProgram> ChildProgram::start(const std::string& path, const std::vector<std::string>& arguments, int input,
                                         Clock::time_point deadline) {
    std::vector<char*> words;
    words.push_back(const_cast<char*>(path.c_str()));
    for (const auto& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    const auto left = std::chrono::duration_cast<std::chrono::seconds>(deadline - Clock::now()).count();
    const auto seconds = static_cast<rlim_t>(std::max<long long>(1, left + 1));

    int pipe_ends[2];
    if (::pipe2(pipe_ends, O_CLOEXEC) != 0) {
        return fail(code::render_failed, {"Không tạo được ống dẫn", "no pipe could be made"});
    }
    const pid_t parent = ::getpid();
    const pid_t pid = ::fork();
    if (pid == 0) become(path.c_str(), words.data(), input, pipe_ends[1], parent, seconds);
    ::close(pipe_ends[1]);
    if (pid < 0) {
        ::close(pipe_ends[0]);
        return fail(code::render_failed,
                    {"Không khởi động được chương trình kết xuất", "the renderer could not be started"});
    }
    return ChildProgram(pid, pipe_ends[0], deadline);
}

ChildProgram::ChildProgram(ChildProgram&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      output_(std::exchange(other.output_, -1)),
      deadline_(other.deadline_),
      out_of_time_(other.out_of_time_) {}

ChildProgram::~ChildProgram() {
    if (output_ >= 0) ::close(output_);
    if (pid_ <= 0) return;
    ::kill(-pid_, SIGKILL);
    ::kill(pid_, SIGKILL);  // its group may not be there yet
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

std::size_t ChildProgram::read(void* to, std::size_t count) {
    std::size_t done = 0;
    while (done < count && !out_of_time_) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now()).count();
        if (left <= 0) {
            out_of_time_ = true;
            break;
        }
        pollfd waiting{output_, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(std::min<long long>(left, 60'000)));
        if (ready <= 0) continue;
        const ssize_t got = ::read(output_, static_cast<char*>(to) + done, count - done);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

}  // namespace sohoa::scanners
