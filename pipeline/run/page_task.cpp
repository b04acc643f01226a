#include "pipeline/run/page_task.h"

#include <nlohmann/json.hpp>

#include "base/vietnamese.h"
#include "ocr/page_reading_json.h"

namespace sohoa::run {

using Json = nlohmann::ordered_json;

namespace {

std::string hex_of(const std::string& bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        text.push_back(digits[static_cast<unsigned char>(c) >> 4]);
        text.push_back(digits[static_cast<unsigned char>(c) & 15]);
    }
    return text;
}

std::string bytes_of(const std::string& hex) {
    const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    for (std::size_t k = 0; k + 1 < hex.size(); k += 2) {
        bytes.push_back(static_cast<char>((value(hex[k]) << 4) | value(hex[k + 1])));
    }
    return bytes;
}

Json json_of(const scanners::Limits& limits) {
    return Json{{"pixels", limits.pixels}, {"bytes", limits.bytes}, {"pages", limits.pages}};
}

scanners::Limits limits_from(const Json& json) {
    return {json.at("pixels"), json.at("bytes"), json.at("pages")};
}

Json json_of(const Settings& settings) {
    return Json{{"model", settings.model},   {"jpeg_quality", settings.jpeg_quality},
                {"alto", settings.alto},     {"hocr", settings.hocr},
                {"signer", settings.signer}, {"limits", json_of(settings.limits)}};
}

Settings settings_from(const Json& json) {
    return {json.at("model"), json.at("jpeg_quality"), json.at("alto"),
            json.at("hocr"),  json.at("signer"),       limits_from(json.at("limits"))};
}

Json json_of(const OpenAnswer& answer) {
    Json json{{"opened", true}, {"sha256", answer.sha256}, {"pages", answer.pages}, {"format", answer.format}};
    json["signatures"] = Json::array();
    for (const auto& signature : answer.signatures) {
        json["signatures"].push_back({{"signer", valid_utf8(signature.signer)},
                                      {"issuer", valid_utf8(signature.issuer)},
                                      {"claimed_time", valid_utf8(signature.claimed_time)},
                                      {"format", signature.format},
                                      {"intact", signature.intact},
                                      {"trusted", signature.trusted}});
    }
    json["problems"] = Json::array();
    for (const auto& problem : answer.problems) json["problems"].push_back(ocr::to_json(problem));
    return json;
}

OpenAnswer open_answer_from(const Json& json) {
    OpenAnswer answer{json.at("sha256"), json.at("pages"), json.at("format"), {}, {}};
    for (const Json& entry : json.at("signatures")) {
        answer.signatures.push_back({entry.at("signer"), entry.at("issuer"), entry.at("claimed_time"),
                                     entry.at("format"), entry.at("intact"), entry.at("trusted")});
    }
    for (const Json& entry : json.at("problems")) {
        if (auto problem = ocr::problem_from_json(entry)) answer.problems.push_back(*std::move(problem));
    }
    return answer;
}

Json json_of(const std::vector<ocr::RereadPlace>& places) {
    Json json = Json::array();
    for (const ocr::RereadPlace& place : places) {
        Json corners = Json::array();
        for (const Point& corner : place.quad.corners) corners.insert(corners.end(), {corner.x, corner.y});
        json.push_back({{"quad", std::move(corners)}, {"grammar", ocr::name_of(place.grammar)}});
    }
    return json;
}

std::vector<ocr::RereadPlace> places_from(const Json& json) {
    std::vector<ocr::RereadPlace> places;
    for (const Json& entry : json) {
        ocr::RereadPlace& place = places.emplace_back();
        for (std::size_t k = 0; k < place.quad.corners.size(); ++k) {
            place.quad.corners[k] = {entry.at("quad").at(2 * k), entry.at("quad").at(2 * k + 1)};
        }
        place.grammar = ocr::grammar_named(entry.at("grammar").get<std::string>()).value_or(ocr::Grammar::code);
    }
    return places;
}

Json json_of(const RereadAnswer& answer) {
    Json readings = Json::array();
    for (const auto& reading : answer.readings) {
        readings.push_back(reading ? Json{{"text", reading->text}, {"confidence", reading->confidence}} : Json());
    }
    return Json{{"readings", std::move(readings)}};
}

RereadAnswer reread_answer_from(const Json& json) {
    RereadAnswer answer;
    for (const Json& entry : json.at("readings")) {
        auto& reading = answer.readings.emplace_back();
        if (!entry.is_null()) reading = {entry.at("text"), entry.at("confidence")};
    }
    return answer;
}

/// File names in messages may be no UTF-8; the wire is.
std::string line_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string to_wire(const Task& task) {
    if (const auto* open = std::get_if<OpenTask>(&task)) {
        return line_of({{"do", "open"}, {"file", hex_of(open->file)}, {"limits", json_of(open->limits)}});
    }
    if (const auto* picture = std::get_if<PictureTask>(&task)) {
        return line_of({{"do", "picture"},
                        {"file", hex_of(picture->file)},
                        {"page", picture->page},
                        {"width", picture->width},
                        {"picture", hex_of(picture->picture)},
                        {"limits", json_of(picture->limits)}});
    }
    if (const auto* inspect = std::get_if<InspectTask>(&task)) {
        return line_of({{"do", "inspect"},
                        {"file", hex_of(inspect->file)},
                        {"page", inspect->page},
                        {"folder", hex_of(inspect->folder)},
                        {"prefix", inspect->prefix},
                        {"settings", json_of(inspect->settings)},
                        {"show_personal", inspect->show_personal}});
    }
    if (const auto* reread = std::get_if<RereadTask>(&task)) {
        return line_of({{"do", "reread"},
                        {"file", hex_of(reread->file)},
                        {"page", reread->page},
                        {"places", json_of(reread->places)},
                        {"settings", json_of(reread->settings)}});
    }
    const auto& page = std::get<PageTask>(task);
    Json json{{"do", "page"},          {"file", hex_of(page.file)},   {"page", page.page},
              {"sha256", page.sha256}, {"spool", hex_of(page.spool)}, {"settings", json_of(page.settings)}};
    if (page.unread) json["unread"] = ocr::to_json(*page.unread);
    return line_of(json);
}

Result<Task> task_from_wire(const std::string& line) try {
    const Json json = Json::parse(line);
    if (json.at("do") == "open") return OpenTask{bytes_of(json.at("file")), limits_from(json.at("limits"))};
    if (json.at("do") == "picture") {
        return PictureTask{bytes_of(json.at("file")), json.at("page"), json.at("width"), bytes_of(json.at("picture")),
                           limits_from(json.at("limits"))};
    }
    if (json.at("do") == "inspect") {
        return InspectTask{bytes_of(json.at("file")),          json.at("page"),
                           bytes_of(json.at("folder")),        json.at("prefix"),
                           settings_from(json.at("settings")), json.at("show_personal")};
    }
    if (json.at("do") == "reread") {
        return RereadTask{bytes_of(json.at("file")), json.at("page"), places_from(json.at("places")),
                          settings_from(json.at("settings"))};
    }
    PageTask task{bytes_of(json.at("file")), json.at("page"), json.at("sha256"), bytes_of(json.at("spool")),
                  settings_from(json.at("settings"))};
    if (json.contains("unread")) {
        auto why = ocr::problem_from_json(json.at("unread"));
        if (!why) return fail(why.error());
        task.unread = *std::move(why);
    }
    return task;
} catch (const Json::exception& error) {
    return fail(code::internal_error,
                {"Yêu cầu không đọc được", std::string("a task cannot be read: ") + error.what()});
}

std::string to_wire(const Result<Answer>& answer) {
    if (!answer) return line_of({{"problem", ocr::to_json(answer.error())}});
    if (const auto* open = std::get_if<OpenAnswer>(&*answer)) return line_of(json_of(*open));
    if (const auto* reread = std::get_if<RereadAnswer>(&*answer)) return line_of(json_of(*reread));
    return line_of({{"peak_kilobytes", std::get<PageAnswer>(*answer).peak_kilobytes}});
}

std::optional<Result<Answer>> answer_from_wire(const std::string& line) try {
    const Json json = Json::parse(line);
    if (json.contains("problem")) {
        auto problem = ocr::problem_from_json(json.at("problem"));
        if (!problem) return std::nullopt;
        return fail(*std::move(problem));
    }
    if (json.contains("opened")) return open_answer_from(json);
    if (json.contains("readings")) return reread_answer_from(json);
    return PageAnswer{json.at("peak_kilobytes")};
} catch (const Json::exception&) {
    return std::nullopt;
}

std::string file_of(const Task& task) {
    return std::visit([](const auto& t) { return t.file; }, task);
}

int page_of(const Task& task) {
    if (const auto* picture = std::get_if<PictureTask>(&task)) return picture->page;
    if (const auto* inspect = std::get_if<InspectTask>(&task)) return inspect->page;
    if (const auto* reread = std::get_if<RereadTask>(&task)) return reread->page;
    const auto* page = std::get_if<PageTask>(&task);
    return page == nullptr ? 0 : page->page;
}

}  // namespace sohoa::run
