#pragma once
#include <map>
#include <string>
#include <vector>

namespace sohoa::sign {

/// What an update needs to know of the file that it is appended to.
struct LastRevision {
    long long size = 0;  ///< bytes of the file
    bool ends_with_newline = true;
    long long cross_references = 0;  ///< offset of the newest cross-reference section (startxref)
    bool cross_reference_stream = false;
    int next_object = 1;                         ///< the first free object number
    std::map<std::string, std::string> trailer;  ///< /Root, /Info, /ID …, written as PDF; without /Size and /Prev
};

struct ObjectNumber {
    int number = 0;
    int generation = 0;
    auto operator<=>(const ObjectNumber&) const = default;
};

/// The bytes of an update with a hole for the signature value: `before`, then "<", 2 × `signature_bytes` hexadecimal
/// digits,
/// ">", then `after`. What gets signed is the file's own bytes, `before` and `after`.
struct UpdateWithHole {
    std::string before;
    std::string after;
    std::size_t signature_bytes = 0;
};

/// Objects that are written behind a PDF (ISO 32000-1 §7.5.6) with one signature dictionary among them. The
/// cross-reference section is a table or a stream as the file's own newest one is.
class IncrementalUpdate {
public:
    explicit IncrementalUpdate(LastRevision revision) : revision_(std::move(revision)) {}

    ObjectNumber new_object() { return {revision_.next_object++, 0}; }

    /// A new or changed object. `body` is what stands between "obj" and "endobj".
    void write(ObjectNumber object, std::string body) { bodies_[object] = std::move(body); }

    void set_trailer(const std::string& key, std::string value) { revision_.trailer[key] = std::move(value); }

    /// The signature dictionary goes last: `entries` are its entries but /ByteRange and /Contents.
    UpdateWithHole with_signature(ObjectNumber object, const std::string& entries, std::size_t signature_bytes);

private:
    LastRevision revision_;
    std::map<ObjectNumber, std::string> bodies_;
};

}  // namespace sohoa::sign
