#pragma once
#include <vector>

#include "ocr/image/plane_map.h"
#include "ocr/page_reading.h"

/// Lines and blocks while a page is being read: in pixels of the reading plane, until `mapped_to_scan`.
namespace sohoa::ocr {

/// Box, text and confidence of a line from its words; the baseline and quad stay. Confidence is the mean of the words'
/// confidences, each weighted by its number of letters.
void gather(Line& line);

/// Of a sign (a hyphen) and a word beside it whose boxes overlap the narrower keeps what both cover: text laid over
/// them would run together.
void part_overlapping(Line& line);

/// Box of a block from its lines.
void gather(Block& block);

/// Blocks carried by `reading_to_scan` to pixels of the scan. Where the map turns, skews by more than 1°, is projective
/// or bent, each line and word also gets the quad that is written there. Boxes are cut to the scan.
std::vector<Block> mapped_to_scan(std::vector<Block> blocks, const PlaneMap& reading_to_scan, Size reading);

/// Regions carried likewise, with the cells of tables.
std::vector<Region> mapped_to_scan(std::vector<Region> regions, const PlaneMap& reading_to_scan, Size reading);

}  // namespace sohoa::ocr
