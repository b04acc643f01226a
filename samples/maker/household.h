#pragma once
#include "samples/maker/people.h"

namespace sohoa::maker {

/// The invented people of one errand at the desk: all papers of a dossier speak of them.
struct Household {
    Commune commune;  ///< where they live, and whose office serves them
    Person man;
    Person woman;
    Person child;            ///< born some weeks before `today`
    std::string bride_home;  ///< where the woman lives when the errand is a marriage
    bool woman_applies = false;
    Date today;  ///< when papers are filed; certificates follow within days

    const Person& applicant() const { return woman_applies ? woman : man; }
};

Household any_household(Random& random);

/// The woman where she lives before a marriage.
Person bride(const Household& house);

}  // namespace sohoa::maker
