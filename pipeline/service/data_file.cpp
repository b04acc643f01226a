#include "pipeline/service/data_file.h"

#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "pipeline/dossier/document_json.h"
#include "pipeline/service/document_view.h"
#include "pipeline/service/json_members.h"

namespace sohoa::service {

using Json = nlohmann::ordered_json;

namespace {

std::string one_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// An array with one line for each entry, as DocumentJsonWriter lays it out.
template <class Items, class ToJson>
std::string lines_of(const Items& items, ToJson to_line) {
    std::string text = "[";
    for (const auto& item : items) text += (text.size() == 1 ? "\n    " : ",\n    ") + one_line(to_line(item));
    return text + (items.empty() ? "]" : "\n  ]");
}

Result<void> exchange(const std::string& path, std::map<std::string, std::string> members) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail(unreadable(path));
    AtomicFile file(path);
    std::ofstream out(file.temporary_path(), std::ios::binary);
    const bool whole = copy_with_members(in, out, std::move(members));
    out.close();
    if (!out) return fail(unwritable(path));
    if (!whole) {
        return fail(problem(code::file_damaged, {"Tệp dữ liệu bị hỏng", "the data file is damaged"}).in_file(path));
    }
    return file.commit();
}

}  // namespace

Result<void> write_dossier_code(const DataFolder& data, const std::string& id, const std::string& dossier_code) {
    return exchange(data.output(id, ".json"), {{"dossier_code", one_line(dossier_code)}});
}

Result<void> write_changes(store::Catalogue& catalogue, const DataFolder& data, const std::string& id) {
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    Jobs jobs(catalogue);
    const auto job = jobs.find(id);
    if (!job) return fail(job.error());
    const auto document = catalogue.document(id);
    if (!document) return fail(document.error());
    const int changes = static_cast<int>(document->history.size());
    if (!*job || (*job)->status != JobStatus::done || (*job)->changes_written == changes) return {};
    auto written = exchange(
        data.output(id, ".json"),
        {{"fields", lines_of(document->fields, [](const dossier::Field& field) { return dossier::to_json(field); })},
         {"history",
          lines_of(document->history, [](const store::FieldChange& change) { return change_view(change); })}});
    if (!written) return written;
    return jobs.note_written(id, changes);
}

}  // namespace sohoa::service
