#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "base/descriptor.h"
#include "base/files.h"
#include "base/sha256.h"
#include "pipeline/sign/certificate.h"
#include "pipeline/sign/cms_signature.h"
#include "pipeline/sign/incremental_update.h"
#include "pipeline/sign/pdf_revision.h"
#include "pipeline/sign/signature_field.h"
#include "pipeline/sign/signer.h"

namespace sohoa::sign {

namespace {

Failure cannot_sign(const std::string& path, Bilingual why, Bilingual remedy = {}) {
    return fail(problem(code::signing_failed, std::move(why), std::move(remedy)).in_file(path));
}

std::string hexadecimal(const std::string& bytes) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const char byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4U];
        text += digits[static_cast<unsigned char>(byte) & 0xFU];
    }
    return text;
}

/// "D:20241126140509+07'00'" (ISO 32000-1 §7.9.4) of Vietnam's time.
std::string pdf_date(long long seconds) {
    const std::string time = vietnam_time(seconds);
    std::string digits;
    for (const char c : time.substr(0, 19)) {
        if (c >= '0' && c <= '9') digits += c;
    }
    return "D:" + digits + "+07'00'";
}

std::string text_entry(const char* key, const std::string& text) {
    return text.empty() ? std::string{}
                        : fmt::format(" {} {}", key, QPDFObjectHandle::newUnicodeString(text).unparse());
}

std::string signature_entries(const SigningKey& key, const SigningOptions& options) {
    std::string reason = options.reason;
    if (key.is_demo()) {
        reason += reason.empty() ? "" : " – ";
        reason += "DEMO: chữ ký thử nghiệm, không có giá trị pháp lý / demonstration signature without legal value";
    }
    return fmt::format(" /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M ({}){}{}",
                       pdf_date(options.time), text_entry("/Reason", reason),
                       text_entry("/Location", options.location));
}

/// The first half of /ID stays, the second names this revision; it depends on nothing but what the file says.
void renew_identifier(QPDF& pdf, IncrementalUpdate& update, const std::string& entries) {
    QPDFObjectHandle old = pdf.getTrailer().getKey("/ID");
    const bool known = old.isArray() && old.getArrayNItems() == 2 && old.getArrayItem(0).isString();
    const std::string before = known ? old.getArrayItem(0).getStringValue() + old.getArrayItem(1).unparse() : "";
    const std::string fresh = "<" + hex(sha256(before + pdf.getTrailer().unparse() + entries)).substr(0, 32) + ">";
    update.set_trailer("/ID", fmt::format("[{} {}]", known ? old.getArrayItem(0).unparseBinary() : fresh, fresh));
}

/// Everything of the signed file but the digits of the signature.
Result<UpdateWithHole> planned(const std::string& path, const SigningKey& key, const SigningOptions& options,
                               long long& size) try {
    const auto signature_bytes = longest_cms_signature(key);
    if (!signature_bytes) return fail(signature_bytes.error());
    QPDF pdf;
    open_unrepaired(pdf, path);
    if (pdf.isEncrypted()) {
        return cannot_sign(path, {"Tệp PDF bị mã hoá, không ký được", "the PDF is encrypted and cannot be signed"},
                           {"Bỏ mật khẩu của tệp rồi ký", "remove the file's password, then sign it"});
    }
    if (forbids_signatures(pdf)) {
        return cannot_sign(path,
                           {"Tệp đã được chứng nhận và cấm mọi thay đổi, kể cả ký thêm",
                            "the file is certified and forbids every change, further signatures included"},
                           {"Dùng nguyên tệp này, không ký thêm", "use the file as it is, without another signature"});
    }
    const auto revision = last_revision(pdf, path);
    if (!revision) return fail(revision.error());
    size = revision->size;
    IncrementalUpdate update(*revision);
    const ObjectNumber signature = update.new_object();
    if (auto added = add_signature_field(pdf, update, signature); !added) {
        return fail(std::move(added.error()).in_file(path));
    }
    const std::string entries = signature_entries(key, options);
    renew_identifier(pdf, update, entries);
    return update.with_signature(signature, entries, *signature_bytes);
} catch (const QPDFExc& error) {
    if (error.getErrorCode() == qpdf_e_password) {
        return cannot_sign(path, {"Tệp PDF có mật khẩu, không ký được", "the PDF has a password and cannot be signed"},
                           {"Bỏ mật khẩu của tệp rồi ký", "remove the file's password, then sign it"});
    }
    return fail(problem(code::file_damaged,
                        {"Cấu trúc PDF hỏng, không ký được",
                         "the PDF's structure is damaged, it cannot be signed: " + error.getMessageDetail()},
                        {"Tạo lại tệp PDF rồi ký", "make the PDF again, then sign it"})
                    .in_file(path));
} catch (const std::exception& error) {
    return cannot_sign(path,
                       {"Không chuẩn bị được tệp để ký", std::string("the file cannot be prepared: ") + error.what()});
}

/// Copies `size` bytes and hashes them on the way.
Result<void> copy(const Descriptor& in, const std::string& path_in, const Descriptor& out, const std::string& path_out,
                  long long size, Sha256& hash) {
    std::string buffer(std::size_t{1} << 18, '\0');
    while (size > 0) {
        const auto wanted = static_cast<std::size_t>(std::min<long long>(size, static_cast<long long>(buffer.size())));
        const ssize_t count = ::read(in.get(), buffer.data(), wanted);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(unreadable(path_in));
        if (count == 0)
            return cannot_sign(path_in, {"Tệp thay đổi trong khi ký", "the file changed while it was signed"});
        hash.update(buffer.data(), static_cast<std::size_t>(count));
        if (!write_all(out.get(), {buffer.data(), static_cast<std::size_t>(count)})) return fail(unwritable(path_out));
        size -= count;
    }
    return {};
}

Result<void> write_signed(const Descriptor& in, const std::string& path_in, const Descriptor& out,
                          const std::string& path_out, long long size, const UpdateWithHole& update,
                          const SigningKey& key) {
    Sha256 hash;
    if (auto copied = copy(in, path_in, out, path_out, size, hash); !copied) return copied;
    hash.update(update.before.data(), update.before.size());
    hash.update(update.after.data(), update.after.size());
    auto signature = cms_signature(hash.finish(), key);
    if (!signature) return fail(std::move(signature.error()).in_file(path_in));
    if (signature->size() > update.signature_bytes) {
        return cannot_sign(path_in, {"Chữ ký dài hơn dự kiến", "the signature is longer than expected"});
    }
    signature->resize(update.signature_bytes, '\0');
    const std::string rest = update.before + "<" + hexadecimal(*signature) + ">" + update.after;
    if (!write_all(out.get(), rest)) return fail(unwritable(path_out));
    return {};
}

Result<void> valid_at(const SigningKey& key, long long time, const std::string& path) {
    if (key.certificates().empty()) return {};
    const OwnedCertificate certificate = certificate_from_der(key.certificates().front());
    if (!certificate || is_valid_at(certificate.get(), time)) return {};
    const std::string life = life_of(certificate.get());
    return fail(problem(code::certificate_expired,
                        {fmt::format("Chứng thư số không có hiệu lực vào lúc ký ({})", life),
                         fmt::format("the certificate is not valid at the time of signing ({})", life)},
                        {"Gia hạn chứng thư, hoặc kiểm tra ngày giờ của máy",
                         "renew the certificate, or check this machine's clock"})
                    .in_file(path));
}

bool same_file(const Descriptor& in, const std::string& path_out) {
    struct stat a {};
    struct stat b {};
    return ::fstat(in.get(), &a) == 0 && ::stat(path_out.c_str(), &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

}  // namespace

Result<void> sign_pdf(const std::string& path_in, const std::string& path_out, const SigningKey& key,
                      const SigningOptions& options) {
    if (auto valid = valid_at(key, options.time, path_in); !valid) return valid;
    const Descriptor in(::open(path_in.c_str(), O_RDONLY | O_CLOEXEC));
    if (!in) return fail(unreadable(path_in));
    if (same_file(in, path_out)) {
        return cannot_sign(path_in, {"Tệp ra trùng với tệp vào", "the output is the input file itself"});
    }
    long long size = 0;
    const auto update = planned(path_in, key, options, size);
    if (!update) return fail(update.error());
    const Descriptor out(::open(path_out.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (!out) return fail(unwritable(path_out));
    auto written = write_signed(in, path_in, out, path_out, size, *update, key);
    if (!written) ::unlink(path_out.c_str());
    return written;
}

}  // namespace sohoa::sign
