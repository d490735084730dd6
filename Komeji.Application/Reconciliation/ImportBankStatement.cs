using Komeji.Application.Common;
using Komeji.Application.Sheets;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>
/// Takes a bank's statement in, all of it or nothing. Reading the file takes a while and is done before the transaction; the file itself
/// is never stored. Lines that an earlier statement brought are known again and not kept twice.
/// </summary>
/// <param name="Account">1020 or 1021.</param>
/// <exception cref="RuleBroken"><c>sheet.*</c>, <c>table.*</c>, <c>statement.account</c></exception>
public sealed record ImportBankStatement(int Account, string FileName, Stream Upload) : ICommand<StatementReceipt>, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<ImportBankStatement, StatementReceipt>
    {
        public async Task<StatementReceipt> Handle(ImportBankStatement request, CancellationToken cancellationToken)
        {
            if (!BankAccounts.Knows(request.Account))
            {
                throw new RuleBroken("statement.account", "Pilih rekening yang mutasinya Anda unggah.");
            }

            var (rows, faults) = BankSheet.Read(await SheetFile.Read(request.Upload, cancellationToken), Wib.DayOf(clock.GetUtcNow()));
            return faults.Count > 0 ? new StatementReceipt(null, 0, 0, faults) : await unitOfWork.Run(() => Keep(request, rows, cancellationToken), cancellationToken);
        }

        async Task<StatementReceipt> Keep(ImportBankStatement request, IReadOnlyList<BankRow> rows, CancellationToken cancellationToken)
        {
            await db.TakeTurn(BankDesk.TurnOf(request.Account), cancellationToken);
            var extension = BankChain.Extend(await Kept(request.Account, rows[0].Day, rows[^1].Day, cancellationToken), rows);
            var known = rows.Count - extension.Added.Count;
            if (extension.Faults.Count > 0 || extension.Added.Count == 0)
            {
                return new StatementReceipt(null, 0, known, extension.Faults);
            }

            var now = clock.GetUtcNow();
            var statement = BankStatement.Import(request.Account, request.FileName, user.Require(), rows, extension.Added.Count, now);
            db.BankStatements.Add(statement);
            db.BankLines.AddRange(extension.Added.Select(a => BankLine.Of(statement.Id, request.Account, a.Row, a.Number, now)));
            return new StatementReceipt(statement.Id, extension.Added.Count, known, []);
        }

        /// <summary>Of the file's days, and the nearest line on either side of them.</summary>
        async Task<IReadOnlyList<BankLine>> Kept(int account, DateOnly first, DateOnly last, CancellationToken cancellationToken)
        {
            var lines = db.BankLines.AsNoTracking().Where(l => l.Account == account);
            var before = await lines.Where(l => l.Day < first).OrderByDescending(l => l.Day).ThenByDescending(l => l.Number).Take(1).ToListAsync(cancellationToken);
            var between = await lines.Where(l => l.Day >= first && l.Day <= last).OrderBy(l => l.Day).ThenBy(l => l.Number).ToListAsync(cancellationToken);
            var after = await lines.Where(l => l.Day > last).OrderBy(l => l.Day).ThenBy(l => l.Number).Take(1).ToListAsync(cancellationToken);
            return [.. before, .. between, .. after];
        }
    }
}

/// <param name="Id">Null when nothing was kept: rows are wrong, or all were known.</param>
/// <param name="Known">Rows an earlier statement had brought.</param>
public sealed record StatementReceipt(BankStatementId? Id, int Added, int Known, IReadOnlyList<RowFault> Faults);
