using Komeji.Domain.Complaints;
using Komeji.Domain.Ordering;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Complaints;

sealed class ComplaintMap : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.IsStateful();
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Number).HasMaxLength(24);
        builder.Property(c => c.OrderNumber).HasMaxLength(24);
        builder.Property(c => c.Story).HasMaxLength(Complaint.LongestStory);
        builder.Property(c => c.HeldUp).HasMaxLength(300);
        builder.Ignore(c => c.IsOpen);
        builder.Ignore(c => c.Outcome);
        builder.Ignore(c => c.FreightUncovered);
        builder.Ignore(c => c.Current);
        builder.Ignore(c => c.Decision);
        builder.Ignore(c => c.Turn);
        builder.Ignore(c => c.OnSilence);
        builder.HasIndex(c => c.Number).IsUnique();

        // The lists of a buyer and of a shop, the officers' queue by its deadline and each officer's own, all and those of a kind by their age, by
        // the order's number, and the clocks.
        builder.HasIndex(c => new { c.BuyerId, c.SubmittedAt });
        builder.HasIndex(c => new { c.StoreId, c.State, c.SubmittedAt });
        builder.HasIndex(c => new { c.StoreId, c.SubmittedAt });
        builder.HasIndex(c => new { c.State, c.DueAt });
        builder.HasIndex(c => new { c.State, c.SubmittedAt });
        builder.HasIndex(c => new { c.ClaimedBy, c.DueAt }).HasFilter("\"ClaimedBy\" IS NOT NULL");
        builder.HasIndex(c => c.OrderNumber);
        builder.HasIndex(c => new { c.SubmittedAt, c.Id });
        builder.HasIndex(c => c.DueAt);
        builder.HasIndex(c => new { c.OrderId, c.State });

        // Of two submitted at once the second loses; and there is one draft to go on with.
        builder.HasIndex(c => c.OrderId, "ComplaintOpenOnce").IsUnique().HasFilter("\"State\" NOT IN ('Draft', 'Resolved', 'ClosedNoReply', 'Cancelled', 'Referred')");
        builder.HasIndex(c => c.OrderId, "ComplaintDraftOnce").IsUnique().HasFilter("\"State\" = 'Draft'");
        builder.HasIndex(c => c.OutcomeId).IsUnique().HasFilter("\"OutcomeId\" IS NOT NULL");
        builder.HasIndex(c => c.RefundId).IsUnique().HasFilter("\"RefundId\" IS NOT NULL");
        builder.HasOne<Order>().WithMany().HasForeignKey(c => c.OrderId);
        builder.HasMany(c => c.Items).WithOne().HasForeignKey(i => i.ComplaintId);
        builder.HasMany(c => c.Offers).WithOne().HasForeignKey(o => o.ComplaintId);
        builder.HasMany(c => c.Posts).WithOne().HasForeignKey(p => p.ComplaintId);
        builder.HasMany(c => c.Pictures).WithOne().HasForeignKey(p => p.ComplaintId);
    }
}

sealed class ComplaintItemMap : IEntityTypeConfiguration<ComplaintItem>
{
    public void Configure(EntityTypeBuilder<ComplaintItem> builder)
    {
        builder.ToTable("ComplaintItems", t => t.HasCheckConstraint("complaint_item_parts", "\"Quantity\" > 0 AND \"Most\" >= 0 AND (\"Accepted\" IS NULL OR (\"Accepted\" >= 0 AND \"Accepted\" <= \"Quantity\"))"));
        builder.HasKey(i => new { i.ComplaintId, i.OrderLineId });
        builder.HasIndex(i => i.OrderLineId);
    }
}

sealed class ComplaintOfferMap : IEntityTypeConfiguration<ComplaintOffer>
{
    public void Configure(EntityTypeBuilder<ComplaintOffer> builder)
    {
        builder.ToTable("ComplaintOffers", t => t.HasCheckConstraint("complaint_offer_bearers", "\"SellerPercent\" >= 0 AND \"CourierPercent\" >= 0 AND \"PlatformPercent\" >= 0 AND \"BuyerPercent\" >= 0 AND \"CommunityPercent\" >= 0 AND \"SellerPercent\" + \"CourierPercent\" + \"PlatformPercent\" + \"BuyerPercent\" + \"CommunityPercent\" = 100"));
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Reason).HasMaxLength(Complaint.LongestStory);
        builder.Property(o => o.ByRole).HasMaxLength(40);
        builder.Ignore(o => o.Loss);
        builder.Ignore(o => o.Liability);
        builder.Ignore(o => o.Back);
        builder.Ignore(o => o.IsDecision);
        builder.HasIndex(o => new { o.ComplaintId, o.Number }).IsUnique();
        builder.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OfferId);
    }
}

sealed class ComplaintOfferLineMap : IEntityTypeConfiguration<ComplaintOfferLine>
{
    public void Configure(EntityTypeBuilder<ComplaintOfferLine> builder)
    {
        builder.ToTable("ComplaintOfferLines", t => t.HasCheckConstraint("complaint_offer_line_amount", "\"Amount\" > 0"));
        builder.HasKey(l => new { l.OfferId, l.OrderLineId });
    }
}

sealed class ComplaintPostMap : IEntityTypeConfiguration<ComplaintPost>
{
    public void Configure(EntityTypeBuilder<ComplaintPost> builder)
    {
        builder.ToTable("ComplaintPosts");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Text).HasMaxLength(ComplaintPost.Longest);
        builder.Property(p => p.ByRole).HasMaxLength(40);
        builder.HasIndex(p => new { p.ComplaintId, p.At });
    }
}

sealed class ComplaintPictureMap : IEntityTypeConfiguration<ComplaintPicture>
{
    public void Configure(EntityTypeBuilder<ComplaintPicture> builder)
    {
        builder.ToTable("ComplaintPictures");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.FileKey);
    }
}

sealed class ComplaintScrapMap : IEntityTypeConfiguration<ComplaintScrap>
{
    public void Configure(EntityTypeBuilder<ComplaintScrap> builder)
    {
        builder.HasKey(s => new { s.ComplaintId, s.PersonId });
        builder.Property(s => s.Text).IsLong(ComplaintScrap.Longest);
        builder.HasOne<Complaint>().WithMany().HasForeignKey(s => s.ComplaintId);
    }
}
