using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Application.Complaints.Desk;
using Komeji.Application.Ordering;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
        (await market.AsBuyer().Send(new ShowMyOrder(order))).HasComplaintDraft.ShouldBeTrue();
        await market.AsBuyer().Send(new DiscardComplaint(order));
        (await market.AsBuyer().Send(new ShowMyOrder(order))).HasComplaintDraft.ShouldBeFalse();
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

    /// <summary>A buyer who was silent once may open it again while her order is not complete; silent twice she may not, and was told before.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_closed_by_silence_is_opened_once_more(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var first = await ClosedBySilence();
        (await market.AsBuyer().Send(new ShowComplaint(first, ComplaintOnlooker.Buyer))).MayOpenAgain.ShouldBeTrue();
        var second = await ClosedBySilence();
        (await market.AsBuyer().Send(new ShowComplaint(first, ComplaintOnlooker.Buyer))).MayOpenAgain.ShouldBeFalse();
        (await market.AsBuyer().Send(new ShowComplaint(second, ComplaintOnlooker.Buyer))).ShouldSatisfyAllConditions(p => p.IsSecondTry.ShouldBeTrue(), p => p.MayOpenAgain.ShouldBeFalse());
        (await market.Komeji.Read(db => db.Notifications.CountAsync(n => n.Title.Contains(second) && n.Body.Contains("kemudian tidak bisa dikomplain lagi")))).ShouldBeGreaterThan(0);
        (await Refused(() => market.Complain(order))).ShouldBe("complaint.same_unit");

        async Task<string> ClosedBySilence()
        {
            var complaint = await market.Complain(order);
            await market.AsSeller().Send(new ProposeSolution(complaint, ComplaintOnlooker.Seller, await market.Part(order, 5_000), "Hanya retak"));
            await market.Wait(TimeSpan.FromHours(96));
            (await market.StateOf(complaint)).ShouldBe(ComplaintState.ClosedNoReply);
            return complaint;
        }
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

    /// <summary>The officer who has it hears of messages, of pictures and of the end of the time for them, and not of what she says herself.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task The_officer_who_has_it_hears_what_comes(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var complaint = await market.Complain(await market.Shipped());
        var officer = market.AsOfficer(ComplaintSteps.First);
        await officer.Send(new AskForHelp(complaint, ComplaintOnlooker.Staff, "Pembeli menelepon"));
        await officer.Send(new ClaimComplaint(complaint, true));
        await market.AsOfficer(ComplaintSteps.First).Send(new AskForEvidence(complaint, "Foto kemasan"));
        await market.AsOfficer(ComplaintSteps.First).Send(new PostToComplaint(complaint, ComplaintOnlooker.Staff, "Silakan kirim fotonya"));
        await market.AsBuyer().Send(new PostToComplaint(complaint, ComplaintOnlooker.Buyer, "Segera"));
        await market.AsBuyer().Send(new AddComplaintPictures(complaint, ComplaintOnlooker.Buyer, [Stream.Null]));
        await market.Wait(TimeSpan.FromDays(2));
        var link = $"/operator/komplain/{complaint}";
        (await market.Komeji.Read(db => db.Notifications.Where(n => n.UserId == ComplaintSteps.First && n.Link == link).Select(n => n.Title).OrderBy(t => t).ToListAsync()))
            .ShouldBe([$"Komplain {complaint}: foto bukti baru", $"Komplain {complaint}: pesan baru", $"Komplain {complaint}: waktu bukti tambahan habis"]);
    }

    /// <summary>She asks a day after it came and has what she wanted a day later: her time is a day longer. A third time she decides with what there is.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Asking_for_evidence_gives_an_officer_no_time_of_her_own(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var complaint = await market.Complain(await market.Shipped());
        await market.AsOfficer(ComplaintSteps.First).Send(new AskForHelp(complaint, ComplaintOnlooker.Staff, "Pembeli menelepon"));
        await market.AsOfficer(ComplaintSteps.First).Send(new ClaimComplaint(complaint, true));
        var due = await Due();
        for (var day = 1; day <= Complaint.MostEvidence; day++)
        {
            await market.AsOfficer(ComplaintSteps.First).Send(new AskForEvidence(complaint, "Foto kemasan"));
            await market.Wait(TimeSpan.FromDays(1));
            await market.AsOfficer(ComplaintSteps.First).Send(new CloseEvidence(complaint));
            (await Due()).ShouldBe(due?.AddDays(day));
        }

        (await Refused(() => market.AsOfficer(ComplaintSteps.First).Send(new AskForEvidence(complaint, "Foto isi")))).ShouldBe("complaint.evidence_asked");

        Task<DateTimeOffset?> Due() => market.Komeji.Read(db => db.Complaints.Where(c => c.Number == complaint).Select(c => c.DueAt).SingleAsync());
    }

    /// <summary>Officers read what the two sides had before and who of the staff acted; buyer and seller read neither.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_lies_behind_a_complaint_is_the_officers_alone(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await market.Complain(await market.Shipped());
        market.Komeji.Clock.Advance(TimeSpan.FromHours(1));
        var complaint = await market.Complain(await market.Shipped());
        await market.AsOfficer(ComplaintSteps.First).Send(new AskForHelp(complaint, ComplaintOnlooker.Staff, "Pembeli menelepon"));
        var page = await market.AsOfficer(ComplaintSteps.Second).Send(new ShowComplaint(complaint, ComplaintOnlooker.Staff));
        page.Background.ShouldNotBeNull().ShouldSatisfyAllConditions(b => b.OfBuyer.ShouldBe(1), b => b.OfShop.ShouldBe(1), b => b.HasDeliveryProof.ShouldBeFalse(), b => b.Tickets.ShouldBeEmpty());
        page.Thread.Single(e => e.Code == "help_asked").By.ShouldBe(ComplaintSteps.First.Value);
        (await market.AsBuyer().Send(new ShowComplaint(complaint, ComplaintOnlooker.Buyer))).Background.ShouldBeNull();
        (await market.AsSeller().Send(new ShowComplaint(complaint, ComplaintOnlooker.Seller))).Background.ShouldBeNull();
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
        var complaint = await market.Komeji.As(Stranger, Roles.CallCentre).Send(new FileComplaintFor(order, facts, TicketChannel.Phone, "Menelepon dari 0812-3456-7890, cocok"));
        var page = await market.AsBuyer().Send(new ShowComplaint(complaint, ComplaintOnlooker.Buyer));
        page.Thread.ShouldContain(e => e.Code == ComplaintEntry.Post && e.Role == Roles.CallCentre);
        page.Thread.ShouldNotContain(e => e.Text.Contains("0812", StringComparison.Ordinal), "the seller does not read the buyer's number");
        (await market.Komeji.Read(db => db.CaseNotes.Select(n => n.Text).SingleAsync())).ShouldBe("Menelepon dari 0812-3456-7890, cocok");
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

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_holds_what_its_readers_list_holds_and_who_answers(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var orders = new[] { await market.Shipped(), await market.Shipped() };
        var open = await market.Complain(orders[0]);
        market.Komeji.Clock.Advance(TimeSpan.FromHours(1));
        var decided = await market.Complain(orders[1]);
        await market.AsOfficer(ComplaintSteps.First).Send(new AskForHelp(decided, ComplaintOnlooker.Staff, "Pembeli menelepon"));
        await market.Decide(decided, ComplaintSteps.First, await market.Part(orders[1], 10_000), new Liability(60, 0, 40, 0, 0));
        await market.Wait(TimeSpan.FromDays(5));

        market.AsOfficer(ComplaintSteps.Second);
        (await Taken(ComplaintOnlooker.Staff, ComplaintGroup.All)).Select(t => t.Complaint.Number).ShouldBe([decided, open]);
        (await Taken(ComplaintOnlooker.Staff, ComplaintGroup.All, orders[0])).Select(t => t.Complaint.Number).ShouldBe([open]);
        market.AsSeller();
        var over = (await Taken(ComplaintOnlooker.Seller, ComplaintGroup.Over)).Single(t => t.Complaint.Number == decided);
        (over.Complaint.State, over.Outcome!.Solution, over.Outcome.Back, over.Outcome.Reason).ShouldBe((ComplaintState.Resolved, ComplaintSolution.PartRefund, new Rupiah(10_000), "Foto menunjukkan kemasan penyok"));
        over.Outcome.Liability.Parts.ShouldBe([(ComplaintParty.Seller, 60), (ComplaintParty.Platform, 40)]);
        market.Komeji.As(Stranger, Roles.Finance);
        await Should.ThrowAsync<NotFound>(() => Taken(ComplaintOnlooker.Staff, ComplaintGroup.All));
        await Should.ThrowAsync<NotFound>(() => Taken(ComplaintOnlooker.Seller, ComplaintGroup.All));

        async Task<List<TakenComplaint>> Taken(ComplaintOnlooker onlooker, ComplaintGroup group, string? search = null)
        {
            await using var scope = market.Komeji.Services.CreateAsyncScope();
            return await (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportComplaints(onlooker, group, search))).ToListAsync();
        }
    }

    /// <summary>A complaint waits for whoever has to answer the last offer; a decision waits for both while it may be appealed.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_waits_waits_for_one_side(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var complaint = await market.Complain(order);
        (await Waiting()).ShouldBe((0, 1, 1));
        await market.AsSeller().Send(new ProposeSolution(complaint, ComplaintOnlooker.Seller, await market.Part(order, 5_000), "Hanya retak"));
        (await Waiting()).ShouldBe((1, 0, 0));
        await market.AsBuyer().Send(new ProposeSolution(complaint, ComplaintOnlooker.Buyer, await market.Part(order, 9_000), "Setengah harga"));
        (await Waiting()).ShouldBe((0, 1, 1));
        await market.AsOfficer(ComplaintSteps.First).Send(new AskForHelp(complaint, ComplaintOnlooker.Staff, "Pembeli menelepon"));
        (await Waiting()).ShouldBe((0, 0, 0));
        await market.Decide(complaint, ComplaintSteps.First, await market.Part(order, 5_000), Liability.OfSeller);
        (await Waiting()).ShouldBe((1, 1, 0));

        async Task<(int Buyer, int Shop, int Chores)> Waiting() => (
            (await market.AsBuyer().Send(new ListComplaints(ComplaintOnlooker.Buyer, ComplaintGroup.Waiting, null, 1))).Total,
            (await market.AsSeller().Send(new ListComplaints(ComplaintOnlooker.Seller, ComplaintGroup.Waiting, null, 1))).Total,
            (await market.AsSeller().Send(new ListSellerChores())).Complaints);
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
