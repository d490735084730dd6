using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office;

/// <summary>A paper on the officer's desk: what the seller typed, what the machine found, its way so far.</summary>
public sealed record ShowPaper(DocumentId Id) : IQuery<OfficePaper>
{
    internal sealed class Handler(IKomejiDb db, OfficeDesk desk, PersonalKey key) : IRequestHandler<ShowPaper, OfficePaper>
    {
        public async Task<OfficePaper> Handle(ShowPaper request, CancellationToken cancellationToken)
        {
            var paper = await desk.InTerritory().AsNoTracking().Include(d => d.Scans).SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken) ?? throw new NotFound();
            await desk.RequireOtherEyes(paper.StoreId, desk.OfficerId, cancellationToken);
            var store = await db.Stores.AsNoTracking().SingleAsync(s => s.Id == paper.StoreId, cancellationToken);
            var place = await db.Regions.Where(r => r.Code == store.VillageCode).Select(r => r.FullName).SingleOrDefaultAsync(cancellationToken) ?? "";
            var profile = await db.LegalProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.OwnerId == paper.OwnerId, cancellationToken);
            var officer = paper.OfficerId is { } id ? await db.Users.Where(u => u.Id == id.Value).Select(u => u.FullName).SingleOrDefaultAsync(cancellationToken) : null;
            return new OfficePaper(
                paper, store.Name, store.Slug, place, profile, officer,
                paper.State == DocumentState.InReview && paper.OfficerId == desk.OfficerId,
                await Checks(paper, profile, cancellationToken),
                await Steps(paper.Id, cancellationToken),
                [.. (await db.OfficersFor(paper, cancellationToken)).Where(o => o.Id != desk.OfficerId.Value)],
                await Earlier(paper, cancellationToken));
        }

        Task<EarlierNo?> Earlier(LegalVerification paper, CancellationToken cancellationToken) => db.LegalVerifications.AsNoTracking()
            .Where(d => d.StoreId == paper.StoreId && d.Kind == paper.Kind && d.BegunAt < paper.BegunAt && (d.State == DocumentState.Rejected || d.State == DocumentState.Revoked))
            .OrderByDescending(d => d.BegunAt).Select(d => new EarlierNo(d.Id, d.State, d.Reason, d.DecidedAt)).FirstOrDefaultAsync(cancellationToken);

        async Task<IReadOnlyList<MachineCheck>> Checks(LegalVerification paper, LegalProfile? profile, CancellationToken cancellationToken)
        {
            var number = paper.SealedNumber.Length > 0 ? key.Read(paper.OwnerId, paper.SealedNumber) : paper.Number;
            var checks = MachineChecks.Of(paper, number, Wib.DayOf(desk.Now)).ToList();
            if (paper.Kind == DocumentKind.IdentityCard && Nik.Read(number) is { } nik)
            {
                var known = await db.Regions.Where(r => r.Code == nik.District).Select(r => r.FullName).SingleOrDefaultAsync(cancellationToken);
                checks.Add(known is null ? new MachineCheck(false, "Kecamatan pada NIK tidak ada dalam daftar sekarang; bisa jadi wilayah lama.") : new MachineCheck(true, $"NIK pertama kali terdaftar di {known}"));
            }

            if (profile is not null && number is not null)
            {
                checks.AddRange(MachineChecks.Beside(profile, paper, number, profile.HasOwner ? key.Read(paper.OwnerId, profile.NikSealed) : null));
            }

            var others = paper.NumberIndex.Length == 0 ? 0
                : await db.LegalVerifications.Where(d => d.Kind == paper.Kind && d.NumberIndex == paper.NumberIndex && d.StoreId != paper.StoreId).Select(d => d.StoreId).Distinct().CountAsync(cancellationToken);
            checks.Add(others == 0 ? new MachineCheck(true, "Nomor tidak dipakai toko lain") : new MachineCheck(false, $"Nomor yang sama diajukan {others} toko lain"));
            var held = await db.InForce(Wib.DayOf(desk.Now)).Where(d => d.StoreId == paper.StoreId && d.Kind == paper.Kind && d.Id != paper.Id && d.Number != "").OrderBy(d => d.BegunAt).Select(d => d.Number).ToListAsync(cancellationToken);
            checks.AddRange(held.Select(other => new MachineCheck(true, $"{(paper.Kind.IsOneOfAKind() ? "Menggantikan" : "Di samping")} {other} yang masih berlaku")));
            return checks;
        }

        async Task<IReadOnlyList<DocumentStep>> Steps(DocumentId id, CancellationToken cancellationToken)
        {
            var steps = await db.StateChanges.AsNoTracking().Where(c => c.SubjectId == id.Value).OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
            var names = await db.NamesOf(steps.Select(c => c.ActorId), cancellationToken);
            return steps.ConvertAll(c => new DocumentStep(c.To, c.ActorRole, c.ReasonCode, c.At, names.GetValueOrDefault(c.ActorId ?? default, ""), c.Note ?? ""));
        }
    }
}

/// <param name="IsMine">The officer has it in hand.</param>
/// <param name="Earlier">The last one of its kind to which the office said no, or took its word back; null when there is none.</param>
public sealed record OfficePaper(
    LegalVerification Paper, string Store, string Slug, string Place, LegalProfile? Profile, string? Officer, bool IsMine,
    IReadOnlyList<MachineCheck> Checks, IReadOnlyList<DocumentStep> Steps, IReadOnlyList<Colleague> Colleagues, EarlierNo? Earlier)
{
    /// <summary>The office has refused it, and the seller does not accept that; null before.</summary>
    public DocumentStep? Refusal => Steps.FirstOrDefault(s => s.Code == LegalVerification.Refused);

    /// <summary>Why she does not; null before.</summary>
    public DocumentStep? Appeal => Steps.FirstOrDefault(s => s.Code == LegalVerification.Appealed);

    /// <summary>Somebody has looked at it before, or the seller has something to say: to be read first.</summary>
    public bool HasPast => Appeal is not null || Earlier is not null || Paper.Fixes.Count > 0 || Paper.PreCheckRemark.Length > 0;
}

public sealed record EarlierNo(DocumentId Id, DocumentState State, string Reason, DateTimeOffset? DecidedAt);

/// <param name="IsFine">False: the officer should look.</param>
public sealed record MachineCheck(bool IsFine, string Says);

static class MachineChecks
{
    /// <param name="number">Whole; null when it cannot be opened.</param>
    public static IEnumerable<MachineCheck> Of(LegalVerification paper, string? number, DateOnly today)
    {
        if (!paper.Kind.HasNumber())
        {
            yield break;
        }

        if (number is null)
        {
            yield return new MachineCheck(false, "Nomor tidak dapat dibuka dengan kunci server ini. Hubungi teknisi.");
            yield break;
        }

        yield return DocumentNumber.Fits(paper.Kind, number) ? new MachineCheck(true, "Bentuk nomor benar") : new MachineCheck(false, "Bentuk nomor tidak seperti nomor jenis dokumen ini");
        if (DocumentNumber.Oddity(paper.Kind, number) is { } odd)
        {
            yield return new MachineCheck(false, odd);
        }

        if (paper.Kind == DocumentKind.IdentityCard && Nik.Read(number) is { } nik)
        {
            // The day itself is the part of the number that is hidden: it is told with the number only.
            yield return nik.BornOn(today) is null
                ? new MachineCheck(false, "Tanggal lahir pada NIK tidak wajar, atau tidak jelas abadnya")
                : new MachineCheck(true, $"Tanggal lahir pada NIK wajar, umur {Nik.LeastAge} tahun atau lebih");
        }

        if (DocumentNumber.EndsOn(paper.Kind, number) is { } end)
        {
            yield return new MachineCheck(end >= today, end >= today ? $"Menurut nomornya berlaku sampai {end.Year}" : $"Menurut nomornya sudah habis pada {end.Year}");
        }

        if (paper.ExpiresOn is { } until)
        {
            yield return new MachineCheck(until >= today.AddDays(30), until < today ? "Masa berlaku sudah lewat" : $"Berlaku {until.DayNumber - today.DayNumber} hari lagi");
        }
    }

    /// <summary>Whether the paper says what the seller has told about herself and her business.</summary>
    /// <param name="nik">The owner's, whole; null when it was not told or cannot be opened.</param>
    public static IEnumerable<MachineCheck> Beside(LegalProfile profile, LegalVerification paper, string number, string? nik)
    {
        if (paper.Kind == DocumentKind.IdentityCard && profile.HasOwner)
        {
            yield return Same(profile.NikIndex == paper.NumberIndex, "NIK sama dengan data pemilik", "NIK berbeda dengan data pemilik sekarang");
        }

        if (paper.Kind == DocumentKind.BusinessNumber && profile.Nib.Length > 0)
        {
            yield return Same(profile.Nib == number, "NIB sama dengan data usaha", "NIB berbeda dengan data usaha sekarang");
        }

        if (paper.Kind == DocumentKind.TaxNumber && nik is not null && Npwp.Read(number) is { IsNik: true })
        {
            yield return Same(number == nik, "NPWP sama dengan NIK pemilik", "NPWP ini berupa NIK, tetapi bukan NIK pemilik");
        }

        if (paper.Kind == DocumentKind.LegalEntity && profile.HasBusiness)
        {
            var form = DocumentNames.Of(profile.Form);
            yield return Same(
                DocumentNumber.IsOfCooperative(number) == (profile.Form == LegalForm.Cooperative), $"Nomor SK sesuai dengan bentuk usaha {form}", $"Nomor SK tidak seperti nomor {form}, bentuk usaha yang diisi penjual");
        }
    }

    static MachineCheck Same(bool same, string yes, string no) => new(same, same ? yes : no);
}
