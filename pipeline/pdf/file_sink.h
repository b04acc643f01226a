#pragma once
#include <qpdf/Pipeline.hh>
#include <string>
#include <vector>

namespace sohoa::pdf {

/// The end of libqpdf's pipelines: a new file. libqpdf's own says nothing when the disk fills up with the last bytes,
/// and ends the process when writing fails while it unwinds (destructors flush). Here the first failure is kept, what
/// follows is dropped, and close() tells. Include in .cpp files only.
class FileSink final : public Pipeline {
public:
    explicit FileSink(const std::string& path);
    ~FileSink() override;
    FileSink(const FileSink&) = delete;
    FileSink& operator=(const FileSink&) = delete;

    void write(const unsigned char* bytes, size_t count) override;
    /// libqpdf calls it at ends of parts, too: more may follow.
    void finish() override { flush(); }
    /// Once all is written. Throws QPDFSystemError where anything failed, making the file among it.
    void close();

private:
    void flush();

    std::string path_;
    int descriptor_;
    int error_ = 0;  ///< errno of the first failure
    std::vector<unsigned char> waiting_;
};

}  // namespace sohoa::pdf
