using Komeji.Domain.Returns;
using Komeji.Web.Areas.Shared;

namespace Komeji.Tests.Web.Ordering;

public sealed class ReturnWordsTests
{
    [Theory]
    [InlineData(ReturnCause.Complaint, "", "/komplain/KPL-20261005-AAAAAA")]
    [InlineData(ReturnCause.Complaint, "/penjual", "/penjual/komplain/KPL-20261005-AAAAAA")]
    [InlineData(ReturnCause.Complaint, "/operator", "/operator/komplain/KPL-20261005-AAAAAA")]
    [InlineData(ReturnCause.Warranty, "", "/garansi/klaim/KPL-20261005-AAAAAA")]
    [InlineData(ReturnCause.Warranty, "/penjual", "/penjual/garansi/KPL-20261005-AAAAAA")]
    [InlineData(ReturnCause.Warranty, "/operator", "/operator/garansi/KPL-20261005-AAAAAA")]
    public void What_agreed_to_it_is_found_in_the_readers_part_of_the_site(ReturnCause cause, string office, string address) =>
        ReturnWords.CauseAddress(cause, "KPL-20261005-AAAAAA", office).ShouldBe(address);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_point_is_offered_only_where_there_is_one(bool hasPoint) =>
        ReturnWords.Ways(hasPoint).Contains("titik komunitas", StringComparison.Ordinal).ShouldBe(hasPoint);
}
