using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Application.Complaints.Desk;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;

namespace Komeji.Tests.Application.Complaints;

/// <summary>Who finds a complaint, who may do what to it, and that nothing typed is lost.</summary>
public sealed class ComplaintDeskTests
{
    static readonly UserId Stranger = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    [Theory, OnSqlite, OnPostgres]
    public async Task A_foreign_order_or_complaint_is_not_there(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        await market.Write(order);
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(Stranger).Send(new ShowComplaintDraft(order)));
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(Stranger).Send(new SubmitComplaint(order)));
        var complaint = await market.AsBuyer().Send(new SubmitComplaint(order));
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(Stranger).Send(new ShowComplaint(complaint, ComplaintOnlooker.Buyer)));
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(Stranger).Send(new ShowComplaint(complaint, ComplaintOnlooker.Seller)));
        await Should.ThrowAsync<NotFound>(() => market.AsBuyer().Send(new ShowComplaint(complaint, ComplaintOnlooker.Staff)));
        (await market.AsSeller().Send(new ShowComplaint(complaint, ComplaintOnlooker.Seller))).State.ShouldBe(ComplaintState.AwaitingSeller);
    }

    /// <summary>What is refused when it is sent stays as it was written, and nothing is frozen meanwhile.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_is_kept_and_freezes_nothing(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        (await Refused(() => market.Complain(order, pieces: 2))).ShouldBe("complaint.too_many");
        var draft = await market.AsBuyer().Send(new ShowComplaintDraft(order));
        (draft.Story, draft.Lines.Single().Quantity, draft.Open).ShouldBe(("Barangnya datang pecah semua", 2, null));
        (await market.AsSeller().Send(new ListComplaints(ComplaintOnlooker.Seller, ComplaintGroup.All, null, 1))).Total.ShouldBe(0);
        await market.AsBuyer().Send(new AddComplaintPictures(order, null, [Stream.Null, Stream.Null]));
        (await market.AsBuyer().Send(new ShowComplaintDraft(order))).Pictures.Count.ShouldBe(2);
        await market.AsBuyer().Send(new DiscardComplaint(order));
        await market.Receive(order);
        (await Refused(() => market.Write(order))).ShouldBe("complaint.window");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_begun_is_kept_for_its_writer_alone(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var complaint = await market.Complain(await market.Shipped());
        await market.AsSeller().Send(new KeepComplaintScrap(complaint, ComplaintOnlooker.Seller, "{\"Alasan\":\"Hanya re\"}"));
        await market.AsSeller().Send(new KeepComplaintScrap(complaint, ComplaintOnlooker.Seller, "{\"Alasan\":\"Hanya retak\"}"));
        (await market.AsSeller().Send(new ShowComplaint(complaint, ComplaintOnlooker.Seller))).Scrap.ShouldBe("{\"Alasan\":\"Hanya retak\"}");
        (await market.AsBuyer().Send(new ShowComplaint(complaint, ComplaintOnlooker.Buyer))).Scrap.ShouldBe("");
        (await market.StateOf(complaint)).ShouldBe(ComplaintState.AwaitingSeller);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_piece_is_complained_of_once_and_one_complaint_at_a_time(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped(pieces: 2);
        var first = await market.Complain(order, wish: ComplaintSolution.PartRefund, amount: 5_000);
        (await Refused(() => market.Complain(order))).ShouldBe("complaint.open_already");
        await market.AsSeller().Send(new AcceptSolution(first, ComplaintOnlooker.Seller, 1));
        await market.CarryOut();
        (await Refused(() => market.Complain(order, pieces: 2))).ShouldBe("complaint.same_unit");
        (await market.StateOf(await market.Complain(order))).ShouldBe(ComplaintState.AwaitingSeller);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_officers_at_once_one_decides_and_the_other_is_told(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var complaint = await market.Complain(order);
        await market.AsOfficer(ComplaintSteps.First).Send(new AskForHelp(complaint, ComplaintOnlooker.Staff, "Pembeli menelepon"));
        await market.AsOfficer(ComplaintSteps.First).Send(new ClaimComplaint(complaint, true));
        (await Refused(() => market.AsOfficer(ComplaintSteps.Second).Send(new ClaimComplaint(complaint, true)))).ShouldBe("complaint.claimed");
        var decision = new DecideComplaint(complaint, await market.Part(order, 10_000), Liability.OfSeller, "Foto jelas", false);
        (await Refused(() => market.AsOfficer(ComplaintSteps.Second).Send(decision))).ShouldBe("complaint.not_claimed");
        var officer = market.AsOfficer(ComplaintSteps.First);
        var done = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Done(() => officer.Send(decision)))));
        done.Count(d => d).ShouldBe(1);
        (await market.Komeji.Read(db => db.Complaints.SelectMany(c => c.Offers).CountAsync(o => o.Kind == ComplaintOfferKind.Decision))).ShouldBe(1);
    }

    /// <summary>The seller accepts in the minute her silence would grant it: the buyer is paid once, and one of the two says why.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_seller_who_accepts_against_the_clock_pays_once(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var complaint = await market.Complain(await market.Shipped());
        await AgainstTheClock(market.AsSeller(), complaint, new AcceptSolution(complaint, ComplaintOnlooker.Seller, 1));
        await market.CarryOut();
        (await market.StateOf(complaint), await market.Balance(2090)).ShouldBe((ComplaintState.Resolved, -25_500L));
        (await market.Komeji.Read(db => db.StateChanges.CountAsync(c => c.Subject == "complaint" && (c.ReasonCode == "agreed" || c.ReasonCode == "granted_by_silence")))).ShouldBe(1);
        (await market.Komeji.Read(db => db.RefundDecisions.CountAsync())).ShouldBe(1);
        await market.ShouldBeSound();
    }

    /// <summary>The buyer accepts in the minute her time is over: she was in time and is paid once, or she was not and nothing is paid.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_buyer_who_accepts_against_the_clock_was_in_time_or_not(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var complaint = await market.Complain(order);
        await market.AsSeller().Send(new ProposeSolution(complaint, ComplaintOnlooker.Seller, await market.Part(order, 10_000), "Sedikit retak"));
        var accepted = await AgainstTheClock(market.AsBuyer(), complaint, new AcceptSolution(complaint, ComplaintOnlooker.Buyer, 2));
        await market.CarryOut();
        (accepted is 0 or 1).ShouldBeTrue();
        (await market.StateOf(complaint) == ComplaintState.Resolved, await market.Balance(2090)).ShouldBe((accepted == 1, accepted * -10_000L));
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_decides_on_her_own_and_the_call_centre_decides_nothing(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var complaint = await market.Complain(order);
        (await Refused(() => market.Komeji.As(market.Seller, Roles.Operator).Send(new AskForHelp(complaint, ComplaintOnlooker.Staff, "Toko saya")))).ShouldBe("staff.own_case");
        (await Refused(() => market.Komeji.As(market.Buyer, Roles.Operator).Send(new ClaimComplaint(complaint, true)))).ShouldBe("staff.own_case");
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(Stranger, Roles.Finance).Send(new AskForHelp(complaint, ComplaintOnlooker.Staff, "Keuangan")));
        await market.Komeji.As(Stranger, Roles.CallCentre).Send(new AskForHelp(complaint, ComplaintOnlooker.Staff, "Pembeli menelepon"));
        (await Refused(() => market.Komeji.As(Stranger, Roles.CallCentre).Send(new ClaimComplaint(complaint, true)))).ShouldBe("complaint.illegal_move");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_call_centre_files_for_a_caller_and_both_sides_are_told(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var items = new Dictionary<OrderLineId, ComplaintItemFacts> { [await market.LineOf(order)] = new(1, Rupiah.Zero) };
        var facts = new ComplaintFacts(ComplaintType.Damaged, "Lewat telepon: barang pecah", items, ComplaintSolution.FullRefund, Rupiah.Zero, false);
        var complaint = await market.Komeji.As(Stranger, Roles.CallCentre).Send(new FileComplaintFor(order, facts, "Menelepon dari nomor terdaftar"));
        var page = await market.AsBuyer().Send(new ShowComplaint(complaint, ComplaintOnlooker.Buyer));
        page.Thread.ShouldContain(e => e.Code == ComplaintEntry.Post && e.Role == Roles.CallCentre);
        (page.Turn, page.Silence, page.DueAt).ShouldBe((ComplaintSide.Seller, ComplaintSilence.Granted, market.Komeji.Clock.GetUtcNow().AddHours(72)));
        var links = await market.Komeji.Read(db => db.Notifications.Where(n => n.Title.Contains(complaint)).Select(n => n.Link).Distinct().OrderBy(l => l).ToListAsync());
        links.ShouldBe([$"/komplain/{complaint}", $"/penjual/komplain/{complaint}"]);
        (await market.Komeji.Read(db => db.StateChanges.Where(c => c.Subject == "complaint" && c.To == "Submitted").Select(c => c.OnBehalfOf).SingleAsync())).ShouldBe(market.Buyer.Value);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_queue_is_by_deadline_and_each_list_is_its_readers(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var numbers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            numbers.Add(await market.Complain(await market.Shipped()));
            await market.AsOfficer(ComplaintSteps.First).Send(new AskForHelp(numbers[i], ComplaintOnlooker.Staff, "Antrean"));
            market.Komeji.Clock.Advance(TimeSpan.FromHours(1));
        }

        await market.AsOfficer(ComplaintSteps.First).Send(new ClaimComplaint(numbers[1], true));
        (await Listed(ComplaintGroup.Waiting)).ShouldBe([numbers[0], numbers[2]]);
        (await Listed(ComplaintGroup.Mine)).ShouldBe([numbers[1]]);
        (await Listed(ComplaintGroup.All)).ShouldBe([numbers[2], numbers[1], numbers[0]]);
        (await market.AsBuyer().Send(new ListComplaints(ComplaintOnlooker.Buyer, ComplaintGroup.Open, numbers[0], 1))).Rows.Single().Number.ShouldBe(numbers[0]);
        (await market.Komeji.As(Stranger).Send(new ListComplaints(ComplaintOnlooker.Buyer, ComplaintGroup.All, null, 1))).Total.ShouldBe(0);

        async Task<IReadOnlyList<string>> Listed(ComplaintGroup group) =>
            [.. (await market.AsOfficer(ComplaintSteps.First).Send(new ListComplaints(ComplaintOnlooker.Staff, group, null, 1))).Rows.Select(r => r.Number)];
    }

    /// <returns>How often the step was taken while the complaint's time ran out.</returns>
    static async Task<int> AgainstTheClock(TestKomeji komeji, string complaint, AcceptSolution step)
    {
        var known = await komeji.Read(db => db.Complaints.AsNoTracking().SingleAsync(c => c.Number == complaint));
        komeji.Clock.MoveTo(known.DueAt!.Value);
        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => Done(() => n % 2 == 0 ? komeji.Send(step) : komeji.Send(new RunComplaintClock(known.Id))))));
        return tries.Where((_, n) => n % 2 == 0).Count(done => done);
    }

    static async Task<bool> Done(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception lost) when (lost is RuleBroken or DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
