using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Payments;

/// <summary>How much an organization stores, as Storage last said.</summary>
internal sealed class StorageUse : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public long UsedBytes { get; private set; }
    public DateTimeOffset At { get; private set; }

    public void Follow(StorageUsageChanged message)
    {
        if (message.At > At) (UsedBytes, At) = (message.UsedBytes, message.At);
    }
}

internal sealed class StorageUseConfiguration : IEntityTypeConfiguration<StorageUse>
{
    public void Configure(EntityTypeBuilder<StorageUse> builder)
    {
        builder.ToTable("storage_uses");
        builder.HasTenant();
        builder.HasKey(u => u.OrganizationId);
    }
}

/// <summary>Remembers what an organization stores, to show it beside what its plan allows.</summary>
public static class FollowStorageUseHandler
{
    public static async Task HandleAsync(StorageUsageChanged message, PaymentsDbContext db, CancellationToken cancellationToken)
    {
        var use = await db.StorageUses.SingleOrDefaultAsync(u => u.OrganizationId == message.OrganizationId, cancellationToken);
        if (use is null)
        {
            use = new StorageUse { OrganizationId = message.OrganizationId };
            db.StorageUses.Add(use);
        }

        use.Follow(message);
    }
}
