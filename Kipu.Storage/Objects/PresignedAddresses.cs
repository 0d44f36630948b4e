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

    /// <summary>Whether browsers reach the store at all.</summary>
    public bool AreServed => store.Public is not null;

    public async Task<PresignedAddress> SignAsync(string key)
    {
        var client = store.Public ?? throw new InvalidOperationException("The object store has no PublicEndpoint.");
        var expiresAt = time.GetUtcNow() + Lifetime;
        var url = await client.GetPreSignedURLAsync(new()
        {
            BucketName = store.Bucket,
            Key = key,
            Verb = HttpVerb.GET,
            Expires = expiresAt.UtcDateTime,
            Protocol = client.Config.ServiceURL.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? Protocol.HTTPS : Protocol.HTTP,
        });
        return new(url, expiresAt);
    }
}
