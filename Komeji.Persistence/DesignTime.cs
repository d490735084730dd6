using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Komeji.Persistence;

// What `dotnet ef` uses to write migrations; neither connects to a database.

sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteKomejiDb>
{
    public SqliteKomejiDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteKomejiDb>().UseSqlite("Data Source=design.db").Options);
}

sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresKomejiDb>
{
    public PostgresKomejiDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresKomejiDb>().UseNpgsql("Host=design").Options);
}
