using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Fees;

/// <summary>The shop's owner agrees to a raised fee, or says why not. Who objected may agree later.</summary>
/// <param name="Objection">Null: the shop agrees.</param>
/// <exception cref="RuleBroken"><c>fee.answered</c>, <c>fee.reason</c></exception>
public sealed record AnswerFeeChange(string Version, string? Objection) : ICommand
{
    internal sealed class Handler(IKomejiDb db, FeesInForce fees, ShopDesk desk, TimeProvider clock) : IRequestHandler<AnswerFeeChange>
    {
        public async Task<Unit> Handle(AnswerFeeChange request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Own, cancellationToken);
            var (store, owner) = (shop.Id, shop.Owner);
            await db.TakeTurn($"fee {store.Value}", cancellationToken);
            var now = clock.GetUtcNow();
            var schedule = await fees.Schedule(store, cancellationToken);
            var version = (await fees.Versions(cancellationToken)).SingleOrDefault(v => v.Id == request.Version) ?? throw new NotFound();
            var standing = schedule.Standing(version, now);
            if (standing is not (FeeStanding.AwaitsAnswer or FeeStanding.ObjectedTo) || (standing == FeeStanding.ObjectedTo && request.Objection is not null))
            {
                throw new RuleBroken("fee.answered", "Perubahan biaya ini tidak lagi menunggu jawaban Anda. Lihat statusnya pada daftar.");
            }

            db.FeeAnswers.Add(request.Objection is { } reason
                ? FeeAnswer.Disagree(store, version.Id, reason, owner, now)
                : FeeAnswer.Agree(store, version.Id, owner, now));
            return Unit.Value;
        }
    }
}
