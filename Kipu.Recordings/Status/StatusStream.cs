using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Recordings;

/// <summary>
/// Tells a client each change of status as it is committed. An event's id is the number of the change, so that a client that
/// comes back with the last one it saw gets what it missed: of each recording the present status, not each step to it.
/// </summary>
internal sealed class StatusStream(
    StatusFeed feed, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, IOptions<JsonOptions> json, TimeProvider time)
{
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Then the client connects anew, and with that shows again that it may.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private const int Batch = 200;

    /// <param name="context">The request, whose tenant's scope is open.</param>
    /// <param name="organizationId">Whose recordings.</param>
    /// <param name="recordingId">Of this one only, until it is completed or failed; null for all, for as long as the client stays.</param>
    /// <param name="lastEventId">What the client has seen; null tells of one recording its present status, of all only what changes from now on.</param>
    public async Task RunAsync(HttpContext context, Guid organizationId, Guid? recordingId, long? lastEventId)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        using var subscription = feed.Subscribe(organizationId);
        var events = new ServerSentEvents(context.Response);
        try
        {
            var seen = lastEventId ?? (recordingId is null ? await LastVersionAsync(ending.Token) : -1);
            await events.BeginAsync(ending.Token);
            // So that a client which is cut off before its first event misses nothing when it comes back.
            if (seen >= 0) await events.SendIdAsync(seen, ending.Token);
            await FollowAsync(events, subscription, recordingId, seen, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client has gone, or the service is about to: the stream ends here, and goes on by Last-Event-ID elsewhere.
        }
    }

    private async Task FollowAsync(
        ServerSentEvents events, StatusFeed.Subscription subscription, Guid? recordingId, long seen, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (time.GetElapsedTime(begun) < Longest)
        {
            var changes = await ChangesAsync(recordingId, seen, cancellationToken);
            foreach (var recording in changes)
            {
                seen = recording.StatusVersion;
                await events.SendAsync("status", seen, recording.ToStatus(), json.Value.SerializerOptions, cancellationToken);
            }

            if (recordingId is not null && changes.Count > 0 && IsFinal(changes[^1].Status)) return;
            if (changes.Count == Batch) continue;
            if (!await subscription.WaitAsync(Heartbeat, cancellationToken)) await events.SendHeartbeatAsync(cancellationToken);
        }
    }

    public static bool IsFinal(RecordingStatus status) => status is RecordingStatus.Completed or RecordingStatus.Error;

    /// <remarks>Each look has a context, and with it a transaction, of its own: a stream must not hold one open.</remarks>
    private async Task<List<Recording>> ChangesAsync(Guid? recordingId, long seen, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var recordings = scope.ServiceProvider.GetRequiredService<RecordingsDbContext>().Recordings.AsNoTracking();
        if (recordingId is not null) recordings = recordings.Where(r => r.Id == recordingId);
        return await recordings.Where(r => r.StatusVersion > seen).OrderBy(r => r.StatusVersion).Take(Batch).ToListAsync(cancellationToken);
    }

    private async Task<long> LastVersionAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RecordingsDbContext>().Counters
            .Select(c => c.StatusVersion).SingleOrDefaultAsync(cancellationToken);
    }
}
