using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Ledger;

sealed class CashFeeMap : IEntityTypeConfiguration<CashFee>
{
    public void Configure(EntityTypeBuilder<CashFee> builder)
    {
        builder.ToTable("CashFees", t => t.HasCheckConstraint("cash_fee_collected", "\"Collected\" >= 0 AND \"Collected\" <= \"Fee\" + \"Vat\" AND \"Fee\" >= 0 AND \"Vat\" >= 0"));
        builder.IsStateful();
        builder.HasKey(f => f.OrderId);
        builder.Property(f => f.OrderId).ValueGeneratedNever();
        builder.HasIndex(f => new { f.StoreId, f.State, f.DueAt });
        builder.HasIndex(f => new { f.State, f.DueAt });
        builder.Ignore(f => f.Owed);
        builder.Ignore(f => f.Open);
        builder.Ignore(f => f.FeeCollected);
        builder.HasOne<Order>().WithOne().HasForeignKey<CashFee>(f => f.OrderId);
    }
}
