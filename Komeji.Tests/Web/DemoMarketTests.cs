using Komeji.Application.Accounts;
using Komeji.Application.Files;
using Komeji.Application.Ledger;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Catalog;
using Komeji.Domain.Complaints;
using Komeji.Domain.Messages;
using Komeji.Domain.Notifications;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Returns;
using Komeji.Domain.Warranties;
using Komeji.Integrations.Files;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;
using Komeji.Web.CommandLine;
using Komeji.Web.Demo;
using Komeji.Web.Demo.Illustrations;
using Komeji.Web.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Web;

/// <summary>The demo market, small: everything in it came about by the product's rules, and it is the same each time.</summary>
public sealed class DemoMarketTests
{
    static readonly DemoSize Small = new(Stores: 6, Products: 48, Orders: 37, Communities: 0, Documents: 0, Complaints: 0, Seed: 2026);

    static readonly string[] Accounts =
    [
        "pembeli", "pembeli2", "penjual", "penjual2", "penjual-baru", "ketua", "bendahara", "pendamping", "dinas", "dinas2",
        "operator", "operator2", "cs", "keuangan", "keuangan2", "pengurus", "pengawas", "teknisi", "admin",
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Holds_an_order_in_every_state_and_sound_books(Engine engine)
    {
        await using var market = await GrownMarket.Of(engine, Small);
        var komeji = market.Komeji;
        var states = await komeji.Read(db => db.Orders.Select(o => o.State).Distinct().ToListAsync());
        states.Order().ShouldBe(Enum.GetValues<OrderState>().Order());
        (await komeji.Read(db => db.Orders.CountAsync(o => o.CancellationAskedAt != null && o.State == OrderState.Processing))).ShouldBeGreaterThan(0);
        (await komeji.Read(db => db.Orders.CountAsync(o => o.NotArrivedAt != null && o.State == OrderState.Shipped))).ShouldBeGreaterThan(0);
        var services = await komeji.Read(db => db.Orders.Where(o => o.Appointment != null).Select(o => new { o.State, o.Appointment!.StartedAt, o.Appointment.ProposedStart, o.DeliveryProof }).ToListAsync());
Enum[] stages = [OrderState.AwaitingPayment, OrderState.AwaitingSeller, ServiceStage.Scheduled, ServiceStage.InProgress, ServiceStage.Done, OrderState.Completed, OrderState.Cancelled, OrderState.Refunded];
        stages.ShouldBeSubsetOf(services.Select(s => ServiceStages.Shown(s.State, true, s.StartedAt is not null)));
        services.ShouldContain(s => s.ProposedStart != null);
        services.ShouldContain(s => s.DeliveryProof != null);
        (await komeji.Read(db => db.Refunds.CountAsync(r => r.State == RefundState.Succeeded))).ShouldBeGreaterThan(0);
        var report = await komeji.Send(new VerifyLedger());
        report.Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}").ShouldBeEmpty();
    }

    [Theory, OnSqlite]
    public async Task Holds_what_goes_wrong_after_the_sale(Engine engine)
    {
        await using var market = await GrownMarket.Of(engine, Small);
        var komeji = market.Komeji;
        var complaints = await komeji.Read(db => db.Complaints.Include(c => c.Offers).ThenInclude(o => o.Lines).ToListAsync());
        complaints.Select(c => c.State).ShouldBe([ComplaintState.AwaitingSeller, ComplaintState.Mediation, ComplaintState.AwaitingReturn, ComplaintState.Resolved], ignoreOrder: true);
        complaints.Single(c => c.State == ComplaintState.Resolved).ShouldSatisfyAllConditions(
            c => c.RefundId.ShouldNotBeNull(), c => c.Outcome!.Liability.Parts.ShouldBe([(ComplaintParty.Seller, 40), (ComplaintParty.Courier, 60)]));
        (await komeji.Read(db => db.GoodsReturns.Select(r => r.State).SingleAsync())).ShouldBe(GoodsReturnState.ReturnInTransit);
        (await komeji.Read(db => db.WarrantyClaims.Select(c => c.State).SingleAsync())).ShouldBe(ClaimState.AwaitingAnswer);
        var talks = await komeji.Read(db => db.Conversations.ToListAsync());
        talks.ShouldContain(c => c.Unread(ChatSide.Shop) > 0);
        talks.ShouldContain(c => c.Unread(ChatSide.Buyer) > 0);
        (await komeji.Read(db => db.Tickets.Select(t => t.State).ToListAsync())).ShouldBe([TicketState.New, TicketState.Handled], ignoreOrder: true);
        (await komeji.Read(db => db.CaseNotes.CountAsync())).ShouldBe(2);
        (await komeji.Read(db => db.Reviews.CountAsync(r => r.Answer != ""))).ShouldBeGreaterThan(0);
        (await komeji.Read(db => db.Questions.CountAsync(q => q.AnsweredAt != null))).ShouldBeGreaterThan(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Sells_with_pictures_and_sends_nothing(Engine engine)
    {
        await using var market = await GrownMarket.Of(engine, Small with { Orders = 6 });
        var komeji = market.Komeji;
        (market.Counts.Stores, market.Counts.Products).ShouldBe((6, 48));
        (await komeji.Read(db => db.Products.CountAsync(p => p.State == ProductState.Published))).ShouldBe(48);
        (await komeji.Read(db => db.Products.CountAsync(p => p.State == ProductState.Published && !p.Pictures.Any()))).ShouldBe(0);
        (await komeji.Read(db => db.Messages.CountAsync(m => m.State == MessageState.Waiting))).ShouldBe(0);
        var key = await komeji.Read(db => db.Products.SelectMany(p => p.Pictures).Select(p => p.FileKey).FirstAsync());
        await using var picture = await komeji.Services.GetRequiredService<IFiles>().Open(key, CancellationToken.None);
        picture.ShouldNotBeNull();
    }

    [Theory, OnSqlite]
    public async Task Everybody_in_the_contract_can_sign_in(Engine engine)
    {
        await using var market = await GrownMarket.Of(engine, Small with { Orders = 0 });
        foreach (var account in Accounts)
        {
            var answer = await market.Komeji.Send(new SignIn($"{account}@demo.komeji.id", "Komeji-demo-2026"));
            answer.Answer.ShouldBe(SignInAnswer.Welcome, account);
        }
    }

    [Theory, OnSqlite]
    public async Task Is_the_same_for_the_same_seed(Engine engine)
    {
        await using var first = await GrownMarket.Of(engine, Small);
        await using var second = await GrownMarket.Of(engine, Small);
        (await second.Look()).ShouldBe(await first.Look());
    }

    /// <summary>A horse is no car: what a name says decides the form, and there are still many of it.</summary>
    [Theory]
    [InlineData("mainan", 1, 3)]
    [InlineData("tanaman", 3, 4)]
    [InlineData("buah", 4, 5)]
    public void Draws_the_form_a_name_means(string kind, int form, int forms)
    {
        var seeds = Enumerable.Range(0, 10).Select(number => Illustration.SeedOf(kind, form, forms, number)).ToList();
        seeds.Select(seed => seed % forms).Distinct().Count().ShouldBe(1);
        seeds.Select(seed => Illustration.Draw(kind, seed)).Distinct().Count().ShouldBeGreaterThan(4);
    }

    [Theory, OnSqlite]
    public async Task Is_not_put_over_another(Engine engine)
    {
        await using var market = await GrownMarket.Of(engine, Small with { Orders = 0 });
        (await Should.ThrowAsync<CannotRun>(() => market.Grow(Small))).Message.ShouldContain("already holds shops");
        (await market.Ask(m => m.IsUnfinished(CancellationToken.None))).ShouldBeFalse();
    }

    /// <summary>The shops are in, the trade has begun, and the process ends.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task One_that_was_cut_off_is_known_and_removed_from_ones_own_file_only(Engine engine)
    {
        await using var market = await GrownMarket.Of(engine, Small, cutOffAt: "Belanja");
        (await market.Komeji.Read(db => db.Stores.CountAsync())).ShouldBe(6);
        (await market.Ask(m => m.IsUnfinished(CancellationToken.None))).ShouldBeTrue();
        (await Should.ThrowAsync<CannotRun>(() => market.Grow(Small))).Message.ShouldContain("cut off");

        var settings = market.Komeji.Services.GetRequiredService<KomejiSettings>();
        var removal = market.Komeji.Read(async db =>
        {
            await UnfinishedMarket.Remove(db, settings, CancellationToken.None);
            await db.BringUpToDate(CancellationToken.None);
            return await db.Stores.CountAsync();
        });
        if (engine == Engine.Postgres)
        {
            (await Should.ThrowAsync<CannotRun>(() => removal)).Message.ShouldContain("createdb");
            return;
        }

        (await removal).ShouldBe(0);
        (await market.Ask(m => m.IsUnfinished(CancellationToken.None))).ShouldBeFalse();
        File.Exists(Path.Combine(settings.DataDirectory, "sandbox.db")).ShouldBeFalse();
    }

    [Theory, OnSqlite]
    public async Task Two_processes_do_not_make_it_together(Engine engine)
    {
        await using var market = await GrownMarket.Of(engine, Small with { Orders = 0 });
        var settings = market.Komeji.Services.GetRequiredService<KomejiSettings>();
        using (UnfinishedMarket.TakeTurn(settings))
        {
            Should.Throw<CannotRun>(() => UnfinishedMarket.TakeTurn(settings)).Message.ShouldContain("Another process");
        }

        UnfinishedMarket.TakeTurn(settings).Dispose();
    }
}
