// SPDX-License-Identifier: EUPL-1.2
#include "cli/log/entry_form.h"

#include "codec/csv.h"
#include "codec/json.h"
#include "locale/swedish_time.h"
#include "log/checkpoint.h"
#include "log/digest.h"

namespace styrkedja::cli {
namespace {

using What = ThingChange::What;

std::vector<ThingChange> changes_of(const SeenEntry& seen, const std::optional<Subject>& of, bool fields_of_new = true) {
    std::vector<ThingChange> changes = things_changed(seen.before, seen.after, seen.entry.changes, fields_of_new);
    if (!of) return changes;
    std::erase_if(changes, [&](const ThingChange& each) { return each.kind != of->kind || each.id != of->id; });
    for (ThingChange& each : changes) {
        if (of->field) std::erase_if(each.fields, [&](const FieldChange& field) { return field.field != of->field; });
    }
    return changes;
}

std::string_view word_of(EntryKind kind) {
    switch (kind) {
        case EntryKind::edit: return "edit";
        case EntryKind::import: return "import";
        case EntryKind::take_back: return "take_back";
        case EntryKind::decision: return "decision";
        case EntryKind::erasure: return "erasure";
    }
    return "";
}

std::string_view word_of(What what) { return what == What::created ? "created" : what == What::ended ? "ended" : "changed"; }

std::string_view swedish_word(What what) { return what == What::created ? "ny" : what == What::ended ? "borttagen" : "ändrad"; }

class TextForm : public EntryForm {
  public:
    explicit TextForm(ChangeStyle style) : style_(std::move(style)) { style_.indent = "  "; }

    std::string entry(const SeenEntry& seen, const std::optional<Subject>& of) override {
        const Entry& entry = seen.entry;
        const bool sv = style_.language == Language::sv;
        std::string text = is_first_ ? "" : "\n";
        is_first_ = false;
        const std::string head = "Version " + count_text(entry.version) + " · " + swedish_time(entry.time) + " · " + entry.actor;
        text += (style_.colours ? "\033[1;4m" + head + "\033[0m" : head) + "\n";
        const std::vector<ThingChange> changes = changes_of(seen, of, style_.full || of);
        const std::string counts = counts_of_changes(changes, style_.language);
        const bool has_no_more = entry.kind == EntryKind::decision || entry.kind == EntryKind::erasure;
        text += "  " + kind_sentence(entry, style_.language);
        if (!counts.empty()) text += ": " + counts;
        else if (!has_no_more) text += sv ? ": inget ändrat" : ": nothing changed";
        text += "\n";
        if (!entry.decision.empty()) text += (sv ? "  Beslut: " : "  Decision: ") + entry.decision + "\n";
        if (!entry.reason.empty()) text += (sv ? "  Skäl: " : "  Reason: ") + entry.reason + "\n";
        ChangeStyle style = style_;
        style.fields_of_new = of.has_value();
        return text + changes_text(seen.after, changes, style);
    }

    std::string difference(const State& after, std::span<const ThingChange> changes) override {
        ChangeStyle style = style_;
        style.indent.clear();
        return changes_text(after, changes, style);
    }

  private:
    ChangeStyle style_;
    bool is_first_ = true;
};

class JsonForm : public EntryForm {
  public:
    std::string entry(const SeenEntry& seen, const std::optional<Subject>& of) override {
        const Entry& entry = seen.entry;
        JsonWriter json;
        json.begin_object().member("municipality", entry.municipality).member("version", static_cast<std::int64_t>(entry.version));
        json.member("time", log::utc_text(entry.time)).member("kind", word_of(entry.kind)).member("actor", entry.actor);
        json.member_if("reason", entry.reason).member_if("decision", entry.decision).member_if("about", entry.about);
        json.member("command", entry.command).member("hash", log::hex(seen.hash));
        if (!entry.erased.empty()) json.member("erased", static_cast<std::int64_t>(entry.erased.size()));
        json.key("changes").begin_array();
        for (const ThingChange& each : changes_of(seen, of)) write(json, each);
        json.end_array().end_object();
        return json.take();
    }

    std::string difference(const State&, std::span<const ThingChange> changes) override {
        std::string lines;
        for (const ThingChange& each : changes) {
            JsonWriter json;
            write(json, each);
            lines += json.take();
        }
        return lines;
    }

  private:
    static void write(JsonWriter& json, const ThingChange& change) {
        json.begin_object().member("what", word_of(change.what)).member("kind", change.kind->info->key).member("id", change.id);
        json.member_if("name", change.name).key("fields").begin_array();
        for (const FieldChange& each : change.fields) {
            json.begin_object().member("field", each.field->key).member("before", each.before).member("after", each.after).end_object();
        }
        json.end_array().end_object();
    }
};

class CsvForm : public EntryForm {
  public:
    explicit CsvForm(Language language) : sv_(language == Language::sv), language_(language) {}

    std::string begin() override { return "\xEF\xBB\xBF"; }   // spreadsheets take it for UTF-8 only so

    std::string entry(const SeenEntry& seen, const std::optional<Subject>& of) override {
        std::string rows;
        if (!has_heading_) {
            write_csv_row(rows, sv_ ? std::vector<std::string>{"version", "tid", "post", "vem", "beslut", "skäl", "vad", "slag", "id", "namn", "fält", "före", "efter"}
                                    : std::vector<std::string>{"version", "time", "entry", "actor", "decision", "reason", "what", "kind", "id", "name", "field", "before", "after"});
        }
        has_heading_ = true;
        const Entry& entry = seen.entry;
        const std::vector<std::string> head{std::to_string(entry.version), swedish_time(entry.time), kind_sentence(entry, language_),
                                            entry.actor, entry.decision, entry.reason};
        const std::vector<ThingChange> changes = changes_of(seen, of);
        if (changes.empty()) row(rows, head, {"", "", "", "", "", "", ""});
        for (const ThingChange& each : changes) thing(rows, head, each);
        return rows;
    }

    std::string difference(const State&, std::span<const ThingChange> changes) override {
        std::string rows;
        write_csv_row(rows, sv_ ? std::vector<std::string>{"vad", "slag", "id", "namn", "fält", "före", "efter"}
                                : std::vector<std::string>{"what", "kind", "id", "name", "field", "before", "after"});
        for (const ThingChange& each : changes) thing(rows, {}, each);
        return rows;
    }

  private:
    static void row(std::string& rows, std::vector<std::string> head, const std::vector<std::string>& rest) {
        head.insert(head.end(), rest.begin(), rest.end());
        write_csv_row(rows, head);
    }

    void thing(std::string& rows, const std::vector<std::string>& head, const ThingChange& change) const {
        const std::string what(sv_ ? swedish_word(change.what) : word_of(change.what)), kind = kind_word(*change.kind, language_);
        if (change.fields.empty()) row(rows, head, {what, kind, change.id, change.name, "", "", ""});
        for (const FieldChange& each : change.fields) {
            row(rows, head, {what, kind, change.id, change.name, field_word(*each.field, language_), each.before, each.after});
        }
    }

    bool sv_, has_heading_ = false;
    Language language_;
};

}  // namespace

std::string kind_sentence(const Entry& entry, Language language) {
    const bool sv = language == Language::sv;
    switch (entry.kind) {
        case EntryKind::edit: return sv ? "Ändring" : "Edit";
        case EntryKind::import: return sv ? "Import av underlaget ”" + entry.about + "”" : "Import of the pack “" + entry.about + "”";
        case EntryKind::take_back: return sv ? "Återtagande av version " + entry.about : "Taking back of version " + entry.about;
        case EntryKind::decision:
            return sv ? "Version " + count_text(entry.version - 1) + " fick namnet ”" + entry.about + "”"
                      : "Version " + count_text(entry.version - 1) + " was named “" + entry.about + "”";
        case EntryKind::erasure: break;
    }
    const std::string values = count_text(entry.erased.size());
    if (sv) return "Gallring av " + values + (entry.erased.size() == 1 ? " värde" : " värden");
    return "Erasure of " + values + (entry.erased.size() == 1 ? " value" : " values");
}

std::unique_ptr<EntryForm> entry_form(std::string_view format, const ChangeStyle& style) {
    if (format == "json") return std::make_unique<JsonForm>();
    if (format == "csv") return std::make_unique<CsvForm>(style.language);
    return std::make_unique<TextForm>(style);
}

}  // namespace styrkedja::cli
