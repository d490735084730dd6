using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>The lines of a statement's days, with how they stand, and how bank and books stood at its end.</summary>
public sealed record ShowBankStatement(BankStatementId Id, int Page = 1, int PageSize = ShowBankStatement.UsualPage) : IQuery<BankStatementPage>
{
    const int UsualPage = 50;

    /// <summary>For a file of all of them.</summary>
    public const int Everything = 100_000;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowBankStatement, BankStatementPage>
    {
        public async Task<BankStatementPage> Handle(ShowBankStatement request, CancellationToken cancellationToken)
        {
            var statement = await db.BankStatements.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var by = await db.Users.AsNoTracking().Where(u => u.Id == statement.By.Value).Select(u => u.FullName).SingleOrDefaultAsync(cancellationToken);
            var lines = await db.BankLines.AsNoTracking()
                .Where(l => l.Account == statement.Account && l.Day >= statement.FirstDay && l.Day <= statement.LastDay)
                .OrderBy(l => l.Day).ThenBy(l => l.Number)
                .Select(l => new BankLineRow(l.Id, l.Day, l.Text, l.Reference, l.Amount, l.Balance, l.State))
                .ToPage(request.Page, request.PageSize, cancellationToken);
            return new BankStatementPage(
                statement.Id, statement.Account, statement.FileName, statement.FirstDay, statement.LastDay, statement.Rows, statement.Added,
                by ?? "petugas keuangan", statement.ImportedAt, await db.PositionAt(statement.Account, statement.LastDay, cancellationToken), lines);
        }
    }
}

public sealed record BankStatementPage(
    BankStatementId Id, int Account, string FileName, DateOnly FirstDay, DateOnly LastDay, int Rows, int Added, string By, DateTimeOffset ImportedAt, BankPosition Position, PageOf<BankLineRow> Lines);

public sealed record BankLineRow(BankLineId Id, DateOnly Day, string Text, string Reference, Rupiah Amount, Rupiah Balance, MatchState State);
