using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>A number as it may be kept: what is shown of it, the whole sealed where it is personal, and its index to find the same again.</summary>
public sealed record KeptNumber(string Shown, string Sealed, string Index)
{
    public static readonly KeptNumber None = new("", "", "");
}

/// <summary>What the seller says about a paper.</summary>
public sealed record DocumentFacts(KeptNumber Number, string Issuer, DateOnly? IssuedOn, DateOnly? ExpiresOn);

/// <summary>Whose paper it is.</summary>
/// <param name="EnteredBy">Who wrote it down: the owner, or whoever helped.</param>
/// <param name="Region">Where the shop is; who answers for that place may decide.</param>
public sealed record DocumentOf(StoreId Store, UserId Owner, UserId EnteredBy, string Region);

/// <summary>A page or photo of the paper, kept sealed.</summary>
public sealed class Scan
{
    Scan() { }

    internal Scan(DocumentId document, string fileKey, string type, int bytes, DateTimeOffset now)
    {
        Id = ScanId.New(now);
        DocumentId = document;
        FileKey = fileKey;
        Type = type;
        Bytes = bytes;
        AddedAt = now;
    }

    public ScanId Id { get; private set; }
    public DocumentId DocumentId { get; private set; }

    /// <summary>Of the sealed file.</summary>
    public string FileKey { get; private set; } = "";

    /// <summary><c>webp</c> or <c>pdf</c>, by content.</summary>
    public string Type { get; private set; } = "";

    /// <summary>Before it was sealed.</summary>
    public int Bytes { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Since when the file is to be gone; the row stays and says so.</summary>
    public DateTimeOffset? DestroyedAt { get; private set; }

    public bool IsThere => DestroyedAt is null;

    internal void Destroy(DateTimeOffset now) => DestroyedAt = now;

    /// <summary>The file is gone, so nothing names it any more.</summary>
    internal void Forget() => FileKey = "";
}

/// <summary>
/// One paper of a shop on its way through the office (Verifikasi Legalitas): the seller fills it in and submits, an officer of the
/// territory claims and decides. Who owns the shop or entered the paper decides nothing about it, and who refused it does not hear
/// the appeal. Decisions are in <c>LegalDecisions.cs</c>.
/// </summary>
public sealed partial class LegalVerification : StatefulAggregate
{
    public const string Subject = "legal";
    public const int MostScans = 4;
    const int ReviewDays = 5;

    readonly List<Scan> scans = [];

    LegalVerification() { }

    public DocumentId Id { get; private set; }
    public StoreId StoreId { get; private set; }
    public UserId OwnerId { get; private set; }
    public UserId EnteredBy { get; private set; }
    public string Region { get; private set; } = "";
    public DocumentKind Kind { get; private set; }
    public DocumentState State { get; private set; }

    /// <summary>Of a personal number only what may be shown.</summary>
    public string Number { get; private set; } = "";
    public string SealedNumber { get; private set; } = "";
    public string NumberIndex { get; private set; } = "";
    public string Issuer { get; private set; } = "";
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>The last day it holds; null without an end.</summary>
    public DateOnly? ExpiresOn { get; private set; }
    public DateTimeOffset BegunAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Until when the office means to have answered.</summary>
    public DateTimeOffset? AnswerBy { get; private set; }

    /// <summary>Who has it in hand, or decided it.</summary>
    public UserId? OfficerId { get; private set; }

    /// <summary>When an officer first took it from the queue.</summary>
    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>Until when who claimed it decides; then it goes back to the queue.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The office that vouches.</summary>
    public string Office { get; private set; } = "";
    public CheckedHow? HowChecked { get; private set; }

    /// <summary>Why the office said what it said.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What the seller has to mend.</summary>
    public IReadOnlyList<Fix> Fixes { get; private set; } = [];
    public DateTimeOffset? FixAskedAt { get; private set; }

    /// <summary>Who refused it, and so does not hear the appeal.</summary>
    public UserId? RefusedBy { get; private set; }
    public DateTimeOffset? AppealedAt { get; private set; }

    /// <summary>The public address of what the office vouches for; empty before.</summary>
    public string? CheckCode { get; private set; }

    /// <summary>How many days ahead the seller was last reminded of its end.</summary>
    public int? RemindedDays { get; private set; }
    public IReadOnlyList<Scan> Scans => scans;

    public static LegalVerification Begin(DocumentKind kind, DocumentOf of, DateTimeOffset now, Actor? by = null)
    {
        var document = new LegalVerification
        {
            Id = DocumentId.New(now),
            StoreId = of.Store,
            OwnerId = of.Owner,
            EnteredBy = of.EnteredBy,
            Region = of.Region,
            Kind = kind,
            BegunAt = now,
        };
        document.Record(new StateChange(Subject, document.Id.Value, "", nameof(DocumentState.Draft), by ?? Actor.Seller(of.EnteredBy.Value), now, "begun"));
        return document;
    }

    public bool CanBeFilledIn => State is DocumentState.Draft or DocumentState.NeedsFix;

    /// <summary>It counts on this day; a nightly job only says so a little later.</summary>
    public bool IsInForce(DateOnly today) => DocumentMoves.InForce.Contains(State) && !(ExpiresOn < today);

    /// <exception cref="RuleBroken"><c>legal.sent</c>, <c>legal.dates</c>, <c>legal.issuer</c></exception>
    public void Fill(DocumentFacts facts, UserId by, DateOnly today)
    {
        RequireFillable();
        if (facts.IssuedOn > today || facts.ExpiresOn < facts.IssuedOn || facts.ExpiresOn?.Year > today.Year + 50)
        {
            throw new RuleBroken("legal.dates", "Periksa tanggalnya: tanggal terbit tidak boleh di masa depan, dan masa berlaku tidak boleh berakhir sebelum terbit.");
        }

        if (facts.Issuer.Trim().Length > 120)
        {
            throw new RuleBroken("legal.issuer", "Nama penerbit paling panjang 120 huruf.");
        }

        (Number, SealedNumber, NumberIndex) = (facts.Number.Shown, facts.Number.Sealed, facts.Number.Index);
        (Issuer, IssuedOn, ExpiresOn) = (facts.Issuer.Trim(), facts.IssuedOn, DocumentNumber.LastDay(Kind, Number, facts.ExpiresOn));
        EnteredBy = by;
        (PreparedBy, PreparedAt) = (null, null);
    }

    /// <exception cref="RuleBroken"><c>legal.sent</c>, <c>legal.scans</c></exception>
    public void RequirePlaceForScan()
    {
        RequireFillable();
        if (scans.Count(s => s.IsThere) >= MostScans)
        {
            throw new RuleBroken("legal.scans", $"Paling banyak {MostScans} berkas untuk satu dokumen. Hapus satu dahulu, lalu unggah lagi.");
        }
    }

    /// <exception cref="RuleBroken"><c>legal.sent</c>, <c>legal.scans</c></exception>
    public void AddScan(string fileKey, string type, int bytes, DateTimeOffset now)
    {
        RequirePlaceForScan();
        (PreparedBy, PreparedAt) = (null, null);
        scans.Add(new Scan(Id, fileKey, type, bytes, now));
    }

    /// <returns>The key of the file that nobody names any more; null when there is no such scan.</returns>
    /// <exception cref="RuleBroken"><c>legal.sent</c></exception>
    public string? RemoveScan(ScanId id)
    {
        RequireFillable();
        (PreparedBy, PreparedAt) = (null, null);
        var scan = scans.Find(s => s.Id == id);
        return scan is not null && scans.Remove(scan) ? scan.FileKey : null;
    }

    /// <summary>Decided so long ago that what it shows of a person is not kept: refused, taken back, or an identity card that was found right.</summary>
    public bool IsPast(ScanLimits limits)
    {
        DateTimeOffset? limit = State switch
        {
            DocumentState.Rejected or DocumentState.Revoked => limits.Refused,
            DocumentState.Approved or DocumentState.Expiring or DocumentState.Expired when Kind == DocumentKind.IdentityCard => limits.IdentityCards,
            _ => null,
        };
        return DecidedAt <= limit;
    }

    /// <summary>Nobody may look at its scans any more; what was found out from them stays, and that they are gone is written down.</summary>
    public void DestroyScans(DateTimeOffset now)
    {
        var there = scans.FindAll(s => s.IsThere);
        there.ForEach(s => s.Destroy(now));
        if (there.Count > 0)
        {
            Record(new StateChange(Subject, Id.Value, State.ToString(), State.ToString(), Actor.System, now, "scans_destroyed", $"{there.Count} berkas"));
        }
    }

    /// <summary>Keys of destroyed scans whose files may still be there; those of an earlier try among them.</summary>
    public IReadOnlyList<string> FilesToRemove() => [.. scans.Where(s => !s.IsThere && s.FileKey.Length > 0).Select(s => s.FileKey)];

    /// <summary>The files of destroyed scans are gone.</summary>
    public void ForgetFiles() => scans.FindAll(s => !s.IsThere).ForEach(s => s.Forget());

    bool LacksScan => Kind.HasNumber() && !scans.Exists(s => s.IsThere);

    /// <exception cref="RuleBroken"><c>legal.incomplete</c>, <c>legal.expired</c>, <c>legal.state</c></exception>
    public void Submit(Actor by, string region, WorkingCalendar calendar, DateTimeOffset now)
    {
        RequireComplete(now);
        if (!CanBeFilledIn && State != DocumentState.PreCheck)
        {
            throw Moved();
        }

        Enqueue(by, region, calendar, now, "submitted");
    }

    /// <summary>The shop has moved: who answers for its new place decides, as long as nobody has begun to.</summary>
    public void Follow(string region)
    {
        if (State is DocumentState.Submitted or DocumentState.NeedsFix or DocumentState.Appealed)
        {
            Region = region;
        }
    }

    void Enqueue(Actor by, string region, WorkingCalendar calendar, DateTimeOffset now, string reasonCode, string? note = null)
    {
        Move(DocumentState.Submitted, by, now, reasonCode, note);
        Region = region;
        SubmittedAt = now;
        AnswerBy = calendar.AddWorkingDays(now, ReviewDays);
        (OfficerId, ClaimedUntil) = (null, null);
        (PreparedBy, PreparedAt, PreCheckUntil) = (null, null, null);
    }

    void RequireComplete(DateTimeOffset now)
    {
        if (Kind.HasNumber() && (NumberIndex.Length == 0 || LacksScan))
        {
            throw new RuleBroken("legal.incomplete", (NumberIndex.Length == 0, LacksScan) switch
            {
                (true, true) => "Isi nomornya dan pilih paling sedikit satu foto atau PDF, lalu ajukan.",
                (true, _) => "Isi nomornya, lalu ajukan.",
                _ => "Pilih paling sedikit satu foto atau PDF, lalu ajukan. Berkas yang dipilih sebelum ada isian yang ditolak perlu dipilih lagi.",
            });
        }

        if (ExpiresOn < Wib.DayOf(now))
        {
            throw new RuleBroken("legal.expired", "Dokumen ini sudah habis masa berlakunya. Perpanjang dahulu di penerbitnya, lalu unggah yang baru.");
        }
    }

    /// <summary>The seller does not accept the no, once.</summary>
    /// <exception cref="RuleBroken"><c>legal.appealed</c>, <c>legal.reason</c>, <c>legal.state</c></exception>
    public void Appeal(Actor by, string reason, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (AppealedAt is not null)
        {
            throw new RuleBroken("legal.appealed", "Keberatan hanya bisa diajukan sekali. Perbaiki dokumennya, lalu ajukan sebagai dokumen baru.");
        }

        Move(DocumentState.Appealed, by, now, Appealed, RequireReason(reason));
        AppealedAt = now;
        AnswerBy = calendar.AddWorkingDays(now, ReviewDays);
        (OfficerId, ClaimedUntil) = (null, null);
    }

    void RequireFillable()
    {
        if (!CanBeFilledIn)
        {
            throw new RuleBroken("legal.sent", "Dokumen ini sudah diajukan dan tidak bisa diubah. Tunggu jawaban dinas.");
        }
    }

    void Move(DocumentState to, Actor by, DateTimeOffset now, string reasonCode, string? note = null)
    {
        if (!DocumentMoves.From(State).Contains(to))
        {
            throw Moved();
        }

        Record(new StateChange(Subject, Id.Value, State.ToString(), to.ToString(), by, now, reasonCode, note));
        State = to;
    }

    static RuleBroken Moved() => new("legal.state", "Dokumen ini sudah berpindah keadaan. Muat ulang halaman untuk melihat yang terbaru.");

    static string RequireReason(string? reason) => reason?.Trim() is { Length: >= 5 and <= 500 } trimmed
        ? trimmed
        : throw new RuleBroken("legal.reason", "Tulis alasannya, 5 sampai 500 huruf.");
}
