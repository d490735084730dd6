namespace Komeji.Domain.Common;

/// <summary>Splits a known total so that the parts always sum to the whole (largest remainder, integers only).</summary>
public static class Allocation
{
    /// <summary>
    /// Each part is the floor of its exact share; the rupiah left over go to the largest remainders. Equal
    /// remainders are served in a rotation that starts at <c>(sequence × 2654435761) mod 2^32</c>, so that over many
    /// totals nobody is favoured. A weight of 0 never gets a rupiah.
    /// </summary>
    /// <param name="total">Rupiah to split, not negative.</param>
    /// <param name="weights">Not negative, at least one positive.</param>
    /// <param name="sequence">The order's sequence number; it decides ties and nothing else.</param>
    public static Rupiah[] Allocate(Rupiah total, IReadOnlyList<long> weights, long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total.Amount);
        if (weights.Any(w => w < 0) || weights.All(w => w == 0))
        {
            throw new ArgumentException("Weights must not be negative and one must be positive.", nameof(weights));
        }

        var sum = weights.Aggregate(0L, (a, b) => checked(a + b));
        var parts = new long[weights.Count];
        var remainders = new Int128[weights.Count];
        for (var i = 0; i < weights.Count; i++)
        {
            var exact = (Int128)total.Amount * weights[i];
            parts[i] = (long)(exact / sum);
            remainders[i] = exact % sum;
        }

        var start = (int)(unchecked((uint)(ulong)sequence * 2654435761u) % (uint)weights.Count);
        var winners = Enumerable.Range(0, weights.Count)
            .Where(i => weights[i] > 0)
            .OrderByDescending(i => remainders[i])
            .ThenBy(i => (i - start + weights.Count) % weights.Count)
            .Take((int)(total.Amount - parts.Sum()));
        foreach (var i in winners)
        {
            parts[i]++;
        }

        return Array.ConvertAll(parts, p => new Rupiah(p));
    }
}
