using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain;

public sealed class CartTests
{
    static readonly DateTimeOffset Now = Orders.Monday;
    static readonly Rupiah Price = new(18_500);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Refuses_quantities_that_make_no_sense(int quantity)
    {
        var cart = Cart.OfVisitor("x", Now);
        var thing = VariantId.New(Now);
        cart.Add(thing, 5, Price, Now);
        Should.Throw<RuleBroken>(() => cart.Add(thing, quantity, Price, Now)).Code.ShouldBe("cart.quantity");
        Should.Throw<RuleBroken>(() => cart.Put(thing, quantity, Price, Now)).Code.ShouldBe("cart.quantity");
        Should.Throw<RuleBroken>(() => cart.Change(thing, quantity, Now)).Code.ShouldBe("cart.quantity");
        cart.Lines.Single().Quantity.ShouldBe(5);
    }

    [Fact]
    public void Adds_up_and_buys_now_exactly()
    {
        var cart = Cart.OfVisitor("x", Now);
        var thing = VariantId.New(Now);
        cart.Add(thing, 2, Price, Now);
        cart.Add(thing, 3, Price, Now);
        cart.Lines.Single().Quantity.ShouldBe(5);
        cart.Put(thing, 1, Price, Now);
        cart.Lines.Single().Quantity.ShouldBe(1);
    }

    [Fact]
    public void Holds_fifty_things_and_no_more()
    {
        var cart = Cart.OfVisitor("x", Now);
        for (var i = 0; i < Cart.MostLines; i++)
        {
            cart.Add(VariantId.New(Now), 1, Price, Now);
        }

        Should.Throw<RuleBroken>(() => cart.Add(VariantId.New(Now), 1, Price, Now)).Code.ShouldBe("cart.full");
    }

    [Fact]
    public void Taking_over_keeps_the_larger_count_and_happens_once()
    {
        var (both, theirs) = (VariantId.New(Now), VariantId.New(Now));
        var mine = Cart.Of(Orders.BuyerId, Now);
        mine.Add(both, 2, Price, Now);
        var visitor = Cart.OfVisitor("x", Now);
        visitor.Add(both, 5, Price, Now);
        visitor.Add(theirs, 1, Price, Now);
        mine.TakeOver(visitor, Now);
        mine.TakeOver(visitor, Now);
        mine.Lines.ToDictionary(l => l.VariantId, l => l.Quantity).ShouldBe(new Dictionary<VariantId, int> { [both] = 5, [theirs] = 1 }, ignoreOrder: true);
        visitor.Lines.ShouldBeEmpty();
    }
}
