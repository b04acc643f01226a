#include "ocr/upright_sheet.h"

#include <algorithm>
#include <utility>

#include "ocr/text/reading_steps.h"
#include "ocr/turn_by_reading.h"

namespace sohoa::ocr {

namespace {

constexpr std::size_t noise_pieces = 9000;  // twice those of a dense page
constexpr double noise_legibility = 0.3;
constexpr double sure_letters = 0.65;  // below, letters may be foreign, or broken by faint print

/// Turns planes of which the letters do not tell for sure how they stand.
void turn_unsure(const Preparation& preparation, std::size_t sheet, PageRecogniser& recogniser, Planes& planes,
                 PreparationRecord* record) {
    const LegibleTurn found = turn_by_reading(planes, recogniser);
    if (record != nullptr) record->done("turn_by_reading");
    const bool is_print = planes.pieces < noise_pieces || found.legibility > noise_legibility;
    int turn = found.turn;
    double confidence = found.confidence;
    if (found.confidence < sure_turn && found.turn == planes.orientation && is_print) {
        confidence = std::max(confidence, planes.orientation_confidence);  // two weak witnesses agree
    } else if (found.confidence < sure_turn && !is_print) {
        turn = 0;  // noise has no lines that lie
    } else if (found.confidence < sure_turn) {
        turn = planes.orientation % 180;  // a page is not turned upside down on a guess
    }
    if (turn != planes.orientation) planes = preparation.planes(sheet, turn);
    planes.orientation_confidence = confidence;
    if (record != nullptr) record->measured("orientation_confidence", confidence);
    planes.legible = is_print;
}

}  // namespace

UprightSheet upright_sheet(const Preparation& preparation, std::size_t sheet, PageRecogniser& recogniser,
                           PreparationRecord* record) {
    UprightSheet upright{preparation.planes(sheet), {}};
    Planes& planes = upright.planes;
    if (planes.blank) return upright;
    upright.zones = read_mrz(planes.reading);
    if (record != nullptr) record->done(reading_step::machine_zones);
    const int before = planes.orientation;
    const auto certain =
        std::find_if(upright.zones.begin(), upright.zones.end(), [](const MrzReading& zone) { return zone.valid; });
    if (certain != upright.zones.end()) {
        if (certain->turn != 0) planes = preparation.planes(sheet, (planes.orientation + certain->turn) % 360);
        planes.orientation_confidence = 1;
    } else if (planes.orientation_confidence < sure_letters) {
        turn_unsure(preparation, sheet, recogniser, planes, record);
    }
    if (planes.orientation != before && !upright.zones.empty()) {
        upright.zones = read_mrz(planes.reading);
        if (record != nullptr) record->done(reading_step::machine_zones);
    }
    return upright;
}

}  // namespace sohoa::ocr
