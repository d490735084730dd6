using System.Text.Json;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Legal;

sealed class LegalVerificationMap : IEntityTypeConfiguration<LegalVerification>
{
    public void Configure(EntityTypeBuilder<LegalVerification> builder)
    {
        builder.ToTable("LegalVerifications");
        builder.IsStateful();
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Region).HasMaxLength(13);
        builder.Property(d => d.Number).HasMaxLength(80);
        builder.Property(d => d.SealedNumber).HasMaxLength(300);
        builder.Property(d => d.NumberIndex).HasMaxLength(64);
        builder.Property(d => d.Issuer).HasMaxLength(120);
        builder.Property(d => d.Reason).HasMaxLength(500);
        builder.Property(d => d.CheckCode).HasMaxLength(20);
        builder.Property(d => d.Fixes).HasMaxLength(4_000).HasConversion(
            fixes => JsonSerializer.Serialize(fixes, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<List<Fix>>(text, JsonSerializerOptions.Default) ?? new List<Fix>(),
            new ValueComparer<IReadOnlyList<Fix>>((a, b) => a!.SequenceEqual(b!), fixes => fixes.Aggregate(0, (hash, fix) => HashCode.Combine(hash, fix)), fixes => fixes));
        builder.Ignore(d => d.CanBeFilledIn);
        builder.HasIndex(d => new { d.State, d.AnswerBy });
        builder.HasIndex(d => new { d.DecidedAt, d.Id, d.State });
        builder.HasIndex(d => new { d.StoreId, d.Kind, d.State });
        builder.HasIndex(d => new { d.State, d.ExpiresOn });
        builder.HasIndex(d => new { d.Kind, d.NumberIndex });
        builder.HasIndex(d => d.OfficerId);
        builder.HasIndex(d => d.CheckCode).IsUnique();
        builder.HasOne<Store>().WithMany().HasForeignKey(d => d.StoreId);
        builder.HasMany(d => d.Scans).WithOne().HasForeignKey(s => s.DocumentId);
    }
}

sealed class ScanMap : IEntityTypeConfiguration<Scan>
{
    public void Configure(EntityTypeBuilder<Scan> builder)
    {
        builder.ToTable("LegalScans");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.FileKey).HasMaxLength(80);
        builder.Property(s => s.Type).HasMaxLength(8);
        builder.HasIndex(s => s.FileKey);
        builder.Ignore(s => s.IsThere);
    }
}

sealed class LegalProfileMap : IEntityTypeConfiguration<LegalProfile>
{
    public void Configure(EntityTypeBuilder<LegalProfile> builder)
    {
        builder.ToTable("LegalProfiles");
        builder.IsAggregate();
        builder.HasKey(p => p.OwnerId);
        builder.Property(p => p.OwnerId).ValueGeneratedNever();
        builder.Property(p => p.NikSealed).HasMaxLength(300);
        builder.Property(p => p.NikIndex).HasMaxLength(64);
        builder.Property(p => p.AccountSealed).HasMaxLength(300);
        builder.Property(p => p.AccountIndex).HasMaxLength(64);
        builder.Property(p => p.NextAccountSealed).HasMaxLength(300);
        builder.Property(p => p.NextAccountIndex).HasMaxLength(64);
        builder.Property(p => p.ShopDescription).IsLong(2_000);
        builder.Property(p => p.CourierServices).HasMaxLength(500);
        builder.HasIndex(p => p.NikIndex).IsUnique().HasFilter("\"NikIndex\" <> ''");
        builder.HasIndex(p => p.AccountIndex).IsUnique().HasFilter("\"AccountIndex\" <> ''");
        builder.Ignore(p => p.HasOwner);
        builder.Ignore(p => p.HasBusiness);
        builder.Ignore(p => p.HasPlace);
        builder.Ignore(p => p.HasShop);
        builder.Ignore(p => p.HasBank);
        builder.Ignore(p => p.AccountName);
    }
}

sealed class OfficeAnswerMap : IEntityTypeConfiguration<OfficeAnswer>
{
    public void Configure(EntityTypeBuilder<OfficeAnswer> builder)
    {
        builder.ToTable("OfficeAnswers");
        builder.Property(a => a.Region).HasMaxLength(13);
        builder.HasIndex(a => a.At);
    }
}

sealed class DataAccessMap : IEntityTypeConfiguration<DataAccess>
{
    public void Configure(EntityTypeBuilder<DataAccess> builder)
    {
        builder.ToTable("DataAccesses");
        builder.Property(a => a.Role).HasMaxLength(40);
        builder.Property(a => a.What).HasMaxLength(40);
        builder.Property(a => a.Why).HasMaxLength(300);
        builder.HasIndex(a => new { a.DocumentId, a.Id });
    }
}
