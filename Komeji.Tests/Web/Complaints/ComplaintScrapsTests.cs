using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Web.Areas.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Komeji.Tests.Web.Complaints;

/// <summary>What is kept of a form that was not sent.</summary>
public sealed class ComplaintScrapsTests
{
    /// <summary>The page counts a line break as one letter and sends two.</summary>
    [Fact]
    public void The_longest_reason_is_kept_with_its_line_breaks()
    {
        var typed = string.Join("\r\n", Enumerable.Repeat("baris", 167))[..^1];
        var counted = typed.Replace("\r\n", "\n", StringComparison.Ordinal);
        (typed.Length > Complaint.LongestReason, counted.Length <= Complaint.LongestReason).ShouldBe((true, true));
        ComplaintScraps.Read(ComplaintScraps.Write(Form(typed)))["Alasan"].ShouldBe(counted);
    }

    [Fact]
    public void What_is_too_long_is_refused_and_not_left_out() =>
        Should.Throw<RuleBroken>(() => ComplaintScraps.Write(Form(new string('a', Complaint.LongestReason + 1)))).Code.ShouldBe("complaint.draft");

    static FormCollection Form(string reason) => new(new Dictionary<string, StringValues> { ["Alasan"] = reason, ["Solusi"] = nameof(ComplaintSolution.Replace) });
}
