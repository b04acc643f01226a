#include <nlohmann/json.hpp>

#include "ocr/page_reading_json.h"
#include "pipeline/inspect/inspection.h"

namespace sohoa::inspect {

using Json = nlohmann::ordered_json;

std::string to_json(const Inspection& inspection) {
    Json json{{"page", inspection.page}, {"dpi_guessed", inspection.dpi_guessed}};
    json["steps"] = Json::array();
    for (const InspectedStep& step : inspection.steps) {
        json["steps"].push_back(
            {{"name", step.name}, {"part", step.part}, {"milliseconds", step.milliseconds}, {"picture", step.picture}});
    }
    json["figures"] = Json::array();
    for (const InspectedFigure& figure : inspection.figures) {
        json["figures"].push_back({{"name", figure.name}, {"part", figure.part}, {"value", figure.value}});
    }
    json["overlay"] = inspection.overlay;
    json["withheld"] = inspection.withheld;
    json["codes"] = inspection.codes;
    json["reading"] = ocr::to_json(inspection.reading);
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Inspection> inspection_from_json(const std::string& text) try {
    const Json json = Json::parse(text);
    Inspection inspection;
    inspection.page = json.at("page");
    inspection.dpi_guessed = json.at("dpi_guessed");
    for (const Json& step : json.at("steps")) {
        inspection.steps.push_back({step.at("name"), step.at("part"), step.at("milliseconds"), step.at("picture")});
    }
    for (const Json& figure : json.at("figures")) {
        inspection.figures.push_back({figure.at("name"), figure.at("part"), figure.at("value")});
    }
    inspection.overlay = json.at("overlay");
    inspection.withheld = json.at("withheld");
    inspection.codes = json.at("codes").get<std::vector<std::string>>();
    auto reading = ocr::page_reading_from_json(json.at("reading"));
    if (!reading) return fail(reading.error());
    inspection.reading = *std::move(reading);
    return inspection;
} catch (const Json::exception& error) {
    return fail(code::internal_error, {"Dữ liệu soi trang không đọc được",
                                       std::string("the data of an inspection cannot be read: ") + error.what()});
}

}  // namespace sohoa::inspect
