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
    IServiceScopeFactory scopes, IOptions<RecordingSweepOptions> options, TimeProvider time, ILogger<RecordingSweep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.PeriodSeconds), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception exception) when (Outage.Is(exception))
            {
                LogPostponed(logger, exception);
            }
        }
    }

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow().AddDays(-options.Value.KeepDeletedDays);
        foreach (var (id, organizationId) in await FindAsync(before, cancellationToken))
        {
            using var tenant = TenantScope.EnterOrganization(organizationId);
            await using var services = scopes.CreateAsyncScope();
            var erase = services.ServiceProvider.GetRequiredService<EraseRecording>();
            if (await erase.RunAsync(id, recording => recording.DeletedAt <= before, cancellationToken)) LogErased(logger, id);
        }
    }

    private async Task<List<(Guid Id, Guid OrganizationId)>> FindAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        using var tenant = TenantScope.EnterSystem("what is deleted is found in all organizations");
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<RecordingsDbContext>();
        var due = await db.Recordings.IgnoreQueryFilters([RecordingConfiguration.NotDeleted]).Where(r => r.DeletedAt <= before)
            .OrderBy(r => r.DeletedAt).Take(options.Value.Batch).Select(r => new { r.Id, r.OrganizationId }).ToListAsync(cancellationToken);
        return due.ConvertAll(r => (r.Id, r.OrganizationId));
    }

    [LoggerMessage(LogLevel.Information, "Recording {RecordingId} erased: its time was up")]
    private static partial void LogErased(ILogger logger, Guid recordingId);

    [LoggerMessage(LogLevel.Warning, "Erasing waits for the next turn: a part of the system is away")]
    private static partial void LogPostponed(ILogger logger, Exception exception);
}
