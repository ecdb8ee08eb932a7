// SPDX-License-Identifier: EUPL-1.2
#include "reports/formula.h"

#include <algorithm>

#include "locale/number.h"
#include "locale/report_words.h"

namespace styrkedja::reports {
namespace {

using Op = FormulaNode::Op;

constexpr int most_depth = 60;
constexpr std::string_view minus_sign = "\xE2\x88\x92";

struct Function {
    std::string_view name;
    Op op;
    std::size_t least, most;  // how many values it takes
};
constexpr Function functions[] = {
    {"min", Op::least, 2, 64}, {"max", Op::most, 2, 64}, {"abs", Op::abs, 1, 1}, {"positive", Op::positive, 1, 1}};

const Function* function_named(std::string_view name) {
    for (const Function& each : functions) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n'))
        text.remove_suffix(1);
    return text;
}

// expression = product { (+ | -) product };  product = factor { (* | /) factor };
// factor = number | name [ ( arguments ) ] | function ( expression { , expression } ) | ( expression ) | - factor
class FormulaParser {
  public:
    explicit FormulaParser(std::string_view text) : text_(text) {}

    ParsedFormula parse() {
        skip();
        if (at_ == text_.size()) fail("formula_is_empty");
        std::optional<FormulaNode> root = failed_ ? std::nullopt : expression();
        skip();
        if (!failed_ && at_ < text_.size()) fail("formula_sign_is_unexpected");
        ParsedFormula parsed;
        if (failed_)
            parsed.error = error_;
        else
            parsed.root = std::move(root);
        return parsed;
    }

  private:
    std::optional<FormulaNode> fail(std::string_view code) {
        if (!failed_) {
            std::size_t end = at_ + 1;
            while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) ++end;
            error_ = {code, at_ + 1,
                      at_ < text_.size() ? std::string(text_.substr(at_, end - at_)) : std::string()};
        }
        failed_ = true;
        return std::nullopt;
    }

    void skip() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
    }

    // One of the two signs, or nothing. The real minus of typography counts as one.
    std::optional<Op> take(char first, Op if_first, char second, Op if_second) {
        skip();
        if (at_ == text_.size()) return std::nullopt;
        if (text_[at_] == first) return ++at_, if_first;
        if (text_[at_] == second) return ++at_, if_second;
        if (second == '-' && text_.substr(at_).starts_with(minus_sign))
            return at_ += minus_sign.size(), if_second;
        return std::nullopt;
    }

    std::optional<FormulaNode> expression() {
        if (++depth_ > most_depth) return fail("formula_is_too_deep");
        auto left = product();
        while (left) {
            auto op = take('+', Op::add, '-', Op::subtract);
            if (!op) break;
            left = joined(*op, std::move(left), product());
        }
        --depth_;
        return left;
    }

    std::optional<FormulaNode> product() {
        auto left = factor();
        while (left) {
            auto op = take('*', Op::multiply, '/', Op::divide);
            if (!op) break;
            left = joined(*op, std::move(left), factor());
        }
        return left;
    }

    static std::optional<FormulaNode> joined(Op op, std::optional<FormulaNode> left,
                                             std::optional<FormulaNode> right) {
        if (!left || !right) return std::nullopt;
        FormulaNode node;
        node.op = op;
        node.of.push_back(std::move(*left));
        node.of.push_back(std::move(*right));
        return node;
    }

    std::optional<FormulaNode> factor() {
        skip();
        if (at_ == text_.size()) return fail("formula_ends_too_early");
        if (++depth_ > most_depth) return fail("formula_is_too_deep");
        std::optional<FormulaNode> node;
        if (text_[at_] == '(')
            node = in_parentheses();
        else if (take('-', Op::negate, '-', Op::negate))
            node = negated();
        else if (is_name_character(text_[at_]))
            node = number_or_name();
        else
            return fail("formula_sign_is_unexpected");
        --depth_;
        return node;
    }

    std::optional<FormulaNode> negated() {
        auto inner = factor();
        if (!inner) return std::nullopt;
        FormulaNode node;
        node.op = Op::negate;
        node.of.push_back(std::move(*inner));
        return node;
    }

    std::optional<FormulaNode> in_parentheses() {
        ++at_;
        auto inner = expression();
        if (!inner) return std::nullopt;
        skip();
        if (at_ == text_.size() || text_[at_] != ')') {
            return fail(at_ == text_.size() ? "formula_parenthesis_is_not_closed"
                                            : "formula_sign_is_unexpected");
        }
        ++at_;
        return inner;
    }

    std::optional<FormulaNode> number_or_name() {
        std::size_t start = at_;
        while (at_ < text_.size() && is_name_character(text_[at_]) &&
               !text_.substr(at_).starts_with(minus_sign))
            ++at_;
        while (at_ > start + 1 && text_[at_ - 1] == '-') --at_;  // "budget- outcome": no name ends so
        std::string_view token = text_.substr(start, at_ - start);
        bool has_comma =
            at_ + 1 < text_.size() && text_[at_] == ',' && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9';
        if (has_comma && token.find_first_not_of("0123456789") == token.npos) {
            for (++at_; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9';) ++at_;
            token = text_.substr(start, at_ - start);
        }
        FormulaNode node;
        bool begins_with_digit = token.front() >= '0' && token.front() <= '9';
        if (auto number = begins_with_digit ? Decimal::parse(token) : std::nullopt) {
            node.number = Exact(*number);
            return node;
        }
        bool has_parenthesis = at_ < text_.size() && text_[at_] == '(';
        if (const Function* function = has_parenthesis ? function_named(token) : nullptr) return values_of(*function, start);
        node.op = Op::name;
        node.call.name = token;
        node.call.column = start + 1;
        if (has_parenthesis && !arguments(node.call)) return std::nullopt;
        return node;
    }

    // The values of a function, from its parenthesis on.
    std::optional<FormulaNode> values_of(const Function& function, std::size_t start) {
        FormulaNode node;
        node.op = function.op;
        char next = ',';
        while (next == ',') {
            ++at_;
            auto value = expression();
            if (!value) return std::nullopt;
            node.of.push_back(std::move(*value));
            skip();
            if (at_ == text_.size()) return fail("formula_parenthesis_is_not_closed");
            next = text_[at_];
        }
        if (next != ')') return fail("formula_sign_is_unexpected");
        ++at_;
        if (node.of.size() >= function.least && node.of.size() <= function.most) return node;
        at_ = start;
        fail("formula_function_wants_values");
        error_.found = function.name;
        return std::nullopt;
    }

    bool arguments(NameCall& call) {
        std::size_t close = text_.find(')', at_);
        if (close == text_.npos) {
            at_ = text_.size();
            return fail("formula_parenthesis_is_not_closed"), false;
        }
        std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
        call.has_args = true;
        while (!inside.empty()) {
            std::size_t comma = inside.find(',');
            if (std::string_view arg = trimmed(inside.substr(0, comma)); !arg.empty())
                call.args.emplace_back(arg);
            inside = comma == inside.npos ? std::string_view() : inside.substr(comma + 1);
        }
        at_ = close + 1;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool failed_ = false;
    FormulaError error_;
};

bool names_something(const FormulaNode& node) {
    bool found = false;
    each_name(node, [&](const NameCall&) { found = true; });
    return found;
}

// Words of a part, with parentheses where it would be read otherwise.
std::string words(const Computed& part, Op within, bool is_right) {
    bool is_sum = part.shape == Computed::How::sum, is_product = part.shape == Computed::How::product;
    bool in_product = within == Op::multiply || within == Op::divide || within == Op::negate;
    bool needs = in_product ? is_sum || (is_product && is_right && within == Op::divide)
                            : within == Op::subtract && is_right && is_sum;
    return needs ? "(" + part.how + ")" : part.how;
}

std::string_view sign_of(Op op) {
    switch (op) {
        case Op::add:
            return " + ";
        case Op::subtract:
            return " \xE2\x88\x92 ";
        case Op::multiply:
            return " · ";
        case Op::divide:
            return " / ";
        default:
            return "";
    }
}

void take_sources(Computed& into, Computed&& from) {
    for (const SourcedFact* fact : from.facts) {
        if (into.facts.size() > 64 ||
            std::find(into.facts.begin(), into.facts.end(), fact) == into.facts.end()) {
            into.facts.push_back(fact);
        }
    }
    for (document::Source& source : from.sources) {
        if (std::find(into.sources.begin(), into.sources.end(), source) == into.sources.end()) {
            into.sources.push_back(std::move(source));
        }
    }
    into.decimals = std::max(into.decimals, from.decimals);
}

// How many times what one side is made of counts, when the other is no sum of facts but a number. A product or quotient of
// two sums is a sum of neither.
Exact weight_beside(Op op, const Computed& other, bool is_left) {
    if (op == Op::add) return Exact(1);
    if (op == Op::subtract) return Exact(is_left ? 1 : -1);
    const bool is_number = other.parts.empty() && other.value.of != Quantity::Of::money;
    if (!is_number || (op == Op::divide && !is_left)) return Exact::none();
    const Quantity one = Quantity::money(Exact(1));
    const Quantity weight = op == Op::multiply ? multiply(one, other.value) : divide(one, other.value);
    return weight.of == Quantity::Of::money ? weight.number : Exact::none();
}

Computed combine(Op op, Computed left, Computed right, std::string how, MoneyUnit amounts) {
    Computed both;
    both.how = std::move(how);
    bool is_sum = op == Op::add || op == Op::subtract;
    both.shape = is_sum ? Computed::How::sum : Computed::How::product;
    both.terms = is_sum ? left.terms + right.terms : 1;
    switch (op) {
        case Op::add:
            both.value = add(left.value, right.value, amounts);
            break;
        case Op::subtract:
            both.value = subtract(left.value, right.value, amounts);
            break;
        case Op::multiply:
            both.value = multiply(left.value, right.value);
            break;
        default:
            both.value = divide(left.value, right.value);
            break;
    }
    take_parts(both, left, weight_beside(op, right, true));
    take_parts(both, right, weight_beside(op, left, false));
    take_sources(both, std::move(left));
    take_sources(both, std::move(right));
    if (op == Op::divide || op == Op::multiply) both.decimals = -1;
    return both;
}

// "det minsta av A och B"
std::string words_of(Op op, const std::vector<Computed>& values) {
    constexpr const ReportWords& of = swedish_report_words;
    std::string text(op == Op::least ? of.least_of : op == Op::most ? of.most_of : op == Op::abs ? of.without_sign : of.above_zero);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) text += i + 1 == values.size() ? of.and_value : std::string_view(", ");
        text += values[i].shape == Computed::How::sum ? "(" + values[i].how + ")" : values[i].how;
    }
    return text;
}

// The least or most of values compares them: it needs them all.
std::optional<Computed> of_function(const FormulaNode& node, const Resolver& resolve, MoneyUnit amounts) {
    std::vector<Computed> values;
    for (const FormulaNode& each : node.of) {
        auto value = evaluate(each, resolve, amounts);
        if (!value) return std::nullopt;
        values.push_back(std::move(*value));
    }
    Computed result;
    result.how = words_of(node.op, values);
    result.shape = Computed::How::sum;   // has words in it, and is put in parentheses
    result.value = values.front().value;
    if (node.op == Op::positive) result.value = most_of(result.value, Quantity::plain(Exact(0)), amounts);
    if (node.op == Op::abs && result.value.exists()) result.value.number = result.value.number.abs();
    for (std::size_t i = 1; i < values.size(); ++i) {
        result.value = node.op == Op::least ? least_of(result.value, values[i].value, amounts)
                                            : most_of(result.value, values[i].value, amounts);
    }
    for (Computed& value : values) {
        result.terms = std::max(result.terms, value.terms);
        take_parts(result, value, Exact::none());
        take_sources(result, std::move(value));
    }
    return result;
}

}  // namespace

std::string NameCall::str() const {
    std::string text = name;
    if (!has_args) return text;
    text += '(';
    for (const std::string& arg : args) text += (text.back() == '(' ? "" : ", ") + arg;
    return text + ')';
}

void take_parts(Computed& into, const Computed& from, const Exact& weight) {
    for (const PartOfFigure& each : from.parts) {
        const bool is_sum = each.weight.exists() && weight.exists();
        into.parts.push_back({each.part, is_sum ? each.weight * weight : Exact::none()});
    }
}

ParsedFormula parse_formula(std::string_view text) {
    return FormulaParser(text).parse();
}

void each_name(const FormulaNode& node, const std::function<void(const NameCall&)>& see) {
    if (node.op == Op::name) see(node.call);
    for (const FormulaNode& part : node.of) each_name(part, see);
}

bool is_linear(const FormulaNode& node) {
    bool is_function = node.op == Op::least || node.op == Op::most || node.op == Op::abs || node.op == Op::positive;
    if (is_function && names_something(node)) return false;
    if (node.op == Op::divide && names_something(node.of[1])) return false;
    if (node.op == Op::multiply && names_something(node.of[0]) && names_something(node.of[1])) return false;
    bool is_sum = node.op == Op::add || node.op == Op::subtract;
    for (const FormulaNode& part : node.of) {
        // A number that is added to each row is not the number added to their sum.
        if (is_sum && !names_something(part)) return false;
        if (!is_linear(part)) return false;
    }
    return true;
}

std::optional<Computed> evaluate(const FormulaNode& node, const Resolver& resolve, MoneyUnit amounts) {
    switch (node.op) {
        case Op::number: {
            Computed number;
            number.value = Quantity::plain(node.number);
            std::string text = node.number.str();
            std::replace(text.begin(), text.end(), '.', ',');
            number.how = text;
            return number;
        }
        case Op::name:
            return resolve(node.call);
        case Op::negate: {
            auto inner = evaluate(node.of[0], resolve, amounts);
            if (!inner) return std::nullopt;
            inner->value = -inner->value;
            for (PartOfFigure& each : inner->parts) each.weight = each.weight.exists() ? -each.weight : each.weight;
            inner->how = std::string(minus_sign) + words(*inner, node.op, true);
            return inner;
        }
        case Op::least:
        case Op::most:
        case Op::abs:
        case Op::positive:
            return of_function(node, resolve, amounts);
        default:
            break;
    }
    auto left = evaluate(node.of[0], resolve, amounts);
    auto right = evaluate(node.of[1], resolve, amounts);
    if (!left || !right) return std::nullopt;
    std::string how =
        words(*left, node.op, false) + std::string(sign_of(node.op)) + words(*right, node.op, true);
    return combine(node.op, std::move(*left), std::move(*right), std::move(how), amounts);
}

}  // namespace styrkedja::reports
