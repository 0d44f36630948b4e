using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Storage;

internal static class ChunkEndpoints
{
    public static void AddChunks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ChunkOptions>().BindConfiguration("Chunks").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<OpenUploads>();
        builder.Services.AddScoped<ReceiveChunk>();
    }

    public static void MapChunks(this IEndpointRouteBuilder routes)
    {
        var chunks = routes.MapGroup("/api/chunks").WithTags("Storage").RequireTenant();
        chunks.MapPost("/{recordingId:guid}", Receive)
            // Room for the form around a chunk of the largest size.
            .WithMetadata(new RequestSizeLimitAttribute(ChunkOptions.MaxBytes + (64 * 1024)))
            .ProducesError(
                ChunkErrors.IndexRequired, ChunkErrors.Empty, ChunkErrors.BadDigest, ChunkErrors.BadStart, ChunkErrors.FormIncomplete,
                CommonErrors.LimitExceeded, CommonErrors.NotFound, ChunkErrors.Conflict, ChunkErrors.AlreadyFinalized,
                UploadErrors.InProgress, UploadErrors.Gone, ChunkErrors.TooLarge, ChunkErrors.NotMedia, ChunkErrors.DigestMismatch);
        chunks.MapGet("/{recordingId:guid}", List).ProducesError(CommonErrors.NotFound, UploadErrors.Gone);
    }

    /// <summary>Stores a chunk of a recording: the raw body, or the file <c>chunk</c> of a form with its <c>sequence</c>.</summary>
    /// <remarks>
    /// The answer means that the chunk is durable. Sending the same chunk again changes nothing. The first chunk of an unknown id creates
    /// the recording.
    /// </remarks>
    /// <param name="recordingId">A UUID that the client chooses, the same for all chunks.</param>
    /// <param name="request">The chunk, at most 16 MiB.</param>
    /// <param name="index">The chunk's place in the recording, from 0.</param>
    /// <param name="start">Where the chunk begins in the meeting, in milliseconds.</param>
    /// <param name="receive">Takes it.</param>
    /// <param name="cancellationToken">The request's.</param>
    public static async Task<Results<Ok<ChunkReceipt>, ProblemHttpResult>> Receive(
        Guid recordingId, HttpRequest request, [FromHeader(Name = "x-chunk-index")] string? index,
        [FromHeader(Name = "x-chunk-start-ms")] string? start, ReceiveChunk receive, CancellationToken cancellationToken)
    {
        if (!ContentDigest.TryRead(request.Headers, out var digests)) return ChunkErrors.BadDigest.ToProblem();
        long? startMs = long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : null;
        if (start is not null && startMs is null) return ChunkErrors.BadStart.ToProblem();

        if (await MediaBody.OpenAsync(request, "chunk", cancellationToken) is not { } body) return ChunkErrors.FormIncomplete.ToProblem();
        if (!IsMedia(body.ContentType)) return ChunkErrors.NotMedia.ToProblem();
        var isForm = body.Content != request.Body;
        var number = ParseIndex(body.Fields.GetValueOrDefault("sequence") ?? index);
        if (number is null && !isForm) return ChunkErrors.IndexRequired.ToProblem();
        return await receive.HandleAsync(recordingId, body, new(number, digests, startMs), cancellationToken);
    }

    /// <summary>Which chunks of a recording are stored, to go on where an upload broke off.</summary>
    public static async Task<Results<Ok<ChunkListing>, ProblemHttpResult>> List(
        Guid recordingId, StorageDbContext db, TenantContext tenant, CancellationToken cancellationToken)
    {
        var upload = await db.Uploads
            .SingleOrDefaultAsync(u => u.OrganizationId == tenant.OrganizationId && u.RecordingId == recordingId, cancellationToken);
        if (upload is null) return CommonErrors.NotFound.ToProblem();
        if (upload.State is UploadState.Gone) return UploadErrors.Gone.ToProblem();

        // The rows of a finalized recording are gone when its chunks are; none was missing then.
        if (upload.State is UploadState.Finalized)
        {
            return TypedResults.Ok(new ChunkListing(upload.ChunkCount > 0 ? [[0, upload.ChunkCount - 1]] : [], [], upload.Bytes));
        }

        var indices = await db.Chunks.Where(c => c.OrganizationId == tenant.OrganizationId && c.RecordingId == recordingId)
            .OrderBy(c => c.Index).Select(c => c.Index).ToListAsync(cancellationToken);
        var received = ChunkRanges.Of(indices);
        var missing = ChunkRanges.Missing(received, indices.Count > 0 ? indices[^1] + 1 : 0).Take(FinalizeUpload.MaxListed).ToList();
        return TypedResults.Ok(new ChunkListing(received, missing, upload.Bytes));
    }

    internal static int? ParseIndex(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < ChunkOptions.MaxCount ? index : null;

    private static bool IsMedia(string? contentType) =>
        contentType is null or "application/octet-stream"
        || contentType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("video/", StringComparison.OrdinalIgnoreCase);
}
