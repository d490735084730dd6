using Komeji.Domain.Common;

namespace Komeji.Domain.Sharing;

/// <summary>Who gets a part of a net fee.</summary>
/// <param name="Community">Null: the cooperative, or a fund.</param>
/// <param name="Fund">Name of the fund; empty where it is none.</param>
public readonly record struct ShareRecipient(CommunityId? Community, string Fund)
{
    public static readonly ShareRecipient Cooperative = new(null, "");
}

/// <summary>A recipient's part.</summary>
public readonly record struct Share(ShareRecipient Recipient, Rupiah Amount);

/// <summary>
/// How the net fee of an order is shared (rule P10): one version of an agreement on the communities the order's seller belonged to,
/// both as frozen on the order. It depends on nothing else, so it may be reckoned again at any time. docs/domain/sharing.md has worked
/// cases.
/// </summary>
public sealed class ShareAllocation
{
    readonly List<ShareRecipient> recipients = [];
    readonly List<long> weights = [];

    public ShareAllocation(AgreementTerms terms, CommunityChain chain)
    {
        foreach (var line in terms.Lines)
        {
            var party = line.Party.Level is { } level && chain.At(level) is null ? line.Instead : line.Party;
            Add(new ShareRecipient(party.Level is { } at ? chain.At(at) : null, party.Fund), line.Rate.Value);
        }
    }

    /// <summary>By largest remainder; the parts sum to the whole, and each is less than a rupiah away from its exact share.</summary>
    /// <param name="netFee">What of the order is shared, not negative.</param>
    /// <param name="sequence">The order's sequence number; it decides ties and nothing else.</param>
    /// <returns>Whoever the agreement names and the chain has, in the agreement's order; a part may be zero.</returns>
    public IReadOnlyList<Share> Of(Rupiah netFee, long sequence) =>
        [.. recipients.Zip(Allocation.Allocate(netFee, weights, sequence), (recipient, amount) => new Share(recipient, amount))];

    /// <summary>
    /// A part of the net fee was taken back: each gives up its part of all that was taken back so far, less what it gave up before. So the
    /// sum does not depend on how it was cut, and once all is back everybody has given up exactly what it got. A single step may give
    /// somebody a rupiah back, since of a larger amount another's remainder may be the largest.
    /// </summary>
    /// <param name="takenBack">Of the order's net fee, everything taken back until now, this step among it.</param>
    /// <param name="before">What earlier steps took back, of each; empty at the first.</param>
    public IReadOnlyList<Share> Reversal(Rupiah takenBack, IReadOnlyList<Share> before, long sequence)
    {
        var given = before.GroupBy(s => s.Recipient).ToDictionary(g => g.Key, g => Rupiah.Sum(g.Select(s => s.Amount)));
        return [.. Of(takenBack, sequence).Select(s => s with { Amount = s.Amount - given.GetValueOrDefault(s.Recipient) })];
    }

    /// <summary>What is nobody's counts for whom it falls to before anything is rounded.</summary>
    void Add(ShareRecipient recipient, int basisPoints)
    {
        var at = recipients.IndexOf(recipient);
        if (at >= 0)
        {
            weights[at] += basisPoints;
            return;
        }

        recipients.Add(recipient);
        weights.Add(basisPoints);
    }
}
