using System.Globalization;
using Komeji.Domain.Common;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Komeji.Web.TagHelpers;

/// <summary><c>&lt;rupiah value="..." /&gt;</c>: the amount for people, and for machines in <c>data-rupiah</c>.</summary>
[HtmlTargetElement("rupiah", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RupiahTagHelper : TagHelper
{
    public Rupiah Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("data-rupiah", Value.Amount.ToString(CultureInfo.InvariantCulture));
        output.Content.SetContent(Value.ToString());
    }
}
