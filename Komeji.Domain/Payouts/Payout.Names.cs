using Komeji.Domain.Common;

namespace Komeji.Domain.Payouts;

/// <summary>Whose account it is, by the bank's own word.</summary>
public sealed partial class Payout
{
    /// <summary>What the bank said of the holder's name; null while it was not asked.</summary>
    public AccountNaming? Naming { get; private set; }

    /// <summary>As the bank writes it. For officers alone: who typed a number must not learn whose it is.</summary>
    public string NameAtBank { get; private set; } = "";

    /// <summary>The name can still make a difference.</summary>
    public bool AwaitsName => State is PayoutState.Requested or PayoutState.AwaitingApproval or PayoutState.OnHold;

    /// <summary>What the bank answered when it was asked for the holder's name. The history, which the shop reads, never holds the name.</summary>
    /// <param name="nameAtBank">Null: the bank knows no such account, or gave no answer.</param>
    /// <returns>False when it is too late to matter.</returns>
    public bool NoteName(AccountNaming naming, string? nameAtBank, Actor by, DateTimeOffset now)
    {
        if (!AwaitsName)
        {
            return false;
        }

        (Naming, NameAtBank) = (naming, PlainText.Cut(PlainText.Name(nameAtBank), 100));
        var reasonCode = naming switch
        {
            AccountNaming.Same => "name_same",
            AccountNaming.Differs => "name_differs",
            AccountNaming.NoAccount => "name_no_account",
            _ => "name_no_answer",
        };
        Record(new StateChange(Subject, Id.Value, State.ToString(), State.ToString(), by, now, reasonCode));
        return true;
    }

    /// <summary>What the bank did not confirm, the officer who approves decides about, and says why.</summary>
    /// <exception cref="RuleBroken"><c>payout.name</c></exception>
    void DecideName(Actor by, bool canAsk, string reason, DateTimeOffset now)
    {
        if (Naming == AccountNaming.Same || (!canAsk && Naming is null or AccountNaming.NoAnswer))
        {
            return;
        }

        if (reason.Trim() is not { Length: >= 5 and <= 500 } why)
        {
            throw new RuleBroken("payout.name", Naming switch
            {
                AccountNaming.Differs => "Nama pemilik rekening menurut bank berbeda dengan yang ditulis toko. Tolak pencairannya, atau tulis mengapa rekeningnya tetap benar, 5 sampai 500 huruf.",
                AccountNaming.NoAccount => "Menurut bank rekening ini tidak ada. Tolak pencairannya, atau tulis mengapa rekeningnya tetap benar, 5 sampai 500 huruf.",
                _ => "Bank belum mengonfirmasi nama pemilik rekening ini. Tanyakan lagi, atau tulis mengapa rekeningnya tetap benar, 5 sampai 500 huruf.",
            });
        }

        Record(new StateChange(Subject, Id.Value, State.ToString(), State.ToString(), by, now, "name_decided", why));
    }
}
