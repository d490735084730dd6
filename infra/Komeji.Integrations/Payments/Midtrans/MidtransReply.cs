using System.Text.Json;

namespace Komeji.Integrations.Payments.Midtrans;

/// <summary>What came back from a call.</summary>
public abstract record MidtransReply
{
    public sealed record Done(JsonElement Body) : MidtransReply;

    /// <summary>There is no such thing at Midtrans.</summary>
    public sealed record Missing : MidtransReply;

    /// <summary>Midtrans understood and refused; nothing was done. 406: the order id, or the refund's key, was used before.</summary>
    public sealed record Refused(int Code) : MidtransReply
    {
        public bool IsUsedBefore => Code == 406;
    }

    /// <summary>No answer, or none that tells whether it was done.</summary>
    public sealed record Silent : MidtransReply;
}
