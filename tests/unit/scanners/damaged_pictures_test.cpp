#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <leptonica/allheaders.h>
#include <memory>

#include "scanners/input_file.h"
#include "test_folder.h"

namespace sohoa::scanners {

using testing::Contains;
using testing::Field;

/// Pictures of which some bytes are gone still come, and say what is lost.
class DamagedPicture : public FolderTest {
protected:
    /// A grey picture of 400 × 600 pixels with something different everywhere, written in a format of Leptonica.
    std::string picture(int format) const {
        struct Destroy {
            void operator()(Pix* pix) const { pixDestroy(&pix); }
        };
        const std::unique_ptr<Pix, Destroy> pix(pixCreate(400, 600, 8));
        for (int y = 0; y < 600; ++y)
            for (int x = 0; x < 400; ++x)
                pixSetPixel(pix.get(), x, y, static_cast<l_uint32>((x * x + 7 * y * x) & 255));
        const std::string file = path("whole");
        EXPECT_EQ(pixWrite(file.c_str(), pix.get(), format), 0);
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    /// The first page of a file with these bytes.
    Result<Page> first_page(const std::string& bytes) const {
        auto opened = InputFile::open(write("damaged", bytes), Limits{});
        if (!opened) return fail(opened.error());
        return (*opened)->read_page(1);
    }

    static auto says_lost() { return Field(&Page::problems, Contains(Field(&Problem::code, code::content_lost))); }
};

TEST_F(DamagedPicture, CutOffJpegAndPngLoseRowsAndSaySo) {
    for (const int format : {IFF_JFIF_JPEG, IFF_PNG}) {
        std::string bytes = picture(format);
        const auto whole = first_page(bytes);
        ASSERT_TRUE(whole) << format;
        EXPECT_TRUE(whole->problems.empty() || whole->problems[0].code == code::dpi_guessed) << format;
        bytes.resize(bytes.size() / 2);
        const auto cut = first_page(bytes);
        ASSERT_TRUE(cut) << format;
        EXPECT_THAT(*cut, says_lost()) << format;
        EXPECT_EQ(cut->pixels.height(), 600) << format;
        const std::uint8_t* last = cut->pixels.row(599);
        EXPECT_TRUE(std::all_of(last, last + cut->pixels.stride(), [](int v) { return v == 255; })) << "lost is white";
        EXPECT_FALSE(cut->original) << "damaged bytes have no place in the PDF";
    }
}

TEST_F(DamagedPicture, HolesInTheDataAreTold) {
    for (const int format : {IFF_JFIF_JPEG, IFF_PNG, IFF_TIFF_LZW}) {
        std::string bytes = picture(format);
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 2), 64, '\xFF');
        const auto page = first_page(bytes);
        ASSERT_TRUE(page) << format;
        EXPECT_THAT(*page, says_lost()) << format;
    }
}

TEST_F(DamagedPicture, BrokenChainOfTiffPagesIsTold) {
    std::string bytes = picture(IFF_TIFF_LZW);
    // The directory's last four bytes are where the next one stands: a place after the end of the file.
    const auto at = [&](std::size_t k) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[k])); };
    ASSERT_EQ(bytes.substr(0, 2), "II");
    const std::size_t directory = at(4) | at(5) << 8 | at(6) << 16 | at(7) << 24;
    const std::size_t next = directory + 2 + 12 * (at(directory) | at(directory + 1) << 8);
    ASSERT_LE(next + 4, bytes.size());
    bytes.replace(next, 4, "\x00\x00\x00\x70", 4);
    const auto opened = InputFile::open(write("chain", bytes), Limits{});
    ASSERT_TRUE(opened);
    EXPECT_EQ((*opened)->page_count(), 1);
    EXPECT_THAT((*opened)->problems(), Contains(Field(&Problem::code, code::content_lost)));
}

}  // namespace sohoa::scanners
