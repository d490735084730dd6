using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Komeji.Web.TagHelpers;

/// <summary><c>&lt;picture-of key="..." size="72" /&gt;</c>: a product's small picture beside its name, or an empty square without one.</summary>
[HtmlTargetElement("picture-of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PictureOfTagHelper : TagHelper
{
    public string? Key { get; set; }

    public int Size { get; set; } = 72;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var size = Size.ToString(CultureInfo.InvariantCulture);
        output.TagName = "img";
        output.TagMode = TagMode.StartTagOnly;
        output.Attributes.SetAttribute("class", "thumb");
        output.Attributes.SetAttribute("src", Key is null ? "/img/kosong-kotak.svg" : $"/gambar/{Uri.EscapeDataString(Key)}?u=kecil");
        output.Attributes.SetAttribute("alt", "");
        output.Attributes.SetAttribute("width", size);
        output.Attributes.SetAttribute("height", size);
        output.Attributes.SetAttribute("loading", "lazy");
    }
}
