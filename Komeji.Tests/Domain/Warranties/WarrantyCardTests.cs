using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Warranties;

public sealed class WarrantyCardTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(20, 20, 1)]
    [InlineData(21, 1, 21)]
    public void Each_piece_has_a_card_until_a_line_is_long(int pieces, int cards, int each)
    {
        var made = Cards(pieces, Claims.Year);
        made.Count.ShouldBe(cards);
        made.ShouldAllBe(c => c.Pieces == each);
        made.Select(c => c.Unit).ShouldBe(Enumerable.Range(1, cards));
        made.Select(c => c.Code).Distinct().Count().ShouldBe(cards);
    }

    [Fact]
    public void The_card_is_what_the_line_froze()
    {
        var card = Cards(1, Claims.Year)[0];
        (card.Kind, card.Answerer, card.Terms, card.Freight).ShouldBe((WarrantyKind.Shop, "Dapur Bu Sri", "Bukan karena terjatuh.", WarrantyFreight.Warrantor));
        (card.From, card.Until).ShouldBe((new DateOnly(2026, 10, 5), new DateOnly(2027, 10, 5)));
    }

    [Fact]
    public void Without_a_warranty_there_is_no_card() => Cards(2, Warranty.None).ShouldBeEmpty();

    [Fact]
    public void What_came_back_for_its_money_has_no_card()
    {
        var order = Claims.Sold(3, Claims.Year);
        WarrantyCard.Of(order, order.Lines[0], () => "GRSAAAAAA-AAAAAA", Claims.Monday, back: 1).Count.ShouldBe(2);
        WarrantyCard.Of(order, order.Lines[0], () => "GRSAAAAAA-AAAAAA", Claims.Monday, back: 3).ShouldBeEmpty();
    }

    [Fact]
    public void A_serial_number_is_written_down_and_every_change_of_it_kept()
    {
        var card = Cards(1, Claims.Year)[0];
        card.TakeSteps();
        card.NoteSerial(" RC-001 ", Orders.Seller, Claims.Monday);
        card.NoteSerial("RC-001", Orders.Seller, Claims.Monday);
        card.NoteSerial("RC-002", Orders.Seller, Claims.Monday);
        card.Serial.ShouldBe("RC-002");
        card.NewSteps.Select(s => s.Note).ShouldBe(["RC-001", "RC-001 menjadi RC-002"]);
        Should.Throw<RuleBroken>(() => card.NoteSerial("x", Orders.Seller, Claims.Monday)).Code.ShouldBe("warranty.serial");
    }

    static IReadOnlyList<WarrantyCard> Cards(int pieces, Warranty warranty)
    {
        var (order, drawn) = (Claims.Sold(pieces, warranty), 0);
        return WarrantyCard.Of(order, order.Lines[0], () => $"GRSAAAAAA-AAAA{drawn++:00}", Claims.Monday);
    }
}
