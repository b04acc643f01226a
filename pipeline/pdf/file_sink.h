#pragma once
#include <qpdf/Pipeline.hh>
#include <string>
#include <vector>

namespace sohoa::pdf {

/// The end of libqpdf's pipelines: a new file. Every failed write throws QPDFSystemError, the last one too; libqpdf's
/// own file pipeline says nothing when the disk fills up at the very end. Include in .cpp files only.
class FileSink final : public Pipeline {
public:
    /// Throws QPDFSystemError when the file cannot be made.
    explicit FileSink(const std::string& path);
    ~FileSink() override;
    FileSink(const FileSink&) = delete;
    FileSink& operator=(const FileSink&) = delete;

    void write(const unsigned char* bytes, size_t count) override;
    /// libqpdf calls it at ends of parts, too: more may follow.
    void finish() override { flush(); }
    /// What was written stands in the file; nothing may be written afterwards.
    void close();

private:
    void flush();
    [[noreturn]] void fail_with(int error) const;

    std::string path_;
    int descriptor_;
    std::vector<unsigned char> waiting_;
};

}  // namespace sohoa::pdf
