#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "scanners/limits.h"
#include "scanners/page.h"

namespace sohoa::scanners {

enum class Format { jpeg, png, tiff, bmp, webp, heic, pdf };

std::string_view name_of(Format format);

/// What the content says, whatever the name says; nullopt for anything else. Looks at the first 1 024 bytes.
std::optional<Format> format_of(std::string_view first_bytes);

/// A signature found in a PDF that came in. Nothing is verified here.
struct FoundSignature {
    std::string field;   ///< name of the field
    std::string signer;  ///< /Name, or empty
    std::string time;    ///< /M as written, or empty
};

/// An opened paper: one file with one page or more. Pages are decoded one at a time, only when asked for.
class InputFile {
public:
    /// Recognises the format by content and counts the pages. Fails with file_missing, file_unreadable, file_empty,
    /// file_truncated, file_damaged, format_unknown, password_needed, too_many_bytes, too_many_pages, no_pages.
    static Result<std::unique_ptr<InputFile>> open(const std::string& path, const Limits& limits);

    virtual ~InputFile() = default;

    virtual Format format() const = 0;
    virtual int page_count() const = 0;

    /// Decodes page `number` (from 1). Fails with page_missing, file_damaged, too_many_pixels, render_failed,
    /// out_of_memory. Source::sha256 stays empty: the caller knows it.
    virtual Result<Page> read_page(int number) = 0;

    /// Signatures of a PDF; empty for images.
    virtual std::vector<FoundSignature> signatures() const { return {}; }

    /// What was odd about the file as a whole (repaired, a text layer that is ignored, …).
    virtual std::vector<Problem> problems() const { return {}; }
};

}  // namespace sohoa::scanners
