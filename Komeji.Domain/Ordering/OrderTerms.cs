using Komeji.Domain.Common;

namespace Komeji.Domain.Ordering;

/// <summary>The clocks of an order, read from the settings in force. Days are calendar days unless named working days.</summary>
/// <param name="AcceptWorkingDays">The seller must accept within these; then the order is cancelled and refunded.</param>
/// <param name="ShipGraceWorkingDays">Added to the promised day; then an unshipped order is cancelled and refunded.</param>
/// <param name="CancelAnswer">A seller silent for so long agrees with the buyer's wish to cancel.</param>
/// <param name="PickupDays">Goods wait so long at the shop; then the order is cancelled and refunded.</param>
/// <param name="AssumeDeliveredDays">Added to the courier's latest estimate; then the parcel counts as delivered.</param>
/// <param name="CompleteAfter">At least so long the buyer may complain after delivery …</param>
/// <param name="CompleteAfterWorkingDays">… and at least so many working days (PP 80/2019 art. 69): the later counts.</param>
/// <param name="ExtendDays">The buyer may add these to the time for checking, once.</param>
public sealed record OrderTerms(
    int AcceptWorkingDays,
    int ShipGraceWorkingDays,
    TimeSpan CancelAnswer,
    int PickupDays,
    int AssumeDeliveredDays,
    TimeSpan CompleteAfter,
    int CompleteAfterWorkingDays,
    int ExtendDays,
    WorkingCalendar Calendar)
{
    public AppointmentTerms Services { get; init; } = AppointmentTerms.Usual;

    /// <summary>What takes the place of <see cref="CompleteAfter"/> where the buyer paid the shop in cash.</summary>
    public TimeSpan CashCompleteAfter { get; init; } = TimeSpan.FromHours(72);

    /// <summary>A buyer silent for so long agrees that the shop gave her cash back.</summary>
    public TimeSpan CashBackAnswer { get; init; } = TimeSpan.FromHours(72);

    public DateTimeOffset AcceptBy(DateTimeOffset paidAt) => Calendar.AddWorkingDays(paidAt, AcceptWorkingDays);

    public DateTimeOffset PromisedBy(DateTimeOffset acceptedAt, int handlingDays) => Calendar.AddWorkingDays(acceptedAt, handlingDays);

    public DateTimeOffset ShipBy(DateTimeOffset promisedBy) => Calendar.AddWorkingDays(promisedBy, ShipGraceWorkingDays);

    /// <summary>A service that should be over then is handed over by this moment, or cancelled.</summary>
    public DateTimeOffset DoneBy(DateTimeOffset endsAt) => Calendar.AddWorkingDays(endsAt, Services.DoneGraceWorkingDays);

    public DateTimeOffset CompleteAt(DateTimeOffset deliveredAt, bool inCash = false)
    {
        var byHours = deliveredAt + (inCash ? CashCompleteAfter : CompleteAfter);
        var byDays = Calendar.AddWorkingDays(deliveredAt, CompleteAfterWorkingDays);
        return byHours > byDays ? byHours : byDays;
    }
}

/// <summary>What the cooperative charges, frozen on the order when it is paid.</summary>
/// <param name="FeeRate">Service fee on goods.</param>
/// <param name="FeeScheduleVersion">The setting row the rate came from.</param>
/// <param name="VatRate">PPN on the fee; zero while the cooperative is not a taxable entrepreneur (PKP).</param>
/// <param name="VatRounding">How PPN is rounded, once per order.</param>
public sealed record FeeTerms(BasisPoints FeeRate, string FeeScheduleVersion, BasisPoints VatRate, Rounding VatRounding)
{
    /// <summary>The rule of tax the rate of PPN comes from; null where none is due.</summary>
    public long? VatRuleId { get; init; }
}
