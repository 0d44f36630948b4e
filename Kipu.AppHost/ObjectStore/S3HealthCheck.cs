using System.Data.Common;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Healthy when the store answers a signed request and, if a bucket is named, has it.</summary>
internal sealed class S3HealthCheck(IResourceWithConnectionString resource, string? bucket) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            using var client = await S3Connection.OpenAsync(resource, retries: 0, cancellationToken);
            var answer = await client.ListBucketsAsync(cancellationToken);
            return bucket is null || (answer.Buckets ?? []).Any(b => b.BucketName == bucket)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"Bucket '{bucket}' doesn't exist");
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException or OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy($"The store doesn't answer: {e.Message}"); // Without the stack, which Aspire would log at each try.
        }
    }
}

/// <summary>Opens a client on a store's or a bucket's connection string.</summary>
internal static class S3Connection
{
    public static async Task<AmazonS3Client> OpenAsync(IResourceWithConnectionString resource, int retries, CancellationToken cancellationToken)
    {
        var settings = new DbConnectionStringBuilder
        {
            ConnectionString = await resource.ConnectionStringExpression.GetValueAsync(cancellationToken),
        };
        return new AmazonS3Client((string)settings["AccessKey"], (string)settings["SecretKey"], new AmazonS3Config
        {
            ServiceURL = (string)settings["Endpoint"],
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
            Timeout = TimeSpan.FromSeconds(3),
            MaxErrorRetry = retries,
        });
    }
}
