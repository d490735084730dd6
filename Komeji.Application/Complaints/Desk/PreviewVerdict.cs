using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints.Desk;

/// <summary>What a decision would bring: who pays how much, what the buyer gets, and whether a second officer has to agree. Nothing is saved.</summary>
public sealed record PreviewVerdict(string Number, Settlement Settlement, Liability Liability, string Reason, bool Refers) : IQuery<VerdictPreview>
{
    internal sealed class Handler(IKomejiDb db, ComplaintDesk desk, RefundDrafts drafts, SecondOfficer second, SettingsInForce settings, TimeProvider clock) : IRequestHandler<PreviewVerdict, VerdictPreview>
    {
        public async Task<VerdictPreview> Handle(PreviewVerdict request, CancellationToken cancellationToken)
        {
            var (now, officer) = (clock.GetUtcNow(), desk.Officer());
            var complaint = await (await desk.Visible(ComplaintOnlooker.Staff, cancellationToken)).AsNoTracking().Include(c => c.Items).Include(c => c.Offers).ThenInclude(o => o.Lines)
                .SingleOrDefaultAsync(c => c.Number == request.Number, cancellationToken) ?? throw new NotFound();
            await desk.RequireNotOwn(complaint.BuyerId, complaint.StoreId, cancellationToken);

            // On a copy that nobody keeps: decided, and not appealed.
            var terms = await settings.ComplaintTerms(cancellationToken);
            complaint.Decide(request.Settlement, request.Liability, request.Reason, request.Refers, officer, terms, now);
            if (complaint is { State: ComplaintState.Decided, DueAt: { } due })
            {
                complaint.RunOut(terms, due);
            }

            var order = await db.Orders.AsNoTracking().Load(complaint.OrderNumber, cancellationToken);
            var names = order.Lines.ToDictionary(l => l.Id, l => l.VariantName.Length > 0 ? $"{l.ProductName}, {l.VariantName}" : l.ProductName);
            var decision = complaint.Decision!;
            var (refund, obstacle) = await Money(order, complaint.Plan(order.Sequence), officer, decision.Reason, now, cancellationToken);
            return new VerdictPreview
            {
                Number = complaint.Number,
                OrderNumber = complaint.OrderNumber,
                StoreName = complaint.StoreName,
                BuyerName = await db.Users.Where(u => u.Id == complaint.BuyerId.Value).Select(u => u.FullName).SingleOrDefaultAsync(cancellationToken) ?? "",
                Appeal = terms.Appeal,
                Decision = ComplaintPageOffer.Of(decision, names),
                BuyersPart = decision.Loss - decision.Back,
                Refund = refund,
                Obstacle = obstacle,
            };
        }

        /// <summary>What would be booked now, or why it could not be.</summary>
        async Task<(RefundPreview? Refund, string? Obstacle)> Money(Order order, RefundPlan? plan, Actor officer, string reason, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (plan is null)
            {
                return (null, null);
            }

            try
            {
                order.Lose(plan, reason, now);
                var draft = await drafts.Draw(order, plan, officer, reason, now, cancellationToken);
                return (RefundPreview.Of(draft, await second.IsNeededToRefund(order.PurchaseId, plan.Amount, cancellationToken), now), null);
            }
            catch (RuleBroken refusal)
            {
                return (null, refusal.Message);
            }
        }
    }
}

public sealed record VerdictPreview
{
    public required string Number { get; init; }
    public required string OrderNumber { get; init; }
    public required string StoreName { get; init; }
    public required string BuyerName { get; init; }

    /// <summary>How long both sides may appeal a first decision.</summary>
    public required TimeSpan Appeal { get; init; }
    public required ComplaintPageOffer Decision { get; init; }

    /// <summary>Of the loss, what stays with the buyer.</summary>
    public required Rupiah BuyersPart { get; init; }

    /// <summary>What would be booked; of goods that go back first the most of it. Null where no money goes back or <see cref="Obstacle"/> says why not.</summary>
    public required RefundPreview? Refund { get; init; }

    /// <summary>Why it could not be booked now; null where it could.</summary>
    public required string? Obstacle { get; init; }
}
