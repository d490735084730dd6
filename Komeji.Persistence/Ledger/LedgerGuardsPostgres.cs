namespace Komeji.Persistence.Ledger;

/// <summary>
/// PostgreSQL checks a journal when its transaction commits, and refuses any change of what is booked. A journal
/// announces how many entries it has, so one that joins an older journal is refused too. None is booked into a day that is closed.
/// </summary>
static class LedgerGuardsPostgres
{
    /// <summary>Takes off, until the transaction puts them back or is undone, what is asked of each journal: for whoever asks it of all at once.</summary>
    public static readonly IReadOnlyList<string> Away =
    [
        """DROP TRIGGER IF EXISTS ledger_opened ON "Journals" """,
        """DROP TRIGGER IF EXISTS ledger_posted ON "Entries" """,
    ];

    public static readonly IReadOnlyList<string> Statements =
    [
        """
        CREATE OR REPLACE FUNCTION ledger_check() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            journal uuid;
            total numeric; lines bigint;
        BEGIN
            IF TG_TABLE_NAME = 'Journals' THEN
                journal := NEW."Id";
            ELSE
                journal := NEW."JournalId";
            END IF;
            SELECT coalesce(sum("Amount"), 0), count(*) INTO total, lines FROM "Entries" WHERE "JournalId" = journal;
            IF total <> 0 OR lines < 2 OR lines <> (SELECT "LineCount" FROM "Journals" WHERE "Id" = journal) THEN
                RAISE EXCEPTION 'journal % does not balance', journal USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_balanced';
            END IF;
            RETURN NULL;
        END $$
        """,
        """
        CREATE OR REPLACE FUNCTION ledger_keep() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'ledger_append_only' USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_append_only';
        END $$
        """,
        """DROP TRIGGER IF EXISTS ledger_opened ON "Journals" """,
        """CREATE CONSTRAINT TRIGGER ledger_opened AFTER INSERT ON "Journals" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_check()""",
        """DROP TRIGGER IF EXISTS ledger_posted ON "Entries" """,
        """CREATE CONSTRAINT TRIGGER ledger_posted AFTER INSERT ON "Entries" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_check()""",
        """CREATE OR REPLACE TRIGGER ledger_entry_kept BEFORE UPDATE OR DELETE ON "Entries" FOR EACH ROW EXECUTE FUNCTION ledger_keep()""",
        """CREATE OR REPLACE TRIGGER ledger_journal_kept BEFORE UPDATE OR DELETE ON "Journals" FOR EACH ROW EXECUTE FUNCTION ledger_keep()""",
        """CREATE OR REPLACE TRIGGER ledger_entries_stay BEFORE TRUNCATE ON "Entries" FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep()""",
        """CREATE OR REPLACE TRIGGER ledger_journals_stay BEFORE TRUNCATE ON "Journals" FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep()""",
        """CREATE OR REPLACE TRIGGER ledger_day_kept BEFORE UPDATE OR DELETE ON "LedgerDays" FOR EACH ROW EXECUTE FUNCTION ledger_keep()""",
        """CREATE OR REPLACE TRIGGER ledger_days_stay BEFORE TRUNCATE ON "LedgerDays" FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep()""",
        """
        CREATE OR REPLACE FUNCTION ledger_day_open() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT FROM booked WHERE "BookedAt" <
                (SELECT (("Day" + 1)::timestamp - interval '7 hours') AT TIME ZONE 'UTC' FROM "LedgerDays" ORDER BY "Day" DESC LIMIT 1)) THEN
                RAISE EXCEPTION 'ledger_day_closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_day_closed';
            END IF;
            RETURN NULL;
        END $$
        """,
        """CREATE OR REPLACE TRIGGER ledger_day_open AFTER INSERT ON "Journals" REFERENCING NEW TABLE AS booked FOR EACH STATEMENT EXECUTE FUNCTION ledger_day_open()""",
    ];
}
