using Komeji.Application;
using Komeji.Application.Accounts;
using Komeji.Application.Accounts.SecondFactors;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Jobs;
using Komeji.Application.Legal;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Integrations.Mail;
using Komeji.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Komeji.Tests.Support;

/// <summary>
/// The product without its pages: requests are sent as somebody, on a database of its own, by a clock that stands still.
/// </summary>
public sealed class TestKomeji : IAsyncDisposable, IHaveDatabase
{
    /// <summary>Rounds of a password's hash in tests; their strength is not what is tested.</summary>
    public const int QuickHash = 10;

    readonly TestDatabase database;
    readonly ServiceProvider services;
    readonly TestUser user = new();

    TestKomeji(TestDatabase database, Action<IServiceCollection>? more)
    {
        this.database = database;
        var collection = new ServiceCollection();
        collection.AddLogging(l => l.SetMinimumLevel(LogLevel.None));
        collection.AddKomejiApplication();
        collection.AddKomejiPersistence(database.ConnectionString);
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<IDatabaseClock, OwnClock>();
        collection.AddSingleton<ICurrentUser>(user);
        collection.AddSingleton<IJobNudge, NoNudge>();
        collection.AddSingleton(new SiteAddress("http://komeji.test"));
        collection.AddSingleton(new CodeKey(new byte[32]));
        collection.AddSingleton(new FactorKey(new byte[32]));
        collection.AddSingleton(new PersonalKey(new byte[32], new byte[32]));
        collection.AddSingleton(new StaffSecondFactor(true));
        collection.Configure<PasswordHasherOptions>(o => o.IterationCount = QuickHash);
        collection.AddSingleton<IMessenger, NoMessenger>();
        collection.AddSingleton<IPictures, OnePicture>();
        collection.AddSingleton<IFiles, OnePicture>();
        collection.AddSingleton<IPrivateFiles, OnePicture>();
        more?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public TestClock Clock { get; } = new();

    public Engine Engine => database.Engine;

    public string ConnectionString => database.ConnectionString;

    public IServiceProvider Services => services;

    /// <param name="more">Fakes of ports the test needs.</param>
    public static async Task<TestKomeji> Create(Engine engine, Action<IServiceCollection>? more = null) =>
        new(await TestDatabase.Create(engine), more);

    /// <summary>On a database the test prepared; disposing removes it.</summary>
    public static TestKomeji On(TestDatabase database, Action<IServiceCollection>? more = null) => new(database, more);

    /// <summary>Who sends what follows; null is nobody.</summary>
    public TestKomeji As(UserId? id, params string[] roles)
    {
        user.Become(id, roles);
        return this;
    }

    /// <summary>For which regions a territorial role is held; everywhere until this says otherwise.</summary>
    public TestKomeji Serving(params string[] regions)
    {
        user.Regions = regions;
        return this;
    }

    /// <summary>In which session, how long ago proved, and with a second factor or not.</summary>
    public TestKomeji In(string? sessionKey, DateTimeOffset? provenAt, bool secondFactor = false)
    {
        (user.Session, user.ProvenAt, user.HasSecondFactor) = (sessionKey is null ? null : Session.Hash(sessionKey), provenAt, secondFactor);
        return this;
    }

    /// <summary>In which shop the person chose to work; null is her own.</summary>
    public TestKomeji At(StoreId? shop)
    {
        user.Shop = shop;
        return this;
    }

    /// <summary>In which session the person helps as a mentor; null is for herself.</summary>
    public TestKomeji Helping(MentoringId? session)
    {
        user.Mentoring = session;
        return this;
    }

    public async Task<TResult> Send<TResult>(IRequest<TResult> request)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Runs a sweep as the job engine would.</summary>
    public Task<SweepResult> Run<TSweep>()
        where TSweep : ISweep =>
        services.GetRequiredService<SweepRunner>().Run(typeof(TSweep), null, CancellationToken.None);

    /// <summary>Runs a job of the schedule by its name, through its lease, as the job engine would.</summary>
    public Task<SweepResult?> RunJob(string name) =>
        services.GetRequiredService<JobRunner>().Run(Schedule.Find(name)!, JobCause.CommandLine, CancellationToken.None);

    /// <summary>Looks at the database as it is now.</summary>
    public async Task<T> Read<T>(Func<KomejiDb, Task<T>> look)
    {
        await using var scope = services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<KomejiDb>());
    }

    /// <summary>Puts rows in place that no command makes yet.</summary>
    public async Task Write(Func<KomejiDb, Task> change)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KomejiDb>();
        await change(db);
        await db.SaveChangesAsync();
        scope.ServiceProvider.GetRequiredService<SeldomChanged>().Forget(db.Touched);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    sealed class NoNudge : IJobNudge
    {
        public void After(IReadOnlySet<Type> added)
        {
        }
    }

    sealed class TestUser : ICurrentUser
    {
        readonly AsyncLocal<(UserId? Id, string[] Roles)> who = new();
        (UserId? Id, string[] Roles) last = (null, []);

        public UserId? Id => Now.Id;

        public string Name => Now.Id?.Value.ToString() ?? "";

        (UserId? Id, string[] Roles) Now => who.Value.Roles is null ? last : who.Value;

        public void Become(UserId? id, string[] roles) => last = who.Value = (id, roles);

        public bool IsIn(string role) => Now.Roles.Contains(role);

        public IReadOnlyList<string> Territories(string role) => IsIn(role) ? Regions : [];

        public IReadOnlyList<string> Regions { get; set; } = [""];

        public string? Session { get; set; }

        public StoreId? Shop { get; set; }

        public MentoringId? Mentoring { get; set; }

        public bool HasSecondFactor { get; set; }

        /// <summary>Whoever acts in these tests has always just shown who it is; pages are tested for asking.</summary>
        public DateTimeOffset? ProvenAt { get; set; } = DateTimeOffset.MaxValue;
    }
}
