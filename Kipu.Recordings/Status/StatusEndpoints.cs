using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

internal static class StatusEndpoints
{
    public static void AddStatusEvents(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StatusFeed>();
        builder.Services.AddHostedService(services => services.GetRequiredService<StatusFeed>());
        builder.Services.AddSingleton<StatusStream>();
    }

    public static void MapStatus(this IEndpointRouteBuilder routes)
    {
        var status = routes.MapGroup("/api/status").WithTags("Status").RequireTenant();
        status.MapGet("/{recordingId:guid}", Get).ProducesError(RecordingErrors.NotFound);
        status.MapGet("/{recordingId:guid}/events", Follow).Produces<string>(200, "text/event-stream").Produces(204)
            .ProducesError(RecordingErrors.NotFound);
        status.MapGet("/events", FollowAll).Produces<string>(200, "text/event-stream");
    }

    /// <summary>Shows how a recording stands.</summary>
    public static async Task<Results<Ok<RecordingStatusInfo>, ProblemHttpResult>> Get(
        Guid recordingId, RecordingsDbContext db, CancellationToken cancellationToken) =>
        await db.Recordings.AsNoTracking().FirstOrDefaultAsync(r => r.Id == recordingId, cancellationToken) is { } recording
            ? TypedResults.Ok(recording.ToStatus())
            : RecordingErrors.NotFound.ToProblem();

    /// <summary>Follows a recording's status as server-sent events named <c>status</c>, until it is completed or has failed.</summary>
    /// <param name="recordingId">The recording.</param>
    /// <param name="lastEventId">The id of the last event that was received: what has changed since is sent first.</param>
    /// <param name="context">The request.</param>
    /// <param name="tenant">Who asks.</param>
    /// <param name="stream">Sends the events.</param>
    /// <param name="scopes">Where the recording is looked up.</param>
    public static async Task Follow(
        Guid recordingId, [FromHeader(Name = "Last-Event-ID")] string? lastEventId, HttpContext context, TenantContext tenant, StatusStream stream,
        IServiceScopeFactory scopes)
    {
        var seen = Parse(lastEventId);
        await using (var scope = scopes.CreateAsyncScope())
        {
            var recordings = scope.ServiceProvider.GetRequiredService<RecordingsDbContext>().Recordings.AsNoTracking();
            if (await recordings.FirstOrDefaultAsync(r => r.Id == recordingId, context.RequestAborted) is not { } recording)
            {
                await RecordingErrors.NotFound.ToProblem().ExecuteAsync(context);
                return;
            }

            // The client has seen the end; a browser that is told 204 does not come back.
            if (StatusStream.IsFinal(recording.Status) && seen >= recording.StatusVersion)
            {
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }
        }

        await stream.RunAsync(context, tenant.OrganizationId, recordingId, seen);
    }

    /// <summary>Follows the status of all recordings of the organization as server-sent events named <c>status</c>.</summary>
    /// <param name="lastEventId">The id of the last event that was received: what has changed since is sent first.</param>
    /// <param name="context">The request.</param>
    /// <param name="tenant">Who asks.</param>
    /// <param name="stream">Sends the events.</param>
    public static Task FollowAll(
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId, HttpContext context, TenantContext tenant, StatusStream stream) =>
        stream.RunAsync(context, tenant.OrganizationId, null, Parse(lastEventId));

    /// <remarks>An id that isn't ours is as good as none.</remarks>
    private static long? Parse(string? lastEventId) =>
        long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
