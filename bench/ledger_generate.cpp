// SPDX-License-Identifier: EUPL-1.2
// Writes a municipality's made-up year, the same vouchers in four forms: for script/bench-ledger.
//   ledger_generate VOUCHERS SEED FOLDER      FOLDER/year.se, year.csv, year.ledger, year.hledger
// Two rows to a voucher, 200 accounts, 500 units, twelve months; the same seed gives the same bytes.
#include <libdeflate.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

constexpr unsigned accounts = 200, units = 500, days_in_month[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

std::uint64_t state = 0;
// splitmix64 (Vigna, public domain)
std::uint32_t random_below(std::uint32_t limit) {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::uint32_t>((z ^ (z >> 31U)) % limit);
}

// A file that is written through a large buffer.
class Out {
  public:
    explicit Out(const std::string& path) : file_(std::fopen(path.c_str(), "wb")) {
        if (!file_) {
            std::perror(path.c_str());
            std::exit(1);
        }
        std::setvbuf(file_, nullptr, _IOFBF, 1 << 20);
    }
    ~Out() { std::fclose(file_); }
    Out(const Out&) = delete;
    Out& operator=(const Out&) = delete;
    void write(const std::string& text) { std::fwrite(text.data(), 1, text.size(), file_); }

  private:
    std::FILE* file_;
};

std::string account(unsigned number) { return std::to_string(3000 + number * 25); }
std::string unit(unsigned number) { return std::to_string(10000 + number * 7); }

std::string kronor(std::int64_t ore) {
    char text[40];
    std::snprintf(text, sizeof text, "%s%lld.%02lld", ore < 0 ? "-" : "", static_cast<long long>(std::llabs(ore) / 100),
                  static_cast<long long>(std::llabs(ore) % 100));
    return text;
}

// SIE with its checksum: what stands between the lines #KSUMMA, without blanks, quotes and braces.
class Sie {
  public:
    explicit Sie(const std::string& path) : out_(path) {
        out_.write("#FLAGGA 0\r\n#KSUMMA\r\n");
        line("#PROGRAM \"Bench\" 1\r\n#FORMAT PC8\r\n#GEN 20250131\r\n#SIETYP 4\r\n#FNAMN \"Exempels kommun\"\r\n");
        line("#RAR 0 20240101 20241231\r\n#RAR -1 20230101 20231231\r\n");
        for (unsigned i = 0; i < accounts; ++i) line("#KONTO " + account(i) + " \"Konto\"\r\n");
        for (unsigned i = 0; i < units; ++i) line("#OBJEKT 1 \"" + unit(i) + "\" \"Enhet\"\r\n");
        line("#UB 0 3000 0\r\n");
    }
    void line(const std::string& text) {
        out_.write(text);
        for (char c : text) {
            if (c == '"') quoted_ = !quoted_;
            else if (quoted_ || (c != ' ' && c != '\r' && c != '\n' && c != '{' && c != '}')) summed_ += c;
        }
        if (summed_.size() < (1U << 20U)) return;
        flush();
    }
    ~Sie() {
        flush();
        out_.write("#KSUMMA " + std::to_string(crc_) + "\r\n");
    }

  private:
    void flush() {
        crc_ = libdeflate_crc32(crc_, summed_.data(), summed_.size());
        summed_.clear();
    }
    Out out_;
    std::string summed_;
    std::uint32_t crc_ = 0;
    bool quoted_ = false;
};

struct Voucher {
    unsigned number, month, day, accounts[2], units[2];
    std::int64_t ore;
};

Voucher next_voucher(unsigned number, unsigned all) {
    Voucher v{};
    v.number = number + 1;
    v.month = static_cast<unsigned>(std::uint64_t{number} * 12 / all);
    v.day = 1 + random_below(days_in_month[v.month]);
    for (int i = 0; i < 2; ++i) v.accounts[i] = random_below(accounts), v.units[i] = random_below(units);
    v.ore = 100 + random_below(100'000'000);
    return v;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) return std::fprintf(stderr, "ledger_generate VOUCHERS SEED FOLDER\n"), 2;
    const auto all = static_cast<unsigned>(std::strtoul(arguments[1], nullptr, 10));
    state = std::strtoull(arguments[2], nullptr, 10);
    const std::string folder = arguments[3];
    Sie sie(folder + "/year.se");
    Out csv(folder + "/year.csv"), ledger(folder + "/year.ledger"), hledger(folder + "/year.hledger");
    csv.write("voucher,date,account,unit,amount,text\n");
    for (unsigned i = 0; i < all; ++i) {
        const Voucher v = next_voucher(i, all);
        char compact[32], dashed[32];
        std::snprintf(compact, sizeof compact, "2024%02u%02u", v.month + 1, v.day);
        std::snprintf(dashed, sizeof dashed, "2024-%02u-%02u", v.month + 1, v.day);
        const std::string number = std::to_string(v.number), text = "Verifikat " + number;
        std::string rows, journal = std::string(dashed) + " " + text + "\n";
        for (int r = 0; r < 2; ++r) {
            const std::string amount = kronor(r == 0 ? v.ore : -v.ore), a = account(v.accounts[r]), u = unit(v.units[r]);
            rows += "   #TRANS " + a + " {1 \"" + u + "\"} " + amount + " " + compact + " \"Rad\"\r\n";
            journal += "    A" + a + ":U" + u + "    " + amount + "\n";
            csv.write(number + "," + dashed + "," + a + "," + u + "," + amount + "," + text + "\n");
        }
        sie.line("#VER A " + number + " " + compact + " \"" + text + "\" " + compact + "\r\n{\r\n" + rows + "}\r\n");
        ledger.write(journal + "\n");
        hledger.write(journal + "\n");
    }
    return 0;
}
