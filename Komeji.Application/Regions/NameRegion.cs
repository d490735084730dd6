using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Regions;

/// <summary>What a region is called; null when there is none of that code.</summary>
public sealed record NameRegion(string? Code) : IQuery<string?>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<NameRegion, string?>
    {
        public async Task<string?> Handle(NameRegion request, CancellationToken cancellationToken) => string.IsNullOrEmpty(request.Code)
            ? null
            : await db.Regions.AsNoTracking().Where(r => r.Code == request.Code).Select(r => r.Name).SingleOrDefaultAsync(cancellationToken);
    }
}
