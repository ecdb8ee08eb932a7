-- SPDX-License-Identifier: EUPL-1.2
-- A database as the second schema's program left it. Made once; never changed.
pragma application_id = 1400142194;
BEGIN TRANSACTION;
CREATE TABLE blob (
    municipality text not null,
    hash blob not null,
    use text not null,
    erased integer not null,
    bytes blob not null
);
INSERT INTO "blob" VALUES('sodertalje',X'6161616161616161616161616161616161616161616161616161616161616161','pack',0,X'504B030400');
INSERT INTO "blob" VALUES('sodertalje',X'6262626262626262626262626262626262626262626262626262626262626262','attachment',1,X'');
CREATE TABLE doubt (
    settled integer not null
);
INSERT INTO "doubt" VALUES(0);
CREATE TABLE draft (
    municipality text not null,
    person text not null,
    subject text not null,
    base integer not null,
    saved integer not null,
    content blob not null,
    primary key (municipality, person, subject)
) without rowid;
INSERT INTO "draft" VALUES('sodertalje','controller','goals/kf-1/name',2,1763740800000,X'4574742075746B617374');
CREATE TABLE job (
    municipality text not null,
    id text not null,
    kind text not null,
    payload blob not null,
    not_before integer not null,
    attempts integer not null,
    taken_by text not null,
    taken_until integer not null,
    done integer not null,
    outcome blob not null,
    primary key (municipality, id)
) without rowid;
INSERT INTO "job" VALUES('sodertalje','j1','mail',X'00FF',10,1,'w1',20,1,X'73656E74');
INSERT INTO "job" VALUES('sodertalje','j2','document',X'',10,2,'w2',20,0,X'');
CREATE TABLE ledger_bundle (
    municipality text not null,
    bundle text not null,
    hash blob not null,
    touched integer not null,
    primary key (municipality, bundle)
) without rowid;
INSERT INTO "ledger_bundle" VALUES('sodertalje','b1',X'7070707070707070707070707070707070707070707070707070707070707070',1763740800000);
CREATE TABLE ledger_page (
    municipality text not null,
    bundle text not null,
    page integer not null,
    summary blob not null,
    sealed blob not null,
    texts blob not null
);
INSERT INTO "ledger_page" VALUES('sodertalje','b1',1,X'73756D6D61727900FF',X'7365616C6564',X'7465787473');
CREATE TABLE log_content (
    municipality text not null,
    version integer not null,
    content blob not null,
    primary key (municipality, version)
) without rowid;
INSERT INTO "log_content" VALUES('nykvarn',1,X'63');
INSERT INTO "log_content" VALUES('sodertalje',1,X'');
INSERT INTO "log_content" VALUES('sodertalje',2,X'76616C7565203220C3A5C3A4C3B6');
INSERT INTO "log_content" VALUES('sodertalje',3,X'76616C75652033');
CREATE TABLE log_entry (
    municipality text not null,
    version integer not null,
    command blob not null,
    entry blob not null,
    hash blob not null,
    primary key (municipality, version)
) without rowid;
INSERT INTO "log_entry" VALUES('nykvarn',1,X'6E31',X'65',X'0101010101010101010101010101010101010101010101010101010101010101');
INSERT INTO "log_entry" VALUES('sodertalje',1,X'30313930613565322D303030302D373030302D383030302D303030303030303030303031',X'656E74727900FF',X'0101010101010101010101010101010101010101010101010101010101010101');
INSERT INTO "log_entry" VALUES('sodertalje',2,X'30313930613565322D303030302D373030302D383030302D303030303030303030303032',X'656E74727900FF',X'0202020202020202020202020202020202020202020202020202020202020202');
INSERT INTO "log_entry" VALUES('sodertalje',3,X'30313930613565322D303030302D373030302D383030302D303030303030303030303033',X'656E74727900FF',X'0303030303030303030303030303030303030303030303030303030303030303');
CREATE TABLE schema_version (number integer primary key, name text not null, program text not null, applied integer not null);
INSERT INTO "schema_version" VALUES(1,'log','0.1.0',1763740800000);
INSERT INTO "schema_version" VALUES(2,'ledger','0.1.0',1763740800000);
CREATE TABLE session (
    municipality text not null,
    token_hash blob not null,
    person text not null,
    expires integer not null,
    data blob not null,
    primary key (municipality, token_hash)
) without rowid;
INSERT INTO "session" VALUES('sodertalje',X'7373737373737373737373737373737373737373737373737373737373737373','controller',4102444800000,X'64617461');
CREATE TABLE snapshot (
    municipality text not null,
    version integer not null,
    fold integer not null,
    manifest blob not null,
    primary key (municipality, version)
) without rowid;
INSERT INTO "snapshot" VALUES('sodertalje',2,1,X'6D616E6966657374');
CREATE UNIQUE INDEX log_command on log_entry (municipality, command);
CREATE UNIQUE INDEX blob_hash on blob (municipality, hash);
CREATE INDEX job_waiting on job (municipality, not_before, id) where done = 0;
CREATE INDEX ledger_bundle_hash on ledger_bundle (municipality, hash);
CREATE UNIQUE INDEX ledger_page_number on ledger_page (municipality, bundle, page);
COMMIT;
