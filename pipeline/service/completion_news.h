#pragma once
#include <string>

#include "pipeline/service/job.h"
#include "pipeline/store/query.h"

namespace sohoa::service {

/// The body of a webhook: what became of a job, where its results are, no personal data. JSON.
std::string completion_news(const Job& job, const store::DocumentFacts& facts);

}  // namespace sohoa::service
