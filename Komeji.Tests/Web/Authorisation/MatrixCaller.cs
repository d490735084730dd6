using Komeji.Tests.Support;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>One person's browser in the matrix. A post may end her session, her place or her token; then she comes in anew.</summary>
sealed class MatrixCaller : IDisposable
{
    readonly TestObjects objects;
    readonly Identity identity;
    readonly bool posts;
    Visitor visitor = null!;
    string token = "";

    MatrixCaller(TestObjects objects, Identity identity, bool posts) => (this.objects, this.identity, this.posts) = (objects, identity, posts);

    public static async Task<MatrixCaller> Enter(TestObjects objects, Identity identity, string method)
    {
        var caller = new MatrixCaller(objects, identity, method == "POST");
        await caller.Enter();
        return caller;
    }

    public async Task<Page> Call(AuthorisationRow row, string address)
    {
        var answer = await Send(address);
        if (posts && !IsTheFormsOwn(row, answer))
        {
            // What was posted before may have ended the token.
            token = await NewToken();
            answer = await Send(address);
        }

        if (identity.SignedIn && AsksToSignIn(answer) && !await visitor.IsSignedIn())
        {
            await Enter();
            answer = await Send(address);
        }

        return answer;
    }

    /// <summary>What an accepted post has changed about the person is put back. A refused one has changed nothing.</summary>
    public async Task Settle(AuthorisationRow row, Page answer)
    {
        var mayHaveChanged = posts && identity.SignedIn && (answer.Status < 400 || TestObjects.Employs(row.Thing));
        if (mayHaveChanged && (!await objects.IsStill(identity) || !await visitor.IsSignedIn()))
        {
            await Enter();
        }
    }

    /// <summary>An empty form is refused by the form itself, with what has to be filled in: any other 400 would hide that a right was never tried.</summary>
    public static bool IsTheFormsOwn(AuthorisationRow row, Page answer) =>
        answer.Status != 400 || row.Route.StartsWith("/hook/", StringComparison.Ordinal) || answer.Document.QuerySelector(".errors, .field-validation-error") is not null;

    public void Dispose() => visitor.Dispose();

    static bool AsksToSignIn(Page answer) => answer.Status == 401 || (answer.Status == 302 && answer.Location.StartsWith("/masuk", StringComparison.Ordinal));

    async Task Enter()
    {
        visitor = await objects.Enter(identity);
        token = await NewToken();
    }

    Task<Page> Send(string address) => posts ? visitor.Post(address, ("__formulir", token)) : visitor.Get(address);

    /// <summary>This browser's own, so that what answers is the right and not the missing token; it is the same until she signs in anew.</summary>
    async Task<string> NewToken()
    {
        if (!posts)
        {
            return "";
        }

        var form = (await visitor.Get("/masuk?kembali=/akun")) is { Status: 200 } page ? page : await visitor.Get("/akun/profil");
        return form.Document.QuerySelector("input[name=__formulir]")?.GetAttribute("value") ?? "";
    }
}
