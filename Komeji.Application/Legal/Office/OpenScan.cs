using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office;

/// <summary>The officer looks at a scan: while reviewing it because of that, otherwise only with a reason. It is written down first.</summary>
/// <param name="Why">Not needed by who has it in hand.</param>
/// <exception cref="NotFound">No such scan in the officer's territory.</exception>
/// <exception cref="RuleBroken"><c>legal.why</c></exception>
public sealed record OpenScan(DocumentId Id, ScanId Scan, string? Why) : ICommand<OpenedScan>
{
    internal sealed class Handler(IKomejiDb db, OfficeDesk desk, ScanRoom room) : IRequestHandler<OpenScan, OpenedScan>
    {
        public async Task<OpenedScan> Handle(OpenScan request, CancellationToken cancellationToken)
        {
            var paper = await desk.InTerritory().AsNoTracking().Include(d => d.Scans).SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken) ?? throw new NotFound();
            await desk.RequireOtherEyes(paper.StoreId, desk.OfficerId, cancellationToken);
            var scan = paper.Scans.SingleOrDefault(s => s.Id == request.Scan && s.IsThere) ?? throw new NotFound();
            db.DataAccesses.Add(desk.Seen(paper, "berkas", request.Why));
            return new OpenedScan(await room.Open(paper.OwnerId, scan.FileKey, cancellationToken), scan.Type, paper.Kind.Word());
        }
    }
}

/// <summary>The officer sees the whole of a personal number, to compare it with the scan, and what it seems to say of its person.</summary>
/// <exception cref="NotFound">No such paper in the officer's territory, or its number is not personal.</exception>
/// <exception cref="RuleBroken"><c>legal.why</c></exception>
public sealed record RevealNumber(DocumentId Id, string? Why) : ICommand<RevealedNumber>
{
    internal sealed class Handler(IKomejiDb db, OfficeDesk desk, PersonalKey key) : IRequestHandler<RevealNumber, RevealedNumber>
    {
        public async Task<RevealedNumber> Handle(RevealNumber request, CancellationToken cancellationToken)
        {
            var paper = await desk.InTerritory().AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken) ?? throw new NotFound();
            await desk.RequireOtherEyes(paper.StoreId, desk.OfficerId, cancellationToken);
            if (paper.SealedNumber.Length == 0)
            {
                throw new RuleBroken("legal.no_number", "Nomor ini tidak disembunyikan.");
            }

            db.DataAccesses.Add(desk.Seen(paper, "nomor", request.Why));
            var number = key.Read(paper.OwnerId, paper.SealedNumber) ?? throw new RuleBroken("legal.key", "Nomor tidak dapat dibuka dengan kunci server ini. Hubungi teknisi.");
            return new RevealedNumber(number, Hint(paper.Kind, number, Wib.DayOf(desk.Now)));
        }

        static string Hint(DocumentKind kind, string number, DateOnly today) =>
            kind == DocumentKind.IdentityCard && Nik.Read(number) is { } nik && nik.BornOn(today) is { } born ? $"{(nik.SeemsWoman ? "perempuan" : "laki-laki")}, lahir {born:dd-MM-yyyy}" : "";
    }
}

/// <param name="Number">Whole.</param>
/// <param name="Hint">Sex and birth date as an NIK seems to say them; empty for other numbers.</param>
public sealed record RevealedNumber(string Number, string Hint);

static class Looking
{
    const string Reviewing = "Pemeriksaan dokumen";

    public static DataAccess Seen(this OfficeDesk desk, LegalVerification paper, string what, string? why)
    {
        var reviewing = paper.State == DocumentState.InReview && paper.OfficerId == desk.OfficerId;
        var reason = why?.Trim() is { Length: >= 5 and <= 300 } told ? told : reviewing ? Reviewing
            : throw new RuleBroken("legal.why", "Tulis alasan melihat data ini, 5 sampai 300 huruf. Alasan dan nama Anda dicatat.");
        return new DataAccess(paper.Id, paper.StoreId, desk.OfficerId, Roles.Verifier, what, reason, desk.Now);
    }
}
