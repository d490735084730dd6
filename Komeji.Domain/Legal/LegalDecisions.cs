using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>What the officer compared the paper with.</summary>
public enum CheckedHow
{
    /// <summary>The licence office's own register, oss.go.id.</summary>
    Oss,

    /// <summary>The issuer's own portal.</summary>
    Portal,

    /// <summary>The original, brought to the office.</summary>
    Original,
}

/// <summary>What may have to be mended.</summary>
public enum FixOf
{
    Number,
    Issuer,
    Dates,
    Blurred,
    Incomplete,
    WrongName,
    WrongPaper,
    Other,
}

/// <param name="Note">In the officer's words.</param>
public sealed record Fix(FixOf Of, string Note);

public sealed partial class LegalVerification
{
    /// <summary>Days ahead at which the seller is reminded of the end.</summary>
    public static readonly IReadOnlyList<int> Reminders = [90, 30, 14, 7, 1];

    /// <summary>After so many days without an answer of the seller what was to be mended is a draft again.</summary>
    public const int LapseDays = 30;

    /// <summary>The step that says so.</summary>
    public const string Late = "late";

    /// <summary>The steps that say the office's no, and the seller's answer to it.</summary>
    public const string Refused = "rejected";
    public const string Appealed = "appealed";

    /// <exception cref="RuleBroken"><c>legal.own</c>, <c>legal.other_officer</c>, <c>legal.taken</c>, <c>legal.state</c></exception>
    public void Claim(Actor officer, WorkingCalendar calendar, DateTimeOffset now)
    {
        RequireOtherEyes(officer);
        if (State == DocumentState.InReview)
        {
            throw new RuleBroken("legal.taken", "Dokumen ini baru saja diambil petugas lain. Pilih yang lain dari antrean.");
        }

        Move(DocumentState.InReview, officer, now, "claimed");
        ClaimedAt ??= now;
        Hold(new UserId(officer.UserId!.Value), calendar, now);
    }

    /// <summary>Whoever has it hands it to a colleague.</summary>
    /// <exception cref="RuleBroken"><c>legal.own</c>, <c>legal.other_officer</c>, <c>legal.not_yours</c>, <c>legal.state</c></exception>
    public void Reassign(Actor officer, Actor to, WorkingCalendar calendar, DateTimeOffset now)
    {
        RequireInHand(officer);
        RequireOtherEyes(to);
        Move(DocumentState.InReview, officer, now, "reassigned");
        Hold(new UserId(to.UserId!.Value), calendar, now);
    }

    /// <exception cref="RuleBroken"><c>legal.not_yours</c>, <c>legal.reason</c>, <c>legal.state</c></exception>
    public void Return(Actor officer, string reason, DateTimeOffset now)
    {
        RequireInHand(officer);
        ToQueue(officer, now, "returned", RequireReason(reason));
    }

    /// <summary>Who claimed it let the working days pass.</summary>
    /// <returns>False when it is not so, or no longer.</returns>
    public bool TakeBack(DateTimeOffset now)
    {
        if (State != DocumentState.InReview || ClaimedUntil > now)
        {
            return false;
        }

        ToQueue(Actor.System, now, "taken_back", null);
        return true;
    }

    /// <summary>Nobody has taken it from the queue until it should have been answered; it is written down, so that it is told once.</summary>
    /// <returns>False when it is not so.</returns>
    public bool RunLate(DateTimeOffset now)
    {
        if (State is not (DocumentState.Submitted or DocumentState.Appealed) || !(AnswerBy <= now))
        {
            return false;
        }

        Record(new StateChange(Subject, Id.Value, State.ToString(), State.ToString(), Actor.System, now, Late));
        return true;
    }

    /// <param name="office">The office that vouches.</param>
    /// <param name="code">Where everybody can check it.</param>
    /// <exception cref="RuleBroken"><c>legal.own</c>, <c>legal.not_yours</c>, <c>legal.no_scan</c>, <c>legal.dates</c>, <c>legal.expired</c>, <c>legal.state</c></exception>
    public void Approve(Actor officer, Verdict verdict, string office, string code, DateTimeOffset now)
    {
        RequireInHand(officer);
        if (State == DocumentState.InReview && LacksScan)
        {
            throw new RuleBroken("legal.no_scan", "Berkas dokumen ini tidak ada lagi. Minta penjual mengunggahnya lewat Minta perbaikan, lalu periksa.");
        }

        var today = Wib.DayOf(now);
        if (verdict.IssuedOn > today || verdict.ExpiresOn < today || verdict.ExpiresOn < verdict.IssuedOn)
        {
            throw new RuleBroken("legal.dates", "Periksa tanggalnya: yang disetujui harus sudah terbit dan masih berlaku.");
        }

        var last = DocumentNumber.LastDay(Kind, Number, verdict.ExpiresOn);
        if (last < today)
        {
            throw new RuleBroken("legal.expired", $"Menurut nomornya dokumen ini sudah habis pada {last:yyyy}. Minta penjual memperpanjangnya, lalu mengunggah yang baru.");
        }

        Move(DocumentState.Approved, officer, now, "approved", $"{verdict.How.Says()}. {verdict.Note}".Trim());
        (IssuedOn, ExpiresOn, HowChecked) = (verdict.IssuedOn ?? IssuedOn, last, verdict.How);
        CheckCode = code;
        Decide(office, verdict.Note.Trim(), now);
        Answer(officer, now);
        Raise(new PaperHeld(StoreId, Kind));
    }

    /// <exception cref="RuleBroken"><c>legal.own</c>, <c>legal.not_yours</c>, <c>legal.fixes</c>, <c>legal.state</c></exception>
    public void AskFix(Actor officer, IReadOnlyList<Fix> fixes, DateTimeOffset now)
    {
        RequireInHand(officer);
        if (State != DocumentState.InReview)
        {
            throw Moved();
        }

        if (fixes.Count == 0 || fixes.Any(f => f.Note.Length > 200 || (f.Of == FixOf.Other && f.Note.Trim().Length < 5)))
        {
            throw new RuleBroken("legal.fixes", "Pilih paling sedikit satu hal yang perlu diperbaiki. Catatan paling panjang 200 huruf, dan untuk Lainnya wajib diisi.");
        }

        Move(DocumentState.NeedsFix, officer, now, "fix_asked", PlainText.Cut(string.Join("; ", fixes.Select(f => f.Says())), 500));
        Fixes = fixes;
        FixAskedAt = now;
        (OfficerId, ClaimedUntil) = (null, null);
        Answer(officer, now);
    }

    /// <exception cref="RuleBroken"><c>legal.own</c>, <c>legal.not_yours</c>, <c>legal.reason</c>, <c>legal.state</c></exception>
    public void Reject(Actor officer, string reason, string office, DateTimeOffset now)
    {
        RequireInHand(officer);
        var why = RequireReason(reason);
        Move(DocumentState.Rejected, officer, now, Refused, why);
        RefusedBy = new UserId(officer.UserId!.Value);
        Decide(office, why, now);
        Answer(officer, now);
    }

    /// <summary>The seller may go without this paper until a day.</summary>
    /// <exception cref="RuleBroken"><c>legal.own</c>, <c>legal.not_yours</c>, <c>legal.reason</c>, <c>legal.until</c>, <c>legal.state</c></exception>
    public void Waive(Actor officer, string reason, DateOnly until, string office, DateTimeOffset now)
    {
        RequireInHand(officer);
        var why = RequireReason(reason);
        var today = Wib.DayOf(now);
        if (until <= today || until > today.AddYears(1))
        {
            throw new RuleBroken("legal.until", "Pembebasan berakhir setelah hari ini dan paling lama satu tahun.");
        }

        Move(DocumentState.Waived, officer, now, "waived", why);
        ExpiresOn = until;
        Decide(office, why, now);
        Answer(officer, now);
        Raise(new PaperHeld(StoreId, Kind));
    }

    /// <summary>What the office vouched for does not hold any more.</summary>
    /// <exception cref="RuleBroken"><c>legal.own</c>, <c>legal.reason</c>, <c>legal.state</c></exception>
    public void Revoke(Actor officer, string reason, string office, DateTimeOffset now)
    {
        RequireOtherEyes(officer);
        var why = RequireReason(reason);
        Move(DocumentState.Revoked, officer, now, "revoked", why);
        OfficerId = new UserId(officer.UserId!.Value);
        Decide(office, why, now);
        Raise(new PaperLost(Id, StoreId, OwnerId, Kind, DocumentState.Revoked, now));
    }

    /// <summary>The reminder that is due today and was not given; null when none is.</summary>
    public int? ReminderDue(DateOnly today)
    {
        if (!DocumentMoves.InForce.Contains(State) || ExpiresOn is not { } end || end < today)
        {
            return null;
        }

        var left = end.DayNumber - today.DayNumber;
        var step = Reminders.Where(days => left <= days).Order().Cast<int?>().FirstOrDefault();
        return step is { } due && (RemindedDays is null || due < RemindedDays) ? due : null;
    }

    /// <returns>The days left; null when no reminder is due.</returns>
    public int? Remind(DateTimeOffset now)
    {
        var today = Wib.DayOf(now);
        if (ReminderDue(today) is not { } due)
        {
            return null;
        }

        RemindedDays = due;
        if (State == DocumentState.Approved)
        {
            Move(DocumentState.Expiring, Actor.System, now, "expiring");
        }

        return ExpiresOn!.Value.DayNumber - today.DayNumber;
    }

    /// <returns>False when its day has not passed.</returns>
    public bool Expire(DateTimeOffset now)
    {
        if (!DocumentMoves.InForce.Contains(State) || !(ExpiresOn < Wib.DayOf(now)))
        {
            return false;
        }

        Move(DocumentState.Expired, Actor.System, now, "expired");
        Raise(new PaperLost(Id, StoreId, OwnerId, Kind, DocumentState.Expired, now));
        return true;
    }

    /// <summary>The office vouches for a new one in its place, so that nothing is lost by its end.</summary>
    /// <exception cref="RuleBroken"><c>legal.state</c></exception>
    public void GiveWay(DateTimeOffset now) => Move(DocumentState.Expired, Actor.System, now, "replaced");

    /// <summary>Nothing was mended for a month: it is a draft again.</summary>
    /// <returns>False when it is not so.</returns>
    public bool Lapse(DateTimeOffset now)
    {
        if (State != DocumentState.NeedsFix || FixAskedAt?.AddDays(LapseDays) > now)
        {
            return false;
        }

        Move(DocumentState.Draft, Actor.System, now, "lapsed");
        return true;
    }

    /// <summary>The seller waited since she sent it in, or since her appeal.</summary>
    void Answer(Actor officer, DateTimeOffset now) =>
        Raise(new PaperAnswered(Id, StoreId, Kind, Region, new UserId(officer.UserId!.Value), State, AppealedAt > SubmittedAt ? AppealedAt.Value : SubmittedAt ?? now, AnswerBy, now));

    void Decide(string office, string reason, DateTimeOffset now)
    {
        (Office, Reason, DecidedAt, ClaimedUntil) = (office, reason, now, null);
        Fixes = [];
    }

    void Hold(UserId officer, WorkingCalendar calendar, DateTimeOffset now) =>
        (OfficerId, ClaimedUntil) = (officer, calendar.AddWorkingDays(now, ReviewDays));

    void ToQueue(Actor by, DateTimeOffset now, string code, string? note)
    {
        Move(DocumentState.Submitted, by, now, code, note);
        (OfficerId, ClaimedUntil) = (null, null);
    }

    void RequireInHand(Actor officer)
    {
        RequireOtherEyes(officer);
        if (State == DocumentState.InReview && OfficerId?.Value != officer.UserId)
        {
            throw new RuleBroken("legal.not_yours", "Dokumen ini sedang diperiksa petugas lain. Muat ulang halaman untuk melihat keadaannya.");
        }
    }

    /// <summary>Nobody decides on what he owns or entered, nor hears the appeal against his own no.</summary>
    public bool MayBeDecidedBy(UserId officer) => officer != OwnerId && officer != EnteredBy && officer != PreCheckedBy && officer != RefusedBy;

    void RequireOtherEyes(Actor officer)
    {
        if (officer.UserId is null || officer.UserId == OwnerId.Value || officer.UserId == EnteredBy.Value || officer.UserId == PreCheckedBy?.Value)
        {
            throw new RuleBroken("legal.own", "Anda pemilik toko ini, atau yang mengisi atau melihat dokumennya lebih dahulu. Petugas lain yang memeriksa.");
        }

        if (officer.UserId == RefusedBy?.Value && State != DocumentState.Rejected)
        {
            throw new RuleBroken("legal.other_officer", "Keberatan atas keputusan Anda diperiksa petugas lain.");
        }
    }
}

/// <summary>The office vouches for a paper, or lets the shop go without it.</summary>
public sealed record PaperHeld(StoreId Store, DocumentKind Kind);

/// <summary>A paper that held does not any more: its last day has passed, or the office took its word back.</summary>
public sealed record PaperLost(DocumentId Document, StoreId Store, UserId Owner, DocumentKind Kind, DocumentState How, DateTimeOffset At);

/// <summary>What an officer found right.</summary>
/// <param name="ExpiresOn">Null: without an end.</param>
public sealed record Verdict(CheckedHow How, DateOnly? IssuedOn, DateOnly? ExpiresOn, string Note);
