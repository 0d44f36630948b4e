using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Payments;

/// <summary>Money that came, and what went back of it. There is one row for each of the provider's payments.</summary>
internal sealed class Payment
{
    /// <summary>Begins with the time of the payment, so that its order is theirs, whenever we heard of them.</summary>
    public required Guid Id { get; init; }
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
    public long RefundedMinor { get; private set; }
    public DisputeStatus Dispute { get; private set; }

    /// <param name="subscription">What was paid for.</param>
    /// <param name="snapshot">How the provider shows the payment.</param>
    /// <param name="older">How many payments of the same moment came before it.</param>
    public static Payment Of(Subscription subscription, PaymentSnapshot snapshot, int older) => new()
    {
        Id = Guid.CreateVersion7(snapshot.PaidAt.AddMilliseconds(older)),
        OrganizationId = subscription.OrganizationId,
        SubscriptionId = subscription.Id,
        Provider = subscription.Provider,
        ProviderPaymentKey = snapshot.Key,
        Kind = snapshot.Kind,
        Plan = snapshot.Plan,
        AmountMinor = snapshot.AmountMinor,
        Currency = snapshot.Currency,
        PaidAt = snapshot.PaidAt,
        ReceiptUrl = snapshot.ReceiptUrl,
    };

    public void GiveTo(Guid organizationId) => OrganizationId ??= organizationId;

    /// <returns>False when it is known already.</returns>
    public bool TryFollow(ChargeSnapshot snapshot)
    {
        if ((snapshot.RefundedMinor, snapshot.Dispute) == (RefundedMinor, Dispute)) return false;
        (RefundedMinor, Dispute) = (snapshot.RefundedMinor, snapshot.Dispute);
        return true;
    }

    public PaymentInfo ToInfo() => new(Id, Provider, Kind, AmountMinor, RefundedMinor, Currency, Plan, PaidAt, Dispute, ReceiptUrl);
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
        builder.Property(p => p.Dispute).HasConversion<string>().HasMaxLength(20).HasDefaultValue(DisputeStatus.None);
        builder.Property(p => p.Currency).HasMaxLength(3);
        builder.Property(p => p.ReceiptUrl).HasMaxLength(2000);
        builder.HasIndex(p => new { p.Provider, p.ProviderPaymentKey }).IsUnique();
        // The history, newest first.
        builder.HasIndex(p => new { p.OrganizationId, p.Id }).IsDescending(false, true);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(p => p.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
    }
}
