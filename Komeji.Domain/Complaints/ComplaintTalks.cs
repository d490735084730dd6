using Komeji.Domain.Common;

namespace Komeji.Domain.Complaints;

/// <summary>The two sides look for a solution; whoever is silent knows beforehand what follows.</summary>
public sealed partial class Complaint
{
    /// <summary>Whose answer is waited for.</summary>
    public ComplaintSide Turn => State switch
    {
        ComplaintState.AwaitingSeller => ComplaintSide.Seller,
        ComplaintState.Negotiating => Current?.Side == ComplaintSide.Seller ? ComplaintSide.Buyer : ComplaintSide.Seller,
        ComplaintState.AwaitingReturn => ComplaintSide.Buyer,
        ComplaintState.AwaitingEvidence or ComplaintState.Decided => ComplaintSide.Parties,
        ComplaintState.Mediation or ComplaintState.Appealed => ComplaintSide.Officer,
        ComplaintState.Executing when Outcome?.Solution.Sends() == true => ComplaintSide.Seller,
        _ => ComplaintSide.None,
    };

    /// <summary>What happens at <see cref="DueAt"/> when nobody says anything.</summary>
    public ComplaintSilence OnSilence => State switch
    {
        ComplaintState.AwaitingSeller => GrantsBySilence ? ComplaintSilence.Granted : ComplaintSilence.Mediated,
        ComplaintState.Negotiating => Turn == ComplaintSide.Buyer ? ComplaintSilence.Closed : ComplaintSilence.Mediated,
        ComplaintState.AwaitingReturn => ComplaintSilence.Closed,
        ComplaintState.AwaitingEvidence => ComplaintSilence.EvidenceOver,
        ComplaintState.Mediation or ComplaintState.Appealed => ComplaintSilence.OfficerChanged,
        ComplaintState.Decided => ComplaintSilence.CarriedOut,
        ComplaintState.Executing when Outcome?.Solution.Sends() == true => ComplaintSilence.Mediated,
        _ => ComplaintSilence.Nothing,
    };

    /// <summary>Another solution than the one on the table. Whoever may bear it by agreement is the seller alone.</summary>
    /// <exception cref="RuleBroken"><c>complaint.reason</c>, <c>complaint.too_much</c>, <c>complaint.amount</c>, <c>complaint.return</c>, <c>complaint.not_yours</c>, <c>complaint.illegal_move</c></exception>
    public void Propose(Settlement typed, string reason, Actor by, ComplaintTerms terms, DateTimeOffset now)
    {
        var side = ComplaintMoves.SideOf(by);
        var why = Reasoned(reason);
        RequireTalking(side);
        var settlement = Checked(typed);
        if (settlement.Solution == ComplaintSolution.NoCompensation && side == ComplaintSide.Buyer)
        {
            throw new RuleBroken("complaint.wish", "Bila Anda tidak meminta apa pun lagi, batalkan komplainnya.");
        }

        var (isAnswer, due) = (Turn == side, DueAt);
        if (State == ComplaintState.AwaitingSeller)
        {
            Move(ComplaintState.Negotiating, by, now, "answered");
            (AnsweredAt, HelpFrom) = (now, now + terms.Discussion);
        }

        offers.Add(new ComplaintOffer(
            Id, ComplaintOfferKind.Offer, settlement, settlement.Solution == ComplaintSolution.NoCompensation ? new Liability(0, 0, 0, Liability.Whole, 0) : Liability.OfSeller,
            by, why, false, offers.Count + 1, now));

        // Whoever improves an offer of her own does not win time by it.
        DueAt = isAnswer ? AnswerBy(terms, now) : due;
        Raise(new ComplaintOffered(Id, OrderId, side));
    }

    /// <summary>Whoever is to answer may ask for help well before her silence counts, buyer and seller alike.</summary>
    DateTimeOffset AnswerBy(ComplaintTerms terms, DateTimeOffset now)
    {
        var due = now + terms.Discussion;
        return HelpFrom + terms.HelpBeforeClosing is { } helped && helped > due ? helped : due;
    }

    /// <summary>Takes what the other side proposed.</summary>
    /// <param name="number">The proposal that was read.</param>
    /// <exception cref="RuleBroken"><c>complaint.other_offer</c>, <c>complaint.own_offer</c>, <c>complaint.not_yours</c>, <c>complaint.illegal_move</c></exception>
    public void Accept(int number, Actor by, ComplaintTerms terms, DateTimeOffset now)
    {
        var side = ComplaintMoves.SideOf(by);
        RequireTalking(side);
        var offer = Current ?? throw ComplaintMoves.Illegal();
        if (offer.Number != number)
        {
            throw new RuleBroken("complaint.other_offer", "Tawarannya baru saja berubah. Baca tawaran yang baru, lalu jawab.");
        }

        if (offer.Side == side)
        {
            throw new RuleBroken("complaint.own_offer", "Ini tawaran Anda sendiri. Tunggu jawaban pihak lain, atau ajukan tawaran baru.");
        }

        if (side == ComplaintSide.Seller)
        {
            AnsweredAt ??= now;
        }

        Move(ComplaintState.Agreed, by, now, "agreed");
        Take(offer, terms, now);
    }

    /// <summary>An officer shall decide.</summary>
    /// <exception cref="RuleBroken"><c>complaint.help_too_early</c>, <c>complaint.reason</c>, <c>complaint.not_yours</c>, <c>complaint.illegal_move</c></exception>
    public void AskForHelp(string reason, Actor by, ComplaintTerms terms, DateTimeOffset now)
    {
        var why = Reasoned(reason);
        if (State is not (ComplaintState.AwaitingSeller or ComplaintState.Negotiating))
        {
            throw ComplaintMoves.Illegal();
        }

        if ((ComplaintMoves.SideOf(by) & ComplaintSide.Parties) != ComplaintSide.None && HelpFrom is { } from && now < from)
        {
            throw new RuleBroken("complaint.help_too_early", "Bicarakan dahulu dengan pihak lain. Bantuan dapat diminta mulai waktu yang tertera di halaman komplain; petugas Komeji dapat masuk lebih awal.");
        }

        Mediate(by, "help_asked", why, terms, now);
    }

    /// <summary>The buyer gives the complaint up; the order goes on.</summary>
    /// <exception cref="RuleBroken"><c>complaint.closed</c>, <c>complaint.reason</c>, <c>complaint.not_yours</c>, <c>complaint.illegal_move</c></exception>
    public void Cancel(string reason, Actor by, DateTimeOffset now)
    {
        RequireOpen();
        Move(ComplaintState.Cancelled, by, now, "cancelled", Reasoned(reason));
    }

    /// <summary>Something is said in the conversation; no clock stops for it.</summary>
    /// <exception cref="RuleBroken"><c>complaint.closed</c>, <c>complaint.text</c></exception>
    public void Post(string text, Actor by, DateTimeOffset now)
    {
        RequireOpen();
        if (text.Trim() is not { Length: > 0 and <= ComplaintPost.Longest } said)
        {
            throw new RuleBroken("complaint.text", $"Tulis pesan Anda, paling panjang {ComplaintPost.Longest} huruf.");
        }

        var post = new ComplaintPost(Id, by, said, now);
        posts.Add(post);
        Raise(new ComplaintPosted(Id, OrderId, post.Side, post.ById));
    }

    /// <summary>Whether one side may bring so many pictures more.</summary>
    /// <exception cref="RuleBroken"><c>complaint.closed</c>, <c>complaint.pictures</c></exception>
    public void CheckPictures(ComplaintSide side, int more)
    {
        if (State != ComplaintState.Draft)
        {
            RequireOpen();
        }

        var left = MostPictures - pictures.Count(p => p.Side == side && CountsNow(p.At));
        if (more == 0 || more > left)
        {
            throw new RuleBroken("complaint.pictures", more == 0 ? "Pilih paling sedikit satu foto." : $"Setiap pihak membawa paling banyak {MostPictures} foto, dan Anda masih dapat menambah {left}. Pilih yang paling jelas.");
        }
    }

    /// <summary>Whether a picture that was brought then is one of those that are limited now.</summary>
    bool CountsNow(DateTimeOffset at) => EvidenceFrom is not { } from || at >= from;

    /// <exception cref="RuleBroken"><c>complaint.closed</c>, <c>complaint.pictures</c></exception>
    public void AddPictures(IReadOnlyList<string> keys, Actor by, DateTimeOffset now)
    {
        CheckPictures(ComplaintMoves.SideOf(by), keys.Count);
        pictures.AddRange(keys.Select(key => new ComplaintPicture(Id, by, key, now)));
        if (State != ComplaintState.Draft && by.UserId is { } person)
        {
            Raise(new ComplaintEvidenceBrought(Id, OrderId, person));
        }
    }

    /// <summary>Before it is submitted; afterwards it is evidence and stays.</summary>
    /// <exception cref="RuleBroken"><c>complaint.illegal_move</c></exception>
    public void RemovePicture(ComplaintPictureId id)
    {
        if (State != ComplaintState.Draft)
        {
            throw ComplaintMoves.Illegal();
        }

        pictures.RemoveAll(p => p.Id == id);
    }

    void RequireTalking(ComplaintSide side)
    {
        if (State is not (ComplaintState.AwaitingSeller or ComplaintState.Negotiating))
        {
            throw ComplaintMoves.Illegal();
        }

        if ((side & (State == ComplaintState.AwaitingSeller ? ComplaintSide.Seller : ComplaintSide.Parties)) == ComplaintSide.None)
        {
            throw new RuleBroken("complaint.not_yours", "Yang menjawab sekarang adalah pihak lain. Tunggu jawabannya, atau kirim pesan.");
        }
    }

    void RequireOpen()
    {
        if (!IsOpen)
        {
            throw new RuleBroken("complaint.closed", "Komplain ini sudah ditutup. Hubungi kami di halaman Pengaduan bila masih ada masalah.");
        }
    }
}
