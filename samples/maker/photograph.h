#pragma once
#include <opencv2/core.hpp>

#include "samples/maker/random.h"

namespace sohoa::maker {

/// A photograph (RGB) of a sheet (RGB at `dpi`) on a desk: turned up to 6°, corners off by 2–6 % of the sheet's sides,
/// light falling to 70 % across the picture. `effective_dpi` is the sheet's resolution in the picture.
cv::Mat photograph(const cv::Mat& sheet, int dpi, double effective_dpi, Random& random);

/// How much of the desk is seen around a sheet.
struct PhotoMargins {
    double least = 0.03;  ///< shares of the sheet's width
    double most = 0.10;
    double above_and_below = 1;  ///< times as much there
};

/// The same of a sheet that is no rectangle: it is where `shape`, a plane of the picture's size, is 255.
cv::Mat photograph(const cv::Mat& sheet, const cv::Mat& shape, int dpi, double effective_dpi, Random& random,
                   const PhotoMargins& margins = {});

/// Gaussian blur; nothing below σ 0.05.
void soften(cv::Mat& image, double sigma);

/// Noise of a sensor, standard deviation `sigma` in every channel, three quarters of its power common to all channels.
void add_noise(cv::Mat& image, double sigma, Random& random);

}  // namespace sohoa::maker
