using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kipu.Recordings;

/// <summary>What people change of a recording itself: its title, tags and markers, and whether it is paused.</summary>
internal static class UpdateRecording
{
    private const int MostMarkers = 500;

    public static void MapUpdateRecording(this IEndpointRouteBuilder recordings)
    {
        recordings.MapPatch("/{id:guid}", Update).ProducesError(
            RecordingErrors.NotFound, RecordingErrors.InvalidTransition, CommonErrors.ValidationFailed);
        var markers = recordings.MapGroup("/{id:guid}/markers");
        markers.MapPost("", AddMarker).ProducesError(
            RecordingErrors.NotFound, CommonErrors.ValidationFailed, RecordingErrors.InvalidIdempotencyKey, RecordingErrors.IdempotencyConflict);
        markers.MapPut("/{markerId:guid}", PutMarker).ProducesError(RecordingErrors.NotFound, CommonErrors.ValidationFailed);
        markers.MapDelete("/{markerId:guid}", RemoveMarker).ProducesError(RecordingErrors.NotFound);
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
        Guid id, MarkerRequest request, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, TenantContext tenant,
        IdempotencyKeys keys, RecordingsDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (idempotencyKey is not null && !IdempotencyKeys.IsOne(idempotencyKey)) return RecordingErrors.InvalidIdempotencyKey.ToProblem();

        var wanted = New(request.AtSeconds, request.Text, tenant.UserId, time.GetUtcNow());
        if (idempotencyKey is not null) wanted = wanted with { Id = new(keys.Derive("marker", id, idempotencyKey).AsSpan(0, 16)) };
        var (_, marker, problem) = await SetMarkerAsync(id, wanted, mayReplace: false, db, cancellationToken);
        return marker is null ? problem! : TypedResults.Created($"/api/recordings/{id}", marker);
    }

    /// <summary>
    /// Sets one marker under an id that the client chose, and leaves all others alone: a request whose answer was lost is simply sent again. What
    /// says the same keeps who set it and when.
    /// </summary>
    public static async Task<Results<Created<Marker>, Ok<Marker>, ProblemHttpResult>> PutMarker(
        Guid id, Guid markerId, PutMarkerRequest request, TenantContext tenant, RecordingsDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var wanted = New(request.AtSeconds, request.Text, tenant.UserId, time.GetUtcNow()) with { Id = markerId };
        var (isNew, marker, problem) = await SetMarkerAsync(id, wanted, mayReplace: true, db, cancellationToken);
        if (marker is null) return problem!;
        return isNew ? TypedResults.Created($"/api/recordings/{id}", marker) : TypedResults.Ok(marker);
    }

    /// <summary>Removes one marker; one that isn't there is removed already.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> RemoveMarker(
        Guid id, Guid markerId, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockRecordingAsync(id, cancellationToken) is not { DeletedAt: null } recording)
        {
            return RecordingErrors.NotFound.ToProblem();
        }

        recording.Mark(recording.Markers.Where(marker => marker.Id != markerId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Puts one marker beside or in the place of what is there; under a lock, so that none of two that mark at once is lost.</summary>
    private static async Task<(bool IsNew, Marker? Marker, ProblemHttpResult? Problem)> SetMarkerAsync(
        Guid id, Marker wanted, bool mayReplace, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockRecordingAsync(id, cancellationToken) is not { DeletedAt: null } recording)
        {
            return (false, null, RecordingErrors.NotFound.ToProblem());
        }

        var present = recording.Markers.FirstOrDefault(marker => marker.Id == wanted.Id);
        if (present is not null && SaysTheSame(present, wanted)) return (false, present, null);
        if (present is not null && !mayReplace) return (false, null, RecordingErrors.IdempotencyConflict.ToProblem());
        if (present is null && recording.Markers.Count >= MostMarkers)
        {
            return (false, null, CommonErrors.ValidationFailed.With($"A recording has at most {MostMarkers} markers.").ToProblem());
        }

        recording.Mark(recording.Markers.Where(marker => marker.Id != wanted.Id).Append(wanted));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (present is null, wanted, null);
    }

    /// <summary>What attributes can't say.</summary>
    private static Dictionary<string, string[]> ErrorsOf(UpdateRecordingRequest request)
    {
        var errors = new Dictionary<string, string[]>();
        if (request.Title is { } title && string.IsNullOrWhiteSpace(Storable.Text(title))) errors["title"] = ["The title has no visible character."];
        if (request.Tags is { } tags && tags.Any(tag => tag is null || !RecordingTag.Fits(tag)))
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
        return wanted.DistinctBy(marker => marker.Id ?? Guid.NewGuid()).Select(request =>
        {
            var marker = New(request.AtSeconds, request.Text, userId, now);
            if (request.Id is not { } id || !known.TryGetValue(id, out var same)) return marker;
            return SaysTheSame(same, marker) ? same : marker with { Id = id };
        });
    }

    private static bool SaysTheSame(Marker one, Marker other) => one.AtSeconds == other.AtSeconds && one.Text == other.Text;

    private static Marker New(double atSeconds, string? text, Guid? userId, DateTimeOffset now) =>
        new(Guid.CreateVersion7(), atSeconds, text is null ? null : Storable.Text(text), userId, now);
}
