using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Recordings;

/// <summary>Configuration section <c>Sweep</c>.</summary>
internal sealed class RecordingSweepOptions
{
    [Range(1, 86400)]
    public int PeriodSeconds { get; init; } = 10;

    /// <summary>How long a deleted recording can be restored.</summary>
    [Range(0, 3650)]
    public int KeepDeletedDays { get; init; } = 30;

    /// <summary>Recordings that one pass erases.</summary>
    [Range(1, 10_000)]
    public int Batch { get; init; } = 200;
}

/// <summary>Erases recordings whose time is up.</summary>
/// <remarks>Replicas may sweep at once: each recording is locked and looked at again before it is erased.</remarks>
internal sealed partial class RecordingSweep(
    IServiceScopeFactory scopes, IOptions<RecordingSweepOptions> options, TimeProvider time, ILogger<RecordingSweep> logger)
    : PeriodicWorker(TimeSpan.FromSeconds(options.Value.PeriodSeconds), time, logger)
{
    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        foreach (var due in await FindAsync(now, cancellationToken))
        {
            using var tenant = TenantScope.EnterOrganization(due.OrganizationId);
            await using var services = scopes.CreateAsyncScope();
            var erase = services.ServiceProvider.GetRequiredService<EraseRecording>();
            if (await erase.RunAsync(due.Id, recording => IsDue(recording, due.KeepDays, now), cancellationToken))
            {
                LogErased(Logger, due.Id);
            }
        }
    }

    private bool IsDue(Recording recording, int? keepDays, DateTimeOffset now) =>
        recording.DeletedAt <= now.AddDays(-options.Value.KeepDeletedDays)
        || (keepDays is { } days && recording.CreatedAt < now.AddDays(-days) && !recording.IsInProcess);

    /// <summary>What was deleted long enough ago, and what is older than its organization keeps recordings.</summary>
    private async Task<List<Due>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var tenant = TenantScope.EnterSystem("what is due is found in all organizations");
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<RecordingsDbContext>();
        await db.Shares.Where(s => s.ExpiresAt < now.AddDays(-options.Value.KeepDeletedDays)).ExecuteDeleteAsync(cancellationToken);

        var before = now.AddDays(-options.Value.KeepDeletedDays);
        var deleted = await db.Recordings.IgnoreQueryFilters([RecordingConfiguration.NotDeleted]).Where(r => r.DeletedAt <= before)
            .OrderBy(r => r.DeletedAt).Take(options.Value.Batch).Select(r => new Due(r.Id, r.OrganizationId, null))
                .ToListAsync(cancellationToken);

        // Twice, by the two partial indexes: those that are there, and those that somebody deleted before their time was up.
        var old = await OlderThanKept(db, db.Recordings, now).ToListAsync(cancellationToken);
        var hidden = db.Recordings.IgnoreQueryFilters([RecordingConfiguration.NotDeleted]).Where(r => r.DeletedAt != null);
        return [.. deleted, .. old, .. await OlderThanKept(db, hidden, now).ToListAsync(cancellationToken)];
    }

    private IQueryable<Due> OlderThanKept(RecordingsDbContext db, IQueryable<Recording> recordings, DateTimeOffset now) =>
        db.RetentionPolicies
        .SelectMany(p => recordings.Where(r => r.OrganizationId == p.OrganizationId && r.CreatedAt < now.AddDays(-p.Days)
            && r.Status != RecordingStatus.Queued && r.Status != RecordingStatus.Processing),
                (p, r) => new { Recording = r, p.Days })
        .OrderBy(due => due.Recording.CreatedAt).Take(options.Value.Batch)
        .Select(due => new Due(due.Recording.Id, due.Recording.OrganizationId, due.Days));

    private sealed record Due(Guid Id, Guid OrganizationId, int? KeepDays);

    [LoggerMessage(LogLevel.Information, "Recording {RecordingId} erased: its time was up")]
    private static partial void LogErased(ILogger logger, Guid recordingId);
}
