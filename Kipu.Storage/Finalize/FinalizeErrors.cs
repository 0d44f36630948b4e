namespace Kipu.Storage;

internal static class FinalizeErrors
{
    public static readonly ApiError MissingChunks = new(409, "missing_chunks",
        "Some chunks have not arrived; missing names them. Send them and finalize again.");
    public static readonly ApiError MoreChunks = new(409, "unexpected_chunks", "More chunks are stored than totalChunks says there are.");
    public static readonly ApiError DigestMismatch = new(422, "digest_mismatch", "The joined chunks do not have the digest that was sent.");
}
