#include "ocr/turn_by_reading.h"

#include <algorithm>

namespace sohoa::ocr {

namespace {

constexpr double legible = 0.6;     // print that stands upright is read at 0.7 and more, anything else below 0.5
constexpr double clear_lead = 0.2;  // of one turn over the next

double confidence_of(double best, double next) {
    return std::clamp(0.5 * std::min(best / legible, (best - next) / clear_lead), 0.0, 1.0);
}

}  // namespace

LegibleTurn turn_by_reading(const Planes& planes, PageRecogniser& recogniser) {
    LegibleTurn found{planes.orientation, 0, 0};
    double best = 0;
    double next = 0;
    const auto look = [&](int turn) {
        const double read = recogniser.legibility(turned(planes.reading, turn), planes.reading_dpi);
        next = std::max(next, std::min(best, read));
        if (read > best) {
            best = read;
            found.turn = (planes.orientation + turn) % 360;
        }
    };
    look(0);
    look(180);
    found.confidence = confidence_of(best, next);
    if (found.confidence < 0.5) {
        look(90);
        look(270);
        found.confidence = confidence_of(best, next);
    }
    found.legibility = best;
    return found;
}

}  // namespace sohoa::ocr
