using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Payments;

/// <summary>A subscription, as the provider last showed it. Without an organization until its code has made one.</summary>
internal sealed class Subscription
{
    /// <summary>How long before the end of the grace period the organization is reminded, after a first mail when the payment failed.</summary>
    private static readonly TimeSpan[] RemindBefore = [TimeSpan.FromDays(4), TimeSpan.FromDays(1)];

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

    /// <summary>The plan that the next payment brings, when it is another one.</summary>
    public Plan? NextPlan { get; private set; }

    /// <summary>Set while a payment is overdue: until then nothing is taken away.</summary>
    public DateTimeOffset? GraceUntil { get; private set; }

    /// <summary>What its organization was last told of an overdue payment; null while none is.</summary>
    public OverdueNotice? Notice { get; private set; }

    /// <summary>When it is told of it again.</summary>
    public DateTimeOffset? RemindAt { get; private set; }

    /// <summary>It has ended, and its organization goes on with FREE because what it uses fits.</summary>
    public bool FallsToFree { get; set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static Subscription Of(Checkout checkout, SubscriptionSnapshot snapshot) => new()
    {
        CheckoutId = checkout.Id,
        OrganizationId = checkout.OrganizationId,
        Provider = checkout.Provider,
        ProviderSubscriptionId = snapshot.Id,
        ProviderCustomerId = snapshot.CustomerId,
    };

    /// <summary>One that is given back as soon as it was bought: it never grants anything.</summary>
    public static Subscription Returned(Checkout checkout, SubscriptionSnapshot snapshot, DateTimeOffset now)
    {
        var subscription = Of(checkout, snapshot);
        subscription.TryFollow(snapshot with { Status = SubscriptionStatus.Cancelled }, contested: false, grace: default, now);
        return subscription;
    }

    /// <param name="snapshot">How the provider shows it.</param>
    /// <param name="contested">Whether it is to be suspended because a bank contests a payment.</param>
    /// <param name="grace">How long nothing is taken away after a payment has failed.</param>
    /// <param name="now">The time.</param>
    /// <returns>False when it is so already, or has ended: an ended one does not come back.</returns>
    public bool TryFollow(SubscriptionSnapshot snapshot, bool contested, TimeSpan grace, DateTimeOffset now)
    {
        if (Status == SubscriptionStatus.Cancelled || snapshot.Status is not { } shown) return false;
        var graceUntil = shown == SubscriptionStatus.PastDue ? GraceUntil ?? now + grace : (DateTimeOffset?)null;
        var suspended = shown != SubscriptionStatus.Cancelled && (contested || graceUntil <= now);
        var next = (
            snapshot.Plan, suspended ? SubscriptionStatus.Suspended : shown, snapshot.PeriodStart, snapshot.PeriodEnd,
            snapshot.CancelAtPeriodEnd, graceUntil, snapshot.NextPlan);
        if (next == (Plan, Status, CurrentPeriodStart, CurrentPeriodEnd, CancelAtPeriodEnd, GraceUntil, NextPlan)) return false;
        (Plan, Status, CurrentPeriodStart, CurrentPeriodEnd, CancelAtPeriodEnd, GraceUntil, NextPlan) = next;
        UpdatedAt = now;
        return true;
    }

    /// <summary>Takes what its organization is to be told now of an overdue payment; it is told each thing once.</summary>
    /// <param name="contested">Whether it is suspended because a bank contests a payment, which is none that is overdue.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null when there is nothing to tell.</returns>
    public PaymentOverdue? TakeNotice(bool contested, DateTimeOffset now)
    {
        if (Status is not (SubscriptionStatus.PastDue or SubscriptionStatus.Suspended)) (Notice, RemindAt) = (null, null);
        OverdueNotice? due = Status switch
        {
            SubscriptionStatus.PastDue when Notice is null => OverdueNotice.Failed,
            SubscriptionStatus.PastDue when RemindAt <= now => OverdueNotice.Reminder,
            SubscriptionStatus.Suspended when Notice != OverdueNotice.Suspended && !contested => OverdueNotice.Suspended,
            _ => null,
        };
        if (due is not { } notice || OrganizationId is not { } organizationId) return null;

        Notice = notice;
        RemindAt = notice == OverdueNotice.Suspended ? null : RemindBefore.Select(before => GraceUntil - before).Where(at => at > now).Min();
        return new(Id, organizationId, notice, notice == OverdueNotice.Suspended ? null : GraceUntil, now);
    }

    public void GiveTo(Guid organizationId) => OrganizationId ??= organizationId;

    /// <summary>What it grants from now on. After its end that is FREE, or nothing.</summary>
    public SubscriptionChanged ToChange(DateTimeOffset now) => FallsToFree
        ? new(Id, OrganizationId, Plan.Free, SubscriptionStatus.Active, CurrentPeriodEnd, CancelAtPeriodEnd: false, now)
        : new(Id, OrganizationId, Plan, Status, CurrentPeriodEnd, CancelAtPeriodEnd, now);

    /// <summary>What a change that was just made comes to, before our own books have followed it.</summary>
    public SubscriptionInfo ToInfo(SubscriptionSnapshot changed) => new(
        changed.Plan, changed.Status == SubscriptionStatus.Cancelled ? SubscriptionStatus.Cancelled : Status, changed.PeriodStart,
        changed.PeriodEnd, changed.CancelAtPeriodEnd, GraceUntil, Provider, changed.NextPlan);

    public SubscriptionInfo ToInfo() =>
        new(Plan, Status, CurrentPeriodStart, CurrentPeriodEnd, CancelAtPeriodEnd, GraceUntil, Provider, NextPlan);
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
        builder.Property(s => s.NextPlan).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Status).HasConversion<string>().HasMaxLength(20);
        // One row for each subscription of the provider, however many webhooks tell of it at once.
        builder.HasIndex(s => new { s.Provider, s.ProviderSubscriptionId }).IsUnique();
        builder.HasIndex(s => s.CheckoutId).IsUnique();
        // Nobody pays for two subscriptions of one organization.
        builder.HasIndex(s => s.OrganizationId).IsUnique().HasFilter("organization_id is not null and status <> 'Cancelled'");
        builder.Property(s => s.Notice).HasConversion<string>().HasMaxLength(10);
        // Those that are to be reminded, or whose grace period is over.
        builder.HasIndex(s => s.GraceUntil).HasFilter("status = 'PastDue'");
        builder.HasOne<Checkout>().WithMany().HasForeignKey(s => s.CheckoutId).OnDelete(DeleteBehavior.Restrict);
    }
}
