using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Promotions;
using Komeji.Domain.Stores;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Promotions;

sealed class VoucherMap : IEntityTypeConfiguration<Voucher>
{
    public void Configure(EntityTypeBuilder<Voucher> builder)
    {
        builder.IsStateful();
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Code).HasMaxLength(VoucherTerms.LongestCode);
        builder.Property(v => v.Title).HasMaxLength(VoucherTerms.LongestTitle);
        builder.Property(v => v.Reason).HasMaxLength(500);
        builder.Ignore(v => v.IsOfShopAlone);
        builder.Ignore(v => v.IsShared);
        builder.Ignore(v => v.HasFund);
        builder.HasIndex(v => v.Code).IsUnique();
        builder.HasIndex(v => new { v.StoreId, v.MadeAt });
        builder.HasIndex(v => new { v.State, v.EndsAt });
        builder.HasIndex(v => v.MadeAt);
        builder.HasOne<Store>().WithMany().HasForeignKey(v => v.StoreId).OnDelete(DeleteBehavior.Restrict);

        // Of two that take the last place or the last rupiah the second is refused, whatever the code above forgets.
        builder.ToTable(t => t.HasCheckConstraint("voucher_places", "\"Taken\" >= 0 AND \"Taken\" <= \"Quota\""));
        builder.ToTable(t => t.HasCheckConstraint("voucher_fund", "\"Committed\" >= 0 AND \"Committed\" <= \"Budget\" AND \"Funded\" >= 0"));
        builder.ToTable(t => t.HasCheckConstraint("voucher_two_officers", $"\"OfShop\" = {BasisPoints.Whole} OR \"ActivatedBy\" IS NULL OR \"ActivatedBy\" <> \"MadeBy\""));
        builder.ToTable(t => t.HasCheckConstraint("voucher_shop", "\"OfShop\" >= 0 AND (\"OfShop\" = 0 OR \"StoreId\" IS NOT NULL)"));
    }
}

sealed class VoucherUseMap : IEntityTypeConfiguration<VoucherUse>
{
    public void Configure(EntityTypeBuilder<VoucherUse> builder)
    {
        builder.IsStateful();
        builder.HasKey(u => u.PurchaseId);
        builder.Property(u => u.PurchaseId).ValueGeneratedNever();
        builder.HasIndex(u => new { u.VoucherId, u.TakenAt });
        builder.HasIndex(u => new { u.VoucherId, u.BuyerId });
        builder.HasOne<Voucher>().WithMany().HasForeignKey(u => u.VoucherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Purchase>().WithOne().HasForeignKey<VoucherUse>(u => u.PurchaseId);
        builder.ToTable(t => t.HasCheckConstraint("voucher_use_parts", "\"OfShop\" >= 0 AND \"OfCooperative\" >= 0 AND \"OfShop\" + \"OfCooperative\" > 0"));
    }
}
