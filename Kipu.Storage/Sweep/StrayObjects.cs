using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Storage;

/// <summary>
/// Walks through the whole store, a stretch a time, and deletes objects that no row knows: what a process left that was killed between
/// writing an object and committing its row.
/// </summary>
internal sealed class StrayObjects(IServiceScopeFactory scopes, ObjectStore store, IOptions<SweepOptions> options, TimeProvider time)
{
    private string? _next;

    /// <returns>Objects that were deleted.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var deleted = 0;
        for (var pages = 0; pages < options.Value.StrayPages; pages++)
        {
            var page = await store.Client.ListObjectsV2Async(
                new() { BucketName = store.Bucket, ContinuationToken = _next }, cancellationToken);
            var old = time.GetUtcNow().AddHours(-options.Value.StrayHours).UtcDateTime;
            var keys = (page.S3Objects ?? []).Where(o => o.LastModified?.ToUniversalTime() < old).Select(o => o.Key).ToList();
            foreach (var stray in await UnknownAsync(keys, cancellationToken))
            {
                await store.Client.DeleteObjectAsync(store.Bucket, stray, cancellationToken);
                deleted++;
            }

            _next = page.IsTruncated is true ? page.NextContinuationToken : null;
            if (_next is null) break;
        }

        return deleted;
    }

    /// <summary>Those of the keys that are ours to give and that nothing refers to.</summary>
    private async Task<List<string>> UnknownAsync(List<string> keys, CancellationToken cancellationToken)
    {
        var owners = keys.Select(key => (Key: key, Owner: ObjectKeys.OwnerOf(key))).Where(k => k.Owner is not null).ToList();
        if (owners.Count is 0) return [];

        using var scope = TenantScope.EnterSystem("the store holds objects of all organizations");
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<StorageDbContext>();
        var organizations = owners.Select(k => k.Owner!.Value.OrganizationId).Distinct().ToList();
        var recordings = owners.Select(k => k.Owner!.Value.RecordingId).Distinct().ToList();
        // Not by the recording in their key: those of a joined upload still lie in the folder of the part that they came with.
        var chunks = db.Chunks.Where(c => organizations.Contains(c.OrganizationId) && keys.Contains(c.ObjectKey)).Select(c => c.ObjectKey);
        var objects = db.Objects.Where(o => organizations.Contains(o.OrganizationId) && recordings.Contains(o.RecordingId))
            .Where(o => keys.Contains(o.ObjectKey)).Select(o => o.ObjectKey);
        var known = await chunks.Concat(objects).ToHashSetAsync(cancellationToken);
        return [.. owners.Select(k => k.Key).Where(key => !known.Contains(key))];
    }
}
