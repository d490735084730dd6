using Komeji.Domain.Reconciliation;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Reconciliation;

sealed class SettlementReportMap : IEntityTypeConfiguration<SettlementReport>
{
    public void Configure(EntityTypeBuilder<SettlementReport> builder)
    {
        builder.IsAggregate();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.ImportedAt);
    }
}

sealed class SettlementLineMap : IEntityTypeConfiguration<SettlementLine>
{
    public void Configure(EntityTypeBuilder<SettlementLine> builder)
    {
        builder.IsStateful();
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Ignore(l => l.Rounding);
        builder.HasIndex(l => new { l.Gateway, l.Day });
        builder.HasIndex(l => new { l.Gateway, l.Transaction });
        builder.HasIndex(l => new { l.State, l.Day });
        builder.HasOne<SettlementReport>().WithMany().HasForeignKey(l => l.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}
