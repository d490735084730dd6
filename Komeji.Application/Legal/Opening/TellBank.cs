using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Opening;

/// <summary>
/// The fifth step: where sales are paid out to. Another account than the first waits three days; whoever can be reached by the contacts
/// known before is told at once and can stop it; so none is taken while a contact was just replaced. Once the shop is there a password is
/// not enough for another account: it takes the second factor.
/// </summary>
/// <param name="Bank">One that is offered, or the name of another.</param>
/// <returns>From when it holds; null when at once.</returns>
/// <exception cref="SecondFactorNeeded">The shop has an account, and its owner no second factor.</exception>
/// <exception cref="RuleBroken"><c>legal.bank</c>, <c>legal.account</c>, <c>legal.account_taken</c>, <c>legal.holder</c>, <c>legal.order</c>, <c>legal.contact_new</c></exception>
public sealed record TellBank(string Bank, string Account, string Holder) : ICommand<DateTimeOffset?>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, ShopDesk desk, PersonalKey key, SettingsInForce settings, Notifier notifier, TimeProvider clock) : IRequestHandler<TellBank, DateTimeOffset?>
    {
        public async Task<DateTimeOffset?> Handle(TellBank request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var profile = await db.MyProfile(desk, ShopRights.Own, now, cancellationToken);
            var bank = Banks.Require(request.Bank, Banks.Read(await settings.Text(SettingCatalogue.PayoutBanks, cancellationToken)));
            var account = key.KeepAccount(profile.OwnerId, bank, Banks.Digits(request.Account));
            if (await db.LegalProfiles.AnyAsync(p => p.OwnerId != profile.OwnerId && (p.AccountIndex == account.Index || p.NextAccountIndex == account.Index), cancellationToken))
            {
                throw new RuleBroken("legal.account_taken", "Rekening ini sudah dipakai toko lain. Pakai rekening lain, atau hubungi layanan kami.");
            }

            profile.Settle(now);
            var hasShop = await db.HasShop(profile, cancellationToken);
            if (hasShop && profile.HasBank)
            {
                me.RequireSecondFactor();
            }

            if (hasShop && profile.AccountIndex.Length > 0 && account.Index != profile.AccountIndex)
            {
                await RequireOldContacts(profile.OwnerId, now, cancellationToken);
            }

            if (profile.TellBank(new BankFacts(bank, account, request.Holder), now))
            {
                await notifier.TellEverywhere(profile.OwnerId, LegalTexts.BankChanges(bank, account.Shown, profile.NextAccountFrom!.Value), cancellationToken);
            }

            return profile.NextAccountFrom;
        }

        /// <summary>Who took a contact away would hear of the change instead of the owner: the warning about that comes first, with its days to say no.</summary>
        async Task RequireOldContacts(UserId owner, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var lately = now - LegalProfile.CoolingOff;
            var taken = await db.StateChanges.Where(c => c.Subject == PersonHistory.Subject && c.SubjectId == owner.Value && c.ReasonCode == PersonHistory.ContactChanged && c.From != "" && c.At > lately)
                .MaxAsync(c => (DateTimeOffset?)c.At, cancellationToken);
            if (taken is { } at)
            {
                throw new RuleBroken("legal.contact_new", $"Surel atau nomor ponsel akun ini baru saja diganti. Demi keamanan, rekening lain bisa diisi mulai {LegalTexts.When(at + LegalProfile.CoolingOff)}; sampai saat itu hasil penjualan tetap ke rekening yang sekarang. Bila bukan Anda yang mengganti kontaknya, hubungi layanan kami sekarang.");
            }
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
