namespace Kipu.Storage;

internal static class ChunkErrors
{
    public static readonly ApiError IndexRequired = new(400, "chunk_index_required",
        "Send the chunk's index, a whole number from 0, as header x-chunk-index or as form field sequence.");
    public static readonly ApiError Empty = new(400, "empty_chunk", "The chunk holds no bytes.");
    public static readonly ApiError BadDigest = new(400, "invalid_digest",
        "x-chunk-sha256 takes 64 hexadecimal digits, Content-Digest the form sha-256=:base64:.");
    public static readonly ApiError BadStart = new(400, "invalid_start",
        "x-chunk-start-ms takes whole milliseconds from the start of the meeting.");
    public static readonly ApiError FormIncomplete = new(400, "chunk_missing", "The form holds no file named chunk.");
    public static readonly ApiError Conflict = new(409, "chunk_conflict", "Another content is already stored under this index.");
    public static readonly ApiError AlreadyFinalized = new(409, "already_finalized", "The recording is finalized and takes no more audio.");
    public static readonly ApiError TooLarge = CommonErrors.PayloadTooLarge.With(
        "A chunk may hold 16 MiB. Send smaller ones, or the whole file to /api/upload.");
    public static readonly ApiError DigestMismatch = new(422, "digest_mismatch",
        "The bytes that arrived do not have the digest that was sent with them.");
    public static readonly ApiError NotMedia = CommonErrors.UnsupportedMediaType.With(
        "Send the chunk as audio/*, video/* or application/octet-stream, or as multipart/form-data.");
}
