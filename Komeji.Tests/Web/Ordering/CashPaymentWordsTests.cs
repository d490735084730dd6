using Komeji.Domain.Ordering;
using Komeji.Web.Areas.Shop.Payments;

namespace Komeji.Tests.Web.Ordering;

/// <summary>Nobody is asked to pay a shop in cash for what is over.</summary>
public sealed class CashPaymentWordsTests
{
    [Theory]
    [InlineData(OrderState.AwaitingSeller, true)]
    [InlineData(OrderState.Shipped, true)]
    [InlineData(OrderState.Delivered, true)]
    [InlineData(OrderState.ReturnedToSender, false)]
    [InlineData(OrderState.Completed, false)]
    [InlineData(OrderState.Cancelled, false)]
    [InlineData(OrderState.Refunded, false)]
    public void The_page_asks_for_cash_only_while_it_is_due(OrderState state, bool due)
    {
        var words = CashPaymentWords.Of(state);
        words.IsDue.ShouldBe(due);
        (words.Word == "Bayar di Tempat").ShouldBe(due);
        words.Sentence.Contains("Bayar jumlah ini", StringComparison.Ordinal).ShouldBe(due && state != OrderState.Delivered);
    }
}
