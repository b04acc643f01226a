#include "pipeline/service/document_view.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "ocr/page_reading_json.h"
#include "pipeline/dossier/document_json.h"

namespace sohoa::service {

using Json = nlohmann::ordered_json;

namespace {

Json links_of(const Job& job) {
    const std::string self = "/v1/documents/" + job.id;
    Json links{{"self", self}};
    if (job.status == JobStatus::done) {
        for (const char* each : {"pdf", "json", "text", "fields"}) links[each] = self + "/" + each;
        links["pages"] = self + "/pages/{n}.jpg";
    }
    return links;
}

Json count_of(const std::vector<dossier::Field>& fields) {
    Json counts;
    for (const char* status : {"accepted", "review", "confirmed"}) {
        counts[status] = std::count_if(fields.begin(), fields.end(), [&](const auto& f) { return f.status == status; });
    }
    return counts;
}

}  // namespace

Json problem_view(const Problem& problem) {
    Json json = ocr::to_json(problem);
    if (!problem.file.empty()) json["file"] = std::filesystem::path(problem.file).filename().string();
    return json;
}

Json change_view(const store::FieldChange& change) {
    return {{"name", change.name},
            {"old_normalized", change.old_normalized},
            {"new_normalized", change.new_normalized},
            {"at", change.at},
            {"by", change.by}};
}

Json job_summary(const Job& job, const store::DocumentFacts& facts) {
    Json json{{"id", job.id}, {"status", name_of(job.status)}, {"state", store::name_of(facts.state)}};
    if (job.status == JobStatus::failed && !job.problems.empty()) json["reason"] = problem_view(job.problems.front());
    json["kind"] = {{"id", facts.kind.id}, {"label", facts.kind.label}};
    json["pages"] = job.pages;
    json["dossier_code"] = job.words.dossier_code;
    json["procedure"] = job.words.procedure;
    json["files"] = Json::array();
    for (const auto& file : job.files) {
        json["files"].push_back({{"file", file.name}, {"sha256", file.sha256}, {"bytes", file.bytes}});
    }
    json["accepted_at"] = job.accepted_at;
    if (!job.started_at.empty()) json["started_at"] = job.started_at;
    if (!job.finished_at.empty()) json["finished_at"] = job.finished_at;
    json["links"] = links_of(job);
    return json;
}

Json list_entry(const Job& job, const store::StoredDocument& document, const PageCount& under_way) {
    Json json = job_summary(job, document.facts);
    const auto& facts = document.facts;
    if (!facts.owner_name.empty() || !facts.owner_id_number.empty())
        json["owner"] = {{"full_name", facts.owner_name}, {"id_number", facts.owner_id_number}};
    const bool done = job.status == JobStatus::done;
    json["progress"] = {{"pages", done ? job.pages : under_way.pages}, {"done", done ? job.pages : under_way.done}};
    json["field_counts"] = count_of(document.fields);
    return json;
}

Json document_view(const Job& job, const store::StoredDocument& document, const PageCount& under_way) {
    Json json = list_entry(job, document, under_way);
    json["fields"] = Json::array();
    for (const auto& field : document.fields) json["fields"].push_back(dossier::to_json(field));
    json["history"] = Json::array();
    for (const auto& change : document.history) json["history"].push_back(change_view(change));
    json["journal"] = Json::array();
    for (const auto& entry : document.journal) {
        json["journal"].push_back(
            {{"state", store::name_of(entry.state)}, {"at", entry.at}, {"by", entry.by}, {"what", entry.what}});
    }
    json["problems"] = Json::array();
    for (const Problem& each : job.problems) json["problems"].push_back(problem_view(each));
    return json;
}

}  // namespace sohoa::service
