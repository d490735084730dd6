using Komeji.Tests.Support;
using Xunit.Abstractions;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>
/// Every address × everyone × own and foreign objects. A visitor is sent to sign in, a person without the right is refused, a
/// foreign object is not found, and who may is neither refused nor met by a fault.
/// </summary>
public sealed class MatrixTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Everyone_gets_exactly_what_the_table_says(string method)
    {
        await using var app = await KomejiApp.Start();
        using var _ = app.CreateClient();
        var objects = await TestObjects.Make(app);
        var wrong = new List<string>();
        var tried = 0;
        foreach (var identity in Identity.All)
        {
            var visitor = await objects.Enter(identity);
            var token = await TokenOf(visitor, method);
            foreach (var row in AuthorisationTable.Rows.Where(r => r.Method == method))
            {
                foreach (var foreign in row.Owned ? new[] { false, true } : [false])
                {
                    tried++;
                    var address = await objects.Fill(row, identity, foreign);
                    var answer = method == "GET" ? await visitor.Get(address) : await visitor.Post(address, ("__formulir", token));
                    if (method == "POST" && !IsTheFormsOwn(row, answer))
                    {
                        // What was posted before may have ended the token.
                        token = await TokenOf(visitor, method);
                        answer = await visitor.Post(address, ("__formulir", token));
                    }

                    var expected = Expected(row, identity, foreign);
                    if (!expected.Holds(answer.Status) || !IsTheFormsOwn(row, answer))
                    {
                        wrong.Add($"{identity} {row} {(row.Owned ? foreign ? "foreign" : "own" : "")}: {answer.Status}, expected {expected.Name}");
                    }

                    if (method == "POST" && identity.SignedIn && (!await objects.IsStill(identity) || !await visitor.IsSignedIn()))
                    {
                        visitor = await objects.Enter(identity);
                        token = await TokenOf(visitor, method);
                    }
                }
            }
        }

        output.WriteLine($"{tried} calls");
        wrong.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(300);
    }

    /// <summary>This browser's own, so that what answers is the right and not the missing token; it is the same until she signs in anew.</summary>
    static async Task<string> TokenOf(Visitor visitor, string method)
    {
        if (method == "GET")
        {
            return "";
        }

        var form = (await visitor.Get("/masuk?kembali=/akun")) is { Status: 200 } page ? page : await visitor.Get("/akun/profil");
        return form.Document.QuerySelector("input[name=__formulir]")?.GetAttribute("value") ?? "";
    }

    /// <summary>An empty form is refused by the form itself, with what has to be filled in: any other 400 would hide that a right was never tried.</summary>
    static bool IsTheFormsOwn(AuthorisationRow row, Page answer) =>
        answer.Status != 400 || row.Route.StartsWith("/hook/", StringComparison.Ordinal) || answer.Document.QuerySelector(".errors, .field-validation-error") is not null;

    static Expectation Expected(AuthorisationRow row, Identity identity, bool foreign) => (row.Admits(identity), identity.SignedIn, row.Owned && (foreign || !TestObjects.CanOwn(row.Thing, identity))) switch
    {
        (false, false, _) => new("redirect to sign in", s => s is 302 or 401),
        (false, true, _) => new("403", s => s == 403),
        (true, _, true) => new("404", s => s == 404),
        _ => new("an answer", s => (s == 404 && row.MayBeAbsent) || (s is not (401 or 403 or 404) && s < 500)),
    };

    sealed record Expectation(string Name, Func<int, bool> Holds);
}
