namespace Komeji.Web.Setup;

/// <summary>Where the product runs, read once. What the cooperative decides is not here but under /operator/pengaturan.</summary>
/// <param name="Database">Connection string: <c>Data Source=…</c> is SQLite, <c>Host=…</c> is PostgreSQL.</param>
/// <param name="DataDirectory">Pictures, the SQLite file, the sandbox gateway's own store.</param>
/// <param name="BaseUrl">Address people and the payment provider reach us at, without a trailing slash. Outside Production it may be left out: then it is where the server was told to listen.</param>
/// <param name="Role"><c>all</c>, <c>web</c> (pages only) or <c>worker</c> (jobs only).</param>
/// <param name="Demo">Seed a demo market into an empty database.</param>
/// <param name="Gateway"><c>Sandbox</c>, <c>Stripe</c> or <c>Midtrans</c>.</param>
/// <param name="Jobs">Whether jobs start by themselves; tests start them by name.</param>
/// <param name="StaffSecondFactor">Whoever holds a role must have a second factor before anything else.</param>
/// <param name="PageStatementSeconds">How long a page waits for one statement of PostgreSQL before its visitor is asked to come back.</param>
public sealed record KomejiSettings(
    string Database, string DataDirectory, string BaseUrl, string Role, bool Demo, string Gateway, bool Jobs, bool StaffSecondFactor = true, int PageStatementSeconds = 8)
{
    public bool RunsJobs => Jobs && Role is not "web";

    public bool ServesPages => Role is not "worker";

    /// <exception cref="InvalidOperationException">A setting is missing or unsafe; the message names it.</exception>
    public static KomejiSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var dataDirectory = Path.GetFullPath(configuration["Komeji:DataDirectory"] ?? "data", environment.ContentRootPath);
        Directory.CreateDirectory(dataDirectory);
        var settings = new KomejiSettings(
            configuration.GetConnectionString("Komeji") ?? $"Data Source={Path.Combine(dataDirectory, "komeji.db")}",
            dataDirectory,
            (configuration["Komeji:BaseUrl"] ?? (environment.IsProduction() ? null : ListensAt(configuration)) ?? "http://localhost:5080").TrimEnd('/'),
            configuration["Komeji:Role"] ?? "all",
            configuration.GetValue("Komeji:Demo", environment.IsDevelopment()),
            configuration["Payments:Gateway"] ?? (environment.IsProduction() ? "" : "Sandbox"),
            configuration.GetValue("Komeji:Jobs", !environment.IsEnvironment("Testing")),
            configuration.GetValue("Komeji:StaffSecondFactor", !environment.IsDevelopment() && !environment.IsEnvironment("Testing")),
            configuration.GetValue("Komeji:PageStatementSeconds", 8));
        settings.Check(environment);
        return settings;
    }

    /// <summary>An address the server listens at, as a browser on the same machine writes it.</summary>
    public static string OnThisMachine(string listened) => listened.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
        .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal).TrimEnd('/');

    /// <summary>Where nobody said by which address people know the site: the first it was told to listen at, unless the system is to choose the port.</summary>
    static string? ListensAt(IConfiguration configuration) =>
        First(configuration["urls"]) is { } url && !url.EndsWith(":0", StringComparison.Ordinal) ? OnThisMachine(url)
        : First(configuration["http_ports"]) is { } port ? $"http://localhost:{port}"
        : null;

    static string? First(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();

    void Check(IHostEnvironment environment)
    {
        Require(Role is "all" or "web" or "worker", "Komeji:Role must be all, web or worker.");
        Require(PageStatementSeconds is >= 1 and <= 600, "Komeji:PageStatementSeconds must be 1 to 600.");
        Require(Gateway is "Sandbox" or "Stripe" or "Midtrans", "Payments:Gateway must name a payment gateway: Sandbox, Stripe or Midtrans.");
        Require(!environment.IsProduction() || BaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase), "Komeji:BaseUrl must begin with https:// in Production: sign-in cookies travel over TLS only.");
        Require(!environment.IsProduction() || !Demo, "Komeji:Demo must be false in Production: demo accounts have a public password.");
        Require(!environment.IsProduction() || StaffSecondFactor, "Komeji:StaffSecondFactor must not be false in Production: staff sign in with a second factor.");
        Require(!environment.IsProduction() || Gateway != "Sandbox", "Payments:Gateway must not be Sandbox in Production: it moves no money.");
    }

    static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new InvalidOperationException(message);
        }
    }
}
