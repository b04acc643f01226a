#pragma once
#include <optional>
#include <string>
#include <vector>

#include "pipeline/sign/claimed_time.h"
#include "pipeline/sign/signed_file.h"

class QPDF;

namespace sohoa::sign {

/// A signature as the PDF tells of it, before anything is believed.
struct SignatureDictionary {
    std::string field;       ///< full name of its field
    std::string sub_filter;  ///< without the slash
    std::optional<ClaimedTime> time;
    bool is_timestamp = false;
    int document_changes =
        0;  ///< P of a DocMDP reference: 1 none allowed, 2 forms, 3 forms and annotations; 0 not certified
    struct Locked {
        bool all_but_named = false;  ///< /Action /All or /Exclude
        std::vector<std::string> fields;
    };
    std::optional<Locked> locked;  ///< FieldMDP

    std::vector<long long> byte_range;
    ByteSpan gap;           ///< between the two signed parts; only where `odd` is empty
    std::string container;  ///< what stands in the gap, from hexadecimal
    /// What does not fit about the byte range; empty when the signed bytes are everything up to `end` but the value of
    /// /Contents itself.
    std::string odd;
    long long end = 0;  ///< end of the signed bytes
};

/// Every signature of the file's forms and pages, in order of the end of their signed bytes. Fields without a value are
/// no signatures. At most `limit` are returned. Throws what qpdf throws.
std::vector<SignatureDictionary> signatures_of(QPDF& pdf, const SignedFile& file, std::size_t limit);

}  // namespace sohoa::sign
