-- SPDX-License-Identifier: EUPL-1.2
-- The log and what lies beside it. Every key begins with the municipality. Bytes are bytea, so that what came in is
-- what comes out. The three tables that grow lie in 16 parts by municipality, so that a part can be vacuumed, indexed or moved
-- to another disk by itself; docs/scaling.md tells how a large municipality gets a part of its own.

-- Sealed entries: never changed, never deleted.
CREATE TABLE log_entry (
    municipality text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version > 0),
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (municipality, version),
    UNIQUE (municipality, command)
) PARTITION BY HASH (municipality);

-- Values, actors and salts, whose digests the entries hold: in rows of their own, so that an erasure can empty them.
CREATE TABLE log_content (
    municipality text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (municipality, version)
) PARTITION BY HASH (municipality);

-- Most are compressed already (packs, documents): they are stored as they are.
CREATE TABLE blob (
    municipality text COLLATE "C" NOT NULL,
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (municipality, hash)
) PARTITION BY HASH (municipality);
ALTER TABLE blob ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE log_entry_00 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 0);
CREATE TABLE log_entry_01 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 1);
CREATE TABLE log_entry_02 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 2);
CREATE TABLE log_entry_03 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 3);
CREATE TABLE log_entry_04 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 4);
CREATE TABLE log_entry_05 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 5);
CREATE TABLE log_entry_06 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 6);
CREATE TABLE log_entry_07 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 7);
CREATE TABLE log_entry_08 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 8);
CREATE TABLE log_entry_09 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 9);
CREATE TABLE log_entry_10 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 10);
CREATE TABLE log_entry_11 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 11);
CREATE TABLE log_entry_12 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 12);
CREATE TABLE log_entry_13 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 13);
CREATE TABLE log_entry_14 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 14);
CREATE TABLE log_entry_15 PARTITION OF log_entry FOR VALUES WITH (MODULUS 16, REMAINDER 15);

CREATE TABLE log_content_00 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 0);
CREATE TABLE log_content_01 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 1);
CREATE TABLE log_content_02 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 2);
CREATE TABLE log_content_03 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 3);
CREATE TABLE log_content_04 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 4);
CREATE TABLE log_content_05 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 5);
CREATE TABLE log_content_06 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 6);
CREATE TABLE log_content_07 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 7);
CREATE TABLE log_content_08 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 8);
CREATE TABLE log_content_09 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 9);
CREATE TABLE log_content_10 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 10);
CREATE TABLE log_content_11 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 11);
CREATE TABLE log_content_12 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 12);
CREATE TABLE log_content_13 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 13);
CREATE TABLE log_content_14 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 14);
CREATE TABLE log_content_15 PARTITION OF log_content FOR VALUES WITH (MODULUS 16, REMAINDER 15);

CREATE TABLE blob_00 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 0);
CREATE TABLE blob_01 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 1);
CREATE TABLE blob_02 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 2);
CREATE TABLE blob_03 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 3);
CREATE TABLE blob_04 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 4);
CREATE TABLE blob_05 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 5);
CREATE TABLE blob_06 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 6);
CREATE TABLE blob_07 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 7);
CREATE TABLE blob_08 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 8);
CREATE TABLE blob_09 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 9);
CREATE TABLE blob_10 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 10);
CREATE TABLE blob_11 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 11);
CREATE TABLE blob_12 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 12);
CREATE TABLE blob_13 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 13);
CREATE TABLE blob_14 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 14);
CREATE TABLE blob_15 PARTITION OF blob FOR VALUES WITH (MODULUS 16, REMAINDER 15);

CREATE TABLE snapshot (
    municipality text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    fold bigint NOT NULL,
    manifest bytea NOT NULL,
    PRIMARY KEY (municipality, version)
);

CREATE TABLE draft (
    municipality text COLLATE "C" NOT NULL,
    person bytea NOT NULL,
    subject bytea NOT NULL,
    base bigint NOT NULL,
    saved bigint NOT NULL,
    text bytea NOT NULL,
    PRIMARY KEY (municipality, person, subject)
);

CREATE TABLE session (
    municipality text COLLATE "C" NOT NULL,
    token_hash bytea NOT NULL,
    person bytea NOT NULL,
    expires bigint NOT NULL,
    data bytea NOT NULL,
    PRIMARY KEY (municipality, token_hash)
);

CREATE TABLE job (
    municipality text COLLATE "C" NOT NULL,
    id bytea NOT NULL,
    kind bytea NOT NULL,
    payload bytea NOT NULL,
    not_before bigint NOT NULL,
    attempts bigint NOT NULL,
    taken_by bytea NOT NULL,
    taken_until bigint NOT NULL,
    done boolean NOT NULL,
    outcome bytea NOT NULL,
    PRIMARY KEY (municipality, id)
);
CREATE INDEX job_waiting ON job (municipality, not_before, id) WHERE NOT done;

-- Whose erased or dropped bytes may still lie in the files, until the next sweep; and since which transaction.
CREATE TABLE unswept (
    municipality text COLLATE "C" NOT NULL,
    since xid8 NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (municipality, since)
);
