using Komeji.Domain.Ordering;
using Komeji.Domain.Warranties;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Warranties;

sealed class WarrantyCardMap : IEntityTypeConfiguration<WarrantyCard>
{
    public void Configure(EntityTypeBuilder<WarrantyCard> builder)
    {
        builder.ToTable("WarrantyCards", t => t.HasCheckConstraint("warranty_card_pieces", "\"Unit\" > 0 AND \"Pieces\" > 0 AND \"ExtendedDays\" >= 0"));
        builder.IsStateful();
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(WarrantyCard.CodeLength);
        builder.Property(c => c.OrderNumber).HasMaxLength(24);
        builder.Property(c => c.Terms).HasMaxLength(1_000);
        builder.Property(c => c.Serial).HasMaxLength(WarrantyCard.LongestSerial);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => new { c.OrderLineId, c.Unit }).IsUnique();
        builder.HasIndex(c => c.OrderId);
        builder.HasIndex(c => new { c.BuyerId, c.Until });
        builder.HasIndex(c => new { c.StoreId, c.MadeAt });
        builder.HasIndex(c => c.PictureKey).HasFilter("\"PictureKey\" IS NOT NULL");
        builder.HasOne<Order>().WithMany().HasForeignKey(c => c.OrderId);
    }
}

sealed class WarrantyClaimMap : IEntityTypeConfiguration<WarrantyClaim>
{
    public void Configure(EntityTypeBuilder<WarrantyClaim> builder)
    {
        builder.ToTable("WarrantyClaims", t => t.HasCheckConstraint("warranty_claim_pieces", "\"Pieces\" > 0 AND \"AwayDays\" >= 0"));
        builder.IsStateful();
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Number).HasMaxLength(24);
        builder.Property(c => c.Problem).HasMaxLength(WarrantyClaim.LongestProblem);
        builder.Property(c => c.Answer).HasMaxLength(500);
        builder.Property(c => c.Finding).HasMaxLength(WarrantyClaim.LongestFinding);
        builder.Property(c => c.Waybill).HasMaxLength(60);
        builder.Property(c => c.BackWaybill).HasMaxLength(60);
        builder.Property(c => c.Plea).HasMaxLength(500);
        builder.Property(c => c.Ruling).HasMaxLength(500);
        builder.Ignore(c => c.IsOver);
        builder.Property(c => c.DropCode).HasMaxLength(6);
        builder.Ignore(c => c.RunsOut);
        builder.Ignore(c => c.IsLocked);
        builder.HasIndex(c => c.Number).IsUnique();

        // A thing has one claim at a time.
        builder.HasIndex(c => c.CardId).IsUnique().HasFilter("\"EndedAt\" IS NULL").HasDatabaseName("IX_WarrantyClaims_Open");
        builder.HasIndex(c => new { c.CardId, c.BegunAt });
        builder.HasIndex(c => new { c.BuyerId, c.BegunAt });
        builder.HasIndex(c => new { c.StoreId, c.State, c.DueAt });
        builder.HasIndex(c => new { c.State, c.DueAt });
        builder.HasIndex(c => c.OrderLineId);
        builder.HasIndex(c => c.PointId).HasFilter("\"PointId\" IS NOT NULL");
        builder.HasIndex(c => c.RefundId).IsUnique().HasFilter("\"RefundId\" IS NOT NULL");
        builder.HasOne<WarrantyCard>().WithMany().HasForeignKey(c => c.CardId);
        builder.HasMany(c => c.Pictures).WithOne().HasForeignKey(p => p.ClaimId);
    }
}

sealed class ClaimPictureMap : IEntityTypeConfiguration<ClaimPicture>
{
    public void Configure(EntityTypeBuilder<ClaimPicture> builder)
    {
        builder.ToTable("ClaimPictures");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.FileKey).HasMaxLength(80);
        builder.HasIndex(p => p.FileKey);
    }
}
