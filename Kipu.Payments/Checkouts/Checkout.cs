using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Payments;

internal enum CheckoutStage
{
    /// <summary>Written down; the provider may or may not know of it yet.</summary>
    Created,
    Open,

    /// <summary>Completed by the customer; the money has yet to come.</summary>
    Processing,
    Complete,
    Expired,

    /// <summary>The provider never opened it.</summary>
    Failed,

    /// <summary>Paid for an organization that had a subscription already, and given back.</summary>
    Returned,
}

/// <summary>A purchase on its way from the choice of a plan to the code. Without an organization it will make one.</summary>
internal sealed class Checkout
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Provider { get; init; }
    public string? ProviderSessionId { get; private set; }
    public Guid? OrganizationId { get; private set; }
    public required Plan Plan { get; init; }
    public required long AmountMinor { get; init; }
    public required string Currency { get; init; }
    public CheckoutStage Stage { get; private set; } = CheckoutStage.Created;
    public string? Url { get; private set; }
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>The client's idempotency key, and the hash of what it asked for with it.</summary>
    public string? ClientKey { get; init; }
    public required string Fingerprint { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The trace that it was opened in: what comes of it, however much later, is one trace from the button to the code.</summary>
    public string? TraceParent { get; init; }

    public static Checkout Of(
        string provider, Guid? organizationId, Plan plan, PlanPrice price, string? clientKey, string fingerprint,
        DateTimeOffset now) => new()
        {
            Provider = provider,
            OrganizationId = organizationId,
            Plan = plan,
            AmountMinor = price.AmountMinor,
            Currency = price.Currency,
            ClientKey = clientKey,
            Fingerprint = fingerprint,
            CreatedAt = now,
            TraceParent = Activity.Current?.Id,
        };

    public void Open(OpenedCheckout opened)
    {
        (ProviderSessionId, Url, ExpiresAt) = (opened.SessionId, opened.Url, opened.ExpiresAt);
        if (Stage == CheckoutStage.Created) Stage = CheckoutStage.Open;
    }

    /// <summary>Learns the session of a creation whose answer was lost.</summary>
    public void Recognize(string sessionId) => ProviderSessionId ??= sessionId;

    /// <summary>Moves on; what was paid stays so, even when it was thought expired before.</summary>
    public void MoveTo(CheckoutStage stage)
    {
        if (Stage is not (CheckoutStage.Complete or CheckoutStage.Returned)) Stage = stage;
    }

    public void GiveTo(Guid organizationId) => OrganizationId ??= organizationId;
}

internal sealed class CheckoutConfiguration : IEntityTypeConfiguration<Checkout>
{
    public const string OneOpenIndex = "ix_checkouts_one_open";
    public const string ClientKeyIndex = "ix_checkouts_client_key";

    public void Configure(EntityTypeBuilder<Checkout> builder)
    {
        builder.ToTable("checkouts");
        builder.Property(c => c.Provider).HasMaxLength(20);
        builder.Property(c => c.ProviderSessionId).HasMaxLength(255);
        builder.Property(c => c.Plan).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.Stage).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.Currency).HasMaxLength(3);
        builder.Property(c => c.ClientKey).HasMaxLength(255);
        builder.Property(c => c.Fingerprint).HasMaxLength(64);
        builder.Property(c => c.TraceParent).HasMaxLength(64);
        // The success page, and what a webhook names.
        builder.HasIndex(c => new { c.Provider, c.ProviderSessionId }).IsUnique();
        // A request that is sent again.
        builder.HasIndex(c => new { c.OrganizationId, c.ClientKey }).IsUnique().AreNullsDistinct(false)
            .HasFilter("client_key is not null").HasDatabaseName(ClientKeyIndex);
        // An organization pays at one till at a time, so it can't be made to pay twice.
        builder.HasIndex(c => c.OrganizationId).IsUnique().HasFilter("organization_id is not null and stage in ('Created', 'Open', 'Processing')")
            .HasDatabaseName(OneOpenIndex);
        // Reconciliation.
        builder.HasIndex(c => c.CreatedAt).HasFilter("stage in ('Created', 'Open', 'Processing')");
    }
}
