// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/ledger/codes.h"

namespace styrkedja::sheet {

// The dictionary of one reading, made fast for rows that look like the row before.
class Codes {
  public:
    // The place of a column of codes; the account is place 0. `key` is a role or a free part's name.
    std::size_t add_part(const std::string& key, const std::string& name);

    void begin_row();
    // The code of this row in that place; "" = none.
    void set(std::size_t place, std::string_view code);
    ledger::CodeNo account() const { return now_[0]; }
    ledger::CombinationNo combination();

    const ledger::Dictionary& dictionary() const { return dictionary_; }

  private:
    struct Last {
        std::string text;
        ledger::CodeNo number = 0;
    };
    ledger::Dictionary dictionary_;
    std::vector<Last> last_ = std::vector<Last>(1);
    std::vector<ledger::CodeNo> now_ = std::vector<ledger::CodeNo>(1), combined_;
    ledger::CombinationNo last_combination_ = 0;
    std::unordered_map<std::string, ledger::CombinationNo> combinations_;
};

}  // namespace styrkedja::sheet
