using Komeji.Domain.Accounts;
using Komeji.Domain.Common;

namespace Komeji.Domain.CallCentre;

/// <summary>What is masked until somebody says why it is needed.</summary>
public enum RevealedThing
{
    /// <summary>E-mail and number of an account.</summary>
    Contact,

    /// <summary>Where a person receives goods.</summary>
    Address,

    /// <summary>The account a shop is paid to.</summary>
    Account,

    /// <summary>Number and address an order goes to.</summary>
    Recipient,

    /// <summary>How a caller without an account is reached.</summary>
    Caller,
}

/// <summary>Somebody of the call centre saw what is masked: written when it happens, never changed, read by the supervisors.</summary>
public sealed class DataReveal
{
    DataReveal() { }

    public long Id { get; private set; }
    public CaseSubject Subject { get; private set; }
    public Guid SubjectId { get; private set; }

    /// <summary>The person's name, or the number of the order or ticket, as it was then.</summary>
    public string Name { get; private set; } = "";
    public RevealedThing What { get; private set; }
    public UserId WhoId { get; private set; }
    public string Role { get; private set; } = "";
    public string Why { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>Bank accounts are an operator's matter: nobody on the telephone needs a whole number.</summary>
    /// <exception cref="RuleBroken"><c>ticket.not_staff</c>, <c>reveal.role</c>, <c>reveal.why</c></exception>
    public static DataReveal Of(CaseSubject subject, Guid subjectId, string name, RevealedThing what, string why, Actor by, DateTimeOffset now)
    {
        CallCentreStaff.Require(by, null);
        if (what == RevealedThing.Account && by.Role != Roles.Operator)
        {
            throw new RuleBroken("reveal.role", "Nomor rekening lengkap hanya dibuka operator. Empat angka terakhirnya cukup untuk mencocokkan.");
        }

        return new DataReveal
        {
            Subject = subject,
            SubjectId = subjectId,
            Name = PlainText.Cut(name, 120),
            What = what,
            WhoId = new UserId(by.UserId!.Value),
            Role = by.Role,
            Why = why.Trim() is { Length: >= 5 and <= 300 } told ? told : throw new RuleBroken("reveal.why", "Tulis alasan melihat data ini, 5 sampai 300 huruf. Alasan dan nama Anda dicatat dan dibaca pengawas."),
            At = now,
        };
    }
}
