#pragma once
#include <array>
#include <cstdint>
#include <qpdf/InputSource.hh>
#include <string>

#include "scanners/open_file.h"

namespace sohoa::scanners {

/// The bytes of a PDF for libqpdf, with a bound on how often they are read.
///
/// Repairing a hostile file can make libqpdf go over the same bytes again and again: 400 kB took minutes. Every call
/// and every 128 bytes cost one unit; a budget of 8 units a byte and 2 million is many times what honest files need,
/// and takes about a second for a small file. When it is spent every read throws std::runtime_error.
class BoundedSource : public InputSource {
public:
    /// `file` must outlive the source.
    explicit BoundedSource(const OpenFile& file);

    /// Allows as much reading as at the start: before each page.
    void renew_budget();

    qpdf_offset_t findAndSkipNextEOL() override;
    const std::string& getName() const override { return name_; }
    qpdf_offset_t tell() override { return position_; }
    void seek(qpdf_offset_t offset, int whence) override;
    void rewind() override { position_ = 0; }
    std::size_t read(char* to, std::size_t length) override;
    void unreadCh(char) override;

private:
    void spend(std::int64_t bytes);
    /// Makes the window hold the byte at the position; false at the end of the file.
    bool show_position();

    const OpenFile& file_;
    std::string name_ = "PDF";
    qpdf_offset_t size_;
    qpdf_offset_t position_ = 0;
    std::int64_t budget_ = 0;
    std::array<char, 1 << 14> window_{};
    qpdf_offset_t window_start_ = 0;
    qpdf_offset_t window_length_ = 0;
};

}  // namespace sohoa::scanners
