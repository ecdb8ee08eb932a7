// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace styrkedja::sie {

// What a SIE file of types 1-4 says beside vouchers, balances and FileFacts: only for whoever writes the file again. Texts are
// UTF-8, in the file's order.
struct Extras {
    std::vector<std::string> prose;                            // #PROSA
    std::string generated_by;                                  // #GEN's signature
    std::string file_number, company_form, trade;              // #FNR, #FTYP, #BKOD
    std::string tax_year;                                      // #TAXAR
    std::vector<std::string> address;                          // #ADRESS: contact, street, postal, phone
    std::vector<std::pair<std::string, std::string>> tax_codes;   // #SRU: account, code
    std::vector<std::pair<std::string, std::string>> measures;    // #ENHET: account, unit of its quantities
    friend bool operator==(const Extras&, const Extras&) = default;
};

}  // namespace styrkedja::sie
