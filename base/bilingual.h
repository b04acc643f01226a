#pragma once
#include <string>

namespace sohoa {

/// A text for people: Vietnamese first, English beside it.
struct Bilingual {
    std::string vi;
    std::string en;

    /// "Tệp rỗng (the file is empty)".
    std::string both() const { return en.empty() || en == vi ? vi : vi + " (" + en + ")"; }
    bool empty() const { return vi.empty() && en.empty(); }
    bool operator==(const Bilingual&) const = default;
};

enum class Language { both, vietnamese, english };

/// The text in the language asked for; `both` gives both.
inline std::string in(Language language, const Bilingual& text) {
    switch (language) {
        case Language::vietnamese:
            return text.vi;
        case Language::english:
            return text.en.empty() ? text.vi : text.en;
        case Language::both:
            break;
    }
    return text.both();
}

}  // namespace sohoa
