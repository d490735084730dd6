using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Shipping;
using Komeji.Domain.Taxes;
using Komeji.Tests.Support;
using static Komeji.Tests.Support.ComplaintCase;

namespace Komeji.Tests.Domain.Complaints;

/// <summary>What may be complained of, what may be offered and decided, and what it is worth. Two packets at 18,500, shipping 8,000.</summary>
public sealed class ComplaintTests
{
    [Theory]
    [InlineData(OrderState.AwaitingSeller, "complaint.too_early")]
    [InlineData(OrderState.Processing, "complaint.too_early")]
    [InlineData(OrderState.PartiallyShipped, "complaint.too_early")]
    [InlineData(OrderState.ReturnedToSender, "complaint.too_early")]
    [InlineData(OrderState.Completed, "complaint.window")]
    [InlineData(OrderState.Refunded, "complaint.refunded")]
    [InlineData(OrderState.Cancelled, "complaint.refunded")]
    public void An_order_is_complained_of_while_it_is_sent_and_checked(OrderState state, string code) =>
        Refused(() => Complaint.Begin(Orders.In(state), "KPL-20261005-AAAAAA", Now)).ShouldBe(code);

    [Fact]
    public void Never_more_pieces_than_bought_nor_one_twice()
    {
        var order = Orders.In(OrderState.Delivered);
        var line = order.Lines[0].Id;
        string? Submit(int pieces, int taken) => RuleBroken.By(() => Draft(order, pieces).Submit(order, new Dictionary<OrderLineId, int> { [line] = taken }, Buyer, Terms(), Now))?.Code;
        Submit(0, 0).ShouldBe("complaint.items");
        Submit(3, 0).ShouldBe("complaint.too_many");
        Submit(2, 1).ShouldBe("complaint.same_unit");
        Submit(1, 1).ShouldBeNull();
        Submit(2, 0).ShouldBeNull();
    }

    [Fact]
    public void What_was_closed_before_is_a_second_try()
    {
        var order = Orders.In(OrderState.Delivered);
        var first = Draft(order);
        first.Submit(order, NoneTaken, Buyer, Terms(), Now, []);
        first.IsSecondTry.ShouldBeFalse();
        var again = Draft(order);
        again.Submit(order, NoneTaken, Buyer, Terms(), Now, [order.Lines[0].Id]);
        again.IsSecondTry.ShouldBeTrue();
    }

    [Fact]
    public void A_line_of_another_order_is_none()
    {
        var order = Orders.In(OrderState.Delivered);
        Refused(() => Draft(Orders.In(OrderState.Delivered)).Submit(order, NoneTaken, Buyer, Terms(), Now)).ShouldBe("complaint.items");
    }

    [Theory]
    [InlineData(ComplaintSolution.PartRefund, 18_501, 0, "complaint.too_much")]
    [InlineData(ComplaintSolution.PartRefund, 18_500, 8_001, "complaint.too_much")]
    [InlineData(ComplaintSolution.PartRefund, -1, 0, "complaint.too_much")]
    [InlineData(ComplaintSolution.PartRefund, 0, 0, "complaint.amount")]
    [InlineData(ComplaintSolution.NoCompensation, 0, 0, "complaint.wish")]
    [InlineData(ComplaintSolution.PartRefund, 18_500, 8_000, null)]
    [InlineData(ComplaintSolution.Replace, 5_000, 8_000, null)]
    public void A_wish_is_never_above_what_was_paid(ComplaintSolution wish, long amount, long shipping, string? code)
    {
        var order = Orders.In(OrderState.Delivered);
        (RuleBroken.By(() => Draft(order, 1, wish, amount, shipping).Submit(order, NoneTaken, Buyer, Terms(), Now))?.Code).ShouldBe(code);
    }

    [Fact]
    public void The_whole_price_of_the_pieces_is_filled_in()
    {
        var order = Orders.In(OrderState.Delivered);
        Submitted(order).Current!.Loss.ShouldBe(new Rupiah(18_500));
        var both = Draft(order, 2, shipping: 8_000);
        both.Submit(order, NoneTaken, Buyer, Terms(), Now);
        both.Current!.Loss.ShouldBe(order.Total);
    }

    /// <summary>Three at 3,334 less 1: complained of one by one they are 3,333, 3,334 and 3,334.</summary>
    [Fact]
    public void Piece_by_piece_the_whole_line_goes_back()
    {
        var order = Returned.Order(new LineDiscount(new Rupiah(1), Rupiah.Zero), (3_334, 3));
        long Most(int taken)
        {
            var complaint = Draft(order);
            complaint.Submit(order, new Dictionary<OrderLineId, int> { [order.Lines[0].Id] = taken }, Buyer, Terms(), Now);
            return complaint.Items[0].Most.Amount;
        }

        new[] { Most(0), Most(1), Most(2) }.ShouldBe([3_333L, 3_334L, 3_334L]);
    }

    [Fact]
    public void Silence_is_frozen_when_it_is_submitted()
    {
        var order = Orders.In(OrderState.Delivered);
        var small = Submitted(order, Terms(grantMost: 18_500));
        small.OnSilence.ShouldBe(ComplaintSilence.Granted);
        small.RunOut(Terms(grantMost: 0), Now.AddHours(72));
        (small.State, small.Outcome!.Kind, small.Outcome.Liability).ShouldBe((ComplaintState.Executing, ComplaintOfferKind.Wish, Liability.OfSeller));

        var large = Submitted(order, Terms(grantMost: 18_499));
        large.OnSilence.ShouldBe(ComplaintSilence.Mediated);
        large.RunOut(Terms(), Now.AddHours(72));
        large.State.ShouldBe(ComplaintState.Mediation);

        Submitted(order, wish: ComplaintSolution.Replace).OnSilence.ShouldBe(ComplaintSilence.Mediated);
    }

    /// <summary>From Monday: Tuesday to Friday are four, and Monday 12 October is a day off, so the fifth working day is Tuesday 13.</summary>
    [Fact]
    public void An_officers_days_leave_out_holidays()
    {
        var terms = Terms(0, new DateOnly(2026, 10, 12));
        var complaint = Submitted(Orders.In(OrderState.Delivered));
        complaint.AskForHelp("Pembeli menelepon", ComplaintCase.CallCentre, terms, Now);
        complaint.DueAt.ShouldBe(Now.AddDays(8));
    }

    [Fact]
    public void Offers_go_back_and_forth_and_no_one_wins_time_by_improving_ones_own()
    {
        var complaint = Submitted(Orders.In(OrderState.Delivered));
        complaint.Propose(Part(complaint, 5_000), "Hanya retak", Seller, Terms(), Now.AddHours(10));
        (complaint.Turn, complaint.DueAt).ShouldBe((ComplaintSide.Buyer, Now.AddHours(106)));
        complaint.Propose(Part(complaint, 6_000), "Baiklah", Seller, Terms(), Now.AddHours(20));
        complaint.DueAt.ShouldBe(Now.AddHours(106));
        complaint.Propose(Part(complaint, 9_000), "Setengah harga", Buyer, Terms(), Now.AddHours(30));
        (complaint.Turn, complaint.DueAt, complaint.OnSilence).ShouldBe((ComplaintSide.Seller, Now.AddHours(106), ComplaintSilence.Mediated));
        Refused(() => complaint.Accept(3, Seller, Terms(), Now)).ShouldBe("complaint.other_offer");
        Refused(() => complaint.Accept(4, Buyer, Terms(), Now)).ShouldBe("complaint.own_offer");
        Refused(() => complaint.Propose(Part(complaint, 18_501), "Lebih", Buyer, Terms(), Now)).ShouldBe("complaint.too_much");
        Refused(() => complaint.AskForHelp("Lama", Buyer, Terms(), Now.AddHours(81))).ShouldBe("complaint.help_too_early");
        complaint.Accept(4, Seller, Terms(), Now.AddHours(40));
        (complaint.State, complaint.Outcome!.Loss).ShouldBe((ComplaintState.Executing, new Rupiah(9_000)));
    }

    /// <summary>A day between the moment help may be asked for and the one silence counts, for the buyer and for the seller; an offer that comes later leaves the whole time again.</summary>
    [Fact]
    public void Either_side_may_ask_for_help_a_day_before_its_silence_counts()
    {
        var complaint = In(ComplaintState.Negotiating, Orders.In(OrderState.Delivered));
        (complaint.HelpFrom, complaint.DueAt).ShouldBe((Now.AddHours(72), Now.AddHours(96)));
        complaint.AskForHelp("Tidak sepakat", Buyer, Terms(), complaint.DueAt!.Value.AddHours(-1));
        complaint.State.ShouldBe(ComplaintState.Mediation);

        var later = In(ComplaintState.Negotiating, Orders.In(OrderState.Delivered));
        later.Propose(Part(later, 9_000), "Setengah harga", Buyer, Terms(), Now.AddHours(20));
        later.DueAt.ShouldBe(Now.AddHours(96));
        later.Propose(Part(later, 6_000), "Segini", Seller, Terms(), Now.AddHours(60));
        later.DueAt.ShouldBe(Now.AddHours(132));
    }

    [Fact]
    public void Only_one_officer_has_it_and_an_appeal_is_anothers()
    {
        var complaint = In(ComplaintState.Mediation, Orders.In(OrderState.Delivered));
        Refused(() => complaint.Claim(Second, Now)).ShouldBe("complaint.claimed");
        Refused(() => complaint.Decide(Part(complaint, 1), Liability.OfSeller, "Saya juga", false, Second, Terms(), Now)).ShouldBe("complaint.not_claimed");
        complaint.Decide(Part(complaint, 9_000), Liability.OfSeller, "Foto jelas", false, Officer, Terms(), Now);
        complaint.Appeal("Ada foto baru", Seller, Terms(), Now);
        Refused(() => complaint.Claim(Officer, Now)).ShouldBe("complaint.same_officer");
        complaint.Claim(Second, Now);
        complaint.Decide(Settlement.Without(ComplaintSolution.NoCompensation), new Liability(0, 0, 0, 100, 0), "Foto baru menunjukkan utuh", false, Second, Terms(), Now);
        (complaint.State, complaint.Outcome!.Kind, complaint.Plan(7)).ShouldBe((ComplaintState.Executing, ComplaintOfferKind.Final, null));
        complaint.Settle(null, Now);
        complaint.State.ShouldBe(ComplaintState.Resolved);
    }

    [Fact]
    public void A_late_officer_loses_it_and_the_others_are_told()
    {
        var complaint = In(ComplaintState.Mediation, Orders.In(OrderState.Delivered));
        complaint.TakeEvents();
        complaint.RunOut(Terms(), complaint.DueAt!.Value);
        (complaint.State, complaint.ClaimedBy).ShouldBe((ComplaintState.Mediation, null));
        complaint.Events.OfType<ComplaintOverdue>().Count().ShouldBe(1);
        complaint.Claim(Second, Now);
    }

    [Theory]
    [InlineData(60, 30, 0, 0, 0, "complaint.bearers")]
    [InlineData(110, 0, 0, -10, 0, "complaint.bearers")]
    [InlineData(0, 0, 0, 100, 0, "complaint.bearers")]
    [InlineData(50, 0, 0, 0, 50, "complaint.community")]
    [InlineData(40, 30, 20, 10, 0, null)]
    public void Who_answers_makes_one_hundred(int seller, int courier, int platform, int buyer, int community, string? code)
    {
        var complaint = In(ComplaintState.Mediation, Orders.In(OrderState.Delivered));
        (RuleBroken.By(() => complaint.Decide(Part(complaint, 10_000), new Liability(seller, courier, platform, buyer, community), "Foto jelas", false, Officer, Terms(), Now))?.Code).ShouldBe(code);
    }

    [Fact]
    public void A_courier_answers_only_for_what_it_carried_and_a_replacement_is_the_sellers()
    {
        var fetched = Orders.In(OrderState.ReadyForPickup, ShipmentKind.Pickup);
        fetched.HandOver(Orders.Seller, "482913", Orders.Terms(), Now).ShouldBeTrue();
        var complaint = In(ComplaintState.Mediation, fetched);
        Refused(() => complaint.Decide(Part(complaint, 1_000), new Liability(50, 50, 0, 0, 0), "Foto jelas", false, Officer, Terms(), Now)).ShouldBe("complaint.no_courier");
        Refused(() => complaint.Decide(Settlement.Without(ComplaintSolution.Replace), new Liability(50, 0, 50, 0, 0), "Foto jelas", false, Officer, Terms(), Now)).ShouldBe("complaint.sender_bears");
        Refused(() => complaint.Decide(Settlement.Without(ComplaintSolution.SendMissing, needsReturn: true), Liability.OfSeller, "Foto jelas", false, Officer, Terms(), Now)).ShouldBe("complaint.return");
    }

    /// <summary>Of 10,000 the buyer bears 20 %: 8,000 go back, of which 50 and 30 of 80 are the seller's and the courier's.</summary>
    [Fact]
    public void The_buyers_part_stays_with_her_and_the_others_bear_their_part_of_the_whole()
    {
        var order = Orders.In(OrderState.Delivered);
        var complaint = In(ComplaintState.Decided, order);
        complaint.RunOut(Terms(), Now.AddDays(3));
        var plan = complaint.Plan(order.Sequence)!;
        (plan.Amount, plan.OfBuyer).ShouldBe((new Rupiah(8_000), 20));
        var refund = Refund.Request(order.PurchaseId, order.Id, "sandbox", "bayar", plan.Amount, "refund_decided", Now);
        var decision = RefundDecision.Make(order, refund, plan, TakenBack.Nothing, "", RemittedTaxes.None, Officer, "Kemasan tipis", Now);
        decision.Shares.Select(s => (s.Bearer, s.Percent, s.Amount.Amount)).ShouldBe([(RefundBearer.Seller, 50, 5_000L), (RefundBearer.Courier, 30, 3_000L)]);
        (decision.OfBuyer, order.ChargedGoods).ShouldBe((20, new Rupiah(5_000)));
    }

    /// <summary>Wrong size, two pieces, one comes back: the refund is for one.</summary>
    [Fact]
    public void A_refund_is_never_above_what_came_back()
    {
        var order = Orders.In(OrderState.Delivered);
        var complaint = Draft(order, 2, needsReturn: true);
        complaint.Submit(order, NoneTaken, Buyer, Terms(), Now);
        complaint.Accept(1, Seller, Terms(), Now);
        complaint.NoteReturnSent(Buyer, Now);
        complaint.DueAt.ShouldBeNull();
        var line = order.Lines[0].Id;
        Refused(() => complaint.CountReturn(new Dictionary<OrderLineId, int> { [line] = 3 }, Terms(), Now)).ShouldBe("complaint.returned");
        complaint.CountReturn(new Dictionary<OrderLineId, int> { [line] = 1 }, Terms(), Now);
        complaint.Plan(order.Sequence)!.Amount.ShouldBe(new Rupiah(18_500));
    }

    /// <summary>A box with a stone: neither the shipping that was agreed nor the freight goes back for it.</summary>
    [Fact]
    public void Where_nothing_came_back_nothing_is_given()
    {
        var order = Orders.In(OrderState.Delivered);
        var complaint = Draft(order, 2, shipping: 8_000, needsReturn: true);
        complaint.Submit(order, NoneTaken, Buyer, Terms(), Now);
        complaint.Accept(1, Seller, Terms(), Now);
        complaint.CountReturn(new Dictionary<OrderLineId, int> { [order.Lines[0].Id] = 0 }, Terms(), Now, new Rupiah(15_000));
        complaint.Plan(order.Sequence).ShouldBeNull();
    }

    [Fact]
    public void What_cannot_be_carried_out_is_held_up_and_may_be_decided_again_but_not_appealed_twice()
    {
        var complaint = In(ComplaintState.Appealed, Orders.In(OrderState.Delivered));
        complaint.Decide(Part(complaint, 9_000), Liability.OfSeller, "Foto jelas", false, Second, Terms(), Now);
        complaint.HoldUp("Dana sudah kembali", Now.AddHours(1));
        complaint.Reopen("Diputuskan lagi", Officer, Terms(), Now);
        (complaint.State, complaint.HeldUp, complaint.Outcome).ShouldBe((ComplaintState.Mediation, "", null));
        Refused(() => complaint.Claim(Officer, Now)).ShouldBe("complaint.same_officer", "what was overruled on appeal has no second word");
        complaint.Claim(Second, Now);
        complaint.Decide(Part(complaint, 1_000), Liability.OfSeller, "Yang tersisa", false, Second, Terms(), Now);
        (complaint.State, complaint.Outcome!.Kind).ShouldBe((ComplaintState.Executing, ComplaintOfferKind.Final));
        Refused(() => complaint.Appeal("Sekali lagi", Buyer, Terms(), Now)).ShouldBe("complaint.appealed_once");
    }

    [Fact]
    public void A_decision_that_cannot_be_carried_out_is_opened_again()
    {
        var complaint = In(ComplaintState.Decided, Orders.In(OrderState.Delivered));
        Refused(() => complaint.Reopen("Diputuskan lagi", Officer, Terms(), Now)).ShouldBe("complaint.not_held_up");
        complaint.HoldUp("Barangnya sudah kembali", Now.AddDays(4));
        complaint.Reopen("Diputuskan lagi", Officer, Terms(), Now.AddDays(3));
        (complaint.State, complaint.HeldUp).ShouldBe((ComplaintState.Mediation, ""));
        var tried = In(ComplaintState.Decided, Orders.In(OrderState.Delivered));
        tried.HoldUp("Barangnya sudah kembali", Now.AddDays(4));
        tried.RunOut(Terms(), Now.AddDays(4));
        (tried.State, tried.HeldUp).ShouldBe((ComplaintState.Executing, ""));
    }

    [Fact]
    public void Pictures_are_five_a_side_and_stay_once_submitted()
    {
        var complaint = Draft(Orders.In(OrderState.Delivered));
        complaint.AddPictures(["1.webp", "2.webp", "3.webp", "4.webp", "5.webp"], Buyer, Now);
        Refused(() => complaint.AddPictures(["6.webp"], Buyer, Now)).ShouldBe("complaint.pictures");
        complaint.RemovePicture(complaint.Pictures[0].Id);
        complaint.Pictures.Count.ShouldBe(4);
        var sent = Submitted(Orders.In(OrderState.Delivered));
        sent.AddPictures(["7.webp"], Seller, Now);
        Refused(() => sent.RemovePicture(sent.Pictures[0].Id)).ShouldBe("complaint.illegal_move");
        Refused(() => In(ComplaintState.Resolved, Orders.In(OrderState.Delivered)).Post("Halo", Buyer, Now)).ShouldBe("complaint.closed");
    }

    /// <summary>Five with the complaint, five when an officer asks for more, five for an appeal; of another side nothing is counted.</summary>
    [Fact]
    public void What_an_officer_asks_for_and_an_appeal_bring_pictures_anew()
    {
        string[] five = ["1.webp", "2.webp", "3.webp", "4.webp", "5.webp"];
        var complaint = In(ComplaintState.Mediation, Orders.In(OrderState.Delivered));
        complaint.AddPictures(five, Buyer, Now);
        Refused(() => complaint.CheckPictures(ComplaintSide.Buyer, 1)).ShouldBe("complaint.pictures");
        complaint.AskForEvidence("Foto kemasan", Officer, Terms(), Now.AddHours(1));
        complaint.AddPictures(five, Buyer, Now.AddHours(2));
        Refused(() => complaint.CheckPictures(ComplaintSide.Buyer, 1)).ShouldBe("complaint.pictures");
        complaint.CheckPictures(ComplaintSide.Seller, 5);
        complaint.GoOn(Officer, Terms(), Now.AddHours(3));
        Refused(() => complaint.CheckPictures(ComplaintSide.Buyer, 1)).ShouldBe("complaint.pictures");
        complaint.Decide(Part(complaint, 9_000), Liability.OfSeller, "Foto jelas", false, Officer, Terms(), Now.AddHours(4));
        complaint.Appeal("Ada foto baru", Buyer, Terms(), Now.AddHours(5));
        complaint.AddPictures(five, Buyer, Now.AddHours(6));
        Refused(() => complaint.CheckPictures(ComplaintSide.Buyer, 1)).ShouldBe("complaint.pictures");
        complaint.Pictures.Count.ShouldBe(15);
    }

    /// <summary>Answered after 20 hours and not at all for 48, what was asked for moves the officer's time by 68 hours; a third time nobody is asked.</summary>
    [Fact]
    public void Evidence_is_asked_for_twice_and_gives_the_officer_no_time_of_her_own()
    {
        var complaint = In(ComplaintState.Mediation, Orders.In(OrderState.Delivered));
        var due = complaint.DueAt!.Value;
        complaint.AskForEvidence("Foto kemasan", Officer, Terms(), Now.AddHours(30), DecisionClock.Of(complaint.NewSteps));
        complaint.GoOn(Officer, Terms(), Now.AddHours(50), DecisionClock.Of(complaint.NewSteps));
        complaint.DueAt.ShouldBe(due.AddHours(20));
        complaint.AskForEvidence("Foto isi", Officer, Terms(), Now.AddHours(60), DecisionClock.Of(complaint.NewSteps));
        complaint.RunOut(Terms(), Now.AddHours(108), DecisionClock.Of(complaint.NewSteps));
        (complaint.State, complaint.DueAt).ShouldBe((ComplaintState.Mediation, due.AddHours(68)));
        Refused(() => complaint.AskForEvidence("Foto lagi", Officer, Terms(), Now.AddHours(110), DecisionClock.Of(complaint.NewSteps))).ShouldBe("complaint.evidence_asked");
    }

    [Fact]
    public void It_ends_with_its_order()
    {
        var complaint = In(ComplaintState.Mediation, Orders.In(OrderState.Delivered));
        complaint.EndWithOrder(Now);
        complaint.State.ShouldBe(ComplaintState.Resolved);
        var carried = In(ComplaintState.Executing, Orders.In(OrderState.Delivered));
        carried.EndWithOrder(Now);
        carried.State.ShouldBe(ComplaintState.Resolved);
    }

    /// <summary>However a loss is cut, what goes back sums to it without the buyer's part, and no line gives more than it lost.</summary>
    [Fact]
    public void Whatever_is_decided_the_parts_make_the_whole()
    {
        var random = new Random(7);
        for (var round = 0; round < TestSize.Of(300, 20_000); round++)
        {
            var order = Orders.In(OrderState.Delivered);
            var complaint = Submitted(order);
            complaint.AskForHelp("Acak", Officer, Terms(), Now);
            complaint.Claim(Officer, Now);
            var (amount, shipping, buyer, courier) = (random.Next(1, 18_501), random.Next(0, 8_001), random.Next(0, 100), 0);
            courier = random.Next(0, 101 - buyer);
            complaint.Decide(Part(complaint, amount, shipping), new Liability(100 - buyer - courier, courier, 0, buyer, 0), "Acak", false, Officer, Terms(), Now);
            complaint.RunOut(Terms(), Now.AddDays(3));
            var back = complaint.Outcome!.Back;
            back.Amount.ShouldBe(amount + shipping - (long)(amount + shipping) * buyer / 100);
            if (complaint.Plan(random.Next()) is not { } plan)
            {
                back.ShouldBe(Rupiah.Zero);
                continue;
            }

            plan.Amount.ShouldBe(back);
            plan.Shipping.Amount.ShouldBeLessThanOrEqualTo(shipping);
            plan.Lines.Values.Single().Amount.ShouldBeLessThanOrEqualTo(amount);
            (plan.Percents.Values.Sum() + plan.OfBuyer).ShouldBe(100);
        }
    }

    static string Refused(Action act) => Should.Throw<RuleBroken>(act).Code;
}
