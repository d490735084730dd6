using System.Globalization;
using Komeji.Domain.Common;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Komeji.Web.TagHelpers;

/// <summary><c>&lt;waktu at="..." /&gt;</c>: <c>22 Nov 2026 14.05 WIB</c> in a time element; with <c>day</c> only the date.</summary>
[HtmlTargetElement("waktu", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WaktuTagHelper : TagHelper
{
    static readonly CultureInfo Indonesian = new("id-ID");

    public DateTimeOffset At { get; set; }

    public bool Day { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Content.SetContent(Show(At, Day));
    }

    public static string Show(DateTimeOffset at, bool day = false) =>
        at.ToOffset(Wib.Offset).ToString(day ? "d MMM yyyy" : "d MMM yyyy HH.mm 'WIB'", Indonesian);
}
