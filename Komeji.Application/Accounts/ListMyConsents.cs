using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

public sealed record ConsentRow(string Purpose, string Version, bool Given, string Channel, DateTimeOffset At);

/// <param name="Rows">All of them, the newest first.</param>
public sealed record MyConsents(bool WantsNews, IReadOnlyList<ConsentRow> Rows);

/// <summary>What a person has agreed to, and withdrawn, and when.</summary>
public sealed record ListMyConsents : IQuery<MyConsents>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me) : IRequestHandler<ListMyConsents, MyConsents>
    {
        public async Task<MyConsents> Handle(ListMyConsents request, CancellationToken cancellationToken)
        {
            var id = me.Require().Value;
            var rows = await db.Consents.AsNoTracking().Where(c => c.UserId == id).OrderByDescending(c => c.Id)
                .Select(c => new ConsentRow(c.Purpose, c.Version, c.Given, c.Channel, c.At)).ToListAsync(cancellationToken);
            return new MyConsents(rows.FirstOrDefault(r => r.Purpose == Consent.News)?.Given ?? false, rows);
        }
    }
}
