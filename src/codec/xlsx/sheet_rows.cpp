// SPDX-License-Identifier: EUPL-1.2
#include <array>
#include <charconv>
#include <cstring>
#include <deque>

#include "codec/xlsx/parts.h"
#include "codec/xlsx/reader.h"

// The rows of a worksheet, as its XML comes.
namespace styrkedja::workbook {
namespace {

constexpr std::uint32_t most_columns = 16384, most_rows = 1048576;   // Excel's
constexpr std::size_t longest_value = 1 << 20;

std::uint64_t whole_number(std::string_view text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// "C7" as column 2, row 7; false for what is no such name.
bool read_name(std::string_view name, std::uint32_t& column, std::uint32_t& row) {
    std::uint64_t letters = 0;
    std::size_t at = 0;
    for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && at < 4; ++at) letters = letters * 26 + static_cast<std::uint64_t>(name[at] - 'A' + 1);
    if (letters == 0 || letters > most_columns) return false;
    const std::uint64_t number = whole_number(name.substr(at));
    if (number == 0 || number > most_rows) return false;
    column = static_cast<std::uint32_t>(letters - 1);
    row = static_cast<std::uint32_t>(number);
    return true;
}

// A row that has been read and waits to be asked for. Texts of its own stand in `texts`, and its cells are pointed there when it
// is; the others point into the shared texts.
struct Waiting {
    Row row;
    std::vector<Cell> cells;
    std::string texts;
    struct Own {
        std::size_t from = 0, size = std::string::npos;   // npos: the cell's text is not in `texts`
    };
    std::vector<Own> own;
};

class RowsHandler : public XmlStream::Handler {
  public:
    RowsHandler(const Texts& texts, const Dates& dates) : texts_(texts), dates_(dates) {}

    std::deque<Waiting> ready;
    std::vector<Waiting> spare;        // to be filled again
    std::vector<Merged> merged;

    void start(std::string_view name, const char* const* attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view text) override {
        if (in_value_ && value_.size() < longest_value) value_ += text;
    }

  private:
    void start_row(const char* const* attributes);
    void start_cell(const char* const* attributes);
    void end_cell();
    void end_row();
    void add(CellKind kind, std::string_view text);
    void add_shared(std::string_view index);
    void add_number(std::string_view value);

    const Texts& texts_;
    const Dates& dates_;
    Waiting now_;
    std::string value_, type_;
    std::uint32_t row_ = 0, column_ = 0;
    std::size_t style_ = 0;
    bool in_data_ = false, in_value_ = false, formula_ = false, has_value_ = false, phonetic_ = false;
};

void RowsHandler::start(std::string_view name, const char* const* attributes) {
    if (!in_data_) {
        if (name == "sheetData") in_data_ = true;
        if (name != "mergeCell") return;
        const std::string_view ref = attribute(attributes, "ref");
        const std::size_t colon = ref.find(':');
        Merged range;
        if (colon != ref.npos && read_name(ref.substr(0, colon), range.first_column, range.first_row) &&
            read_name(ref.substr(colon + 1), range.last_column, range.last_row)) {
            merged.push_back(range);
        }
        return;
    }
    if (name == "c") start_cell(attributes);
    else if (name == "v" || name == "t") in_value_ = has_value_ = !phonetic_;
    else if (name == "f") formula_ = true;
    else if (name == "row") start_row(attributes);
    else if (name == "rPh") phonetic_ = true;
}

void RowsHandler::start_row(const char* const* attributes) {
    const std::uint64_t number = whole_number(attribute(attributes, "r"));
    row_ = number > row_ && number <= most_rows ? static_cast<std::uint32_t>(number) : row_ + 1;
    column_ = 0;
    now_.row.number = row_;
    now_.row.hidden = attribute(attributes, "hidden") == "1" || attribute(attributes, "hidden") == "true";
}

void RowsHandler::start_cell(const char* const* attributes) {
    value_.clear();
    type_.clear();
    style_ = 0;
    formula_ = has_value_ = false;
    for (; *attributes != nullptr; attributes += 2) {
        const char* name = attributes[0];
        if (name[0] == '\0' || name[1] != '\0') continue;
        std::uint32_t column = 0, row = 0;
        if (name[0] == 'r' && read_name(attributes[1], column, row) && column >= column_) column_ = column;
        else if (name[0] == 't') type_ = attributes[1];
        else if (name[0] == 's') style_ = whole_number(attributes[1]);
    }
}

void RowsHandler::end(std::string_view name) {
    if (!in_data_) return;
    if (name == "v" || name == "t") in_value_ = false;
    else if (name == "c") end_cell();
    else if (name == "row") end_row();
    else if (name == "rPh") phonetic_ = false;
    else if (name == "sheetData") in_data_ = false;
}

void RowsHandler::add(CellKind kind, std::string_view text) {
    now_.own.push_back({now_.texts.size(), text.size()});
    now_.texts += text;
    now_.cells.push_back({column_, kind, {}});
}

void RowsHandler::add_shared(std::string_view index) {
    const std::string_view text = texts_.at(whole_number(index));
    if (text.empty()) return;
    now_.own.push_back({});
    now_.cells.push_back({column_, CellKind::text, text});
}

void RowsHandler::add_number(std::string_view value) {
    if (dates_.is_date(style_)) {
        if (const std::string day = day_of_serial(value, dates_.from_1904); !day.empty()) return add(CellKind::date, day);
    }
    if (value.size() <= 15 && value.find_first_of("eE") == value.npos) return add(CellKind::number, value);
    add(CellKind::number, shown_number(value));
}

void RowsHandler::end_cell() {
    if (column_ >= most_columns) return;
    if (!has_value_ || value_.empty()) {
        if (formula_ && !has_value_) add(CellKind::formula_unknown, "");
    } else if (type_.empty() || type_ == "n") {
        add_number(value_);
    } else if (type_ == "s") {
        add_shared(value_);
    } else if (type_ == "b") {
        add(CellKind::boolean, value_);
    } else if (type_ == "e") {
        add(CellKind::formula_error, value_);
    } else if (type_ == "d") {
        add(CellKind::date, std::string_view(value_).substr(0, 10));
    } else {   // str, inlineStr
        std::string plain;
        append_unescaped(plain, value_);
        add(CellKind::text, plain);
    }
    ++column_;
}

void RowsHandler::end_row() {
    if (now_.cells.empty()) return;
    ready.push_back(std::move(now_));
    now_ = Waiting{};
    if (!spare.empty()) {
        now_ = std::move(spare.back());
        spare.pop_back();
        now_.cells.clear();
        now_.own.clear();
        now_.texts.clear();
    }
}

}  // namespace

struct SheetReader::Work {
    Work(const Package& of, const SheetInfo& info, const Texts& texts, const Dates& dates, Problems& found)
        : package(of), part(info.part), handler(texts, dates), stream(handler), problems(found), errors(found.errors()),
          bytes(of.read(info.part, found)) {}

    // Another block, until a row is ready.
    bool more() {
        if (!bytes || ended) return false;
        const std::size_t size = bytes->read(block);
        ended = size == 0 || problems.errors() > errors;
        if (problems.errors() > errors) return false;
        if (stream.feed({block.data(), size}, size == 0)) return !ended;
        problems.add("workbook_is_damaged", Severity::error, package.place(part), {{"part", part}, {"reason", stream.reason()}});
        ended = true;
        return false;
    }

    const Package& package;
    std::string part;
    RowsHandler handler;
    XmlStream stream;
    Problems& problems;
    std::size_t errors;
    std::unique_ptr<ByteSource> bytes;
    std::array<char, 1 << 16> block{};
    bool ended = false;
    Waiting now;
};

SheetReader::SheetReader(std::unique_ptr<Work> work) : work_(std::move(work)) {}
SheetReader::~SheetReader() = default;

bool SheetReader::next() {
    while (work_->handler.ready.empty() && work_->more()) {
    }
    if (work_->handler.ready.empty()) return false;
    if (work_->now.cells.capacity() > 0) work_->handler.spare.push_back(std::move(work_->now));
    work_->now = std::move(work_->handler.ready.front());
    work_->handler.ready.pop_front();
    Waiting& now = work_->now;
    for (std::size_t i = 0; i < now.cells.size(); ++i) {
        if (now.own[i].size != std::string::npos) now.cells[i].text = std::string_view(now.texts).substr(now.own[i].from, now.own[i].size);
    }
    now.row.cells = now.cells;
    return true;
}

const Row& SheetReader::row() const { return work_->now.row; }
const std::vector<Merged>& SheetReader::merged() const { return work_->handler.merged; }

std::unique_ptr<SheetReader> Workbook::read(std::size_t sheet, Problems& problems) const {
    return std::unique_ptr<SheetReader>(
        new SheetReader(std::make_unique<SheetReader::Work>(*package_, sheets_[sheet], *texts_, *dates_, problems)));
}

}  // namespace styrkedja::workbook
