#include "pipeline/sign/incremental_update.h"

#include <fmt/format.h>

namespace sohoa::sign {

namespace {

using Offsets = std::map<ObjectNumber, long long>;

/// Runs of consecutive object numbers: first number and how many.
std::vector<std::pair<int, int>> runs_of(const Offsets& offsets) {
    std::vector<std::pair<int, int>> runs;
    for (const auto& [object, offset] : offsets) {
        if (!runs.empty() && runs.back().first + runs.back().second == object.number) {
            ++runs.back().second;
        } else {
            runs.emplace_back(object.number, 1);
        }
    }
    return runs;
}

std::string entries_of(const std::map<std::string, std::string>& trailer) {
    std::string text;
    for (const auto& [key, value] : trailer) text += fmt::format(" {} {}", key, value);
    return text;
}

std::string table(const Offsets& offsets, const LastRevision& revision) {
    std::string text = "xref\n";
    auto next = offsets.begin();
    for (const auto& [first, count] : runs_of(offsets)) {
        text += fmt::format("{} {}\n", first, count);
        for (int k = 0; k < count; ++k, ++next) {
            text += fmt::format("{:010} {:05} n \n", next->second, next->first.generation);
        }
    }
    return text + fmt::format("trailer\n<< /Size {} /Prev {}{} >>\n", revision.next_object, revision.cross_references,
                              entries_of(revision.trailer));
}

std::string big_endian(unsigned long long value, int bytes) {
    std::string text;
    for (int k = bytes - 1; k >= 0; --k) text += static_cast<char>(value >> (8 * k) & 0xFFU);
    return text;
}

/// `itself` is the stream's own object number; its entry stands in it like any other.
std::string stream(const Offsets& offsets, const LastRevision& revision, ObjectNumber itself) {
    std::string rows;
    for (const auto& [object, offset] : offsets) {
        rows += big_endian(1, 1) + big_endian(static_cast<unsigned long long>(offset), 8) +
                big_endian(static_cast<unsigned long long>(object.generation), 2);
    }
    std::string index;
    for (const auto& [first, count] : runs_of(offsets)) index += fmt::format("{} {} ", first, count);
    index.pop_back();
    return fmt::format(
        "{} 0 obj\n<< /Type /XRef /Size {} /Prev {} /W [1 8 2] /Index [{}] /Length {}{} "
        ">>\nstream\n{}\nendstream\nendobj\n",
        itself.number, revision.next_object, revision.cross_references, index, rows.size(),
        entries_of(revision.trailer), rows);
}

}  // namespace

UpdateWithHole IncrementalUpdate::with_signature(ObjectNumber object, const std::string& entries,
                                                 std::size_t signature_bytes) {
    std::string before = revision_.ends_with_newline ? "" : "\n";
    Offsets offsets;
    const auto here = [&] { return revision_.size + static_cast<long long>(before.size()); };
    for (const auto& [number, body] : bodies_) {
        offsets[number] = here();
        before += fmt::format("{} {} obj\n{}\nendobj\n", number.number, number.generation, body);
    }
    offsets[object] = here();
    before += fmt::format("{} {} obj\n<<{} /ByteRange [", object.number, object.generation, entries);
    const std::size_t range_at = before.size();
    static constexpr int digits = 15;
    const auto range = [](long long first, long long second, long long rest) {
        return fmt::format("0 {:<{}} {:<{}} {:<{}}", first, digits, second, digits, rest, digits);
    };
    before += range(0, 0, 0) + "] /Contents ";
    const long long hole = here();
    const long long resume = hole + 2 * static_cast<long long>(signature_bytes) + 2;

    std::string after = "\n>>\nendobj\n";
    const long long section = resume + static_cast<long long>(after.size());
    if (revision_.cross_reference_stream) {
        const ObjectNumber itself = new_object();
        offsets[itself] = section;
        after += stream(offsets, revision_, itself);
    } else {
        after += table(offsets, revision_);
    }
    after += fmt::format("startxref\n{}\n%%EOF\n", section);

    const std::string filled = range(hole, resume, static_cast<long long>(after.size()));
    before.replace(range_at, filled.size(), filled);
    return {before, after, signature_bytes};
}

}  // namespace sohoa::sign
