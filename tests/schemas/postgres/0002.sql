-- SPDX-License-Identifier: EUPL-1.2
-- pg_dump of a store as step 0002 left it, with rows.
--
-- PostgreSQL database dump
--


-- Dumped from database version 15.20 (Debian 15.20-0+deb12u1)
-- Dumped by pg_dump version 15.20 (Debian 15.20-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: styrkedja; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA styrkedja;


ALTER SCHEMA styrkedja OWNER TO postgres;

SET default_tablespace = '';

--
-- Name: blob; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
)
PARTITION BY HASH (municipality);
ALTER TABLE ONLY styrkedja.blob ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob OWNER TO postgres;

SET default_table_access_method = heap;

--
-- Name: blob_00; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_00 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_00 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_00 OWNER TO postgres;

--
-- Name: blob_01; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_01 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_01 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_01 OWNER TO postgres;

--
-- Name: blob_02; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_02 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_02 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_02 OWNER TO postgres;

--
-- Name: blob_03; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_03 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_03 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_03 OWNER TO postgres;

--
-- Name: blob_04; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_04 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_04 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_04 OWNER TO postgres;

--
-- Name: blob_05; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_05 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_05 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_05 OWNER TO postgres;

--
-- Name: blob_06; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_06 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_06 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_06 OWNER TO postgres;

--
-- Name: blob_07; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_07 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_07 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_07 OWNER TO postgres;

--
-- Name: blob_08; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_08 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_08 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_08 OWNER TO postgres;

--
-- Name: blob_09; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_09 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_09 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_09 OWNER TO postgres;

--
-- Name: blob_10; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_10 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_10 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_10 OWNER TO postgres;

--
-- Name: blob_11; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_11 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_11 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_11 OWNER TO postgres;

--
-- Name: blob_12; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_12 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_12 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_12 OWNER TO postgres;

--
-- Name: blob_13; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_13 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_13 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_13 OWNER TO postgres;

--
-- Name: blob_14; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_14 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_14 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_14 OWNER TO postgres;

--
-- Name: blob_15; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.blob_15 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    use bytea NOT NULL,
    erased boolean NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY styrkedja.blob_15 ALTER COLUMN bytes SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.blob_15 OWNER TO postgres;

--
-- Name: draft; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.draft (
    municipality text NOT NULL COLLATE pg_catalog."C",
    person bytea NOT NULL,
    subject bytea NOT NULL,
    base bigint NOT NULL,
    saved bigint NOT NULL,
    text bytea NOT NULL
);


ALTER TABLE styrkedja.draft OWNER TO postgres;

--
-- Name: job; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.job (
    municipality text NOT NULL COLLATE pg_catalog."C",
    id bytea NOT NULL,
    kind bytea NOT NULL,
    payload bytea NOT NULL,
    not_before bigint NOT NULL,
    attempts bigint NOT NULL,
    taken_by bytea NOT NULL,
    taken_until bigint NOT NULL,
    done boolean NOT NULL,
    outcome bytea NOT NULL
);


ALTER TABLE styrkedja.job OWNER TO postgres;

--
-- Name: ledger_bundle; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_bundle (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    hash bytea NOT NULL,
    touched bigint NOT NULL
);


ALTER TABLE styrkedja.ledger_bundle OWNER TO postgres;

--
-- Name: ledger_page; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
)
PARTITION BY HASH (municipality);
ALTER TABLE ONLY styrkedja.ledger_page ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page OWNER TO postgres;

--
-- Name: ledger_page_00; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_00 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_00 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_00 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_00 OWNER TO postgres;

--
-- Name: ledger_page_01; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_01 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_01 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_01 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_01 OWNER TO postgres;

--
-- Name: ledger_page_02; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_02 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_02 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_02 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_02 OWNER TO postgres;

--
-- Name: ledger_page_03; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_03 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_03 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_03 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_03 OWNER TO postgres;

--
-- Name: ledger_page_04; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_04 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_04 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_04 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_04 OWNER TO postgres;

--
-- Name: ledger_page_05; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_05 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_05 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_05 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_05 OWNER TO postgres;

--
-- Name: ledger_page_06; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_06 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_06 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_06 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_06 OWNER TO postgres;

--
-- Name: ledger_page_07; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_07 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_07 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_07 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_07 OWNER TO postgres;

--
-- Name: ledger_page_08; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_08 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_08 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_08 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_08 OWNER TO postgres;

--
-- Name: ledger_page_09; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_09 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_09 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_09 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_09 OWNER TO postgres;

--
-- Name: ledger_page_10; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_10 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_10 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_10 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_10 OWNER TO postgres;

--
-- Name: ledger_page_11; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_11 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_11 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_11 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_11 OWNER TO postgres;

--
-- Name: ledger_page_12; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_12 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_12 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_12 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_12 OWNER TO postgres;

--
-- Name: ledger_page_13; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_13 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_13 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_13 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_13 OWNER TO postgres;

--
-- Name: ledger_page_14; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_14 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_14 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_14 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_14 OWNER TO postgres;

--
-- Name: ledger_page_15; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.ledger_page_15 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    bundle bytea NOT NULL,
    page bigint NOT NULL,
    summary bytea NOT NULL,
    sealed bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT ledger_page_page_check CHECK ((page > 0))
);
ALTER TABLE ONLY styrkedja.ledger_page_15 ALTER COLUMN sealed SET STORAGE EXTERNAL;
ALTER TABLE ONLY styrkedja.ledger_page_15 ALTER COLUMN texts SET STORAGE EXTERNAL;


ALTER TABLE styrkedja.ledger_page_15 OWNER TO postgres;

--
-- Name: log_content; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
)
PARTITION BY HASH (municipality);


ALTER TABLE styrkedja.log_content OWNER TO postgres;

--
-- Name: log_content_00; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_00 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_00 OWNER TO postgres;

--
-- Name: log_content_01; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_01 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_01 OWNER TO postgres;

--
-- Name: log_content_02; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_02 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_02 OWNER TO postgres;

--
-- Name: log_content_03; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_03 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_03 OWNER TO postgres;

--
-- Name: log_content_04; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_04 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_04 OWNER TO postgres;

--
-- Name: log_content_05; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_05 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_05 OWNER TO postgres;

--
-- Name: log_content_06; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_06 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_06 OWNER TO postgres;

--
-- Name: log_content_07; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_07 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_07 OWNER TO postgres;

--
-- Name: log_content_08; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_08 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_08 OWNER TO postgres;

--
-- Name: log_content_09; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_09 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_09 OWNER TO postgres;

--
-- Name: log_content_10; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_10 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_10 OWNER TO postgres;

--
-- Name: log_content_11; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_11 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_11 OWNER TO postgres;

--
-- Name: log_content_12; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_12 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_12 OWNER TO postgres;

--
-- Name: log_content_13; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_13 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_13 OWNER TO postgres;

--
-- Name: log_content_14; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_14 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_14 OWNER TO postgres;

--
-- Name: log_content_15; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_content_15 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE styrkedja.log_content_15 OWNER TO postgres;

--
-- Name: log_entry; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
)
PARTITION BY HASH (municipality);


ALTER TABLE styrkedja.log_entry OWNER TO postgres;

--
-- Name: log_entry_00; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_00 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_00 OWNER TO postgres;

--
-- Name: log_entry_01; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_01 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_01 OWNER TO postgres;

--
-- Name: log_entry_02; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_02 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_02 OWNER TO postgres;

--
-- Name: log_entry_03; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_03 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_03 OWNER TO postgres;

--
-- Name: log_entry_04; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_04 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_04 OWNER TO postgres;

--
-- Name: log_entry_05; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_05 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_05 OWNER TO postgres;

--
-- Name: log_entry_06; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_06 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_06 OWNER TO postgres;

--
-- Name: log_entry_07; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_07 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_07 OWNER TO postgres;

--
-- Name: log_entry_08; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_08 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_08 OWNER TO postgres;

--
-- Name: log_entry_09; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_09 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_09 OWNER TO postgres;

--
-- Name: log_entry_10; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_10 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_10 OWNER TO postgres;

--
-- Name: log_entry_11; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_11 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_11 OWNER TO postgres;

--
-- Name: log_entry_12; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_12 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_12 OWNER TO postgres;

--
-- Name: log_entry_13; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_13 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_13 OWNER TO postgres;

--
-- Name: log_entry_14; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_14 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_14 OWNER TO postgres;

--
-- Name: log_entry_15; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.log_entry_15 (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    command bytea NOT NULL,
    entry bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_entry_version_check CHECK ((version > 0))
);


ALTER TABLE styrkedja.log_entry_15 OWNER TO postgres;

--
-- Name: schema_version; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.schema_version (
    number bigint NOT NULL,
    name text NOT NULL,
    program text NOT NULL,
    applied bigint DEFAULT floor((EXTRACT(epoch FROM now()) * (1000)::numeric)) NOT NULL
);


ALTER TABLE styrkedja.schema_version OWNER TO postgres;

--
-- Name: session; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.session (
    municipality text NOT NULL COLLATE pg_catalog."C",
    token_hash bytea NOT NULL,
    person bytea NOT NULL,
    expires bigint NOT NULL,
    data bytea NOT NULL
);


ALTER TABLE styrkedja.session OWNER TO postgres;

--
-- Name: snapshot; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.snapshot (
    municipality text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    fold bigint NOT NULL,
    manifest bytea NOT NULL
);


ALTER TABLE styrkedja.snapshot OWNER TO postgres;

--
-- Name: unswept; Type: TABLE; Schema: styrkedja; Owner: postgres
--

CREATE TABLE styrkedja.unswept (
    municipality text NOT NULL COLLATE pg_catalog."C",
    since xid8 DEFAULT pg_current_xact_id() NOT NULL
);


ALTER TABLE styrkedja.unswept OWNER TO postgres;

--
-- Name: blob_00; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_00 FOR VALUES WITH (modulus 16, remainder 0);


--
-- Name: blob_01; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_01 FOR VALUES WITH (modulus 16, remainder 1);


--
-- Name: blob_02; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_02 FOR VALUES WITH (modulus 16, remainder 2);


--
-- Name: blob_03; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_03 FOR VALUES WITH (modulus 16, remainder 3);


--
-- Name: blob_04; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_04 FOR VALUES WITH (modulus 16, remainder 4);


--
-- Name: blob_05; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_05 FOR VALUES WITH (modulus 16, remainder 5);


--
-- Name: blob_06; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_06 FOR VALUES WITH (modulus 16, remainder 6);


--
-- Name: blob_07; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_07 FOR VALUES WITH (modulus 16, remainder 7);


--
-- Name: blob_08; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_08 FOR VALUES WITH (modulus 16, remainder 8);


--
-- Name: blob_09; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_09 FOR VALUES WITH (modulus 16, remainder 9);


--
-- Name: blob_10; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_10 FOR VALUES WITH (modulus 16, remainder 10);


--
-- Name: blob_11; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_11 FOR VALUES WITH (modulus 16, remainder 11);


--
-- Name: blob_12; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_12 FOR VALUES WITH (modulus 16, remainder 12);


--
-- Name: blob_13; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_13 FOR VALUES WITH (modulus 16, remainder 13);


--
-- Name: blob_14; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_14 FOR VALUES WITH (modulus 16, remainder 14);


--
-- Name: blob_15; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob ATTACH PARTITION styrkedja.blob_15 FOR VALUES WITH (modulus 16, remainder 15);


--
-- Name: ledger_page_00; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_00 FOR VALUES WITH (modulus 16, remainder 0);


--
-- Name: ledger_page_01; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_01 FOR VALUES WITH (modulus 16, remainder 1);


--
-- Name: ledger_page_02; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_02 FOR VALUES WITH (modulus 16, remainder 2);


--
-- Name: ledger_page_03; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_03 FOR VALUES WITH (modulus 16, remainder 3);


--
-- Name: ledger_page_04; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_04 FOR VALUES WITH (modulus 16, remainder 4);


--
-- Name: ledger_page_05; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_05 FOR VALUES WITH (modulus 16, remainder 5);


--
-- Name: ledger_page_06; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_06 FOR VALUES WITH (modulus 16, remainder 6);


--
-- Name: ledger_page_07; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_07 FOR VALUES WITH (modulus 16, remainder 7);


--
-- Name: ledger_page_08; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_08 FOR VALUES WITH (modulus 16, remainder 8);


--
-- Name: ledger_page_09; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_09 FOR VALUES WITH (modulus 16, remainder 9);


--
-- Name: ledger_page_10; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_10 FOR VALUES WITH (modulus 16, remainder 10);


--
-- Name: ledger_page_11; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_11 FOR VALUES WITH (modulus 16, remainder 11);


--
-- Name: ledger_page_12; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_12 FOR VALUES WITH (modulus 16, remainder 12);


--
-- Name: ledger_page_13; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_13 FOR VALUES WITH (modulus 16, remainder 13);


--
-- Name: ledger_page_14; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_14 FOR VALUES WITH (modulus 16, remainder 14);


--
-- Name: ledger_page_15; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page ATTACH PARTITION styrkedja.ledger_page_15 FOR VALUES WITH (modulus 16, remainder 15);


--
-- Name: log_content_00; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_00 FOR VALUES WITH (modulus 16, remainder 0);


--
-- Name: log_content_01; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_01 FOR VALUES WITH (modulus 16, remainder 1);


--
-- Name: log_content_02; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_02 FOR VALUES WITH (modulus 16, remainder 2);


--
-- Name: log_content_03; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_03 FOR VALUES WITH (modulus 16, remainder 3);


--
-- Name: log_content_04; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_04 FOR VALUES WITH (modulus 16, remainder 4);


--
-- Name: log_content_05; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_05 FOR VALUES WITH (modulus 16, remainder 5);


--
-- Name: log_content_06; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_06 FOR VALUES WITH (modulus 16, remainder 6);


--
-- Name: log_content_07; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_07 FOR VALUES WITH (modulus 16, remainder 7);


--
-- Name: log_content_08; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_08 FOR VALUES WITH (modulus 16, remainder 8);


--
-- Name: log_content_09; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_09 FOR VALUES WITH (modulus 16, remainder 9);


--
-- Name: log_content_10; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_10 FOR VALUES WITH (modulus 16, remainder 10);


--
-- Name: log_content_11; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_11 FOR VALUES WITH (modulus 16, remainder 11);


--
-- Name: log_content_12; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_12 FOR VALUES WITH (modulus 16, remainder 12);


--
-- Name: log_content_13; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_13 FOR VALUES WITH (modulus 16, remainder 13);


--
-- Name: log_content_14; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_14 FOR VALUES WITH (modulus 16, remainder 14);


--
-- Name: log_content_15; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content ATTACH PARTITION styrkedja.log_content_15 FOR VALUES WITH (modulus 16, remainder 15);


--
-- Name: log_entry_00; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_00 FOR VALUES WITH (modulus 16, remainder 0);


--
-- Name: log_entry_01; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_01 FOR VALUES WITH (modulus 16, remainder 1);


--
-- Name: log_entry_02; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_02 FOR VALUES WITH (modulus 16, remainder 2);


--
-- Name: log_entry_03; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_03 FOR VALUES WITH (modulus 16, remainder 3);


--
-- Name: log_entry_04; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_04 FOR VALUES WITH (modulus 16, remainder 4);


--
-- Name: log_entry_05; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_05 FOR VALUES WITH (modulus 16, remainder 5);


--
-- Name: log_entry_06; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_06 FOR VALUES WITH (modulus 16, remainder 6);


--
-- Name: log_entry_07; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_07 FOR VALUES WITH (modulus 16, remainder 7);


--
-- Name: log_entry_08; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_08 FOR VALUES WITH (modulus 16, remainder 8);


--
-- Name: log_entry_09; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_09 FOR VALUES WITH (modulus 16, remainder 9);


--
-- Name: log_entry_10; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_10 FOR VALUES WITH (modulus 16, remainder 10);


--
-- Name: log_entry_11; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_11 FOR VALUES WITH (modulus 16, remainder 11);


--
-- Name: log_entry_12; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_12 FOR VALUES WITH (modulus 16, remainder 12);


--
-- Name: log_entry_13; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_13 FOR VALUES WITH (modulus 16, remainder 13);


--
-- Name: log_entry_14; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_14 FOR VALUES WITH (modulus 16, remainder 14);


--
-- Name: log_entry_15; Type: TABLE ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry ATTACH PARTITION styrkedja.log_entry_15 FOR VALUES WITH (modulus 16, remainder 15);


--
-- Data for Name: blob_00; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: blob_01; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: blob_02; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: blob_03; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: blob_04; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: blob_05; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: blob_06; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--

INSERT INTO styrkedja.blob_06 VALUES ('trosa', '\x6868686868686868686868686868686868686868686868686868686868686868', '\x7061636b', false, '\x6100ff');


--
-- Data for Name: blob_07; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: blob_08; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: blob_09; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: blob_10; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: blob_11; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: blob_12; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: blob_13; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: blob_14; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: blob_15; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: draft; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--

INSERT INTO styrkedja.draft VALUES ('trosa', '\x616e6e61', '\x676f616c732f6b662d312f6465736372697074696f6e', 1, 1000, '\x75746b617374');


--
-- Data for Name: job; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--

INSERT INTO styrkedja.job VALUES ('trosa', '\x6a31', '\x6d61696c', '\x7061796c6f6164', 5, 0, '\x', 0, false, '\x');


--
-- Data for Name: ledger_bundle; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--

INSERT INTO styrkedja.ledger_bundle VALUES ('trosa', '\x6231', '\x7070707070707070707070707070707070707070707070707070707070707070', 1763740800000);


--
-- Data for Name: ledger_page_00; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: ledger_page_01; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: ledger_page_02; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: ledger_page_03; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: ledger_page_04; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: ledger_page_05; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: ledger_page_06; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--

INSERT INTO styrkedja.ledger_page_06 VALUES ('trosa', '\x6231', 1, '\x73756d6d61727900ff', '\x7365616c6564', '\x7465787473');


--
-- Data for Name: ledger_page_07; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: ledger_page_08; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: ledger_page_09; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: ledger_page_10; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: ledger_page_11; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: ledger_page_12; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: ledger_page_13; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: ledger_page_14; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: ledger_page_15; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_content_00; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_content_01; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_content_02; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_content_03; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_content_04; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_content_05; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_content_06; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--

INSERT INTO styrkedja.log_content_06 VALUES ('trosa', 1, '\x636f6e74656e742031');


--
-- Data for Name: log_content_07; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_content_08; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_content_09; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_content_10; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_content_11; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_content_12; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--

INSERT INTO styrkedja.log_content_12 VALUES ('eksjö', 1, '\x636f6e74656e742031');
INSERT INTO styrkedja.log_content_12 VALUES ('eksjö', 2, '\x636f6e74656e742032');
INSERT INTO styrkedja.log_content_12 VALUES ('eksjö', 3, '\x636f6e74656e742033');


--
-- Data for Name: log_content_13; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_content_14; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_content_15; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_entry_00; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_entry_01; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_entry_02; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_entry_03; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_entry_04; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_entry_05; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_entry_06; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--

INSERT INTO styrkedja.log_entry_06 VALUES ('trosa', 1, '\x636f6d6d616e642d31', '\x656e747279203100ff', '\x6262626262626262626262626262626262626262626262626262626262626262');


--
-- Data for Name: log_entry_07; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_entry_08; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_entry_09; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_entry_10; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_entry_11; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_entry_12; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--

INSERT INTO styrkedja.log_entry_12 VALUES ('eksjö', 1, '\x636f6d6d616e642d31', '\x656e747279203100ff', '\x6262626262626262626262626262626262626262626262626262626262626262');
INSERT INTO styrkedja.log_entry_12 VALUES ('eksjö', 2, '\x636f6d6d616e642d32', '\x656e747279203200ff', '\x6363636363636363636363636363636363636363636363636363636363636363');
INSERT INTO styrkedja.log_entry_12 VALUES ('eksjö', 3, '\x636f6d6d616e642d33', '\x656e747279203300ff', '\x6464646464646464646464646464646464646464646464646464646464646464');


--
-- Data for Name: log_entry_13; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_entry_14; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: log_entry_15; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Data for Name: schema_version; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--

INSERT INTO styrkedja.schema_version VALUES (1, 'log', '0.1.0', 1795280831757);
INSERT INTO styrkedja.schema_version VALUES (2, 'ledger', '0.1.0', 1763740800000);


--
-- Data for Name: session; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--

INSERT INTO styrkedja.session VALUES ('trosa', '\x746f6b656e', '\x616e6e61', 10, '\x64617461');


--
-- Data for Name: snapshot; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--

INSERT INTO styrkedja.snapshot VALUES ('trosa', 1, 1, '\x6d616e6966657374');


--
-- Data for Name: unswept; Type: TABLE DATA; Schema: styrkedja; Owner: postgres
--



--
-- Name: blob blob_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob
    ADD CONSTRAINT blob_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_00 blob_00_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_00
    ADD CONSTRAINT blob_00_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_01 blob_01_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_01
    ADD CONSTRAINT blob_01_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_02 blob_02_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_02
    ADD CONSTRAINT blob_02_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_03 blob_03_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_03
    ADD CONSTRAINT blob_03_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_04 blob_04_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_04
    ADD CONSTRAINT blob_04_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_05 blob_05_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_05
    ADD CONSTRAINT blob_05_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_06 blob_06_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_06
    ADD CONSTRAINT blob_06_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_07 blob_07_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_07
    ADD CONSTRAINT blob_07_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_08 blob_08_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_08
    ADD CONSTRAINT blob_08_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_09 blob_09_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_09
    ADD CONSTRAINT blob_09_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_10 blob_10_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_10
    ADD CONSTRAINT blob_10_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_11 blob_11_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_11
    ADD CONSTRAINT blob_11_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_12 blob_12_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_12
    ADD CONSTRAINT blob_12_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_13 blob_13_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_13
    ADD CONSTRAINT blob_13_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_14 blob_14_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_14
    ADD CONSTRAINT blob_14_pkey PRIMARY KEY (municipality, hash);


--
-- Name: blob_15 blob_15_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.blob_15
    ADD CONSTRAINT blob_15_pkey PRIMARY KEY (municipality, hash);


--
-- Name: draft draft_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (municipality, person, subject);


--
-- Name: job job_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (municipality, id);


--
-- Name: ledger_bundle ledger_bundle_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_bundle
    ADD CONSTRAINT ledger_bundle_pkey PRIMARY KEY (municipality, bundle);


--
-- Name: ledger_page ledger_page_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page
    ADD CONSTRAINT ledger_page_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_00 ledger_page_00_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_00
    ADD CONSTRAINT ledger_page_00_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_01 ledger_page_01_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_01
    ADD CONSTRAINT ledger_page_01_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_02 ledger_page_02_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_02
    ADD CONSTRAINT ledger_page_02_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_03 ledger_page_03_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_03
    ADD CONSTRAINT ledger_page_03_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_04 ledger_page_04_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_04
    ADD CONSTRAINT ledger_page_04_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_05 ledger_page_05_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_05
    ADD CONSTRAINT ledger_page_05_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_06 ledger_page_06_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_06
    ADD CONSTRAINT ledger_page_06_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_07 ledger_page_07_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_07
    ADD CONSTRAINT ledger_page_07_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_08 ledger_page_08_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_08
    ADD CONSTRAINT ledger_page_08_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_09 ledger_page_09_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_09
    ADD CONSTRAINT ledger_page_09_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_10 ledger_page_10_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_10
    ADD CONSTRAINT ledger_page_10_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_11 ledger_page_11_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_11
    ADD CONSTRAINT ledger_page_11_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_12 ledger_page_12_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_12
    ADD CONSTRAINT ledger_page_12_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_13 ledger_page_13_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_13
    ADD CONSTRAINT ledger_page_13_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_14 ledger_page_14_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_14
    ADD CONSTRAINT ledger_page_14_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: ledger_page_15 ledger_page_15_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.ledger_page_15
    ADD CONSTRAINT ledger_page_15_pkey PRIMARY KEY (municipality, bundle, page);


--
-- Name: log_content log_content_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content
    ADD CONSTRAINT log_content_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_00 log_content_00_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_00
    ADD CONSTRAINT log_content_00_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_01 log_content_01_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_01
    ADD CONSTRAINT log_content_01_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_02 log_content_02_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_02
    ADD CONSTRAINT log_content_02_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_03 log_content_03_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_03
    ADD CONSTRAINT log_content_03_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_04 log_content_04_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_04
    ADD CONSTRAINT log_content_04_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_05 log_content_05_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_05
    ADD CONSTRAINT log_content_05_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_06 log_content_06_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_06
    ADD CONSTRAINT log_content_06_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_07 log_content_07_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_07
    ADD CONSTRAINT log_content_07_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_08 log_content_08_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_08
    ADD CONSTRAINT log_content_08_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_09 log_content_09_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_09
    ADD CONSTRAINT log_content_09_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_10 log_content_10_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_10
    ADD CONSTRAINT log_content_10_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_11 log_content_11_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_11
    ADD CONSTRAINT log_content_11_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_12 log_content_12_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_12
    ADD CONSTRAINT log_content_12_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_13 log_content_13_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_13
    ADD CONSTRAINT log_content_13_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_14 log_content_14_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_14
    ADD CONSTRAINT log_content_14_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_content_15 log_content_15_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_content_15
    ADD CONSTRAINT log_content_15_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry log_entry_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry
    ADD CONSTRAINT log_entry_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_00 log_entry_00_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_00
    ADD CONSTRAINT log_entry_00_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry log_entry_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry
    ADD CONSTRAINT log_entry_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_00 log_entry_00_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_00
    ADD CONSTRAINT log_entry_00_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_01 log_entry_01_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_01
    ADD CONSTRAINT log_entry_01_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_01 log_entry_01_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_01
    ADD CONSTRAINT log_entry_01_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_02 log_entry_02_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_02
    ADD CONSTRAINT log_entry_02_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_02 log_entry_02_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_02
    ADD CONSTRAINT log_entry_02_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_03 log_entry_03_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_03
    ADD CONSTRAINT log_entry_03_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_03 log_entry_03_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_03
    ADD CONSTRAINT log_entry_03_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_04 log_entry_04_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_04
    ADD CONSTRAINT log_entry_04_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_04 log_entry_04_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_04
    ADD CONSTRAINT log_entry_04_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_05 log_entry_05_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_05
    ADD CONSTRAINT log_entry_05_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_05 log_entry_05_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_05
    ADD CONSTRAINT log_entry_05_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_06 log_entry_06_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_06
    ADD CONSTRAINT log_entry_06_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_06 log_entry_06_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_06
    ADD CONSTRAINT log_entry_06_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_07 log_entry_07_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_07
    ADD CONSTRAINT log_entry_07_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_07 log_entry_07_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_07
    ADD CONSTRAINT log_entry_07_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_08 log_entry_08_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_08
    ADD CONSTRAINT log_entry_08_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_08 log_entry_08_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_08
    ADD CONSTRAINT log_entry_08_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_09 log_entry_09_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_09
    ADD CONSTRAINT log_entry_09_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_09 log_entry_09_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_09
    ADD CONSTRAINT log_entry_09_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_10 log_entry_10_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_10
    ADD CONSTRAINT log_entry_10_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_10 log_entry_10_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_10
    ADD CONSTRAINT log_entry_10_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_11 log_entry_11_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_11
    ADD CONSTRAINT log_entry_11_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_11 log_entry_11_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_11
    ADD CONSTRAINT log_entry_11_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_12 log_entry_12_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_12
    ADD CONSTRAINT log_entry_12_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_12 log_entry_12_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_12
    ADD CONSTRAINT log_entry_12_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_13 log_entry_13_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_13
    ADD CONSTRAINT log_entry_13_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_13 log_entry_13_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_13
    ADD CONSTRAINT log_entry_13_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_14 log_entry_14_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_14
    ADD CONSTRAINT log_entry_14_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_14 log_entry_14_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_14
    ADD CONSTRAINT log_entry_14_pkey PRIMARY KEY (municipality, version);


--
-- Name: log_entry_15 log_entry_15_municipality_command_key; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_15
    ADD CONSTRAINT log_entry_15_municipality_command_key UNIQUE (municipality, command);


--
-- Name: log_entry_15 log_entry_15_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.log_entry_15
    ADD CONSTRAINT log_entry_15_pkey PRIMARY KEY (municipality, version);


--
-- Name: schema_version schema_version_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.schema_version
    ADD CONSTRAINT schema_version_pkey PRIMARY KEY (number);


--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (municipality, token_hash);


--
-- Name: snapshot snapshot_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.snapshot
    ADD CONSTRAINT snapshot_pkey PRIMARY KEY (municipality, version);


--
-- Name: unswept unswept_pkey; Type: CONSTRAINT; Schema: styrkedja; Owner: postgres
--

ALTER TABLE ONLY styrkedja.unswept
    ADD CONSTRAINT unswept_pkey PRIMARY KEY (municipality, since);


--
-- Name: job_waiting; Type: INDEX; Schema: styrkedja; Owner: postgres
--

CREATE INDEX job_waiting ON styrkedja.job USING btree (municipality, not_before, id) WHERE (NOT done);


--
-- Name: ledger_bundle_hash; Type: INDEX; Schema: styrkedja; Owner: postgres
--

CREATE INDEX ledger_bundle_hash ON styrkedja.ledger_bundle USING btree (municipality, hash);


--
-- Name: blob_00_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_00_pkey;


--
-- Name: blob_01_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_01_pkey;


--
-- Name: blob_02_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_02_pkey;


--
-- Name: blob_03_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_03_pkey;


--
-- Name: blob_04_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_04_pkey;


--
-- Name: blob_05_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_05_pkey;


--
-- Name: blob_06_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_06_pkey;


--
-- Name: blob_07_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_07_pkey;


--
-- Name: blob_08_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_08_pkey;


--
-- Name: blob_09_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_09_pkey;


--
-- Name: blob_10_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_10_pkey;


--
-- Name: blob_11_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_11_pkey;


--
-- Name: blob_12_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_12_pkey;


--
-- Name: blob_13_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_13_pkey;


--
-- Name: blob_14_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_14_pkey;


--
-- Name: blob_15_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.blob_pkey ATTACH PARTITION styrkedja.blob_15_pkey;


--
-- Name: ledger_page_00_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_00_pkey;


--
-- Name: ledger_page_01_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_01_pkey;


--
-- Name: ledger_page_02_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_02_pkey;


--
-- Name: ledger_page_03_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_03_pkey;


--
-- Name: ledger_page_04_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_04_pkey;


--
-- Name: ledger_page_05_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_05_pkey;


--
-- Name: ledger_page_06_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_06_pkey;


--
-- Name: ledger_page_07_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_07_pkey;


--
-- Name: ledger_page_08_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_08_pkey;


--
-- Name: ledger_page_09_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_09_pkey;


--
-- Name: ledger_page_10_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_10_pkey;


--
-- Name: ledger_page_11_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_11_pkey;


--
-- Name: ledger_page_12_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_12_pkey;


--
-- Name: ledger_page_13_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_13_pkey;


--
-- Name: ledger_page_14_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_14_pkey;


--
-- Name: ledger_page_15_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.ledger_page_pkey ATTACH PARTITION styrkedja.ledger_page_15_pkey;


--
-- Name: log_content_00_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_00_pkey;


--
-- Name: log_content_01_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_01_pkey;


--
-- Name: log_content_02_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_02_pkey;


--
-- Name: log_content_03_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_03_pkey;


--
-- Name: log_content_04_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_04_pkey;


--
-- Name: log_content_05_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_05_pkey;


--
-- Name: log_content_06_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_06_pkey;


--
-- Name: log_content_07_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_07_pkey;


--
-- Name: log_content_08_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_08_pkey;


--
-- Name: log_content_09_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_09_pkey;


--
-- Name: log_content_10_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_10_pkey;


--
-- Name: log_content_11_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_11_pkey;


--
-- Name: log_content_12_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_12_pkey;


--
-- Name: log_content_13_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_13_pkey;


--
-- Name: log_content_14_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_14_pkey;


--
-- Name: log_content_15_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_content_pkey ATTACH PARTITION styrkedja.log_content_15_pkey;


--
-- Name: log_entry_00_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_00_municipality_command_key;


--
-- Name: log_entry_00_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_00_pkey;


--
-- Name: log_entry_01_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_01_municipality_command_key;


--
-- Name: log_entry_01_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_01_pkey;


--
-- Name: log_entry_02_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_02_municipality_command_key;


--
-- Name: log_entry_02_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_02_pkey;


--
-- Name: log_entry_03_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_03_municipality_command_key;


--
-- Name: log_entry_03_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_03_pkey;


--
-- Name: log_entry_04_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_04_municipality_command_key;


--
-- Name: log_entry_04_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_04_pkey;


--
-- Name: log_entry_05_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_05_municipality_command_key;


--
-- Name: log_entry_05_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_05_pkey;


--
-- Name: log_entry_06_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_06_municipality_command_key;


--
-- Name: log_entry_06_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_06_pkey;


--
-- Name: log_entry_07_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_07_municipality_command_key;


--
-- Name: log_entry_07_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_07_pkey;


--
-- Name: log_entry_08_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_08_municipality_command_key;


--
-- Name: log_entry_08_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_08_pkey;


--
-- Name: log_entry_09_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_09_municipality_command_key;


--
-- Name: log_entry_09_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_09_pkey;


--
-- Name: log_entry_10_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_10_municipality_command_key;


--
-- Name: log_entry_10_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_10_pkey;


--
-- Name: log_entry_11_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_11_municipality_command_key;


--
-- Name: log_entry_11_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_11_pkey;


--
-- Name: log_entry_12_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_12_municipality_command_key;


--
-- Name: log_entry_12_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_12_pkey;


--
-- Name: log_entry_13_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_13_municipality_command_key;


--
-- Name: log_entry_13_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_13_pkey;


--
-- Name: log_entry_14_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_14_municipality_command_key;


--
-- Name: log_entry_14_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_14_pkey;


--
-- Name: log_entry_15_municipality_command_key; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_municipality_command_key ATTACH PARTITION styrkedja.log_entry_15_municipality_command_key;


--
-- Name: log_entry_15_pkey; Type: INDEX ATTACH; Schema: styrkedja; Owner: postgres
--

ALTER INDEX styrkedja.log_entry_pkey ATTACH PARTITION styrkedja.log_entry_15_pkey;


--
-- PostgreSQL database dump complete
--


