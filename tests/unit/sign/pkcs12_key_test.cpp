#include <openssl/objects.h>

#include "base/files.h"
#include "made.h"
#include "pipeline/sign/certificate.h"

namespace sohoa::sign {

class Pkcs12Key : public made::SignTest {};

TEST_F(Pkcs12Key, ChainIsOrderedFromTheSignerToTheRoot) {
    const made::Identity root = made::identity({.name = "Gốc", .authority = true});
    const made::Identity issuing = made::identity({.name = "Cấp", .authority = true}, &root);
    const made::Identity officer = made::identity({}, &issuing);
    const made::Identity stranger = made::identity({.name = "Lạ", .authority = true});
    const auto key =
        load_pkcs12(file("a.p12", made::pkcs12(officer, "mật khẩu", {&stranger, &root, &issuing})), "mật khẩu");
    ASSERT_TRUE(key) << describe(key.error());
    EXPECT_EQ((*key)->common_name(), "Nguyễn Văn An");
    EXPECT_FALSE((*key)->is_demo());
    const std::vector<std::string> chain{der_of(officer.certificate.get()), der_of(issuing.certificate.get()),
                                         der_of(root.certificate.get())};
    EXPECT_EQ((*key)->certificates(), chain);
}

TEST_F(Pkcs12Key, WrongPassphraseIsSaidSo) {
    const std::string path = file("a.p12", made::pkcs12(made::identity({}), "1234"));
    for (const char* passphrase : {"", "12345"}) {
        const auto key = load_pkcs12(path, passphrase);
        ASSERT_FALSE(key);
        EXPECT_EQ(key.error().code, code::passphrase_wrong);
        EXPECT_EQ(key.error().file, path);
    }
}

TEST_F(Pkcs12Key, EmptyPassphraseOpensAFileWithoutOne) {
    EXPECT_TRUE(load_pkcs12(file("a.p12", made::pkcs12(made::identity({}), "")), ""));
}

TEST_F(Pkcs12Key, FilesEncryptedTheOldWayOpen) {
    const made::Identity officer = made::identity({});
    const std::string triple_des = made::pkcs12(officer, "1234", {}, NID_pbe_WithSHA1And3_Key_TripleDES_CBC);
    ASSERT_FALSE(triple_des.empty());
    EXPECT_TRUE(load_pkcs12(file("3des.p12", triple_des), "1234"));
}

TEST_F(Pkcs12Key, ExpiredCertificateIsRefusedByName) {
    const auto key = load_pkcs12(
        file("a.p12", made::pkcs12(made::identity({.valid_from_days = -800, .valid_until_days = -1}), "1")), "1");
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, code::certificate_expired);
    EXPECT_NE(key.error().message.vi.find("Nguyễn Văn An"), std::string::npos);
}

TEST_F(Pkcs12Key, CertificateForOtherUsesIsRefused) {
    const auto key =
        load_pkcs12(file("a.p12", made::pkcs12(made::identity({.key_usage = "critical,keyEncipherment"}), "1")), "1");
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, code::key_unreadable);
}

TEST_F(Pkcs12Key, OtherFilesAreNamedAsNoKey) {
    const std::string whole = made::pkcs12(made::identity({}), "1");
    for (const std::string& bytes : {std::string(), std::string("-----BEGIN CERTIFICATE-----"), whole.substr(0, 400)}) {
        const auto key = load_pkcs12(file("a.p12", bytes), "1");
        ASSERT_FALSE(key);
        EXPECT_EQ(key.error().code, code::key_unreadable) << bytes.size();
    }
    EXPECT_EQ(load_pkcs12(at("none.p12"), "1").error().code, code::file_missing);
}

TEST_F(Pkcs12Key, EveryBitFlippedIsAnAnswerAndNoCrash) {
    const std::string whole = made::pkcs12(made::identity({}), "1");
    for (std::size_t at_byte = 0; at_byte < whole.size(); at_byte += 23) {
        std::string damaged = whole;
        damaged[at_byte] = static_cast<char>(damaged[at_byte] ^ 0x10);
        const auto key = load_pkcs12(file("a.p12", damaged), "1");
        if (!key) {
            EXPECT_TRUE(key.error().code == code::key_unreadable || key.error().code == code::passphrase_wrong)
                << key.error().code;
        }
    }
}

}  // namespace sohoa::sign
