using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Recordings;

/// <summary>What people change of a recording itself: its title, tags and markers, and whether it is paused.</summary>
internal static class UpdateRecording
{
    private const int MostMarkers = 500;

    public static void MapUpdateRecording(this IEndpointRouteBuilder recordings)
    {
        recordings.MapPatch("/{id:guid}", Update).ProducesError(
            RecordingErrors.NotFound, RecordingErrors.InvalidTransition, CommonErrors.ValidationFailed);
        recordings.MapPost("/{id:guid}/markers", AddMarker).ProducesError(RecordingErrors.NotFound, CommonErrors.ValidationFailed);
    }

    /// <summary>Changes a recording's title, its tags or its markers, and pauses it or goes on with it.</summary>
    public static async Task<Results<Ok<RecordingSummary>, ProblemHttpResult>> Update(
        Guid id, UpdateRecordingRequest request, TenantContext tenant, RecordingsDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (ErrorsOf(request) is { Count: > 0 } errors)
        {
            return CommonErrors.ValidationFailed.ToProblem(new Dictionary<string, object?> { ["errors"] = errors });
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockRecordingAsync(id, cancellationToken) is not { DeletedAt: null } recording)
        {
            return RecordingErrors.NotFound.ToProblem();
        }

        if (request.Status is { } status && !recording.TryPause(status is RecordingStatus.Paused, time.GetUtcNow()))
        {
            return RecordingErrors.InvalidTransition.ToProblem(recording);
        }

        if (request.Title is not null) recording.Rename(request.Title);
        if (request.Markers is not null) recording.Mark(Merge(recording.Markers, request.Markers, tenant.UserId, time.GetUtcNow()));
        if (request.Tags is not null)
        {
            recording.Tag(request.Tags);
            await db.ReplaceTagsAsync(recording, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (request.Status is not null) await db.AnnounceStatusAsync(recording, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(recording.ToDetails());
    }

    /// <summary>Adds a marker: several people may mark a meeting at once.</summary>
    public static async Task<Results<Created<Marker>, ProblemHttpResult>> AddMarker(
        Guid id, MarkerRequest request, TenantContext tenant, RecordingsDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockRecordingAsync(id, cancellationToken) is not { DeletedAt: null } recording)
        {
            return RecordingErrors.NotFound.ToProblem();
        }

        if (recording.Markers.Count >= MostMarkers)
        {
            return CommonErrors.ValidationFailed.With($"A recording has at most {MostMarkers} markers.").ToProblem();
        }

        var marker = New(request, tenant.UserId, time.GetUtcNow());
        recording.Mark([.. recording.Markers, marker]);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Created($"/api/recordings/{id}", marker);
    }

    /// <summary>What attributes can't say.</summary>
    private static Dictionary<string, string[]> ErrorsOf(UpdateRecordingRequest request)
    {
        var errors = new Dictionary<string, string[]>();
        if (request.Title is { } title && string.IsNullOrWhiteSpace(title)) errors["title"] = ["The title has no visible character."];
        if (request.Tags is { } tags && tags.Any(tag => string.IsNullOrWhiteSpace(tag) || tag.Trim().Length > RecordingTag.Longest))
        {
            errors["tags"] = [$"A tag has 1 to {RecordingTag.Longest} characters."];
        }

        if (request.Markers?.Any(marker => marker is null) is true) errors["markers"] = ["A marker is missing."];
        if (request.Status is not (null or RecordingStatus.Recording or RecordingStatus.Paused))
        {
            errors["status"] = ["The status is PAUSED or RECORDING."];
        }

        return errors;
    }

    private static IEnumerable<Marker> Merge(IReadOnlyList<Marker> present, IReadOnlyList<MarkerRequest> wanted, Guid? userId,
        DateTimeOffset now)
    {
        var known = present.ToDictionary(marker => marker.Id);
        return wanted.DistinctBy(marker => marker.Id ?? Guid.NewGuid()).Select(marker =>
        {
            var same = marker.Id is { } id ? known.GetValueOrDefault(id) : null;
            if (same is null) return New(marker, userId, now);
            return same.AtSeconds == marker.AtSeconds && same.Text == marker.Text ? same : New(marker, userId, now) with { Id = same.Id };
        });
    }

    private static Marker New(MarkerRequest request, Guid? userId, DateTimeOffset now) =>
        new(Guid.CreateVersion7(), request.AtSeconds, request.Text, userId, now);
}
