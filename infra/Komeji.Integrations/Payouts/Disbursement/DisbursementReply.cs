using System.Text.Json;

namespace Komeji.Integrations.Payouts.Disbursement;

/// <summary>What came back from a call.</summary>
public abstract record DisbursementReply
{
    public sealed record Done(JsonElement Body) : DisbursementReply;

    /// <summary>The provider itself says that it knows no such transfer.</summary>
    public sealed record Missing : DisbursementReply;

    /// <summary>The provider understood and refused; nothing was done, by this try or one before it.</summary>
    public sealed record Refused(string Code) : DisbursementReply;

    /// <summary>No answer, or none that tells whether it was done.</summary>
    public sealed record Silent : DisbursementReply;
}
