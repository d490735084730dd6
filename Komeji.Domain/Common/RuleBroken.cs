namespace Komeji.Domain.Common;

/// <summary>
/// A rule of the business says no. Nothing is saved and nothing is tried again.
/// </summary>
/// <param name="code">Stable name of the rule (<c>order.not_shippable</c>); tests and logs use it.</param>
/// <param name="message">Indonesian sentence for the person: what is wrong and what to do.</param>
public sealed class RuleBroken(string code, string message) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>What a rule says no with; null when it says nothing.</summary>
    public static RuleBroken? By(Action rule)
    {
        try
        {
            rule();
            return null;
        }
        catch (RuleBroken refusal)
        {
            return refusal;
        }
    }
}
