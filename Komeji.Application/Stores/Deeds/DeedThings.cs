using System.Collections.Concurrent;
using System.Reflection;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;

namespace Komeji.Application.Stores.Deeds;

/// <summary>
/// Which thing a request is about: the first of its parts that names one. So no use case has to say it, and none can forget to.
/// </summary>
static class DeedThings
{
    static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = new();

    public static IReadOnlyList<DeedThing> In(object request) =>
        Parts.GetOrAdd(request.GetType(), type => [.. type.GetProperties().OrderBy(p => p.MetadataToken)])
            .Select(part => Named(part.Name, part.GetValue(request))).FirstOrDefault(things => things.Count > 0, []);

    /// <summary>What a request made.</summary>
    public static IReadOnlyList<DeedThing> Of(object? made) => Named("", made);

    static IReadOnlyList<DeedThing> Named(string part, object? value) => value switch
    {
        ProductId product => [new DeedThing(DeedThing.Product, product.Value.ToString())],
        IEnumerable<ProductId> products => [.. products.Distinct().Select(p => new DeedThing(DeedThing.Product, p.Value.ToString()))],
        StoreShelfId shelf => [new DeedThing(DeedThing.Shelf, shelf.Value.ToString())],
        ProductImportId import => [new DeedThing(DeedThing.Import, import.Value.ToString())],
        ScanId scan => [new DeedThing(DeedThing.Scan, scan.Value.ToString())],
        DocumentKind paper => [new DeedThing(DeedThing.Paper, paper.ToString())],
        string number when part == "Number" && number.StartsWith("KPL-", StringComparison.Ordinal) => [new DeedThing(DeedThing.Complaint, PlainText.Cut(number, 80))],
        string number when part == "Number" => [new DeedThing(DeedThing.Order, PlainText.Cut(number, 80))],
        string district when part == "District" => [new DeedThing(DeedThing.District, PlainText.Cut(district, 80))],
        _ => [],
    };
}
