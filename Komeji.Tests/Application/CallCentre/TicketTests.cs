using Komeji.Application.CallCentre;
using Komeji.Application.Common;
using Komeji.Application.Support;
using Komeji.Domain.Accounts;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.CallCentre;

public sealed class TicketTests
{
    static readonly TicketCall Call = new(TicketChannel.Phone, TicketUrgency.Complaint, "Paket belum datang", "Sudah lima hari paket belum datang.", "", "");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_call_about_an_order_goes_from_hand_to_hand_to_its_answer(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, _, _) = await market.PaidOrder();
        var (agent, colleague) = (await Agent(komeji, market), await Agent(komeji, market));
        var now = komeji.Clock.GetUtcNow();

        var number = await komeji.As(agent, Roles.CallCentre).Send(new OpenTicket(Call, null, order.Number.ToLowerInvariant(), Take: false));
        number.ShouldStartWith("TKT-20261005-");
        var opened = (await komeji.Send(new ListTickets(new TicketFilter(TicketGroup.Open, null, null, ""), 1))).Rows.Rows.Single();
        (opened.Number, opened.Caller, opened.Order, opened.State, opened.Deadline).ShouldBe((number, "Siti Aminah", order.Number, TicketState.New, now.AddDays(1).AddHours(4)));
        (await komeji.Send(new ListWaitingWork(WaitingKind.NewTickets, 1))).Rows.Single().What.ShouldBe(number);
        await Told(komeji, buyer, $"/pesanan/{order.Number}", "Laporan Anda kami catat");

        await komeji.Send(new AssignTicket(number, null, ""));
        (await komeji.Send(new ListTickets(new TicketFilter(TicketGroup.Mine, null, null, ""), 1))).Rows.Total.ShouldBe(1);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new AssignTicket(number, buyer.Value, "")))).Code.ShouldBe("ticket.assignee");
        await komeji.Send(new AssignTicket(number, colleague.Value, "Saya pulang"));
        await Told(komeji, colleague, $"/operator/pusat-layanan/tiket/{number}", "Tiket diberikan kepada Anda");

        komeji.As(colleague, Roles.CallCentre);
        await komeji.Send(new AskTicketCustomer(number, "Apakah tetangga menerimanya?"));
        await Told(komeji, buyer, $"/pesanan/{order.Number}", "Kami perlu keterangan Anda");
        await komeji.Send(new ResumeTicket(number, "Tidak ada tetangga"));
        await komeji.Send(new AwaitOthersOnTicket(number, "Kurir mencari paketnya"));
        await komeji.Send(new AnswerTicket(number, "Paket tiba besok pagi."));
        await Told(komeji, buyer, $"/pesanan/{order.Number}", "Laporan Anda dijawab");

        var page = await komeji.Send(new ShowTicket(number));
        page.Steps.Select(s => s.Code).ShouldBe(["opened", "taken", "assigned", "asked_customer", "resumed", "awaits_others", "answered"]);
        page.Person.ShouldBe(buyer.Value);
        (await komeji.Send(new FindCase(number, 1))).Tickets.Single().State.ShouldBe(TicketState.Answered);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Silence_closes_it_and_a_week_later_it_stays_closed(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var agent = await Agent(komeji, new Market(komeji));
        komeji.As(agent, Roles.CallCentre);
        var number = await komeji.Send(new OpenTicket(Call with { CallerName = "Budi", CallerContact = "0812-3456-7890" }, null, "", Take: true));
        await komeji.Send(new AnswerTicket(number, "Daftar lewat halaman Jual."));
        (await komeji.Run<DueTickets>()).Done.ShouldBe(0);
        komeji.Clock.Advance(TimeSpan.FromDays(3));
        await komeji.Run<DueTickets>();
        (await komeji.Read(db => db.Tickets.SingleAsync())).State.ShouldBe(TicketState.Closed);
        komeji.Clock.Advance(TimeSpan.FromDays(7));
        await komeji.Send(new ReopenTicket(number, "Masih bingung"));
        await komeji.Send(new AnswerTicket(number, "Kami telepon lagi."));
        await komeji.Send(new CloseTicket(number, "Sudah jelas"));
        komeji.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new ReopenTicket(number, "Bingung lagi")))).Code.ShouldBe("ticket.too_late");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_late_is_listed_and_taken_away_and_what_waits_for_the_person_is_not(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var agent = await Agent(komeji, new Market(komeji));
        komeji.As(agent, Roles.CallCentre);
        var call = Call with { CallerName = "Budi", CallerContact = "0812-3456-7890" };
        var silent = await komeji.Send(new OpenTicket(call, null, "", Take: false));
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        var waiting = await komeji.Send(new OpenTicket(call with { Urgency = TicketUrgency.Urgent }, null, "", Take: true));
        await komeji.Send(new AskTicketCustomer(waiting, "Nomor pesanannya berapa?"));
        var late = new TicketFilter(TicketGroup.Overdue, null, null, "");
        (await komeji.Send(new ListTickets(late, 1))).Rows.Total.ShouldBe(0);
        komeji.Clock.Advance(TimeSpan.FromDays(30));
        var list = await komeji.Send(new ListTickets(late, 1));
        (list.Rows.Rows.Single().Number, list.Overdue).ShouldBe((silent, 1));

        var taken = new List<TicketRow>();
        await using var scope = komeji.Services.CreateAsyncScope();
        await foreach (var row in await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportTickets(late with { Group = TicketGroup.All })))
        {
            taken.Add(row);
        }

        taken.Select(r => r.Number).ShouldBe([silent, waiting]);
        taken.ShouldAllBe(r => r.Contact == "0812-••••-7890");
        (await komeji.Read(db => db.StateChanges.SingleAsync(c => c.ReasonCode == "tickets.exported"))).ActorId.ShouldBe(agent.Value);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_not_of_the_call_centre_finds_nothing(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (agent, buyer) = (await Agent(komeji, market), await market.Buyer());
        var number = await komeji.As(agent, Roles.CallCentre).Send(new OpenTicket(Call, buyer.Value, "", Take: true));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new OpenTicket(Call, null, "KMJ-TIDAK-ADA", Take: true)))).Code.ShouldBe("ticket.order");
        foreach (var role in Roles.All.Except(CallCentreStaff.MayServe))
        {
            komeji.As(buyer, role);
            foreach (var act in new Func<Task>[]
            {
                () => komeji.Send(new ShowTicket(number)), () => komeji.Send(new ListTickets(new TicketFilter(TicketGroup.All, null, null, ""), 1)), () => komeji.Send(new OpenTicket(Call, buyer.Value, "", false)),
                () => komeji.Send(new AnswerTicket(number, "Sudah selesai")), () => komeji.Send(new ShowCasePerson(buyer.Value)), () => komeji.Send(new FindCase("Siti", 1)),
                () => komeji.Send(new WriteCaseNote(CaseSubject.Ticket, number, "Catatan saya")), () => komeji.Send(new RevealData(CaseSubject.Person, buyer.Value.ToString(), RevealedThing.Contact, "Ingin melihat")),
            })
            {
                await Should.ThrowAsync<NotFound>(act, role);
            }
        }

        await Should.ThrowAsync<RuleBroken>(() => komeji.As(buyer, Roles.Operator).Send(new AnswerTicket(number, "Punya saya sendiri")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_figure_of_a_month_is_counted_once_and_published(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var agent = await Agent(komeji, new Market(komeji));
        komeji.As(agent, Roles.CallCentre);
        var call = Call with { CallerName = "Budi", CallerContact = "0812-3456-7890" };
        var (prompt, slow) = (await komeji.Send(new OpenTicket(call, null, "", true)), await komeji.Send(new OpenTicket(call, null, "", true)));
        await komeji.Send(new OpenTicket(call, null, "", true));
        await komeji.Send(new AnswerTicket(prompt, "Paket tiba besok"));
        komeji.Clock.Advance(TimeSpan.FromDays(2));
        await komeji.Send(new AnswerTicket(slow, "Paket tiba lusa"));
        (await komeji.Run<ServiceMonthsToCount>()).Done.ShouldBe(0, "September had no tickets");

        komeji.Clock.MoveTo(new DateTimeOffset(2026, 11, 1, 0, 45, 0, TimeSpan.FromHours(7)));
        await komeji.Run<ServiceMonthsToCount>();
        await komeji.Run<ServiceMonthsToCount>();
        var promise = await komeji.As(null).Send(new ShowServicePromise());
        promise.Month.ShouldBe("2026-10");
        (promise.Kept!.Answers, promise.Kept.Solutions).ShouldBe((new ServiceCount(3, 1), new ServiceCount(3, 2)));
        (promise.Kept.Answers.Permille, promise.Kept.Solutions.Permille, new ServiceCount(0, 0).Permille).ShouldBe((333, 666, null));
        (await komeji.Read(db => db.ServiceMonths.CountAsync())).ShouldBe(1);
    }

    static async Task<UserId> Agent(TestKomeji komeji, Market market)
    {
        var id = await market.Person();
        await komeji.Write(db =>
        {
            db.RoleGrants.Add(RoleGrant.Give(id, Roles.CallCentre, "", Actor.System, "Untuk pengujian", komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        return id;
    }

    static async Task Told(TestKomeji komeji, UserId person, string link, string title) =>
        (await komeji.Read(db => db.Notifications.Where(n => n.UserId == person && n.Title == title).Select(n => n.Link).SingleAsync())).ShouldBe(link);
}
