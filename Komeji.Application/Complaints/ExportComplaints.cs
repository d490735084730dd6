using System.Runtime.CompilerServices;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>The complaints a list shows, all of them, as a table to take away: who answered for each, and no names of people.</summary>
/// <returns>In the list's order, read in batches as the file is written.</returns>
/// <exception cref="NotFound">Not of the staff that handles complaints, or of no shop.</exception>
public sealed record ExportComplaints(ComplaintOnlooker As, ComplaintGroup Group, string? Search) : IQuery<IAsyncEnumerable<TakenComplaint>>
{
    internal sealed class Handler(IKomejiDb db, ComplaintDesk desk, ICurrentUser user) : IRequestHandler<ExportComplaints, IAsyncEnumerable<TakenComplaint>>
    {
        /// <summary>So small that a slow download holds no connection to the database between two batches.</summary>
        const int Batch = 1_000;

        public async Task<IAsyncEnumerable<TakenComplaint>> Handle(ExportComplaints request, CancellationToken cancellationToken)
        {
            var complaints = (await desk.Visible(request.As, cancellationToken)).AsNoTracking().Asked(request.As, request.Group, request.Search, user.Require().Value);
            return Read(complaints.InOrder(request.Group), CancellationToken.None);
        }

        async IAsyncEnumerable<TakenComplaint> Read(IQueryable<Complaint> complaints, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var done = 0; ; done += Batch)
            {
                var batch = await complaints.Skip(done).Take(Batch).ToListAsync(cancellationToken);
                var outcomes = await Outcomes(batch.Select(c => c.OutcomeId).OfType<ComplaintOfferId>().ToList(), cancellationToken);
                foreach (var complaint in batch)
                {
                    yield return new TakenComplaint(complaint, complaint.OutcomeId is { } id ? outcomes.GetValueOrDefault(id) : null);
                }

                if (batch.Count < Batch)
                {
                    yield break;
                }
            }
        }

        async Task<Dictionary<ComplaintOfferId, ComplaintOffer>> Outcomes(IReadOnlyList<ComplaintOfferId> ids, CancellationToken cancellationToken) =>
            await db.Complaints.AsNoTracking().SelectMany(c => c.Offers).Where(o => ids.Contains(o.Id)).Include(o => o.Lines).ToDictionaryAsync(o => o.Id, cancellationToken);
    }
}

/// <summary>A complaint in a file.</summary>
/// <param name="Outcome">The offer or decision that holds; null while none does.</param>
public sealed record TakenComplaint(Complaint Complaint, ComplaintOffer? Outcome);
