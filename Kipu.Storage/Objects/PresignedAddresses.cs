using Amazon.S3;

namespace Kipu.Storage;

/// <summary>
/// Addresses by which a browser fetches an object from the store, so that a deployment's players don't go through Kipu: AWS Signature
/// Version 4 in the query string.
/// </summary>
internal sealed class PresignedAddresses(ObjectStore store, TimeProvider time)
{
    /// <summary>A player asks for the next range under the address that it has; a longer pause brings it back to its ticket.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <returns>Null where browsers don't reach the store, and for what is no single object.</returns>
    public async Task<string?> SignAsync(StoredObject stored)
    {
        if (store.Public is not { } client || stored.LiesInChunks) return null;

        return await client.GetPreSignedURLAsync(new()
        {
            BucketName = store.Bucket,
            Key = stored.ObjectKey,
            Verb = HttpVerb.GET,
            Expires = (time.GetUtcNow() + Lifetime).UtcDateTime,
            Protocol = client.Config.ServiceURL.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? Protocol.HTTPS : Protocol.HTTP,
        });
    }
}
