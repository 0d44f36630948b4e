using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Storage;

/// <summary>
/// Holds room in an organization's plan while an upload of yet unknown length comes in, in short transactions of its own.
/// </summary>
internal sealed class RoomReservation(StorageDbContext db, TenantContext tenant, IOptions<UploadOptions> options, TimeProvider time)
{
    private readonly Guid _id = Guid.CreateVersion7();
    private bool _isHeld;

    /// <summary>What is held by now.</summary>
    public long Bytes { get; private set; }

    /// <summary>Sees to it that so much is held in all, and that it stays held.</summary>
    /// <returns>False when the plan has no room for it; what was held before still is.</returns>
    public async ValueTask<bool> HoldAsync(Guid recordingId, long bytes, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // First the reservation, then the quota: in the order of all others who change both.
        if (_isHeld && !await LockAsync(cancellationToken)) Bytes = 0;
        var more = Math.Max(0, bytes - Bytes);
        if (more > 0 && !await db.TryTakeAsync(tenant.OrganizationId, more, tenant.Limits.MaxStorageBytes, cancellationToken)) return false;
        var expires = time.GetUtcNow().AddSeconds(options.Value.ReservationSeconds);
        await db.Database.ExecuteSqlAsync($"""
            insert into reservations as r (organization_id, id, recording_id, bytes, expires_at)
            values ({tenant.OrganizationId}, {_id}, {recordingId}, {more}, {expires})
            on conflict (organization_id, id) do update set bytes = r.bytes + {more}, expires_at = {expires}
            """, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Bytes += more;
        _isHeld = true;
        return true;
    }

    /// <returns>False when the sweep gave the room back because the upload stood still for too long.</returns>
    private async Task<bool> LockAsync(CancellationToken cancellationToken)
    {
        var held = await db.Reservations.FromSql($"""
            select * from reservations where organization_id = {tenant.OrganizationId} and id = {_id} for update
            """).AsNoTracking().ToListAsync(cancellationToken);
        return held.Count is 1;
    }

    /// <summary>Says why nothing more can be held.</summary>
    public async Task<ProblemHttpResult> RefuseAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var used = await db.UsedAsync(tenant.OrganizationId, cancellationToken);
        return CommonErrors.OverLimit("bytes of storage", tenant.Limits.MaxStorageBytes, used, tenant.Plan);
    }

    /// <summary>Turns what is held into what is stored, in the caller's transaction.</summary>
    /// <returns>What the organization uses now; null when the sweep gave the room back because the upload stood still for too
    /// long.</returns>
    public async Task<long?> SettleAsync(long storedBytes, CancellationToken cancellationToken)
    {
        var held = await db.Database.SqlQuery<long>($"""
            delete from reservations where organization_id = {tenant.OrganizationId} and id = {_id} returning bytes
            """).ToListAsync(cancellationToken);
        return held.Count is 0 ? null : await db.CountAsync(tenant.OrganizationId, storedBytes - held[0], cancellationToken);
    }

    /// <summary>Gives back what is held, after an upload that came to nothing.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (Bytes is 0) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await SettleAsync(0, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Bytes = 0;
    }
}
