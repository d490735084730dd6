using System.Text.Json;
using Komeji.Application.Jobs;
using Komeji.Domain.Accounts;
using Komeji.Persistence;
using Komeji.Tests.Support;
using Komeji.Web.CommandLine;
using Komeji.Web.Demo;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Web;

/// <summary>The verbs, run in this process as the program would.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData(new string[0], false)]
    [InlineData(new[] { "--urls", "http://localhost:5080" }, false)]
    [InlineData(new[] { "jobs", "list" }, true)]
    [InlineData(new[] { "a-slip-of-the-finger" }, true)]
    [InlineData(new[] { "--help" }, true)]
    public void A_first_word_without_a_dash_is_a_verb(string[] args, bool verb) => KomejiCommandLine.Wants(args).ShouldBe(verb);

    [Fact]
    public async Task Migrate_says_what_it_applied_and_then_that_nothing_is_left()
    {
        var empty = await TestDatabase.CreateEmpty(Engine.Sqlite);
        await using var komeji = TestKomeji.On(empty);
        (await Run(komeji.Services, [], ["migrate"])).Output.Trim().ShouldStartWith("20");
        (await Run(komeji.Services, [], ["migrate"])).Output.Trim().ShouldBe("up to date");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Jobs_are_listed_and_run_by_name(Engine engine)
    {
        await using var komeji = await KomejiApp.Start(engine);
        var list = (await Run(komeji, "jobs", "list")).Json.EnumerateArray().ToList();
        list.Select(j => j.GetProperty("name").GetString()).ShouldBe(Schedule.All.Select(j => j.Name));
        list.ShouldAllBe(j => j.GetProperty("next").ValueKind == JsonValueKind.String && j.GetProperty("last").ValueKind == JsonValueKind.Null);

        var ran = await Run(komeji, "jobs", "run", "hapus-catatan-lama");
        ran.Code.ShouldBe(0);
        ran.Json.GetProperty("ran").GetBoolean().ShouldBeTrue();
        var listed = (await Run(komeji, "jobs", "list")).Json.EnumerateArray().Single(j => j.GetProperty("name").GetString() == "hapus-catatan-lama");
        listed.GetProperty("last").GetProperty("outcome").GetString().ShouldBe("Succeeded");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_job_that_another_process_runs_is_left_to_it(Engine engine)
    {
        await using var komeji = await KomejiApp.Start(engine);
        await using var scope = komeji.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JobLeases>().Take("kirim-pesan", JobCause.NewWork, CancellationToken.None);

        var answer = await Run(komeji, "jobs", "run", "kirim-pesan");
        answer.Code.ShouldBe(1);
        answer.Json.GetProperty("ran").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task An_unknown_job_or_verb_is_an_error_and_prints_no_result()
    {
        await using var komeji = await KomejiApp.Start();
        (await Run(komeji, "jobs", "run", "tidak-ada")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(2), a => a.Output.ShouldBeEmpty(), a => a.Error.ShouldContain("jobs list"));
        (await Run(komeji, "sede")).Code.ShouldNotBe(0);
        (await Run(komeji, "seed", "--stores", "-1")).Code.ShouldNotBe(0);
        (await Run(komeji, "seed", "--stores", "banyak")).Code.ShouldNotBe(0);
        foreach (var unknown in new[] { "--communities", "--complaints" })
        {
            (await Run(komeji, "seed", unknown, "1")).ShouldSatisfyAllConditions(a => a.Code.ShouldNotBe(0), a => a.Output.ShouldNotContain("counts"), a => a.Error.ShouldContain("this version of Komeji puts in no"));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_ledger_of_an_empty_market_is_sound(Engine engine)
    {
        await using var komeji = await KomejiApp.Start(engine);
        var answer = await Run(komeji, "ledger", "verify");
        answer.Code.ShouldBe(0);
        answer.Json.GetProperty("ok").GetBoolean().ShouldBeTrue();
        var checks = answer.Json.GetProperty("checks").EnumerateArray().ToList();
        checks.Count.ShouldBeGreaterThan(3);
        checks.ShouldAllBe(c => c.GetProperty("ok").GetBoolean() && c.GetProperty("name").GetString()!.Length > 0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_administrator_gets_a_link_and_a_second_one_is_refused(Engine engine)
    {
        await using var komeji = await KomejiApp.Start(engine, null, ("Komeji:BaseUrl", "https://komeji.test"));
        var first = await Run(komeji, "user", "create-admin", "--email", "kepala@contoh.id");
        first.Code.ShouldBe(0);
        first.Output.ShouldStartWith("https://komeji.test/");

        var second = await Run(komeji, "user", "create-admin", "--email", "lain@contoh.id");
        (second.Code, second.Output).ShouldBe((1, ""));
        second.Error.ShouldContain("administrator");
    }

    [Theory]
    [OnSqlite("user create-admin --email kepala@contoh.id")]
    [OnSqlite("user reset-second-factor --email kepala@contoh.id")]
    [OnSqlite("ledger verify")]
    [OnSqlite("jobs list")]
    [OnSqlite("jobs run kirim-pesan")]
    [OnPostgres("user create-admin --email kepala@contoh.id")]
    public async Task On_a_database_without_tables_a_verb_says_what_to_run_first(Engine engine, string verb)
    {
        await using var komeji = TestKomeji.On(await TestDatabase.CreateEmpty(engine));
        var answer = await Run(komeji.Services, [], verb.Split(' '));
        (answer.Code, answer.Output).ShouldBe((1, ""));
        answer.Error.ShouldContain("Run first: migrate");
        answer.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_said_in_a_sentence()
    {
        await using var services = new ServiceCollection().AddKomejiPersistence("Host=127.0.0.1;Port=1;Username=komeji;Database=komeji;Timeout=2").BuildServiceProvider();
        foreach (var verb in new[] { "migrate", "jobs list" })
        {
            var answer = await Run(services, [], verb.Split(' '));
            (answer.Code, answer.Output).ShouldBe((1, ""));
            answer.Error.ShouldContain("ConnectionStrings__Komeji");
            answer.Error.ShouldNotContain("   at ");
        }
    }

    [Theory, OnSqlite]
    public async Task A_refusal_is_said_in_a_sentence(Engine engine)
    {
        await using var komeji = await KomejiApp.Start(engine);
        var answer = await Run(komeji, "user", "create-admin", "--email", "bukan surel");
        (answer.Code, answer.Output).ShouldBe((1, ""));
        answer.Error.Trim().ShouldBe("Tulis surel administrator, seperti nama@contoh.id.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lost_second_factor_is_taken_off(Engine engine)
    {
        await using var komeji = await KomejiApp.Start(engine);
        using var admin = await komeji.SignInAs("kepala@contoh.id", Roles.Admin);
        (await Run(komeji, "user", "reset-second-factor", "--email", "kepala@contoh.id")).Code.ShouldBe(1);
        await komeji.SetUpFactor(admin);
        var done = await Run(komeji, "user", "reset-second-factor", "--email", "kepala@contoh.id");
        (done.Code, done.Error).ShouldBe((0, ""));
        (await admin.IsSignedIn()).ShouldBeFalse();
        (await admin.SignIn("kepala@contoh.id", KomejiApp.Password)).Location.ShouldBe("/operator");
    }

    [Fact]
    public async Task Each_verb_and_option_is_explained()
    {
        await using var komeji = await KomejiApp.Start();
        foreach (var verb in new[] { "", "migrate", "seed", "ledger", "ledger verify", "jobs", "jobs list", "jobs run", "user", "user create-admin", "user reset-second-factor", "routes" })
        {
            var answer = await Run(komeji, [.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            (answer.Code, answer.Error).ShouldBe((0, ""), verb);
            answer.Output.Split('\n').Where(line => line.StartsWith("  --", StringComparison.Ordinal)).ShouldAllBe(line => line.Trim().Contains("  ", StringComparison.Ordinal));
            answer.Output.ShouldContain("Description:");
        }
    }

    [Fact]
    public async Task Routes_name_area_roles_and_owner_rule()
    {
        await using var komeji = await KomejiApp.Start();
        var routes = (await Run(komeji, "routes")).Json.EnumerateArray().ToList();

        var start = routes.Single(r => Template(r) == "/operator/pekerjaan/{nama}/jalankan");
        start.GetProperty("method").GetString().ShouldBe("POST");
        start.GetProperty("area").GetString().ShouldBe("Operations");
        start.GetProperty("roles").EnumerateArray().Select(r => r.GetString()).ShouldBe(["admin", "operator", "teknisi"]);
        routes.Single(r => Template(r) == "/notifikasi/{id:guid}/buka").GetProperty("ownerRule").GetString().ShouldBe("penerima kabar");
        routes.Single(r => Template(r) == "/health/ready").GetProperty("anonymous").GetBoolean().ShouldBeTrue();

        static string? Template(JsonElement route) => route.GetProperty("template").GetString();
    }

    [Fact]
    public async Task Seed_passes_its_numbers_on_and_prints_what_was_made()
    {
        var market = new RecordedMarket();
        await using var komeji = await KomejiApp.Start(more: services => services.AddSingleton<IDemoMarket>(market));
        var answer = await Run(komeji, "seed", "--stores", "3", "--products", "40", "--orders", "5", "--communities", "0", "--seed", "7");

        answer.Code.ShouldBe(0);
        market.Asked.ShouldBe(new DemoSize(3, 40, 5, 0, 0, 0, 7));
        answer.Json.GetProperty("counts").GetProperty("products").GetInt32().ShouldBe(40);
        answer.Json.GetProperty("seconds").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
    }

    static Task<Answer> Run(KomejiApp komeji, params string[] args) =>
        Run(komeji.Services, komeji.Services.GetRequiredService<EndpointDataSource>().Endpoints, args);

    static async Task<Answer> Run(IServiceProvider services, IReadOnlyList<Endpoint> endpoints, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await KomejiCommandLine.Run(services, endpoints, args, output, error);
        return new Answer(code, output.ToString(), error.ToString());
    }

    sealed record Answer(int Code, string Output, string Error)
    {
        public JsonElement Json => JsonDocument.Parse(Output).RootElement;
    }

    sealed class RecordedMarket : IDemoMarket
    {
        public DemoSize? Asked { get; private set; }

        public Task<bool> IsThere(CancellationToken cancellationToken) => Task.FromResult(true);

        public Task<bool> IsUnfinished(CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<DemoCounts> Grow(DemoSize size, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
        {
            Asked = size;
            return Task.FromResult(new DemoCounts(size.Stores, size.Products, 0, size.Orders, size.Communities, size.Documents, size.Complaints));
        }
    }
}
