using System.Globalization;
using System.Text.Json;
using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;

namespace Komeji.Integrations.Payments.Midtrans;

/// <summary>How a transaction stands, as Get Status tells it.</summary>
sealed class MidtransTransaction(JsonElement told)
{
    public string Id => told.Text("transaction_id");

    public string Order => told.Text("order_id");

    public string Gross => told.Text("gross_amount");

    string Status => told.Text("transaction_status");

    /// <summary>Our attempt; null for a transaction somebody else made at the same account.</summary>
    public AttemptId? Attempt => Guid.TryParse(Order, out var id) ? new AttemptId(id) : null;

    public DateTimeOffset At => Time("settlement_time") ?? Time("transaction_time") ?? DateTimeOffset.UnixEpoch;

    public string Currency => told.Text("currency") is { Length: > 0 } currency ? currency.ToUpperInvariant() : "IDR";

    /// <summary>Money was taken, whatever became of it afterwards. Late, after the code had expired, is a payment like any other.</summary>
    public bool IsPaid => Status is "settlement" or "refund" or "partial_refund" or "chargeback" or "partial_chargeback" || (Status == "capture" && !IsChallenged);

    /// <summary>The bank's answer is there, and the provider's search for fraud wants a person to decide.</summary>
    public bool IsChallenged => told.Text("fraud_status") == "challenge";

    /// <summary>The whole of it: it counts as disputed until a person has learned at Midtrans' desk how that ended.</summary>
    public bool IsChargedBack => Status == "chargeback";

    /// <summary>A part of it, and Midtrans does not tell how much.</summary>
    public bool IsPartlyChargedBack => Status == "partial_chargeback";

    /// <summary>Captured from a card and on its way to us: it cannot be given back before it has arrived.</summary>
    public bool IsOnItsWay => Status == "capture";

    public bool CanGiveBack => MidtransChannels.CanGiveBack(told);

    bool HasEnded => Status is "deny" or "cancel" or "expire" or "failure";

    /// <summary>It had been paid, and is not any more: a bank reversed it, or somebody voided a card's payment.</summary>
    bool WasTakenBack => Status is "deny" or "cancel" && (told.Text("settlement_time").Length > 0 || (told.Text("payment_type") == "credit_card" && told.Text("approval_code").Length > 0));

    /// <param name="reference">What we know it by already; empty while we know nothing.</param>
    /// <param name="until">When it ends, should it not say.</param>
    public ProviderAnswer Answer(string reference, DateTimeOffset until) => Status switch
    {
        _ when IsPaid => Paid() is { } notice ? new ProviderAnswer.Paid([notice]) : new ProviderAnswer.Unknown(),
        "pending" or "authorize" or "capture" => new ProviderAnswer.Open(reference.Length > 0 ? reference : Id, Instruction(until).ToAddress()),
        _ when HasEnded => new ProviderAnswer.Declined(Reason()),
        _ => new ProviderAnswer.Unknown(),
    };

    /// <summary>What it means, for the books. Empty: nothing to book.</summary>
    public IReadOnlyList<ProviderNotice> Notices()
    {
        var notices = new List<ProviderNotice>();
        if (IsPaid)
        {
            notices.Add(Paid() is { } paid ? paid : Doubt($"Uang masuk {Gross} {Currency} di Midtrans tanpa tanda belanja Komeji"));
        }

        foreach (var refund in Refunds().Where(r => r.IsDone))
        {
            notices.Add(Guid.TryParse(refund.Key, out var key)
                ? new ProviderNotice.RefundDone(refund.Key, refund.At, new RefundId(key), Succeeded: true, refund.Key)
                : Doubt($"Pengembalian {refund.Key} sebesar {refund.Amount} dibuat di Midtrans, bukan dari Komeji; bukukan setelah diputuskan siapa yang menanggung"));
        }

        notices.AddRange(Disputes());
        if (IsPartlyChargedBack)
        {
            notices.Add(Doubt("Bank pembeli menarik kembali sebagian pembayaran ini, dan Midtrans tidak menyebut jumlahnya. Lihat di dasbor Midtrans, lalu catat hasilnya di halaman sengketa"));
        }
        else if (WasTakenBack)
        {
            notices.Add(Doubt($"Pembayaran yang pernah masuk menjadi “{Status}”; uangnya tidak lagi pada kita"));
        }
        else if (Status == "capture" && IsChallenged)
        {
            notices.Add(Doubt("Kartu ini diduga dipakai menipu. Terima atau tolak di dasbor Midtrans"));
        }
        else if (HasEnded && Attempt is { } attempt)
        {
            notices.Add(new ProviderNotice.Declined(Id, At, attempt, Reason()));
        }

        return notices;
    }

    /// <summary>
    /// That the buyer's bank took the money, as a dispute under the transaction's own id: Midtrans numbers none, and tells neither a price
    /// nor the end. Of a part it is not told how much was taken.
    /// </summary>
    public IReadOnlyList<ProviderNotice> Disputes() =>
        (IsChargedBack || IsPartlyChargedBack) && Attempt is not null && Amount(out _) is { IsPositive: true } amount
            ? [new ProviderNotice.Disputed(Id, At, "chargeback-" + Id, Id, amount, Status, DisputeState.Open, null, IsChargedBack ? new DisputedMoney(amount, Rupiah.Zero, At) : null, null)]
            : [];

    /// <summary>What goes back, or went, by whatever way it was asked. What a bank does by hand is done when it has confirmed it.</summary>
    public IReadOnlyList<MidtransRefund> Refunds()
    {
        var listed = told.List("refunds").ToList();
        if (listed.Count == 0 && told.Text("refund_amount").Length > 0)
        {
            listed.Add(told);
        }

        return [.. listed.Select(r => new MidtransRefund(
            r.Text("refund_key"),
            MidtransMoney.Read(r.Text("refund_amount"), out _) ?? Rupiah.Zero,
            TimeOf(r, "bank_confirmed_at") ?? TimeOf(r, "created_at") ?? At,
            r.Text("refund_method") != "offline" || r.Text("bank_confirmed_at").Length > 0))];
    }

    public Rupiah? Amount(out bool isWhole) => MidtransMoney.Read(Gross, out isWhole);

    /// <param name="code">The text of a QR code, which only the answer to the charge holds.</param>
    public PayInstruction Instruction(DateTimeOffset until, string code = "") => new(
        MidtransChannels.Of(told)?.Shown.Code ?? told.Text("payment_type"),
        Time("expiry_time") ?? until,
        code.Length > 0 ? code : MidtransChannels.NumberOf(told),
        told.Text("biller_code"));

    ProviderNotice.Paid? Paid()
    {
        if (Attempt is not { } attempt || Id.Length == 0 || Amount(out var isWhole) is not { } amount)
        {
            return null;
        }

        var channel = MidtransChannels.Of(told);
        return new ProviderNotice.Paid(Id, At, attempt, Id, amount, Currency, Method(channel), null, isWhole, Currency == "IDR" ? channel?.Price : null);
    }

    string Method(MidtransChannel? channel) => told.Text("payment_type") switch
    {
        "gopay" => "GoPay",
        "shopeepay" => "ShopeePay",
        "credit_card" => "Kartu",
        var type => channel?.Shown.Name ?? PlainText.Cut(type, 40),
    };

    string Reason() => Status switch
    {
        "expire" => "Waktu bayar di penyedia habis",
        "cancel" => "Pembayaran dibatalkan",
        _ => "Ditolak bank atau dompet Anda",
    };

    ProviderNotice.Unexplained Doubt(string what) => new(Id, At, $"{what}. Transaksi {PlainText.Cut(Id, 60)}, pesanan {PlainText.Cut(Order, 60)}.");

    DateTimeOffset? Time(string name) => TimeOf(told, name);

    /// <summary>Midtrans writes the time of Western Indonesia, without saying so.</summary>
    static DateTimeOffset? TimeOf(JsonElement holder, string name) =>
        DateTime.TryParseExact(holder.Text(name), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Wib.Offset).ToUniversalTime()
            : null;
}

/// <summary>Money on its way back, or back.</summary>
/// <param name="Key">Ours, or what Midtrans made up for one asked at its desk.</param>
sealed record MidtransRefund(string Key, Rupiah Amount, DateTimeOffset At, bool IsDone);
