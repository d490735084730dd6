using Komeji.Application.Accounts;
using Komeji.Application.CallCentre;
using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Domain.Accounts;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using Komeji.Tests.Application.Warranties;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.CallCentre;

/// <summary>What who serves a caller finds, and what of it is masked until there is a reason.</summary>
public sealed class CaseTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_person_and_an_order_are_found_and_shown_masked(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, _) = await market.PaidOrder();
        var agent = await market.Person();
        var email = await komeji.Read(db => db.Users.Where(u => u.Id == buyer.Value).Select(u => u.Email!).SingleAsync());
        var shopName = await komeji.Read(db => db.Stores.Select(s => s.Name).SingleAsync());
        var purchase = await komeji.Read(db => db.Purchases.Select(p => p.Number).SingleAsync());
        komeji.As(agent, Roles.CallCentre);

        foreach (var words in new[] { order.Number.ToLowerInvariant(), purchase, order.Number[^6..].ToLowerInvariant(), "0812-3456-7890", "+62 812 3456 7890" })
        {
            (await komeji.Send(new FindCase(words, 1))).Orders.Single().Number.ShouldBe(order.Number, words);
        }

        var found = (await komeji.Send(new FindCase(email.ToUpperInvariant(), 1))).People.Rows.Single();
        (found.Id, found.Email).ShouldBe((buyer.Value, Contact.Read(email)!.Mask()));
        (await komeji.Send(new FindCase("siti", 1))).People.Total.ShouldBe(3);
        (await komeji.Send(new FindCase(shopName, 1))).People.Rows.Select(p => p.Id).ShouldContain(shop.Owner.Value);
        foreach (var nothing in new[] { email[..^2], "si", "KMJ-", "", "0812345" })
        {
            (await komeji.Send(new FindCase(nothing, 1))).IsEmpty.ShouldBeTrue(nothing);
        }

        var person = await komeji.Send(new ShowCasePerson(buyer.Value));
        person.Email.ShouldNotContain(email.Split('@')[0]);
        (person.Addresses.Single().Phone, person.Lists[CasePart.Orders].Rows.Single().Key, person.Shop).ShouldBe(("0812-••••-7890", order.Number, null));
        person.Lists[CasePart.Payments].Rows.Single().What.ShouldBe(purchase);
        person.Lists[CasePart.Notices].Total.ShouldBeGreaterThan(0);
        person.Lists[CasePart.Messages].Total.ShouldBeGreaterThan(0);
        var seller = await komeji.Send(new ShowCasePerson(shop.Owner.Value));
        (seller.Shop!.Name, seller.Lists[CasePart.Sales].Rows.Single().What).ShouldBe((shopName, order.Number));
        foreach (var part in Enum.GetValues<CasePart>())
        {
            (await komeji.Send(new ListCasePart(buyer.Value, part, 1))).Rows.Total.ShouldBe(person.Lists[part].Total, part.ToString());
        }

        var page = await komeji.Send(new ShowCaseOrder(order.Number));
        (page.Buyer, page.Owner, page.Order.Destination.Phone, page.Order.Destination.Street, page.Order.PickupCode).ShouldBe((buyer, shop.Owner, "0812-••••-7890", "•••••", null));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new ShowCaseOrder("KMJ-20261005-TIADA1")));

        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.Send(new ShipOrder(order.Number, "JX1234567890"));
        (await komeji.As(agent, Roles.CallCentre).Send(new FindCase(" jx1234567890 ", 1))).Orders.Single().Number.ShouldBe(order.Number);
    }

    /// <summary>A caller's warranty claim stands on the order's page with what happens next, and in the lists of both sides with its own page.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Claims_are_found_on_both_sides(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (placed, cards) = await market.Bought();
        var claim = await market.Claim(cards[0]);
        market.Komeji.As(new UserId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), Roles.CallCentre);
        (await market.Komeji.Send(new FindCase(claim.ToLowerInvariant(), 1))).Orders.Single().Number.ShouldBe(placed.OrderNumbers[0]);
        var file = await market.Komeji.Send(new ShowCaseOrder(placed.OrderNumbers[0]));
        var shown = file.Claims.Single();
        (shown.Number, shown.State, shown.DueAt is not null).ShouldBe((claim, ClaimState.AwaitingAnswer, true));
        (await Keys(file.Buyer, CasePart.Claims)).ShouldBe([claim]);
        (await Keys(file.Owner, CasePart.SalesClaims)).ShouldBe([claim]);
        (await Keys(file.Owner, CasePart.Claims)).ShouldBeEmpty();

        Task<List<string>> Keys(UserId person, CasePart part) => market.Komeji.Read(async db =>
            (await new CaseParts(db, market.Komeji.Clock).Read(new User { Id = person.Value }, part, 1, CaseParts.PageSize, default)).Rows.Select(r => r.Key).ToList());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_masked_is_seen_with_a_reason_that_supervisors_read(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, _) = await market.PaidOrder();
        foreach (var (tied, role) in new[] { (buyer, Roles.CallCentre), (shop.Owner, Roles.Operator) })
        {
            var own = new RevealData(CaseSubject.Order, order.Number, RevealedThing.Recipient, "Ingin melihat alamat");
            (await Should.ThrowAsync<RuleBroken>(() => komeji.As(tied, role).Send(own))).Code.ShouldBe("staff.own_case");
        }

        var agent = await market.Person();
        komeji.As(agent, Roles.CallCentre);

        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new RevealData(CaseSubject.Order, order.Number, RevealedThing.Recipient, " ")))).Code.ShouldBe("reveal.why");
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new RevealData(CaseSubject.Person, buyer.Value.ToString(), RevealedThing.Account, "Mencocokkan rekening")))).Code.ShouldBe("reveal.role");
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new RevealData(CaseSubject.Order, order.Number, RevealedThing.Contact, "Mencocokkan nomor")))).Code.ShouldBe("reveal.nothing");
        (await komeji.Read(db => db.DataReveals.CountAsync())).ShouldBe(0);

        (await komeji.Send(new RevealData(CaseSubject.Order, order.Number, RevealedThing.Recipient, "Kurir mencari alamat"))).ShouldContain(l => l.Value == "0812-3456-7890");
        (await komeji.Send(new RevealData(CaseSubject.Person, buyer.Value.ToString(), RevealedThing.Address, "Memastikan alamat"))).Single().Value.ShouldContain("Jl. Mawar 12");

        var seen = await komeji.As(agent, Roles.Supervisor).Send(new ListReveals("", null, null, 1));
        seen.Rows.Select(r => (r.Subject, r.What, r.Why, r.Role)).ShouldBe(
        [
            (CaseSubject.Person, RevealedThing.Address, "Memastikan alamat", Roles.CallCentre), (CaseSubject.Order, RevealedThing.Recipient, "Kurir mencari alamat", Roles.CallCentre),
        ]);
        (await komeji.Send(new ListReveals(order.Number, new DateOnly(2026, 10, 5), new DateOnly(2026, 10, 5), 1))).Total.ShouldBe(1);
        (await komeji.Send(new ListReveals("", new DateOnly(2026, 10, 6), null, 1))).Total.ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_note_is_corrected_by_a_newer_one_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (agent, buyer) = (await market.Person(), await market.Buyer());
        komeji.As(agent, Roles.CallCentre);
        var key = buyer.Value.ToString();
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new WriteCaseNote(CaseSubject.Person, key, "   ")))).Code.ShouldBe("note.text");
        await komeji.Send(new WriteCaseNote(CaseSubject.Person, key, "Minta ditelepon sore."));
        var first = (await komeji.Send(new ShowCasePerson(buyer.Value))).Notes.Rows.Single();
        komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        await komeji.Send(new CorrectCaseNote(CaseSubject.Person, key, first.Id, "Minta ditelepon pagi."));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new CorrectCaseNote(CaseSubject.Person, key, first.Id, "Minta ditelepon malam.")))).Code.ShouldBe("note.corrected");
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new CorrectCaseNote(CaseSubject.Person, agent.Value.ToString(), first.Id, "Milik orang lain")));

        var notes = (await komeji.Send(new ShowCasePerson(buyer.Value))).Notes.Rows;
        notes.Select(n => (n.Text, n.Corrects)).ShouldBe([("Minta ditelepon pagi.", true), ("Minta ditelepon sore.", false)]);
        (notes[0].CorrectedAt, notes[1].CorrectedAt).ShouldBe((null, komeji.Clock.GetUtcNow()));
    }
}
