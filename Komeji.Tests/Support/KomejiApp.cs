using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Persistence;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Komeji.Tests.Support;

/// <summary>
/// The whole product on a database of its own, used through HTTP: antiforgery on, time stands still, jobs run when a test says so.
/// </summary>
public sealed class KomejiApp : WebApplicationFactory<Program>, IHaveDatabase
{
    /// <summary>Everybody's password here; long enough for staff.</summary>
    public const string Password = "sandi-uji-yang-panjang";

    /// <summary>No file changes under a test, and a system gives only so many watchers: many apps at once would use them up.</summary>
    static KomejiApp()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
    }

    readonly TestDatabase database;
    readonly (string Name, string Value)[] settings;
    readonly Action<IServiceCollection>? more;
    readonly string folder = Directory.CreateTempSubdirectory("komeji-app-").FullName;
    readonly bool realPort;
    bool disposed;

    KomejiApp(TestDatabase database, bool realPort, Action<IServiceCollection>? more, (string, string)[] settings)
    {
        (this.database, this.realPort, this.more, this.settings) = (database, realPort, more, settings);
        if (realPort)
        {
            UseKestrel(0);
        }
    }

    public TestClock Clock { get; } = new();

    public Engine Engine => database.Engine;

    public string ConnectionString => database.ConnectionString;

    /// <summary>Its pictures, its key and the sandbox provider's books.</summary>
    public string DataDirectory => folder;

    /// <summary>Where a browser reaches it; only with a real port.</summary>
    public string Url
    {
        get
        {
            StartServer();
            return ClientOptions.BaseAddress.ToString().TrimEnd('/');
        }
    }

    /// <param name="more">Fakes of ports the test needs.</param>
    /// <param name="settings">Configuration as <c>("Komeji:BaseUrl", "https://komeji.test")</c>.</param>
    public static async Task<KomejiApp> Start(Engine engine = Engine.Sqlite, Action<IServiceCollection>? more = null, params (string, string)[] settings) =>
        new(await TestDatabase.Create(engine), realPort: false, more, settings);

    /// <summary>On a database the test prepared; disposing removes it.</summary>
    public static KomejiApp On(TestDatabase database, Action<IServiceCollection>? more = null, params (string, string)[] settings) =>
        new(database, realPort: false, more, settings);

    /// <summary>On a free port of this machine, for a browser.</summary>
    public static async Task<KomejiApp> StartForBrowser(Engine engine = Engine.Sqlite, Action<IServiceCollection>? more = null, params (string, string)[] settings) =>
        new(await TestDatabase.Create(engine), realPort: true, more, settings);

    /// <summary>The product as a process of its own beside this one, on the same database and files and by the machine's clock.</summary>
    public Task<RunningProduct> RunApart()
    {
        Clock.MoveTo(TimeProvider.System.GetUtcNow());
        return RunningProduct.Start(
            ("ASPNETCORE_ENVIRONMENT", "Testing"), ("ConnectionStrings__Komeji", database.ConnectionString), ("Komeji__DataDirectory", folder),
            ("Komeji__Demo", "false"), ("Komeji__Role", "web"), ("Komeji__SignInPostsPerMinute", "100000"));
    }

    /// <summary>A browser nobody is signed in with.</summary>
    public Visitor Visit()
    {
        if (realPort)
        {
            StartServer();
        }

        return new Visitor(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress }));
    }

    /// <summary>Signs a person in through the page, making the account and its roles first where they are missing.</summary>
    public async Task<Visitor> SignInAs(string contact, params string[] roles)
    {
        await Person(contact, roles);
        var visitor = Visit();
        (await visitor.SignIn(contact, Password)).Status.ShouldBe(302);
        return visitor;
    }

    /// <summary>Registers through the pages, as a newcomer does, with the code that was sent; signed in at the end.</summary>
    public async Task<Visitor> RegisterByPhone(string phone, string name = "Siti Aminah")
    {
        var visitor = Visit();
        var form = await visitor.Get("/daftar");
        var code = await visitor.Submit(form, "/daftar", ("FullName", name), ("Contact", phone), ("Password", Password), ("AcceptsTerms", "true"));
        code.Status.ShouldBe(302, code.Text);
        var confirm = await visitor.Get(code.Location);
        (await visitor.Submit(confirm, "/konfirmasi", ("Code", await CodeSentTo(phone)))).Status.ShouldBe(302);
        return visitor;
    }

    /// <summary>The person with this e-mail or number, made where missing, with the roles named.</summary>
    public async Task<UserId> Person(string contact, params string[] roles)
    {
        UserId id = default;
        await Write(async db =>
        {
            var read = Contact.Require(contact);
            var now = Clock.GetUtcNow();
            var user = await db.Users.SingleOrDefaultAsync(u => u.UserName == read.Value);
            if (user is null)
            {
                user = User.Create(Guid.CreateVersion7(now), read, "Orang " + read.Value.Split('@')[0], $"cap-{read.Value}", now);
                user.PasswordHash = Services.GetRequiredService<IPasswordHasher<User>>().HashPassword(user, Password);
                db.Users.Add(user);
            }

            id = new UserId(user.Id);
            var held = await db.RoleGrants.Where(g => g.UserId == id && g.EndedAt == null).Select(g => g.Role).ToListAsync();
            db.RoleGrants.AddRange(roles.Except(held).Select(role => RoleGrant.Give(new UserId(user.Id), role, "", Actor.System, "Untuk pengujian", now)));
        });
        return id;
    }

    /// <summary>The last one-time code sent to an e-mail or number.</summary>
    public async Task<string> CodeSentTo(string contact)
    {
        var to = Contact.Require(contact).Value;
        var body = await Read(db => db.Messages.Where(m => m.To == to).OrderByDescending(m => m.CreatedAt).Select(m => m.Body).FirstAsync());
        return System.Text.RegularExpressions.Regex.Match(body, @"\b\d{6}\b").Value;
    }

    /// <summary>Runs a sweep as the job engine would.</summary>
    public Task<SweepResult> Run<TSweep>()
        where TSweep : ISweep =>
        Services.GetRequiredService<SweepRunner>().Run(typeof(TSweep), null, CancellationToken.None);

    /// <summary>Sends a request that needs no person.</summary>
    public async Task<TResult> Send<TResult>(IRequest<TResult> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task<T> Read<T>(Func<KomejiDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<KomejiDb>());
    }

    public async Task Write(Func<KomejiDb, Task> change)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KomejiDb>();
        await change(db);
        await db.SaveChangesAsync();
        scope.ServiceProvider.GetRequiredService<SeldomChanged>().Forget(db.Touched);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:Komeji", database.ConnectionString);
        builder.UseSetting("Komeji:DataDirectory", folder);
        builder.UseSetting("Komeji:Demo", "false");
        builder.UseSetting("Komeji:Role", "web");
        builder.UseSetting("Komeji:SignInPostsPerMinute", "100000");
        builder.UseSetting("Komeji:PageStatementSeconds", "60");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(l => l.SetMinimumLevel(LogLevel.Critical));
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton<IDatabaseClock, OwnClock>());
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = TestKomeji.QuickHash);
            TurnByHand(services);
            if (!realPort)
            {
                // The sandbox provider posts its notices to this server, which has no address.
                services.AddHttpClient(SandboxNotices.ClientName).ConfigurePrimaryHttpMessageHandler(() => Server.CreateHandler());
            }

            more?.Invoke(services);
        });
    }

    /// <summary>The sandbox provider's machinery turns when a test says so.</summary>
    static void TurnByHand(IServiceCollection services)
    {
        foreach (var beat in services.Where(s => s.ImplementationFactory is Func<IServiceProvider, SandboxClockwork>).ToList())
        {
            services.Remove(beat);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!disposed)
        {
            disposed = true;
            await database.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }

        GC.SuppressFinalize(this);
    }
}
