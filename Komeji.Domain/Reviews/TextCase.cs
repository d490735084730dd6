using Komeji.Domain.Common;

namespace Komeji.Domain.Reviews;

/// <summary>Which of the public texts.</summary>
public enum TextKind
{
    Review,
    ReviewAnswer,
    Question,
    QuestionAnswer,
}

public enum TextCaseState
{
    Reported,
    Kept,
    Hidden,
    Appealed,
    Removed,
}

public enum TextReportReason
{
    Abuse,
    PersonalData,
    Advertising,
    OffTopic,
    Untrue,
    Other,
}

/// <summary>The legal moves of a case. A diagram in docs/domain/reviews.md shows the same, and a test compares them.</summary>
public static class TextCaseMoves
{
    public static IReadOnlyList<TextCaseState> From(TextCaseState state) => state switch
    {
        TextCaseState.Reported => [TextCaseState.Kept, TextCaseState.Hidden],
        TextCaseState.Kept => [TextCaseState.Reported],
        TextCaseState.Hidden => [TextCaseState.Appealed],
        TextCaseState.Appealed => [TextCaseState.Kept, TextCaseState.Removed],
        TextCaseState.Removed => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Who decides about reported texts.</summary>
    public static bool MayDecide(Actor by) => by.Role is Accounts.Roles.Operator or Accounts.Roles.Admin;

    /// <summary>Who may have written one: a person, or somebody who works for the shop that answered.</summary>
    public static bool MayAppeal(Actor by) => by.Role is "penulis" or "penjual" or "staf_toko" or Accounts.Roles.Mentor;
}

/// <summary>
/// A public text that somebody reported: it stays to be read until an officer decides, with a reason. Whoever wrote what was hidden may
/// appeal once for each decision, and another officer answers.
/// </summary>
public sealed class TextCase : StatefulAggregate
{
    public const string Subject = "public_text";
    public const int LongestNote = 300;
    public const int LongestReason = 300;
    public const int LongestPlea = 500;

    readonly List<TextReport> reports = [];

    TextCase() { }

    public TextCaseId Id { get; private set; }
    public TextKind Kind { get; private set; }

    /// <summary>Of the review or question, also where the case is about the answer to it.</summary>
    public Guid TalkId { get; private set; }
    public ProductId ProductId { get; private set; }
    public StoreId StoreId { get; private set; }
    public TextCaseState State { get; private set; }

    /// <summary>Since when an officer is waited for, or when one decided last.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Who decided last.</summary>
    public UserId? DecidedBy { get; private set; }

    /// <summary>Why, as its author is told.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Until when its author may appeal; null when nothing is hidden.</summary>
    public DateTimeOffset? AppealUntil { get; private set; }
    public string Plea { get; private set; } = "";

    public IReadOnlyList<TextReport> Reports => reports;

    /// <summary>An officer has to look.</summary>
    public bool Waits => State is TextCaseState.Reported or TextCaseState.Appealed;

    public bool IsAboutAnswer => Kind is TextKind.ReviewAnswer or TextKind.QuestionAnswer;

    /// <summary>The first report of a text.</summary>
    /// <exception cref="RuleBroken"><c>report.note</c></exception>
    public static TextCase Open(TextKind kind, Guid talk, ProductId product, StoreId store, ReportDraft report, DateTimeOffset now)
    {
        var opened = new TextCase { Id = TextCaseId.New(now), Kind = kind, TalkId = talk, ProductId = product, StoreId = store, State = TextCaseState.Reported, Since = now };
        opened.reports.Add(new TextReport(opened.Id, report, now));
        opened.Record(new StateChange(Subject, opened.Id.Value, "", nameof(TextCaseState.Reported), Reporter(report), now, report.Why.ToString()));
        return opened;
    }

    /// <summary>One more report. What an officer let stand is looked at again; who reported it before does so only when it was changed since.</summary>
    /// <param name="changedAt">When the text was written or changed last.</param>
    /// <exception cref="RuleBroken"><c>report.note</c>, <c>report.again</c>, <c>report.decided</c></exception>
    public void Report(ReportDraft report, DateTimeOffset changedAt, DateTimeOffset now)
    {
        if (State is not (TextCaseState.Reported or TextCaseState.Kept))
        {
            throw new RuleBroken("report.decided", "Tulisan ini sudah tidak tampil.");
        }

        var before = reports.SingleOrDefault(r => r.ReporterId == report.By);
        if (before is null)
        {
            reports.Add(new TextReport(Id, report, now));
        }
        else if (before.At >= changedAt)
        {
            throw new RuleBroken("report.again", State == TextCaseState.Kept
                ? "Laporan Anda sudah dilihat petugas, dan tulisan ini boleh tetap tampil."
                : "Laporan Anda sudah kami terima. Petugas memeriksanya.");
        }
        else
        {
            before.Renew(report, now);
        }

        if (State == TextCaseState.Kept)
        {
            Move(TextCaseState.Reported, Reporter(report), report.Why.ToString(), null, now);
        }
    }

    /// <summary>It may be read, or read again.</summary>
    /// <exception cref="RuleBroken"><c>report.not_yours</c>, <c>report.reason</c>, <c>report.own</c>, <c>report.own_decision</c>, <c>report.moved</c></exception>
    public void Keep(Actor by, string reason, DateTimeOffset now)
    {
        var told = Check(by, reason);
        Move(TextCaseState.Kept, by, "kept", told, now);
        (DecidedBy, Reason, AppealUntil) = (Person(by), told, null);
    }

    /// <summary>Nobody reads it any more; after an appeal for good.</summary>
    /// <param name="appealTime">How long its author may appeal.</param>
    /// <exception cref="RuleBroken"><c>report.not_yours</c>, <c>report.reason</c>, <c>report.own</c>, <c>report.own_decision</c>, <c>report.moved</c></exception>
    public void Hide(Actor by, string reason, TimeSpan appealTime, DateTimeOffset now)
    {
        var told = Check(by, reason);
        var isFinal = State == TextCaseState.Appealed;
        Move(isFinal ? TextCaseState.Removed : TextCaseState.Hidden, by, "hidden", told, now);
        (DecidedBy, Reason, AppealUntil) = (Person(by), told, isFinal ? null : now + appealTime);
    }

    /// <summary>Whoever wrote it says why it should be read.</summary>
    /// <exception cref="RuleBroken"><c>report.not_yours</c>, <c>report.plea</c>, <c>report.appeal_late</c>, <c>report.moved</c></exception>
    public void Appeal(Actor by, string plea, DateTimeOffset now)
    {
        RequirePart(TextCaseMoves.MayAppeal(by));
        var told = Told(plea, LongestPlea, "report.plea", $"Tulis mengapa tulisan ini layak tampil, 10 sampai {LongestPlea} huruf.");
        if (State == TextCaseState.Hidden && now > AppealUntil)
        {
            throw new RuleBroken("report.appeal_late", "Waktu mengajukan keberatan sudah habis.");
        }

        Move(TextCaseState.Appealed, by, "appealed", told, now);
        Plea = told;
    }

    string Check(Actor by, string reason)
    {
        RequirePart(TextCaseMoves.MayDecide(by));
        if (reports.Exists(r => r.ReporterId == Person(by)))
        {
            throw new RuleBroken("report.own", "Anda ikut melaporkan tulisan ini, jadi petugas lain yang memutuskan.");
        }

        if (State == TextCaseState.Appealed && DecidedBy == Person(by))
        {
            throw new RuleBroken("report.own_decision", "Anda yang menyembunyikan tulisan ini, jadi petugas lain yang menjawab keberatannya.");
        }

        return Told(reason, LongestReason, "report.reason", $"Tulis alasannya, 10 sampai {LongestReason} huruf.");
    }

    void Move(TextCaseState to, Actor by, string reasonCode, string? note, DateTimeOffset now)
    {
        if (!TextCaseMoves.From(State).Contains(to))
        {
            throw new RuleBroken("report.moved", "Laporan ini sudah ditangani orang lain. Muat ulang halamannya.");
        }

        Record(new StateChange(Subject, Id.Value, State.ToString(), to.ToString(), by, now, reasonCode, note));
        (State, Since) = (to, now);
    }

    static void RequirePart(bool has)
    {
        if (!has)
        {
            throw new RuleBroken("report.not_yours", "Langkah ini bukan bagian Anda. Petugas memutuskan, dan penulisnya boleh mengajukan keberatan.");
        }
    }

    static UserId Person(Actor by) => new(by.UserId!.Value);

    static Actor Reporter(ReportDraft report) => new(report.By.Value, "pelapor");

    internal static string Told(string text, int most, string code, string refusal) =>
        text.Trim() is { Length: >= 10 } told && told.Length <= most ? told : throw new RuleBroken(code, refusal);
}

/// <param name="Note">In the reporter's own words; needed where no reason fits.</param>
public sealed record ReportDraft(UserId By, TextReportReason Why, string Note);

/// <summary>Somebody finds that a text should not be read. One for each person and text.</summary>
public sealed class TextReport
{
    TextReport() { }

    /// <exception cref="RuleBroken"><c>report.note</c></exception>
    internal TextReport(TextCaseId caseId, ReportDraft draft, DateTimeOffset now)
    {
        CaseId = caseId;
        ReporterId = draft.By;
        Renew(draft, now);
    }

    public TextCaseId CaseId { get; private set; }
    public UserId ReporterId { get; private set; }
    public TextReportReason Why { get; private set; }
    public string Note { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    internal void Renew(ReportDraft draft, DateTimeOffset now)
    {
        if (!Enum.IsDefined(draft.Why))
        {
            throw new RuleBroken("report.why", "Pilih alasan laporan.");
        }

        if (draft.Note.Trim().Length > TextCase.LongestNote)
        {
            throw new RuleBroken("report.note", $"Penjelasan paling panjang {TextCase.LongestNote} huruf.");
        }

        Note = draft.Why == TextReportReason.Other
            ? TextCase.Told(draft.Note, TextCase.LongestNote, "report.note", $"Jelaskan apa yang salah, 10 sampai {TextCase.LongestNote} huruf.")
            : draft.Note.Trim();
        (Why, At) = (draft.Why, now);
    }
}
