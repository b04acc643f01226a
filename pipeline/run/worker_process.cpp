#include "pipeline/run/worker_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

#include "pipeline/run/page_worker.h"

extern char** environ;

namespace sohoa::run {

namespace {

/// The environment of a worker: ours, with OpenMP held to one thread. It must be there before the program starts:
/// libgomp reads it when it is loaded, so setting it inside the worker changes nothing.
std::vector<std::string> worker_environment() {
    std::vector<std::string> variables;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        if (std::strncmp(*variable, "OMP_THREAD_LIMIT=", 17) != 0) variables.emplace_back(*variable);
    }
    variables.emplace_back("OMP_THREAD_LIMIT=1");
    return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

Failure cannot_start(int error) {
    const std::string why = std::strerror(error);
    return fail(code::internal_error,
                {"Không khởi động được tiến trình đọc trang: " + why, "a page worker cannot be started: " + why});
}

std::string ending_of(int status) {
    if (WIFSIGNALED(status)) return fmt::format("signal {}", WTERMSIG(status));
    return fmt::format("exit {}", WEXITSTATUS(status));
}

}  // namespace

Result<WorkerProcess> WorkerProcess::start(const WorkerOptions& options) {
    // Sockets rather than pipes: a worker that died answers a write with EPIPE (MSG_NOSIGNAL) instead of a signal.
    std::array<int, 2> to{};
    std::array<int, 2> from{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, to.data()) != 0) return cannot_start(errno);
    if (::pipe2(from.data(), O_CLOEXEC) != 0) {
        const int error = errno;
        ::close(to[0]);
        ::close(to[1]);
        return cannot_start(error);
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, to[1], STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (::getenv("SOHOA_WORKER_STDERR") == nullptr) {
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    }
    posix_spawn_file_actions_adddup2(&actions, from[1], answer_descriptor);

    const std::string program = options.program.empty() ? "/proc/self/exe" : options.program;
    std::vector<std::string> arguments{options.program.empty() ? "sohoa" : options.program};
    arguments.insert(arguments.end(), options.arguments.begin(), options.arguments.end());
    std::vector<std::string> variables = worker_environment();
    const std::vector<char*> argument_pointers = pointers_to(arguments);
    const std::vector<char*> variable_pointers = pointers_to(variables);
    pid_t pid = -1;
    const int error =
        ::posix_spawn(&pid, program.c_str(), &actions, nullptr, argument_pointers.data(), variable_pointers.data());
    posix_spawn_file_actions_destroy(&actions);
    ::close(to[1]);
    ::close(from[1]);
    if (error != 0) {
        ::close(to[0]);
        ::close(from[0]);
        return cannot_start(error);
    }
    const rlimit no_core{0, 0};
    ::prlimit(pid, RLIMIT_CORE, &no_core, nullptr);
    if (options.memory_bytes > 0) {
        const rlimit space{static_cast<rlim_t>(options.memory_bytes), static_cast<rlim_t>(options.memory_bytes)};
        ::prlimit(pid, RLIMIT_AS, &space, nullptr);
    }
    if (options.nice > 0) ::setpriority(PRIO_PROCESS, static_cast<id_t>(pid), options.nice);
    ::fcntl(from[0], F_SETFL, O_NONBLOCK);
    return WorkerProcess(pid, to[0], from[0]);
}

WorkerProcess::~WorkerProcess() {
    end();
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      to_(std::exchange(other.to_, -1)),
      from_(std::exchange(other.from_, -1)),
      buffer_(std::move(other.buffer_)) {}

WorkerProcess& WorkerProcess::operator=(WorkerProcess&& other) noexcept {
    if (this != &other) {
        end();
        pid_ = std::exchange(other.pid_, -1);
        to_ = std::exchange(other.to_, -1);
        from_ = std::exchange(other.from_, -1);
        buffer_ = std::move(other.buffer_);
    }
    return *this;
}

bool WorkerProcess::send(const std::string& line) {
    std::string_view bytes = line;
    while (!bytes.empty()) {
        const ssize_t count = ::send(to_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

WorkerProcess::Event WorkerProcess::receive(std::string& line) {
    constexpr std::size_t longest_answer = std::size_t{1} << 22;  // bytes; a worker gone mad must not fill the parent
    std::array<char, 4096> bytes{};
    for (;;) {
        if (const auto end_of_line = buffer_.find('\n'); end_of_line != std::string::npos) {
            line = buffer_.substr(0, end_of_line);
            buffer_.erase(0, end_of_line + 1);
            return Event::line;
        }
        if (buffer_.size() > longest_answer) return Event::gone;
        const ssize_t count = ::read(from_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return Event::nothing;
        if (count <= 0) return Event::gone;
        buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    }
}

std::string WorkerProcess::end() {
    if (pid_ < 0) return {};
    close_pipes();
    int status = 0;
    pid_t ended = ::waitpid(pid_, &status, WNOHANG);
    if (ended == 0) {
        // Its pipe may have closed an instant before the process itself is gone.
        ::usleep(20'000);
        ended = ::waitpid(pid_, &status, WNOHANG);
    }
    if (ended == 0) {
        ::kill(pid_, SIGKILL);
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
    }
    pid_ = -1;
    return ending_of(status);
}

void WorkerProcess::close_pipes() {
    if (to_ >= 0) ::close(std::exchange(to_, -1));
    if (from_ >= 0) ::close(std::exchange(from_, -1));
}

}  // namespace sohoa::run
