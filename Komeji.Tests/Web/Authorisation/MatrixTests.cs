using Komeji.Tests.Support;
using Xunit.Abstractions;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>
/// Every address × everyone × own and foreign objects. A visitor is sent to sign in, a person without the right is refused, a
/// foreign object is not found, and who may is neither refused nor met by a fault.
/// </summary>
public abstract class MatrixTests(ITestOutputHelper output)
{
    protected async Task EveryoneGetsWhatTheTableSays(string method)
    {
        await using var app = await KomejiApp.Start();
        using var _ = app.CreateClient();
        var objects = await TestObjects.Make(app);
        var wrong = new List<string>();
        var tried = 0;
        foreach (var identity in Identity.All)
        {
            if (method == "POST")
            {
                objects.Forget();
            }

            using var caller = await MatrixCaller.Enter(objects, identity, method);
            foreach (var row in AuthorisationTable.Rows.Where(r => r.Method == method))
            {
                foreach (var foreign in row.Owned ? new[] { false, true } : [false])
                {
                    tried++;
                    var expected = Expected(row, identity, foreign);
                    var address = await objects.Fill(row, identity, foreign, touches: method == "POST" && expected.IsAnswer);
                    var answer = await caller.Call(row, address);
                    if (!expected.Holds(answer.Status) || !MatrixCaller.IsTheFormsOwn(row, answer))
                    {
                        wrong.Add($"{identity} {row} {(row.Owned ? foreign ? "foreign" : "own" : "")}: {answer.Status}, expected {expected.Name}");
                    }

                    await caller.Settle(row, answer);
                }
            }
        }

        output.WriteLine($"{tried} calls");
        wrong.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(300);
    }

    static Expectation Expected(AuthorisationRow row, Identity identity, bool foreign) => (row.Admits(identity), identity.SignedIn, row.Owned && (foreign || !TestObjects.CanOwn(row.Thing, identity))) switch
    {
        (false, false, _) => new("redirect to sign in", s => s is 302 or 401),
        (false, true, _) => new("403", s => s == 403),
        (true, _, true) => new("404", s => s == 404),
        _ => new("an answer", s => (s == 404 && row.MayBeAbsent) || (s is not (401 or 403 or 404) && s < 500), IsAnswer: true),
    };

    /// <param name="IsAnswer">Not a refusal: what the address does is done.</param>
    sealed record Expectation(string Name, Func<int, bool> Holds, bool IsAnswer = false);
}

public sealed class PagesMatrixTests(ITestOutputHelper output) : MatrixTests(output)
{
    [Fact]
    public Task Everyone_sees_exactly_what_the_table_says() => EveryoneGetsWhatTheTableSays("GET");
}

public sealed class FormsMatrixTests(ITestOutputHelper output) : MatrixTests(output)
{
    [Fact]
    public Task Everyone_does_exactly_what_the_table_says() => EveryoneGetsWhatTheTableSays("POST");
}
