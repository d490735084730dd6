namespace Komeji.Tests.Domain.Ledger;

enum TradeAct
{
    Place,
    Pay,
    PayAgain,
    PayWrongly,
    ReturnWrongMoney,
    GiveUp,
    Cost,
    Accept,
    Cancel,
    ShipPart,
    Ship,
    CancelRest,
    Deliver,
    Complete,
    RefundByShop,
    DecideRefund,
    SendRefund,
    ReturnRefund,
    TransferRefund,
    Dispute,
    WinDispute,
    LoseDispute,
    BearDispute,
    MoneyBack,
    DecideMoneyBack,
    AskPayout,
    MovePayout,
    Settle,
    ReturnSettlement,
    Sweep,
    PrepareTax,
    RemitTax,
    Round,
    Replay,
}

/// <summary>One step of a <see cref="TradeWalk"/>. All it draws comes from its own dice, so a step means much the same when others are left out.</summary>
readonly record struct TradeStep(TradeAct Act, int Dice)
{
    static readonly TradeAct[] Weighted =
    [
        .. Enum.GetValues<TradeAct>().SelectMany(act => Enumerable.Repeat(act, act switch
        {
            TradeAct.Pay or TradeAct.Accept or TradeAct.Complete or TradeAct.MovePayout => 6,
            TradeAct.Place or TradeAct.Cost or TradeAct.Ship or TradeAct.Deliver or TradeAct.DecideRefund or TradeAct.SendRefund or TradeAct.Replay => 4,
            TradeAct.Dispute or TradeAct.WinDispute or TradeAct.LoseDispute or TradeAct.AskPayout or TradeAct.Settle or TradeAct.ShipPart or TradeAct.DecideMoneyBack => 2,
            _ => 1,
        })),
    ];

    /// <summary>What a walk can do without: where one kind of trouble is missing, others get further.</summary>
    static readonly TradeAct[] Troubles =
    [
        TradeAct.PayAgain, TradeAct.PayWrongly, TradeAct.GiveUp, TradeAct.Cost, TradeAct.Cancel, TradeAct.ShipPart, TradeAct.RefundByShop, TradeAct.DecideRefund,
        TradeAct.ReturnRefund, TradeAct.Dispute, TradeAct.LoseDispute, TradeAct.MoneyBack, TradeAct.ReturnSettlement, TradeAct.Round,
    ];

    /// <param name="everything">False: without some kinds of trouble, drawn too.</param>
    public static TradeStep[] Draw(Random random, int count, bool everything = false)
    {
        var without = everything ? [] : Troubles.Where(_ => random.Next(3) == 0).ToHashSet();
        TradeAct[] acts = [.. Weighted.Where(a => !without.Contains(a))];
        return [.. Enumerable.Range(0, count).Select(_ => new TradeStep(acts[random.Next(acts.Length)], random.Next()))];
    }

    public override string ToString() => $"{Act} {Dice}";
}
