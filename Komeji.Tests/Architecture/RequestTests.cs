using Komeji.Application.Common;

namespace Komeji.Tests.Architecture;

public sealed class RequestTests
{
    /// <summary>
    /// These may save more than once or work before their transaction. Each does so for a reason its summary gives: it asks the
    /// world in the middle, keeps a failed attempt, or does slow work first. A new one is a decision.
    /// </summary>
    static readonly string[] SelfTransacting =
    [
        "AddPictures", "AskAboutAttempt", "AskAboutRefund", "ChangePassword", "FinishWorkWithPhoto", "HandlePaymentEvent", "ProveDelivery", "RecordPaymentEvent", "Register",
        "ResetPassword", "SendMessage", "SendRefund", "SignIn", "StartPayment",
    ];

    [Fact]
    public void Requests_that_open_their_own_transactions_are_listed() =>
        typeof(ISelfTransacting).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(ISelfTransacting)) && !t.IsInterface)
            .Select(t => t.Name).Order(StringComparer.Ordinal).ShouldBe(SelfTransacting);
}
