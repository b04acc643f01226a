#pragma once
#include "samples/maker/form.h"
#include "samples/maker/household.h"

namespace sohoa::maker {

/// Papers of civil status (hộ tịch): what citizens fill in and what communes issue to them.
Paper birth_declaration(const Household& house, Random random, int dpi);           ///< to_khai_khai_sinh
Paper marital_status_declaration(const Household& house, Random random, int dpi);  ///< to_khai_tinh_trang_hon_nhan
Paper copy_declaration(const Household& house, Random random, int dpi);            ///< to_khai_ban_sao_trich_luc
Paper marriage_declaration(const Household& house, Random random, int dpi);        ///< to_khai_ket_hon
Paper birth_certificate(const Household& house, Random random, int dpi);           ///< giay_khai_sinh
Paper birth_extract(const Household& house, Random random, int dpi);               ///< trich_luc_khai_sinh
Paper marriage_certificate(const Household& house, Random random, int dpi);        ///< giay_chung_nhan_ket_hon
Paper marital_status_certificate(const Household& house, Random random,
                                 int dpi);                            ///< giay_xac_nhan_tinh_trang_hon_nhan
Paper death_extract(const Household& house, Random random, int dpi);  ///< trich_luc_khai_tu

}  // namespace sohoa::maker
