using Bogus;
using Komeji.Domain.Common;

namespace Komeji.Web.Demo.Trade;

/// <summary>
/// What becomes of a paid order, step by step at hours when people are awake. Steps that lie in the future are simply not done
/// yet, so the youngest orders stand where orders stand.
/// </summary>
sealed class Fates(Randomizer dice)
{
    enum Fate
    {
        Received,
        ReceivedInSilence,
        Declined,
        CancelledEarly,
        CancelledByAgreement,
        NeverAccepted,
        NeverShipped,
        Returned,
        RefundedAfterDelivery,
    }

    static readonly float[] Chances = [.56f, .22f, .04f, .03f, .03f, .03f, .02f, .03f, .04f];

    public IReadOnlyList<(Deed Deed, DateTimeOffset At)> Draw(DateTimeOffset paid, bool pickup)
    {
        var fate = dice.WeightedRandom(Enum.GetValues<Fate>(), Chances);
        var accept = Later(paid, .5, 14);
        var ready = Later(accept, 3, 26);
        var there = pickup ? Later(ready, 3, 40) : Later(ready, 30, 80);
        return fate switch
        {
            Fate.Declined => [(Deed.Decline, accept)],
            Fate.CancelledEarly => [(Deed.Cancel, paid.AddMinutes(dice.Number(5, 25)))],
            Fate.CancelledByAgreement => [(Deed.Accept, accept), (Deed.Cancel, accept.AddMinutes(40)), (Deed.AgreeToCancel, Later(accept.AddHours(1), 1, 8))],
            Fate.NeverAccepted => [],
            Fate.NeverShipped => [(Deed.Accept, accept)],
            Fate.Returned when !pickup => [(Deed.Accept, accept), (Deed.Ship, ready), (Deed.Return, Later(there, 20, 48)), (Deed.Refund, Later(there, 60, 90))],
            Fate.RefundedAfterDelivery when !pickup => [.. Arrives(accept, ready, there), (Deed.Refund, Later(there, 4, 30))],
            Fate.ReceivedInSilence => pickup ? Collected(accept, ready, there) : Arrives(accept, ready, there),
            _ => pickup
                ? [.. Collected(accept, ready, there), (Deed.Confirm, Later(there, 1, 30))]
                : [(Deed.Accept, accept), (Deed.Ship, ready), (Deed.Confirm, Later(there, 1, 30))],
        };
    }

    /// <summary>Some time after, between eight and twenty o'clock in WIB.</summary>
    public DateTimeOffset Later(DateTimeOffset from, double leastHours, double mostHours)
    {
        var local = (from + TimeSpan.FromHours(dice.Double(leastHours, mostHours))).ToOffset(Wib.Offset);
        var morning = new DateTimeOffset(local.Date, Wib.Offset).AddHours(8).AddMinutes(dice.Number(90));
        return (local.Hour switch { < 8 => morning, >= 20 => morning.AddDays(1), _ => local }).ToUniversalTime();
    }

    static IReadOnlyList<(Deed, DateTimeOffset)> Arrives(DateTimeOffset accept, DateTimeOffset ship, DateTimeOffset there) =>
        [(Deed.Accept, accept), (Deed.Ship, ship), (Deed.Prove, there)];

    static IReadOnlyList<(Deed, DateTimeOffset)> Collected(DateTimeOffset accept, DateTimeOffset ready, DateTimeOffset there) =>
        [(Deed.Accept, accept), (Deed.MakeReady, ready), (Deed.HandOver, there)];
}
