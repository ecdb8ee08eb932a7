// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_source.h"
#include "base/problem.h"
#include "domain/economy/ledger_things.h"
#include "domain/ledger/rows.h"

namespace styrkedja {

// What a file of the ledger is, by its content.
enum class LedgerForm : std::uint8_t { sie, workbook, table };
LedgerForm ledger_form(std::string_view first_bytes);

// What is wanted of a file that doesn't say it itself: a sheet's year and months. 0 and none = not said.
struct LedgerScope {
    int year = 0;
    Period months;
};

// Reads it with the reader for its form. None = refused, see problems. `threads`: what comes out is the same.
std::optional<ledger::FileFacts> read_ledger_file(const std::string& file, ByteSource& bytes, const LedgerProfile& profile,
                                                  const LedgerScope& scope, unsigned threads, ledger::Sink& sink,
                                                  Problems& problems);

// A file's bytes; null where it can't be opened, with path_does_not_exist or file_cannot_be_read.
std::unique_ptr<ByteSource> open_ledger_file(const std::string& path, Problems& problems);

// Gives the bytes that were looked at, and then the rest of the source.
class LookedAt : public ByteSource {
  public:
    explicit LookedAt(ByteSource& source);
    std::string_view first_bytes() const { return first_; }
    std::size_t read(std::span<char> into) override;
    std::uint64_t size() const override { return source_.size(); }

  private:
    ByteSource& source_;
    std::string first_;
    std::size_t given_ = 0;
};

}  // namespace styrkedja
