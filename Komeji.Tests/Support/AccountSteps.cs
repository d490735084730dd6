using System.Text.RegularExpressions;
using Komeji.Application.Accounts;
using Komeji.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Support;

/// <summary>People and their codes, for tests that send requests.</summary>
public static class AccountSteps
{
    public const string Password = "sandi-uji-yang-panjang";

    /// <summary>Registers and confirms as a newcomer does.</summary>
    public static async Task<SignInPass> Registered(this TestKomeji komeji, string contact, string password = Password, string name = "Siti Aminah")
    {
        var id = await komeji.Send(new Register(contact, name, password, true, false));
        return (await komeji.Send(new ConfirmRegistration(id, await komeji.CodeSentTo(contact))))!;
    }

    /// <summary>The last code sent there. Let the clock move between two codes.</summary>
    public static async Task<string> CodeSentTo(this TestKomeji komeji, string contact)
    {
        var to = Contact.Require(contact).Value;
        var body = await komeji.Read(db => db.Messages.Where(m => m.To == to).OrderByDescending(m => m.CreatedAt).Select(m => m.Body).FirstAsync());
        return Regex.Match(body, @"\b\d{6}\b").Value;
    }

    /// <summary>A session of this person, by its key.</summary>
    public static Task<string> Session(this TestKomeji komeji, SignInPass pass) => komeji.Send(new OpenSession(pass, "uji"));
}
