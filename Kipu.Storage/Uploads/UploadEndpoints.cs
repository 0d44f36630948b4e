using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Kipu.Storage;

internal static class UploadEndpoints
{
    /// <summary>Room for the form around a file of the largest size.</summary>
    private const int FormBytes = 256 * 1024;

    public static void AddUploads(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<UploadOptions>().BindConfiguration("Uploads").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<RoomReservation>();
        builder.Services.AddScoped<ReceiveUpload>();
        builder.Services.AddScoped<FinishUpload>();
        builder.Services.AddScoped<FailUpload>();
    }

    public static void MapUploads(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/upload", Receive).WithTags("Storage").RequireTenant()
            .ProducesError(
                UploadErrors.FileMissing, UploadErrors.FieldsAfterFile, UploadErrors.BadRecordingId, UploadErrors.BadTitle,
                CommonErrors.LimitExceeded, CommonErrors.NotFound, ChunkErrors.AlreadyFinalized, UploadErrors.InProgress,
                UploadErrors.Gone, UploadErrors.TooLarge, UploadErrors.UnsupportedMedia);

    /// <summary>Stores a whole recording and queues it for analysis: the raw body, or the file <c>file</c> of a form.</summary>
    /// <remarks>
    /// A form names <c>recordingId</c> and <c>title</c> before the file, a raw body in the query. The same file for the same recording gets
    /// the same answer.
    /// </remarks>
    /// <param name="request">The file: WebM, Ogg, MP4, MP3, FLAC or WAV.</param>
    /// <param name="recordingId">A UUID that the client chooses; made here when absent.</param>
    /// <param name="title">What to call the recording; the analysis names it when absent.</param>
    /// <param name="idempotencyKey">Without a recordingId: the same key stands for the same recording.</param>
    /// <param name="receive">Takes it.</param>
    /// <param name="tenant">Whose it is.</param>
    /// <param name="options">How long a file may be.</param>
    /// <param name="cancellationToken">The request's.</param>
    public static async Task<Results<Accepted<UploadResponse>, ProblemHttpResult>> Receive(
        HttpRequest request, [FromQuery] string? recordingId, [FromQuery] string? title,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, ReceiveUpload receive, TenantContext tenant,
        IOptions<UploadOptions> options, CancellationToken cancellationToken)
    {
        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = options.Value.MaxBytes + FormBytes;
        if (await MediaBody.OpenAsync(request, "file", cancellationToken) is not { } body) return UploadErrors.FileMissing.ToProblem();

        recordingId = body.Fields.GetValueOrDefault("recordingId") ?? recordingId;
        title = body.Fields.GetValueOrDefault("title") ?? title;
        if (title is not null && !IsTitle(title)) return UploadErrors.BadTitle.ToProblem();
        var id = string.IsNullOrEmpty(idempotencyKey) ? Guid.CreateVersion7() : IdOf(tenant.OrganizationId, idempotencyKey);
        var isUsable = recordingId is null || (Guid.TryParse(recordingId, out id) && id != Guid.Empty);
        if (!isUsable) return UploadErrors.BadRecordingId.ToProblem();
        return await receive.HandleAsync(id, title, body, request.ContentLength, cancellationToken);
    }

    internal static bool IsTitle(string title) => title.Trim() is { Length: > 0 and <= 200 } && !title.Any(char.IsControl);

    /// <summary>An id that follows from a key (a UUID of version 8), so that trying again finds what the first try made.</summary>
    internal static Guid IdOf(Guid organizationId, string key)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{organizationId}/{key}"))[..16];
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new(id, bigEndian: true);
    }
}
