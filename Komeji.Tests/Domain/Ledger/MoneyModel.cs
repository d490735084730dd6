namespace Komeji.Tests.Domain.Ledger;

/// <summary>
/// A second opinion on the money: balances per account and key, reckoned in plain numbers from what happened, without the product's rules,
/// types or rounding. Debit is positive. <see cref="TradeWalk"/> compares it with what the product books.
/// </summary>
sealed class MoneyModel
{
    readonly Dictionary<(int Account, string Key), long> balances = [];

    public IReadOnlyDictionary<(int Account, string Key), long> Balances => balances;

    /// <summary>What moved since it was last asked for.</summary>
    public HashSet<(int Account, string Key)> Touched { get; } = [];

    /// <summary>Real money that came in from buyers and banks, less what went out to anybody.</summary>
    public long Cash { get; private set; }

    public long Of(int account, string key) => balances.GetValueOrDefault((account, key));

    /// <summary>The whole is split by weights; odd rupiah go one by one to whoever lost most by rounding down, in a tie to who is next after the order's turn.</summary>
    public static long[] Split(long whole, IReadOnlyList<long> weights, long turn)
    {
        Int128 all = 0;
        foreach (var weight in weights)
        {
            all += weight;
        }

        var parts = weights.Select(w => (long)((Int128)whole * w / all)).ToArray();
        var lost = weights.Select(w => (Int128)whole * w % all).ToArray();
        var first = (int)((Int128)turn * 2_654_435_761 % 4_294_967_296 % weights.Count);
        for (var odd = whole - parts.Sum(); odd > 0; odd--)
        {
            var best = -1;
            for (var step = 0; step < weights.Count; step++)
            {
                var i = (first + step) % weights.Count;
                best = lost[i] > 0 && (best < 0 || lost[i] > lost[best]) ? i : best;
            }

            parts[best]++;
            lost[best] = 0;
        }

        return parts;
    }

    public void Paid(string provider, IEnumerable<ModelOrder> orders)
    {
        foreach (var order in orders)
        {
            order.IsPaid = true;
            Comes(1010, provider, 2010, order.Key, order.Lines.Sum(l => l.Total) + order.Shipping);
        }
    }

    /// <summary>Money nobody asked for: owed back at once, or parked until somebody decides.</summary>
    public void Unasked(string provider, int owedOn, string key, long amount) => Comes(1010, provider, owedOn, key, amount);

    public void WrongReturned(string payment, string refund, long amount) => Move(2091, payment, 2090, refund, amount);

    public void Cost(string provider, IReadOnlyList<ModelOrder> orders, long cost)
    {
        Goes(5010, "", 1010, provider, cost);
        var parts = Split(cost, [.. orders.Select(o => o.Lines.Sum(l => l.Total) + o.Shipping)], orders[0].Turn);
        for (var i = 0; i < parts.Length; i++)
        {
            orders[i].Cost = orders[i].IsOver ? orders[i].Cost : parts[i];
        }
    }

    public void Between(int to, string toKey, int from, string fromKey, long amount) => Move(to, toKey, from, fromKey, amount);

    /// <summary>Never served: all of it is owed to the buyer.</summary>
    public void Cancelled(ModelOrder order, string refund)
    {
        order.IsOver = true;
        Move(2010, order.Key, 2090, refund, -Of(2010, order.Key));
    }

    public void RestCancelled(ModelOrder order, IReadOnlyList<int> open, string refund)
    {
        var before = order.Lines.Sum(l => l.GoneUnsent);
        for (var i = 0; i < open.Count; i++)
        {
            order.Lines[i].Unsent += open[i];
        }

        Move(2010, order.Key, 2090, refund, order.Lines.Sum(l => l.GoneUnsent) - before);
    }

    public void Released(ModelOrder order, string month)
    {
        (order.IsOver, order.IsReleased, order.Month) = (true, true, month);
        order.IncomeTax = order.KeptGoods * order.IncomeTaxRate / 10_000;
        var (fee, net, vat) = (order.Fee, order.NetFee, order.Vat);
        Move(2010, order.Key, 2030, order.Store, order.KeptGoods + order.KeptShipping - fee - vat - order.IncomeTax);
        Move(2010, order.Key, 2100, month, net);
        Move(2010, order.Key, 5010, "", fee - net);
        Move(2010, order.Key, 2081, month, vat);
        Move(2010, order.Key, 2080, month, order.IncomeTax);
    }

    /// <summary>What goes back of each line and of shipping; who bears how many hundredths, the shop first, then courier and cooperative.</summary>
    /// <returns>What the shop bears.</returns>
    public long Refunded(ModelOrder order, long[] lines, long shipping, int[] percents, string refund, string month, (bool Vat, bool IncomeTax) remitted)
    {
        var bearing = Enumerable.Range(0, 3).Where(b => percents[b] > 0).ToArray();
        var borne = Split(lines.Sum() + shipping, [.. bearing.Select(b => (long)percents[b])], order.Turn);
        long PartOf(int bearer) => bearing.Zip(borne).Where(x => x.First == bearer).Sum(x => x.Second);
        var shop = PartOf(0);
        var given = Enumerable.Range(0, lines.Length).Where(i => lines[i] > 0).ToArray();
        var parts = Split(shop, [.. given.Select(i => lines[i]), shipping], order.Turn);
        for (var i = 0; i < given.Length; i++)
        {
            order.Lines[given[i]].Back += lines[given[i]];
            order.Lines[given[i]].Charged += order.IsReleased ? 0 : parts[i];
        }

        order.ShippingBack += shipping;
        order.ShippingCharged += order.IsReleased ? 0 : parts[^1];
        if (order.IsReleased && shop > 0)
        {
            var taken = order.Take(shop - parts[^1], parts[^1], isBank: false);
            GiveUp(order, taken, 2030, order.Store, 2090, refund, month, remitted);
        }
        else if (!order.IsReleased)
        {
            Move(2010, order.Key, 2090, refund, shop);
        }

        Move(1030, refund, 2090, refund, PartOf(1));
        Move(5030, "", 2090, refund, PartOf(2));
        return shop;
    }

    /// <summary>The shop gives back all the buyer has not got back.</summary>
    public void RefundedByShop(ModelOrder order, string refund)
    {
        var amount = order.Left;
        foreach (var line in order.Lines)
        {
            line.Charged += line.Left;
            line.Back += line.Left;
        }

        order.ShippingCharged += order.Shipping - order.ShippingBack;
        order.ShippingBack = order.Shipping;
        order.IsOver = true;
        Move(2010, order.Key, 2090, refund, amount);
    }

    public void RefundSent(string provider, string refund) => Goes(2090, refund, 1010, provider, -Of(2090, refund));

    public void RefundCameBack(string provider, string refund, long amount) => Comes(1010, provider, 2090, refund, amount);

    public void RefundTransferred(string refund) => Goes(2090, refund, 1020, "", -Of(2090, refund));

    public void Disputed(string provider, string dispute, long amount, long fee)
    {
        Goes(1200, dispute, 1010, provider, amount);
        Goes(5040, "", 1010, provider, fee);
    }

    public ModelTaken Claimed(ModelOrder order, string dispute, long amount)
    {
        var goods = Split(amount, [order.GoodsLeft, order.ShippingLeft], order.Turn)[0];
        var taken = order.Take(goods, amount - goods, isBank: true);
        Move(2030, order.Store, 2035, dispute, taken.OfShop);
        return taken;
    }

    public void ClaimGivenBack(ModelOrder order, string dispute, ModelTaken taken)
    {
        order.Taken.Remove(taken);
        Move(2035, dispute, 2030, order.Store, taken.OfShop);
    }

    public void ClaimLost(ModelOrder order, string dispute, ModelTaken taken, string month, (bool Vat, bool IncomeTax) remitted)
    {
        taken.Remitted = remitted;
        GiveUp(order, taken, 2035, dispute, 1200, dispute, month, remitted);
    }

    /// <summary>Money of a lost dispute came back and is the shop's.</summary>
    public void ClaimReturned(ModelOrder order, string receipt, ModelTaken taken, string month)
    {
        order.Taken.Remove(taken);
        Move(2091, receipt, 2030, order.Store, taken.OfShop);
        Move(2091, receipt, 2100, month, taken.Net);
        Move(2091, receipt, 5010, "", taken.Fee - taken.Net);
        Move(2091, receipt, taken.Remitted.Vat ? 1220 : 2081, taken.Remitted.Vat ? "ppn:" + order.Month : order.Month, taken.Vat);
        Move(2091, receipt, taken.Remitted.IncomeTax ? 1220 : 2080, taken.Remitted.IncomeTax ? "pph22:" + order.Month : order.Month, taken.IncomeTax);
    }

    public void CameBack(string provider, string dispute, string receipt, long amount, long late)
    {
        Comes(1010, provider, 1200, dispute, amount - late);
        Comes(1010, provider, 2091, receipt, late);
    }

    public void Leaves(int from, string fromKey, int bank, long amount) => Goes(from, fromKey, bank, "", amount);

    public void Arrives(int bank, int owedOn, string key, long amount) => Comes(bank, "", owedOn, key, amount);

    /// <summary>The provider's parts of a rupiah; positive where it holds less.</summary>
    public void Rounded(string provider, long rupiah) => Goes(5090, "", 1010, provider, rupiah);

    void GiveUp(ModelOrder order, ModelTaken taken, int shop, string shopKey, int to, string toKey, string month, (bool Vat, bool IncomeTax) remitted)
    {
        Move(shop, shopKey, to, toKey, taken.OfShop);
        Move(2100, month, to, toKey, taken.Net);
        Move(5010, "", to, toKey, taken.Fee - taken.Net);
        Move(remitted.Vat ? 1220 : 2081, remitted.Vat ? "ppn:" + order.Month : order.Month, to, toKey, taken.Vat);
        Move(remitted.IncomeTax ? 1220 : 2080, remitted.IncomeTax ? "pph22:" + order.Month : order.Month, to, toKey, taken.IncomeTax);
    }

    void Comes(int bank, string bankKey, int account, string key, long amount)
    {
        Cash += amount;
        Move(bank, bankKey, account, key, amount);
    }

    void Goes(int account, string key, int bank, string bankKey, long amount)
    {
        Cash -= amount;
        Move(account, key, bank, bankKey, amount);
    }

    void Move(int debit, string debitKey, int credit, string creditKey, long amount)
    {
        if (amount != 0)
        {
            balances[(debit, debitKey)] = checked(Of(debit, debitKey) + amount);
            balances[(credit, creditKey)] = checked(Of(credit, creditKey) - amount);
            Touched.Add((debit, debitKey));
            Touched.Add((credit, creditKey));
        }
    }
}
