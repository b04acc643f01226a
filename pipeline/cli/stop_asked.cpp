#include "pipeline/cli/stop_asked.h"

#include <csignal>

namespace sohoa::cli {

namespace {

/// The one thing a signal handler may touch.
std::atomic<bool> stop_asked{false};

}  // namespace

const std::atomic<bool>& stop_in_good_order() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        ::sigaction(signal, nullptr, &before);
        if (before.sa_handler == SIG_IGN) continue;
        struct sigaction asked {};
        asked.sa_handler = [](int) { stop_asked = true; };
        ::sigemptyset(&asked.sa_mask);
        asked.sa_flags = SA_RESTART;
        ::sigaction(signal, &asked, nullptr);
    }
    std::signal(SIGPIPE, SIG_IGN);
    return stop_asked;
}

}  // namespace sohoa::cli
