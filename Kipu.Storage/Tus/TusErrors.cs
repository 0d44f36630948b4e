namespace Kipu.Storage;

internal static class TusErrors
{
    public static readonly ApiError Version = new(412, "tus_version_unsupported", "Send the header Tus-Resumable with the version 1.0.0.");
    public static readonly ApiError BadLength = new(400, "invalid_upload_length",
        "Upload-Length takes the bytes of the whole file, at least 1; it can't be sent later.");
    public static readonly ApiError BadOffset = new(400, "invalid_upload_offset", "Upload-Offset takes the bytes that are stored already.");
    public static readonly ApiError BadMetadata = new(400, "invalid_upload_metadata",
        "Upload-Metadata takes at most 4,096 characters of pairs, separated by commas: a key, a space, and a value in Base64.");
    public static readonly ApiError BadConcat = new(400, "invalid_upload_concat",
        "Upload-Concat takes partial, or final; with the addresses of up to 250 partial uploads, each once.");
    public static readonly ApiError BadChecksum = new(400, "invalid_upload_checksum",
        "Upload-Checksum takes sha1 or sha256, a space, and the digest in Base64.");
    public static readonly ApiError NotBytes = CommonErrors.UnsupportedMediaType.With("Send the bytes as application/offset+octet-stream.");
    public static readonly ApiError OtherOffset = new(409, "upload_offset_mismatch",
        "Another number of bytes is stored. Ask for it with HEAD, and go on from there.");
    public static readonly ApiError Joined = CommonErrors.Forbidden.With("A final upload takes no bytes: it has those of its parts.");
    public static readonly ApiError PartsIncomplete = new(409, "upload_incomplete", "A partial upload has not all of its bytes yet.");

    /// <summary>460 is the status that tus has made for it.</summary>
    public static readonly ApiError ChecksumMismatch = new(460, "digest_mismatch",
        "The bytes that arrived do not have the checksum that was sent with them; none of them was kept.");
}
