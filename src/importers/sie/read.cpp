// SPDX-License-Identifier: EUPL-1.2
#include "importers/sie/read.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "importers/sie/cutter.h"
#include "importers/sie/joiner.h"
#include "importers/sie/labels.h"
#include "importers/sie/sie5.h"

namespace styrkedja::sie {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

std::string lower_start(std::string_view head) {
    const std::size_t at = head.find_first_not_of(" \t\r\n");
    std::string text(at == head.npos ? std::string_view() : head.substr(at, 4096));
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

// A line of the first some hundred that begins with a label of the specification.
bool has_a_record(std::string_view head) {
    for (std::size_t at = 0; at < head.size();) {
        std::size_t end = head.find_first_of("\r\n", at);
        std::string_view line = head.substr(at, end == head.npos ? head.npos : end - at);
        const std::size_t sign = line.find_first_not_of(" \t");
        if (sign != line.npos && line[sign] == '#') {
            line.remove_prefix(sign + 1);
            const std::string_view label = line.substr(0, line.find_first_of(" \t"));
            for (const LabelRule& rule : label_rules) {
                if (same_label(label, rule.label)) return true;
            }
        }
        if (end == head.npos) return false;
        at = end + 1;
    }
    return false;
}

// What a file is that isn't SIE 1-4: the code of the problem; "" = it is.
std::string_view why_not(std::string_view head, const std::string& start) {
    if (start.empty()) return "sie_file_is_empty";
    if (start.starts_with("<!doctype html") || start.find("<html") != start.npos) return "sie_file_is_a_web_page";
    if (head.find('\0') != head.npos || !has_a_record(head)) return "file_is_not_sie";
    return {};
}

// One after the other.
void read_in_turn(Cutter& cutter, Joiner& joiner, PieceReader& reader, Found& found, ledger::Sink& sink, bool only_head) {
    Cutter::Piece piece;
    while (!cutter.at_end() && !joiner.is_refused() && !sink.stop()) {
        cutter.next(piece);
        if (cutter.is_too_large()) return;
        reader.read(piece.bytes(), found);
        joiner.join(0, found, cutter.at_end());
        if (only_head && joiner.has_vouchers()) return;
    }
}

// Readers take pieces as they come, each the next one; they are joined in the file's order.
class ReadingTogether {
  public:
    ReadingTogether(Cutter& cutter, Joiner& joiner, std::vector<PieceReader>& readers) : cutter_(&cutter), joiner_(&joiner), readers_(&readers) {
        for (std::size_t i = 0; i < readers.size() * 2; ++i) places_.push_back(std::make_unique<Place>());
    }

    void run(ledger::Sink& sink) {
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < readers_->size(); ++i) threads.emplace_back([this, i] { work(i); });
        std::uint64_t cut = 0;
        for (std::uint64_t joined = 0; !joiner_->is_refused() && !sink.stop(); ++joined) {
            for (; cut < joined + places_.size() && !cutter_->at_end() && !cutter_->is_too_large(); ++cut) give(cut);
            if (joined == cut) break;
            Place& place = *places_[joined % places_.size()];
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return place.is_read; });
            place.is_read = false;
            lock.unlock();
            joiner_->join(place.reader, place.found, place.is_last);
        }
        std::unique_lock lock(mutex_);
        ended_ = true;
        lock.unlock();
        changed_.notify_all();
        for (std::thread& each : threads) each.join();
    }

  private:
    struct Place {
        Cutter::Piece piece;
        Found found;
        std::size_t reader = 0;
        bool is_read = false, is_last = false;
    };

    void give(std::uint64_t number) {
        Place& place = *places_[number % places_.size()];
        cutter_->next(place.piece);
        place.is_last = cutter_->at_end();
        std::unique_lock lock(mutex_);
        given_ = number + 1;
        lock.unlock();
        changed_.notify_all();
    }

    void work(std::size_t reader) {
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock, [&] { return ended_ || taken_ < given_; });
            if (ended_) return;
            Place& place = *places_[taken_++ % places_.size()];
            lock.unlock();
            (*readers_)[reader].read(place.piece.bytes(), place.found);
            lock.lock();
            place.reader = reader;
            place.is_read = true;
            changed_.notify_all();
        }
    }

    Cutter* cutter_;
    Joiner* joiner_;
    std::vector<PieceReader>* readers_;
    std::vector<std::unique_ptr<Place>> places_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::uint64_t given_ = 0, taken_ = 0;
    bool ended_ = false;
};

std::optional<ledger::FileFacts> read_records(const std::string& file, Cutter& cutter, Encoding encoding, const Reading& how,
                                              ledger::Sink& sink, Problems& problems) {
    Joiner joiner(file, how, sink, encoding);
    std::vector<PieceReader> readers(std::max(1U, how.threads));
    Found found;
    // A checksum can begin before the first voucher only, so that all readers know whether there is one.
    read_in_turn(cutter, joiner, readers[0], found, sink, readers.size() > 1);
    if (readers.size() > 1 && !cutter.at_end() && !cutter.is_too_large()) {
        for (PieceReader& each : readers) each.state = readers[0].state;
        ReadingTogether(cutter, joiner, readers).run(sink);
    }
    if (cutter.is_too_large()) {
        problems.add("sie_voucher_is_too_large", Severity::error, Place{file, 0, 0, "", "", ""});
        return std::nullopt;
    }
    if (sink.stop()) return std::nullopt;
    std::optional<ledger::FileFacts> facts = joiner.finish(problems);
    if (facts) facts->bytes = cutter.read();
    return facts;
}

}  // namespace

bool looks_like_sie(std::string_view first_bytes) {
    if (first_bytes.starts_with(utf8_mark)) first_bytes.remove_prefix(utf8_mark.size());
    const std::string start = lower_start(first_bytes);
    if (start.starts_with("<")) return start.find("<sie") != start.npos;
    return why_not(first_bytes, start).empty();
}

std::optional<ledger::FileFacts> read_sie(const std::string& file, ByteSource& bytes, const Reading& how, ledger::Sink& sink,
                                          Problems& problems) {
    Cutter cutter(bytes, how.block);
    std::string_view head = cutter.head();
    Encoding encoding = detect(head);
    if (head.starts_with(utf8_mark)) {
        head.remove_prefix(utf8_mark.size());
        cutter.skip(utf8_mark.size());
        encoding = Encoding::utf8;
    }
    const std::string start = lower_start(head);
    const std::string_view fault = why_not(head, start);
    if (fault != "file_is_not_sie" || !start.starts_with("<")) {
        if (fault.empty()) return read_records(file, cutter, encoding, how, sink, problems);
        problems.add(fault, Severity::error, Place{file, 0, 0, "", "", ""});
        return std::nullopt;
    }
    return read_sie5(file, cutter, how, sink, problems);
}

}  // namespace styrkedja::sie
