namespace Komeji.Tests.Domain.Ledger;

/// <summary>Mistakes a model can make on purpose: each must be noticed, or the comparison proves nothing.</summary>
enum ModelMistake
{
    None,

    /// <summary>The fee is rounded once for the order, not for each line.</summary>
    FeeOfTheOrder,
    VatRoundedDown,

    /// <summary>What is taken back is rounded each time by itself.</summary>
    EachByItself,

    /// <summary>What a bank took is forgotten at the next refund.</summary>
    ForgetsTheBank,
}

/// <summary>What <see cref="MoneyModel"/> knows of an order, in plain numbers.</summary>
sealed class ModelOrder
{
    public required string Key { get; init; }
    public required string Store { get; init; }

    /// <summary>Decides ties.</summary>
    public required long Turn { get; init; }
    public required ModelLine[] Lines { get; init; }
    public required long Shipping { get; init; }

    /// <summary>Hundredths of a percent.</summary>
    public required int FeeRate { get; init; }
    public required int VatRate { get; init; }
    public required int IncomeTaxRate { get; init; }
    public required ModelMistake Mistake { get; init; }
    public long ShippingBack { get; set; }
    public long ShippingCharged { get; set; }
    public long Cost { get; set; }
    public long IncomeTax { get; set; }
    public bool IsPaid { get; set; }
    public bool IsOver { get; set; }
    public bool IsReleased { get; set; }

    /// <summary>Of the release.</summary>
    public string Month { get; set; } = "";

    /// <summary>What was taken back after the release and not given back.</summary>
    public List<ModelTaken> Taken { get; } = [];

    public long KeptGoods => Lines.Sum(l => l.Kept);

    public long KeptShipping => Shipping - ShippingCharged;

    public long Fee => Mistake == ModelMistake.FeeOfTheOrder ? KeptGoods * FeeRate / 10_000 : Lines.Sum(l => l.Kept * FeeRate / 10_000);

    /// <summary>Half a rupiah counts as one.</summary>
    public long Vat => ((Fee * VatRate) + (Mistake == ModelMistake.VatRoundedDown ? 0 : 5_000)) / 10_000;

    public long NetFee => Math.Max(0, Fee - Cost);

    public long GoodsLeft => Lines.Sum(l => l.Left) - Taken.Where(t => t.IsBank).Sum(t => t.Goods);

    public long ShippingLeft => Shipping - ShippingBack - Taken.Where(t => t.IsBank).Sum(t => t.Shipping);

    /// <summary>What of it has neither been refunded nor been taken by a bank.</summary>
    public long Left => GoodsLeft + ShippingLeft;

    /// <summary>Of each amount the part that falls on all goods taken so far, less what was taken of it before.</summary>
    public ModelTaken Take(long goods, long shipping, bool isBank)
    {
        List<ModelTaken> earlier = Mistake switch
        {
            ModelMistake.EachByItself => [],
            ModelMistake.ForgetsTheBank => [.. Taken.Where(t => !t.IsBank)],
            _ => Taken,
        };
        var all = earlier.Sum(t => t.Goods) + goods;
        long Next(long whole, Func<ModelTaken, long> before) =>
            KeptGoods == 0 ? 0 : Math.Max(0, (long)((Int128)whole * all / KeptGoods) - earlier.Sum(before));
        var (fee, net, vat, incomeTax) = (Next(Fee, t => t.Fee), Next(NetFee, t => t.Net), Next(Vat, t => t.Vat), Next(IncomeTax, t => t.IncomeTax));
        if (isBank)
        {
            // So small a part may hold less than rounding asks for.
            fee = Math.Min(fee, goods);
            vat = Math.Min(vat, goods - fee);
            incomeTax = Math.Min(incomeTax, goods - fee - vat);
        }

        var taken = new ModelTaken { IsBank = isBank, Goods = goods, Shipping = shipping, Fee = fee, Net = net, Vat = vat, IncomeTax = incomeTax };
        Taken.Add(taken);
        return taken;
    }
}

sealed class ModelLine
{
    public required long Total { get; init; }
    public required int Pieces { get; init; }

    /// <summary>Pieces that were not sent.</summary>
    public int Unsent { get; set; }
    public long Back { get; set; }

    /// <summary>Of that, what the shop bore while the money was held.</summary>
    public long Charged { get; set; }

    public long GoneUnsent => Total * Unsent / Pieces;

    public long Kept => Total - GoneUnsent - Charged;

    public long Left => Total - GoneUnsent - Back;
}

/// <summary>What was taken back of a released order in one go.</summary>
sealed class ModelTaken
{
    /// <summary>By the buyer's bank; otherwise by a refund.</summary>
    public required bool IsBank { get; init; }
    public required long Goods { get; init; }
    public required long Shipping { get; init; }
    public required long Fee { get; init; }
    public required long Net { get; init; }
    public required long Vat { get; init; }
    public required long IncomeTax { get; init; }

    /// <summary>The State had the month's tax when it was lost.</summary>
    public (bool Vat, bool IncomeTax) Remitted { get; set; }

    public long OfShop => Goods + Shipping - Fee - Vat - IncomeTax;
}
