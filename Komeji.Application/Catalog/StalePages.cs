namespace Komeji.Application.Catalog;

/// <summary>
/// Products whose own pages say something else after this commit, such as a new review. Only those pages are forgotten; lists that show
/// the product follow within their short life.
/// </summary>
public sealed class StalePages
{
    readonly HashSet<string> products = [];

    /// <param name="slug">Of the product.</param>
    public void Product(string slug) => products.Add(slug);

    public IReadOnlyList<string> Take()
    {
        var taken = products.ToList();
        products.Clear();
        return taken;
    }
}
