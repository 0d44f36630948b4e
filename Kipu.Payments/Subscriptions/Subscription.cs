using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Payments;

/// <summary>A subscription, as the provider last showed it. Without an organization until its code has made one.</summary>
internal sealed class Subscription
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CheckoutId { get; init; }
    public Guid? OrganizationId { get; private set; }
    public required string Provider { get; init; }
    public required string ProviderSubscriptionId { get; init; }
    public required string ProviderCustomerId { get; init; }
    public Plan Plan { get; private set; }
    public SubscriptionStatus Status { get; private set; }
    public DateTimeOffset CurrentPeriodStart { get; private set; }
    public DateTimeOffset CurrentPeriodEnd { get; private set; }
    public bool CancelAtPeriodEnd { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Subscription Of(Checkout checkout, SubscriptionSnapshot snapshot) => new()
    {
        CheckoutId = checkout.Id,
        OrganizationId = checkout.OrganizationId,
        Provider = checkout.Provider,
        ProviderSubscriptionId = snapshot.Id,
        ProviderCustomerId = snapshot.CustomerId,
    };

    /// <returns>False when it is so already, or has ended: an ended one does not come back.</returns>
    public bool TryFollow(SubscriptionSnapshot snapshot, DateTimeOffset now)
    {
        if (Status == SubscriptionStatus.Cancelled || snapshot.Status is not { } status) return false;
        var next = (snapshot.Plan, status, snapshot.PeriodStart, snapshot.PeriodEnd, snapshot.CancelAtPeriodEnd);
        if (next == (Plan, Status, CurrentPeriodStart, CurrentPeriodEnd, CancelAtPeriodEnd)) return false;
        (Plan, Status, CurrentPeriodStart, CurrentPeriodEnd, CancelAtPeriodEnd) = next;
        UpdatedAt = now;
        return true;
    }

    public void GiveTo(Guid organizationId) => OrganizationId ??= organizationId;

    public SubscriptionChanged ToChange(DateTimeOffset now) => new(Id, OrganizationId, Plan, Status, CurrentPeriodEnd, CancelAtPeriodEnd, now);

    public SubscriptionInfo ToInfo() => new(Plan, Status, CurrentPeriodStart, CurrentPeriodEnd, CancelAtPeriodEnd);
}

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("subscriptions");
        builder.Property(s => s.Provider).HasMaxLength(20);
        builder.Property(s => s.ProviderSubscriptionId).HasMaxLength(255);
        builder.Property(s => s.ProviderCustomerId).HasMaxLength(255);
        builder.Property(s => s.Plan).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Status).HasConversion<string>().HasMaxLength(20);
        // One row for each subscription of the provider, however many webhooks tell of it at once.
        builder.HasIndex(s => new { s.Provider, s.ProviderSubscriptionId }).IsUnique();
        builder.HasIndex(s => s.CheckoutId).IsUnique();
        // Nobody pays for two subscriptions of one organization.
        builder.HasIndex(s => s.OrganizationId).IsUnique().HasFilter("organization_id is not null and status <> 'Cancelled'");
        builder.HasOne<Checkout>().WithMany().HasForeignKey(s => s.CheckoutId).OnDelete(DeleteBehavior.Restrict);
    }
}
