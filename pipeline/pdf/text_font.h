#pragma once
#include <string>
#include <string_view>

/// The font of the invisible text: every code is a UTF-16 unit of the basic plane and shows one glyph without ink. One
/// font serves all pages of a document; about 1 kB there.
namespace sohoa::pdf::text_font {

/// Key of the font in a page's resources.
inline constexpr std::string_view resource_name = "/SohoaText";
inline constexpr std::string_view font_name = "/SohoaInvisible";

/// Thousandths of the font size. Ascent and descent are what viewers take as the height of a selection.
inline constexpr int advance = 500;
inline constexpr int ascent = 800;
inline constexpr int descent = -200;

/// A TrueType program of two glyphs without ink, with the tables that a CIDFontType2 needs (ISO 32000-1, 9.9).
std::string program();

/// CIDToGIDMap: every code shows glyph 1, because PDF/A forbids text that refers to glyph 0 (.notdef).
std::string glyph_map();

/// ToUnicode CMap: each code is itself. Ranges stay within one first byte, in blocks of at most 100 lines (ISO 32000-1,
/// 9.10.3); U+0000, surrogates, U+FEFF and U+FFFE, which PDF/A-2u forbids, are left out.
std::string to_unicode();

/// True when `to_unicode` has the code, so that the text layer may use it.
bool has_code(char32_t code);

}  // namespace sohoa::pdf::text_font
