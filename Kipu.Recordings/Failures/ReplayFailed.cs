using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>Has recordings that failed processed once more, each in the name of its organization, as a user of it can.</summary>
internal sealed partial class ReplayFailed(IServiceScopeFactory scopes, ILogger<ReplayFailed> logger)
{
    private static readonly ReprocessRequest OnlyFailed = new(OnlyFailed: true);

    public async Task<ReplayedRecordings> RunAsync(ReplayFailedRequest request, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request, cancellationToken);
        var replayed = 0;
        foreach (var failed in found)
        {
            if (await TryReplayAsync(failed, cancellationToken)) replayed++;
        }

        return new(replayed, found.Count - replayed);
    }

    private async Task<bool> TryReplayAsync(Failed failed, CancellationToken cancellationToken)
    {
        using var tenant = TenantScope.EnterOrganization(failed.OrganizationId);
        await using var services = scopes.CreateAsyncScope();
        var reprocess = services.ServiceProvider.GetRequiredService<ReprocessRecording>();

        // The job tells a failure from the next one: what another operator has replayed meanwhile may have failed again already.
        var outcome = await reprocess.RunAsync(
            failed.Id, OnlyFailed, r => r.Status is RecordingStatus.Error && r.JobId == failed.JobId, cancellationToken);
        if (outcome.Refusal is { } refusal)
        {
            LogSkipped(logger, failed.Id, refusal.Code);
            return false;
        }

        LogReplayed(logger, failed.Id, outcome.Recording!.JobId);
        return true;
    }

    private async Task<List<Failed>> FindAsync(ReplayFailedRequest request, CancellationToken cancellationToken)
    {
        using var scope = FailedRecordings.EnterScope(request.OrganizationId);
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<RecordingsDbContext>();

        // What fails again goes to the end, so that repeated calls get to all.
        return await db.Failed(request.Code).OrderBy(r => r.UpdatedAt).ThenBy(r => r.Id).Take(request.Limit)
            .Select(r => new Failed(r.Id, r.OrganizationId, r.JobId)).ToListAsync(cancellationToken);
    }

    private sealed record Failed(Guid Id, Guid OrganizationId, Guid? JobId);

    [LoggerMessage(LogLevel.Information, "Recording {RecordingId} that failed is processed again, as job {JobId}")]
    private static partial void LogReplayed(ILogger logger, Guid recordingId, Guid? jobId);

    [LoggerMessage(LogLevel.Information, "Recording {RecordingId} that failed is not processed again: {Code}")]
    private static partial void LogSkipped(ILogger logger, Guid recordingId, string code);
}
