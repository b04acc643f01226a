#include "pipeline/inspect/inspection_folder.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/files.h"
#include "pipeline/inspect/inspection_html.h"

namespace sohoa::inspect {
namespace {

class InspectionFolder : public testing::Test {
protected:
    InspectionFolder() { std::filesystem::create_directories(folder_); }
    ~InspectionFolder() override { std::filesystem::remove_all(folder_); }

    std::string page() const { return read_file(folder_ + "/index.html").value_or(std::string()); }
    Result<void> leave() const { return leave_failure(folder_, failed_); }

    const std::string folder_ = testing::TempDir() + "inspection-" + std::to_string(::getpid());
    const InspectedFile failed_{"a.jpg", {problem(code::file_empty, {"Tệp rỗng", "empty"})}, {}};
};

TEST_F(InspectionFolder, KeepsTheGoodPageWhereNothingCouldBeInspected) {
    const std::string good = inspection_html({"a.jpg", {}, {Inspection{}}});
    ASSERT_TRUE(write_file_atomically(folder_ + "/index.html", good));
    ASSERT_TRUE(take_inspection_folder(folder_, "/elsewhere/a.jpg"));
    ASSERT_TRUE(leave());
    EXPECT_EQ(page(), good);
}

TEST_F(InspectionFolder, SaysTheErrorWhereNoGoodPageStands) {
    ASSERT_TRUE(leave());
    EXPECT_EQ(page(), inspection_html(failed_));
    ASSERT_TRUE(mark_unfinished(folder_));  // and was killed
    ASSERT_TRUE(take_inspection_folder(folder_, "/elsewhere/a.jpg"));
    ASSERT_TRUE(leave());
    EXPECT_EQ(page(), inspection_html(failed_));
}

}  // namespace
}  // namespace sohoa::inspect
