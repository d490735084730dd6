using Komeji.Web.Setup;
using Microsoft.AspNetCore.Http;

namespace Komeji.Tests.Web.Ordering;

/// <summary>The guard of the one form without a token.</summary>
public sealed class FromThisSiteTests
{
    [Theory]
    [InlineData("same-origin", "https://komeji.id", null, true)]
    [InlineData("same-origin", null, null, true)]
    [InlineData(null, "https://komeji.id", null, true)]
    [InlineData(null, "https://KOMEJI.id:443", null, true)]
    [InlineData(null, null, "https://komeji.id/produk/keripik", true)]
    [InlineData(null, null, null, false)]
    [InlineData("cross-site", "https://komeji.id", null, false)]
    [InlineData("same-site", "https://komeji.id", null, false)]
    [InlineData("none", null, null, false)]
    [InlineData("same-origin", "https://jahat.example", null, false)]
    [InlineData(null, "https://jahat.example", "https://komeji.id/", false)]
    [InlineData(null, "null", "https://komeji.id/", false)]
    [InlineData(null, "https://komeji.id.jahat.example", null, false)]
    [InlineData(null, "https://komeji.id:8443", null, false)]
    [InlineData(null, "https://komeji.id@jahat.example", null, false)]
    [InlineData(null, null, "https://jahat.example/?https://komeji.id/", false)]
    [InlineData(null, null, "//komeji.id/", false)]
    [InlineData(null, null, "data:text/html,komeji.id", false)]
    public void Believes_posts_of_this_site_only(string? site, string? origin, string? referer, bool believed)
    {
        var request = new DefaultHttpContext().Request;
        request.Scheme = "https";
        request.Host = new HostString("komeji.id");
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", site), ("Origin", origin), ("Referer", referer) })
        {
            if (value is not null)
            {
                request.Headers[name] = value;
            }
        }

        FromThisSiteOnlyAttribute.IsFromThisSite(request).ShouldBe(believed);
    }
}
