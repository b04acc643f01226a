#include "scanners/output_names.h"

#include <gtest/gtest.h>
#include <string>

#include "base/vietnamese.h"

namespace sohoa::scanners {

TEST(StemOf, KeepsMarksBlanksAndInnerDots) {
    EXPECT_EQ(stem_of("Đơn xin.bản 2.tar.pdf"), "Đơn xin.bản 2.tar");
    EXPECT_EQ(stem_of(".jpg"), ".jpg");
    EXPECT_EQ(stem_of("README"), "README");
}

TEST(StemOf, NamesOf255BytesAreCutAtACharacter) {
    std::string name;
    while (name.size() + 3 <= 251) name += "ờ";
    name += ".pdf";
    const std::string stem = stem_of(name);
    EXPECT_LE(stem.size() + std::string(".signed.pdf").size(), 255U);
    EXPECT_EQ(nfc(stem), stem);
    EXPECT_EQ(stem[stem.size() - 9], '~');
    EXPECT_EQ(stem, stem_of(name));
    EXPECT_NE(stem, stem_of("x" + name.substr(1)));
    EXPECT_EQ(stem_of(std::string(244, 'a') + ".pdf"), std::string(244, 'a'));
}

TEST(StemOf, NamesThatAreNoUtf8AreCutToo) {
    const std::string stem = stem_of(std::string(250, '\x9F') + ".jpg");
    EXPECT_EQ(stem.size(), 244U);
}

TEST(OutputNames, NoResultOverwritesAnother) {
    OutputNames names;
    names.expect("a");
    names.expect("a-2");
    EXPECT_EQ(names.take("a"), "a");
    EXPECT_EQ(names.take("a"), "a-3");  // a-2 is the name of a file that comes later
    EXPECT_EQ(names.take("a-2"), "a-2");
    EXPECT_EQ(names.take("a.signed"), "a.signed-2");  // a.signed.pdf may be the signed original of a
}

}  // namespace sohoa::scanners
