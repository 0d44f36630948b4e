using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;

namespace Kipu.Storage;

/// <summary>The headers that begin an upload.</summary>
internal sealed record TusCreationHeaders(
    [FromHeader(Name = TusHeaders.Length)] string? Length,
    [FromHeader(Name = TusHeaders.Metadata)] string? Metadata,
    [FromHeader(Name = TusHeaders.Concat)] string? Concat,
    [FromHeader(Name = TusHeaders.Checksum)] string? Checksum,
    [FromHeader(Name = "Content-Type")] string? ContentType,
    [FromHeader(Name = "Idempotency-Key")] string? IdempotencyKey);

/// <summary>What a client says of the file that it is about to send.</summary>
/// <param name="Id">The recording that it becomes, which is also its address; of a part only its address.</param>
/// <param name="Title">What to call the recording.</param>
/// <param name="File">Its length, and what tus clients may ask for again.</param>
/// <param name="Parts">The partial uploads that it is joined of; null when its bytes are sent.</param>
/// <param name="HasBytes">Whether the first come along.</param>
/// <param name="Checksum">The digest that those must have.</param>
internal sealed record TusCreation(
    Guid Id, string? Title, AnnouncedFile File, IReadOnlyList<Guid>? Parts, bool HasBytes, TusChecksum? Checksum)
{
    public static (TusCreation? Creation, ApiError? Error) Read(TusCreationHeaders headers, Guid organizationId, long maxBytes)
    {
        if (TusHeaders.ParseMetadata(headers.Metadata) is not { } metadata) return (null, TusErrors.BadMetadata);
        var parts = TusHeaders.ParseFinal(headers.Concat);
        if (headers.Concat is not (null or TusHeaders.Partial) && parts is null) return (null, TusErrors.BadConcat);
        if (!TryReadId(metadata.GetValueOrDefault("recordingId"), headers, parts, organizationId, out var id))
        {
            return (null, UploadErrors.BadRecordingId);
        }

        var title = metadata.GetValueOrDefault("title");
        if (title is not null && !UploadEndpoints.IsTitle(title)) return (null, UploadErrors.BadTitle);
        var length = parts is null ? TusHeaders.ParseNumber(headers.Length) : 0;
        if (length is null || (length is 0 && parts is null)) return (null, TusErrors.BadLength);
        if (length > maxBytes) return (null, UploadErrors.TooLarge);

        var hasBytes = parts is null && headers.ContentType is not null;
        if (hasBytes && headers.ContentType is not TusHeaders.Bytes) return (null, TusErrors.NotBytes);
        if (!TusHeaders.TryReadChecksum(headers.Checksum, out var checksum)) return (null, TusErrors.BadChecksum);
        return (new(id, title, new(length.Value, headers.Metadata, headers.Concat), parts, hasBytes, checksum), null);
    }

    /// <summary>
    /// Parts never choose theirs. A final upload's follows from them, and that of one with a key from the key, so that trying again finds
    /// what the first try made.
    /// </summary>
    private static bool TryReadId(string? chosen, TusCreationHeaders headers, IReadOnlyList<Guid>? parts, Guid organizationId, out Guid id)
    {
        var key = parts is null ? headers.IdempotencyKey : headers.Concat;
        id = string.IsNullOrEmpty(key) ? Guid.CreateVersion7() : UploadEndpoints.IdOf(organizationId, key);
        return chosen is null || headers.Concat is TusHeaders.Partial || (Guid.TryParse(chosen, out id) && id != Guid.Empty);
    }
}

/// <summary>The digest that the bytes of one request must have.</summary>
internal sealed record TusChecksum(HashAlgorithmName Algorithm, byte[] Digest);
