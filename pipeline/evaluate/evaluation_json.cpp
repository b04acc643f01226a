#include "pipeline/evaluate/evaluation_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace sohoa::evaluate {

namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) {
    return std::round(value * 1e6) / 1e6;
}

Json json_of(const Share& share) {
    Json json{{"count", share.count}, {"of", share.of}, {"value", nullptr}, {"low", nullptr}, {"high", nullptr}};
    if (share.of == 0) return json;
    const Interval bounds = wilson(share);
    json["value"] = rounded(share.value());
    json["low"] = rounded(bounds.low);
    json["high"] = rounded(bounds.high);
    return json;
}

Json json_of(const FieldScore& score) {
    return {{"right", score.right},
            {"wrong", score.wrong},
            {"missing", score.missing},
            {"unasked", score.unasked},
            {"recall", json_of(score.recall())},
            {"precision", json_of(score.precision())},
            {"accepted_share", json_of(score.accepted_share())},
            {"accepted_precision", json_of(score.accepted_precision())}};
}

Json json_of(const Reliability& reliability) {
    Json json{{"words", reliability.words()},
              {"untold", reliability.untold()},
              {"sure_share", json_of(reliability.sure_share())},
              {"sure_right", json_of(reliability.sure_right())},
              {"calibration_error", rounded(reliability.calibration_error())},
              {"bins", Json::array()}};
    for (std::size_t k = 0; k < Reliability::bin_count; ++k) {
        const ConfidenceBin& bin = reliability.bins()[k];
        Json told;
        if (bin.right.of > 0) told = rounded(bin.told());
        json["bins"].push_back({{"from", Reliability::edges[k]},
                                {"to", Reliability::edges[k + 1]},
                                {"told", told},
                                {"right", json_of(bin.right)}});
    }
    return json;
}

Json json_of(const Tally& tally, bool text_only) {
    Json json{{"scans", tally.papers},
              {"pages", tally.pages},
              {"missing", tally.missing},
              {"characters", tally.text.characters.of},
              {"cer", json_of(tally.text.characters)},
              {"base_cer", json_of(tally.text.base)},
              {"line_free_cer", json_of(tally.text.lines)},
              {"wer", json_of(tally.text.words)},
              {"free_word_recall", json_of(tally.text.free_words)},
              {"handwriting_cer", json_of(tally.text.handwriting)}};
    if (tally.reliability.words() > 0) json["reliability"] = json_of(tally.reliability);
    if (text_only) return json;
    json["fields"] = json_of(tally.fields);
    json["handwritten_fields"] = json_of(tally.handwritten_fields);
    json["kind_right"] = json_of(tally.kinds);
    json["codes_read"] = json_of(tally.codes);
    json["codes_misread"] = tally.codes_misread;
    json["zones_read"] = json_of(tally.zones);
    json["zones_misread"] = tally.zones_misread;
    json["unattended"] = json_of(tally.unattended);
    return json;
}

}  // namespace

std::string json_of(const Evaluation& evaluation) {
    const bool text_only = evaluation.text_only;
    Json json{{"schema", "sohoa-evaluation/1"}, {"text_only", text_only}, {"all", json_of(evaluation.all, text_only)}};
    json["levels"] = Json::object();
    for (const auto& [level, tally] : evaluation.by_level) json["levels"][level] = json_of(tally, text_only);
    json["kinds"] = Json::object();
    for (const auto& [kind, tally] : evaluation.by_kind) json["kinds"][kind] = json_of(tally, text_only);
    json["levels_and_kinds"] = Json::object();
    for (const auto& [group, tally] : evaluation.by_level_and_kind) {
        json["levels_and_kinds"][group.first][group.second] = json_of(tally, text_only);
    }
    if (!text_only) {
        json["fields"] = Json::object();
        for (const auto& [name, score] : evaluation.by_field) json["fields"][name] = json_of(score);
    }
    json["missing"] = Json::array();
    for (const Pair& pair : evaluation.missing) {
        json["missing"].push_back({{"stem", pair.stem},
                                   {"level", pair.level},
                                   {"text", pair.text_path.empty()},
                                   {"json", pair.json_path.empty()}});
    }
    json["untouched"] = Json::object();
    for (const auto& [level, scans] : evaluation.untouched) json["untouched"][level] = scans;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sohoa::evaluate
