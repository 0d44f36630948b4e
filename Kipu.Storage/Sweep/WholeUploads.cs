using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Storage;

/// <summary>Finalizes files whose last byte is stored and whose process died before it did.</summary>
internal sealed partial class WholeUploads(
    IServiceScopeFactory scopes, IOptions<SweepOptions> options, TimeProvider time, ILogger<WholeUploads> logger)
{
    /// <summary>The request that brought the last byte is about to do it itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    public async Task FinishAsync(Upload upload, CancellationToken cancellationToken)
    {
        using var scope = TenantScope.EnterOrganization(upload.OrganizationId);
        await using var services = scopes.CreateAsyncScope();
        var finish = services.ServiceProvider.GetRequiredService<FinishUpload>();
        var problem = await finish.HandleAsync(upload.OrganizationId, upload.RecordingId, cancellationToken);
        LogFinished(logger, upload.RecordingId, problem?.StatusCode);
    }

    public async Task<List<Upload>> FindAsync(CancellationToken cancellationToken)
    {
        using var scope = TenantScope.EnterSystem("files of all organizations are finished alike");
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<StorageDbContext>();
        var now = time.GetUtcNow();
        var before = now - Grace;
        return await db.Uploads.AsNoTracking()
            .Where(u => u.EndedAt == null && u.Length == u.Bytes && u.Concat != TusHeaders.Partial)
            .Where(u => u.HeardAt < before && (u.AssemblyUntil == null || u.AssemblyUntil < now))
            .OrderBy(u => u.CreatedAt).Take(options.Value.Batch).ToListAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Recording {RecordingId} finalized after its request had ended (refused: {Status})")]
    private static partial void LogFinished(ILogger logger, Guid recordingId, int? status);
}
