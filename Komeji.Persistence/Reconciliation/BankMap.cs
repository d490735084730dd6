using Komeji.Domain.Ledger;
using Komeji.Domain.Reconciliation;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Reconciliation;

sealed class BankStatementMap : IEntityTypeConfiguration<BankStatement>
{
    public void Configure(EntityTypeBuilder<BankStatement> builder)
    {
        builder.IsAggregate();
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.ImportedAt);
    }
}

sealed class BankLineMap : IEntityTypeConfiguration<BankLine>
{
    public void Configure(EntityTypeBuilder<BankLine> builder)
    {
        builder.IsStateful();
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Text).HasMaxLength(300);
        builder.Ignore(l => l.Before);
        builder.HasIndex(l => new { l.Account, l.Day, l.Number }).IsUnique();
        builder.HasIndex(l => new { l.State, l.Account, l.Day });
        builder.HasOne<BankStatement>().WithMany().HasForeignKey(l => l.StatementId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("bank_line_amount", "\"Amount\" <> 0"));
    }
}

sealed class LedgerMarkMap : IEntityTypeConfiguration<LedgerMark>
{
    public void Configure(EntityTypeBuilder<LedgerMark> builder)
    {
        builder.IsStateful();
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.EntryId).IsUnique();
        builder.HasOne<Entry>().WithOne().HasForeignKey<LedgerMark>(m => m.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<BankLine>().WithMany().HasForeignKey(m => m.LineId).OnDelete(DeleteBehavior.Restrict);
    }
}
