using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Storage;

/// <summary>Ends uploads with which nobody went on for long.</summary>
internal sealed partial class AbandonedUploads(
    IServiceScopeFactory scopes, IOptions<UploadOptions> uploads, IOptions<SweepOptions> options, TimeProvider time,
    ILogger<AbandonedUploads> logger)
{
    public static readonly ProcessingError Reason = new(
        "upload_abandoned", "The audio never came to its end, and is no longer kept.", Retryable: false);

    public async Task EndAsync(Upload upload, CancellationToken cancellationToken)
    {
        using var scope = TenantScope.EnterOrganization(upload.OrganizationId);
        await using var services = scopes.CreateAsyncScope();
        var fail = services.ServiceProvider.GetRequiredService<FailUpload>();
        var (chunked, announced) = Limits();
        var ended = await fail.TryAsync(
            upload.OrganizationId, upload.RecordingId, Reason, u => u.HeardAt < (u.Length is null ? chunked : announced), cancellationToken);
        if (ended) LogAbandoned(logger, upload.RecordingId);
    }

    public async Task<List<Upload>> FindAsync(CancellationToken cancellationToken)
    {
        var (chunked, announced) = Limits();
        using var scope = TenantScope.EnterSystem("uploads of all organizations end alike");
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<StorageDbContext>();
        var latest = chunked > announced ? chunked : announced;
        return await db.Uploads.AsNoTracking()
            .Where(u => u.EndedAt == null && u.CreatedAt < latest && u.HeardAt < (u.Length == null ? chunked : announced))
            .OrderBy(u => u.CreatedAt).Take(options.Value.Batch).ToListAsync(cancellationToken);
    }

    /// <returns>Since when nothing may have come of uploads by chunks, and of files that were announced.</returns>
    private (DateTimeOffset Chunked, DateTimeOffset Announced) Limits()
    {
        var now = time.GetUtcNow();
        return (now.AddHours(-uploads.Value.AbandonedHours), now.AddHours(-uploads.Value.AnnouncedHours));
    }

    [LoggerMessage(LogLevel.Information, "Unfinished upload of recording {RecordingId} given up")]
    private static partial void LogAbandoned(ILogger logger, Guid recordingId);
}
