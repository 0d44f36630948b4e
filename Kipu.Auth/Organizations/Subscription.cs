using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>What Auth last heard of a subscription. An organization can have several after one another, and their news may cross.</summary>
internal sealed class Subscription : ITenantOwned
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public Plan Plan { get; private set; }
    public SubscriptionStatus Status { get; private set; }
    public DateTimeOffset At { get; private set; }

    public bool IsLive => Status is not (SubscriptionStatus.Suspended or SubscriptionStatus.Cancelled);

    /// <returns>False when something newer is known already.</returns>
    public bool TryFollow(SubscriptionChanged message)
    {
        if (At >= message.At) return false;
        (Plan, Status, At) = (message.Plan, message.Status, message.At);
        return true;
    }
}

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.HasTenant();
        builder.HasKey(s => new { s.OrganizationId, s.Id });
        builder.Property(s => s.Plan).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Status).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Organization>().WithMany().HasForeignKey(s => s.OrganizationId);
    }
}
