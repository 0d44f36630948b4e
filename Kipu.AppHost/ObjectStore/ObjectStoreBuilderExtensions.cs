using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>An S3 object store and its buckets in the application model.</summary>
public static class ObjectStoreBuilderExtensions
{
    private const int MinioPort = 9000;

    /// <summary>Adds an S3 object store: MinIO's last open image.</summary>
    /// <param name="builder">The application that the store becomes part of.</param>
    /// <param name="name">The resource's name, and that of the connection string which <c>WithReference</c> hands out.</param>
    /// <param name="secretKey">The secret key that requests are signed with.</param>
    /// <param name="port">The port on the host; a free one when <see langword="null"/>.</param>
    /// <remarks>Without a volume the data goes with the container.</remarks>
    public static IResourceBuilder<ObjectStoreResource> AddObjectStore(
        this IDistributedApplicationBuilder builder,
        [ResourceName] string name,
        IResourceBuilder<ParameterResource> secretKey,
        int? port = null)
    {
        var store = new ObjectStoreResource(name, secretKey.Resource);
        return builder.AddResource(store)
            .WithImage("minio/minio", "RELEASE.2025-09-07T16-13-09Z")
            .WithImageRegistry("docker.io")
            .WithArgs("server", "/data")
            .WithEnvironment("MINIO_ROOT_USER", ObjectStoreResource.AccessKey)
            .WithEnvironment("MINIO_ROOT_PASSWORD", secretKey)
            .WithHttpEndpoint(port, targetPort: MinioPort, ObjectStoreResource.EndpointName)
            .WithS3HealthCheck(store, bucket: null)
            .OnResourceReady((_, ready, cancellationToken) => CreateBucketsAsync(store, ready.Services, cancellationToken));
    }

    /// <summary>Adds a bucket, created when the store is ready.</summary>
    /// <param name="store">The store that keeps it.</param>
    /// <param name="name">The resource's name, and that of its connection string.</param>
    /// <param name="bucketName">The bucket's name in the store; <paramref name="name"/> when <see langword="null"/>.</param>
    public static IResourceBuilder<ObjectBucketResource> AddBucket(
        this IResourceBuilder<ObjectStoreResource> store, [ResourceName] string name, string? bucketName = null)
    {
        var bucket = new ObjectBucketResource(name, bucketName ?? name, store.Resource);
        return store.ApplicationBuilder.AddResource(bucket).WithS3HealthCheck(bucket, bucket.BucketName);
    }

    /// <summary>Keeps the objects in a named volume, so that they outlive the container.</summary>
    public static IResourceBuilder<ObjectStoreResource> WithDataVolume(this IResourceBuilder<ObjectStoreResource> store, string volumeName) =>
        store.WithVolume(volumeName, "/data");

    private static IResourceBuilder<T> WithS3HealthCheck<T>(this IResourceBuilder<T> builder, T resource, string? bucket)
        where T : IResourceWithConnectionString
    {
        var key = $"{resource.Name}_s3";
        builder.ApplicationBuilder.Services.AddHealthChecks().Add(
            new HealthCheckRegistration(key, _ => new S3HealthCheck(resource, bucket), HealthStatus.Unhealthy, tags: null));
        return builder.WithHealthCheck(key);
    }

    private static async Task CreateBucketsAsync(ObjectStoreResource store, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var client = await S3Connection.OpenAsync(store, retries: 8, cancellationToken);
        var buckets = services.GetRequiredService<DistributedApplicationModel>().Resources.OfType<ObjectBucketResource>();
        foreach (var bucket in buckets.Where(bucket => bucket.Parent == store))
        {
            try
            {
                await client.PutBucketAsync(new PutBucketRequest { BucketName = bucket.BucketName }, cancellationToken);
            }
            catch (AmazonS3Exception e) when (e.ErrorCode is "BucketAlreadyOwnedByYou")
            {
                // It is there since an earlier run.
            }
        }
    }
}
