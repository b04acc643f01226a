#include "pipeline/sign/cms_verdict.h"

#include <algorithm>
#include <climits>
#include <openssl/rsa.h>
#include <openssl/ts.h>

#include "base/date.h"
#include "base/sha256.h"
#include "pipeline/sign/certificate.h"
#include "pipeline/sign/der.h"

namespace sohoa::sign {

namespace {

using OwnedCms = std::unique_ptr<CMS_ContentInfo, FreedBy<CMS_ContentInfo_free>>;
using OwnedTimestamp = std::unique_ptr<TS_TST_INFO, FreedBy<TS_TST_INFO_free>>;
using OwnedMessageDigest = std::unique_ptr<EVP_MD_CTX, FreedBy<EVP_MD_CTX_free>>;

constexpr int most_certificates = 200;

const Bilingual changed{"Nội dung đã bị thay đổi sau khi ký (giá trị băm không khớp)",
                        "the content was changed after signing (its digest does not match)"};
const Bilingual forged{"Giá trị chữ ký không khớp với chứng thư",
                       "the signature value does not belong to the certificate"};
const Bilingual unreadable_container{"Không đọc được dữ liệu chữ ký", "the signature data cannot be read"};
const Bilingual unknown_algorithm{"Chữ ký dùng thuật toán không được hỗ trợ",
                                  "the signature uses an algorithm that is not supported"};

std::string text_of(const ASN1_STRING* string) {
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(string)),
            static_cast<std::size_t>(ASN1_STRING_length(string))};
}

std::string digest_of_text(std::string_view text, const EVP_MD* algorithm) {
    unsigned char value[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (EVP_Digest(text.data(), text.size(), value, &size, algorithm, nullptr) != 1) return {};
    return {reinterpret_cast<const char*>(value), size};
}

/// One signer of a container, and the steps that check it.
class Checking {
public:
    Checking(CMS_ContentInfo* cms, CMS_SignerInfo* signer, Binding binding, const DigestOf& digest_of,
             CmsVerdict& verdict)
        : cms_(cms), signer_(signer), binding_(binding), digest_of_(digest_of), verdict_(verdict) {}

    void run() {
        read_facts();
        // Digests of any length (SHAKE) would need a length that the container does not always tell.
        if (digest_ == nullptr || (EVP_MD_get_flags(digest_) & EVP_MD_FLAG_XOF) != 0) return refuse(unknown_algorithm);
        if (!algorithms_agree()) {
            return refuse({"Chữ ký khai báo các thuật toán mâu thuẫn nhau",
                           "the signature names algorithms that contradict each other"});
        }
        if (!content_fits()) return;
        if (verdict_.signer == nullptr) {
            verdict_.certificate_missing = true;
            return refuse({"Không có chứng thư của người ký trong tệp", "the signer's certificate is not in the file"});
        }
        if (CMS_signed_get_attr_count(signer_) > 0 ? !attributes_hold() : !value_holds()) return;
        verdict_.holds = true;
    }

private:
    void refuse(const Bilingual& why) {
        verdict_.holds = false;
        verdict_.why = why;
        ERR_clear_error();
    }

    void read_facts() {
        EVP_PKEY* key = nullptr;
        X509* certificate = nullptr;
        CMS_SignerInfo_get0_algs(signer_, &key, &certificate, &digest_algorithm_, &signature_algorithm_);
        if (certificate != nullptr && X509_up_ref(certificate) == 1) verdict_.signer.reset(certificate);
        key_ = key;
        const ASN1_OBJECT* object = nullptr;
        X509_ALGOR_get0(&object, nullptr, nullptr, digest_algorithm_);
        digest_ = EVP_get_digestbyobj(object);
        if (digest_ != nullptr) {
            verdict_.digest_algorithm = EVP_MD_get0_name(digest_);
            const int nid = EVP_MD_get_type(digest_);
            verdict_.weak_digest = nid == NID_sha1 || nid == NID_md5 || nid == NID_md4 || nid == NID_ripemd160;
        }
        if (key_ != nullptr) {
            verdict_.key_bits = EVP_PKEY_get_bits(key_);
            const int kind = EVP_PKEY_get_base_id(key_);
            verdict_.weak_key = kind == EVP_PKEY_EC                                  ? verdict_.key_bits < 224
                                : kind == EVP_PKEY_ED25519 || kind == EVP_PKEY_ED448 ? false
                                                                                     : verdict_.key_bits < 2048;
        }
        read_attributes();
        ERR_clear_error();
    }

    /// An algorithm such as sha256WithRSAEncryption names a digest too: it must be the one that the signer names.
    bool algorithms_agree() const {
        const ASN1_OBJECT* object = nullptr;
        X509_ALGOR_get0(&object, nullptr, nullptr, signature_algorithm_);
        int digest = NID_undef;
        int key_kind = NID_undef;
        if (OBJ_find_sigid_algs(OBJ_obj2nid(object), &digest, &key_kind) != 1) return true;
        return digest == NID_undef || digest == EVP_MD_get_type(digest_);
    }

    void read_attributes() {
        verdict_.has_signing_time = CMS_signed_get_attr_by_NID(signer_, NID_pkcs9_signingTime, -1) >= 0;
        verdict_.has_timestamp = CMS_unsigned_get_attr_by_NID(signer_, NID_id_smime_aa_timeStampToken, -1) >= 0;
        verdict_.names_its_certificate =
            CMS_signed_get_attr_by_NID(signer_, NID_id_smime_aa_signingCertificate, -1) >= 0 ||
            CMS_signed_get_attr_by_NID(signer_, NID_id_smime_aa_signingCertificateV2, -1) >= 0;
        const int at = CMS_signed_get_attr_by_NID(signer_, NID_pkcs9_signingTime, -1);
        if (at < 0) return;
        const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(signer_, at), 0);
        if (value == nullptr || (value->type != V_ASN1_UTCTIME && value->type != V_ASN1_GENERALIZEDTIME)) return;
        if (long long seconds = 0; seconds_of(value->value.asn1_string, seconds)) {
            verdict_.time = ClaimedTime{seconds, vietnam_time(seconds)};
        }
    }

    /// What the signature is over: the signed bytes' digest where the content is detached, else that of the content in
    /// the container, once that is known to speak of the signed bytes.
    bool content_fits() {
        ASN1_OCTET_STRING** inside = CMS_get0_content(cms_);
        const bool has_content = inside != nullptr && *inside != nullptr;
        if (binding_ == Binding::detached) {
            if (has_content) {
                refuse(
                    {"Chữ ký chứa nội dung khác thay vì ký lên tệp này", "the signature carries content of its own"});
                return false;
            }
            content_digest_ = digest_of_(digest_);
            if (content_digest_.empty()) refuse(changed);
            return !content_digest_.empty();
        }
        if (!has_content) {
            refuse(unreadable_container);
            return false;
        }
        const std::string content = text_of(*inside);
        content_digest_ = digest_of_text(content, digest_);
        return binding_ == Binding::sha1 ? sha1_fits(content) : timestamp_fits(content);
    }

    bool sha1_fits(const std::string& content) {
        verdict_.weak_digest = true;
        if (content == digest_of_(EVP_sha1())) return true;
        refuse(changed);
        return false;
    }

    bool timestamp_fits(const std::string& content) {
        if (OBJ_obj2nid(CMS_get0_eContentType(cms_)) != NID_id_smime_ct_TSTInfo) {
            refuse(unreadable_container);
            return false;
        }
        const auto* at = reinterpret_cast<const unsigned char*>(content.data());
        const OwnedTimestamp info(d2i_TS_TST_INFO(nullptr, &at, static_cast<long>(content.size())));
        if (!info) {
            refuse(unreadable_container);
            return false;
        }
        if (long long seconds = 0; seconds_of(TS_TST_INFO_get_time(info.get()), seconds)) {
            verdict_.time = ClaimedTime{seconds, vietnam_time(seconds)};
        }
        TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info.get());
        const ASN1_OBJECT* object = nullptr;
        X509_ALGOR_get0(&object, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
        const EVP_MD* algorithm = EVP_get_digestbyobj(object);
        if (algorithm == nullptr) {
            refuse(unknown_algorithm);
            return false;
        }
        if (EVP_MD_get_type(algorithm) == NID_sha1 || EVP_MD_get_type(algorithm) == NID_md5)
            verdict_.weak_digest = true;
        const std::string digest = digest_of_(algorithm);
        if (!digest.empty() && digest == text_of(TS_MSG_IMPRINT_get_msg(imprint))) return true;
        refuse(changed);
        return false;
    }

    /// RFC 5652 §5.4: content type and message digest are exactly one each, and fit; the signature is over the
    /// attributes.
    bool attributes_hold() {
        constexpr int exactly_one = -3;
        const auto* type = static_cast<const ASN1_OBJECT*>(
            CMS_signed_get0_data_by_OBJ(signer_, OBJ_nid2obj(NID_pkcs9_contentType), exactly_one, V_ASN1_OBJECT));
        const auto* digest = static_cast<const ASN1_OCTET_STRING*>(CMS_signed_get0_data_by_OBJ(
            signer_, OBJ_nid2obj(NID_pkcs9_messageDigest), exactly_one, V_ASN1_OCTET_STRING));
        if (digest == nullptr || type == nullptr || OBJ_cmp(type, CMS_get0_eContentType(cms_)) != 0) {
            refuse(unreadable_container);
            return false;
        }
        if (text_of(digest) != content_digest_) {
            refuse(changed);
            return false;
        }
        if (!named_certificate_is_the_signers()) {
            refuse({"Chứng thư kèm theo không phải chứng thư mà chữ ký chỉ định",
                    "the certificate is not the one that the signature names"});
            return false;
        }
        if (is_edwards_curve(key_) ? edwards_value_holds() : CMS_SignerInfo_verify(signer_) == 1) return true;
        refuse(forged);
        return false;
    }

    static bool is_edwards_curve(const EVP_PKEY* key) {
        const int kind = EVP_PKEY_get_base_id(key);
        return kind == EVP_PKEY_ED25519 || kind == EVP_PKEY_ED448;
    }

    /// RFC 8419, which OpenSSL 3.0 does not know in CMS: Ed25519 goes with SHA-512 and signs the attributes themselves.
    /// Ed448 would go with SHAKE256.
    bool edwards_value_holds() {
        if (EVP_PKEY_get_base_id(key_) != EVP_PKEY_ED25519 || EVP_MD_get_type(digest_) != NID_sha512) return false;
        const std::string attributes = encoded_attributes();
        const std::string signature = text_of(CMS_SignerInfo_get0_signature(signer_));
        const OwnedMessageDigest context(EVP_MD_CTX_new());
        return context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key_) == 1 &&
               EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()),
                                signature.size(), reinterpret_cast<const unsigned char*>(attributes.data()),
                                attributes.size()) == 1;
    }

    /// The signed attributes as RFC 5652 §5.4 signs them: DER, as a SET OF.
    std::string encoded_attributes() const {
        std::vector<std::string> attributes;
        for (int k = 0; k < CMS_signed_get_attr_count(signer_); ++k) {
            unsigned char* bytes = nullptr;
            const int size = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(signer_, k), &bytes);
            if (size <= 0) return {};
            attributes.emplace_back(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
            OPENSSL_free(bytes);
        }
        return der::set_of(std::move(attributes));
    }

    /// Without signed attributes the signature is over the content itself.
    bool value_holds() {
        const ASN1_OCTET_STRING* signature = CMS_SignerInfo_get0_signature(signer_);
        const OwnedKeyContext context(EVP_PKEY_CTX_new(key_, nullptr));
        const ASN1_OBJECT* object = nullptr;
        X509_ALGOR_get0(&object, nullptr, nullptr, signature_algorithm_);
        const bool other = OBJ_obj2nid(object) == NID_rsassaPss || is_edwards_curve(key_);
        if (!context || other || EVP_PKEY_verify_init(context.get()) <= 0 ||
            EVP_PKEY_CTX_set_signature_md(context.get(), digest_) <= 0) {
            refuse(unknown_algorithm);
            return false;
        }
        const int verdict = EVP_PKEY_verify(
            context.get(), ASN1_STRING_get0_data(signature), static_cast<std::size_t>(ASN1_STRING_length(signature)),
            reinterpret_cast<const unsigned char*>(content_digest_.data()), content_digest_.size());
        // Without attributes a wrong value and a changed content look the same.
        if (verdict != 1) refuse(changed);
        return verdict == 1;
    }

    /// The first identifier of ESS signing-certificate (RFC 2634, RFC 5035); true where the attribute is absent.
    bool named_certificate_is_the_signers() {
        return named_in(NID_id_smime_aa_signingCertificate, EVP_sha1()) &&
               named_in(NID_id_smime_aa_signingCertificateV2, EVP_sha256());
    }

    bool named_in(int nid, const EVP_MD* algorithm) {
        const int at = CMS_signed_get_attr_by_NID(signer_, nid, -1);
        if (at < 0) return true;
        const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(signer_, at), 0);
        if (value == nullptr || value->type != V_ASN1_SEQUENCE) return false;
        const std::string whole = text_of(value->value.sequence);
        std::string_view rest = whole;
        for (int level = 0; level < 3; ++level) {  // SigningCertificate, its list, the first identifier
            const auto inner = der::take(rest, der::tag_sequence);
            if (!inner) return false;
            rest = inner->body;
        }
        if (const auto named = der::take(rest, der::tag_sequence)) {
            std::string_view body = named->body;
            const auto identifier = der::take(body, der::tag_object_identifier);
            if (!identifier) return false;
            const auto* bytes = reinterpret_cast<const unsigned char*>(identifier->whole.data());
            ASN1_OBJECT* object = d2i_ASN1_OBJECT(nullptr, &bytes, static_cast<long>(identifier->whole.size()));
            algorithm = object == nullptr ? nullptr : EVP_get_digestbyobj(object);
            ASN1_OBJECT_free(object);
        }
        const auto hash = der::take(rest, der::tag_octet_string);
        return algorithm != nullptr && hash && hash->body == digest_of_text(der_of(verdict_.signer.get()), algorithm);
    }

    CMS_ContentInfo* cms_;
    CMS_SignerInfo* signer_;
    Binding binding_;
    const DigestOf& digest_of_;
    CmsVerdict& verdict_;
    EVP_PKEY* key_ = nullptr;
    X509_ALGOR* digest_algorithm_ = nullptr;
    X509_ALGOR* signature_algorithm_ = nullptr;
    const EVP_MD* digest_ = nullptr;
    std::string content_digest_;
};

/// What follows the container in the hole of the file is nobody's business: nothing signs it, and nothing shows it.
OwnedCms parsed(std::string_view container) {
    if (container.size() > LONG_MAX) return nullptr;
    const auto* at = reinterpret_cast<const unsigned char*>(container.data());
    return OwnedCms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(container.size())));
}

}  // namespace

CmsVerdict check_container(std::string_view container, Binding binding, const DigestOf& digest_of,
                           const STACK_OF(X509) * known) {
    CmsVerdict verdict;
    verdict.others.reset(sk_X509_new_null());
    verdict.why = unreadable_container;
    const OwnedCms cms = parsed(container);
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed) {
        ERR_clear_error();
        return verdict;
    }
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms.get());
    if (signers == nullptr || sk_CMS_SignerInfo_num(signers) != 1) {
        ERR_clear_error();
        return verdict;
    }
    if (OwnedCertificates own(CMS_get1_certs(cms.get())); own) {
        if (sk_X509_num(own.get()) > most_certificates) return verdict;
        verdict.others = std::move(own);
    }
    for (int k = 0; known != nullptr && k < std::min(sk_X509_num(known), most_certificates); ++k) {
        X509* certificate = sk_X509_value(known, k);
        if (X509_up_ref(certificate) == 1 && sk_X509_push(verdict.others.get(), certificate) == 0)
            X509_free(certificate);
    }
    CMS_set1_signers_certs(cms.get(), verdict.others.get(), 0);
    Checking(cms.get(), sk_CMS_SignerInfo_value(signers, 0), binding, digest_of, verdict).run();
    ERR_clear_error();
    return verdict;
}

}  // namespace sohoa::sign
