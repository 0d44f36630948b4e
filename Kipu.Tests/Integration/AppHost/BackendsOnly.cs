using System.Data.Common;
using Amazon.S3;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Npgsql;
using RabbitMQ.Client;
using StackExchange.Redis;

namespace Kipu.Tests;

/// <summary>A system of its own with the backing servers alone.</summary>
internal sealed class BackendsOnly : IAsyncDisposable
{
    private static readonly string[] Servers = ["postgres", "authdb", "redis", "rabbitmq", "s3", "audio"];

    private readonly DistributedApplication _app;

    private BackendsOnly(DistributedApplication app) => _app = app;

    public static async Task<BackendsOnly> StartAsync(string state, params string[] arguments)
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Kipu_AppHost>([.. AppHostArguments.For(state), .. arguments]);
        foreach (var service in builder.Resources.OfType<ProjectResource>().ToList()) builder.Resources.Remove(service);
        var app = await builder.BuildAsync();
        using var limit = new CancellationTokenSource(KipuSystem.Patience);
        try
        {
            await app.StartAsync(limit.Token);
            await Task.WhenAll(Servers.Select(server =>
                app.ResourceNotifications.WaitForResourceHealthyAsync(server, WaitBehavior.StopOnResourceUnavailable, limit.Token)));
            return new BackendsOnly(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async Task<NpgsqlConnection> OpenPostgresAsync()
    {
        var connection = new NpgsqlConnection(await _app.GetConnectionStringAsync("authdb"));
        await connection.OpenAsync();
        return connection;
    }

    public async Task<ConnectionMultiplexer> OpenRedisAsync() =>
        await ConnectionMultiplexer.ConnectAsync((await _app.GetConnectionStringAsync("redis"))!);

    public async Task<IConnection> OpenRabbitMqAsync() =>
        await new ConnectionFactory { Uri = new Uri((await _app.GetConnectionStringAsync("rabbitmq"))!) }.CreateConnectionAsync();

    public async Task<AmazonS3Client> OpenS3Async()
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = await _app.GetConnectionStringAsync("audio") };
        return new AmazonS3Client((string)settings["AccessKey"], (string)settings["SecretKey"], new AmazonS3Config
        {
            ServiceURL = (string)settings["Endpoint"],
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
        });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
