using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Payments;

internal enum SyncKind
{
    Checkout,
    Subscription,

    /// <summary>Money that went back, or is contested.</summary>
    Charge,

    /// <summary>A charge of a subscription, of which the provider tells by the charge's own id.</summary>
    Instalment,

    /// <summary>A subscription that is to end with its period, where the provider has no such end.</summary>
    End,

    /// <summary>A subscription that an organization paid for beside one that it had, which is to be given back.</summary>
    Return,

    /// <summary>A code that made an organization.</summary>
    Claim,
}

/// <summary>Why an object is to be looked at.</summary>
internal enum SyncCause
{
    Webhook,

    /// <summary>The customer came back, or polls.</summary>
    Page,

    /// <summary>Somebody of the organization, or an operator, asked for a change.</summary>
    Command,

    /// <summary>Other work found it.</summary>
    Work,

    /// <summary>Its time has come: a grace period is over.</summary>
    Clock,

    /// <summary>Nobody told of it. What is different then was lost on the way.</summary>
    Reconciliation,
}

/// <summary>
/// An object that is to be brought in step with what the provider shows. Webhooks, the success page and reconciliation only raise
/// its version; the worker compares and notes which version it has seen to. A lease keeps two workers off one object, so an older
/// picture can't overwrite a newer one.
/// </summary>
internal sealed class SyncTask
{
    public Guid Id { get; init; }
    public required string Provider { get; init; }
    public required SyncKind Kind { get; init; }
    public required string ObjectId { get; init; }
    public SyncCause Cause { get; private set; }
    public long Version { get; private set; }
    public long DoneVersion { get; private set; }
    public DateTimeOffset Due { get; private set; }
    public DateTimeOffset RaisedAt { get; private set; }
    public int Attempts { get; private set; }
    public Guid? LeaseId { get; private set; }
    public DateTimeOffset? LeasedUntil { get; private set; }
    public string? Problem { get; private set; }
}

internal sealed class SyncTaskConfiguration : IEntityTypeConfiguration<SyncTask>
{
    public void Configure(EntityTypeBuilder<SyncTask> builder)
    {
        builder.ToTable("sync_tasks");
        builder.Property(t => t.Provider).HasMaxLength(20);
        builder.Property(t => t.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(t => t.Cause).HasConversion<string>().HasMaxLength(20).HasDefaultValue(SyncCause.Webhook);
        builder.Property(t => t.ObjectId).HasMaxLength(255);
        builder.Property(t => t.Problem).HasMaxLength(500);
        builder.HasIndex(t => new { t.Provider, t.Kind, t.ObjectId }).IsUnique();
        // The next one to do.
        builder.HasIndex(t => t.Due).HasFilter("version > done_version");
    }
}
