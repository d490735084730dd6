namespace Komeji.Web.Demo.Trade;

/// <summary>An order that must be there to be tried out.</summary>
/// <param name="Buyer">0 and 1 are the demo buyers.</param>
/// <param name="Store">0 and 1 belong to the demo sellers.</param>
/// <param name="Deeds">What was done, and how many hours ago.</param>
sealed record Scene(int Buyer, int Store, int HoursAgo, bool Pays, bool Pickup, params (Deed Deed, int HoursAgo)[] Deeds)
{
    /// <summary>Collected at a community point.</summary>
    public bool AtPoint { get; init; }

    /// <summary>Of things with a warranty.</summary>
    public bool Warranted { get; init; }
}

/// <summary>One order in every state for who signs in with a demo account, and work that waits for the demo sellers.</summary>
static class Scenes
{
    public static readonly IReadOnlyList<Scene> All =
    [
        new(0, 2, 3, Pays: false, Pickup: false),
        new(0, 0, 5, Pays: true, Pickup: false),
        new(1, 0, 9, Pays: true, Pickup: false),
        new(1, 1, 7, Pays: true, Pickup: false),
        new(0, 1, 28, Pays: true, Pickup: false, (Deed.Accept, 22)),
        new(2, 0, 26, Pays: true, Pickup: false, (Deed.Accept, 20)),
        new(1, 0, 31, Pays: true, Pickup: false, (Deed.Accept, 24), (Deed.Cancel, 3)),
        new(0, 0, 50, Pays: true, Pickup: true, (Deed.Accept, 45), (Deed.MakeReady, 5)),
        new(0, 1, 96, Pays: true, Pickup: false, (Deed.Accept, 90), (Deed.Ship, 70)),
        new(1, 0, 246, Pays: true, Pickup: false, (Deed.Accept, 240), (Deed.Ship, 216), (Deed.ReportNotArrived, 30)),
        new(0, 0, 170, Pays: true, Pickup: false, (Deed.Accept, 165), (Deed.Ship, 145), (Deed.Prove, 20)),
        new(0, 0, 47, Pays: true, Pickup: false, (Deed.Accept, 40), (Deed.ShipPart, 18)),
        new(1, 1, 351, Pays: true, Pickup: false, (Deed.Accept, 345), (Deed.ShipPart, 320), (Deed.CancelRest, 300), (Deed.Confirm, 240)),
        new(0, 1, 54, Pays: true, Pickup: false, (Deed.Accept, 48), (Deed.TakeIn, 6)) { AtPoint = true },
        new(1, 0, 33, Pays: true, Pickup: false, (Deed.Accept, 27)) { AtPoint = true },
        new(0, 3, 620, Pays: true, Pickup: false, (Deed.Accept, 612), (Deed.Ship, 596), (Deed.Confirm, 520)),
        new(0, 1, 760, Pays: true, Pickup: false, (Deed.Accept, 752), (Deed.Ship, 734), (Deed.Prove, 664)),
        new(0, 4, 430, Pays: true, Pickup: false, (Deed.Decline, 424)),
        new(0, 5, 520, Pays: false, Pickup: false),
        new(1, 1, 236, Pays: true, Pickup: false, (Deed.Accept, 230), (Deed.Ship, 204), (Deed.Return, 12)),
        new(0, 0, 840, Pays: true, Pickup: false, (Deed.Accept, 834), (Deed.Ship, 812), (Deed.Prove, 742), (Deed.Refund, 730)),
    ];

    /// <summary>
    /// What goes wrong after the sale: a complaint that waits for the seller, one for an officer, one that was decided, a return on its
    /// way, a claim on a warranty; messages nobody has read, and what reached the call centre.
    /// </summary>
    public static readonly IReadOnlyList<Scene> Care =
    [
        new(0, 0, 150, Pays: true, Pickup: false, (Deed.Accept, 144), (Deed.Ship, 120), (Deed.Complain, 20), (Deed.WriteToShop, 6)),
        new(1, 0, 180, Pays: true, Pickup: false, (Deed.Accept, 172), (Deed.Ship, 150), (Deed.Complain, 60), (Deed.Call, 24), (Deed.Mediate, 22)),
        new(1, 1, 420, Pays: true, Pickup: false, (Deed.Accept, 412), (Deed.Ship, 390), (Deed.Complain, 330), (Deed.Mediate, 310), (Deed.Judge, 290), (Deed.WriteToStaff, 3)),
        new(0, 0, 260, Pays: true, Pickup: false, (Deed.Accept, 250), (Deed.Ship, 230), (Deed.ComplainOfWrong, 140), (Deed.WriteToShop, 130), (Deed.AnswerBuyer, 126), (Deed.GrantComplaint, 96), (Deed.SendBack, 30)),
        new(0, 4, 500, Pays: true, Pickup: false, (Deed.Accept, 490), (Deed.Ship, 470), (Deed.Confirm, 400), (Deed.ClaimWarranty, 30)) { Warranted = true },
    ];
}
