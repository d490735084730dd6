using Komeji.Domain.Payouts;
using Komeji.Domain.Stores;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Payouts;

/// <summary>That one officer prepares and another approves, the database asks for as well: on both engines.</summary>
sealed class PayoutMap : IEntityTypeConfiguration<Payout>
{
    public void Configure(EntityTypeBuilder<Payout> builder)
    {
        builder.ToTable("Payouts", t =>
        {
            t.HasCheckConstraint("payout_amount", "\"Amount\" > 0");
            t.HasCheckConstraint("payout_two_officers", "\"ApprovedBy\" IS NULL OR (\"PreparedBy\" IS NOT NULL AND \"ApprovedBy\" <> \"PreparedBy\")");
            t.HasCheckConstraint("payout_approved", "\"ApprovedBy\" IS NOT NULL OR \"State\" NOT IN ('Approved', 'Processing', 'Succeeded', 'NeedsCheck', 'Failed', 'Returned')");
        });
        builder.IsStateful();
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Number).HasMaxLength(30);
        builder.Property(p => p.AccountSealed).HasMaxLength(300);
        builder.Property(p => p.AccountIndex).HasMaxLength(64);
        builder.Property(p => p.Appeal).HasMaxLength(500);
        builder.HasIndex(p => p.Number).IsUnique();
        builder.HasIndex(p => new { p.StoreId, p.RequestedAt });
        builder.HasIndex(p => new { p.State, p.RequestedAt });
        builder.HasIndex(p => new { p.StoreId, p.WeeklyFor }).IsUnique().HasFilter("\"WeeklyFor\" IS NOT NULL");
        builder.Ignore(p => p.IsOnTheWay);
        builder.Ignore(p => p.IsWithBank);
        builder.Ignore(p => p.IsWithProvider);
        builder.Ignore(p => p.AwaitsName);
        builder.Ignore(p => p.IsPaidTwice);
        builder.Ignore(p => p.IsOwed);
        builder.Property(p => p.NameAtBank).HasMaxLength(100).HasDefaultValue("");
        builder.HasOne<Store>().WithMany().HasForeignKey(p => p.StoreId);
        builder.HasMany(p => p.Attempts).WithOne().HasForeignKey(a => a.PayoutId);
    }
}

/// <summary>Its state is a token: of workers that take a try to the provider at once one gets it.</summary>
sealed class PayoutAttemptMap : IEntityTypeConfiguration<PayoutAttempt>
{
    public void Configure(EntityTypeBuilder<PayoutAttempt> builder)
    {
        builder.ToTable("PayoutAttempts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Reference).HasMaxLength(60);
        builder.Property(a => a.Provider).HasMaxLength(30).HasDefaultValue("");
        builder.Property(a => a.State).IsConcurrencyToken();
        builder.Ignore(a => a.IsOfProvider);
        builder.HasIndex(a => a.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
        builder.HasIndex(a => new { a.PayoutId, a.Number }).IsUnique();
        builder.HasIndex(a => a.FileId);
        builder.HasOne<PayoutFile>().WithMany().HasForeignKey(a => a.FileId);
    }
}

sealed class PayoutFileMap : IEntityTypeConfiguration<PayoutFile>
{
    public void Configure(EntityTypeBuilder<PayoutFile> builder)
    {
        builder.ToTable("PayoutFiles");
        builder.IsStateful();
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Number).HasMaxLength(30);
        builder.Property(f => f.Provider).HasMaxLength(30).HasDefaultValue("");
        builder.Ignore(f => f.IsForProvider);
        builder.HasIndex(f => f.Number).IsUnique();
        builder.HasIndex(f => f.MadeAt);
    }
}

sealed class PayoutPlanMap : IEntityTypeConfiguration<PayoutPlan>
{
    public void Configure(EntityTypeBuilder<PayoutPlan> builder)
    {
        builder.ToTable("PayoutPlans");
        builder.IsStateful();
        builder.HasKey(p => p.StoreId);
        builder.Property(p => p.StoreId).ValueGeneratedNever();
        builder.Property(p => p.ReturnedAccount).HasMaxLength(64);
        builder.HasIndex(p => p.Day);
        builder.HasOne<Store>().WithOne().HasForeignKey<PayoutPlan>(p => p.StoreId);
    }
}
