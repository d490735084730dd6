using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain;

public sealed class ShipmentTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Moves_as_the_diagram_draws() =>
        StateDiagram.ShouldMatch<ShipmentState>("shipping.md", "Parcel", ShipmentMoves.From);

    [Fact]
    public void Is_handed_over_with_a_tracking_number()
    {
        var shipment = Prepared();
        shipment.HandToCourier(" jx123-4567890 ", Actor.Seller(Guid.Empty), Now);
        shipment.State.ShouldBe(ShipmentState.HandedToCourier);
        shipment.TrackingNumber.ShouldBe("JX123-4567890");
        shipment.NewSteps.Single().ReasonCode.ShouldBe("handed_over");
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("JX 1234567")]
    [InlineData("1234567890123456789012345678901")]
    public void Refuses_what_is_no_tracking_number(string number) =>
        Should.Throw<RuleBroken>(() => Prepared().HandToCourier(number, Actor.Seller(Guid.Empty), Now)).Code.ShouldBe("shipment.tracking_number");

    [Fact]
    public void Is_not_cancelled_after_it_left()
    {
        var shipment = Prepared();
        shipment.HandToCourier("JX1234567890", Actor.Seller(Guid.Empty), Now);
        Should.Throw<RuleBroken>(() => shipment.Cancel(Actor.System, Now)).Code.ShouldBe("shipment.illegal_move");
    }

    static Shipment Prepared() => Shipment.Prepare(OrderId.New(Now), ShipmentKind.Courier, "jne", "REG", Now);
}
