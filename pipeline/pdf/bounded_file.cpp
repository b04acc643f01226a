#include "pipeline/pdf/bounded_file.h"

#include <cstdio>
#include <qpdf/FileInputSource.hh>
#include <stdexcept>
#include <time.h>

namespace sohoa::pdf {

namespace {

/// A sound file of 480 pages takes 0.6 seconds.
constexpr double seconds_for_any_file = 4;
constexpr double seconds_a_megabyte = 0.2;
constexpr int reads_between_looks = 256;  ///< at the clock: it costs as much as some reads

double processor_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

class BoundedFile : public InputSource {
public:
    explicit BoundedFile(const std::string& path) : file_(path.c_str()) {
        file_.seek(0, SEEK_END);
        end_ =
            processor_seconds() + seconds_for_any_file + seconds_a_megabyte * 1e-6 * static_cast<double>(file_.tell());
        file_.seek(0, SEEK_SET);
    }

    qpdf_offset_t findAndSkipNextEOL() override {
        look_at_clock();
        return file_.findAndSkipNextEOL();
    }
    std::string const& getName() const override { return file_.getName(); }
    qpdf_offset_t tell() override { return file_.tell(); }
    void seek(qpdf_offset_t offset, int whence) override { file_.seek(offset, whence); }
    void rewind() override { file_.rewind(); }
    size_t read(char* target, size_t length) override {
        const size_t count = file_.read(target, length);
        last_offset = file_.getLastOffset();
        look_at_clock();
        return count;
    }
    void unreadCh(char ch) override { file_.unreadCh(ch); }

private:
    void look_at_clock() {
        if (++reads_ % reads_between_looks == 0 && processor_seconds() > end_) {
            throw std::runtime_error("the file cannot be read in reasonable time");
        }
    }

    FileInputSource file_;
    double end_ = 0;
    unsigned reads_ = 0;
};

}  // namespace

std::shared_ptr<InputSource> bounded_file(const std::string& path) {
    return std::make_shared<BoundedFile>(path);
}

}  // namespace sohoa::pdf
