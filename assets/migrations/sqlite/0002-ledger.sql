-- SPDX-License-Identifier: EUPL-1.2
-- Vouchers of the ledger, some thousand rows to a page. Pages are written before the log tells of them, a bundle at a time;
-- a bundle that nobody has touched for long and that the log doesn't name is what an import left that didn't end.
create table ledger_bundle (
    municipality text not null,
    bundle text not null,
    hash blob not null,
    touched integer not null,
    primary key (municipality, bundle)
) without rowid;
create index ledger_bundle_hash on ledger_bundle (municipality, hash);

-- With rowid: pages are large, and lie in the order in which they were written.
create table ledger_page (
    municipality text not null,
    bundle text not null,
    page integer not null,
    summary blob not null,
    sealed blob not null,
    texts blob not null
);
create unique index ledger_page_number on ledger_page (municipality, bundle, page);
