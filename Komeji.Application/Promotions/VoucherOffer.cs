using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Promotions;

/// <summary>What a code does for a checkout as it stands: what it takes off each line, or why it takes nothing off.</summary>
/// <param name="Code">As it was typed.</param>
/// <param name="Problem">In a sentence that says what to do; null where it counts.</param>
public sealed record VoucherOffer(string Code, string? Problem)
{
    public VoucherId Id { get; init; }
    public string Title { get; init; } = "";

    /// <summary>By thing; what it is not for is left out.</summary>
    public IReadOnlyDictionary<VariantId, LineDiscount> Lines { get; init; } = new Dictionary<VariantId, LineDiscount>();

    public bool Counts => Problem is null;

    public Rupiah Discount => Rupiah.Sum(Lines.Values.Select(l => l.Amount));

    public Rupiah OfShop => Rupiah.Sum(Lines.Values.Select(l => l.OfShop));

    public Rupiah OfCooperative => Rupiah.Sum(Lines.Values.Select(l => l.OfCooperative));

    /// <summary>Of some things together.</summary>
    public Rupiah On(IEnumerable<VariantId> things) => Rupiah.Sum(things.Select(t => Lines.GetValueOrDefault(t).Amount));

    /// <summary>An order as it is placed with it.</summary>
    internal OrderDraft On(OrderDraft draft) => On(draft.Lines.Select(l => l.VariantId)).IsZero ? draft : draft with
    {
        VoucherId = Id,
        VoucherCode = Code,
        Lines = [.. draft.Lines.Select(l => l with { Discount = Lines.GetValueOrDefault(l.VariantId) })],
    };
}
