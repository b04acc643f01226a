#include "ocr/page_reading_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace sohoa::ocr {

using Json = nlohmann::ordered_json;

namespace {

double rounded(double value, double steps) {
    return std::round(value * steps) / steps + 0.0;
}
double four_decimals(double value) {
    return rounded(value, 1e4);
}
double two_decimals(double value) {
    return rounded(value, 1e2);
}
double one_decimal(double value) {
    return rounded(value, 10);
}

Json json_of(const Box& box) {
    return Json::array({box.x, box.y, box.width, box.height});
}

Json json_of(const Quad& quad) {
    Json json = Json::array();
    for (const Point& corner : quad.corners) {
        json.push_back(one_decimal(corner.x));
        json.push_back(one_decimal(corner.y));
    }
    return json;
}

Json json_of(const Word& word) {
    Json json{{"box", json_of(word.box)}};
    if (word.quad) json["quad"] = json_of(*word.quad);
    json["text"] = word.text;
    json["confidence"] = four_decimals(word.confidence);
    if (!word.raw.empty()) json["raw"] = word.raw;
    return json;
}

Json json_of(const Line& line) {
    Json json{{"box", json_of(line.box)}};
    if (line.quad) json["quad"] = json_of(*line.quad);
    json["text"] = line.text;
    json["confidence"] = four_decimals(line.confidence);
    json["baseline"] = Json::array({one_decimal(line.baseline.start.x), one_decimal(line.baseline.start.y),
                                    one_decimal(line.baseline.end.x), one_decimal(line.baseline.end.y)});
    json["words"] = Json::array();
    for (const Word& word : line.words) json["words"].push_back(json_of(word));
    return json;
}

Json json_of(const Block& block) {
    Json json = Json::object();
    if (!block.role.empty()) json["role"] = block.role;
    json["box"] = json_of(block.box);
    json["lines"] = Json::array();
    for (const Line& line : block.lines) json["lines"].push_back(json_of(line));
    return json;
}

Json json_of(const TableCell& cell) {
    Json json{{"row", cell.row},
              {"column", cell.column},
              {"row_span", cell.row_span},
              {"column_span", cell.column_span},
              {"box", json_of(cell.box)}};
    if (cell.quad) json["quad"] = json_of(*cell.quad);
    return json;
}

Json json_of(const Region& region) {
    Json json{{"kind", region.kind}, {"box", json_of(region.box)}, {"confidence", four_decimals(region.confidence)}};
    if (!region.text.empty()) json["text"] = region.text;
    if (!region.state.empty()) json["state"] = region.state;
    for (const TableCell& cell : region.cells) json["cells"].push_back(json_of(cell));
    return json;
}

Json json_of(const Code& code) {
    return Json{{"format", code.format}, {"box", json_of(code.box)}, {"quad", json_of(code.quad)}, {"text", code.text}};
}

Json json_of(const Mrz& mrz) {
    Json json{{"format", mrz.format},    {"lines", mrz.lines},        {"valid", mrz.valid},
              {"box", json_of(mrz.box)}, {"quad", json_of(mrz.quad)}, {"confidence", four_decimals(mrz.confidence)}};
    if (!mrz.failed.empty()) json["failed"] = mrz.failed;
    return json;
}

Box box_from(const Json& json) {
    return {json.at(0), json.at(1), json.at(2), json.at(3)};
}

Quad quad_from(const Json& json) {
    Quad quad;
    for (std::size_t k = 0; k < 4; ++k) quad.corners[k] = {json.at(2 * k), json.at(2 * k + 1)};
    return quad;
}

std::optional<Quad> quad_in(const Json& json) {
    if (!json.contains("quad")) return std::nullopt;
    return quad_from(json.at("quad"));
}

Word word_from(const Json& json) {
    return {box_from(json.at("box")), quad_in(json), json.at("text"), json.at("confidence"), json.value("raw", "")};
}

Line line_from(const Json& json) {
    const Json& baseline = json.at("baseline");
    Line line{.box = box_from(json.at("box")),
              .quad = quad_in(json),
              .text = json.at("text"),
              .confidence = json.at("confidence"),
              .baseline = {{baseline.at(0), baseline.at(1)}, {baseline.at(2), baseline.at(3)}},
              .words = {}};
    for (const Json& word : json.at("words")) line.words.push_back(word_from(word));
    return line;
}

Block block_from(const Json& json) {
    Block block{json.value("role", ""), box_from(json.at("box")), {}};
    for (const Json& line : json.at("lines")) block.lines.push_back(line_from(line));
    return block;
}

TableCell cell_from(const Json& json) {
    return {box_from(json.at("box")), quad_in(json),       json.at("row"),
            json.at("column"),        json.at("row_span"), json.at("column_span")};
}

Region region_from(const Json& json) {
    Region region{json.at("kind"),        box_from(json.at("box")), json.at("confidence"),
                  json.value("text", ""), json.value("state", ""),  {}};
    if (json.contains("cells")) {
        for (const Json& cell : json.at("cells")) region.cells.push_back(cell_from(cell));
    }
    return region;
}

}  // namespace

Json to_json(const PageReading& page) {
    Json json{{"width", page.width},
              {"height", page.height},
              {"dpi", two_decimals(page.dpi)},
              {"orientation", page.orientation},
              {"skew", two_decimals(page.skew)},
              {"blank", page.blank},
              {"quality", {{"verdict", page.quality.verdict}, {"issues", page.quality.issues}}}};
    if (!page.parts.empty()) {
        json["parts"] = Json::array();
        for (const Part& part : page.parts) {
            json["parts"].push_back({{"quad", json_of(part.quad)},
                                     {"orientation", part.orientation},
                                     {"skew", two_decimals(part.skew)},
                                     {"blank", part.blank}});
        }
    }
    json["blocks"] = Json::array();
    for (const Block& block : page.blocks) json["blocks"].push_back(json_of(block));
    json["regions"] = Json::array();
    for (const Region& region : page.regions) json["regions"].push_back(json_of(region));
    json["codes"] = Json::array();
    for (const Code& code : page.codes) json["codes"].push_back(json_of(code));
    json["mrz"] = Json::array();
    for (const Mrz& mrz : page.mrz) json["mrz"].push_back(json_of(mrz));
    if (!page.problems.empty()) {
        json["problems"] = Json::array();
        for (const Problem& problem : page.problems) json["problems"].push_back(to_json(problem));
    }
    return json;
}

Result<PageReading> page_reading_from_json(const Json& json) try {
    PageReading page;
    page.width = json.at("width");
    page.height = json.at("height");
    page.dpi = json.at("dpi");
    page.orientation = json.at("orientation");
    page.skew = json.at("skew");
    page.blank = json.at("blank");
    page.quality.verdict = json.at("quality").at("verdict");
    page.quality.issues = json.at("quality").at("issues").get<std::vector<std::string>>();
    if (json.contains("parts")) {
        for (const Json& part : json.at("parts")) {
            page.parts.push_back(
                {quad_from(part.at("quad")), part.at("orientation"), part.at("skew"), part.at("blank")});
        }
    }
    for (const Json& block : json.at("blocks")) page.blocks.push_back(block_from(block));
    for (const Json& region : json.at("regions")) page.regions.push_back(region_from(region));
    for (const Json& code : json.at("codes")) {
        page.codes.push_back(
            {code.at("format"), box_from(code.at("box")), quad_from(code.at("quad")), code.at("text")});
    }
    for (const Json& mrz : json.at("mrz")) {
        page.mrz.push_back({mrz.at("format"), mrz.at("lines").get<std::vector<std::string>>(), mrz.at("valid"),
                            box_from(mrz.at("box")), quad_in(mrz).value_or(Quad{}), mrz.value("confidence", 0.0),
                            mrz.value("failed", std::vector<std::string>{})});
    }
    if (json.contains("problems")) {
        for (const Json& entry : json.at("problems")) {
            auto problem = problem_from_json(entry);
            if (!problem) return fail(problem.error());
            page.problems.push_back(*std::move(problem));
        }
    }
    return page;
} catch (const Json::exception& error) {
    return fail(code::internal_error, {"Kết quả trang không đọc lại được",
                                       std::string("a page result cannot be read back: ") + error.what()});
}

Json to_json(const Problem& problem) {
    Json json{{"file", problem.file}};
    if (problem.page > 0) json["page"] = problem.page;
    json["severity"] = name_of(problem.severity);
    json["code"] = problem.code;
    json["message"] = problem.message.vi;
    json["message_en"] = problem.message.en;
    json["remedy"] = problem.remedy.vi;
    json["remedy_en"] = problem.remedy.en;
    return json;
}

Result<Problem> problem_from_json(const Json& json) try {
    Problem problem;
    problem.file = json.value("file", "");
    problem.page = json.value("page", 0);
    const std::string severity = json.at("severity");
    problem.severity = severity == "note"      ? Severity::note
                       : severity == "warning" ? Severity::warning
                                               : Severity::error;
    problem.code = json.at("code");
    problem.message = {json.at("message"), json.value("message_en", "")};
    problem.remedy = {json.value("remedy", ""), json.value("remedy_en", "")};
    return problem;
} catch (const Json::exception& error) {
    return fail(code::internal_error,
                {"Vấn đề không đọc lại được", std::string("a problem cannot be read back: ") + error.what()});
}

}  // namespace sohoa::ocr
