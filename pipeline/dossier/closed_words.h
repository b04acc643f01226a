#pragma once
#include <string>
#include <string_view>

/// Words of names come from closed lists: a mark that reading lost or changed comes back from there. What was printed
/// in old or new tone placement stays so.
namespace sohoa::dossier {

/// "ỦY BẠN NHÂN DẦN TÍNH ĐĂK LẮK" is "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK". Words outside the lists stay as read.
std::string with_known_agency_words(std::string_view agency);

/// "ĐIỆP HỮU PHƯƠNG" is "DIỆP HỮU PHƯƠNG", "NGRYỄN …" is "NGUYỄN …": a first word that is no surname but differs from
/// exactly one in its marks, or, where it is long, in one letter.
std::string with_known_surname(std::string_view name);

/// True where the first word is a surname of the list, marks and all.
bool begins_with_surname(std::string_view name);

}  // namespace sohoa::dossier
