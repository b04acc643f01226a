#pragma once
#include <string>
#include <string_view>

namespace sohoa {

/// Personal numbers in a text hidden for logs, errors and reports.
///
/// Hidden are runs of nine digits or more: the first three and the last four stay of twelve and more ("001*****0001"),
/// the first three and the last two of fewer ("012****78"). So identity cards, phones, insurance, tax and bank numbers
/// are. One to three blanks, dots and dashes of any kind between digits, and signs without width, do not save a number,
/// nor do full-width digits, nor the letters O, o, I, l where digits stand on both their sides or the whole word is
/// made so. Passport numbers ("C1234567") keep two signs at each end. Lines of a machine readable zone keep no digit.
///
/// Left as they are, for they are no person's and the reader needs them:
/// - dates, times and the time stamps of file names ("05-03-2024 14:05", "20240305-140509");
/// - amounts grouped by three with dots or commas, up to 11 digits, whose first group has one or two ("1.250.000",
///   "12.500.000.000"), and any that is followed by đ, đồng, VND or VNĐ; "271.460.000" alone may be an identity card's
///   and is hidden;
/// - dossier codes ("H55.242-250805-0012"), procedure codes ("1.001193.000.00.00.H41"), component and result codes;
/// - hexadecimal digests of 32 signs and more that hold a letter, and UUIDs.
///
/// Names, addresses and dates of birth are not numbers and stay. Bytes that are no UTF-8 stay too.
std::string masked(std::string_view text);

}  // namespace sohoa
