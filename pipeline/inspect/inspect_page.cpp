#include "pipeline/inspect/inspect_page.h"

#include <filesystem>
#include <fmt/format.h>

#include "base/files.h"
#include "base/masking.h"
#include "base/vietnamese.h"
#include "ocr/image/preparation_record.h"
#include "ocr/read_page.h"
#include "pipeline/dossier/identity/personal_papers.h"
#include "pipeline/inspect/inspection_folder.h"
#include "pipeline/inspect/overlay.h"
#include "pipeline/inspect/png.h"

namespace sohoa::inspect {

namespace {

void forget_texts(ocr::PageReading& reading) {
    for (ocr::Block& block : reading.blocks) {
        for (ocr::Line& line : block.lines) {
            line.text.clear();
            for (ocr::Word& word : line.words) {
                word.text.clear();
                word.raw.clear();
            }
        }
    }
    for (ocr::Region& region : reading.regions) region.text.clear();
    for (ocr::Code& code : reading.codes) code.text.clear();
    for (ocr::Mrz& mrz : reading.mrz) mrz.lines.clear();
}

/// The name of the picture's file.
Result<std::string> write_picture(const Raster& picture, const std::string& folder, std::string name) {
    const auto png = png_of(picture);
    if (!png) return fail(png.error());
    if (auto written = write_file_atomically(folder + "/" + name, *png); !written) return fail(written.error());
    return name;
}

std::vector<std::string> texts_of_codes(const ocr::PageReading& reading, bool show_personal) {
    std::vector<std::string> texts;
    for (const ocr::Code& code : reading.codes) texts.push_back(code.text);
    for (const ocr::Mrz& mrz : reading.mrz) texts.insert(texts.end(), mrz.lines.begin(), mrz.lines.end());
    for (std::string& text : texts) text = show_personal ? valid_utf8(text) : masked(valid_utf8(text));
    return texts;
}

/// Those of an earlier inspection.
void remove_pictures(const std::string& folder, const std::string& prefix) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(prefix + "-") && name.ends_with(".png")) std::filesystem::remove(entry.path(), ignored);
    }
}

}  // namespace

Result<Inspection> inspect_page(const scanners::Page& page, double decode_milliseconds, ocr::PageRecogniser& recogniser,
                                const std::string& folder, const std::string& prefix, bool show_personal) {
    Inspection inspection;
    inspection.dpi_guessed = page.dpi_guessed;
    ocr::PreparationRecord record(true);
    auto reading = ocr::read_page(page, recogniser, &record);
    if (!reading) return fail(reading.error());
    if (auto marked = mark_unfinished(folder); !marked) return fail(marked.error());
    inspection.withheld = !show_personal && dossier::shows_personal_data(*reading);
    inspection.codes = texts_of_codes(*reading, show_personal);
    const auto left = [&](const Raster& picture, const std::string& name) -> Result<std::string> {
        return inspection.withheld ? Result<std::string>{} : write_picture(picture, folder, name);
    };
    if (inspection.withheld) remove_pictures(folder, prefix);
    auto scan = left(page.pixels, prefix + "-scan.png");
    if (!scan) return fail(scan.error());
    inspection.steps.push_back({"decode", 0, decode_milliseconds, *std::move(scan)});
    int number = 0;
    for (const ocr::PreparationStep& step : record.steps()) {
        InspectedStep shown{std::string(step.name), step.part, step.milliseconds, ""};
        ++number;
        if (!step.picture.empty()) {
            auto name = left(step.picture, fmt::format("{}-{:02}-{}.png", prefix, number, step.name));
            if (!name) return fail(name.error());
            shown.picture = *std::move(name);
        }
        inspection.steps.push_back(std::move(shown));
    }
    for (const ocr::PreparationFigure& figure : record.figures()) {
        inspection.figures.push_back({std::string(figure.name), figure.part, figure.value});
    }
    auto overlay = left(overlay_of(page.pixels, *reading), prefix + "-found.png");
    if (!overlay) return fail(overlay.error());
    inspection.overlay = *std::move(overlay);
    inspection.reading = *std::move(reading);
    forget_texts(inspection.reading);
    return inspection;
}

}  // namespace sohoa::inspect
