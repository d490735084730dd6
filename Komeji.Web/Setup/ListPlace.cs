using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Komeji.Web.Setup;

/// <summary>Where in a list somebody is: whoever does something there comes back to the same place, also when it was refused.</summary>
/// <param name="Query">What the list was searched and filtered by, and its page; without what is empty.</param>
public sealed record ListPlace(string List, IReadOnlyList<KeyValuePair<string, string?>> Query)
{
    public string Address => QueryHelpers.AddQueryString(List, Query);

    public static ListPlace Of(string list, int page, params (string Name, string? Value)[] search)
    {
        var query = search.Where(s => !string.IsNullOrEmpty(s.Value)).Select(s => new KeyValuePair<string, string?>(s.Name, s.Value)).ToList();
        if (page > 1)
        {
            query.Add(new KeyValuePair<string, string?>("hal", page.ToString(CultureInfo.InvariantCulture)));
        }

        return new ListPlace(list, query);
    }
}
