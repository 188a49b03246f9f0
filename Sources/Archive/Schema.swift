import GRDB

/// The tables, and how they came to be.
///
/// Rows refer to each other by `number`, an integer, which is small and fast; what the user sees is `id`, made
/// from content. Columns that are *derived* repeat what other columns say in a form that an index can serve.
enum Schema {
    /// The version that this program writes (`PRAGMA user_version`): how many migrations there are.
    static let version = 4

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: the record") { db in
            try db.execute(sql: speakers + sources + statements + indexes + guards + search)
            try db.execute(
                sql: "PRAGMA application_id = \(ArchiveFile.applicationID); PRAGMA user_version = 1")
        }
        migrator.registerMigration("2: messages") { db in
            try db.execute(sql: MessageSchema.tables + MessageSchema.additions)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3: visits to addresses") { db in
            try db.execute(sql: visits)
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("4: identifiers of messages in runs") { db in
            try db.execute(sql: MessageSchema.identityRuns)
            try db.execute(sql: "PRAGMA user_version = 4")
        }
        return migrator
    }

    /// Who can speak, and under which names. `key` is the folded name; names resolve through it when they are
    /// asked for. `merged` keeps the identifiers that no longer stand for themselves.
    private static let speakers = """
        CREATE TABLE speaker (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL CHECK (kind IN ('group', 'person')),
            note TEXT
        ) STRICT;
        CREATE TABLE name (
            number INTEGER PRIMARY KEY,
            speaker INTEGER NOT NULL REFERENCES speaker(number),
            value TEXT NOT NULL,
            key TEXT NOT NULL CHECK (key <> ''),
            kind TEXT NOT NULL,
            language TEXT,
            period TEXT,
            UNIQUE (speaker, value)
        ) STRICT;
        CREATE INDEX nameByKey ON name(key, speaker);
        CREATE TABLE membership (
            number INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES speaker(number),
            "group" INTEGER NOT NULL REFERENCES speaker(number),
            role TEXT,
            period TEXT
        ) STRICT;
        CREATE UNIQUE INDEX membershipOnce
            ON membership(person, "group", coalesce(role, ''), coalesce(period, ''));
        CREATE INDEX membershipByGroup ON membership("group", person);
        CREATE TABLE merged (old TEXT PRIMARY KEY, new TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX mergedByNew ON merged(new);

        """

    /// What we hold. `latest` is the version captured last. `reading` says which engine read a version last,
    /// when the version was first captured (seconds since 1970), and a digest of what was found, by which the
    /// same finding is known again.
    private static let sources = """
        CREATE TABLE source (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL CHECK (kind IN ('article', 'message', 'note')),
            url TEXT, canonicalURL TEXT, title TEXT, byline TEXT, authors TEXT, publisher TEXT,
            published TEXT, modified TEXT, language TEXT, excerpt TEXT,
            publisherKey TEXT,
            latest INTEGER REFERENCES version(number)
        ) STRICT;
        CREATE INDEX sourceByURL ON source(url);
        CREATE INDEX sourceByCanonicalURL ON source(canonicalURL);
        CREATE INDEX sourceByPublisher ON source(publisherKey);
        CREATE TABLE version (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            source INTEGER NOT NULL REFERENCES source(number),
            sha256 TEXT NOT NULL,
            paragraphs TEXT NOT NULL,
            text TEXT NOT NULL
        ) STRICT;
        CREATE INDEX versionBySource ON version(source);
        CREATE TABLE reading (
            version INTEGER PRIMARY KEY REFERENCES version(number),
            captured INTEGER NOT NULL,
            engine TEXT NOT NULL,
            findings TEXT NOT NULL
        ) STRICT;

        """

    /// What was said. In `statement`, from `status` on, all is derived: from the decisions (`status`, `ruled`,
    /// `ruledDate`), from the quotes and their sources (`kind`, `source`, `publisherKey`, `current`), and for
    /// the order of the timeline (`listed`, `earliest`, `latest`, `place`; see `Order`).
    private static let statements = """
        CREATE TABLE statement (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            speaker TEXT, speakerKind TEXT NOT NULL, key TEXT,
            act TEXT, addressee TEXT, medium TEXT,
            date TEXT, phrase TEXT, anchor TEXT, rule TEXT,
            posted TEXT, reported TEXT,
            status TEXT NOT NULL CHECK (status IN ('proposed', 'accepted', 'rejected')),
            ruled INTEGER REFERENCES speaker(number),
            ruledDate TEXT,
            kind TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES source(number),
            publisherKey TEXT,
            current INTEGER NOT NULL,
            listed INTEGER NOT NULL,
            earliest INTEGER NOT NULL,
            latest INTEGER NOT NULL,
            place INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE quote (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            statement INTEGER NOT NULL REFERENCES statement(number),
            version INTEGER NOT NULL REFERENCES version(number),
            kind TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect')),
            spans TEXT NOT NULL,
            words TEXT NOT NULL,
            cueStart INTEGER, cueEnd INTEGER, cue TEXT, act TEXT,
            attributionStart INTEGER, attributionEnd INTEGER, attribution TEXT,
            speaker TEXT, speakerKind TEXT, basis TEXT, speakerConfidence REAL,
            addressee TEXT, medium TEXT,
            date TEXT, phrase TEXT, anchor TEXT, rule TEXT,
            confidence REAL NOT NULL
        ) STRICT;
        CREATE INDEX quoteByStatement ON quote(statement);
        CREATE INDEX quoteByVersion ON quote(version);
        CREATE TABLE decision (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            statement TEXT NOT NULL,
            ruling TEXT NOT NULL,
            value TEXT,
            by TEXT,
            reason TEXT
        ) STRICT;
        CREATE INDEX decisionByStatement ON decision(statement);

        """

    /// One index for each filter of a timeline, each in the order of the timeline, so that a page of it is read
    /// and nothing is sorted. `statementLong` holds the few statements whose date leaves more than `Order.short`
    /// seconds open.
    private static let indexes = """
        CREATE INDEX statementInOrder ON statement(earliest, latest, place) WHERE listed = 1;
        CREATE INDEX statementByKey ON statement(key, earliest, latest, place)
            WHERE listed = 1 AND ruled IS NULL;
        CREATE INDEX statementByKind ON statement(kind, earliest, latest, place) WHERE listed = 1;
        CREATE INDEX statementBySource ON statement(source, earliest, latest, place);
        CREATE INDEX statementByPublisher ON statement(publisherKey, earliest, latest, place) WHERE listed = 1;
        CREATE INDEX statementByStatus ON statement(status, earliest, latest, place) WHERE current = 1;
        CREATE INDEX statementByRuling ON statement(ruled, earliest, latest, place) WHERE ruled IS NOT NULL;
        CREATE INDEX statementLong ON statement(earliest, latest, place)
            WHERE listed = 1 AND latest - earliest > 2764800;

        """

    /// What servers gave to tell documents by (`ETag`, `Last-Modified`), and what read them then.
    private static let visits = """
        CREATE TABLE visit (
            address TEXT PRIMARY KEY,
            entityTag BLOB,
            lastModified BLOB,
            engine TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        """

    /// What must not change, can't.
    private static let guards = """
        CREATE TRIGGER versionStays BEFORE UPDATE ON version
            BEGIN SELECT RAISE(ABORT, 'a version is never changed; a new text is a new version'); END;
        CREATE TRIGGER versionRemains BEFORE DELETE ON version
            BEGIN SELECT RAISE(ABORT, 'a version is never deleted'); END;
        CREATE TRIGGER decisionStays BEFORE UPDATE ON decision
            BEGIN SELECT RAISE(ABORT, 'a decision is never changed; a new one is added'); END;
        CREATE TRIGGER decisionRemains BEFORE DELETE ON decision
            BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;
        CREATE TRIGGER quoteStays BEFORE UPDATE OF
            id, version, kind, spans, words, cueStart, cueEnd, cue, attributionStart, attributionEnd, attribution
            ON quote
            BEGIN SELECT RAISE(ABORT, 'the words of a quote are never changed'); END;

        """

    /// The full-text index. It holds no text of its own: `searchable` says what a statement's text is.
    ///
    /// Words (`unicode61`) and not `trigram`: on 100,000 statements the index of words is a fifth as large (8 MB, not
    /// 37) and made five times as fast (0.24 s of processor time, not 1.17), and it finds what people ask for: words of
    /// two letters, “cafe” for “café”, and “м’ясо” whichever apostrophe is typed, since all of them part words and a
    /// searched word becomes a phrase (U+02BC, a letter to Unicode, is made to). Parts of words are found by `word*`.
    /// Both answer in 3 ms where 60,000 statements match.
    private static let search = """
        CREATE VIEW searchable AS
            SELECT number,
                (SELECT group_concat(words, char(10)) FROM quote WHERE quote.statement = statement.number)
                    AS words,
                speaker
            FROM statement;
        CREATE VIRTUAL TABLE search USING fts5(
            words, speaker, content = 'searchable', content_rowid = 'number', columnsize = 0,
            tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'"
        );

        """
}
