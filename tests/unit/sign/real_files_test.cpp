#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>

#include "pipeline/sign/verifier.h"

/// Signed files from the world outside: test files of other validators and papers of provincial authorities.
namespace sohoa::sign {

namespace {

namespace fs = std::filesystem;

enum class Verdict {
    unsigned_or_unreadable,
    intact,      ///< every signature holds and the last one covers the file
    updated,     ///< every signature holds, and later updates of a kind that is allowed are told
    refused,     ///< some signature does not hold
    intact_old,  ///< every signature holds, one by an old algorithm
};

struct Promise {
    const char* file;
    Verdict verdict;
};

const Promise promises[] = {
    {"pdf-signed/attacks/certified-with-indirect-refs-in-dir.pdf", Verdict::intact},
    {"pdf-signed/attacks/ed448-disallowed-hash.pdf", Verdict::refused},
    {"pdf-signed/attacks/extensions-direct.pdf", Verdict::updated},
    {"pdf-signed/attacks/extensions-indirect.pdf", Verdict::updated},
    {"pdf-signed/attacks/extensions-indirect-not-all-paths.pdf", Verdict::refused},
    {"pdf-signed/attacks/extensions-update-direct.pdf", Verdict::updated},
    {"pdf-signed/attacks/extensions-update-indirect.pdf", Verdict::updated},
    {"pdf-signed/attacks/form-tree-circular-ref-input.pdf", Verdict::unsigned_or_unreadable},
    {"pdf-signed/attacks/form-update-no-override-appearance-stream-ap-indirect.pdf", Verdict::updated},
    {"pdf-signed/attacks/form-update-original-ap-type-wrong.pdf", Verdict::updated},
    {"pdf-signed/attacks/form-update-override-appearance-stream-ap-indirect.pdf", Verdict::updated},
    {"pdf-signed/attacks/form-update-override-appearance-stream-ap-indirect-sneaky.pdf", Verdict::refused},
    {"pdf-signed/attacks/form-update-override-appearance-stream.pdf", Verdict::updated},
    {"pdf-signed/attacks/form-update-override-appearance-stream-sneaky.pdf", Verdict::refused},
    // These two are refused by validators that list changed objects: the appearance dictionary that a field no longer
    // uses is referred to from elsewhere. It was not changed itself, so nothing that was signed looks different.
    {"pdf-signed/attacks/form-update-ap-indirect-sneaky-trailer.pdf", Verdict::updated},
    {"pdf-signed/attacks/form-update-no-override-appearance-stream-ap-indirect-sneaky.pdf", Verdict::updated},
    {"pdf-signed/attacks/minimal-signed-twice-both-created.pdf", Verdict::updated},
    {"pdf-signed/attacks/minimal-signed-twice-no-sig-type.pdf", Verdict::updated},
    {"pdf-signed/attacks/minimal-signed-twice-second-created.pdf", Verdict::updated},
    {"pdf-signed/attacks/minimal-two-fields-signed-twice.pdf", Verdict::updated},
    {"pdf-signed/attacks/one-byterange.pdf", Verdict::refused},
    {"pdf-signed/attacks/pades-lta-dss-indirect-arrs-test-2.pdf", Verdict::updated},
    {"pdf-signed/attacks/pades-lta-dss-indirect-arrs-test.pdf", Verdict::updated},
    {"pdf-signed/attacks/pades-with-old-style-signing-cert-attr-issser.pdf", Verdict::intact},
    {"pdf-signed/attacks/pades-with-old-style-signing-cert-attr.pdf", Verdict::intact},
    {"pdf-signed/attacks/pdf-sig-with-econtent.pdf", Verdict::refused},
    {"pdf-signed/attacks/separate-annots-kids-indir.pdf", Verdict::updated},
    {"pdf-signed/attacks/sig-no-signed-attrs.pdf", Verdict::intact},
    {"pdf-signed/attacks/sig-with-ski-sid.pdf", Verdict::intact},
    {"pdf-signed/attacks/signature-gap-too-big.pdf", Verdict::refused},
    {"pdf-signed/attacks/tail-uncovered.pdf", Verdict::refused},
    {"pdf-signed/attacks/weird-byterange.pdf", Verdict::refused},
    {"pdf-signed/attacks/minimal-aes256.pdf", Verdict::unsigned_or_unreadable},
    {"pdf-signed/attacks/broken-objstream1.pdf", Verdict::unsigned_or_unreadable},
    {"pdf-signed/attacks/circular-page-tree.pdf", Verdict::unsigned_or_unreadable},
    {"pdf-signed/pades/DSS-2155.pdf", Verdict::intact},
    {"pdf-signed/pades/PAdES-BpB-att-SHA256-SHA3_256withRSA.pdf", Verdict::refused},
    {"pdf-signed/pades/Signature-P-HU_MIC-3.pdf", Verdict::updated},
    {"pdf-signed/pades/Test.pdf", Verdict::intact_old},
    {"pdf-signed/pades/TestToSignPDFSHA256_TST_SIG_NOT_FOUND.pdf", Verdict::intact},
    {"pdf-signed/pades/dss-2058-QC-LTA-test.pdf", Verdict::updated},
    {"pdf-signed/pades/fieldmdp-include.pdf", Verdict::intact},
    {"pdf-signed/pades/pades-bes-no-certificates.pdf", Verdict::refused},
    {"pdf-signed/pades/pades-ocsp-sign-cert.pdf", Verdict::updated},
    {"pdf-signed/pades/pdf-byterange-overlap.pdf", Verdict::refused},
    {"pdf-signed/pades/pdf-signed-out-of-byteRange.pdf", Verdict::refused},
    {"pdf-signed/pades/pkcs7.pdf", Verdict::intact},
    {"pdf-signed/pades/timestamped_and_signed.pdf", Verdict::updated},
    // Papers of provincial authorities: the first signature is by RSA with SHA-1.
    {"scans/uy-ban-signed-1.pdf", Verdict::intact_old},
    {"scans/uy-ban-signed-2.pdf", Verdict::intact_old},
    {"scans/uy-ban-signed-3.pdf", Verdict::intact_old},
    {"scans/uy-ban-signed-4.pdf", Verdict::intact_old},
    {"scans/uy-ban-signed-5.pdf", Verdict::intact_old},
    {"scans/uy-ban-signed-6.pdf", Verdict::intact},
    {"scans/uy-ban-signed-9.pdf", Verdict::intact_old},
    {"scans/uy-ban-signed-10.pdf", Verdict::intact_old},
};

Verdict verdict_of(const Result<std::vector<SignatureReport>>& reports) {
    if (!reports || reports->empty()) return Verdict::unsigned_or_unreadable;
    Verdict verdict = Verdict::intact;
    for (const auto& report : *reports) {
        if (!holds(report)) return Verdict::refused;
        if (report.weak_algorithm) {
            verdict = Verdict::intact_old;
        } else if (report.later_changes != LaterChanges::none && verdict == Verdict::intact) {
            verdict = Verdict::updated;
        }
    }
    return verdict;
}

fs::path real_data() {
    const char* folder = std::getenv("SOHOA_REALDATA");
    return folder != nullptr ? fs::path(folder) : fs::path(SOHOA_SOURCE_DIR) / "../shared/realdata";
}

}  // namespace

class RealSignatures : public testing::TestWithParam<Promise> {};

TEST_P(RealSignatures, VerdictIsKept) {
    const fs::path path = real_data() / GetParam().file;
    if (!fs::exists(path)) GTEST_SKIP() << path << " is not here";
    EXPECT_EQ(verdict_of(verify_signatures(path.string(), {})), GetParam().verdict) << GetParam().file;
}

std::string test_name(const testing::TestParamInfo<Promise>& promise) {
    std::string name = fs::path(promise.param.file).stem().string();
    for (char& c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
    }
    return name;
}

INSTANTIATE_TEST_SUITE_P(Promises, RealSignatures, testing::ValuesIn(promises), test_name);

TEST(RealFiles, NoneCrashesOrHangsTheVerifier) {
    const fs::path root = real_data();
    if (!fs::exists(root)) GTEST_SKIP() << root << " is not here";
    for (const char* folder : {"pdf-signed/attacks", "pdf-signed/pades", "pdf-inputs", "fuzz-seeds"}) {
        if (!fs::exists(root / folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (!entry.is_regular_file()) continue;
            const auto reports = verify_signatures(entry.path().string(), {});
            EXPECT_TRUE(reports || !reports.error().message.vi.empty()) << entry.path();
        }
    }
}

}  // namespace sohoa::sign
