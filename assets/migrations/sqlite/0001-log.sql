-- SPDX-License-Identifier: EUPL-1.2
-- The log: what is hashed and never changed, and beside it the values, which an erasure may empty.
-- Without rowid, for then a log lies in its own order: appending touches the last page of each table, and reading
-- goes straight through.
create table log_entry (
    municipality text not null,
    version integer not null,
    command blob not null,
    entry blob not null,
    hash blob not null,
    primary key (municipality, version)
) without rowid;
create unique index log_command on log_entry (municipality, command);

create table log_content (
    municipality text not null,
    version integer not null,
    content blob not null,
    primary key (municipality, version)
) without rowid;

create table blob (
    municipality text not null,
    hash blob not null,
    use text not null,
    erased integer not null,
    bytes blob not null
);
create unique index blob_hash on blob (municipality, hash);

create table snapshot (
    municipality text not null,
    version integer not null,
    fold integer not null,
    manifest blob not null,
    primary key (municipality, version)
) without rowid;

create table draft (
    municipality text not null,
    person text not null,
    subject text not null,
    base integer not null,
    saved integer not null,
    content blob not null,
    primary key (municipality, person, subject)
) without rowid;

create table session (
    municipality text not null,
    token_hash blob not null,
    person text not null,
    expires integer not null,
    data blob not null,
    primary key (municipality, token_hash)
) without rowid;

create table job (
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
create index job_waiting on job (municipality, not_before, id) where done = 0;

-- Counted up after a write whose outcome was not known, so that what the disk may hold of it is overwritten.
create table doubt (
    settled integer not null
);
insert into doubt values (0);
