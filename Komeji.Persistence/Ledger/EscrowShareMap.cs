using Komeji.Domain.Ledger;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Ledger;

sealed class EscrowShareMap : IEntityTypeConfiguration<EscrowShare>
{
    public void Configure(EntityTypeBuilder<EscrowShare> builder)
    {
        builder.IsStateful();
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.OrderId).IsUnique();
        builder.ToTable(t => t.HasCheckConstraint("escrow_remaining", "\"Remaining\" >= 0 AND \"Remaining\" <= \"Paid\""));
        builder.ToTable(t => t.HasCheckConstraint("escrow_voucher", "\"Voucher\" >= 0 AND \"Voucher\" <= \"Paid\""));
    }
}
