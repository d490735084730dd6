using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using MediatR;

namespace Komeji.Application.Complaints;

/// <summary>
/// Does what both sides had read would happen when nobody says anything; a complaint that moved meanwhile is left alone. A decision that
/// cannot be carried out is noted on the complaint in a transaction of its own, and tried again.
/// </summary>
public sealed record RunComplaintClock(ComplaintId Id) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, SettingsInForce settings, TimeProvider clock) : IRequestHandler<RunComplaintClock>
    {
        static readonly TimeSpan TryAgainAfter = TimeSpan.FromHours(1);

        public async Task<Unit> Handle(RunComplaintClock request, CancellationToken cancellationToken)
        {
            try
            {
                await unitOfWork.Run(() => RunOut(request.Id, cancellationToken), cancellationToken);
            }
            catch (RuleBroken refusal)
            {
                db.Forget();
                if (!await unitOfWork.Run(() => HoldUp(request.Id, refusal.Message, cancellationToken), cancellationToken))
                {
                    throw;
                }
            }

            return Unit.Value;
        }

        async Task RunOut(ComplaintId id, CancellationToken cancellationToken)
        {
            var complaint = await db.TakeComplaint(id, cancellationToken);
            complaint.RunOut(await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow(), await db.DecisionClockOf(id, cancellationToken));
        }

        /// <returns>False where no decision waits to be carried out.</returns>
        async Task<bool> HoldUp(ComplaintId id, string why, CancellationToken cancellationToken)
        {
            var complaint = await db.TakeComplaint(id, cancellationToken);
            if (complaint.State != ComplaintState.Decided)
            {
                return false;
            }

            complaint.HoldUp(why, clock.GetUtcNow() + TryAgainAfter);
            return true;
        }
    }
}
