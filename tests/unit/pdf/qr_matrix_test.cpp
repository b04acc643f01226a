#include "pipeline/pdf/qr_matrix.h"

#include <gtest/gtest.h>

#include "ocr/codes/symbols.h"
#include "pipeline/dossier/identity/payload.h"

namespace sohoa::pdf {

namespace {

/// Drawn with `module` pixels a module, as a printer would.
std::string text_in(const QrMatrix& matrix, int module) {
    const int side = matrix.whole_side() * module;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 255);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int column = x / module - QrMatrix::quiet_modules;
            const int row = y / module - QrMatrix::quiet_modules;
            const bool inside = column >= 0 && row >= 0 && column < matrix.side && row < matrix.side;
            if (inside && matrix.is_black(column, row))
                pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(x)] = 0;
        }
    }
    const auto found = ocr::find_symbols({pixels.data(), {side, side}, static_cast<std::size_t>(side)});
    return found.size() == 1 ? found.front().text : std::string();
}

}  // namespace

TEST(QrMatrix, OneStopPayloadIsReadBackAsItWasWritten) {
    const dossier::OneStopPaper paper{.dossier_code = "H55.242-250805-0012",
                                      .procedure_code = "1.001193",
                                      .owner_id = "001200000001",
                                      .paper_name = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả | bản 100 %",
                                      .system_name = "Hệ thống thông tin giải quyết TTHC tỉnh Thái Nguyên",
                                      .published_at = "2025-08-05T14:05:09+07:00",
                                      .due_at = "2025-08-12",
                                      .valid_until = "",
                                      .scope = "xã, phường"};
    const auto text = dossier::write_one_stop_qr(paper);
    ASSERT_TRUE(text);
    const auto matrix = qr_matrix(*text);
    ASSERT_TRUE(matrix);
    EXPECT_EQ(matrix->black.size(), static_cast<std::size_t>(matrix->side) * static_cast<std::size_t>(matrix->side));
    const std::string read = text_in(*matrix, 4);
    EXPECT_EQ(read, *text);
    const auto payload = dossier::read_payload(read);
    ASSERT_EQ(payload.kind(), dossier::PayloadKind::one_stop);
    EXPECT_EQ(std::get<dossier::OneStopQr>(payload.content).paper, paper);
}

TEST(QrMatrix, HasTheSidesOfTheStandardAndThreeCorners) {
    const auto matrix = qr_matrix("H55.242-250805-0012");
    ASSERT_TRUE(matrix);
    EXPECT_EQ((matrix->side - 17) % 4, 0);
    EXPECT_EQ(matrix->whole_side(), matrix->side + 8);
    for (int k = 0; k < 7; ++k) {
        EXPECT_TRUE(matrix->is_black(k, 0));
        EXPECT_TRUE(matrix->is_black(matrix->side - 1 - k, 0));
        EXPECT_TRUE(matrix->is_black(0, matrix->side - 1 - k));
    }
}

TEST(QrMatrix, TextsThatNoCodeHoldsAreRefused) {
    EXPECT_FALSE(qr_matrix(""));
    EXPECT_FALSE(qr_matrix(std::string(2332, 'a')));
    EXPECT_TRUE(qr_matrix(std::string(2300, 'a')));
    EXPECT_FALSE(qr_matrix(std::string(5000, 'a')));
}

}  // namespace sohoa::pdf
