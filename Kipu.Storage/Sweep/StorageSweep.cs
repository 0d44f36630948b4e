using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Storage;

/// <summary>
/// Clears up behind uploads: those with which nobody goes on, chunks that their master has replaced, objects that lost a race, whose
/// recording was deleted or whose process died, and room that such a process held.
/// </summary>
/// <remarks>Several services may sweep at once: who ends an upload has its row's lock, and deleting an object twice is harmless.</remarks>
internal sealed partial class StorageSweep(
    IServiceScopeFactory scopes, ObjectStore store, AbandonedUploads abandoned, WholeUploads whole, StrayObjects strays,
    IOptions<SweepOptions> options, TimeProvider time, ILogger<StorageSweep> logger)
    : PeriodicWorker(TimeSpan.FromSeconds(options.Value.PeriodSeconds), time, logger)
{
    private DateTimeOffset _storeWalked;

    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        // Each by itself: what fails again and again must not keep the others from their turn.
        await EachAsync(whole.FindAsync, whole.FinishAsync, cancellationToken);
        await EachAsync(abandoned.FindAsync, abandoned.EndAsync, cancellationToken);
        using var scope = TenantScope.EnterSystem("leftovers of all organizations are swept together");
        foreach (var step in (Func<CancellationToken, Task>[])[GiveBackRoomAsync, TidyAsync, RemoveMarksAsync, WalkStoreAsync])
        {
            await TryAsync(() => step(cancellationToken), cancellationToken);
        }
    }

    private Task EachAsync(
        Func<CancellationToken, Task<List<Upload>>> find, Func<Upload, CancellationToken, Task> handle, CancellationToken cancellationToken) =>
        TryAsync(
            async () =>
            {
                foreach (var upload in await find(cancellationToken)) await TryAsync(() => handle(upload, cancellationToken), cancellationToken);
            },
            cancellationToken);

    protected override bool IsOutage(Exception exception) => base.IsOutage(exception) || exception is AmazonS3Exception or DbUpdateException;

    /// <summary>What the database knows nothing of; seldom, because it asks the store for all that it has.</summary>
    private async Task WalkStoreAsync(CancellationToken cancellationToken)
    {
        if (Time.GetUtcNow() < _storeWalked.AddMinutes(options.Value.StrayMinutes)) return;
        _storeWalked = Time.GetUtcNow();
        await AbortUnfinishedPartsAsync(cancellationToken);
        var deleted = await strays.RunOnceAsync(cancellationToken);
        Telemetry.ObjectsSwept.Add(deleted);
        if (deleted > 0) LogStrays(Logger, deleted);
    }

    private async Task RemoveMarksAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<StorageDbContext>();
        var before = Time.GetUtcNow().AddHours(-options.Value.KeepMarksHours);
        await db.Uploads.Where(u => u.State == UploadState.Gone && u.EndedAt < before && u.TidiedAt != null)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task GiveBackRoomAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<StorageDbContext>();
        await db.Database.ExecuteSqlAsync($"""
            with lapsed as (delete from reservations where expires_at < {Time.GetUtcNow()} returning organization_id, bytes),
                 sums as (select organization_id, sum(bytes) as bytes from lapsed group by organization_id)
            update quotas q set used_bytes = greatest(q.used_bytes - s.bytes, 0) from sums s where q.organization_id = s.organization_id
            """, cancellationToken);
    }

    private async Task TidyAsync(CancellationToken cancellationToken)
    {
        foreach (var upload in await FindUntidiedAsync(cancellationToken))
        {
            await TryAsync(() => TidyAsync(upload, cancellationToken), cancellationToken);
        }
    }

    private async Task<List<Upload>> FindUntidiedAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<StorageDbContext>();
        var before = Time.GetUtcNow().AddSeconds(-options.Value.KeepChunksSeconds);
        return await db.Uploads.AsNoTracking().Where(u => u.TidiedAt == null && u.EndedAt <= before)
            .OrderBy(u => u.EndedAt).Take(options.Value.Batch).ToListAsync(cancellationToken);
    }

    /// <remarks>The row is not locked while the store deletes, which can take minutes: others wait for it, the worker among them.</remarks>
    private async Task TidyAsync(Upload found, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<StorageDbContext>();
        var chunks = await DeleteChunksAsync(db, found, cancellationToken);
        var strays = await DeleteStraysAsync(db, found, cancellationToken);
        Telemetry.ObjectsSwept.Add(chunks + strays);
        if (chunks + strays > 0) LogTidied(Logger, found.RecordingId, chunks, strays);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var upload = await db.LockUploadAsync(found.OrganizationId, found.RecordingId, cancellationToken);
        // Deleted meanwhile: then there is more to do, at the next turn.
        if (upload?.EndedAt != found.EndedAt) return;
        upload!.Tidy(Time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Deletes the chunks that serve nobody any more. Those that the master lies in stay.</summary>
    private async Task<int> DeleteChunksAsync(StorageDbContext db, Upload upload, CancellationToken cancellationToken)
    {
        var folder = ObjectKeys.ChunkFolder(upload.OrganizationId, upload.RecordingId);
        var rows = db.Chunks.Where(c => c.OrganizationId == upload.OrganizationId && c.RecordingId == upload.RecordingId);
        var isMaster = await db.Objects.AnyAsync(
            o => o.OrganizationId == upload.OrganizationId && o.RecordingId == upload.RecordingId && o.ObjectKey == "", cancellationToken);
        if (isMaster)
        {
            var kept = await rows.Select(c => c.ObjectKey).ToHashSetAsync(cancellationToken);
            await db.EndReadingAsync();
            return await DeleteAsync(folder, found => !kept.Contains(found.Key), cancellationToken);
        }

        // What came as a partial upload lies in a folder of its own.
        var elsewhere = await rows.Where(c => c.ObjectKey != "" && !c.ObjectKey.StartsWith(folder)).Select(c => c.ObjectKey).ToListAsync(cancellationToken);
        await db.EndReadingAsync();
        foreach (var key in elsewhere) await store.Client.DeleteObjectAsync(store.Bucket, key, cancellationToken);
        var deleted = await DeleteAsync(folder, _ => true, cancellationToken);
        // Not by EF, which deletes no row that several of its types share.
        await db.Database.ExecuteSqlAsync($"""
            delete from chunks where organization_id = {upload.OrganizationId} and recording_id = {upload.RecordingId}
            """, cancellationToken);
        return elsewhere.Count + deleted;
    }

    /// <summary>
    /// Older than the end and known to nobody: what a killed process, or an upload that came second, left. Of a deleted recording
    /// everything goes, however young it looks: stores round the time of an object up to the next second.
    /// </summary>
    private async Task<int> DeleteStraysAsync(StorageDbContext db, Upload upload, CancellationToken cancellationToken)
    {
        var kept = await db.Objects.Where(o => o.OrganizationId == upload.OrganizationId && o.RecordingId == upload.RecordingId)
            .Select(o => o.ObjectKey).ToListAsync(cancellationToken);
        await db.EndReadingAsync();
        return await DeleteAsync(
            ObjectKeys.ObjectFolder(upload.OrganizationId, upload.RecordingId),
            found => !kept.Contains(found.Key)
                && (upload.State is UploadState.Gone || found.LastModified?.ToUniversalTime() < upload.EndedAt!.Value.UtcDateTime),
            cancellationToken);
    }

    private async Task<int> DeleteAsync(string prefix, Func<S3Object, bool> matches, CancellationToken cancellationToken)
    {
        var deleted = 0;
        string? next = null;
        do
        {
            var page = await store.Client.ListObjectsV2Async(new() { BucketName = store.Bucket, Prefix = prefix, ContinuationToken = next },
                cancellationToken);
            // One by one: not every S3 server takes a list of objects to delete.
            foreach (var found in (page.S3Objects ?? []).Where(matches))
            {
                await store.Client.DeleteObjectAsync(store.Bucket, found.Key, cancellationToken);
                deleted++;
            }

            next = page.IsTruncated is true ? page.NextContinuationToken : null;
        }
        while (next is not null);
        return deleted;
    }

    private async Task AbortUnfinishedPartsAsync(CancellationToken cancellationToken)
    {
        var before = Time.GetUtcNow().AddHours(-options.Value.AbandonedPartsHours).UtcDateTime;
        var request = new ListMultipartUploadsRequest { BucketName = store.Bucket };
        ListMultipartUploadsResponse page;
        do
        {
            page = await store.Client.ListMultipartUploadsAsync(request, cancellationToken);
            foreach (var unfinished in (page.MultipartUploads ?? []).Where(u => u.Initiated?.ToUniversalTime() < before))
            {
                await store.Client.AbortMultipartUploadAsync(store.Bucket, unfinished.Key, unfinished.UploadId, cancellationToken);
            }

            (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker);
        }
        while (page.IsTruncated is true);
    }

    [LoggerMessage(LogLevel.Warning, "{Objects} objects that no row knows deleted")]
    private static partial void LogStrays(ILogger logger, int objects);

    [LoggerMessage(LogLevel.Information, "Recording {RecordingId} tidied: {Chunks} objects of chunks and {Strays} stray objects deleted")]
    private static partial void LogTidied(ILogger logger, Guid recordingId, int chunks, int strays);
}

internal static class SweepExtensions
{
    public static void AddSweep(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SweepOptions>().BindConfiguration("Sweep").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<AbandonedUploads>();
        builder.Services.AddSingleton<WholeUploads>();
        builder.Services.AddSingleton<StrayObjects>();
        builder.Services.AddHostedService<StorageSweep>();
    }
}
