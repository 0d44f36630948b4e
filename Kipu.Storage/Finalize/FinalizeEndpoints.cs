using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Storage;

internal static class FinalizeEndpoints
{
    public static void AddFinalize(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ChunkRows>();
        builder.Services.AddSingleton<ChunkAssembly>();
        builder.Services.AddSingleton<RunningDigests>();
        builder.Services.AddScoped<MasterOfChunks>();
        builder.Services.AddScoped<CompleteUpload>();
        builder.Services.AddScoped<FinalizeUpload>();
    }

    public static void MapFinalize(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/finalize/{recordingId:guid}", FinalizeRecording).WithTags("Storage").RequireTenant().ProducesError(
            CommonErrors.ValidationFailed, CommonErrors.NotFound, FinalizeErrors.MissingChunks, FinalizeErrors.MoreChunks,
            ChunkErrors.AlreadyFinalized, UploadErrors.InProgress, UploadErrors.Gone, UploadErrors.UnsupportedMedia,
            CommonErrors.PayloadTooLarge, FinalizeErrors.DigestMismatch);

    /// <summary>Ends a chunked upload: checks that nothing is missing, joins the chunks and queues the recording for analysis.</summary>
    /// <remarks>
    /// Calling it again gives the same answer, unless it says another digest or number of chunks. It goes on when the client hangs up: a browser that was closed has finished its meeting.
    /// </remarks>
    public static Task<Results<Accepted<FinalizeResponse>, ProblemHttpResult>> FinalizeRecording(
        Guid recordingId, FinalizeRequest? request, FinalizeUpload finalize, TenantContext tenant,
        IHostApplicationLifetime lifetime) =>
        finalize.HandleAsync(tenant.OrganizationId, recordingId, request ?? new(null, null, null), lifetime.ApplicationStopping);
}
