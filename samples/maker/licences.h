#pragma once
#include "samples/maker/form.h"
#include "samples/maker/household.h"

namespace sohoa::maker {

/// What offices allow: a business household, the building of a house.
Paper business_certificate(const Household& house, Random random, int dpi);  ///< giay_chung_nhan_ho_kinh_doanh
Paper building_permit(const Household& house, Random random, int dpi);       ///< giay_phep_xay_dung

}  // namespace sohoa::maker
