#pragma once
#include "samples/maker/card_lays.h"
#include "samples/maker/form.h"

namespace sohoa::maker {

extern const CardPattern identity_card_2021;     ///< cccd: issued until June 2024
extern const CardPattern identity_card_2024;     ///< can_cuoc: issued from July 2024
extern const CardPattern barcode_identity_card;  ///< cccd_ma_vach: issued from 2016 until 2021
extern const CardPattern people_identity_card;   ///< cmnd: nine digits, or twelve from 2012
extern const CardPattern passport;               ///< ho_chieu: the page of the holder's data
extern const CardPattern driving_licence;        ///< giay_phep_lai_xe
extern const CardPattern health_insurance_card;  ///< the_bhyt: ten digits, or fifteen signs until 2021

/// Days on which cards of 2021 were issued.
bool has_card_of_2021(const Person& person);

}  // namespace sohoa::maker
