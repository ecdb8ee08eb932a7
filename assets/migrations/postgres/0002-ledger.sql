-- SPDX-License-Identifier: EUPL-1.2
-- Vouchers of the ledger, some thousand rows to a page. Pages are written before the log tells of them, a bundle at a time;
-- a bundle that nobody has touched for long and that the log doesn't name is what an import left that didn't end.
CREATE TABLE ledger_bundle (
    municipality text COLLATE "C" NOT NULL,
    bundle bytea NOT NULL,
    hash bytea NOT NULL,
    touched bigint NOT NULL,
    PRIMARY KEY (municipality, bundle)
);
CREATE INDEX ledger_bundle_hash ON ledger_bundle (municipality, hash);

-- What is sealed hardly shrinks, and texts are short: they are stored as they are.
CREATE TABLE ledger_page (
    municipality text COLLATE "C" NOT NULL,
    bundle bytea NOT NULL,
    page bigint NOT NULL CHECK (page > 0),
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    PRIMARY KEY (municipality, bundle, page)
) PARTITION BY HASH (municipality);
ALTER TABLE ledger_page ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ledger_page ALTER COLUMN texts SET STORAGE EXTERNAL;

CREATE TABLE ledger_page_00 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 0);
CREATE TABLE ledger_page_01 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 1);
CREATE TABLE ledger_page_02 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 2);
CREATE TABLE ledger_page_03 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 3);
CREATE TABLE ledger_page_04 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 4);
CREATE TABLE ledger_page_05 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 5);
CREATE TABLE ledger_page_06 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 6);
CREATE TABLE ledger_page_07 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 7);
CREATE TABLE ledger_page_08 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 8);
CREATE TABLE ledger_page_09 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 9);
CREATE TABLE ledger_page_10 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 10);
CREATE TABLE ledger_page_11 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 11);
CREATE TABLE ledger_page_12 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 12);
CREATE TABLE ledger_page_13 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 13);
CREATE TABLE ledger_page_14 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 14);
CREATE TABLE ledger_page_15 PARTITION OF ledger_page FOR VALUES WITH (MODULUS 16, REMAINDER 15);
