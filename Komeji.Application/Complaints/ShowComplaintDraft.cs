using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ordering;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>What can be complained of in an order, and what its buyer has written so far; for the call centre the first of it.</summary>
/// <param name="Number">The order's.</param>
/// <param name="ForBuyer">By staff, for a buyer who called.</param>
public sealed record ShowComplaintDraft(string Number, bool ForBuyer = false) : IQuery<ComplaintDraft>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings) : IRequestHandler<ShowComplaintDraft, ComplaintDraft>
    {
        /// <exception cref="NotFound">No such order of theirs.</exception>
        public async Task<ComplaintDraft> Handle(ShowComplaintDraft request, CancellationToken cancellationToken)
        {
            var person = user.Require();
            var isStaff = user.IsIn(Roles.Operator) || user.IsIn(Roles.CallCentre);
            var orders = request.ForBuyer ? isStaff ? db.Orders : throw new NotFound() : db.Orders.BoughtBy(person);
            var order = await orders.AsNoTracking().Where(o => o.PaidAt != null).Load(request.Number, cancellationToken);
            var draft = request.ForBuyer ? null : await db.Complaints.AsNoTracking().Include(c => c.Items).Include(c => c.Pictures)
                .SingleOrDefaultAsync(c => c.OrderId == order.Id && c.State == ComplaintState.Draft, cancellationToken);
            var taken = await db.PiecesComplainedOf(order.Id, cancellationToken);
            var terms = await settings.ComplaintTerms(cancellationToken);
            return new ComplaintDraft
            {
                OrderNumber = order.Number,
                StoreName = order.StoreName,
                Number = draft?.Number,
                Refusal = RuleBroken.By(() => Complaint.RequireWindow(order))?.Message,
                Open = await db.Complaints.Open().Where(c => c.OrderId == order.Id).Select(c => c.Number).FirstOrDefaultAsync(cancellationToken),
                Type = draft?.Type ?? ComplaintType.Damaged,
                Story = draft?.Story ?? "",
                Solution = draft?.WishSolution ?? ComplaintSolution.FullRefund,
                Shipping = draft is null || draft.WishShipping.IsZero ? null : draft.WishShipping,
                ShippingMost = order.LeftShipping,
                NeedsReturn = draft?.WishReturn ?? false,
                Lines = [.. order.Lines.OrderBy(l => l.Id.Value).Select(l => Line(l, draft, taken.GetValueOrDefault(l.Id)))],
                Pictures = [.. (draft?.Pictures ?? []).OrderBy(p => p.At).ThenBy(p => p.Id.Value).Select(p => p.Id)],
                AnswerHours = (int)terms.SellerAnswer.TotalHours,
                GrantMost = terms.GrantMost,
            };
        }

        static ComplaintDraftLine Line(OrderLine line, Complaint? draft, int taken)
        {
            var item = draft?.Items.SingleOrDefault(i => i.OrderLineId == line.Id);
            return new ComplaintDraftLine(
                line.Id, line.VariantName.Length > 0 ? $"{line.ProductName}, {line.VariantName}" : line.ProductName, line.PictureKey, line.UnitPrice,
                line.Left.IsPositive ? Math.Max(0, line.Quantity - line.Cancelled - taken) : 0, item?.Quantity, item is null || item.Wish.IsZero ? null : item.Wish);
        }
    }
}

public sealed record ComplaintDraft
{
    public required string OrderNumber { get; init; }
    public required string StoreName { get; init; }

    /// <summary>The draft's; null while nothing is written.</summary>
    public required string? Number { get; init; }

    /// <summary>Why no complaint can be filed now; null where one can.</summary>
    public required string? Refusal { get; init; }

    /// <summary>The complaint that is open already; null where none is.</summary>
    public required string? Open { get; init; }
    public required ComplaintType Type { get; init; }
    public required string Story { get; init; }
    public required ComplaintSolution Solution { get; init; }
    public required Rupiah? Shipping { get; init; }
    public required Rupiah ShippingMost { get; init; }
    public required bool NeedsReturn { get; init; }
    public required IReadOnlyList<ComplaintDraftLine> Lines { get; init; }
    public required IReadOnlyList<ComplaintPictureId> Pictures { get; init; }

    /// <summary>What a silent seller brings, told before anything is filed.</summary>
    public required int AnswerHours { get; init; }
    public required Rupiah GrantMost { get; init; }
}

/// <param name="Most">Pieces that can be complained of.</param>
/// <param name="Quantity">Written in the draft.</param>
public sealed record ComplaintDraftLine(OrderLineId Id, string Name, string? PictureKey, Rupiah UnitPrice, int Most, int? Quantity, Rupiah? Wish);
