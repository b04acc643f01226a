#include "pipeline/service/completion_news.h"

#include <nlohmann/json.hpp>

#include "pipeline/service/document_view.h"

namespace sohoa::service {

std::string completion_news(const Job& job, const store::DocumentFacts& facts) {
    nlohmann::ordered_json news{{"event", job.status == JobStatus::done ? "document.done" : "document.failed"}};
    news.update(job_summary(job, facts));
    news.erase("files");  // names of files often carry names of people
    return news.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace sohoa::service
