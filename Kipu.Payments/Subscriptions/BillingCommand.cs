using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Payments;

/// <summary>
/// A change that an organization asked for. It is written down before the provider is asked, and its id is the provider's
/// idempotency key: sent again, or carried on after a crash, it is the same change. Its answer is kept for who repeats the request.
/// </summary>
internal sealed class BillingCommand : ITenantOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OrganizationId { get; init; }

    /// <summary>The client's idempotency key, and the hash of what it asked for with it.</summary>
    public string? ClientKey { get; init; }
    public required string Fingerprint { get; init; }

    /// <summary>Who asked for it; null when only the organization's code was sent.</summary>
    public Guid? UserId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The answer as JSON; null as long as it isn't done.</summary>
    public string? Answer { get; set; }

    public string ProviderKey => $"command:{Id}";
}

internal sealed class BillingCommandConfiguration : IEntityTypeConfiguration<BillingCommand>
{
    public void Configure(EntityTypeBuilder<BillingCommand> builder)
    {
        builder.ToTable("billing_commands");
        builder.HasTenant();
        builder.Ignore(c => c.ProviderKey);
        builder.Property(c => c.ClientKey).HasMaxLength(255);
        builder.Property(c => c.Fingerprint).HasMaxLength(64);
        builder.Property(c => c.Answer).HasMaxLength(4000);
        // A request that is sent again.
        builder.HasIndex(c => new { c.OrganizationId, c.ClientKey }).IsUnique().HasFilter("client_key is not null");
    }
}
