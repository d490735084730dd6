using Komeji.Domain.Catalog;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;

namespace Komeji.Application.Catalog;

/// <summary>The pages kept for everyone. They are forgotten after a commit that changed what they show.</summary>
public interface ICatalogueCache
{
    /// <summary>Kinds of rows the pages are made of. Stock moves by itself and is right again within the pages' short life.</summary>
    static readonly IReadOnlySet<Type> MadeOf = new HashSet<Type> { typeof(Product), typeof(Variant), typeof(ProductPicture), typeof(Store), typeof(Category), typeof(StoreShelf), typeof(ShelfItem), typeof(StorePolicy), typeof(LegalVerification) };

    Task Forget(CancellationToken cancellationToken);

    /// <summary>Only the pages of one product.</summary>
    Task ForgetProduct(string slug, CancellationToken cancellationToken);
}

/// <summary>Where no pages are kept.</summary>
sealed class NoCatalogueCache : ICatalogueCache
{
    public Task Forget(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ForgetProduct(string slug, CancellationToken cancellationToken) => Task.CompletedTask;
}
