using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office.Reports;

/// <summary>What a place is called; empty when there is none of this code.</summary>
public sealed record NameRegion(string Code) : IQuery<string>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<NameRegion, string>
    {
        public async Task<string> Handle(NameRegion request, CancellationToken cancellationToken) =>
            await db.Regions.AsNoTracking().Where(r => r.Code == request.Code).Select(r => r.FullName).SingleOrDefaultAsync(cancellationToken) ?? "";
    }
}
