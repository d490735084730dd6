using Komeji.Domain.Ledger;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Ledger;

sealed class LedgerDayMap : IEntityTypeConfiguration<LedgerDay>
{
    public void Configure(EntityTypeBuilder<LedgerDay> builder)
    {
        builder.HasKey(d => d.Day);
        builder.Property(d => d.Day).ValueGeneratedNever();
        builder.Property(d => d.Before).HasMaxLength(64);
        builder.Property(d => d.Hash).HasMaxLength(64);
    }
}

sealed class DayTotalMap : IEntityTypeConfiguration<DayTotal>
{
    public void Configure(EntityTypeBuilder<DayTotal> builder)
    {
        builder.HasKey(t => new { t.Day, t.Account, t.AccountKey });
        builder.Property(t => t.Account).ValueGeneratedNever();
        builder.Property(t => t.AccountKey).HasMaxLength(80);
    }
}

sealed class KeyBalanceMap : IEntityTypeConfiguration<KeyBalance>
{
    public void Configure(EntityTypeBuilder<KeyBalance> builder)
    {
        builder.HasKey(b => new { b.Account, b.AccountKey });
        builder.Property(b => b.Account).ValueGeneratedNever();
        builder.Property(b => b.AccountKey).HasMaxLength(80);
    }
}

sealed class LedgerRunMap : IEntityTypeConfiguration<LedgerRun>
{
    public void Configure(EntityTypeBuilder<LedgerRun> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.StartedAt);
        builder.HasMany(r => r.Checks).WithOne().HasForeignKey(c => c.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class LedgerRunCheckMap : IEntityTypeConfiguration<LedgerRunCheck>
{
    public void Configure(EntityTypeBuilder<LedgerRunCheck> builder)
    {
        builder.ToTable("LedgerRunChecks");
        builder.HasKey(c => new { c.RunId, c.Number });
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.Property(c => c.Detail).IsLong(LedgerRunCheck.LongestDetail);
    }
}
