// SPDX-License-Identifier: EUPL-1.2
#include "store/store_contract_testing.h"

// What every store promises of the pages of a ledger's vouchers.
namespace styrkedja::store {
namespace {

std::vector<PageRow> pages_from(std::uint64_t first, std::uint64_t count) {
    std::vector<PageRow> pages;
    for (std::uint64_t n = first; n < first + count; ++n) {
        const std::string number = std::to_string(n);
        pages.push_back({n, "summary " + number + odd_bytes, odd_bytes + "sealed " + number, "texts " + number});
    }
    return pages;
}

std::vector<PageRow> all_pages(Reader& reader, std::string_view bundle, std::uint64_t after = 0, PageParts parts = PageParts::all) {
    std::vector<PageRow> pages;
    reader.read_pages(here, bundle, after, parts, [&](const PageRow& page) {
        pages.push_back(page);
        return true;
    });
    return pages;
}

void expect_pages(const std::vector<PageRow>& read, const std::vector<PageRow>& wanted) {
    ASSERT_EQ(read.size(), wanted.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        EXPECT_EQ(read[i].number, wanted[i].number);
        EXPECT_EQ(read[i].summary, wanted[i].summary);
        EXPECT_EQ(read[i].sealed, wanted[i].sealed);
        EXPECT_EQ(read[i].texts, wanted[i].texts);
    }
}

const std::string some_hash = std::string(31, '\xFE') + std::string(1, '\0');

TEST_P(StoreContract, PagesAreReadInOrderAndInParts) {
    store->put_pages(here, "b", pages_from(1, 100), 5);
    store->put_pages(here, "b", pages_from(101, 3), 6);
    store->put_pages(here, "c", pages_from(1, 1), 7);
    store->put_pages(there, "b", pages_from(1, 2), 8);
    reopen();
    expect_pages(all_pages(*store, "b"), pages_from(1, 103));
    expect_pages(all_pages(*store, "b", 101), pages_from(102, 2));
    expect_pages(all_pages(*store, "nobody"), {});
    EXPECT_EQ(all_pages(*store, "b", 0, PageParts::summary).at(102).summary, "summary 103" + odd_bytes);
    EXPECT_EQ(all_pages(*store, "b", 0, PageParts::summary).at(102).sealed, "");
    EXPECT_EQ(all_pages(*store, "b", 0, PageParts::sealed).at(0).sealed, odd_bytes + "sealed 1");
    EXPECT_EQ(all_pages(*store, "b", 0, PageParts::sealed).at(0).texts, "");
    int seen = 0;
    store->read_pages(here, "b", 0, PageParts::all, [&](const PageRow&) { return ++seen < 70; });
    EXPECT_EQ(seen, 70);
}

TEST_P(StoreContract, ABundleIsFoundByItsHashOnceItIsFinished) {
    store->put_pages(here, "b", pages_from(1, 1), 5);
    store->put_pages(here, "b", pages_from(2, 1), 9);
    EXPECT_FALSE(store->page_bundle(here, some_hash));
    EXPECT_FALSE(store->page_bundle(here, ""));
    store->finish_pages(here, "b", some_hash, 11);
    store->put_pages(here, "a", {}, 3);
    reopen();
    ASSERT_TRUE(store->page_bundle(here, some_hash));
    EXPECT_EQ(store->page_bundle(here, some_hash)->name, "b");
    EXPECT_FALSE(store->page_bundle(there, some_hash));
    const std::vector<PageBundle> all = store->page_bundles(here);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].name, "a");
    EXPECT_EQ(all[0].hash, "");
    EXPECT_EQ(all[0].touched, 3);
    EXPECT_EQ(all[1].hash, some_hash);
    EXPECT_EQ(all[1].touched, 11);
    store->drop_pages(here, "b");
    EXPECT_FALSE(store->page_bundle(here, some_hash));
    EXPECT_EQ(store->page_bundles(here).size(), 1U);
    expect_pages(all_pages(*store, "b"), {});
    EXPECT_TRUE(store->municipalities().empty());   // pages make no log
}

TEST_P(StoreContract, TextsOfPagesAreErasedWithTheEntryThatTellsOfIt) {
    store->put_pages(here, "b", pages_from(1, 3), 5);
    Erasure erasure;
    erasure.pages.push_back({"b", 2, "emptied"});
    ASSERT_EQ(store->append(here, 7, rows_after(7, 1), erasure), Appended::position_taken);
    expect_pages(all_pages(*store, "b"), pages_from(1, 3));
    ASSERT_EQ(store->append(here, 0, rows_after(0, 1), erasure), Appended::yes);
    store->sweep();
    reopen();
    std::vector<PageRow> wanted = pages_from(1, 3);
    wanted[1].texts = "emptied";
    expect_pages(all_pages(*store, "b"), wanted);
}

TEST_P(StoreContract, AFrozenReaderSeesThePagesOfItsMoment) {
    store->put_pages(here, "b", pages_from(1, 2), 5);
    const auto frozen = store->frozen();
    store->put_pages(here, "b", pages_from(3, 1), 5);
    store->drop_pages(here, "gone");
    expect_pages(all_pages(*frozen, "b"), pages_from(1, 2));
    EXPECT_EQ(all_pages(*store, "b").size(), 3U);
}

TEST_P(StoreContract, PagesMayBeLarge) {
    std::vector<PageRow> pages = pages_from(1, 3);
    for (PageRow& each : pages) {
        each.sealed = std::string(700'000, 's') + std::to_string(each.number);
        each.texts = std::string(500'000, 't') + std::to_string(each.number);
    }
    store->put_pages(here, "b", pages, 5);
    reopen();
    expect_pages(all_pages(*store, "b"), pages);
}

}  // namespace
}  // namespace styrkedja::store
