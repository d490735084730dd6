using Komeji.Domain.Catalog;

namespace Komeji.Application.Ordering.Services;

/// <summary>Words about services that are kept with orders or sent in messages.</summary>
public static class ServiceWords
{
    public static string Place(ServicePlace place) => place switch
    {
        ServicePlace.AtSeller => "Di tempat penjual",
        ServicePlace.AtBuyer => "Di tempat pembeli",
        ServicePlace.Online => "Daring",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, null),
    };
}
