using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>A company that uses Kipu: the tenant.</summary>
internal sealed class Organization
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set => field = value.Trim(); }

    /// <summary>The language that it is written to in: <c>es</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "es";

    public Plan Plan { get; private set; }
    public OrganizationStatus Status { get; private set; } = OrganizationStatus.Trial;

    /// <summary>Members, its owner included; raised only by a reservation against the plan's limit.</summary>
    public int Users { get; init; }

    /// <summary>Members sign in only with a second factor. Changed by SQL alone.</summary>
    public bool RequireSecondFactor { get; init; }

    public long StorageBytes { get; private set; }
    public DateTimeOffset? StorageBytesAt { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }

    public static Organization Trial(string name, string language, DateTimeOffset now) =>
        new() { Name = name, Language = language, Users = 1, CreatedAt = now };

    public static Organization Paid(string name, string language, Plan plan, DateTimeOffset now) =>
        new() { Name = name, Language = language, Users = 1, Plan = plan, Status = OrganizationStatus.Active, CreatedAt = now };

    /// <summary>Takes plan and status from its subscriptions: the latest of those that live, else the latest of all.</summary>
    public void Follow(IEnumerable<Subscription> subscriptions)
    {
        if (subscriptions.OrderByDescending(s => s.IsLive).ThenByDescending(s => s.At).FirstOrDefault() is not { } leading) return;
        Plan = leading.Plan;
        Status = leading.Status switch
        {
            SubscriptionStatus.Trial => OrganizationStatus.Trial,
            // The provider still tries to collect: nothing is taken away meanwhile.
            SubscriptionStatus.Active or SubscriptionStatus.PastDue => OrganizationStatus.Active,
            SubscriptionStatus.Suspended => OrganizationStatus.Suspended,
            SubscriptionStatus.Cancelled => OrganizationStatus.Cancelled,
            _ => throw new InvalidOperationException($"Subscription status {leading.Status} is not known."),
        };
    }

    /// <summary>Takes a measurement unless a later one is known.</summary>
    public void Store(long bytes, DateTimeOffset at)
    {
        if (StorageBytesAt >= at) return;
        (StorageBytes, StorageBytesAt) = (bytes, at);
    }

    public OrganizationInfo ToInfo() => new(Id, Name, Plan, Status);

    public TenantSnapshot ToSnapshot() => new(Id, Name, Plan, Status);

    public OrganizationUsage Usage => new(Users, StorageBytes);

    public OrganizationLimits Limits
    {
        get
        {
            var limits = Plans.Of(Plan);
            return new(limits.MaxUsers, limits.MaxRecordings, limits.MaxStorageBytes, limits.MaxVoiceSessions);
        }
    }

    public OrganizationDetails ToDetails() => new(Id, Name, Plan, Status, Language, Limits, Usage, CreatedAt);
}

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        // Named as in every other table, so that the tenant policy holds here too.
        builder.Property(o => o.Id).HasColumnName("organization_id");
        builder.Property(o => o.Name).HasMaxLength(120);
        builder.Property(o => o.Language).HasMaxLength(5);
        builder.Property(o => o.Plan).HasConversion<string>().HasMaxLength(20);
        builder.Property(o => o.Status).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(o => o.Limits).Ignore(o => o.Usage);
        // Reservations change the row by SQL; whoever saves a stale one is told.
        builder.Property<uint>("xmin").IsRowVersion();
    }
}
