#pragma once
#include "samples/maker/form.h"
#include "samples/maker/household.h"

namespace sohoa::maker {

/// giay_chung_nhan_qsdd, as issued since 2025 (TT 10/2024/TT-BTNMT): one sheet. With `most_pages` 1 only its front.
Paper land_certificate(const Household& house, Random random, int dpi, int most_pages);

/// giay_chung_nhan_qsdd, as issued from 2009 to 2024: its first two faces side by side on one sheet, as it is copied.
Paper land_certificate_2009(const Household& house, Random random, int dpi);

/// don_dang_ky_bien_dong: an application that the owner fills in, typed or by hand.
Paper land_change_application(const Household& house, Random random, int dpi);

}  // namespace sohoa::maker
