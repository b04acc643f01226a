#include "pipeline/dossier/document_json.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/vietnamese.h"
#include "ocr/page_reading_json.h"

namespace sohoa::dossier {

using Json = nlohmann::ordered_json;

namespace {

/// One line of JSON; bytes that are no UTF-8 are replaced rather than thrown about.
std::string on_one_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

double four_decimals(double value) {
    return std::isfinite(value) ? std::round(value * 1e4) / 1e4 + 0.0 : 0.0;
}

Json json_of(const SourceSignature& signature) {
    return {{"signer", signature.signer}, {"issuer", signature.issuer}, {"claimed_time", signature.claimed_time},
            {"format", signature.format}, {"intact", signature.intact}, {"trusted", signature.trusted}};
}

Json json_of(const SourceFile& source) {
    Json json{{"file", valid_utf8(source.file)}, {"sha256", source.sha256}, {"pages", source.pages}};
    if (!source.signatures.empty()) {
        json["signatures"] = Json::array();
        for (const SourceSignature& signature : source.signatures) json["signatures"].push_back(json_of(signature));
    }
    if (!source.joined.empty()) {
        json["files"] = Json::array();
        for (const SourceFile& file : source.joined) json["files"].push_back(json_of(file));
    }
    return json;
}

Json json_of(const MadeBy& made_by) {
    return {{"program", made_by.program},   {"version", made_by.version},   {"models", made_by.models},
            {"tables", made_by.tables},     {"settings", made_by.settings}, {"at", made_by.at},
            {"identity", made_by.identity}, {"complete", made_by.complete}};
}

Json json_of(const Kind& kind) {
    return {{"id", kind.id}, {"label", kind.label}, {"confidence", four_decimals(kind.confidence)}};
}

Json json_of(const OutputFile& output) {
    return {{"file", valid_utf8(output.file)}, {"sha256", output.sha256}, {"bytes", output.bytes}};
}

Json json_of(const Evidence& evidence) {
    return {{"page", evidence.page},
            {"box", Json::array({evidence.box.x, evidence.box.y, evidence.box.width, evidence.box.height})},
            {"source", evidence.source}};
}

/// An array with one line for each entry.
template <class Items, class ToJson>
void write_lines(std::ostream& out, const char* name, const Items& items, ToJson to_line) {
    out << ",\n  \"" << name << "\": [";
    bool first = true;
    for (const auto& item : items) {
        out << (first ? "\n    " : ",\n    ") << on_one_line(to_line(item));
        first = false;
    }
    out << (first ? "]" : "\n  ]");
}

/// Members of an object on one line up to `name`, whose entries get lines of their own.
void write_open(std::ostream& out, const Json& object, const char* name) {
    out << "{";
    bool first = true;
    for (const auto& [key, value] : object.items()) {
        if (key == name) continue;
        out << (first ? "" : ", ") << on_one_line(Json(key)) << ": " << on_one_line(value);
        first = false;
    }
    out << (first ? "" : ", ") << "\"" << name << "\": [";
}

void write_block(std::ostream& out, const Json& block) {
    write_open(out, block, "lines");
    bool first = true;
    for (const Json& line : block.value("lines", Json::array())) {
        out << (first ? "\n        " : ",\n        ") << on_one_line(line);
        first = false;
    }
    out << "]}";
}

}  // namespace

Json to_json(const Field& field) {
    Json json{{"name", field.name},
              {"value", field.value},
              {"normalized", field.normalized},
              {"confidence", four_decimals(field.confidence)},
              {"status", field.status}};
    json["evidence"] = Json::array();
    for (const Evidence& evidence : field.evidence) json["evidence"].push_back(json_of(evidence));
    json["alternatives"] = field.alternatives;
    return json;
}

void DocumentJsonWriter::begin(const DocumentHead& head) {
    out_ << "{\n  \"schema\": \"sohoa/1\"";
    out_ << ",\n  \"source\": " << on_one_line(json_of(head.source));
    out_ << ",\n  \"made_by\": " << on_one_line(json_of(head.made_by));
    out_ << ",\n  \"kind\": " << on_one_line(json_of(head.understanding.kind));
    write_lines(out_, "fields", head.understanding.fields, [](const Field& field) { return to_json(field); });
    write_lines(out_, "missing", head.understanding.missing, [](const std::string& name) { return Json(name); });
    out_ << ",\n  \"pages\": [";
}

void DocumentJsonWriter::page(const Json& page, int index, int source_page) {
    Json numbered{{"index", index}, {"source_page", source_page}};
    for (const auto& [key, value] : page.items()) {
        if (key != "blocks") numbered[key] = value;
    }
    out_ << (first_page_ ? "\n    " : ",\n    ");
    first_page_ = false;
    write_open(out_, numbered, "blocks");
    bool first = true;
    for (const Json& block : page.value("blocks", Json::array())) {
        out_ << (first ? "\n      " : ",\n      ");
        write_block(out_, block);
        first = false;
    }
    out_ << "]}";
}

void DocumentJsonWriter::end(const DocumentTail& tail) {
    out_ << (first_page_ ? "]" : "\n  ]");
    write_lines(out_, "problems", tail.problems, [](const Problem& problem) { return ocr::to_json(problem); });
    write_lines(out_, "outputs", tail.outputs, [](const OutputFile& output) { return json_of(output); });
    if (!tail.dossier_code.empty()) out_ << ",\n  \"dossier_code\": " << on_one_line(Json(tail.dossier_code));
    out_ << "\n}\n";
}

}  // namespace sohoa::dossier
