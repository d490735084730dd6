using Komeji.Application.Accounts;
using Komeji.Application.Catalog.Searches;
using Komeji.Application.Common;
using Komeji.Persistence.Search;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Persistence;

public static class PersistenceServices
{
    /// <param name="connectionString"><c>Host=…</c> is PostgreSQL, <c>Data Source=…</c> is SQLite.</param>
    public static IServiceCollection AddKomejiPersistence(this IServiceCollection services, string connectionString)
    {
        if (IsPostgres(connectionString))
        {
            services.AddScoped<IProductSearch, PostgresProductSearch>();
            services.AddDbContext<KomejiDb, PostgresKomejiDb>(o => o.UseNpgsql(connectionString, p => p.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)));
        }
        else
        {
            services.AddScoped<IProductSearch, SqliteProductSearch>();
            services.AddDbContext<KomejiDb, SqliteKomejiDb>(o => o.UseSqlite(connectionString, s => s.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)));
        }

        services.AddScoped<IKomejiDb>(provider => provider.GetRequiredService<KomejiDb>());

        // Identity's managers change users; the unit of work saves them, with everything else of the command.
        services.AddScoped<IUserStore<User>>(provider => new UserOnlyStore<User, KomejiDb, Guid>(provider.GetRequiredService<KomejiDb>()) { AutoSaveChanges = false });
        return services;
    }

    public static bool IsPostgres(string connectionString) => connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}
