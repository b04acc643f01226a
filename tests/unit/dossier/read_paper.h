#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "pipeline/dossier/document.h"
#include "tests/unit/dossier/printed_page.h"

namespace sohoa::dossier {

/// What is understood of a paper's pages: the first value of each field, by name.
class ReadPaper {
public:
    explicit ReadPaper(const std::vector<PrintedPage>& pages)
        : understood_(understand(static_cast<int>(pages.size()), [&](int number) -> Result<ocr::PageReading> {
              return pages[static_cast<std::size_t>(number - 1)].reading();
          })) {}

    std::string operator[](const std::string& name) const {
        const auto found = std::find_if(understood_.fields.begin(), understood_.fields.end(),
                                        [&](const Field& field) { return field.name == name; });
        return found == understood_.fields.end() ? "" : found->normalized;
    }
    std::string kind() const { return understood_.kind.id; }

private:
    Understanding understood_;
};

}  // namespace sohoa::dossier
