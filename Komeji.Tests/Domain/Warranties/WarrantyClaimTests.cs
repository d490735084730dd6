using FsCheck;
using FsCheck.Fluent;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Warranties;

/// <summary>Clocks, terms and what silence does. Sold and taken on Monday 5 October 2026, 09.00 WIB, with a year of warranty.</summary>
public sealed class WarrantyClaimTests
{
    static readonly DateTimeOffset Now = Claims.Monday;
    static readonly ClaimTerms Terms = Claims.Terms();

    /// <summary>Three working days from Monday are Thursday; with Wednesday a holiday, Friday.</summary>
    [Fact]
    public void The_warrantor_answers_within_working_days()
    {
        Claims.In(ClaimState.AwaitingAnswer).DueAt.ShouldBe(Now.AddDays(3));
        var card = Claims.Card();
        var claim = WarrantyClaim.Draft(card, "KLG-20261005-BBBBBB", Claims.Facts, Now);
        claim.Submit(card, Claims.Price, Claims.Terms(new DateOnly(2026, 10, 7)), Orders.Buyer, Now);
        claim.DueAt.ShouldBe(Now.AddDays(4));
    }

    [Fact]
    public void The_last_day_of_the_term_counts_whole()
    {
        var card = Claims.Card();
        card.Until.ShouldBe(new DateOnly(2027, 10, 5));
        card.Covers(Wib.StartOf(new DateOnly(2027, 10, 6)).AddSeconds(-1)).ShouldBeTrue();
        card.Covers(Wib.StartOf(new DateOnly(2027, 10, 6))).ShouldBeFalse();
    }

    [Fact]
    public void Out_of_term_it_is_rejected_at_once_and_a_review_is_asked_once()
    {
        var claim = Claims.In(ClaimState.OutOfTerm);
        var asked = Now.AddMonths(13).AddDays(1);
        claim.AskReview(Orders.Buyer, "Rusak sebelum habis", Terms, asked);
        claim.State.ShouldBe(ClaimState.UnderReview);
        claim.Cause.ShouldBe(ReviewCause.OutOfTerm);
        claim.Rule(ClaimRuling.Dismiss, Orders.Staff, "Tidak ada bukti", Terms, asked);
        claim.State.ShouldBe(ClaimState.Refused);
        claim.EndedAt.ShouldBe(asked);
        Refused(() => claim.AskReview(Orders.Buyer, "Sekali lagi", Terms, asked)).ShouldBe("claim.illegal_move");
    }

    /// <summary>Silence: the warrantor's brings an officer, the buyer's ends the claim.</summary>
    [Theory]
    [InlineData(ClaimState.AwaitingAnswer, ClaimState.UnderReview, ReviewCause.Silence)]
    [InlineData(ClaimState.OutOfTerm, ClaimState.Refused, null)]
    [InlineData(ClaimState.Rejected, ClaimState.Refused, null)]
    [InlineData(ClaimState.AwaitingGoods, ClaimState.Expired, null)]
    [InlineData(ClaimState.GoodsReceived, ClaimState.UnderReview, ReviewCause.WorkLate)]
    [InlineData(ClaimState.Examined, ClaimState.UnderReview, ReviewCause.WorkLate)]
    [InlineData(ClaimState.Repaired, ClaimState.UnderReview, ReviewCause.WorkLate)]
    [InlineData(ClaimState.Replaced, ClaimState.UnderReview, ReviewCause.WorkLate)]
    [InlineData(ClaimState.NotCovered, ClaimState.UnderReview, ReviewCause.WorkLate)]
    [InlineData(ClaimState.SentBack, ClaimState.Completed, null)]
    public void Silence_has_an_outcome(ClaimState from, ClaimState to, ReviewCause? cause)
    {
        var claim = Claims.In(from);
        var due = claim.DueAt!.Value;
        claim.RunOut(Terms, due.AddTicks(-1));
        claim.State.ShouldBe(from);
        claim.RunOut(Terms, due);
        claim.State.ShouldBe(to);
        if (cause is not null)
        {
            claim.Cause.ShouldBe(cause);
        }

        claim.RunOut(Terms, due);
        claim.State.ShouldBe(to, "a clock runs out once");
    }

    [Theory]
    [InlineData(ClaimState.Draft)]
    [InlineData(ClaimState.UnderReview)]
    [InlineData(ClaimState.Completed)]
    [InlineData(ClaimState.Refunded)]
    [InlineData(ClaimState.Refused)]
    [InlineData(ClaimState.Cancelled)]
    [InlineData(ClaimState.Expired)]
    public void These_wait_for_nobodys_clock(ClaimState state)
    {
        var claim = Claims.In(state);
        claim.RunOut(Terms, Now.AddYears(10));
        claim.State.ShouldBe(state);
    }

    /// <summary>Received on Monday 5, sent back on Friday 16: eleven days. The buyer has seven days of the courier and 48 hours.</summary>
    [Fact]
    public void Days_in_repair_are_added_to_the_term()
    {
        var claim = Claims.In(ClaimState.Repaired);
        var friday = Now.AddDays(11);
        var days = claim.SendBack(Orders.Seller, "JNE 0123456789", false, Terms, friday);
        days.ShouldBe(11);
        claim.DueAt.ShouldBe(friday.AddDays(9));
        var card = Claims.Card();
        card.Extend(days, friday);
        (card.Until, card.ExtendedDays).ShouldBe((new DateOnly(2027, 10, 16), 11));
    }

    [Fact]
    public void A_thing_that_is_not_covered_goes_back_without_more_term()
    {
        var claim = Claims.In(ClaimState.NotCovered);
        claim.SendBack(Orders.Seller, "Siti Aminah", true, Terms, Now.AddDays(5)).ShouldBe(0);
        claim.DueAt.ShouldBe(Now.AddDays(7), "in hand: only the time to look at it");
    }

    [Fact]
    public void Nothing_is_found_not_covered_without_an_officer()
    {
        var claim = Claims.In(ClaimState.Examined);
        claim.AskRuling(Orders.Seller, false, "Bekas terjatuh", Terms, Now);
        claim.State.ShouldBe(ClaimState.UnderReview);
        claim.Cause.ShouldBe(ReviewCause.NotCovered);
        claim.Rule(ClaimRuling.Uphold, Orders.Staff, "Tidak ada bekas", Terms, Now);
        claim.State.ShouldBe(ClaimState.Examined);
        claim.DueAt.ShouldBe(Terms.WorkBy(Now));
    }

    /// <summary>The buyer wrote down a number: an officer says that it came, or that nothing shows it.</summary>
    [Fact]
    public void What_was_sent_and_not_received_is_decided_by_an_officer()
    {
        var claim = Claims.In(ClaimState.AwaitingGoods);
        claim.Send(Orders.Buyer, "JNE 0123456789", Terms, Now);
        Refused(() => claim.Send(Orders.Buyer, "JNE 9876543210", Terms, Now)).ShouldBe("claim.sent");
        Refused(() => claim.Cancel(Orders.Buyer, Now)).ShouldBe("claim.sent");
        claim.RunOut(Terms, Now.AddDays(7));
        claim.Cause.ShouldBe(ReviewCause.NotReceived);
        claim.Rule(ClaimRuling.Uphold, Orders.Staff, "Resi menunjukkan sampai", Terms, Now.AddDays(7));
        claim.State.ShouldBe(ClaimState.GoodsReceived);

        var never = Claims.In(ClaimState.AwaitingGoods);
        never.Send(Orders.Buyer, "JNE 0000000000", Terms, Now);
        never.RunOut(Terms, Now.AddDays(7));
        never.Rule(ClaimRuling.Dismiss, Orders.Staff, "Resi itu tidak ada", Terms, Now.AddDays(7));
        never.State.ShouldBe(ClaimState.Refused);
    }

    [Fact]
    public void What_is_left_at_a_point_keeps_the_name_of_who_took_it_in()
    {
        var (claim, keeper) = (Claims.In(ClaimState.AwaitingGoods), new UserId(new Guid(9, 0, 0, new byte[8])));
        Refused(() => claim.TakeIn(keeper, "482913", Terms, Now)).ShouldBe("claim.illegal_move");
        claim.BringTo(PointId.New(Now), "135790", Orders.Buyer, Now);
        for (var tries = 0; tries < WarrantyClaim.CodeTries; tries++)
        {
            claim.TakeIn(keeper, "482913", Terms, Now).ShouldBeFalse();
        }

        (Refused(() => claim.TakeIn(keeper, "135790", Terms, Now)), claim.SentAt).ShouldBe(("claim.locked", null));
        claim.BringTo(PointId.New(Now), "482913", Orders.Buyer, Now);
        claim.TakeIn(keeper, "482913", Terms, Now.AddDays(1)).ShouldBeTrue();
        claim.TakenInBy.ShouldBe(keeper);
        claim.SentAt.ShouldBe(Now.AddDays(1));
        claim.DueAt.ShouldBe(Now.AddDays(8));
        Refused(() => claim.TakeIn(keeper, "482913", Terms, Now)).ShouldBe("claim.sent");
        claim.RunOut(Terms, Now.AddDays(8));
        claim.Leads(ClaimRuling.Dismiss).ShouldBeNull("somebody has the thing");
        Refused(() => claim.Rule(ClaimRuling.Dismiss, Orders.Staff, "Tidak sampai", Terms, Now.AddDays(8))).ShouldBe("claim.ruling");
    }

    /// <summary>What she holds she sends again before it is mended again; what never arrived is still the warrantor's to bring.</summary>
    [Fact]
    public void A_thing_that_is_as_broken_as_before_travels_once_more()
    {
        var claim = Claims.In(ClaimState.SentBack);
        claim.Contest(Orders.Buyer, true, "Masih mati", Terms, Now.AddDays(2));
        claim.Rule(ClaimRuling.Uphold, Orders.Staff, "Videonya jelas", Terms, Now.AddDays(3));
        (claim.State, claim.SentAt, claim.Waybill, claim.DueAt).ShouldBe((ClaimState.AwaitingGoods, null, "", Terms.SendBy(Now.AddDays(3))));
        claim.Send(Orders.Buyer, "JNE 5550000001", Terms, Now.AddDays(4));
        claim.Receive(Orders.Seller, Terms, Now.AddDays(6));
        (claim.State, claim.WorkSince).ShouldBe((ClaimState.GoodsReceived, Now.AddDays(6)));

        var lost = Claims.In(ClaimState.SentBack);
        lost.Contest(Orders.Buyer, false, "Belum sampai", Terms, Now.AddDays(9));
        lost.Rule(ClaimRuling.Uphold, Orders.Staff, "Kurir tidak menemukannya", Terms, Now.AddDays(9));
        (lost.State, lost.Cause).ShouldBe((ClaimState.Examined, ReviewCause.NotBack));
    }

    [Fact]
    public void A_finding_needs_a_photo_and_words()
    {
        var claim = Claims.In(ClaimState.GoodsReceived);
        Refused(() => claim.Examine(Orders.Seller, "Kabel pemanas putus", Now)).ShouldBe("claim.finding_photo");
        claim.AddPicture("temuan.webp", ClaimPictureOf.Finding, Now);
        Refused(() => claim.Examine(Orders.Seller, "Putus", Now)).ShouldBe("claim.finding");
        claim.Examine(Orders.Seller, "Kabel pemanas putus", Now);
        claim.State.ShouldBe(ClaimState.Examined);
    }

    [Fact]
    public void Bad_claims_are_refused_with_the_reason()
    {
        var card = Claims.Card();
        Refused(() => WarrantyClaim.Draft(card, "KLG-1", Claims.Facts with { Pieces = 2 }, Now)).ShouldBe("claim.pieces");
        Refused(() => WarrantyClaim.Draft(card, "KLG-1", Claims.Facts with { Problem = new string('a', 2_001) }, Now)).ShouldBe("claim.problem");
        var claim = WarrantyClaim.Draft(card, "KLG-1", Claims.Facts with { Problem = "Rusak" }, Now);
        Refused(() => claim.Submit(card, Claims.Price, Terms, Orders.Buyer, Now)).ShouldBe("claim.problem");
        claim.Describe(Claims.Facts, card, Now);
        Refused(() => claim.Submit(card, Rupiah.Zero, Terms, Orders.Buyer, Now)).ShouldBe("claim.refunded");
        for (var i = 0; i < WarrantyClaim.MostPictures; i++)
        {
            claim.AddPicture($"foto-{i}.webp", ClaimPictureOf.Fault, Now);
        }

        Refused(() => claim.AddPicture("foto.webp", ClaimPictureOf.Fault, Now)).ShouldBe("claim.pictures");
    }

    /// <summary>Whatever anybody does in any order, a claim that is over has an end and no clock, and one that waits has a clock.</summary>
    [Fact]
    public void Any_walk_leaves_a_claim_that_somebody_can_end() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Walk(new Random(seed))).QuickCheckThrowOnFailure();

    static bool Walk(Random random)
    {
        var (claim, now) = (Claims.In(ClaimState.AwaitingAnswer), Now);
        for (var step = 0; step < 40; step++)
        {
            now = now.AddHours(random.Next(60));
            RuleBroken.By(() => Do(claim, random.Next(16), now));
            var isOver = ClaimMoves.IsFinal(claim.State);
            if (claim.EndedAt.HasValue != isOver || claim.DueAt.HasValue == isOver)
            {
                return false;
            }
        }

        return true;
    }

    static void Do(WarrantyClaim claim, int what, DateTimeOffset now)
    {
        switch (what)
        {
            case 0: claim.Accept(Orders.Seller, "", Terms, now); break;
            case 1: claim.Reject(Orders.Seller, "Terjatuh", Terms, now); break;
            case 2: claim.AskReview(Orders.Buyer, "Keliru", Terms, now); break;
            case 3: claim.Send(Orders.Buyer, "JNE 0123456789", Terms, now); break;
            case 4: claim.Receive(Orders.Seller, Terms, now); break;
            case 5:
                claim.AddPicture("temuan.webp", ClaimPictureOf.Finding, now);
                claim.Examine(Orders.Seller, "Kabel pemanas putus", now);
                break;
            case 6: claim.Mend(Orders.Seller, ClaimSolution.Repair, now); break;
            case 7: claim.Mend(Orders.Seller, ClaimSolution.Replace, now); break;
            case 8: claim.AskRuling(Orders.Seller, false, "Bekas terjatuh", Terms, now); break;
            case 9: claim.SendBack(Orders.Seller, "JNE 0123456789", false, Terms, now); break;
            case 10: claim.Contest(Orders.Buyer, now.Hour % 2 == 0, "Masih rusak", Terms, now); break;
            case 11: claim.Rule(ClaimRuling.Uphold, Orders.Staff, "Pembeli benar", Terms, now); break;
            case 12: claim.Rule(ClaimRuling.Dismiss, Orders.Staff, "Penanggung benar", Terms, now); break;
            case 13: claim.Confirm(Orders.Buyer, now); break;
            default: claim.RunOut(Terms, now); break;
        }
    }

    static string Refused(Action act) => Should.Throw<RuleBroken>(act).Code;
}
