using Komeji.Application.Returns;
using Komeji.Domain.Common;
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

    [Theory]
    [InlineData(3, 0, "3 dari 3 dianggap kembali (3 layak jual)")]
    [InlineData(1, 1, "2 dari 3 dianggap kembali (1 layak jual, 1 tidak layak jual); 1 tidak kembali")]
    [InlineData(0, 0, "0 dari 3 dianggap kembali; 3 tidak kembali")]
    public void What_was_counted_is_said_in_whole_words(int sellable, int unsellable, string words) =>
        ReturnWords.Counted(Three(sellable, unsellable)).ShouldBe(words);

    [Theory]
    [InlineData(3, 0, true)]
    [InlineData(1, 2, true)]
    [InlineData(3, 1, false)]
    [InlineData(-1, 3, false)]
    public void No_more_is_decided_than_was_sent_back(int sellable, int unsellable, bool fits)
    {
        var line = Three(0, 0);
        new CountForm { Layak = { [line.Id.Value] = sellable }, Rusak = { [line.Id.Value] = unsellable } }.Fits(line).ShouldBe(fits);
    }

    static ReturnPageLine Three(int sellable, int unsellable) => new(default, "Kopi bubuk", null, 3, Rupiah.Zero, sellable, unsellable, Rupiah.Zero);
}
