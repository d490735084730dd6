using Komeji.Domain.Common;

namespace Komeji.Domain.Warranties;

/// <summary>What is asked for, or was done.</summary>
public enum ClaimSolution
{
    Repair,
    Replace,
    Refund,
}

/// <summary>
/// A buyer holds whoever stands behind a bought thing to it (Klaim Garansi). Money never moves here: an officer decides a refund by the
/// order's own rules, and the claim keeps which one.
/// </summary>
public sealed partial class WarrantyClaim : StatefulAggregate
{
    public const string Subject = "warranty_claim";
    public const int MostPictures = 5;
    public const int LongestProblem = 2_000;
    public const int NumberLength = 19;

    readonly List<ClaimPicture> pictures = [];

    WarrantyClaim() { }

    public WarrantyClaimId Id { get; private set; }

    /// <summary><c>KLG-yyyyMMdd-XXXXXX</c>, the day in WIB.</summary>
    public string Number { get; private set; } = "";
    public WarrantyCardId CardId { get; private set; }
    public OrderId OrderId { get; private set; }
    public OrderLineId OrderLineId { get; private set; }
    public UserId BuyerId { get; private set; }
    public StoreId StoreId { get; private set; }

    /// <summary>Nothing travels: the work is looked at where it was done.</summary>
    public bool IsService { get; private set; }
    public ClaimState State { get; private set; }

    /// <summary>Of the card's.</summary>
    public int Pieces { get; private set; }
    public string Problem { get; private set; } = "";
    public ClaimSolution Wish { get; private set; }

    /// <summary>What happens by itself happens then; null when nothing does. While an officer decides: until when it should be decided.</summary>
    public DateTimeOffset? DueAt { get; private set; }
    public DateTimeOffset BegunAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The last step, whatever it was: of two writers the second loses, also where only a picture was added.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Why the warrantor said no, or what it wants the buyer to know.</summary>
    public string Answer { get; private set; } = "";

    public DateTimeOffset? ReceivedAt { get; private set; }

    public IReadOnlyList<ClaimPicture> Pictures => pictures;
    public bool IsOver => ClaimMoves.IsFinal(State);

    /// <summary>Clocks that run out by themselves; an officer's does not.</summary>
    public bool RunsOut => DueAt is not null && State != ClaimState.UnderReview;

    /// <exception cref="RuleBroken"><c>claim.problem</c>, <c>claim.pieces</c></exception>
    public static WarrantyClaim Draft(WarrantyCard card, string number, ClaimFacts facts, DateTimeOffset now)
    {
        var claim = new WarrantyClaim
        {
            Id = WarrantyClaimId.New(now),
            Number = number,
            CardId = card.Id,
            OrderId = card.OrderId,
            OrderLineId = card.OrderLineId,
            BuyerId = card.BuyerId,
            StoreId = card.StoreId,
            IsService = card.IsService,
            State = ClaimState.Draft,
            BegunAt = now,
        };
        claim.Record(new StateChange(Subject, claim.Id.Value, "", nameof(ClaimState.Draft), Actor.Buyer(card.BuyerId.Value), now, "drafted"));
        claim.Describe(facts, card, now);
        return claim;
    }

    /// <exception cref="RuleBroken"><c>claim.illegal_move</c>, <c>claim.problem</c>, <c>claim.pieces</c></exception>
    public void Describe(ClaimFacts facts, WarrantyCard card, DateTimeOffset now)
    {
        Require(State == ClaimState.Draft);
        if (facts.Problem.Trim().Length > LongestProblem)
        {
            throw new RuleBroken("claim.problem", $"Keluhan paling panjang {LongestProblem} huruf.");
        }

        if (facts.Pieces < 1 || facts.Pieces > card.Pieces)
        {
            throw new RuleBroken("claim.pieces", $"Kartu ini untuk {card.Pieces} barang. Isi jumlah 1 sampai {card.Pieces}.");
        }

        (Problem, Wish, Pieces, ChangedAt) = (facts.Problem.Trim(), facts.Wish, facts.Pieces, now);
    }

    /// <exception cref="RuleBroken"><c>claim.over</c>, <c>claim.pictures</c>, <c>claim.illegal_move</c></exception>
    public ClaimPicture AddPicture(string fileKey, ClaimPictureOf of, DateTimeOffset now)
    {
        if (IsOver)
        {
            throw new RuleBroken("claim.over", "Klaim ini sudah berakhir, jadi tidak ada foto yang bisa ditambahkan.");
        }

        Require(of == ClaimPictureOf.Fault || ClaimMoves.AtWork.Contains(State));
        if (pictures.Count(p => p.Of == of) >= MostPictures)
        {
            throw new RuleBroken("claim.pictures", $"Paling banyak {MostPictures} foto. Hapus salah satu dahulu.");
        }

        var picture = new ClaimPicture(Id, fileKey, of, now);
        pictures.Add(picture);
        ChangedAt = now;
        return picture;
    }

    /// <summary>What is no longer a draft is evidence and stays.</summary>
    /// <exception cref="RuleBroken"><c>claim.illegal_move</c></exception>
    public void RemovePicture(ClaimPictureId id, DateTimeOffset now)
    {
        Require(State == ClaimState.Draft);
        pictures.RemoveAll(p => p.Id == id);
        ChangedAt = now;
    }

    /// <summary>It is sent to whoever stands behind the thing; outside the term it is rejected at once, and a person may be asked.</summary>
    /// <param name="left">What of the line the buyer has not got back: of nothing no claim is made.</param>
    /// <exception cref="RuleBroken"><c>claim.problem</c>, <c>claim.refunded</c>, <c>claim.illegal_move</c></exception>
    public void Submit(WarrantyCard card, Rupiah left, ClaimTerms terms, Actor by, DateTimeOffset now)
    {
        if (Problem.Length < 10)
        {
            throw new RuleBroken("claim.problem", "Ceritakan kerusakannya paling sedikit 10 huruf: apa yang terjadi dan sejak kapan.");
        }

        if (!left.IsPositive)
        {
            throw new RuleBroken("claim.refunded", "Dana barang ini sudah dikembalikan seluruhnya, jadi garansinya tidak berlaku lagi.");
        }

        Move(ClaimState.Submitted, by, now, "submitted");
        SubmittedAt = now;
        if (card.Covers(now))
        {
            Move(ClaimState.AwaitingAnswer, Actor.System, now, "in_term");
            DueAt = terms.AnswerBy(now);
        }
        else
        {
            Move(ClaimState.OutOfTerm, Actor.System, now, "out_of_term");
            DueAt = terms.ReviewBy(now);
        }

        Tell();
    }

    /// <summary>The buyer gives it up, as long as the thing has not left.</summary>
    /// <exception cref="RuleBroken"><c>claim.sent</c>, <c>claim.illegal_move</c></exception>
    public void Cancel(Actor by, DateTimeOffset now)
    {
        if (SentAt is not null && State == ClaimState.AwaitingGoods)
        {
            throw new RuleBroken("claim.sent", "Barangnya sudah Anda kirim. Tunggu pemeriksaannya, agar barang Anda kembali.");
        }

        var wasDraft = State == ClaimState.Draft;
        Move(ClaimState.Cancelled, by, now, "cancelled");
        if (!wasDraft)
        {
            Tell();
        }
    }

    /// <summary>The buyer does not accept a no: once, an officer looks.</summary>
    /// <exception cref="RuleBroken"><c>claim.reason_required</c>, <c>claim.illegal_move</c></exception>
    public void AskReview(Actor by, string plea, ClaimTerms terms, DateTimeOffset now)
    {
        Require(State is ClaimState.OutOfTerm or ClaimState.Rejected);
        ToReview(State == ClaimState.OutOfTerm ? ReviewCause.OutOfTerm : ReviewCause.Rejected, by, Why(plea), terms, now);
    }

    /// <summary>It is back, and it works.</summary>
    /// <exception cref="RuleBroken"><c>claim.illegal_move</c></exception>
    public void Confirm(Actor by, DateTimeOffset now)
    {
        Require(State == ClaimState.SentBack && ClaimMoves.SideOf(by) == ClaimSide.Buyer);
        Move(ClaimState.Completed, by, now, "confirmed");
        Tell();
    }

    /// <summary>It did not come back, or is as broken as before: an officer decides.</summary>
    /// <param name="arrived">She has it: when she is right she sends it again.</param>
    /// <exception cref="RuleBroken"><c>claim.reason_required</c>, <c>claim.illegal_move</c></exception>
    public void Contest(Actor by, bool arrived, string plea, ClaimTerms terms, DateTimeOffset now)
    {
        Require(State == ClaimState.SentBack);
        ToReview(arrived ? ReviewCause.NotMended : ReviewCause.NotBack, by, Why(plea), terms, now);
    }

    void Tell() => Raise(new ClaimMoved(Id, State, State == ClaimState.UnderReview ? Cause : null));

    void Move(ClaimState to, Actor by, DateTimeOffset now, string reasonCode, string? note = null)
    {
        if (!ClaimMoves.May(State, to, ClaimMoves.SideOf(by)))
        {
            throw ClaimMoves.Illegal();
        }

        Record(Step(State, to, by, now, reasonCode, note));
        (State, DueAt, ChangedAt) = (to, null, now);
        EndedAt = IsOver ? now : null;
    }

    StateChange Step(ClaimState from, ClaimState to, Actor by, DateTimeOffset now, string reasonCode, string? note) =>
        new(Subject, Id.Value, from.ToString(), to.ToString(), by, now, reasonCode, note);

    static void Require(bool known)
    {
        if (!known)
        {
            throw ClaimMoves.Illegal();
        }
    }

    static string Why(string reason) => reason.Trim() is { Length: >= 3 and <= 500 } given
        ? given
        : throw new RuleBroken("claim.reason_required", "Tulis alasannya, 3 sampai 500 huruf.");
}

/// <summary>What a buyer says about a fault.</summary>
public sealed record ClaimFacts(string Problem, ClaimSolution Wish, int Pieces);
