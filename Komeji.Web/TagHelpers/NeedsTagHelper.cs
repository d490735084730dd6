using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Komeji.Web.TagHelpers;

/// <summary>
/// <c>&lt;a needs="Orders" href="..."&gt;</c>: a link inside a shop for whom may follow it. Anybody else reads its words; a button is not there
/// at all. The page behind it asks the same right again.
/// </summary>
[HtmlTargetElement("a", Attributes = "needs")]
public sealed class NeedsTagHelper : TagHelper
{
    public ShopRights Needs { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Access.RightsOf(ViewContext.HttpContext.User).HasFlag(Needs))
        {
            return;
        }

        if (output.Attributes["class"]?.Value?.ToString()?.Contains("btn", StringComparison.Ordinal) == true)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "span";
        output.Attributes.RemoveAll("href");
    }
}
