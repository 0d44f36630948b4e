using System.Runtime.InteropServices;
using Amazon.S3.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kipu.Benchmarks;

/// <summary>The same bytes, put into the store by Amazon's client with nothing between.</summary>
internal sealed class StraightUploads(ObjectStore store)
{
    public static async Task<StraightUploads> OpenAsync(BenchmarkSystem system, CancellationToken cancellationToken)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:audio"] = await system.ConnectionStringOfAsync("audio", cancellationToken),
        });
        builder.AddObjectStore("audio");
        return new(builder.Build().Services.GetRequiredService<ObjectStore>());
    }

    public async Task SendAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        MemoryMarshal.TryGetArray(content, out var bytes);
        using var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        var key = $"bench/{Guid.CreateVersion7()}";
        await store.Client.PutObjectAsync(
            new PutObjectRequest { BucketName = store.Bucket, Key = key, InputStream = stream, UseChunkEncoding = false }, cancellationToken);
    }

    /// <summary>Deletes what was put, so that the disk doesn't fill up.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        var page = await store.Client.ListObjectsV2Async(new() { BucketName = store.Bucket, Prefix = "bench/" }, cancellationToken);
        foreach (var found in page.S3Objects ?? []) await store.Client.DeleteObjectAsync(store.Bucket, found.Key, cancellationToken);
    }
}
