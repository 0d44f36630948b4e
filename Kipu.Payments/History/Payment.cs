using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Payments;

internal enum PaymentKind
{
    First,
    Renewal,
    Change,
}

/// <summary>Money that came. There is one row for each of the provider's payments.</summary>
internal sealed class Payment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid? OrganizationId { get; private set; }
    public required Guid SubscriptionId { get; init; }
    public required string Provider { get; init; }
    public required string ProviderPaymentKey { get; init; }
    public required PaymentKind Kind { get; init; }
    public required Plan Plan { get; init; }
    public required long AmountMinor { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset PaidAt { get; init; }
    public string? ReceiptUrl { get; init; }

    public static Payment Of(Subscription subscription, PaymentSnapshot snapshot) => new()
    {
        OrganizationId = subscription.OrganizationId,
        SubscriptionId = subscription.Id,
        Provider = subscription.Provider,
        ProviderPaymentKey = snapshot.Key,
        Kind = snapshot.Kind,
        Plan = subscription.Plan,
        AmountMinor = snapshot.AmountMinor,
        Currency = snapshot.Currency,
        PaidAt = snapshot.PaidAt,
        ReceiptUrl = snapshot.ReceiptUrl,
    };

    public void GiveTo(Guid organizationId) => OrganizationId ??= organizationId;

    public PaymentInfo ToInfo() => new(Id, Provider, AmountMinor, Currency, Plan, PaidAt, ReceiptUrl);
}

internal sealed class PaymentConfiguration : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("payments");
        builder.Property(p => p.Provider).HasMaxLength(20);
        builder.Property(p => p.ProviderPaymentKey).HasMaxLength(255);
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(p => p.Plan).HasConversion<string>().HasMaxLength(20);
        builder.Property(p => p.Currency).HasMaxLength(3);
        builder.Property(p => p.ReceiptUrl).HasMaxLength(2000);
        builder.HasIndex(p => new { p.Provider, p.ProviderPaymentKey }).IsUnique();
        // The history, newest first.
        builder.HasIndex(p => new { p.OrganizationId, p.Id }).IsDescending(false, true);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(p => p.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
    }
}
