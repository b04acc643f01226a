#include "pipeline/run/page_worker.h"

#include <csignal>
#include <iostream>
#include <malloc.h>
#include <string>
#include <sys/prctl.h>

#include "base/descriptor.h"
#include "pipeline/run/page_executor.h"

namespace sohoa::run {

int serve_tasks() {
    // Ctrl-C reaches the whole terminal group; the parent decides what becomes of pages in flight.
    std::signal(SIGINT, SIG_IGN);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NAME, "sohoa-page");  // started as /proc/self/exe it would be listed as "exe"
    // Each thread that reads beside the first would keep an arena of its own: a fifth of a worker's memory.
    ::mallopt(M_ARENA_MAX, 2);
    PageExecutor executor;
    std::string line;
    while (std::getline(std::cin, line)) {
        const auto task = task_from_wire(line);
        const Result<Answer> answer = task ? executor.execute(*task) : Result<Answer>(fail(task.error()));
        if (!write_all(answer_descriptor, to_wire(answer))) return 1;
    }
    return 0;
}

}  // namespace sohoa::run
