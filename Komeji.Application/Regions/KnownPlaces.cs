using Komeji.Application.Common;
using Komeji.Domain.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Komeji.Application.Regions;

/// <summary>Names of all provinces and regencies by their codes. Remembered for a minute: they ship with the product.</summary>
sealed class KnownPlaces(IKomejiDb db, IMemoryCache memory)
{
    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyDictionary<string, string>> Read(CancellationToken cancellationToken) =>
        (await memory.GetOrCreateAsync(typeof(Region), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Remembered;
            return ReadAnew(cancellationToken);
        }))!;

    async Task<IReadOnlyDictionary<string, string>> ReadAnew(CancellationToken cancellationToken)
    {
        var provinces = await db.Regions.AsNoTracking().Where(r => r.ParentCode == null).Select(r => new { r.Code, r.Name }).ToListAsync(cancellationToken);
        var codes = provinces.ConvertAll(p => p.Code);
        var regencies = await db.Regions.AsNoTracking().Where(r => codes.Contains(r.ParentCode!)).Select(r => new { r.Code, r.Name }).ToListAsync(cancellationToken);
        return provinces.Concat(regencies).ToDictionary(r => r.Code, r => r.Name);
    }
}
