using Komeji.Application.Files;
using Komeji.Integrations.Files;
using Komeji.Persistence;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Komeji.Tests.Storms;

/// <summary>The product's own store on a disk with room for so many bytes; what still fits is written, as on a real one.</summary>
sealed class FullDisk(string root) : DiskFiles(root)
{
    const int NoSpace = 28;

    public int Room { get; set; } = int.MaxValue;

    protected override FileStream Begin(string path) => new Bounded(path, this);

    public static IOException NoRoom() => new("No space left on device", NoSpace);

    sealed class Bounded(string path, FullDisk disk) : FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous)
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var fits = Math.Min(buffer.Length, disk.Room);
            disk.Room -= fits;
            await base.WriteAsync(buffer[..fits], cancellationToken);
            if (fits < buffer.Length)
            {
                throw NoRoom();
            }
        }
    }
}

/// <summary>The twin: writes a file under its own name from the first byte on.</summary>
sealed class CarelessFiles(string root) : IFiles
{
    public int Room { get; set; }

    public async Task<string> Save(Picture picture, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(root);
        await File.WriteAllBytesAsync(Path.Combine(root, "foto.webp"), picture.Content[..Math.Min(Room, picture.Content.Length)], cancellationToken);
        return Room < picture.Content.Length ? throw FullDisk.NoRoom() : "foto.webp";
    }

    public Task<string> Save(ReadOnlyMemory<byte> content, string extension, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Stream?> Open(string key, CancellationToken cancellationToken) => Task.FromResult<Stream?>(null);

    public Task<Stream?> OpenSmall(string key, CancellationToken cancellationToken) => Task.FromResult<Stream?>(null);

    public Task Delete(string key, CancellationToken cancellationToken) => Task.CompletedTask;

    public IEnumerable<string> UntouchedSince(DateTimeOffset moment) => [];

    public Task Touch(string key, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> DeleteUntouchedSince(string key, DateTimeOffset moment, CancellationToken cancellationToken) => Task.FromResult(false);
}

/// <summary>A database that may not grow. SQLite is bounded to the pages it has; PostgreSQL says what it says when a file cannot be extended.</summary>
sealed class FullDatabase : DbConnectionInterceptor
{
    const string AllPages = "PRAGMA max_page_count = 1073741823";
    const string NoMorePages = "PRAGMA max_page_count = 1";

    bool full;

    public async Task Fill(KomejiApp app, bool full)
    {
        this.full = full;
        if (app.Engine == Engine.Postgres)
        {
            await app.Read(db => db.Database.ExecuteSqlRawAsync(full
                ? """
                  CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
                  CREATE TRIGGER no_room BEFORE INSERT ON "Purchases" FOR EACH STATEMENT EXECUTE FUNCTION no_room();
                  """
                : """DROP TRIGGER no_room ON "Purchases" """));
        }
    }

    public override async Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var bound = connection.CreateCommand();
        bound.CommandText = full ? NoMorePages : AllPages;
        await bound.ExecuteNonQueryAsync(cancellationToken);
    }
}
