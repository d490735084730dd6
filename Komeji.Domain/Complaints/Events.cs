using Komeji.Domain.Common;

namespace Komeji.Domain.Complaints;

// Facts other capabilities react to, in the same transaction.

/// <summary>Its money waits from AwaitingSeller until a final state.</summary>
public sealed record ComplaintMoved(ComplaintId ComplaintId, OrderId OrderId, ComplaintState From, ComplaintState To, string ReasonCode);

/// <summary>One side proposes another solution.</summary>
public sealed record ComplaintOffered(ComplaintId ComplaintId, OrderId OrderId, ComplaintSide By);

public sealed record ComplaintPosted(ComplaintId ComplaintId, OrderId OrderId, ComplaintSide By, Guid ById);

/// <summary>Somebody brought pictures after it was submitted.</summary>
public sealed record ComplaintEvidenceBrought(ComplaintId ComplaintId, OrderId OrderId, Guid ById);

/// <summary>No officer decided in time.</summary>
public sealed record ComplaintOverdue(ComplaintId ComplaintId, string Number);

/// <summary>The goods of its items go back to the seller before anything else: a return begins. It tells how it ends by <c>ComplaintReturns</c>.</summary>
public sealed record ComplaintAwaitsReturn(ComplaintId ComplaintId, OrderId OrderId);

/// <summary>The seller sends the items anew, or what was missing of them, without another payment. How it ends <c>ComplaintReturns</c> is told.</summary>
public sealed record ComplaintSendsGoods(ComplaintId ComplaintId, OrderId OrderId);
