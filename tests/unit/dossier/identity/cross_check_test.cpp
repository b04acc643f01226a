#include "pipeline/dossier/identity/cross_check.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sohoa::dossier {

namespace {

Field print(const std::string& name, const std::string& normalized, double confidence = 0.95) {
    return {name, normalized, normalized, confidence, "review", {{1, {10, 10, 50, 10}, "text"}}, {}};
}

ocr::PageReading page_with_code(const std::string& payload) {
    ocr::PageReading page;
    page.codes.push_back({"QRCode", {500, 10, 90, 90}, quad_of({500, 10, 90, 90}), payload});
    return page;
}

ocr::PageReading page_with_zone(std::vector<std::string> lines, bool valid = true) {
    ocr::PageReading page;
    page.mrz.push_back({"TD1", std::move(lines), valid, {10, 400, 800, 120}, quad_of({10, 400, 800, 120}), 0.99, {}});
    return page;
}

const std::string an_card_code =
    "001200000001||Nguyễn Văn An|01012000|Nam|Số 1, Phố A, Phường B, Quận C, Hà Nội|15062021";
const std::vector<std::string> an_card_zone{"IDVNM2000000015001200000001<<6", "0001018M4001016VNM<<<<<<<<<<<0",
                                            "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<"};

const Field& named(const std::vector<Field>& fields, const std::string& name) {
    const auto found = std::ranges::find(fields, name, &Field::name);
    static const Field none;
    EXPECT_NE(found, fields.end()) << name;
    return found == fields.end() ? none : *found;
}

}  // namespace

TEST(CrossCheck, ACodeAloneIsAccepted) {
    std::vector<Field> fields;
    cross_check(fields, claims_on(page_with_code(an_card_code), 1));
    EXPECT_EQ(named(fields, "holder.id_number").normalized, "001200000001");
    EXPECT_EQ(named(fields, "holder.id_number").status, "accepted");
    EXPECT_EQ(named(fields, "holder.full_name").normalized, "NGUYỄN VĂN AN");
    EXPECT_EQ(named(fields, "holder.full_name").evidence.at(0).source, "qr");
    EXPECT_EQ(named(fields, "date").normalized, "2021-06-15");
}

TEST(CrossCheck, PrintThatWasMisreadGivesWayToTheCode) {
    std::vector<Field> fields{print("holder.full_name", "NGUYÊN VÀN AN", 0.88),
                              print("holder.id_number", "001200000007", 0.9)};
    cross_check(fields, claims_on(page_with_code(an_card_code), 1));
    EXPECT_EQ(named(fields, "holder.full_name").normalized, "NGUYỄN VĂN AN");
    EXPECT_EQ(named(fields, "holder.full_name").status, "accepted");
    EXPECT_EQ(named(fields, "holder.id_number").normalized, "001200000001");
    EXPECT_EQ(named(fields, "holder.id_number").status, "accepted");
    EXPECT_EQ(named(fields, "holder.id_number").evidence.size(), 2U);
}

TEST(CrossCheck, PrintReadWithoutDoubtThatSaysSomethingElseIsForReviewWithBothValues) {
    std::vector<Field> fields{print("holder.id_number", "079200000001", 0.99)};
    cross_check(fields, claims_on(page_with_code(an_card_code), 1));
    const Field& number = named(fields, "holder.id_number");
    EXPECT_EQ(number.status, "review");
    EXPECT_EQ(number.alternatives, std::vector<std::string>{"079200000001"});
    ASSERT_EQ(number.evidence.size(), 2U);
    EXPECT_EQ(number.evidence[0].source, "qr");
    EXPECT_EQ(number.evidence[1].source, "text");
}

TEST(CrossCheck, CodeAndZoneOfTwoPeopleAreForReview) {
    auto claims =
        claims_on(page_with_code("079195123456||Trần Thị Bích Ngọc|15031995|Nữ|Quận 1, TP. Hồ Chí Minh|01072021"), 1);
    for (Claim& claim : claims_on(page_with_zone(an_card_zone), 2)) claims.push_back(claim);
    std::vector<Field> fields;
    cross_check(fields, claims);
    for (const char* name : {"holder.id_number", "holder.birth_date", "holder.full_name"})
        EXPECT_EQ(named(fields, name).status, "review") << name;
    EXPECT_EQ(named(fields, "holder.id_number").alternatives, std::vector<std::string>{"001200000001"});
}

TEST(CrossCheck, AZoneConfirmsAPrintedNameWithoutItsMarks) {
    std::vector<Field> fields{print("holder.full_name", "NGUYỄN VĂN AN", 0.98), print("holder.sex", "Nam")};
    cross_check(fields, claims_on(page_with_zone(an_card_zone), 1));
    EXPECT_EQ(named(fields, "holder.full_name").status, "accepted");
    EXPECT_EQ(named(fields, "holder.full_name").normalized, "NGUYỄN VĂN AN");
    EXPECT_EQ(named(fields, "holder.sex").status, "accepted");
    EXPECT_EQ(named(fields, "expiry_date").normalized, "2040-01-01");
    EXPECT_EQ(named(fields, "expiry_date").status, "accepted");
}

TEST(CrossCheck, AZoneAloneNamesNobody) {
    std::vector<Field> fields;
    cross_check(fields, claims_on(page_with_zone(an_card_zone), 1));
    EXPECT_TRUE(std::ranges::none_of(fields, [](const Field& field) { return field.name == "holder.full_name"; }));
    EXPECT_EQ(named(fields, "holder.birth_date").normalized, "2000-01-01");
}

TEST(CrossCheck, AnotherNameInTheZoneIsForReview) {
    auto claims = claims_on(page_with_code(an_card_code), 1);
    auto other = an_card_zone;
    other[2] = "TRAN<<THI<BICH<NGOC<<<<<<<<<<<";
    for (Claim& claim : claims_on(page_with_zone(other), 1)) claims.push_back(claim);
    std::vector<Field> fields;
    cross_check(fields, claims);
    EXPECT_EQ(named(fields, "holder.full_name").status, "review");
    EXPECT_EQ(named(fields, "holder.id_number").status, "accepted");
}

TEST(CrossCheck, AZoneWhoseCheckDigitsFailConfirmsNothing) {
    auto broken = an_card_zone;
    broken[0][7] = '9';
    std::vector<Field> fields{print("holder.id_number", "001200000001")};
    cross_check(fields, claims_on(page_with_zone(broken, false), 1));
    EXPECT_EQ(named(fields, "holder.id_number").status, "review");
}

TEST(CrossCheck, ANumberThatDoesNotFitItsHolderIsADoubtAndNoRefusal) {
    std::vector<Field> fields{print("holder.id_number", "001300000001"), print("holder.birth_date", "1975-03-05"),
                              print("holder.sex", "Nam")};
    cross_check(fields, {});
    EXPECT_EQ(named(fields, "holder.id_number").normalized, "001300000001");
    EXPECT_EQ(named(fields, "holder.id_number").status, "review");
    EXPECT_LT(named(fields, "holder.id_number").confidence, 0.6);
}

TEST(CrossCheck, CodesThatAreNoCardsSayNothing) {
    EXPECT_TRUE(claims_on(page_with_code("https://dichvucong.gov.vn/p/home"), 1).empty());
    EXPECT_TRUE(claims_on(page_with_code(""), 1).empty());
    EXPECT_TRUE(claims_on({}, 1).empty());
}

}  // namespace sohoa::dossier
