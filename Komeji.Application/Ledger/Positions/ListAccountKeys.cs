using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Positions;

/// <summary>The keys of an account that hold something at the end of a day: orders, shops, refunds …, the newest on top.</summary>
public sealed record ListAccountKeys(int Account, DateOnly? Day, int Page) : IQuery<AccountPage>
{
    public const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db, Balances balances, TimeProvider clock) : IRequestHandler<ListAccountKeys, AccountPage>
    {
        public async Task<AccountPage> Handle(ListAccountKeys request, CancellationToken cancellationToken)
        {
            var account = Chart.All.SingleOrDefault(a => a.Code == request.Account) ?? throw new NotFound();
            var day = PositionDays.Of(request.Day, Wib.DayOf(clock.GetUtcNow()));
            await using var moment = await db.BeginSnapshot(cancellationToken);
            var total = (await balances.Until(day, cancellationToken)).Where(m => m.Account == account.Code).Select(m => m.Sum);
            var keys = await (await balances.KeysAt(account.Code, day, cancellationToken)).OrderByDescending(s => s.Key).ToPage(request.Page, PageSize, cancellationToken);
            var names = await db.NamesOf(account, [.. keys.Rows.Select(r => r.Key)], cancellationToken);
            return new AccountPage(account, day, account.AsRead(Rupiah.Sum(total)), new PageOf<KeyRow>(
                [.. keys.Rows.Select(r => new KeyRow(r.Key, names.GetValueOrDefault(r.Key), account.AsRead(new Rupiah(r.Sum))))], keys.Number, keys.Size, keys.Total));
        }
    }
}

/// <param name="Total">Of all keys.</param>
public sealed record AccountPage(Account Account, DateOnly Day, Rupiah Total, PageOf<KeyRow> Keys);

/// <param name="Name">What people call the thing, such as an order's number; null where the key says it.</param>
public sealed record KeyRow(string Key, string? Name, Rupiah Amount);
