// SPDX-License-Identifier: EUPL-1.2
#include "store/postgres/postgres_store.h"

// The ledger's vouchers.
namespace styrkedja::store::postgres {
namespace {

constexpr Statement all_bundles{"all_bundles", R"(
SELECT bundle, hash, touched FROM ledger_bundle WHERE municipality = $1::text ORDER BY bundle)"};
constexpr Statement finished_bundle{"finished_bundle", R"(
SELECT bundle, hash, touched FROM ledger_bundle
WHERE municipality = $1::text AND hash = $2::bytea AND hash <> '' ORDER BY bundle LIMIT 1)"};
constexpr Statement touch_bundle{"touch_bundle", R"(
INSERT INTO ledger_bundle (municipality, bundle, hash, touched) VALUES ($1::text, $2::bytea, '', $3::bigint)
ON CONFLICT (municipality, bundle) DO UPDATE SET touched = excluded.touched)"};
constexpr Statement finish_bundle{"finish_bundle", R"(
INSERT INTO ledger_bundle (municipality, bundle, hash, touched) VALUES ($1::text, $2::bytea, $3::bytea, $4::bigint)
ON CONFLICT (municipality, bundle) DO UPDATE SET hash = excluded.hash, touched = excluded.touched)"};
constexpr Statement delete_bundle{"delete_bundle", R"(
DELETE FROM ledger_bundle WHERE municipality = $1::text AND bundle = $2::bytea)"};
constexpr Statement delete_pages{"delete_pages", R"(
WITH gone AS (
    DELETE FROM ledger_page WHERE municipality = $1::text AND bundle = $2::bytea RETURNING municipality
)
INSERT INTO unswept (municipality) SELECT DISTINCT municipality FROM gone ON CONFLICT DO NOTHING)"};

constexpr const char* after_page = R"( FROM ledger_page
WHERE municipality = $1::text AND bundle = $2::bytea AND page > $3::bigint ORDER BY page LIMIT $4::bigint)";
const std::string texts_of_queries[] = {std::string("SELECT page, summary") + after_page,
                                        std::string("SELECT page, summary, sealed") + after_page,
                                        std::string("SELECT page, summary, sealed, texts") + after_page};
const Statement next_pages[] = {{"page_summaries", texts_of_queries[0].c_str()},
                                {"sealed_pages", texts_of_queries[1].c_str()},
                                {"whole_pages", texts_of_queries[2].c_str()}};
constexpr std::uint64_t pages_at_once[] = {4096, 64, 32};   // a page is some hundred kilobytes

std::uint64_t bits(Time time) { return static_cast<std::uint64_t>(time); }

PageBundle bundle_of(const Answer& answer, int row) {
    return {answer.string(row, 0), answer.string(row, 1), static_cast<Time>(answer.number(row, 2))};
}

void copy_pages(Link& link, std::string_view municipality, std::string_view bundle, std::span<const PageRow> pages) {
    link.begin_copy_in(
        "COPY ledger_page (municipality, bundle, page, summary, sealed, texts) FROM STDIN (FORMAT binary)");
    std::string out;
    for (const PageRow& each : pages) {
        out.clear();
        put_16(out, 6);
        put_field(out, municipality);
        put_field(out, bundle);
        put_field(out, each.number);
        for (std::string_view field : {each.summary, each.sealed, each.texts}) put_field(out, field);
        link.copy_in(out);
    }
    link.end_copy_in();
}

}  // namespace

std::vector<PageBundle> PostgresStore::page_bundles(std::string_view municipality) {
    Answer answer = free_link().run(all_bundles, Values().bytes(municipality));
    std::vector<PageBundle> out;
    for (int i = 0; i < answer.rows(); ++i) out.push_back(bundle_of(answer, i));
    return out;
}

std::optional<PageBundle> PostgresStore::page_bundle(std::string_view municipality, std::string_view hash) {
    Answer answer = free_link().run(finished_bundle, Values().bytes(municipality).bytes(hash));
    if (answer.rows() == 0) return std::nullopt;
    return bundle_of(answer, 0);
}

void PostgresStore::read_pages(std::string_view municipality, std::string_view bundle, std::uint64_t after, PageParts parts,
                               const std::function<bool(const PageRow&)>& see) {
    const auto what = static_cast<std::size_t>(parts);
    PageRow page;
    for (bool more = true; more;) {
        Answer answer = free_link().run(
            next_pages[what], Values().bytes(municipality).bytes(bundle).number(after).number(pages_at_once[what]));
        for (int i = 0; i < answer.rows(); ++i) {
            page.number = after = answer.number(i, 0);
            page.summary = answer.bytes(i, 1);
            if (parts != PageParts::summary) page.sealed = answer.bytes(i, 2);
            if (parts == PageParts::all) page.texts = answer.bytes(i, 3);
            if (!see(page)) return;
        }
        more = static_cast<std::uint64_t>(answer.rows()) == pages_at_once[what];
    }
}

void PostgresStore::put_pages(std::string_view municipality, std::string_view bundle, std::span<const PageRow> pages,
                              Time now) {
    for (const PageRow& each : pages) must_be_small(std::max(each.sealed.size(), each.texts.size()));
    Link& link = free_link();
    link.begin();
    try {
        link.run(touch_bundle, Values().bytes(municipality).bytes(bundle).number(bits(now)));
        if (!pages.empty()) copy_pages(link, municipality, bundle, pages);
        link.commit();
    } catch (...) {
        link.roll_back();
        throw;
    }
}

void PostgresStore::finish_pages(std::string_view municipality, std::string_view bundle, std::string_view hash, Time now) {
    free_link().run(finish_bundle, Values().bytes(municipality).bytes(bundle).bytes(hash).number(bits(now)));
}

void PostgresStore::drop_pages(std::string_view municipality, std::string_view bundle) {
    Link& link = free_link();
    link.begin();
    try {
        link.run(delete_bundle, Values().bytes(municipality).bytes(bundle));
        link.run(delete_pages, Values().bytes(municipality).bytes(bundle));
        link.commit();
    } catch (...) {
        link.roll_back();
        throw;
    }
}

}  // namespace styrkedja::store::postgres
