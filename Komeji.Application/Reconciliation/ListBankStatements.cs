using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>Statements that were imported, the newest first.</summary>
public sealed record ListBankStatements(int Page = 1) : IQuery<PageOf<BankStatementRow>>
{
    const int PageSize = 25;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListBankStatements, PageOf<BankStatementRow>>
    {
        public Task<PageOf<BankStatementRow>> Handle(ListBankStatements request, CancellationToken cancellationToken) =>
            db.BankStatements.AsNoTracking().OrderByDescending(s => s.ImportedAt).ThenByDescending(s => s.Id)
                .Select(s => new BankStatementRow(s.Id, s.Account, s.FileName, s.FirstDay, s.LastDay, s.Rows, s.Added, s.Closing, s.ImportedAt)).ToPage(request.Page, PageSize, cancellationToken);
    }
}

public sealed record BankStatementRow(
    BankStatementId Id, int Account, string FileName, DateOnly FirstDay, DateOnly LastDay, int Rows, int Added, Rupiah Closing, DateTimeOffset ImportedAt);
