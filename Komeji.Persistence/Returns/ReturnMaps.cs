using Komeji.Domain.Returns;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Returns;

sealed class GoodsReturnMap : IEntityTypeConfiguration<GoodsReturn>
{
    public void Configure(EntityTypeBuilder<GoodsReturn> builder)
    {
        builder.ToTable("GoodsReturns", t => t.HasCheckConstraint("return_freight", "\"FreightPaid\" >= 0"));
        builder.IsStateful();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Number).HasMaxLength(24);
        builder.Property(r => r.CauseNumber).HasMaxLength(24);
        builder.Property(r => r.DropCode).HasMaxLength(6);
        builder.Property(r => r.FetchCode).HasMaxLength(6);
        builder.Property(r => r.ShortReason).HasMaxLength(500);
        builder.Property(r => r.Objection).HasMaxLength(500);
        builder.Ignore(r => r.IsLocked);
        builder.Ignore(r => r.Offered);
        builder.Ignore(r => r.FreightBack);
        builder.Ignore(r => r.FreightOwed);
        builder.Ignore(r => r.IsAtPoint);
        builder.HasIndex(r => r.Number).IsUnique();

        // One outcome opens one return.
        builder.HasIndex(r => new { r.Cause, r.CauseId }).IsUnique();
        builder.HasIndex(r => r.OrderId);
        builder.HasIndex(r => new { r.BuyerId, r.OpenedAt });
        builder.HasIndex(r => new { r.StoreId, r.State, r.OpenedAt });
        builder.HasIndex(r => new { r.State, r.OpenedAt });
        builder.HasIndex(r => r.PointId).HasFilter("\"PointId\" IS NOT NULL");
        builder.HasIndex(r => r.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
        builder.HasIndex(r => r.FreightProof).HasFilter("\"FreightProof\" IS NOT NULL");
        builder.HasMany(r => r.Lines).WithOne().HasForeignKey(l => l.GoodsReturnId);
        builder.HasMany(r => r.Photos).WithOne().HasForeignKey(p => p.GoodsReturnId);
    }
}

sealed class ReturnLineMap : IEntityTypeConfiguration<ReturnLine>
{
    public void Configure(EntityTypeBuilder<ReturnLine> builder)
    {
        builder.ToTable("ReturnLines", t => t.HasCheckConstraint("return_line_counts", "\"Pieces\" > 0 AND \"Sellable\" >= 0 AND \"Unsellable\" >= 0 AND \"Sellable\" + \"Unsellable\" <= \"Pieces\" AND \"Offered\" >= 0 AND \"Offered\" <= \"Agreed\""));
        builder.HasKey(l => new { l.GoodsReturnId, l.OrderLineId });
        builder.Ignore(l => l.Accepted);
        builder.HasIndex(l => l.OrderLineId);
    }
}

sealed class ReturnPhotoMap : IEntityTypeConfiguration<ReturnPhoto>
{
    public void Configure(EntityTypeBuilder<ReturnPhoto> builder)
    {
        builder.ToTable("ReturnPhotos");
        builder.HasKey(p => new { p.GoodsReturnId, p.Place });
        builder.Property(p => p.Place).ValueGeneratedNever();
        builder.HasIndex(p => p.FileKey);
    }
}

sealed class ReplacementMap : IEntityTypeConfiguration<Replacement>
{
    public void Configure(EntityTypeBuilder<Replacement> builder)
    {
        builder.ToTable("Replacements");
        builder.IsStateful();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Number).HasMaxLength(24);
        builder.Property(r => r.CauseNumber).HasMaxLength(24);
        builder.Property(r => r.Code).HasMaxLength(6);
        builder.Ignore(r => r.IsLocked);
        builder.Ignore(r => r.GoesByHand);
        builder.Ignore(r => r.Pieces);
        builder.HasIndex(r => r.Number).IsUnique();

        // One outcome sends each kind once.
        builder.HasIndex(r => new { r.Cause, r.CauseId, r.Kind }).IsUnique();
        builder.HasIndex(r => r.OrderId);
        builder.HasIndex(r => new { r.BuyerId, r.OpenedAt });
        builder.HasIndex(r => new { r.StoreId, r.State, r.OpenedAt });
        builder.HasIndex(r => new { r.State, r.OpenedAt });
        builder.HasIndex(r => r.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
        builder.HasMany(r => r.Lines).WithOne().HasForeignKey(l => l.ReplacementId);
    }
}

sealed class ReplacementLineMap : IEntityTypeConfiguration<ReplacementLine>
{
    public void Configure(EntityTypeBuilder<ReplacementLine> builder)
    {
        builder.ToTable("ReplacementLines", t => t.HasCheckConstraint("replacement_pieces", "\"Pieces\" > 0"));
        builder.HasKey(l => new { l.ReplacementId, l.OrderLineId });
        builder.HasIndex(l => l.OrderLineId);
    }
}
