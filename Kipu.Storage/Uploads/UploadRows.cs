using Microsoft.EntityFrameworkCore;

namespace Kipu.Storage;

/// <summary>The row that everything which happens to a recording's audio takes turns at.</summary>
internal static class UploadRows
{
    /// <returns>False when there was one.</returns>
    public static async Task<bool> TryAddUploadAsync(
        this StorageDbContext db, Guid organizationId, Guid recordingId, string? language, DateTimeOffset now,
        CancellationToken cancellationToken, AnnouncedFile? file = null) =>
        await db.Database.ExecuteSqlAsync($"""
            insert into uploads (
                organization_id, recording_id, language, created_at, heard_at, state, chunk_count, bytes, length, metadata, concat)
            values (
                {organizationId}, {recordingId}, {language}, {now}, {now}, {nameof(UploadState.Receiving)}, 0, 0,
                {file?.Length}, {file?.Metadata}, {file?.Concat})
            on conflict do nothing
            """, cancellationToken) is 1;

    /// <summary>Looks at the row, in a transaction of its own: nothing is held while the caller goes on.</summary>
    public static async Task<Upload?> FindUploadAsync(
        this StorageDbContext db, Guid organizationId, Guid recordingId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        return await db.Uploads.AsNoTracking()
            .SingleOrDefaultAsync(u => u.OrganizationId == organizationId && u.RecordingId == recordingId, cancellationToken);
    }

    /// <summary>Reads the row and keeps others from it until the transaction ends, which the caller has begun.</summary>
    public static async Task<Upload?> LockUploadAsync(
        this StorageDbContext db, Guid organizationId, Guid recordingId, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var uploads = await db.Uploads.FromSql($"""
            select * from uploads where organization_id = {organizationId} and recording_id = {recordingId} for update
            """).ToListAsync(cancellationToken);
        return uploads.SingleOrDefault();
    }

    /// <summary>
    /// Ends what is kept of a recording's audio: rows go, their room is given back, and the sweep will find the objects by the mark that
    /// the upload's row becomes. The caller holds the row's lock.
    /// </summary>
    /// <returns>What the organization uses now.</returns>
    public static async Task<long> EndUploadAsync(
        this StorageDbContext db, Upload upload, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var objects = db.Objects.Where(o => o.OrganizationId == upload.OrganizationId && o.RecordingId == upload.RecordingId);
        var kept = upload.State is UploadState.Finalized ? await objects.SumAsync(o => o.Bytes, cancellationToken)
            : upload.Length ?? upload.Bytes;
        var held = await db.Database.SqlQuery<long>($"""
            delete from reservations where organization_id = {upload.OrganizationId} and recording_id = {upload.RecordingId} returning bytes
            """).ToListAsync(cancellationToken);
        await objects.ExecuteDeleteAsync(cancellationToken);
        // Those of the chunks go with their objects, which the sweep finds by them.
        upload.End(now);
        await db.SaveChangesAsync(cancellationToken);
        return await db.CountAsync(upload.OrganizationId, -(kept + held.Sum()), cancellationToken);
    }
}
