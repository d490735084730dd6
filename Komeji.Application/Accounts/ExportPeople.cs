using System.Runtime.CompilerServices;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>
/// An administrator takes the whole list away in a file. That it was taken, by whom and what was asked for is kept in the
/// administrator's own history before the first row is read.
/// </summary>
/// <returns>Everybody found, the oldest first, read in batches as the file is written.</returns>
public sealed record ExportPeople(string Search, string Role) : ICommand<IAsyncEnumerable<PersonRow>>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, TimeProvider clock) : IRequestHandler<ExportPeople, IAsyncEnumerable<PersonRow>>
    {
        /// <summary>So small that a slow download holds no connection to the database between two batches.</summary>
        const int Batch = 1_000;

        public async Task<IAsyncEnumerable<PersonRow>> Handle(ExportPeople request, CancellationToken cancellationToken)
        {
            var people = await db.Search(request.Search, request.Role, cancellationToken);
            var count = await people.CountAsync(cancellationToken);
            var by = Actor.Staff(me.Require().Value, Roles.Admin);
            var asked = request.Search.Length > 0 || request.Role.Length > 0 ? $", cari “{request.Search}”, saringan “{request.Role}”" : "";
            db.StateChanges.Add(new StateChange(PersonHistory.Subject, by.UserId!.Value, "", "", by, clock.GetUtcNow(), PersonHistory.Exported, $"{count} orang{asked}"));
            return Read(people, CancellationToken.None);
        }

        /// <summary>In the order of registration: who registers meanwhile comes last, so nobody is missed and nobody comes twice.</summary>
        async IAsyncEnumerable<PersonRow> Read(IQueryable<User> people, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var done = 0; ; done += Batch)
            {
                var batch = await people.OrderBy(u => u.RegisteredAt).ThenBy(u => u.Id).Skip(done).Take(Batch).ToListAsync(cancellationToken);
                foreach (var person in await db.Describe(batch, cancellationToken))
                {
                    yield return person;
                }

                if (batch.Count < Batch)
                {
                    yield break;
                }
            }
        }
    }
}
