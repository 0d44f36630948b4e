using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Storage;

/// <summary>How many bytes an organization uses of its plan's room; one row each, changed by single statements only.</summary>
internal sealed class Quota : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public long UsedBytes { get; init; }
}

/// <summary>
/// Room that a running upload holds; counted as used. One that nobody renews was left by a killed process, and is given back.
/// </summary>
internal sealed class Reservation : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public required Guid Id { get; init; }
    public required Guid RecordingId { get; init; }
    public required long Bytes { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class QuotaConfiguration : IEntityTypeConfiguration<Quota>
{
    public void Configure(EntityTypeBuilder<Quota> builder)
    {
        builder.HasTenant();
        builder.HasKey(q => q.OrganizationId);
    }
}

internal sealed class ReservationConfiguration : IEntityTypeConfiguration<Reservation>
{
    public void Configure(EntityTypeBuilder<Reservation> builder)
    {
        builder.HasTenant();
        builder.HasKey(r => new { r.OrganizationId, r.Id });
        // The sweep: what nobody renewed.
        builder.HasIndex(r => r.ExpiresAt);
    }
}

/// <summary>The statements that change a <see cref="Quota"/>, for a transaction that the caller has begun.</summary>
internal static class QuotaLedger
{
    /// <summary>Takes room if there is enough, in one statement: a hundred at once can't pass the limit.</summary>
    /// <returns>False when there isn't; nothing was taken then.</returns>
    public static async Task<bool> TryTakeAsync(
        this StorageDbContext db, Guid organizationId, long bytes, long limit, CancellationToken cancellationToken)
    {
        var used = await db.Database.SqlQuery<long>($"""
            insert into quotas as q (organization_id, used_bytes) select {organizationId}, {bytes} where {bytes} <= {limit}
            on conflict (organization_id) do update set used_bytes = q.used_bytes + {bytes} where q.used_bytes + {bytes} <= {limit}
            returning used_bytes
            """).ToListAsync(cancellationToken);
        return used.Count is 1;
    }

    /// <summary>Counts bytes that are never refused, or, when negative, gives them back.</summary>
    /// <returns>What is used now.</returns>
    public static async Task<long> CountAsync(this StorageDbContext db, Guid organizationId, long bytes,
        CancellationToken cancellationToken)
    {
        var used = await db.Database.SqlQuery<long>($"""
            insert into quotas as q (organization_id, used_bytes) values ({organizationId}, greatest({bytes}, 0))
            on conflict (organization_id) do update set used_bytes = greatest(q.used_bytes + {bytes}, 0)
            returning used_bytes
            """).ToListAsync(cancellationToken);
        return used[0];
    }

    public static async Task<long> UsedAsync(this StorageDbContext db, Guid organizationId, CancellationToken cancellationToken) =>
        await db.Quotas.Where(q => q.OrganizationId == organizationId).Select(q => q.UsedBytes).SingleOrDefaultAsync(cancellationToken);
}
