/// The tables of messages.
///
/// A chat can hold millions of messages, of which most are never ruled on and quoted by nobody. Each version of one is
/// therefore a single row, which is its source, its version and its statement at once; the identifiers of all three
/// are made from it when they are asked for, and `messageIdentity` leads from them back to the row.
enum MessageSchema {
    /// What the numbers of statements that are messages begin with, to be told from those of the table `statement`.
    static let offset: Int64 = 1 << 40

    static let tables = accounts + messages + indexes + guards + search

    /// What is said in messages that are not for publication isn't, either. `joined` is the message whose words a
    /// statement quotes, and which stands in its place.
    static let additions = """
        ALTER TABLE statement ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE statement ADD COLUMN joined INTEGER REFERENCES message(number);
        CREATE INDEX statementByJoin ON statement(joined) WHERE joined IS NOT NULL;

        """

    /// `messageIdentity` in runs, each with the number of the first message in it; see `MessageIdentities`. The index of texts
    /// is given more room and merges its parts later: an import of millions would merge each word many times.
    static let identityRuns = """
        CREATE TABLE identityRun (
            run INTEGER NOT NULL,
            hash INTEGER NOT NULL,
            message INTEGER NOT NULL,
            PRIMARY KEY (run, hash, message)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO identityRun SELECT 0, hash, message FROM messageIdentity;
        DROP TABLE messageIdentity;
        ALTER TABLE identityRun RENAME TO messageIdentity;
        INSERT INTO messageSearch(messageSearch, rank) VALUES ('hashsize', 8388608), ('automerge', 16);

        """

    /// Accounts are known by `identity` (`channel1900000001`, `@name`, or the name alone). `tie` and `handle` are the folded
    /// names by which a speaker is tied to one, `key` is the folded name to show.
    private static let accounts = """
        CREATE TABLE account (
            number INTEGER PRIMARY KEY,
            identity TEXT NOT NULL UNIQUE,
            kind TEXT,
            name TEXT,
            username TEXT,
            tie TEXT, handle TEXT, key TEXT
        ) STRICT;
        CREATE INDEX accountByTie ON account(tie) WHERE tie IS NOT NULL;
        CREATE INDEX accountByHandle ON account(handle) WHERE handle IS NOT NULL;
        CREATE INDEX accountByKey ON account(key) WHERE key IS NOT NULL;
        CREATE TABLE accountName (
            account INTEGER NOT NULL REFERENCES account(number),
            value TEXT NOT NULL,
            since INTEGER,
            PRIMARY KEY (account, value)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE chat (
            number INTEGER PRIMARY KEY,
            account INTEGER NOT NULL UNIQUE REFERENCES account(number),
            type TEXT,
            private INTEGER NOT NULL
        ) STRICT;

        """

    /// `import` says what one input held of one chat: which messages, up to when (`upTo`), and the input's own hash.
    /// In `message`, `current` is 1 for the version to show, and `absent` is the import that covers the
    /// message's place and doesn't have it. `listed`, `earliest`, `latest` and `place` are derived, as in `statement`.
    private static let messages = """
        CREATE TABLE import (
            number INTEGER PRIMARY KEY,
            chat INTEGER NOT NULL REFERENCES chat(number),
            input TEXT,
            importer TEXT NOT NULL,
            captured INTEGER NOT NULL,
            firstId INTEGER, lastId INTEGER,
            firstPosted INTEGER, lastPosted INTEGER,
            upTo INTEGER,
            messages INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX importByChat ON import(chat);
        CREATE TABLE message (
            number INTEGER PRIMARY KEY,
            chat INTEGER NOT NULL REFERENCES chat(number),
            id INTEGER NOT NULL,
            import INTEGER NOT NULL REFERENCES import(number),
            start INTEGER NOT NULL, "end" INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            posted INTEGER, basis INTEGER, edited INTEGER,
            sender INTEGER REFERENCES account(number),
            speaker INTEGER REFERENCES account(number),
            current INTEGER NOT NULL,
            listed INTEGER NOT NULL,
            withheld INTEGER NOT NULL,
            status INTEGER NOT NULL,
            ruled INTEGER REFERENCES speaker(number),
            ruledDate TEXT,
            absent INTEGER REFERENCES import(number),
            earliest INTEGER NOT NULL, latest INTEGER NOT NULL, place INTEGER NOT NULL,
            sha256 BLOB NOT NULL,
            details TEXT,
            text TEXT NOT NULL
        ) STRICT;
        CREATE TABLE messageIdentity (
            hash INTEGER NOT NULL,
            message INTEGER NOT NULL,
            PRIMARY KEY (hash, message)
        ) STRICT, WITHOUT ROWID;

        """

    private static let indexes = """
        CREATE INDEX messageById ON message(chat, id);
        CREATE INDEX messageInOrder ON message(earliest, latest, place) WHERE listed = 1;
        CREATE INDEX messageBySpeaker ON message(speaker, earliest, latest, place) WHERE listed = 1;
        CREATE INDEX messageByStatus ON message(status, earliest, latest, place)
            WHERE status <> 0 AND current = 1;
        CREATE INDEX messageByRuling ON message(ruled, earliest, latest, place) WHERE ruled IS NOT NULL;

        """

    private static let guards = """
        CREATE TRIGGER messageStays BEFORE UPDATE OF chat, id, kind, sha256, text ON message
            BEGIN SELECT RAISE(ABORT, 'a version is never changed; a new text is a new version'); END;
        CREATE TRIGGER messageRemains BEFORE DELETE ON message
            BEGIN SELECT RAISE(ABORT, 'a version is never deleted'); END;

        """

    private static let search = """
        CREATE VIEW searchableMessage AS SELECT number, text FROM message WHERE kind = 0 AND text <> '';
        CREATE VIRTUAL TABLE messageSearch USING fts5(
            text, content = 'searchableMessage', content_rowid = 'number', columnsize = 0,
            tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'"
        );

        """
}
