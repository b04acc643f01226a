#pragma once
#include "samples/maker/household.h"

namespace sohoa::maker {

/// An invented parcel of land and the certificate over it.
struct Parcel {
    std::string number;     ///< "215"
    std::string map_sheet;  ///< "37"
    double area = 0;        ///< m², one decimal
    std::string land_use;   ///< "Đất ở tại nông thôn (ONT): 150,0 m²"
    std::string term;
    std::string use_form;
    std::string address;
    std::string serial;           ///< "AA 99123456"
    std::string register_number;  ///< "VP 00324"
    Date issued;
};

/// The land of a household: the same people always have the same.
Parcel parcel_of(const Household& house);

/// "235,5", as areas are printed.
std::string printed_decimal(double value);
/// "235.5", as values are compared; whole numbers without a point.
std::string normal_decimal(double value);

}  // namespace sohoa::maker
