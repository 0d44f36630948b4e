using System.Data.Common;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kipu.ServiceDefaults;

/// <summary>The S3 bucket of a service.</summary>
/// <param name="Client">For the service itself.</param>
/// <param name="Bucket">Its name.</param>
/// <param name="Public">Signs addresses that browsers reach; null where the store is reached from inside only.</param>
public sealed record ObjectStore(IAmazonS3 Client, string Bucket, IAmazonS3? Public = null);

public static class ObjectStoreExtensions
{
    /// <summary>
    /// Reads <c>ConnectionStrings:{name}</c> (<c>Endpoint=;AccessKey=;SecretKey=;Bucket=</c>, and <c>PublicEndpoint=</c> where browsers may
    /// fetch from the store) and adds <see cref="ObjectStore"/>.
    /// The client asks of the store what every S3 server has: path-style addresses, no checksum trailers.
    /// </summary>
    public static void AddObjectStore(this IHostApplicationBuilder builder, string name)
    {
        builder.Services.AddSingleton(_ =>
        {
            var settings = new DbConnectionStringBuilder
            {
                ConnectionString = builder.Configuration.GetConnectionString(name) ?? throw new InvalidOperationException($"ConnectionStrings:{name} is missing."),
            };
            return new ObjectStore(
                ClientOf(settings, Setting(settings, "Endpoint")), Setting(settings, "Bucket"),
                settings.TryGetValue("PublicEndpoint", out var address) ? ClientOf(settings, (string)address) : null);
        });
        builder.AddReadiness(name, async (services, cancellationToken) =>
        {
            var store = services.GetRequiredService<ObjectStore>();
            await store.Client.ListObjectsV2Async(new() { BucketName = store.Bucket, MaxKeys = 1 }, cancellationToken);
        });
    }

    private static AmazonS3Client ClientOf(DbConnectionStringBuilder settings, string endpoint) =>
        new(new BasicAWSCredentials(Setting(settings, "AccessKey"), Setting(settings, "SecretKey")), new AmazonS3Config
        {
            ServiceURL = endpoint,
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            MaxErrorRetry = 3,
            Timeout = TimeSpan.FromMinutes(5),
            // By default a part of 8 MiB goes to the socket in a thousand pieces.
            BufferSize = 128 * 1024,
        });

    private static string Setting(DbConnectionStringBuilder settings, string key) =>
        settings.TryGetValue(key, out var value) ? (string)value : throw new InvalidOperationException($"The object store's connection string has no {key}.");
}
