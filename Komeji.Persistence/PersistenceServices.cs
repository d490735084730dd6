using System.Data.Common;
using Komeji.Application.Accounts;
using Komeji.Application.Catalog.Searches;
using Komeji.Application.Common;
using Komeji.Persistence.Common;
using Komeji.Persistence.Search;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Komeji.Persistence;

public static class PersistenceServices
{
    /// <summary>Seconds to wait for a connection or a place in the pool, and on SQLite for the file's lock, where the connection string does not say: a visitor is told sooner.</summary>
    const int Patience = 5;

    /// <summary>Statements the server plans once a connection, not at each use. <c>Max Auto Prepare=0</c> in the connection string turns that off, as some poolers need.</summary>
    const int MostPrepared = 200;

    /// <summary>How often a connection has to see a statement until the server keeps its plan: what comes a second time comes all day.</summary>
    const int TimesUntilPrepared = 2;

    /// <param name="connectionString"><c>Host=…</c> is PostgreSQL, <c>Data Source=…</c> is SQLite.</param>
    /// <param name="statementPatience">How long whoever asks in this scope waits for one statement of PostgreSQL; null, and where it is left out, is as long as the connection string says.</param>
    public static IServiceCollection AddKomejiPersistence(this IServiceCollection services, string connectionString, Func<IServiceProvider, TimeSpan?>? statementPatience = null)
    {
        if (IsPostgres(connectionString))
        {
            services.AddScoped<IProductSearch, PostgresProductSearch>();
            services.AddScoped<IDatabaseClock, PostgresClock>();
            var tuned = Tuned(connectionString);
            services.AddDbContext<KomejiDb, PostgresKomejiDb>((scope, o) => o.UseNpgsql(tuned, p => p
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                .CommandTimeout((int?)statementPatience?.Invoke(scope)?.TotalSeconds)));
        }
        else
        {
            services.AddScoped<IProductSearch, SqliteProductSearch>();
            services.AddSingleton<IDatabaseClock, OwnClock>();
            var existing = Existing(connectionString);
            services.AddDbContext<KomejiDb, SqliteKomejiDb>(o => o.UseSqlite(existing, s => s
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))); // A list is one parameter: a statement of many would be written anew each time.
        }

        services.AddScoped<IKomejiDb>(provider => provider.GetRequiredService<KomejiDb>());

        // Identity's managers change users; the unit of work saves them, with everything else of the command.
        services.AddScoped<IUserStore<User>>(provider => new UserOnlyStore<User, KomejiDb, Guid>(provider.GetRequiredService<KomejiDb>()) { AutoSaveChanges = false });
        return services;
    }

    static string Tuned(string connectionString)
    {
        var read = new NpgsqlConnectionStringBuilder(connectionString);
        read.Timeout = Says(connectionString, "Timeout") ? read.Timeout : Patience;
        read.MaxAutoPrepare = Says(connectionString, "Max Auto Prepare") ? read.MaxAutoPrepare : MostPrepared;
        read.AutoPrepareMinUsages = Says(connectionString, "Auto Prepare Min Usages") ? read.AutoPrepareMinUsages : TimesUntilPrepared;
        read.Options ??= "-c jit=off"; // Questions here take milliseconds; compiling a plan that only looks costly takes a second.
        return read.ConnectionString;
    }

    /// <summary>A file that is not there is an outage, not a new and empty market: only migrating makes one.</summary>
    static string Existing(string connectionString)
    {
        var read = new SqliteConnectionStringBuilder(connectionString);
        read.DefaultTimeout = Says(connectionString, "Default Timeout") ? read.DefaultTimeout : Patience;
        read.Mode = read.Mode == SqliteOpenMode.ReadWriteCreate ? SqliteOpenMode.ReadWrite : read.Mode;
        return read.ConnectionString;
    }

    static bool Says(string connectionString, string keyword) => new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey(keyword);

    public static bool IsPostgres(string connectionString) => connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}
