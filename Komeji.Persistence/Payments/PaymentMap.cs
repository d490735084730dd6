using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Payments;

sealed class PaymentMap : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.IsStateful();
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.PurchaseId).IsUnique();
        builder.HasIndex(p => new { p.State, p.CreatedAt });
        builder.HasIndex(p => p.HoldsWrongMoney).HasFilter("\"HoldsWrongMoney\"");
        builder.Ignore(p => p.OpenAttempt);
        builder.Ignore(p => p.IsClosed);
        builder.HasOne<Purchase>().WithOne().HasForeignKey<Payment>(p => p.PurchaseId);
        builder.HasMany(p => p.Attempts).WithOne().HasForeignKey(a => a.PaymentId);
    }
}

sealed class PaymentAttemptMap : IEntityTypeConfiguration<PaymentAttempt>
{
    public void Configure(EntityTypeBuilder<PaymentAttempt> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.PayAddress).HasMaxLength(2_000);
        builder.Ignore(a => a.IsOpen);
        builder.HasIndex(a => new { a.State, a.AskAt });
        builder.HasIndex(a => a.AwaitsCost).HasFilter("\"AwaitsCost\"");
    }
}

sealed class PaymentEventMap : IEntityTypeConfiguration<PaymentEvent>
{
    public void Configure(EntityTypeBuilder<PaymentEvent> builder)
    {
        builder.HasIndex(e => new { e.Gateway, e.EventId }).IsUnique();
        builder.HasIndex(e => new { e.Outcome, e.DueAt });
        builder.Property(e => e.Body).IsLong(70_000);
        builder.Property(e => e.Note).HasMaxLength(500);
        builder.Property(e => e.ClosingReason).HasMaxLength(500);
    }
}

sealed class DisputeMap : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.IsStateful();
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.IsOver);
        builder.Ignore(d => d.BackToCooperative);
        builder.Ignore(d => d.NextProviderDispute);
        builder.HasIndex(d => new { d.Gateway, d.ProviderDispute }).IsUnique();
        builder.HasIndex(d => d.ProviderPayment);
        builder.HasIndex(d => d.PurchaseId);
        builder.HasIndex(d => new { d.State, d.OpenedAt });
        builder.HasMany(d => d.Claims).WithOne().HasForeignKey(c => c.DisputeId);
        builder.ToTable(t => t.HasCheckConstraint("dispute_unsettled", "\"Unsettled\" >= 0"));
    }
}

sealed class DisputeClaimMap : IEntityTypeConfiguration<DisputeClaim>
{
    public void Configure(EntityTypeBuilder<DisputeClaim> builder)
    {
        builder.HasKey(c => new { c.DisputeId, c.OrderId });
        builder.Ignore(c => c.Held);
        builder.Ignore(c => c.Taken);
        builder.HasIndex(c => c.OrderId);
        builder.HasIndex(c => c.StoreId);
        builder.Property(c => c.TaxMonth).HasMaxLength(7);
        builder.ToTable(t => t.HasCheckConstraint("dispute_claim_parts", "\"Amount\" > 0 AND \"Goods\" >= 0 AND \"Goods\" <= \"Amount\""));
    }
}

sealed class RefundMap : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.IsStateful();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.OrderId);
        builder.HasIndex(r => r.PurchaseId);
        builder.HasIndex(r => new { r.State, r.DueAt });
        builder.HasIndex(r => r.VoucherId).HasFilter("\"VoucherId\" IS NOT NULL");
        builder.Ignore(r => r.Rest);
        builder.HasIndex(r => r.ProviderPayment);
        builder.ToTable(t => t.HasCheckConstraint("refund_amount", "\"Amount\" >= 0 AND \"Voucher\" >= 0 AND \"Amount\" + \"Voucher\" > 0"));
        builder.ToTable(t => t.HasCheckConstraint("refund_settled", "\"Settled\" >= 0 AND \"Settled\" <= \"Amount\""));
    }
}

sealed class RefundDecisionMap : IEntityTypeConfiguration<RefundDecision>
{
    public void Configure(EntityTypeBuilder<RefundDecision> builder)
    {
        builder.IsAggregate();
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.OfShop);
        builder.Ignore(d => d.Reversed);
        builder.HasIndex(d => d.OrderId);
        builder.HasIndex(d => d.PurchaseId);
        builder.HasIndex(d => d.StoreId);
        builder.Property(d => d.Reason).HasMaxLength(500);
        builder.Property(d => d.DecidedAs).HasMaxLength(40);
        builder.Property(d => d.TaxMonth).HasMaxLength(7);
        builder.Property(d => d.OfBuyer).HasDefaultValue(0);
        builder.HasMany(d => d.Lines).WithOne().HasForeignKey(l => l.RefundId);
        builder.HasMany(d => d.Shares).WithOne().HasForeignKey(s => s.RefundId);
        builder.ToTable(t => t.HasCheckConstraint("refund_decision_parts", "\"Amount\" > 0 AND \"Shipping\" >= 0 AND \"Shipping\" <= \"Amount\" AND \"ShippingOfShop\" >= 0 AND \"ShippingOfShop\" <= \"Shipping\" AND \"VoucherOfShop\" >= 0 AND \"VoucherOfShop\" <= \"Amount\""));
    }
}

sealed class RefundLineMap : IEntityTypeConfiguration<RefundLine>
{
    public void Configure(EntityTypeBuilder<RefundLine> builder)
    {
        builder.ToTable("RefundLines", t => t.HasCheckConstraint("refund_line_parts", "\"Amount\" > 0 AND \"OfShop\" >= 0 AND \"OfShop\" <= \"Amount\""));
        builder.HasKey(l => new { l.RefundId, l.OrderLineId });
        builder.HasIndex(l => l.OrderLineId);
    }
}

sealed class RefundShareMap : IEntityTypeConfiguration<RefundShare>
{
    public void Configure(EntityTypeBuilder<RefundShare> builder)
    {
        builder.ToTable("RefundShares", t => t.HasCheckConstraint("refund_share_parts", "\"Percent\" > 0 AND \"Percent\" <= 100 AND \"Amount\" >= 0 AND \"Goods\" >= 0 AND \"Goods\" <= \"Amount\""));
        builder.HasKey(s => new { s.RefundId, s.Bearer });
    }
}

/// <summary>That one officer asks and another approves, the database asks for as well: on both engines.</summary>
sealed class MoneyApprovalMap : IEntityTypeConfiguration<MoneyApproval>
{
    public void Configure(EntityTypeBuilder<MoneyApproval> builder)
    {
        builder.ToTable("MoneyApprovals", t =>
        {
            t.HasCheckConstraint("money_approval_amount", "\"Amount\" > 0");
            t.HasCheckConstraint("money_approval_two_officers", "\"State\" <> 'Approved' OR (\"DecidedBy\" IS NOT NULL AND \"DecidedBy\" <> \"AskedBy\")");
            t.HasCheckConstraint("money_approval_decided", "(\"State\" = 'Waiting') = (\"DecidedBy\" IS NULL)");
        });
        builder.IsStateful();
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.Asker);
        builder.Ignore(a => a.Shop);
        builder.Property(a => a.Number).HasMaxLength(MoneyWish.LongestNumber);
        builder.Property(a => a.AskedAs).HasMaxLength(40);
        builder.Property(a => a.Reason).HasMaxLength(500);
        builder.Property(a => a.Answer).HasMaxLength(500);
        builder.Property(a => a.Details).IsLong(8_000);
        builder.Property(a => a.Seen).HasMaxLength(1_000);
        builder.HasIndex(a => new { a.State, a.AskedAt });
        builder.HasIndex(a => new { a.Act, a.SubjectId }).IsUnique().HasFilter("\"State\" = 'Waiting'");
        builder.HasIndex(a => a.SubjectId);
    }
}

sealed class ClaimPaymentMap : IEntityTypeConfiguration<ClaimPayment>
{
    public void Configure(EntityTypeBuilder<ClaimPayment> builder)
    {
        builder.ToTable("ClaimPayments", t => t.HasCheckConstraint("claim_payment_amount", "\"Amount\" > 0"));
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Reference).HasMaxLength(40);
        builder.HasIndex(p => p.RefundId);
        builder.HasIndex(p => new { p.RefundId, p.Reference }).IsUnique();
        builder.HasIndex(p => new { p.Account, p.Reference }).IsUnique();
        builder.HasOne<RefundDecision>().WithMany().HasForeignKey(p => p.RefundId);
    }
}

sealed class ShopPaymentMap : IEntityTypeConfiguration<ShopPayment>
{
    public void Configure(EntityTypeBuilder<ShopPayment> builder)
    {
        builder.ToTable("ShopPayments", t => t.HasCheckConstraint("shop_payment_amount", "\"Amount\" > 0"));
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Reference).HasMaxLength(40);
        builder.HasIndex(p => p.StoreId);
        builder.HasIndex(p => new { p.Account, p.Reference }).IsUnique();
    }
}

sealed class RefundAccountMap : IEntityTypeConfiguration<RefundAccount>
{
    public void Configure(EntityTypeBuilder<RefundAccount> builder)
    {
        builder.IsAggregate();
        builder.HasKey(a => a.RefundId);
        builder.Property(a => a.RefundId).ValueGeneratedNever();
        builder.Property(a => a.Bank).HasMaxLength(40);
        builder.Property(a => a.NumberSealed).HasMaxLength(300);
        builder.Ignore(a => a.IsKnown);
        builder.Ignore(a => a.Shown);
        builder.HasIndex(a => a.BuyerId);
    }
}
