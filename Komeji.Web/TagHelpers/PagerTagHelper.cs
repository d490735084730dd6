using System.Globalization;
using Komeji.Application.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Komeji.Web.TagHelpers;

/// <summary><c>&lt;pager of="Model.Orders" /&gt;</c>: links to the other pages of a list, as <c>hal</c> beside the search as it is. A single page shows none.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    const int Around = 2;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required IPageOf Of { get; set; }

    /// <summary>The last thing on this page, for lists whose next page goes on after it even when others have come in between.</summary>
    public string? After { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Last == 1)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "Halaman");
        if (Of.Number > 1)
        {
            Link(output, Of.Number - 1, "Sebelumnya", "prev");
        }

        var before = 0;
        foreach (var number in Enumerable.Range(1, Of.Last).Where(n => n == 1 || n == Of.Last || Math.Abs(n - Of.Number) <= Around))
        {
            if (number > before + 1)
            {
                output.Content.AppendHtml("<span class=\"gap\">…</span>");
            }

            Number(output, number);
            before = number;
        }

        if (Of.Number < Of.Last)
        {
            Link(output, Of.Number + 1, "Berikutnya", "next");
        }
    }

    void Number(TagHelperOutput output, int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (number != Of.Number)
        {
            Link(output, number, text, null);
            return;
        }

        var here = new TagBuilder("span");
        here.Attributes["aria-current"] = "page";
        here.InnerHtml.Append(text);
        output.Content.AppendHtml(here);
    }

    void Link(TagHelperOutput output, int number, string text, string? relation)
    {
        var link = new TagBuilder("a");
        // A page kept for everyone repeats only what it is kept by, or one visitor's address would stand in another's links.
        var forEveryone = ViewContext.HttpContext.IsSamePageForAll();
        var others = ViewContext.HttpContext.Request.Query.Where(q => q.Key is not ("hal" or "setelah") && (!forEveryone || SamePageForAll.QueryKeys.Contains(q.Key)));
        var query = new QueryBuilder(others) { { "hal", number.ToString(CultureInfo.InvariantCulture) } };
        if (After is not null && number == Of.Number + 1)
        {
            query.Add("setelah", After);
        }

        link.Attributes["href"] = query.ToString();
        if (relation is not null)
        {
            link.Attributes["rel"] = relation;
        }

        link.InnerHtml.Append(text);
        output.Content.AppendHtml(link);
    }
}
