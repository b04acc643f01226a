#pragma once
#include <chrono>
#include <string_view>
#include <vector>

#include "base/raster.h"

namespace sohoa::ocr {

/// One step of a preparation, as it was done.
struct PreparationStep {
    std::string_view name;    ///< as in docs/imaging.md
    int part = 0;             ///< which of several sheets it was done to, from 1; 0: the scan, or the only sheet
    double milliseconds = 0;  ///< of processor time
    Raster picture;           ///< the plane as the step left it; empty where it left none or none was asked for
};

struct PreparationFigure {
    std::string_view name;  ///< with its unit: "x_height_pixels"
    double value = 0;
    int part = 0;  ///< as of a step
};

/// What prepare() did to a page, for those who want to see or to time it.
class PreparationRecord {
public:
    /// `pictures`: each step's plane is copied and kept. Copying is no part of any step's time.
    explicit PreparationRecord(bool pictures) : pictures_(pictures), begun_(processor_time()) {}

    /// What follows is done to one of several sheets, from 1, and kept apart from what is done to the others.
    void begin_part(int part) { part_ = part; }

    /// Ends a step: its time is what was spent since the end of the step before it, or since the record was made. Steps
    /// of the same name and part are added up, the later picture stays.
    void done(std::string_view step, const Raster* plane = nullptr);

    /// A figure that the page or part was measured by; measured again, the later one stays.
    void measured(std::string_view name, double value);

    const std::vector<PreparationStep>& steps() const { return steps_; }
    const std::vector<PreparationFigure>& figures() const { return figures_; }

private:
    using Time = std::chrono::duration<double, std::milli>;
    /// Of this process so far: what else runs on the machine is no part of it.
    static Time processor_time();

    bool pictures_;
    int part_ = 0;
    Time begun_;
    std::vector<PreparationStep> steps_;
    std::vector<PreparationFigure> figures_;
};

}  // namespace sohoa::ocr
