using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>
/// An officer says that a line at the bank is the bank's own charge or interest: it is booked as the cooperative's, once (rule P20), and
/// matched with that. What is larger than such things are is somebody else's money, and is not booked here. Above a limit another officer
/// has to agree first.
/// </summary>
/// <exception cref="NotFound">No such line.</exception>
/// <exception cref="RuleBroken"><c>reconciliation.reason</c>, <c>reconciliation.direction</c>, <c>reconciliation.too_large</c>, <c>reconciliation.booked</c>, <c>reconciliation.illegal_move</c>, <c>approval.waits</c></exception>
public sealed record BookBankLine(BankLineId Line, BankOwn What, string Reason) : ICommand<MoneyDecided>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, BankOwnBooks books, SecondOfficer second, ICurrentUser user, TimeProvider clock) : IRequestHandler<BookBankLine, MoneyDecided>
    {
        public async Task<MoneyDecided> Handle(BookBankLine request, CancellationToken cancellationToken)
        {
            var by = user.Officer();
            var account = await db.BankLines.Where(l => l.Id == request.Line).Select(l => (int?)l.Account).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            await db.TakeTurn(BankDesk.TurnOf(account), cancellationToken);
            var looked = await db.BankLines.AsNoTracking().SingleAsync(l => l.Id == request.Line, cancellationToken);
            var amount = Rupiah.Max(looked.Amount, -looked.Amount);
            if (!await second.IsNeeded(amount, cancellationToken))
            {
                await books.Book(request.Line, request.What, by, request.Reason, cancellationToken);
                return MoneyDecided.Booked;
            }

            await books.Draft(looked, request.What, cancellationToken);
            var now = clock.GetUtcNow();
            looked.MatchOwn(new LedgerSide(LedgerMark.On(0, now), looked.Amount), by, request.Reason, now);
            var name = $"mutasi {looked.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} ke-{looked.Number}";
            return await second.Ask(new MoneyWish(MoneyAct.BankLineBooked, request.Line.Value, new PurchaseId(Guid.Empty), name, amount, request.Reason, request.What.ToString(), ""), by, cancellationToken);
        }
    }
}
