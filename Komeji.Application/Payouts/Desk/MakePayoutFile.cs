using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Legal;
using Komeji.Application.Payouts.Providers;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts.Desk;

/// <summary>
/// Approved payouts become a file for the bank, or a batch that the provider is asked to send, and are on their way from then on: in one
/// transaction, so that none is in two. What something keeps from being sent, and what is the officer's own, stays behind.
/// </summary>
/// <param name="Only">One payout alone, also one the bank did not pay before: it is tried again under a new key. Null: all that are approved.</param>
/// <param name="ByProvider">The provider sends them, by BI-FAST, to banks it knows; else an officer brings the file to the bank.</param>
/// <param name="StatementRead">The officer has read the bank's statement: what failed before is not in it. Asked for only then.</param>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.statement</c>, <c>payout.no_provider</c>, <c>payout.provider_channel</c>, <c>payout.bank_unknown</c>, <c>payout.file_empty</c>, <c>payout.not_covered</c>, <c>payout.debt</c>, <c>payout.account_changed</c>, <c>payout.account_returned</c>, <c>payout.key</c>, <c>payout.illegal_move</c></exception>
public sealed record MakePayoutFile(PayoutChannel Channel, PayoutId? Only = null, bool ByProvider = false, bool StatementRead = false) : ICommand<PayoutFileId>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, EscrowAccount account, SettingsInForce settings, PayoutGateways gateways, PersonalKey key, ICurrentUser user, ICodes codes, TimeProvider clock)
        : IRequestHandler<MakePayoutFile, PayoutFileId>
    {
        public async Task<PayoutFileId> Handle(MakePayoutFile request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var provider = request.ByProvider ? (gateways.Chosen ?? throw ProviderRefusals.None()).Name : "";
            await db.TakeTurn("payout file", cancellationToken);
            List<Payout> payouts = request.Only is { } id ? [await One(id, request.StatementRead, now, cancellationToken)] : await Approved(request.Channel, request.ByProvider, now, cancellationToken);
            var channel = request.Only is null ? request.Channel : payouts[0].Channel;
            if (request.ByProvider)
            {
                RequireForProvider(channel, payouts);
            }

            await RequireCover(payouts, cancellationToken);
            var number = $"{(request.ByProvider ? "KIRIM" : "BERKAS")}-{Wib.DayOf(now).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{codes.SixCharacters()}";
            var file = PayoutFile.Make(number, channel, payouts, user.Treasurer(), now, provider);
            db.PayoutFiles.Add(file);
            return file.Id;
        }

        async Task<Payout> One(PayoutId id, bool statementRead, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var payout = await db.PayoutToJudge(user, id, cancellationToken);
            if (payout.State == PayoutState.Failed && !statementRead)
            {
                throw new RuleBroken("payout.statement", "Baca dahulu mutasi rekening bank. Bila pengiriman sebelumnya tidak ada di sana, nyatakan lalu kirim lagi; bila ada, catat berhasil.");
            }

            await db.RequireNoObstacle(payout, now, cancellationToken);
            return (await Readable([payout], cancellationToken)).Count > 0 ? payout : throw PayoutKey.Missing();
        }

        static void RequireForProvider(PayoutChannel channel, List<Payout> payouts)
        {
            if (channel != PayoutChannel.BiFast)
            {
                throw new RuleBroken("payout.provider_channel", "Penyedia pencairan mengirim lewat BI-FAST saja. Kirim pencairan RTGS dengan berkas bank.");
            }

            if (!payouts.TrueForAll(IsKnownBank))
            {
                throw new RuleBroken("payout.bank_unknown", "Penyedia pencairan tidak mengenal bank rekening ini. Kirim dengan berkas bank.");
            }
        }

        static bool IsKnownBank(Payout payout) => BankCodes.Of(payout.Bank).Length > 0;

        /// <summary>The oldest that can go, however many before them cannot.</summary>
        async Task<List<Payout>> Approved(PayoutChannel channel, bool byProvider, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var most = await settings.Number(SettingCatalogue.PayoutsPerFile, cancellationToken);
            var tied = db.TiedTo(user.Require());
            var approved = db.Payouts.Include(p => p.Attempts)
                .Where(p => p.State == PayoutState.Approved && p.Channel == channel && !tied.Any(s => s.Id == p.StoreId))
                .OrderBy(p => p.RequestedAt).ThenBy(p => p.Id);
            var going = new List<Payout>();
            var (seen, last) = (0, false);
            while (going.Count < most && !last)
            {
                var next = await approved.Skip(seen).Take(most).ToListAsync(cancellationToken);
                var kept = await db.Obstacles(next, now, cancellationToken);
                going.AddRange(await Readable([.. next.Where(p => !kept.ContainsKey(p.Id) && (!byProvider || IsKnownBank(p)))], cancellationToken));
                (seen, last) = (seen + most, next.Count < most);
            }

            return [.. going.Take(most)];
        }

        /// <summary>One number nobody can read would spoil the file for all others.</summary>
        async Task<List<Payout>> Readable(List<Payout> payouts, CancellationToken cancellationToken)
        {
            var stores = payouts.ConvertAll(p => p.StoreId);
            var owners = await db.Stores.Where(s => stores.Contains(s.Id)).Select(s => new { s.Id, s.OwnerId }).ToDictionaryAsync(s => s.Id, s => s.OwnerId, cancellationToken);
            return payouts.FindAll(p => key.Read(owners[p.StoreId], p.AccountSealed) is not null);
        }

        /// <summary>The bank can pay only what providers have settled, less what it is to pay already.</summary>
        async Task RequireCover(List<Payout> payouts, CancellationToken cancellationToken)
        {
            await account.TakeTurn(cancellationToken);
            var more = Rupiah.Sum(payouts.Select(p => p.Amount));
            var free = await account.NotPromised(payouts.ConvertAll(p => p.Id), cancellationToken);
            if (more.IsPositive && more > free)
            {
                throw new RuleBroken("payout.not_covered", $"Saldo titipan di bank yang belum dijanjikan {free}, kurang dari {more}. Tunggu penyelesaian dana dari penyedia pembayaran, atau kirim pencairan satu per satu.");
            }
        }
    }
}
