using Komeji.Domain.Common;

namespace Komeji.Domain.Returns;

/// <summary>What agreed that goods come back or go out again.</summary>
public enum ReturnCause
{
    Complaint,
    Warranty,
}

/// <summary>Who pays for bringing goods back. Whoever it is, the buyer lays it out; what is another's is given back to her with its proof.</summary>
public enum FreightPayer
{
    Buyer,
    Seller,
    Courier,
    Platform,
    Community,
}

/// <summary>
/// A complaint or a claim ended so that goods come back: whoever ended it tells this, in the transaction it was ended in, and the return
/// begins. Telling it again for the same outcome changes nothing.
/// </summary>
/// <param name="CauseId">Of the outcome, not of the complaint: another outcome, as after an appeal, is another return.</param>
/// <param name="CauseNumber">What people call it.</param>
/// <param name="Freight">Who pays for bringing it back, as the outcome says.</param>
public sealed record ReturnAgreed(ReturnCause Cause, Guid CauseId, string CauseNumber, OrderId OrderId, IReadOnlyList<ReturnItem> Items, FreightPayer Freight);

/// <summary>Pieces of a line that are to come back.</summary>
/// <param name="Amount">What goes back to the buyer for all of them, as was agreed; zero where they are exchanged or repaired; null: their part of what was paid for the line.</param>
public sealed record ReturnItem(OrderLineId Line, int Pieces, Rupiah? Amount = null);

/// <summary>A complaint or a claim ended so that the shop sends goods without another payment. Told as <see cref="ReturnAgreed"/> is.</summary>
/// <param name="AfterReturn">The shop sends when what the same outcome wants back has come back, and no more pieces than came.</param>
public sealed record ReplacementAgreed(ReturnCause Cause, Guid CauseId, string CauseNumber, OrderId OrderId, ReplacementKind Kind, IReadOnlyList<ReplacementItem> Items, bool AfterReturn = false);

/// <summary>Pieces the shop sends for a line.</summary>
/// <param name="Variant">Another variant of the same product, such as the right size; null for the one that was bought.</param>
public sealed record ReplacementItem(OrderLineId Line, int Pieces, VariantId? Variant = null);
