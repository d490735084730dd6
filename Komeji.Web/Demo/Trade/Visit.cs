namespace Komeji.Web.Demo.Trade;

/// <summary>What somebody does to an order after it is paid, beside what the clocks do.</summary>
enum Deed
{
    Accept,
    Decline,
    Ship,

    /// <summary>The first thing only; the others stay to be sent.</summary>
    ShipPart,
    CancelRest,

    /// <summary>By the keeper of the community point.</summary>
    TakeIn,
    Prove,
    MakeReady,
    HandOver,
    Confirm,
    Cancel,
    AgreeToCancel,
    ReportNotArrived,
    Return,
    Refund,
    StartService,
    FinishService,
    FinishWithPhoto,
    ProposeTime,
    AgreeToTime,

    /// <summary>Of one damaged piece. From here on the deeds are of what goes wrong after the sale.</summary>
    Complain,

    /// <summary>Of all pieces of a thing, to send them back.</summary>
    ComplainOfWrong,

    /// <summary>The seller grants what was asked for.</summary>
    GrantComplaint,

    /// <summary>An officer comes in.</summary>
    Mediate,

    /// <summary>An officer decides who answers for it.</summary>
    Judge,
    SendBack,
    ClaimWarranty,
    WriteToShop,
    AnswerBuyer,

    /// <summary>The buyer calls, and the call centre handles it.</summary>
    Call,

    /// <summary>The buyer writes to the call centre, where nobody has taken it yet.</summary>
    WriteToStaff,
}

/// <param name="Pieces">Of each thing so many.</param>
/// <param name="AtPoint">Collected at the first community point the shop serves.</param>
/// <param name="Pickup">Collected at the shop.</param>
/// <param name="Service">When a service is wanted and what becomes of it, instead of <paramref name="Deeds"/>; null for goods.</param>
sealed record Basket(int Store, IReadOnlyList<(DemoGood Good, int Variant, int Pieces)> Pieces, bool Pickup, IReadOnlyList<(Deed Deed, DateTimeOffset At)> Deeds, ServicePlan? Service = null, bool AtPoint = false);

/// <summary>One purchase: who, when, what from which shops, and what becomes of it.</summary>
/// <param name="Pays">Null: never.</param>
/// <param name="GivesUp">Cancels before paying.</param>
sealed record Visit(DemoPerson Buyer, DateTimeOffset At, DateTimeOffset? Pays, DateTimeOffset? GivesUp, IReadOnlyList<Basket> Baskets);
