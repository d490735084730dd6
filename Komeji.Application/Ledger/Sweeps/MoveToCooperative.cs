using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Sweeps;

/// <summary>The bank moved what is the cooperative's from the escrow account to its own; an officer records it (rule P3).</summary>
/// <param name="Reference">The bank's; it is recorded once.</param>
/// <exception cref="RuleBroken"><c>sweep.amount</c>, <c>sweep.reference</c>, <c>sweep.recorded</c>; <c>sweep.not_ours</c>: what is owed to others must stay covered.</exception>
public sealed record MoveToCooperative(Rupiah Amount, string Reference) : ICommand, INeedsProof
{
    public const string Subject = "sweep";
    const int LongestReference = 40;

    internal sealed class Handler(IKomejiDb db, CooperativeFunds funds, EscrowAccount account, ICurrentUser user, TimeProvider clock) : IRequestHandler<MoveToCooperative>
    {
        public async Task<Unit> Handle(MoveToCooperative request, CancellationToken cancellationToken)
        {
            var officer = user.Require();
            if (!request.Amount.IsPositive)
            {
                throw new RuleBroken("sweep.amount", "Tulis jumlah yang dipindahkan, lebih dari nol.");
            }

            var reference = request.Reference.Trim().ToUpperInvariant();
            if (reference.Length is < 3 or > LongestReference || !reference.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '.'))
            {
                throw new RuleBroken("sweep.reference", "Tulis nomor referensi dari bank, 3 sampai 40 huruf atau angka.");
            }

            await account.TakeTurn(cancellationToken);
            if (await db.Journals.AnyAsync(j => j.Key == PostingRules.SweepKeys + reference, cancellationToken))
            {
                throw new RuleBroken("sweep.recorded", "Pemindahan dengan nomor referensi ini sudah dicatat.");
            }

            var movable = (await funds.Now(cancellationToken)).Movable;
            if (request.Amount > movable)
            {
                throw new RuleBroken("sweep.not_ours", $"Yang milik koperasi dan belum dijanjikan di rekening titipan hanya {movable}. Selebihnya milik pembeli, penjual, dan komunitas.");
            }

            var now = clock.GetUtcNow();
            var journal = PostingRules.SweptToCooperative(reference, request.Amount, now, now);
            db.Journals.Add(journal);
            db.StateChanges.Add(new StateChange(Subject, journal.Id.Value, "", "", Actor.Staff(officer.Value, Roles.Finance), now, "swept", $"{request.Amount} {reference}"));
            return Unit.Value;
        }
    }
}
