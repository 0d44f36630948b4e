using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Storage;

/// <summary>The objects of a recording, for Kipu's other services.</summary>
internal static class InternalObjectEndpoints
{
    private const string Route = "/objects/{recordingId:guid}/{kind:regex(^(master|playback|waveform)$)}";

    public static void AddObjects(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton<ObjectWriter>().AddSingleton<PresignedAddresses>();

    public static void MapInternalObjects(this IEndpointRouteBuilder routes)
    {
        var objects = routes.MapInternal();
        objects.MapMethods(Route, [HttpMethods.Get, HttpMethods.Head], Read);
        objects.MapPut(Route, Write).WithMetadata(new DisableRequestSizeLimitAttribute());
    }

    /// <summary>
    /// Streams the object from the store, whole or the range that is asked for. With <paramref name="redirect"/> it answers 307 instead where
    /// a browser can fetch the object from the store itself.
    /// </summary>
    public static async Task<Results<FileStreamHttpResult, RedirectHttpResult, ProblemHttpResult>> Read(
        Guid recordingId, string kind, bool? redirect, StorageDbContext db, ObjectStore store, PresignedAddresses addresses,
        CancellationToken cancellationToken)
    {
        if (TenantScope.OrganizationId is not { } organizationId) return OrganizationMissing.ToProblem();
        var wanted = ObjectKeys.KindOf(kind);
        StoredObject? stored;
        List<StoredPiece> pieces;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            stored = await db.Objects.AsNoTracking()
                .Where(o => o.OrganizationId == organizationId && o.RecordingId == recordingId && o.Kind == wanted)
                .SingleOrDefaultAsync(cancellationToken);
            if (stored is null) return CommonErrors.NotFound.ToProblem();
            if (redirect is true && await addresses.SignAsync(stored) is { } address) return TypedResults.Redirect(address, preserveMethod: true);
            pieces = stored.LiesInChunks
                ? await db.Chunks.Where(c => c.OrganizationId == organizationId && c.RecordingId == recordingId)
                    .OrderBy(c => c.Index).Select(c => new StoredPiece(c.ObjectKey, c.Size)).ToListAsync(cancellationToken)
                : [new(stored.ObjectKey, stored.Bytes)];
        }

        return TypedResults.Stream(
            new ObjectStream(store, pieces), stored.ContentType, lastModified: stored.CreatedAt,
            entityTag: new EntityTagHeaderValue($"\"{stored.Sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>Stores what the worker made of a recording, in place of what it made before. Counted, and never refused for room.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Write(
        Guid recordingId, string kind, HttpRequest request, StorageDbContext db, ObjectWriter objects,
        IDbContextOutbox<StorageDbContext> outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        if (TenantScope.OrganizationId is not { } organizationId) return OrganizationMissing.ToProblem();
        var made = ObjectKeys.KindOf(kind);
        if (made is ObjectKind.Master) return MasterIsFinal.ToProblem();
        var contentType = request.ContentType ?? MediaSniffer.Unknown;
        var written = await objects.WriteAsync(
            ObjectKeys.NewObject(organizationId, recordingId, made), contentType, request.Body, new(ObjectWriter.MaxObjectBytes),
            cancellationToken);
        if (written.Refusal is not null) return CommonErrors.PayloadTooLarge.ToProblem();

        string? replaced;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            if (await db.LockUploadAsync(organizationId, recordingId, cancellationToken) is not { State: UploadState.Finalized })
            {
                await objects.DeleteAsync(written.Key, cancellationToken);
                return CommonErrors.NotFound.ToProblem();
            }

            var stored = await db.Objects.FindAsync([organizationId, recordingId, made], cancellationToken);
            replaced = stored?.ObjectKey;
            var used = await db.CountAsync(organizationId, written.Bytes - (stored?.Bytes ?? 0), cancellationToken);
            if (stored is null)
            {
                stored = StoredObject.Of(organizationId, recordingId, made, written, contentType, time.GetUtcNow());
                db.Objects.Add(stored);
            }
            else
            {
                stored.Hold(written, contentType, time.GetUtcNow());
            }

            await outbox.PublishAsync(new StorageUsageChanged(organizationId, used, time.GetUtcNow()));
            await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        }

        if (replaced is not null) await objects.DeleteAsync(replaced, cancellationToken);
        return TypedResults.NoContent();
    }

    private static readonly ApiError OrganizationMissing = CommonErrors.InvalidRequest.With(
        $"The header {InternalToken.OrganizationHeader} is missing.");
    private static readonly ApiError MasterIsFinal = new(409, "already_finalized", "A recording's master is never replaced.");
}
