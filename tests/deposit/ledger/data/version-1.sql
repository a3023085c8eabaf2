BEGIN TRANSACTION;
CREATE TABLE content (
    submission INTEGER PRIMARY KEY REFERENCES submission (number),
    document BLOB NOT NULL,
    answer BLOB
);
INSERT INTO "content" VALUES(1,X'789CB349D4B7030002B3010B',X'789CB349CC2B2E4F2DD2B7030010BA033A');
INSERT INTO "content" VALUES(2,X'789CB349D4B7030002B3010B',NULL);
CREATE TABLE highest_timestamp (
    agency TEXT NOT NULL,
    is_test INTEGER NOT NULL,
    identifier TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    PRIMARY KEY (agency, is_test, identifier)
) WITHOUT ROWID
;
INSERT INTO "highest_timestamp" VALUES('agency',0,'10.5555/caa','20260102030405679');
INSERT INTO "highest_timestamp" VALUES('agency',0,'10.5555/caa.1','20260102030405678');
INSERT INTO "highest_timestamp" VALUES('agency',0,'10.5555/caa.2','20260102030405679');
CREATE TABLE item (
    submission INTEGER NOT NULL REFERENCES submission (number),
    identifier TEXT NOT NULL,
    article TEXT NOT NULL,
    kind TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    outcome TEXT,
    message TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (submission, identifier)
) WITHOUT ROWID
;
INSERT INTO "item" VALUES(1,'10.5555/caa','','journal','j','registered','','');
INSERT INTO "item" VALUES(1,'10.5555/caa.1','01','article','h','registered','Successfully added','');
INSERT INTO "item" VALUES(2,'10.5555/caa','','journal','j',NULL,'','');
INSERT INTO "item" VALUES(2,'10.5555/caa.2','02','article','h',NULL,'','');
CREATE TABLE lease (
    agency TEXT NOT NULL,
    is_test INTEGER NOT NULL,
    journal TEXT NOT NULL,
    issue TEXT NOT NULL,
    token TEXT NOT NULL,
    host TEXT NOT NULL,
    process INTEGER NOT NULL,
    process_start TEXT,
    taken TEXT NOT NULL,
    expires TEXT NOT NULL,
    PRIMARY KEY (agency, is_test, journal, issue)
) WITHOUT ROWID
;
INSERT INTO "lease" VALUES('agency',0,'2414-570X','2021-4','bd1cf944719d4bab8041d56c6a817ae0','office',4711,NULL,'2026-01-02T03:04:05.000Z','2026-01-02T03:14:05.000Z');
CREATE TABLE submission (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    agency TEXT NOT NULL,
    is_test INTEGER NOT NULL,
    journal TEXT NOT NULL,
    issue TEXT NOT NULL,
    file_name TEXT NOT NULL,
    remote_id TEXT NOT NULL DEFAULT '',
    timestamp TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'prepared',
    prepared TEXT NOT NULL,
    sent TEXT,
    accepted TEXT,
    settled TEXT,
    message TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL,
    jatsx_version TEXT NOT NULL,
    UNIQUE (agency, is_test, file_name)
);
INSERT INTO "submission" VALUES(1,'agency',0,'2414-570X','2021-4','caa-1.xml','1430036899','20260102030405678','answered','2026-01-02T03:04:05.000Z','2026-01-02T03:04:05.000Z','2026-01-02T03:04:05.000Z','2026-01-02T03:04:05.000Z','','','29114363f749a0226b6988dda3ca2492a954117ab6b5f382706c20300dabc079','0.1.0');
INSERT INTO "submission" VALUES(2,'agency',0,'2414-570X','2021-4','caa-2.xml','','20260102030405679','sending','2026-01-02T03:04:05.000Z','2026-01-02T03:04:05.000Z',NULL,NULL,'','','29114363f749a0226b6988dda3ca2492a954117ab6b5f382706c20300dabc079','0.1.0');
CREATE INDEX submission_of_issue ON submission (agency, is_test, journal, issue);
CREATE INDEX item_by_identifier ON item (identifier);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('submission',2);
COMMIT;
PRAGMA user_version = 1;
PRAGMA application_id = 1786016620;
