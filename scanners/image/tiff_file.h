#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <tiffio.h>

#include "base/result.h"
#include "scanners/limits.h"

namespace sohoa::scanners {

/// An open TIFF that keeps libtiff's messages to itself instead of printing them. Include in .cpp files only.
class TiffFile {
public:
    /// Takes a duplicate of the descriptor. Never maps the file: a file cut short while mapped would kill the program.
    static Result<TiffFile> open(int descriptor, const Limits& limits);

    /// A TIFF in memory; the bytes must outlive the object.
    static Result<TiffFile> open(std::string_view bytes, const Limits& limits);

    TIFF* get() const { return tiff_.get(); }

    /// libtiff's first error since the last `forget_messages`; empty when there was none.
    const std::string& message() const { return *message_; }
    void forget_messages() { message_->clear(); }

private:
    struct Close {
        void operator()(TIFF* tiff) const { TIFFClose(tiff); }
    };

    std::unique_ptr<std::string> message_ = std::make_unique<std::string>();
    std::unique_ptr<TIFF, Close> tiff_;
};

}  // namespace sohoa::scanners
