#pragma once
#include <opencv2/core.hpp>
#include <vector>

namespace sohoa::ocr {

/// A straight edge with paper on one side: seen along `direction`, paper lies to the right (y is down, so that a sheet
/// is walked round clockwise).
struct PaperEdge {
    cv::Point2d at;         ///< a point of it
    cv::Point2d direction;  ///< of length 1
    double length = 0;      ///< pixels of the picture along which it was seen
    double weight = 0;      ///< its length, less where its right-hand side is darker than paper mostly is
    bool cut = false;       ///< no edge of paper, but of the picture: the sheet goes on beyond it

    cv::Point2d towards_paper() const { return {-direction.y, direction.x}; }
};

/// Edges of paper in a picture of paper's likeness without print, heaviest first.
///
/// Line segments (LSD, Grompone von Gioi 2010) of more than 1.8 % of the picture's longer side, joined where they lie
/// on one line. Cost ≈ 15 ms for a picture of 800 pixels.
std::vector<PaperEdge> find_paper_edges(const cv::Mat& closed);

/// Share of the way from `from` to `to` along which the right-hand side is brighter than the left-hand side by
/// `least_step` grey levels or more; parts outside the picture are not counted. 0 where all is outside.
double share_of_step(const cv::Mat& closed, cv::Point2d from, cv::Point2d to, double least_step);

/// The edge moved to where the step is steepest, by up to `reach` pixels, straight through most of these places.
/// The same edge where too few are found.
PaperEdge refined(const PaperEdge& edge, const cv::Mat& picture, cv::Point2d from, cv::Point2d to, double reach);

}  // namespace sohoa::ocr
