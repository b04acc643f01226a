#include "ocr/upright_planes.h"

#include <algorithm>

#include "ocr/turn_by_reading.h"

namespace sohoa::ocr {

namespace {

constexpr std::size_t noise_pieces = 9000;  // twice those of a dense page
constexpr double noise_legibility = 0.3;
constexpr double sure_letters = 0.65;  // below, letters may be foreign, or broken by faint print

}  // namespace

Planes upright_planes(const Preparation& preparation, std::size_t sheet, PageRecogniser& recogniser,
                      PreparationRecord* record) {
    Planes planes = preparation.planes(sheet);
    if (planes.blank || planes.orientation_confidence >= sure_letters) return planes;
    const LegibleTurn found = turn_by_reading(planes, recogniser);
    if (record != nullptr) record->done("turn_by_reading");
    const bool legible = planes.pieces < noise_pieces || found.legibility > noise_legibility;
    int turn = found.turn;
    double confidence = found.confidence;
    if (found.confidence < sure_turn && found.turn == planes.orientation && legible) {
        confidence = std::max(confidence, planes.orientation_confidence);  // two weak witnesses agree
    } else if (found.confidence < sure_turn && !legible) {
        turn = 0;  // noise has no lines that lie
    } else if (found.confidence < sure_turn) {
        turn = planes.orientation % 180;  // a page is not turned upside down on a guess
    }
    if (turn != planes.orientation) planes = preparation.planes(sheet, turn);
    planes.orientation_confidence = confidence;
    if (record != nullptr) record->measured("orientation_confidence", confidence);
    planes.legible = legible;
    return planes;
}

}  // namespace sohoa::ocr
