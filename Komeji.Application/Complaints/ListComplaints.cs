using Komeji.Application.Common;
using Komeji.Domain.Complaints;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>Which complaints a list shows.</summary>
public enum ComplaintGroup
{
    /// <summary>Those that wait for whoever looks: for the seller or buyer an answer, for an officer a decision nobody has taken.</summary>
    Waiting,

    /// <summary>Taken by the officer who looks; to the two sides the same as those that go on.</summary>
    Mine,
    Open,
    Over,
    All,
}

/// <summary>Complaints of a buyer, a shop, or all of them for the officers: what waits by its deadline, the rest by age.</summary>
/// <param name="Search">The beginning of a complaint's or an order's number.</param>
public sealed record ListComplaints(ComplaintOnlooker As, ComplaintGroup Group, string? Search, int Page) : IQuery<PageOf<ComplaintRow>>
{
    public const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ComplaintDesk desk, ICurrentUser user) : IRequestHandler<ListComplaints, PageOf<ComplaintRow>>
    {
        public async Task<PageOf<ComplaintRow>> Handle(ListComplaints request, CancellationToken cancellationToken)
        {
            var complaints = Of(request, (await desk.Visible(request.As, cancellationToken)).AsNoTracking());
            if (request.Search?.Trim().ToUpperInvariant() is { Length: > 0 and <= 30 } number)
            {
                complaints = number.StartsWith("KMJ-", StringComparison.Ordinal)
                    ? complaints.Where(c => db.Orders.Any(o => o.Id == c.OrderId && o.Number.StartsWith(number)))
                    : complaints.Where(c => c.Number.StartsWith(number));
            }

            var ordered = request.Group is ComplaintGroup.Waiting or ComplaintGroup.Mine
                ? complaints.OrderBy(c => c.DueAt).ThenBy(c => c.Id)
                : complaints.OrderByDescending(c => c.SubmittedAt).ThenByDescending(c => c.Id);
            var person = user.Require().Value;
            return await ordered.Select(c => new ComplaintRow
            {
                Number = c.Number,
                OrderNumber = c.OrderNumber,
                StoreName = c.StoreName,
                Type = c.Type,
                State = c.State,
                SubmittedAt = c.SubmittedAt!.Value,
                DueAt = c.DueAt,
                IsClaimed = c.ClaimedBy != null,
                IsMine = c.ClaimedBy == person,
                IsHeldUp = c.HeldUp != "",
            }).ToPage(request.Page, PageSize, cancellationToken);
        }

        IQueryable<Complaint> Of(ListComplaints request, IQueryable<Complaint> complaints)
        {
            var person = user.Require().Value;
            return (request.Group, request.As) switch
            {
                (ComplaintGroup.Waiting, ComplaintOnlooker.Staff) => complaints.Where(c => ((c.State == ComplaintState.Mediation || c.State == ComplaintState.Appealed) && c.ClaimedBy == null) || c.HeldUp != ""),
                (ComplaintGroup.Mine, ComplaintOnlooker.Staff) => complaints.Where(c => (c.State == ComplaintState.Mediation || c.State == ComplaintState.AwaitingEvidence || c.State == ComplaintState.Appealed) && c.ClaimedBy == person),
                (ComplaintGroup.Waiting, ComplaintOnlooker.Seller) => complaints.WaitingForShop(),
                (ComplaintGroup.Waiting, _) => complaints.Where(c => c.State == ComplaintState.Negotiating || c.State == ComplaintState.AwaitingReturn || c.State == ComplaintState.AwaitingEvidence),
                (ComplaintGroup.Over, _) => complaints.Where(c => c.State == ComplaintState.Resolved || c.State == ComplaintState.ClosedNoReply || c.State == ComplaintState.Cancelled || c.State == ComplaintState.Referred),
                (ComplaintGroup.Open or ComplaintGroup.Mine, _) => complaints.Open(),
                _ => complaints,
            };
        }
    }
}

public sealed record ComplaintRow
{
    public required string Number { get; init; }
    public required string OrderNumber { get; init; }
    public required string StoreName { get; init; }
    public required ComplaintType Type { get; init; }
    public required ComplaintState State { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required bool IsClaimed { get; init; }
    public required bool IsMine { get; init; }

    /// <summary>Its solution could not be carried out yet.</summary>
    public required bool IsHeldUp { get; init; }
}
