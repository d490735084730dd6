using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Opening;

/// <summary>
/// The fifth step: where sales are paid out to. Another account than the first waits three days; whoever can be reached by the contacts
/// known before is told at once and can stop it. Once the shop is there a password is not enough for another account: it takes the
/// second factor.
/// </summary>
/// <returns>From when it holds; null when at once.</returns>
/// <exception cref="SecondFactorNeeded">The shop has an account, and its owner no second factor.</exception>
/// <exception cref="RuleBroken"><c>legal.bank</c>, <c>legal.account</c>, <c>legal.account_taken</c>, <c>legal.holder</c>, <c>legal.order</c></exception>
public sealed record TellBank(string Bank, string Account, string Holder) : ICommand<DateTimeOffset?>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, ShopDesk desk, PersonalKey key, Notifier notifier, TimeProvider clock) : IRequestHandler<TellBank, DateTimeOffset?>
    {
        public async Task<DateTimeOffset?> Handle(TellBank request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var profile = await db.MyProfile(desk, ShopRights.Own, now, cancellationToken);
            var account = key.KeepAccount(profile.OwnerId, request.Bank, Banks.Digits(request.Bank, request.Account));
            if (await db.LegalProfiles.AnyAsync(p => p.OwnerId != profile.OwnerId && (p.AccountIndex == account.Index || p.NextAccountIndex == account.Index), cancellationToken))
            {
                throw new RuleBroken("legal.account_taken", "Rekening ini sudah dipakai toko lain. Pakai rekening lain, atau hubungi layanan kami.");
            }

            if (profile.HasBank && await db.HasShop(profile, cancellationToken))
            {
                me.RequireSecondFactor();
            }

            if (profile.TellBank(new BankFacts(request.Bank, account, request.Holder), now))
            {
                await notifier.TellEverywhere(profile.OwnerId, LegalTexts.BankChanges(request.Bank, account.Shown, profile.NextAccountFrom!.Value), cancellationToken);
            }

            return profile.NextAccountFrom;
        }
    }
}

/// <summary>The owner did not ask for another account: the old one stays.</summary>
public sealed record KeepBank : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<KeepBank>
    {
        public async Task<Unit> Handle(KeepBank request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            (await db.MyProfile(desk, ShopRights.Own, now, cancellationToken)).KeepBank(now);
            return Unit.Value;
        }
    }
}

/// <summary>Banks sales can be paid out to, and refunds transferred.</summary>
public static class Banks
{
    public static readonly IReadOnlyList<string> All =
        ["Bank Jatim", "BCA", "BNI", "BRI", "BSI", "BTN", "CIMB Niaga", "Danamon", "Mandiri", "Permata", "SeaBank", "Bank Jago"];

    /// <summary>An account's number as people type it, in its figures alone.</summary>
    /// <exception cref="RuleBroken"><c>legal.bank</c>, <c>legal.account</c></exception>
    public static string Digits(string bank, string account)
    {
        if (!All.Contains(bank))
        {
            throw new RuleBroken("legal.bank", "Pilih bank dari daftar.");
        }

        var digits = new string([.. PlainText.Figures(account).Where(c => !" .-".Contains(c, StringComparison.Ordinal))]);
        return digits.Length is >= 8 and <= 20 && digits.All(char.IsAsciiDigit)
            ? digits
            : throw new RuleBroken("legal.account", "Nomor rekening terdiri dari 8 sampai 20 angka. Lihat di buku tabungan atau aplikasi bank Anda.");
    }
}
