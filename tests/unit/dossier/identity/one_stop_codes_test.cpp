#include <algorithm>
#include <gtest/gtest.h>

#include "pipeline/dossier/identity/agency_id.h"
#include "pipeline/dossier/identity/dossier_code.h"
#include "pipeline/dossier/identity/paper_code.h"
#include "pipeline/dossier/identity/procedure_code.h"

namespace sohoa::dossier {

namespace {

bool has(const CodeWarnings& warnings, CodeWarning what) {
    return std::find(warnings.begin(), warnings.end(), what) != warnings.end();
}

struct Written {
    const char* text;
    const char* normal;
};

}  // namespace

TEST(DossierCode, EveryWayOfWritingHasOneNormalForm) {
    for (const Written& each :
         {Written{"000.00.04.G14-221010-0001", "000.00.04.G14-221010-0001"},
          Written{"000.21.34.H41-240315-0007", "000.21.34.H41-240315-0007"},
          Written{"H55.242-250805-0012", "H55.242-250805-0012"},
          Written{" h55.242 – 250805 — 0012 ", "H55.242-250805-0012"},
          Written{"H55.242/250805/0012", "H55.242-250805-0012"}, Written{"H55-250805-00012345", "H55-250805-00012345"},
          Written{"Ｈ５５.242-250805-0012", "H55.242-250805-0012"},
          Written{"G22.99-250805-012345", "G22.99-250805-012345"},
          Written{"H55.242-250805-0012-KQ1", "H55.242-250805-0012-KQ1"}, Written{"000.00.04.G14-221010-0001-KQ(2)", ""},
          Written{"OOO.OO.O4.G14-22IOIO-OOOl", "000.00.04.G14-221010-0001"}, Written{"H5S.242-250805-0012", ""},
          Written{"H55.242-250805-012", ""}, Written{"H55.242-25085-0012", ""}, Written{"H55.242-250805-0012-KQ0", ""},
          Written{"H55.242-250805-0012-XX1", ""}, Written{"Z2ABC-250805-0012", ""}, Written{"15/QĐ-UBND", ""},
          Written{"", ""}}) {
        const auto code = read_dossier_code(each.text);
        EXPECT_EQ(code ? code->normal : "", each.normal) << each.text;
    }
}

TEST(DossierCode, PartsAreTold) {
    const auto code = read_dossier_code("000.21.34.H41-240315-0007-KQ12");
    ASSERT_TRUE(code);
    EXPECT_EQ(code->dossier, "000.21.34.H41-240315-0007");
    EXPECT_EQ(code->agency.normal, "000.21.34.H41");
    EXPECT_EQ(code->agency.levels, (std::vector<std::string>{"H41", "34", "21"}));
    EXPECT_EQ(code->agency.name, "Nghệ An");
    EXPECT_EQ(iso(*code->received_date), "2024-03-15");
    EXPECT_EQ(code->ordinal, "0007");
    EXPECT_EQ(code->result, 12);
    EXPECT_FALSE(code->online);
    EXPECT_TRUE(code->warnings.empty());
    EXPECT_TRUE(read_dossier_code("G22.99-250805-0012")->online);
}

TEST(DossierCode, OddOnesAreWarnedOfAndKept) {
    const auto odd = read_dossier_code("H99.1-251332-0012");
    ASSERT_TRUE(odd);
    EXPECT_FALSE(odd->received_date);
    EXPECT_TRUE(has(odd->warnings, CodeWarning::impossible_date));
    EXPECT_TRUE(has(odd->warnings, CodeWarning::unknown_agency));
    EXPECT_TRUE(has(read_dossier_code("H5I-250805-0012")->warnings, CodeWarning::mended));
    EXPECT_TRUE(has(read_dossier_code("H55-25O805-0012")->warnings, CodeWarning::mended));
}

TEST(DossierCode, WhereLettersMayStandTooNothingIsMended) {
    EXPECT_EQ(read_dossier_code("H55.2O2-250805-0012")->normal, "H55.2O2-250805-0012");
    EXPECT_TRUE(read_dossier_code("H55.2O2-250805-0012")->warnings.empty());
}

TEST(AgencyId, IsReadInBothDirections) {
    EXPECT_EQ(read_agency_id("000.00.00.H41")->levels, std::vector<std::string>{"H41"});
    EXPECT_EQ(read_agency_id("H41.12.3")->levels, (std::vector<std::string>{"H41", "12", "3"}));
    EXPECT_EQ(read_agency_id("H41.12.3")->syntax, AgencySyntax::left_to_right);
    EXPECT_EQ(read_agency_id("h29")->name, "Hồ Chí Minh");
    EXPECT_EQ(read_agency_id("Z2ABC123")->syntax, AgencySyntax::other);
    EXPECT_TRUE(has(read_agency_id("A05.1")->warnings, CodeWarning::unknown_agency));
    EXPECT_TRUE(has(read_agency_id("H41.11111111.22222222.33333333.44444444")->warnings, CodeWarning::too_long));
    for (const char* text : {"", "41", "H4", "H41.", "H41..1", "Z41", "000.00.H41", "H41.Đ"})
        EXPECT_FALSE(read_agency_id(text)) << text;
}

TEST(ProcedureCode, EveryWayOfWritingHasOneNormalForm) {
    for (const Written& each :
         {Written{"1.001193", "1.001193"}, Written{"2.000815.000.00.00.H41", "2.000815.000.00.00.H41"},
          Written{"1.000894.01", "1.000894.01"}, Written{"1.001193.H41", "1.001193.H41"},
          Written{"1 . 001193", "1.001193"}, Written{"l.OO1193", "1.001193"}, Written{"1.00119", ""},
          Written{"1.0011933", ""}, Written{"1.001193.1", ""}, Written{"1.001193.", ""}, Written{"1.250.000", ""},
          Written{"A.001193", ""}}) {
        const auto code = read_procedure_code(each.text);
        EXPECT_EQ(code ? code->normal : "", each.normal) << each.text;
    }
    const auto code = read_procedure_code("1.000894.01");
    EXPECT_EQ(code->procedure, "1.000894");
    EXPECT_EQ(code->variant, "01");
    EXPECT_EQ(read_procedure_code("2.000815.000.00.00.H41")->agency->name, "Nghệ An");
}

TEST(PaperCode, ResultsAndComponentsAreRead) {
    for (const Written& each : {Written{"KQ.G15.000031", "KQ.G15.000031"}, Written{"KQ.GI5.OOOO31", "KQ.G15.000031"},
                                Written{"TP-H05.000026", "TP-H05.000026"}, Written{"TP.H05.000026", "TP-H05.000026"},
                                Written{"tp – h05.000026", "TP-H05.000026"}, Written{"KQ.Z15.000031", ""},
                                Written{"KQ.G15.00031", ""}, Written{"XX.G15.000031", ""}}) {
        const auto code = read_paper_code(each.text);
        EXPECT_EQ(code ? code->normal : "", each.normal) << each.text;
    }
    EXPECT_EQ(read_paper_code("KQ.G15.000031")->agency_name, "Bộ Tư pháp");
    EXPECT_EQ(read_paper_code("TP-H05.000026")->kind, PaperCodeKind::component);
    EXPECT_TRUE(has(read_paper_code("KQ.G77.000031")->warnings, CodeWarning::unknown_agency));
}

TEST(OneStopCodes, HostileTextsAreNone) {
    for (const std::string& text : {std::string(100000, '0'), std::string("\0\0", 2), std::string("\xFF-\xC3"),
                                    std::string("H55-250805-0012\0", 16), std::string(900, '.')}) {
        EXPECT_FALSE(read_dossier_code(text));
        EXPECT_FALSE(read_agency_id(text));
        EXPECT_FALSE(read_procedure_code(text));
        EXPECT_FALSE(read_paper_code(text));
    }
}

}  // namespace sohoa::dossier
