// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/options.h"

// One function a command; each has a file of its own.
namespace styrkedja::cli {

Exit new_pack(const Request&);
Exit validate(const Request&);
Exit documents(const Request&);
Exit compile(const Request&);
Exit assess(const Request&);
Exit rules(const Request&);
Exit export_command(const Request&);
Exit schema(const Request&);

Exit init(const Request&);
Exit migrate(const Request&);
Exit import_command(const Request&);
Exit backup(const Request&);
Exit restore(const Request&);
Exit compact(const Request&);

std::span<const Command> log_commands();   // "log show" and the others of the log
Exit log_show(const Request&);
Exit log_diff(const Request&);
Exit log_verify(const Request&);
Exit log_decide(const Request&);
Exit log_take_back(const Request&);
Exit log_erase(const Request&);
Exit log_erasures(const Request&);
Exit log_checkpoint(const Request&);
Exit log_key(const Request&);

std::span<const Command> ledger_commands();   // "ledger import" and the others of the ledger
Exit ledger_balance(const Request&);
Exit ledger_import(const Request&);
Exit ledger_batches(const Request&);
Exit ledger_trace(const Request&);
Exit ledger_export(const Request&);
Exit ledger_forecasts(const Request&);
Exit ledger_propose(const Request&);
Exit ledger_entry(const Request&);
Exit ledger_entry_import(const Request&);

}  // namespace styrkedja::cli
