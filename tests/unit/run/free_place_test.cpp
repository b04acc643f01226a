#include "pipeline/run/free_place.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <optional>

#include "base/sha256.h"
#include "pipeline/run/document_job.h"
#include "tests/unit/scanners/test_folder.h"

namespace sohoa::run {

class FreePlace : public FolderTest {
protected:
    /// Outputs of a paper with this content, as a run would have left them.
    void stands(const std::string& stem, const std::string& content, bool complete = true) const {
        const std::string hash = hex(sha256(content));
        write("out/" + stem + ".pdf", "%PDF");
        write("out/" + stem + ".json",
              fmt::format(
                  R"({{"schema":"sohoa/1","source":{{"sha256":"{}"}},"made_by":{{"identity":"{}","complete":{}}}}})",
                  hash, hex(sha256(identity_of({hash}, settings_))), complete));
    }
    Place place_of(const std::string& name, const std::string& content) {
        return places_->for_file(write("in/" + name, content));
    }
    Settings settings_;
    void SetUp() override {
        FolderTest::SetUp();
        places_.emplace(path("out"), settings_);
    }
    std::optional<FreePlaces> places_;
};

TEST_F(FreePlace, APaperGoesUnderItsOwnNameWhereThatIsFree) {
    const Place place = place_of("scan0001.jpg", "one");
    EXPECT_EQ(place.name, "scan0001");
    EXPECT_TRUE(place.was_free);
}

TEST_F(FreePlace, OtherPapersOfTheSameNameAreNeverTouched) {
    stands("scan0001", "one");
    write("out/scan0001-2.txt", "of somebody else");
    EXPECT_EQ(place_of("scan0001.jpg", "two").name, "scan0001-3");
    places_->take("scan0001-3", false);
    EXPECT_EQ(place_of("scan0001.jpg", "two").name, "scan0001-4") << "a place given out is not free";
    places_->give_back("scan0001-3", false);
    EXPECT_EQ(place_of("scan0001.jpg", "two").name, "scan0001-3");
}

TEST_F(FreePlace, TheSamePaperAgainGoesWhereItWas) {
    stands("scan0001", "one");
    stands("scan0001-2", "two", false);
    const Place whole = place_of("scan0001.jpg", "one");
    EXPECT_EQ(whole.name, "scan0001");
    EXPECT_FALSE(whole.was_free);
    EXPECT_EQ(place_of("scan0001.jpg", "two").name, "scan0001-2") << "one that lost pages is made again there";
}

TEST_F(FreePlace, ThousandsOfTheSameNameAreNoTrouble) {
    for (int k = 2; k <= 80; ++k) write("out/scan-" + std::to_string(k) + ".json", "{}");
    write("out/scan.json", "{}");
    EXPECT_EQ(place_of("scan.jpg", "x").name, "scan-81");
    write("out/scan-81.json", "{}");
    EXPECT_EQ(place_of("scan.jpg", "x").name, "scan-82");
}

TEST_F(FreePlace, ASignedOriginalKeepsItsName) {
    places_->take("a", false);
    EXPECT_EQ(place_of("a.signed.pdf", "x").name, "a.signed-2");
    write("out/b.signed.pdf", "kept original");
    EXPECT_EQ(place_of("b.jpg", "x").name, "b-2");
}

TEST_F(FreePlace, ADossierGoesWhereItWasWhenItsPapersAreTheSame) {
    const std::string one = write("in/ho-so/1.jpg", "one");
    const auto plan = [&] {
        scanners::Arrivals arrivals;
        arrivals.documents.push_back({{one}, "ho-so", "1"});
        arrivals.dossiers.push_back({"ho-so", "ho-so"});
        return arrivals;
    };
    EXPECT_EQ(places_->for_folder("ho-so", plan).name, "ho-so");
    stands("ho-so/1", "one");
    write("out/ho-so/dossier.json", R"({"documents":[{"stem":"1"}]})");
    const Place again = places_->for_folder("ho-so", plan);
    EXPECT_EQ(again.name, "ho-so");
    EXPECT_FALSE(again.was_free);
    write("out/ho-so/dossier.json", R"({"documents":[{"stem":"1"},{"stem":"2"}]})");
    EXPECT_EQ(places_->for_folder("ho-so", plan).name, "ho-so-2") << "a dossier of other papers keeps its list";
    write("out/ho-so/dossier.json", "no json");
    EXPECT_EQ(places_->for_folder("ho-so", plan).name, "ho-so-2");
}

TEST_F(FreePlace, APlanMovesWithItsFolder) {
    scanners::Arrivals plan;
    plan.documents.push_back({{"x"}, "cay", "1"});
    plan.documents.push_back({{"y"}, "cay/nhanh", "2"});
    plan.dossiers.push_back({"cay/nhanh", "nhanh"});
    const auto moved = moved_to(plan, "cay-2");
    EXPECT_EQ(moved.documents[0].folder, "cay-2");
    EXPECT_EQ(moved.documents[1].folder, "cay-2/nhanh");
    EXPECT_EQ(moved.dossiers[0].folder, "cay-2/nhanh");
}

}  // namespace sohoa::run
