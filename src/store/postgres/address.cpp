// SPDX-License-Identifier: EUPL-1.2
#include <poll.h>

#include <chrono>

#include "store/postgres/link.h"

namespace styrkedja::store::postgres {
namespace {

using Options = std::vector<std::pair<std::string, std::string>>;

std::string option(const Options& options, std::string_view key) {
    for (const auto& [name, value] : options) {
        if (name == key) return value;
    }
    return {};
}

// "one:5432,two:5433/database"; a socket's folder as it is.
std::string place_of(const Options& options) {
    std::string hosts = option(options, "host"), ports = option(options, "port"), out;
    if (hosts.empty()) hosts = option(options, "hostaddr");
    if (hosts.empty()) hosts = "localhost";
    std::size_t port_at = 0;
    for (std::size_t at = 0; at <= hosts.size();) {
        const std::size_t end = std::min(hosts.find(',', at), hosts.size());
        const std::size_t port_end = std::min(ports.find(',', port_at), ports.size());
        std::string port = ports.substr(port_at, port_end - port_at);
        out += (out.empty() ? "" : ",") + hosts.substr(at, end - at) + ":" + (port.empty() ? "5432" : port);
        at = end + 1;
        if (port_end < ports.size()) port_at = port_end + 1;  // one port may hold for all hosts
    }
    const std::string database = option(options, "dbname");
    return database.empty() ? out : out + "/" + database;
}

// libpq quotes the part of the address that it doesn't understand: that may be the password.
std::string without_quoted(const std::string& said) {
    const std::size_t first = said.find('"'), last = said.rfind('"');
    return first == said.npos ? said : said.substr(0, first) + "…" + said.substr(last + 1);
}

// Keys and values as libpq wants them, both ended by a null.
struct Lent {
    std::vector<const char*> keys, values;
    explicit Lent(const Options& options) {
        for (const auto& [key, value] : options) {
            keys.push_back(key.c_str());
            values.push_back(value.c_str());
        }
        keys.push_back(nullptr);
        values.push_back(nullptr);
    }
};

}  // namespace

Address::Address(std::string_view url, Access access) : access_(access) {
    char* why = nullptr;
    PQconninfoOption* parsed = PQconninfoParse(std::string(url).c_str(), &why);
    if (parsed == nullptr) {
        const std::string detail = without_quoted(why == nullptr ? "" : why);
        PQfreemem(why);
        throw failure(Failure::Kind::wrong_address, "database_address_is_wrong", "", detail);
    }
    for (const PQconninfoOption* each = parsed; each->keyword != nullptr; ++each) {
        if (each->val != nullptr) options_.emplace_back(each->keyword, each->val);
    }
    PQconninfoFree(parsed);
    // A password with an @ in it that isn't written %40 ends up as part of the server's name.
    if (option(options_, "host").rfind('@') != std::string::npos && option(options_, "host").rfind('@') > 0) {
        throw failure(Failure::Kind::wrong_address, "database_address_is_wrong", "", "");
    }
    place_ = place_of(options_);
    for (const auto& [key, value] : Options{{"connect_timeout", "3"}, {"keepalives_idle", "5"}, {"keepalives_interval", "2"},
                                            {"keepalives_count", "3"}, {"tcp_user_timeout", "10000"},
                                            {"application_name", "styrkedja"}}) {
        set_unless_given(key, value);
    }
    const bool several = option(options_, "host").find(',') != std::string::npos ||
                         option(options_, "hostaddr").find(',') != std::string::npos;
    if (several && access != Access::read) set_unless_given("target_session_attrs", "read-write");
    std::erase_if(options_, [](const auto& each) { return each.first == "client_encoding"; });
    options_.emplace_back("client_encoding", "UTF8");
}

void Address::set_unless_given(const std::string& key, const std::string& value) {
    if (option(options_, key).empty()) options_.emplace_back(key, value);
}

PGconn* Address::connect() const {
    Lent lent(options_);
    return PQconnectdbParams(lent.keys.data(), lent.values.data(), 0);
}

std::string Address::why_not() const {
    using Clock = std::chrono::steady_clock;
    Lent lent(options_);
    PGconn* connection = PQconnectStartParams(lent.keys.data(), lent.values.data(), 0);
    if (connection == nullptr) return {};
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE);
    const auto end = Clock::now() + std::chrono::seconds(1);
    auto state = PGRES_POLLING_WRITING;
    while (PQstatus(connection) != CONNECTION_BAD && Clock::now() < end) {
        pollfd wait{PQsocket(connection), static_cast<short>(state == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        ::poll(&wait, 1, 100);
        if (wait.revents == 0) continue;
        state = PQconnectPoll(connection);
        if (state == PGRES_POLLING_OK || state == PGRES_POLLING_FAILED) break;
    }
    std::string said = PQerrorMessage(connection);
    PQfinish(connection);
    return said;
}

}  // namespace styrkedja::store::postgres
