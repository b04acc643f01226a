#pragma once
#include <memory>
#include <string>

#include "ocr/text/recogniser.h"
#include "pipeline/run/page_task.h"

namespace sohoa::run {

/// Does what a task asks, in this process. Keeps the last opened file and the recogniser, because the next task is
/// mostly about the next page of the same file; neither changes what a page says.
class PageExecutor {
public:
    PageExecutor();
    ~PageExecutor();
    PageExecutor(const PageExecutor&) = delete;
    PageExecutor& operator=(const PageExecutor&) = delete;

    /// The last catch: whatever a library throws becomes a Problem.
    Result<Answer> execute(const Task& task);

private:
    Result<Answer> perform(const OpenTask& task);
    Result<Answer> perform(const PageTask& task);
    Result<Answer> perform(const PictureTask& task);
    Result<Answer> perform(const InspectTask& task);
    Result<Answer> perform(const RereadTask& task);
    Result<ocr::PageReading> read(const scanners::Page& page, const PageTask& task);
    Result<scanners::InputFile*> input(const std::string& path, const scanners::Limits& limits);
    Result<ocr::PageRecogniser*> recogniser(const std::string& model);

    std::string input_path_;
    std::unique_ptr<scanners::InputFile> input_;
    std::string model_;
    std::unique_ptr<ocr::PageRecogniser> recogniser_;
};

}  // namespace sohoa::run
