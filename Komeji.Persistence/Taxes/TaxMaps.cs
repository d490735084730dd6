using Komeji.Domain.Stores;
using Komeji.Domain.Taxes;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Taxes;

sealed class TaxRuleMap : IEntityTypeConfiguration<TaxRule>
{
    public void Configure(EntityTypeBuilder<TaxRule> builder)
    {
        builder.Ignore(r => r.Effective);
        builder.Property(r => r.Reason).HasMaxLength(500);
        builder.HasIndex(r => new { r.Kind, r.From });
        builder.ToTable(t => t.HasCheckConstraint("tax_rule_base", "\"Rate\" >= 0 AND \"BaseNumerator\" > 0 AND \"BaseNumerator\" <= \"BaseDenominator\""));
    }
}

sealed class TaxDutyMap : IEntityTypeConfiguration<TaxDuty>
{
    public void Configure(EntityTypeBuilder<TaxDuty> builder)
    {
        builder.Property(d => d.Reason).HasMaxLength(500);
        builder.HasIndex(d => new { d.Kind, d.From });
    }
}

sealed class SellerTaxPaperMap : IEntityTypeConfiguration<SellerTaxPaper>
{
    public void Configure(EntityTypeBuilder<SellerTaxPaper> builder)
    {
        builder.Property(p => p.Number).HasMaxLength(60);
        builder.Property(p => p.Note).HasMaxLength(500);
        builder.HasIndex(p => new { p.StoreId, p.Year });
        builder.HasOne<Store>().WithMany().HasForeignKey(p => p.StoreId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class TaxRemittanceMap : IEntityTypeConfiguration<TaxRemittance>
{
    public void Configure(EntityTypeBuilder<TaxRemittance> builder)
    {
        builder.IsStateful();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Of);
        builder.Property(r => r.Month).HasMaxLength(7);
        builder.Property(r => r.Ntpn).HasMaxLength(TaxRemittance.NtpnLength);

        // One on its way, and each number once: two officers who prepare at once cannot both.
        builder.HasIndex(r => new { r.Tax, r.Month, r.Number }).IsUnique().HasFilter("\"State\" <> 'Dropped'");
        builder.HasIndex(r => r.Ntpn).IsUnique().HasFilter("\"Ntpn\" IS NOT NULL");
        builder.ToTable(t => t.HasCheckConstraint("tax_remittance_amount", "\"Amount\" > 0"));
        builder.ToTable(t => t.HasCheckConstraint("tax_remittance_two_officers", "\"ConfirmedBy\" IS NULL OR \"ConfirmedBy\" <> \"PreparedBy\""));
        builder.ToTable(t => t.HasCheckConstraint("tax_remittance_paid", "(\"State\" = 'Confirmed') = (\"ConfirmedBy\" IS NOT NULL AND \"Ntpn\" IS NOT NULL AND \"PaidOn\" IS NOT NULL)"));
    }
}
