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

    internal sealed class Handler(ComplaintDesk desk, ICurrentUser user) : IRequestHandler<ListComplaints, PageOf<ComplaintRow>>
    {
        public async Task<PageOf<ComplaintRow>> Handle(ListComplaints request, CancellationToken cancellationToken)
        {
            var person = user.Require().Value;
            var complaints = (await desk.Visible(request.As, cancellationToken)).AsNoTracking().Asked(request.As, request.Group, request.Search, person);
            return await complaints.InOrder(request.Group).Select(c => new ComplaintRow
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

/// <summary>How lists and files of complaints find them.</summary>
static class ComplaintLists
{
    /// <param name="complaints">Those the person may see.</param>
    /// <param name="search">The beginning of a complaint's or an order's number.</param>
    public static IQueryable<Complaint> Asked(this IQueryable<Complaint> complaints, ComplaintOnlooker onlooker, ComplaintGroup group, string? search, Guid person)
    {
        var asked = complaints.Of(onlooker, group, person);
        return search?.Trim().ToUpperInvariant() is not { Length: > 0 and <= 30 } number ? asked
            : number.StartsWith("KMJ-", StringComparison.Ordinal) ? asked.Where(c => c.OrderNumber.StartsWith(number))
            : asked.Where(c => c.Number.StartsWith(number));
    }

    /// <summary>What waits by its deadline, the rest with the newest first.</summary>
    public static IQueryable<Complaint> InOrder(this IQueryable<Complaint> complaints, ComplaintGroup group) => group is ComplaintGroup.Waiting or ComplaintGroup.Mine
        ? complaints.OrderBy(c => c.DueAt).ThenBy(c => c.Id)
        : complaints.OrderByDescending(c => c.SubmittedAt).ThenByDescending(c => c.Id);

    static IQueryable<Complaint> Of(this IQueryable<Complaint> complaints, ComplaintOnlooker onlooker, ComplaintGroup group, Guid person) => (group, onlooker) switch
    {
        (ComplaintGroup.Waiting, ComplaintOnlooker.Staff) => complaints.Where(c => ((c.State == ComplaintState.Mediation || c.State == ComplaintState.Appealed) && c.ClaimedBy == null) || (c.HeldUp != "" && !c.AwaitsSecond)),
        (ComplaintGroup.Mine, ComplaintOnlooker.Staff) => complaints.Where(c => (c.State == ComplaintState.Mediation || c.State == ComplaintState.AwaitingEvidence || c.State == ComplaintState.Appealed) && c.ClaimedBy == person),
        (ComplaintGroup.Waiting, ComplaintOnlooker.Seller) => complaints.WaitingFor(ComplaintSide.Seller),
        (ComplaintGroup.Waiting, _) => complaints.WaitingFor(ComplaintSide.Buyer),
        (ComplaintGroup.Over, _) => complaints.Where(c => c.State == ComplaintState.Resolved || c.State == ComplaintState.ClosedNoReply || c.State == ComplaintState.Cancelled || c.State == ComplaintState.Referred),
        (ComplaintGroup.Open or ComplaintGroup.Mine, _) => complaints.Open(),
        _ => complaints,
    };
}
