using System.Collections.Concurrent;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Kipu.Tests;

[assembly: AssemblyFixture(typeof(KipuSystem))]

namespace Kipu.Tests;

/// <summary>
/// The whole system, once a run: real backends, own state, own ports. It boots when the first test asks for it, so that a run of
/// unit tests alone doesn't. Tests share it and keep apart by signing up an organization each (<see cref="SignUpAsync"/>).
/// </summary>
public sealed partial class KipuSystem : IAsyncDisposable
{
    /// <summary>For the slowest of machines: nothing here is measured, a test that never ends is a failure.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan BootPatience = TimeSpan.FromMinutes(15);

    private static readonly string[] Services =
        ["auth", "payments", "recordings", "voice", "storage", "audioworker", "gateway", "stripe", "mercadopago", "gemini"];

    private readonly Lazy<Task<DistributedApplication>> _app;
    private readonly StateFolder _state = new();
    private readonly ConcurrentBag<IDisposable> _clients = [];
    private ResourceLogs? _logs;

    public KipuSystem() => _app = new(BootAsync);

    /// <summary>The running application; the first call boots it.</summary>
    public Task<DistributedApplication> App => _app.Value;

    /// <summary>A client of a service, or of the gateway, by its name. It boots the system with its first request.</summary>
    public HttpClient CreateClient(string service)
    {
        var client = new HttpClient(new SystemHandler(this)) { BaseAddress = new Uri($"http://{service}/"), Timeout = Patience };
        _clients.Add(client);
        return client;
    }

    /// <summary>Where a service listens in this run.</summary>
    public async Task<Uri> GetEndpointAsync(string service) => (await App).GetEndpoint(service, "http");

    /// <summary>The connection string of a database (its owner's), of <c>redis</c>, <c>rabbitmq</c> or the bucket <c>audio</c>.</summary>
    public async Task<string> GetConnectionStringAsync(string resource) =>
        await (await App).GetConnectionStringAsync(resource)
        ?? throw new InvalidOperationException($"'{resource}' has no connection string.");

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        if (_app.IsValueCreated && _app.Value.IsCompletedSuccessfully) await (await _app.Value).DisposeAsync();
        if (_logs is not null) await _logs.DisposeAsync();
        _state.Dispose();
    }

    private static IResourceBuilder<ProjectResource> ServiceOf(IDistributedApplicationBuilder builder, string name) =>
        builder.CreateResourceBuilder(builder.Resources.OfType<ProjectResource>().Single(service => service.Name == name));

    private async Task<DistributedApplication> BootAsync()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Kipu_AppHost>(AppHostArguments.For(_state.Path));
        // There is no dashboard to take them: each service would try in vain once a second to hand over traces, logs and metrics.
        foreach (var service in builder.Resources.OfType<ProjectResource>())
            builder.CreateResourceBuilder(service).WithEnvironment(context => context.EnvironmentVariables.Remove("OTEL_EXPORTER_OTLP_ENDPOINT"));
        // Hundreds of tests are one address to the gateway, which may bound what an address sends in a minute.
        var gateway = ServiceOf(builder, "gateway").WithEnvironment("Edge__RequestsPerMinute", "1000000");
        // Browsers reach the store, as in a deployment: playback files come from there, and what has none still comes through Storage.
        var bucket = builder.Resources.OfType<ObjectBucketResource>().Single();
        var endpoint = bucket.Parent.PrimaryEndpoint.Property(EndpointProperty.Url);
        ServiceOf(builder, "storage").WithEnvironment("ConnectionStrings__audio", ReferenceExpression.Create($"{bucket};PublicEndpoint={endpoint}"));
        gateway.WithEnvironment("Edge__MediaOrigins__0", ReferenceExpression.Create($"{endpoint}"));
        var app = await builder.BuildAsync();
        _logs = new ResourceLogs(app);
        using var limit = new CancellationTokenSource(BootPatience);
        try
        {
            await app.StartAsync(limit.Token);
            await Task.WhenAll(Services.Select(service =>
                app.ResourceNotifications.WaitForResourceHealthyAsync(service, WaitBehavior.StopOnResourceUnavailable, limit.Token)));
            return app;
        }
        catch (Exception e)
        {
            await app.DisposeAsync();
            throw new InvalidOperationException($"The system didn't start. What its parts said is in {ResourceLogs.Folder}", e);
        }
    }
}
