using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts.Desk;

/// <summary>The lines of a file for the bank, with whole account numbers: the same each time, and each time is written down.</summary>
/// <exception cref="NotFound">No such file.</exception>
/// <exception cref="RuleBroken"><c>payout.key</c>, <c>payout.not_a_file</c></exception>
public sealed record FetchPayoutFile(PayoutFileId Id) : ICommand<PayoutFileContent>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, PersonalKey key, ICurrentUser user, TimeProvider clock) : IRequestHandler<FetchPayoutFile, PayoutFileContent>
    {
        public async Task<PayoutFileContent> Handle(FetchPayoutFile request, CancellationToken cancellationToken)
        {
            var file = await db.PayoutFiles.SingleOrDefaultAsync(f => f.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var rows = await db.InFile(file.Id).AsNoTracking().OrderBy(p => p.RequestedAt).ThenBy(p => p.Id)
                .Join(db.Stores, p => p.StoreId, s => s.Id, (p, s) => new { Payout = p, Owner = s.OwnerId }).ToListAsync(cancellationToken);
            file.NoteFetched(user.Treasurer(), clock.GetUtcNow());
            return new PayoutFileContent(file.Number, file.Channel, [.. rows.Select(r => Line(r.Payout, r.Owner))]);
        }

        PayoutLine Line(Payout payout, UserId owner) => new(
            payout.Number, BankCodes.Of(payout.Bank), payout.Bank, key.Read(owner, payout.AccountSealed) ?? throw PayoutKey.Missing(), payout.AccountHolder, payout.Amount);
    }
}

public sealed record PayoutFileContent(string Number, PayoutChannel Channel, IReadOnlyList<PayoutLine> Lines);

/// <param name="BankCode">Empty for a bank that is not offered by name.</param>
/// <param name="Account">Whole.</param>
public sealed record PayoutLine(string Number, string BankCode, string Bank, string Account, string Holder, Rupiah Amount);

static class FilesOfPayouts
{
    public static IQueryable<Payout> InFile(this IKomejiDb db, PayoutFileId id) => db.Payouts.Where(p => p.Attempts.Any(a => a.FileId == id));
}

/// <summary>The three digits Indonesian banks know each other by.</summary>
public static class BankCodes
{
    static readonly IReadOnlyDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["BRI"] = "002",
        ["Mandiri"] = "008",
        ["BNI"] = "009",
        ["Danamon"] = "011",
        ["Permata"] = "013",
        ["BCA"] = "014",
        ["CIMB Niaga"] = "022",
        ["Bank Jatim"] = "114",
        ["BTN"] = "200",
        ["BSI"] = "451",
        ["SeaBank"] = "535",
        ["Bank Jago"] = "542",
    };

    /// <param name="bank">As <see cref="Legal.Opening.Banks"/> names it, or as its holder wrote it.</param>
    /// <returns>Empty where the bank is none of these: the file has its name.</returns>
    public static string Of(string bank) => Codes.GetValueOrDefault(bank, "");
}
