using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Accounts;

public sealed class AdministrationTests
{
    const string Reason = "SK pengurus 12/2026";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_role_is_given_and_taken_back_with_a_reason_and_ends_the_sessions(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var admin = await komeji.Registered("admin@contoh.id", name: "Bu Admin");
        var siti = await komeji.Registered("siti@contoh.id");
        var key = await komeji.Session(siti);
        komeji.As(new UserId(admin.UserId), Roles.Admin);

        await komeji.Send(new GiveRole(siti.UserId, Roles.Finance, "", Reason));

        (await komeji.Send(new FindSession(key))).ShouldBeNull();
        var again = await komeji.Session((await komeji.Send(new SignIn("siti@contoh.id", AccountSteps.Password))).Pass!);
        (await komeji.Send(new FindSession(again)))!.Roles.ShouldBe([new HeldRole(Roles.Finance, "")]);

        var page = await komeji.Send(new ShowPerson(siti.UserId));
        (page.Grants.Single().GivenBy, page.Grants.Single().Reason, page.Sessions).ShouldBe(("Bu Admin", Reason, 1));
        await komeji.Send(new TakeBackRole(siti.UserId, page.Grants.Single().Id, "Pindah tugas"));

        (await komeji.Send(new FindSession(again))).ShouldBeNull();
        page = await komeji.Send(new ShowPerson(siti.UserId));
        page.Grants.ShouldBeEmpty();
        page.Acts.Select(a => (a.Code, a.By, a.Reason)).ShouldBe([(PersonHistory.RoleTaken, "Bu Admin", "Pindah tugas"), (PersonHistory.RoleGiven, "Bu Admin", Reason)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_changes_their_own_roles_or_ban(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var admin = await komeji.Registered("admin@contoh.id");
        komeji.As(new UserId(admin.UserId), Roles.Admin);
        await komeji.Send(new CreateFirstAdmin("admin@contoh.id"));
        var grant = (await komeji.Send(new ShowPerson(admin.UserId))).Grants.Single();

        await Refused("role.self", () => komeji.Send(new GiveRole(admin.UserId, Roles.Finance, "", Reason)));
        await Refused("role.self", () => komeji.Send(new TakeBackRole(admin.UserId, grant.Id, Reason)));
        await Refused("ban.self", () => komeji.Send(new BanPerson(admin.UserId, Reason)));
        (await komeji.Send(new ShowPerson(admin.UserId))).Grants.Single().Role.ShouldBe(Roles.Admin);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Refuses_a_role_that_makes_no_sense(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var admin = await komeji.Registered("admin@contoh.id");
        var siti = (await komeji.Registered("siti@contoh.id")).UserId;
        komeji.As(new UserId(admin.UserId), Roles.Admin);

        await Refused("role.unknown", () => komeji.Send(new GiveRole(siti, "raja", "", Reason)));
        await Refused("role.reason_required", () => komeji.Send(new GiveRole(siti, Roles.Finance, "", "  ")));
        await Refused("role.territory", () => komeji.Send(new GiveRole(siti, Roles.Verifier, "99.99", Reason)));
        await Refused("role.territory", () => komeji.Send(new GiveRole(siti, Roles.Finance, "35.78", Reason)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new GiveRole(Guid.Empty, Roles.Finance, "", Reason)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new TakeBackRole(siti, Guid.Empty, Reason)));
        await komeji.Send(new GiveRole(siti, Roles.Verifier, "35.78", Reason));
        await Refused("role.held", () => komeji.Send(new GiveRole(siti, Roles.Verifier, "35.78", Reason)));
        (await komeji.Send(new ShowPerson(siti))).Grants.Single().TerritoryName.ShouldBe("Kota Surabaya, Jawa Timur");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Administrators_who_remove_each_other_at_once_leave_one(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        for (var round = 0; round < TestSize.Of(6, 60); round++)
        {
            var (one, two) = (await komeji.Registered($"satu{round}@contoh.id"), await komeji.Registered($"dua{round}@contoh.id"));
            await komeji.Write(db => db.RoleGrants.ExecuteUpdateAsync(set => set.SetProperty(g => g.EndedAt, komeji.Clock.GetUtcNow())));
            await komeji.Write(db =>
            {
                db.RoleGrants.AddRange(new[] { one, two }.Select(p => RoleGrant.Give(new UserId(p.UserId), Roles.Admin, "", Actor.System, Reason, komeji.Clock.GetUtcNow())));
                return Task.CompletedTask;
            });

            var ban = round % 3 == 2;
            var removed = await Task.WhenAll(Task.Run(() => Removes(komeji, one, two, ban)), Task.Run(() => Removes(komeji, two, one, ban: false)));

            removed.Count(r => r).ShouldBe(1, $"round {round}");
            var left = new[] { (await komeji.Send(new ShowPerson(one.UserId))), (await komeji.Send(new ShowPerson(two.UserId))) };
            left.Count(p => p.BannedAt is null && p.Grants.Any(g => g.Role == Roles.Admin)).ShouldBe(1, $"round {round}");
        }
    }

    /// <returns>Whether it was allowed.</returns>
    static async Task<bool> Removes(TestKomeji komeji, SignInPass admin, SignInPass other, bool ban)
    {
        komeji.As(new UserId(admin.UserId), Roles.Admin);
        var grant = (await komeji.Send(new ShowPerson(other.UserId))).Grants.SingleOrDefault();
        try
        {
            await komeji.Send(ban || grant is null ? new BanPerson(other.UserId, Reason) : (IRequest)new TakeBackRole(other.UserId, grant.Id, Reason));
            return true;
        }
        catch (RuleBroken refusal) when (refusal.Code == "role.last_admin")
        {
            return false;
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Taking_the_list_away_leaves_a_trace_and_leaves_nobody_out(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var admin = await komeji.Registered("admin@contoh.id", name: "Bu Admin");
        const int Others = 2_345;
        await komeji.Write(db =>
        {
            db.Users.AddRange(Enumerable.Range(0, Others).Select(n =>
                User.Create(Guid.CreateVersion7(komeji.Clock.GetUtcNow()), Contact.Require($"orang{n}@contoh.id"), "Orang Banyak", "cap", komeji.Clock.GetUtcNow())));
            return Task.CompletedTask;
        });
        komeji.As(new UserId(admin.UserId), Roles.Admin);

        await using (var scope = komeji.Services.CreateAsyncScope())
        {
            var rows = await (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportPeople("orang", ""))).ToListAsync();
            rows.Select(r => r.Email).Distinct().Count().ShouldBe(Others);
        }

        var act = (await komeji.Send(new ShowPerson(admin.UserId))).Acts.Single(a => a.Code == PersonHistory.Exported);
        (act.By, act.Reason).ShouldBe(("Bu Admin", $"{Others} orang, cari “orang”, saringan “”"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_banned_sellers_shop_stops_selling_until_the_ban_ends(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var thing = await market.Product(shop);
        var buyer = await market.Buyer();
        var admin = await komeji.Registered("admin@contoh.id");
        await market.Put(buyer, thing, 1);

        await komeji.As(new UserId(admin.UserId), Roles.Admin).Send(new BanPerson(shop.Owner.Value, "Penipuan berulang"));
        await Should.ThrowAsync<RuleBroken>(async () => await market.Place(buyer, await market.Look(buyer)));
        (await market.CountOrders()).ShouldBe(0);

        await komeji.As(new UserId(admin.UserId), Roles.Admin).Send(new UnbanPerson(shop.Owner.Value, "Banding diterima"));
        await market.Buy(buyer, (thing, 1));
        (await komeji.Read(db => db.StateChanges.Where(c => c.Subject == "store").OrderBy(c => c.Id).Select(c => c.To).ToListAsync())).ShouldBe(["Draft", "AwaitingReview", "Active", "Suspended", "Active"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_ban_ends_the_sessions_and_the_ways_back_in(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var admin = await komeji.Registered("admin@contoh.id");
        var siti = await komeji.Registered("siti@contoh.id");
        var key = await komeji.Session(siti);
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        var reset = await komeji.Send(new AskPasswordReset("siti@contoh.id"));
        var code = await komeji.CodeSentTo("siti@contoh.id");
        komeji.As(new UserId(admin.UserId), Roles.Admin);

        await komeji.Send(new BanPerson(siti.UserId, "Penipuan berulang"));

        (await komeji.Send(new FindSession(key))).ShouldBeNull();
        (await komeji.Send(new FindSession(await komeji.Session(siti)))).ShouldBeNull();
        (await komeji.Send(new ResetPassword(reset, code, "sandi yang lain lagi"))).ShouldBeFalse();
        (await komeji.Send(new SignIn("siti@contoh.id", AccountSteps.Password))).Answer.ShouldBe(SignInAnswer.Banned);
        (await komeji.Send(new SignIn("siti@contoh.id", "bukan sandinya"))).Answer.ShouldBe(SignInAnswer.Refused);
        await Refused("role.banned", () => komeji.Send(new GiveRole(siti.UserId, Roles.Finance, "", Reason)));

        await komeji.Send(new UnbanPerson(siti.UserId, "Banding diterima"));
        (await komeji.Send(new SignIn("siti@contoh.id", AccountSteps.Password))).Answer.ShouldBe(SignInAnswer.Welcome);
        (await komeji.Send(new ShowPerson(siti.UserId))).Acts.Select(a => a.Code).ShouldBe([PersonHistory.Unbanned, PersonHistory.Banned]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_administrator_comes_by_a_link_that_works_once_and_only_once_there_is_none(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await Refused("admin.email", () => komeji.Send(new CreateFirstAdmin("081234567890")));
        var link = await komeji.Send(new CreateFirstAdmin("Admin@contoh.id"));
        await Refused("admin.exists", () => komeji.Send(new CreateFirstAdmin("lain@contoh.id")));

        var parts = link.Split('?', '&', '=');
        var (id, secret) = (Guid.Parse(parts[2]), parts[4]);
        (await komeji.Send(new ResetPassword(id, secret[..^1], "sandi admin pertama"))).ShouldBeFalse();
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new ResetPassword(id, secret, "pagi ngopi")))).Code.ShouldBe("password.short");
        (await komeji.Send(new ResetPassword(id, secret, "sandi admin pertama"))).ShouldBeTrue();
        (await komeji.Send(new ResetPassword(id, secret, "sandi admin kedua"))).ShouldBeFalse();

        var pass = (await komeji.Send(new SignIn("admin@contoh.id", "sandi admin pertama"))).Pass;
        (await komeji.Send(new FindSession(await komeji.Session(pass!))))!.Roles.Single().Role.ShouldBe(Roles.Admin);
        (await komeji.Read(db => db.Messages.CountAsync())).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_opened_shop_is_the_sellers_from_the_next_request_on(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var siti = await komeji.Registered("siti@contoh.id");
        var key = await komeji.Session(siti);
        (await komeji.Send(new FindSession(key)))!.Shop.ShouldBeNull();
        var store = Store.Open(new UserId(siti.UserId), "dapur-siti", new StoreFacts("Dapur Siti", "", "", "35.78.10.1001", "Jalan Mawar 1", "", [], true), komeji.Clock.GetUtcNow());
        await komeji.Write(db =>
        {
            db.Stores.Add(store);
            return Task.CompletedTask;
        });
        (await komeji.Send(new FindSession(key)))!.Shop!.Id.ShouldBe(store.Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task People_are_found_by_name_contact_and_role(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var admin = await komeji.Registered("admin@contoh.id", name: "Bu Admin");
        var siti = await komeji.Registered("Siti.A@contoh.id", name: "Siti AMINAH");
        var budi = await komeji.Registered("081234567890", name: "Budi 100%");
        komeji.As(new UserId(admin.UserId), Roles.Admin);
        await komeji.Send(new GiveRole(siti.UserId, Roles.Board, "", Reason));
        await komeji.Send(new BanPerson(budi.UserId, Reason));

        await Finds(komeji, "aminah", "", siti);
        await Finds(komeji, "siti.a@", "", siti);
        await Finds(komeji, "0812-3456", "", budi);
        await Finds(komeji, "100%", "", budi);
        await Finds(komeji, "%", "", budi);
        await Finds(komeji, "", ListPeople.AnyRole, siti);
        await Finds(komeji, "", Roles.Board, siti);
        await Finds(komeji, "", ListPeople.OnlyBanned, budi);
        (await komeji.Send(new ListPeople("", "", 2, 2))).Rows.Count.ShouldBe(1);
        (await komeji.Send(new ListPeople("tidak ada", "", 1))).Total.ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task News_can_be_agreed_to_and_taken_back_at_any_time(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var siti = await komeji.Registered("siti@contoh.id");
        komeji.As(new UserId(siti.UserId));
        (await komeji.Send(new ListMyConsents())).WantsNews.ShouldBeFalse();
        foreach (var wants in new[] { true, true, false })
        {
            await komeji.Send(new DecideNews(wants));
            (await komeji.Send(new ListMyConsents())).WantsNews.ShouldBe(wants);
        }

        (await komeji.Send(new ListMyConsents())).Rows.Select(r => (r.Purpose, r.Given)).ShouldBe([(Consent.News, false), (Consent.News, true), (Consent.Terms, true)]);
    }

    static async Task Finds(TestKomeji komeji, string search, string role, SignInPass person) =>
        (await komeji.Send(new ListPeople(search, role, 1))).Rows.Select(r => r.Id).ShouldBe([person.UserId], $"{search} {role}");

    static async Task Refused(string code, Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Code.ShouldBe(code);
}
