#include "pipeline/service/uploads.h"

#include <gmock/gmock.h>

#include "base/files.h"
#include "base/sha256.h"
#include "test_folder.h"

namespace sohoa::service {

/// A body as a client sends it: pieces of parts; a raw body is one part.
struct MadeBody : Body {
    struct Part {
        PartHead head;
        std::vector<std::string> pieces;
    };
    std::vector<Part> parts;
    bool multipart = true;
    bool breaks_off = false;

    bool is_multipart() const override { return multipart; }
    std::optional<std::uint64_t> declared_length() const override { return std::nullopt; }
    bool has_end() const override { return true; }
    bool read(const Piece& piece) override {
        for (const auto& each : parts.front().pieces) {
            if (!piece(each)) return false;
        }
        return !breaks_off;
    }
    bool read_parts(const std::function<bool(const PartHead&)>& part, const Piece& piece) override {
        for (const auto& each : parts) {
            if (!part(each.head)) return false;
            for (const auto& bytes : each.pieces) {
                if (!piece(bytes)) return false;
            }
        }
        return !breaks_off;
    }
};

const std::string jpeg = "\xFF\xD8\xFF\xE0" + std::string(2000, 'x');

MadeBody raw(std::vector<std::string> pieces) {
    MadeBody body;
    body.multipart = false;
    body.parts = {{{}, std::move(pieces)}};
    return body;
}

class Uploads : public testing::Test {
protected:
    std::string refused(MadeBody body, const UploadLimits& limits = {}) {
        std::string why;
        {
            Upload upload(data, limits);
            const auto received = upload.receive(body, "don.jpg");
            why = received ? "taken" : received.error().code;
        }
        EXPECT_TRUE(std::filesystem::is_empty(data.inbox())) << "something was left";
        return why;
    }

    const TestFolder folder;
    DataFolder data = *DataFolder::take(folder / "data");
};

TEST_F(Uploads, RawBodyIsHashedAndKept) {
    Upload upload(data, {});
    MadeBody body = raw({jpeg.substr(0, 3), jpeg.substr(3)});
    ASSERT_TRUE(upload.receive(body, "../../don xin.jpg"));
    ASSERT_EQ(upload.files().size(), 1U);
    EXPECT_EQ(upload.files()[0].name, "don xin.jpg");
    EXPECT_EQ(upload.files()[0].sha256, hex(sha256(jpeg)));
    ASSERT_TRUE(upload.keep());
    EXPECT_EQ(read_file(data.upload_folder(upload.id(), 0) + "/don xin.jpg"), jpeg);
}

TEST_F(Uploads, PartsOfAFormAreOneDocumentInTheirOrder) {
    Upload upload(data, {});
    MadeBody body;
    body.parts = {
        {{"file", "b.jpg"}, {jpeg}}, {{"dossier_code", ""}, {"H29", ".12"}}, {{"file", "a.jpg"}, {jpeg, "y"}}};
    ASSERT_TRUE(upload.receive(body, ""));
    ASSERT_EQ(upload.files().size(), 2U);
    EXPECT_EQ(upload.files()[0].name, "b.jpg");
    EXPECT_EQ(upload.files()[1].bytes, jpeg.size() + 1);
    EXPECT_EQ(upload.words.dossier_code, "H29.12");
}

TEST_F(Uploads, NothingStaysOfWhatIsRefused) {
    EXPECT_EQ(refused(raw({})), code::file_empty);
    EXPECT_EQ(refused(raw({"no picture at all"})), code::format_unknown);
    EXPECT_EQ(refused(raw({std::string(5000, 'x')})), code::format_unknown);
    EXPECT_EQ(refused(raw({jpeg, jpeg}), {.bytes = jpeg.size() + 1}), code::too_many_bytes);
    MadeBody broken = raw({jpeg});
    broken.breaks_off = true;
    EXPECT_EQ(refused(broken), code::request_malformed);
    MadeBody form;
    EXPECT_EQ(refused(form), code::request_malformed);
    form.parts = {{{"color", ""}, {"red"}}};
    EXPECT_EQ(refused(form), code::request_malformed);
    form.parts = {{{"procedure", ""}, {std::string(5000, 'x')}}};
    EXPECT_EQ(refused(form), code::request_malformed);
    form.parts = {{{"file", "a"}, {jpeg}}, {{"file", "b"}, {jpeg}}};
    EXPECT_EQ(refused(form, {.files = 1}), code::request_malformed);
}

TEST_F(Uploads, OneClientCannotTakeAllPlaces) {
    UploadSlots slots({.of_one_client = 2, .together = 3});
    auto a = slots.take("a");
    const auto b = slots.take("a");
    EXPECT_FALSE(slots.take("a"));
    const auto c = slots.take("c");
    ASSERT_TRUE(c);
    EXPECT_FALSE(slots.take("d"));
    a->reset();
    EXPECT_TRUE(slots.take("d"));
}

TEST(SafeFileName, LeadsNowhereElse) {
    EXPECT_EQ(safe_file_name("a/b\\c.jpg", 1), "c.jpg");
    EXPECT_EQ(safe_file_name("..", 2), "002");
    EXPECT_EQ(safe_file_name("", 3), "003");
    EXPECT_EQ(safe_file_name(".hidden", 1), "hidden");
    EXPECT_EQ(safe_file_name("x\n\ty.jpg", 1), "x y.jpg");
    EXPECT_LE(safe_file_name(std::string(900, 'x') + ".jpg", 1).size(), 200U);
    EXPECT_THAT(safe_file_name(std::string(900, 'x') + ".jpg", 1), testing::EndsWith(".jpg"));
}

TEST(RequestHash, TellsRequestsApart) {
    const std::vector<UploadedFile> files{{"a.jpg", "01", 1}, {"b.jpg", "02", 1}};
    const std::string hash = request_hash(files, {"H", "P", ""});
    EXPECT_EQ(request_hash({{"other.jpg", "01", 1}, {"b.jpg", "02", 1}}, {"H", "P", ""}), hash);
    EXPECT_NE(request_hash({files[1], files[0]}, {"H", "P", ""}), hash);
    EXPECT_NE(request_hash(files, {"HP", "", ""}), hash);
    EXPECT_NE(request_hash(files, {"H", "P", "http://a.vn"}), hash);
}

}  // namespace sohoa::service
