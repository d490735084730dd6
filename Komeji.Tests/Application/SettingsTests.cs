using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores.Fees;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application;

public sealed class SettingsTests
{
    const string Why = "Rapat pengurus memutuskan demikian";
    static readonly UserId Admin = new(Guid.Parse("0196a000-0000-7000-8000-00000000000a"));

    [Theory, OnSqlite, OnPostgres]
    public async Task Changes_at_once_and_the_past_stays_on_record(Engine engine)
    {
        await using var komeji = (await TestKomeji.Create(engine)).As(Admin, Roles.Admin);
        await komeji.Send(new ChangeSetting(SettingCatalogue.FeeRate, "4,5 %", null, "Rapat 5 Okt 2026", Why));
        (await FeeRate(komeji)).ShouldBe(450);
        komeji.Clock.Advance(TimeSpan.FromHours(1));
        await komeji.Send(new ChangeSetting(SettingCatalogue.FeeRate, "3", null, "Rapat 5 Okt 2026", Why));
        (await FeeRate(komeji)).ShouldBe(300);

        var history = (await komeji.Send(new ShowSetting(SettingCatalogue.FeeRate))).Changes;
        history.Select(c => (c.Shown, c.State)).ShouldBe([("3 %", SettingState.InForce), ("4,5 %", SettingState.Past), ("5 %", SettingState.Past)]);
        (await komeji.Send(new ListSettings())).Single(r => r.Setting.Key == SettingCatalogue.FeeRate).Shown.ShouldBe("3 %");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_coming_day_begins_at_midnight_in_wib(Engine engine)
    {
        await using var komeji = (await TestKomeji.Create(engine)).As(Admin, Roles.Admin);
        await komeji.Send(new ChangeSetting(SettingCatalogue.PayWithinHours, "48", new DateOnly(2026, 11, 1), "Rapat", Why));
        var row = (await komeji.Send(new ListSettings())).Single(r => r.Setting.Key == SettingCatalogue.PayWithinHours);
        (row.Shown, row.Since, row.Next).ShouldBe(("24", null, "48"));
        komeji.Clock.MoveTo(new DateTimeOffset(2026, 10, 31, 16, 59, 59, TimeSpan.Zero));
        (await Number(komeji, SettingCatalogue.PayWithinHours)).ShouldBe(24);
        komeji.Clock.MoveTo(new DateTimeOffset(2026, 10, 31, 17, 0, 0, TimeSpan.Zero));
        (await Number(komeji, SettingCatalogue.PayWithinHours)).ShouldBe(48);
    }

    /// <summary>The limit of one officer: nobody lifts it and uses it on the same day, and those who watch over money know.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_guards_money_begins_tomorrow_and_is_told(Engine engine)
    {
        await using var komeji = (await TestKomeji.Create(engine)).As(Admin, Roles.Admin);
        var (finance, supervisor, clerk) = (new UserId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), new UserId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), new UserId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)));
        await komeji.Write(db =>
        {
            foreach (var (person, role) in new[] { (finance, Roles.Finance), (supervisor, Roles.Supervisor), (clerk, Roles.Operator) })
            {
                db.RoleGrants.Add(RoleGrant.Give(person, role, "", Actor.System, "Untuk pengujian", komeji.Clock.GetUtcNow()));
            }

            return Task.CompletedTask;
        });
        var today = Wib.DayOf(komeji.Clock.GetUtcNow());
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new ChangeSetting(SettingCatalogue.SecondOfficerAbove, "900000000", today, "Rapat", Why)))).Code.ShouldBe("setting.next_day");
        await komeji.Send(new ChangeSetting(SettingCatalogue.SecondOfficerAbove, "900000000", null, "Rapat", Why));
        (await Number(komeji, SettingCatalogue.SecondOfficerAbove)).ShouldBe(1_000_000);
        var link = "/operator/pengaturan/" + SettingCatalogue.SecondOfficerAbove;
        (await komeji.Read(db => db.Notifications.Where(n => n.Link == link).Select(n => n.UserId).ToListAsync())).ShouldBe([finance, supervisor], ignoreOrder: true);
        komeji.Clock.MoveTo(Wib.StartOf(today.AddDays(1)));
        (await Number(komeji, SettingCatalogue.SecondOfficerAbove)).ShouldBe(900_000_000);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_scheduled_can_be_decided_again(Engine engine)
    {
        await using var komeji = (await TestKomeji.Create(engine)).As(Admin, Roles.Admin);
        var day = new DateOnly(2026, 11, 1);
        await komeji.Send(new ChangeSetting(SettingCatalogue.PayWithinHours, "48", day, "Rapat", Why));
        await komeji.Send(new ChangeSetting(SettingCatalogue.PayWithinHours, "36", day, "Rapat", Why));
        (await komeji.Send(new ShowSetting(SettingCatalogue.PayWithinHours))).Changes.Select(c => (c.Shown, c.State))
            .ShouldBe([("36", SettingState.Scheduled), ("48", SettingState.Past), ("24", SettingState.InForce)]);
        (await komeji.Send(new ListSettings())).Single(r => r.Setting.Key == SettingCatalogue.PayWithinHours).Next.ShouldBe("36");
    }

    [Theory]
    [OnSqlite("30,01", "", "setting.value")]
    [OnSqlite("-1", "", "setting.value")]
    [OnSqlite("5.5", "", "setting.value")]
    [OnSqlite("1e1", "", "setting.value")]
    [OnSqlite("2,555", "", "setting.value")]
    [OnSqlite("99999999999999999999", "", "setting.value")]
    [OnSqlite("", "", "setting.value")]
    [OnSqlite("5", "", "setting.unchanged")]
    [OnSqlite("4", "2026-10-04", "setting.past")]
    [OnSqlite("4", "2028-10-06", "setting.too_far")]
    [OnPostgres("30,01", "", "setting.value")]
    [OnPostgres("5", "", "setting.unchanged")]
    public async Task Refuses_with_a_reason(Engine engine, string value, string from, string code)
    {
        await using var komeji = (await TestKomeji.Create(engine)).As(Admin, Roles.Admin);
        var day = from.Length == 0 ? (DateOnly?)null : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new ChangeSetting(SettingCatalogue.FeeRate, value, day, "Rapat", Why)))).Code.ShouldBe(code);
        (await komeji.Read(db => db.Settings.CountAsync())).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Wants_a_source_and_a_reason_and_a_setting_that_exists(Engine engine)
    {
        await using var komeji = (await TestKomeji.Create(engine)).As(Admin, Roles.Admin);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new ChangeSetting(SettingCatalogue.FeeRate, "4", null, "Rapat", "ya")))).Code.ShouldBe("setting.reason");
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new ChangeSetting("tidak.ada", "4", null, "Rapat", Why)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new ShowSetting("tidak.ada")));
    }

    [Fact]
    public void Every_default_is_within_its_own_bounds() =>
        SettingCatalogue.All.Where(d => SettingValue.Read(d, SettingValue.Show(d, d.Default)) != d.Default).ShouldBeEmpty();

    static async Task<int> FeeRate(TestKomeji komeji)
    {
        await using var scope = komeji.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<FeesInForce>().OfNewShop(CancellationToken.None)).FeeRate.Value;
    }

    static async Task<int> Number(TestKomeji komeji, string key)
    {
        await using var scope = komeji.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SettingsInForce>().Number(key, CancellationToken.None);
    }
}
