using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Recordings;

/// <summary>
/// One row an organization: how many of its plan's recordings are taken, and the number of its last change of status.
/// Both are only ever changed by one atomic update, whose row lock lasts until the transaction commits.
/// </summary>
internal sealed class OrganizationCounters : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public int Recordings { get; init; }
    public long StatusVersion { get; init; }
}

internal sealed class OrganizationCountersConfiguration : IEntityTypeConfiguration<OrganizationCounters>
{
    public void Configure(EntityTypeBuilder<OrganizationCounters> builder)
    {
        builder.HasTenant();
        builder.ToTable("organization_counters");
        builder.HasKey(c => c.OrganizationId);
    }
}

internal static class OrganizationCounting
{
    /// <summary>Takes one of the plan's recordings, for the transaction that the caller has begun.</summary>
    /// <returns>False when all are taken; the caller's transaction holds the counter's lock either way.</returns>
    public static async Task<bool> TryReserveRecordingAsync(
        this RecordingsDbContext db, Guid organizationId, int limit, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into organization_counters (organization_id, recordings, status_version) values ({organizationId}, 1, 0)
            on conflict (organization_id) do update set recordings = organization_counters.recordings + 1
            where organization_counters.recordings < {limit}
            """,
            cancellationToken) == 1;

    /// <summary>Gives back what an erased recording took, in the transaction that erases it.</summary>
    public static Task GiveBackRecordingAsync(this RecordingsDbContext db, Guid organizationId, CancellationToken cancellationToken) =>
        db.Counters.Where(c => c.OrganizationId == organizationId && c.Recordings > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Recordings, c => c.Recordings - 1), cancellationToken);

    /// <summary>
    /// Numbers the recording's change of status and tells all replicas once it is committed. To be the last statement before
    /// the commit: the numbers of an organization are then in the order of their commits, and a reader that has seen one
    /// has seen all before it.
    /// </summary>
    public static Task AnnounceStatusAsync(this RecordingsDbContext db, Recording recording, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            with counter as (
              update organization_counters set status_version = status_version + 1 where organization_id = {recording.OrganizationId}
              returning status_version),
            numbered as (
              update recordings set status_version = counter.status_version from counter where id = {recording.Id} returning id)
            select pg_notify({StatusFeed.Channel}, {recording.OrganizationId.ToString()}) from numbered
            """,
            cancellationToken);
}
