#pragma once
#include <string>
#include <string_view>

#include "base/bilingual.h"

namespace sohoa {

enum class Severity { note, warning, error };

std::string_view name_of(Severity severity);

/// Names of what can go wrong. They appear in JSON and are part of the contract: add freely, never rename.
namespace code {
// reading files
inline constexpr std::string_view file_missing = "file_missing";
inline constexpr std::string_view file_unreadable = "file_unreadable";  ///< no permission, or an I/O error
inline constexpr std::string_view file_empty = "file_empty";
inline constexpr std::string_view file_truncated = "file_truncated";
inline constexpr std::string_view file_damaged = "file_damaged";
inline constexpr std::string_view file_repaired = "file_repaired";  ///< a damaged file could be read all the same
inline constexpr std::string_view content_lost = "content_lost";    ///< a part of a damaged file is gone
inline constexpr std::string_view format_unknown = "format_unknown";
inline constexpr std::string_view password_needed = "password_needed";
inline constexpr std::string_view too_many_pixels = "too_many_pixels";
inline constexpr std::string_view too_many_bytes = "too_many_bytes";
inline constexpr std::string_view too_many_pages = "too_many_pages";
inline constexpr std::string_view no_pages = "no_pages";
inline constexpr std::string_view page_missing = "page_missing";
inline constexpr std::string_view dpi_guessed = "dpi_guessed";
inline constexpr std::string_view render_failed = "render_failed";
inline constexpr std::string_view resolution_reduced = "resolution_reduced";  ///< a page too large for the limit
inline constexpr std::string_view text_layer_ignored = "text_layer_ignored";
inline constexpr std::string_view already_signed = "already_signed";
// reading pages
inline constexpr std::string_view low_resolution = "low_resolution";
inline constexpr std::string_view orientation_unsure = "orientation_unsure";
inline constexpr std::string_view ocr_failed = "ocr_failed";
inline constexpr std::string_view ocr_data_missing = "ocr_data_missing";
// workers
inline constexpr std::string_view worker_died = "worker_died";
inline constexpr std::string_view worker_timeout = "worker_timeout";
inline constexpr std::string_view out_of_memory = "out_of_memory";
inline constexpr std::string_view internal_error = "internal_error";
// writing
inline constexpr std::string_view output_exists = "output_exists";
inline constexpr std::string_view output_is_input = "output_is_input";  ///< it would go over an original
inline constexpr std::string_view output_in_use = "output_in_use";      ///< another run is writing there
inline constexpr std::string_view output_unwritable = "output_unwritable";
inline constexpr std::string_view disk_full = "disk_full";
inline constexpr std::string_view pdf_failed = "pdf_failed";
// checking PDF files
inline constexpr std::string_view pdfa_broken = "pdfa_broken";  ///< the file claims PDF/A and breaks its rules
inline constexpr std::string_view pdfa_not_claimed = "pdfa_not_claimed";
inline constexpr std::string_view pdf_unsafe = "pdf_unsafe";  ///< scripts, programs, content outside the file
inline constexpr std::string_view pdf_encrypted = "pdf_encrypted";
inline constexpr std::string_view pdf_metadata_differs = "pdf_metadata_differs";
// signing
inline constexpr std::string_view key_unreadable = "key_unreadable";
inline constexpr std::string_view passphrase_missing = "passphrase_missing";
inline constexpr std::string_view passphrase_wrong = "passphrase_wrong";
inline constexpr std::string_view signing_failed = "signing_failed";
inline constexpr std::string_view certificate_expired = "certificate_expired";
// checking signatures
inline constexpr std::string_view signature_broken = "signature_broken";  ///< digest or signature value does not fit
inline constexpr std::string_view signature_unreadable = "signature_unreadable";
inline constexpr std::string_view signed_bytes_odd =
    "signed_bytes_odd";  ///< not everything up to the signature is signed
inline constexpr std::string_view changed_after_signing = "changed_after_signing";
inline constexpr std::string_view updated_after_signing = "updated_after_signing";  ///< in ways that a signature allows
inline constexpr std::string_view certificate_missing = "certificate_missing";
inline constexpr std::string_view certificate_unfit = "certificate_unfit";  ///< issued for other uses
inline constexpr std::string_view issuer_unknown = "issuer_unknown";
inline constexpr std::string_view weak_algorithm = "weak_algorithm";
inline constexpr std::string_view demo_signature = "demo_signature";
// the catalogue
inline constexpr std::string_view catalogue_missing = "catalogue_missing";
inline constexpr std::string_view catalogue_unknown = "catalogue_unknown";  ///< the file is no catalogue of ours
inline constexpr std::string_view catalogue_newer = "catalogue_newer";      ///< made by a later version
inline constexpr std::string_view catalogue_damaged = "catalogue_damaged";
inline constexpr std::string_view catalogue_busy = "catalogue_busy";  ///< another program holds it for too long
inline constexpr std::string_view catalogue_unwritable = "catalogue_unwritable";
inline constexpr std::string_view document_missing = "document_missing";  ///< no document of that id
inline constexpr std::string_view field_missing = "field_missing";        ///< the document has no such field
inline constexpr std::string_view state_refused = "state_refused";        ///< a step that the states do not allow
// the service
inline constexpr std::string_view unauthorized = "unauthorized";
inline constexpr std::string_view address_unknown = "address_unknown";      ///< no such path, page or document
inline constexpr std::string_view method_refused = "method_refused";        ///< the path has other methods
inline constexpr std::string_view request_malformed = "request_malformed";  ///< what was sent cannot be read
inline constexpr std::string_view length_required = "length_required";      ///< a body without its length
inline constexpr std::string_view key_reused = "key_reused";                ///< Idempotency-Key, other content
inline constexpr std::string_view callback_refused = "callback_refused";    ///< a host that is not allowed
inline constexpr std::string_view value_unfit = "value_unfit";              ///< a value its field cannot have
inline constexpr std::string_view not_ready = "not_ready";                  ///< asked for before the job is done
inline constexpr std::string_view too_many_uploads = "too_many_uploads";    ///< of one client at once
inline constexpr std::string_view queue_full = "queue_full";
inline constexpr std::string_view shutting_down = "shutting_down";
inline constexpr std::string_view port_unusable = "port_unusable";
// wrong words on the command line
inline constexpr std::string_view usage = "usage";
}  // namespace code

/// What went wrong, where, and what to do about it. A small value that travels in Result<T>; a page can succeed *with*
/// problems. Texts never carry personal data: mask numbers with base/masking.h first.
struct Problem {
    std::string code;  ///< one of sohoa::code
    Severity severity = Severity::error;
    std::string file;   ///< as the user named it; empty when no file is meant
    int page = 0;       ///< page in `file`, from 1; 0 when the whole file is meant
    Bilingual message;  ///< what happened
    Bilingual remedy;   ///< what the reader can do

    bool operator==(const Problem&) const = default;

    Problem in_file(std::string name) &&;
    Problem on_page(int number) &&;
    Problem as(Severity level) &&;
};

/// An error; add where by in_file() and on_page().
Problem problem(std::string_view code, Bilingual message, Bilingual remedy = {});

/// For lists with the worst first: by severity, and what is lost before what is merely told.
bool is_worse(const Problem& a, const Problem& b);

/// One line for a terminal or log: "don.pdf, trang 3: Tệp rỗng (the file is empty). Cách xử lý: … (remedy: …)".
std::string describe(const Problem& problem, Language language = Language::both);

}  // namespace sohoa
