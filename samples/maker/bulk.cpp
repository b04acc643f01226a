#include "samples/maker/bulk.h"

#include <fmt/format.h>

#include "base/files.h"
#include "samples/maker/catalogue.h"
#include "samples/maker/image_files.h"

namespace sohoa::maker {

namespace {

Result<void> write_scans(const BulkOrder& order, const Paper& paper, const std::string& stem, const Random& random) {
    for (const Level level : order.levels) {
        const Scan image = scan(paper.pages.front(), nullptr, level, paper.dpi, random.branch(name_of(level)));
        const bool lossless = image.jpeg_quality == 0;
        const std::string name = fmt::format("{}.{}.{}", stem, name_of(level), lossless ? "png" : "jpg");
        auto written = write_file_atomically(
            name, lossless ? png_of(image.pixels, image.dpi) : jpeg_of(image.pixels, image.jpeg_quality, image.dpi));
        if (!written) return written;
    }
    return {};
}

}  // namespace

Result<void> make_pages(const BulkOrder& order) {
    if (auto made = make_folders(order.folder); !made) return made;
    for (int i = 0; i < order.count; ++i) {
        const std::string& kind = order.kinds[static_cast<std::size_t>(i) % order.kinds.size()];
        const Random random = Random(order.seed).branch(fmt::format("paper {}", i));
        PaperOrder paper_order{kind, 1, order.dpi};
        // Every kind is laid every way, also where there are as many kinds as ways.
        const std::size_t round = static_cast<std::size_t>(i) / order.kinds.size();
        if (!order.lays.empty()) paper_order.lay = order.lays[round % order.lays.size()];
        const Paper paper = make_paper(paper_order, Random(random).next());
        const std::string stem = fmt::format("{}/{}-{:05}", order.folder, kind, i + 1);
        if (auto written = write_scans(order, paper, stem, random); !written) return written;
        if (auto written = write_file_atomically(stem + ".txt", paper.truth.text); !written) return written;
        if (auto written = write_file_atomically(stem + ".truth.json", paper.truth.json()); !written) return written;
    }
    return {};
}

}  // namespace sohoa::maker
