using Komeji.Domain.Common;

namespace Komeji.Domain.Ordering;

// Facts other capabilities react to, in the same transaction.

public sealed record OrderPlaced(OrderId OrderId, PurchaseId PurchaseId);

/// <summary>Nobody paid in time. Its orders tell so one by one.</summary>
public sealed record PurchaseExpired(PurchaseId PurchaseId);

/// <summary>Given up before it was paid. Its orders tell so one by one.</summary>
public sealed record PurchaseCancelled(PurchaseId PurchaseId);

/// <summary>The shop is asked: the money is held, or the buyer will pay in cash.</summary>
public sealed record OrderPaid(OrderId OrderId);

public sealed record OrderAccepted(OrderId OrderId);

/// <param name="WasPaid">The shop had been asked. Money that was held goes back to the buyer; of cash none was.</param>
public sealed record OrderCancelled(OrderId OrderId, bool WasPaid, string ReasonCode);

public sealed record OrderExpired(OrderId OrderId);

public sealed record CancellationAsked(OrderId OrderId);

public sealed record CancellationRefused(OrderId OrderId);

/// <summary>The shop asks for another time.</summary>
public sealed record TimeProposed(OrderId OrderId);

/// <summary>The buyer takes the other time.</summary>
public sealed record TimeAgreed(OrderId OrderId);

/// <summary>The buyer keeps to the time there is.</summary>
public sealed record TimeDeclined(OrderId OrderId);

/// <summary>The appointment is near: both sides are reminded.</summary>
public sealed record AppointmentNear(OrderId OrderId);

public sealed record ServiceStarted(OrderId OrderId);

public sealed record OrderShipped(OrderId OrderId);

/// <summary>Some pieces left the shop; others are still to be sent.</summary>
public sealed record OrderPartShipped(OrderId OrderId);

/// <summary>One of several parcels has arrived.</summary>
public sealed record OrderPartArrived(OrderId OrderId);

/// <summary>The pieces not sent will not be sent; the order goes on without them.</summary>
/// <param name="Price">What was paid for them and goes back to the buyer.</param>
public sealed record OrderRestCancelled(OrderId OrderId, Rupiah Price, IReadOnlyList<RestPieces> Pieces, string ReasonCode);

/// <param name="AtPoint">It waits at a community point, not at the shop.</param>
public sealed record OrderReadyForPickup(OrderId OrderId, bool AtPoint);

public sealed record PickupReminded(OrderId OrderId);

public sealed record OrderNotArrived(OrderId OrderId);

public sealed record OrderDelivered(OrderId OrderId);

public sealed record OrderCompleted(OrderId OrderId);

/// <summary>The shop says that it has the buyer's cash.</summary>
public sealed record CashTaken(OrderId OrderId);

/// <summary>The buyer says that she has the goods and has paid; the shop has not said so yet.</summary>
public sealed record CashConfirmed(OrderId OrderId);

/// <summary>The shop says that it gave the cash back; the buyer is asked.</summary>
public sealed record CashGivenBack(OrderId OrderId);

/// <summary>The courier brought the parcel back, or lost it.</summary>
public sealed record OrderReturnedToSender(OrderId OrderId);

/// <summary>All that was paid for it goes back to the buyer, though the goods had left the shop.</summary>
/// <param name="Back">What goes back with this step, borne by the shop; zero where decisions had given everything back.</param>
public sealed record OrderRefunded(OrderId OrderId, string ReasonCode, Rupiah Back);
