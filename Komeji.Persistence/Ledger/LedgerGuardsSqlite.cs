namespace Komeji.Persistence.Ledger;

/// <summary>
/// SQLite has no trigger that waits for the commit, but a deferred foreign key is checked then: an unbalanced journal points at
/// a row that can never exist, as does one with more or fewer entries than it announced. Rebuilding a table drops its triggers, so these are put back after every migration.
/// No journal is booked into a day that is closed: days end at midnight in WIB, seven hours (25200 s) ahead, and moments are kept as ticks.
/// </summary>
static class LedgerGuardsSqlite
{
    public static readonly IReadOnlyList<string> Statements =
    [
        """CREATE TABLE IF NOT EXISTS ledger_never (id INTEGER PRIMARY KEY CHECK (0))""",
        """
        CREATE TABLE IF NOT EXISTS ledger_balance (journal TEXT PRIMARY KEY, balance INTEGER NOT NULL, missing INTEGER NOT NULL,
            unbalanced INTEGER NULL REFERENCES ledger_never(id) DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID
        """,
        """
        CREATE TRIGGER IF NOT EXISTS ledger_opened AFTER INSERT ON "Journals" BEGIN
            INSERT INTO ledger_balance VALUES (NEW."Id", 0, NEW."LineCount", 1);
        END
        """,
        """
        CREATE TRIGGER IF NOT EXISTS ledger_posted AFTER INSERT ON "Entries" BEGIN
            UPDATE ledger_balance SET balance = balance + NEW."Amount", missing = missing - 1,
                unbalanced = CASE WHEN balance + NEW."Amount" = 0 AND missing = 1 THEN NULL ELSE 1 END
            WHERE journal = NEW."JournalId";
        END
        """,
        """
        CREATE TRIGGER IF NOT EXISTS ledger_entry_kept BEFORE UPDATE ON "Entries" BEGIN
            SELECT RAISE(ABORT, 'ledger_append_only');
        END
        """,
        """
        CREATE TRIGGER IF NOT EXISTS ledger_entry_stays BEFORE DELETE ON "Entries" BEGIN
            SELECT RAISE(ABORT, 'ledger_append_only');
        END
        """,
        """
        CREATE TRIGGER IF NOT EXISTS ledger_journal_kept BEFORE UPDATE ON "Journals" BEGIN
            SELECT RAISE(ABORT, 'ledger_append_only');
        END
        """,
        """
        CREATE TRIGGER IF NOT EXISTS ledger_journal_stays BEFORE DELETE ON "Journals" BEGIN
            SELECT RAISE(ABORT, 'ledger_append_only');
        END
        """,
        """CREATE TRIGGER IF NOT EXISTS ledger_day_kept BEFORE UPDATE ON "LedgerDays" BEGIN SELECT RAISE(ABORT, 'ledger_append_only'); END""",
        """CREATE TRIGGER IF NOT EXISTS ledger_day_stays BEFORE DELETE ON "LedgerDays" BEGIN SELECT RAISE(ABORT, 'ledger_append_only'); END""",
        """
        CREATE TRIGGER IF NOT EXISTS ledger_day_open BEFORE INSERT ON "Journals"
        WHEN NEW."BookedAt" < (SELECT (CAST(strftime('%s', "Day", '+1 day') AS INTEGER) - 25200) * 10000000 + 621355968000000000 FROM "LedgerDays" ORDER BY "Day" DESC LIMIT 1) BEGIN
            SELECT RAISE(ABORT, 'ledger_day_closed');
        END
        """,
    ];
}
