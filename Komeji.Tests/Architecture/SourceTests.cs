using System.Text.RegularExpressions;
using Komeji.Tests.Support;

namespace Komeji.Tests.Architecture;

/// <summary>
/// What the compiler lets through and must not be written: read from the sources of the product. Each rule names the places that
/// may break it, and is tried on a line that does.
/// </summary>
public sealed partial class SourceTests
{
    /// <summary>Their statements are put together from constants of the code and the model's own tables and columns, never from what anybody sent.</summary>
    static readonly string[] MayBuildSql =
    [
        "Komeji.Persistence/Bulk/BareTables.cs", "Komeji.Persistence/Bulk/BulkStock.cs", "Komeji.Persistence/Bulk/PostgresBulkLoad.cs", "Komeji.Persistence/Bulk/SqliteBulkLoad.cs",
        "Komeji.Persistence/KomejiDb.cs", "Komeji.Persistence/Regions/RegionImport.cs", "Komeji.Persistence/Search/PostgresProductSearch.cs", "Komeji.Persistence/Search/SqliteProductSearch.cs",
    ];

    /// <summary>Go where the code or a row of our own says; what a visitor names is asked for with <c>IsLocalUrl</c>.</summary>
    static readonly string[] MayRedirectToAVariable =
    [
        "Komeji.Web/Areas/Hooks/Sandbox/SandboxController.cs", "Komeji.Web/Areas/Shop/Payments/PaymentsController.cs", "Komeji.Web/Setup/OnePhoneGate.cs", "Komeji.Web/Setup/Sessions.cs", "Komeji.Web/Setup/StaffGate.cs",
    ];

    [Fact]
    public void Values_reach_the_database_as_parameters_only()
    {
        Breaches(RawSql()).Select(b => b.File).Distinct().Except(MayBuildSql).ShouldBeEmpty("raw SQL: use FromSql, SqlQuery or ExecuteSql with an interpolated string, which makes parameters");
        RawSql().IsMatch("db.Orders.FromSqlRaw($\"SELECT {x}\")").ShouldBeTrue();
        RawSql().IsMatch("command.CommandText = text;").ShouldBeTrue();
        RawSql().IsMatch("db.Orders.FromSql($\"SELECT {x}\")").ShouldBeFalse();
    }

    /// <summary>In the few files that build statements, nothing that came with a request is put between the words.</summary>
    [Fact]
    public void Built_statements_hold_no_text_of_a_request()
    {
        foreach (var file in MayBuildSql)
        {
            Holes().Matches(File.ReadAllText(Path.Combine(Sources.Root, file))).Select(m => m.Groups[1].Value)
                .Where(hole => FromARequest().IsMatch(hole)).ShouldBeEmpty(file);
        }

        FromARequest().IsMatch("request.Q").ShouldBeTrue();
    }

    [Fact]
    public void People_are_sent_to_addresses_of_this_site_only()
    {
        Breaches(RedirectToVariable()).Select(b => b.File).Distinct().Except(MayRedirectToAVariable).ShouldBeEmpty("use LocalRedirect for an address that is not written here");
        RedirectToVariable().IsMatch("return Redirect(form.Kembali);").ShouldBeTrue();
        RedirectToVariable().IsMatch("return Redirect(kembali ?? \"/\");").ShouldBeTrue();
        RedirectToVariable().IsMatch("return LocalRedirect(wanted);").ShouldBeFalse();
        RedirectToVariable().IsMatch("return Redirect($\"/pesanan/{number}\");").ShouldBeFalse();
    }

    /// <summary>No page or use case fetches an address: only the adapters of outside services do, to addresses an operator set.</summary>
    [Fact]
    public void Nothing_but_an_adapter_of_an_outside_service_opens_a_connection()
    {
        Breaches(Fetcher()).Select(b => b.File).Distinct()
            .Where(f => !f.StartsWith("infra/Komeji.Integrations/", StringComparison.Ordinal))
            .Except(["Komeji.Web/Demo/Trade/MarketServices.cs"]).ShouldBeEmpty("a fetcher of addresses outside of Komeji.Integrations");
        Fetcher().IsMatch("using var client = new HttpClient();").ShouldBeTrue();
        Fetcher().IsMatch("WebRequest.Create(address)").ShouldBeTrue();
    }

    /// <summary>A pattern without a limit can take minutes for thirty letters; the product sets one for all at its start.</summary>
    [Fact]
    public void Every_pattern_has_a_limit_of_time()
    {
        Breaches(Pattern()).Where(b => !b.Line.Contains("NonBacktracking", StringComparison.Ordinal) && !TimeLimit().IsMatch(b.Line)).Select(b => b.ToString()).ShouldBeEmpty();
        Pattern().IsMatch("[GeneratedRegex(\"a\")]").ShouldBeTrue();
    }

    [Fact]
    public async Task A_pattern_that_names_no_limit_gets_one_from_the_start_of_the_product()
    {
        await using var app = await KomejiApp.Start();
        using var _ = app.CreateClient();
        AppContext.GetData("REGEX_DEFAULT_MATCH_TIMEOUT").ShouldBeOfType<TimeSpan>().ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(1));
    }

    /// <summary>What search engines read of a product, written by the framework's JSON writer, which escapes what could end the block.</summary>
    const string OurJson = "<script type=\"application/ld+json\">@Html.Raw(Model.JsonLd)</script>";

    /// <summary>Pages encode what they show.</summary>
    [Fact]
    public void No_page_writes_raw_markup_or_inline_script()
    {
        var pages = Sources.Files("Komeji.Web", "*.cshtml").ToList();
        pages.Count.ShouldBeGreaterThan(50);
        pages.Where(p => RawMarkup().IsMatch(File.ReadAllText(p).Replace(OurJson, "", StringComparison.Ordinal))).Select(Path.GetFileName).ShouldBeEmpty();
        RawMarkup().IsMatch("@Html.Raw(Model.Text)").ShouldBeTrue();
        RawMarkup().IsMatch("<p onclick=\"x()\">").ShouldBeTrue();
        RawMarkup().IsMatch("<p style=\"color:red\">").ShouldBeTrue();
    }

    /// <summary>
    /// Which shop a person works in and what she may do there, the desk says. Whose a shop is matters otherwise only to who is told,
    /// to the opening of one, and to what a person's own account shows.
    /// </summary>
    static readonly string[] MayAskForTheOwner =
    [
        "Komeji.Application/Accounts/SecondFactors/AskFactorReset.cs", "Komeji.Application/Accounts/ShowMyAccount.cs", "Komeji.Application/Accounts/ShowPerson.cs", "Komeji.Application/CallCentre/CaseParts.cs",
        "Komeji.Application/Legal/Opening/OpenShop.cs", "Komeji.Application/Legal/Opening/Profiles.cs", "Komeji.Application/Legal/Opening/ShowOpening.cs", "Komeji.Application/Legal/PreChecks/PreCheckDesk.cs",
        "Komeji.Application/Mentoring/EnterMentoringCode.cs", "Komeji.Application/Mentoring/ShowMyMentoring.cs", "Komeji.Application/Stores/OwnerBanned.cs", "Komeji.Application/Stores/ShopDesk.cs",
        "Komeji.Application/Stores/Staff/ChooseShop.cs", "Komeji.Application/Stores/Deeds/ListDeeds.cs",
    ];

    [Fact]
    public void Only_the_desk_says_in_whose_shop_a_person_works()
    {
        Breaches(ShopByOwner()).Where(b => b.File.StartsWith("Komeji.Application/", StringComparison.Ordinal)).Select(b => b.File).Distinct()
            .Except(MayAskForTheOwner).ShouldBeEmpty("ask ShopDesk for the shop and the right, not the database for the owner");
        ShopByOwner().IsMatch("db.Stores.Any(s => s.Id == p.StoreId && s.OwnerId == me)").ShouldBeTrue();
        ShopByOwner().IsMatch("db.Stores.Where(s => s.OwnerId == owner)").ShouldBeTrue();
    }

    static IEnumerable<Breach> Breaches(Regex rule) =>
        from folder in new[] { "Komeji.Domain", "Komeji.Application", "Komeji.Persistence", "Komeji.Web", "infra" }
        from file in Sources.Files(folder, "*.cs")
        let name = Path.GetRelativePath(Sources.Root, file).Replace('\\', '/')
        where !name.Contains("/Migrations/", StringComparison.Ordinal) && !name.StartsWith("infra/bench/", StringComparison.Ordinal)
        from line in File.ReadLines(file)
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && rule.IsMatch(line)
        select new Breach(name, line.Trim());

    sealed record Breach(string File, string Line);

    [GeneratedRegex(@"FromSqlRaw|SqlQueryRaw|ExecuteSqlRaw|CommandText\s*=[^=]", RegexOptions.NonBacktracking)]
    private static partial Regex RawSql();

    [GeneratedRegex(@"\{([^{}""]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Holes();

    [GeneratedRegex(@"^(request|form|q|text)\b|\.(Q|Text|Words|Query)\b", RegexOptions.NonBacktracking)]
    private static partial Regex FromARequest();

    [GeneratedRegex(@"[^a-zA-Z]Redirect(Permanent|PreserveMethod)?\(\s*[^""$ )][^""]*\)|[^a-zA-Z]Redirect\([a-z]\w* \?\?", RegexOptions.NonBacktracking)]
    private static partial Regex RedirectToVariable();

    [GeneratedRegex(@"\b(HttpClient|WebClient|WebRequest|TcpClient|UdpClient|Socket|FtpWebRequest|AddHttpClient|IHttpClientFactory)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Fetcher();

    [GeneratedRegex(@"new Regex\(|\[GeneratedRegex\(|\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count)\(", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"[0-9_]{2,}\)\]|matchTimeoutMilliseconds|TimeSpan\.From", RegexOptions.NonBacktracking)]
    private static partial Regex TimeLimit();

    [GeneratedRegex(@"\b(s|x|store)\.OwnerId [!=]=|Stores(\.AsNoTracking\(\))?\.OwnedBy\(", RegexOptions.NonBacktracking)]
    private static partial Regex ShopByOwner();

    [GeneratedRegex(@"Html\.Raw\(|\son[a-z]+\s*=\s*""|\sstyle\s*=\s*""|<script>|javascript:", RegexOptions.NonBacktracking)]
    private static partial Regex RawMarkup();
}
