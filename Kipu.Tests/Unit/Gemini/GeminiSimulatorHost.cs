using System.Net.Http.Json;
using Kipu.Gemini;
using Kipu.Simulators;
using Kipu.Speech;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kipu.Tests;

/// <summary>The Gemini simulator in this process, on a port of its own, and Kipu's client of it.</summary>
internal sealed class GeminiSimulatorHost : IAsyncDisposable
{
    public const string ApiKey = "kipu-simulator";

    private readonly WebApplication _app;
    private readonly ServiceProvider _services;

    private GeminiSimulatorHost(WebApplication app, Dictionary<string, string?> settings, ILoggerProvider? logs)
    {
        _app = app;
        Address = app.Urls.Single();
        Http = new() { BaseAddress = new(Address) };
        Http.DefaultRequestHeaders.Add("x-goog-api-key", ApiKey);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Gemini:ApiKey"] = ApiKey,
            ["Gemini:BaseAddress"] = Address,
            ["Gemini:RetryDelay"] = "00:00:00.010",
        }).AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddGemini(configuration);
        services.AddLogging(logging =>
        {
            if (logs is not null) logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        });
        _services = services.BuildServiceProvider();
    }

    public string Address { get; }

    /// <summary>For calls that our client doesn't make.</summary>
    public HttpClient Http { get; }

    public GeminiClient Client => _services.GetRequiredService<GeminiClient>();

    public GeminiFiles Files => _services.GetRequiredService<GeminiFiles>();

    public GeminiLive Live => _services.GetRequiredService<GeminiLive>();

    /// <summary>Somebody who says what a test wants to be heard.</summary>
    public VoiceSynthesizer Voice => _app.Services.GetRequiredService<VoiceSynthesizer>();

    public static async Task<GeminiSimulatorHost> StartAsync(Dictionary<string, string?>? settings = null, ILoggerProvider? logs = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["Gemini:LiveSpeed"] = "1000";
        builder.Configuration["Gemini:LiveWaitsForPlayback"] = "false";
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddGeminiSimulator();
        var app = builder.Build();
        app.MapGeminiSimulator();
        await app.StartAsync();
        return new(app, settings ?? [], logs);
    }

    public async Task FailNextAsync(string kind, int times = 1, int after = 0, double? seconds = null, int? code = null, string? reason = null)
    {
        var response = await Http.PostAsJsonAsync("/_sim/faults", new { kind, times, after, seconds, code, reason });
        response.EnsureSuccessStatusCode();
    }

    public async Task<int> CountFaultsLeftAsync() =>
        (await Http.GetFromJsonAsync<System.Text.Json.JsonElement>("/_sim/faults")).GetArrayLength();

    /// <summary>How many calls are still to fail.</summary>
    public async Task<int> CountFailuresLeftAsync() => (await Http.GetFromJsonAsync<System.Text.Json.JsonElement>("/_sim/faults")).EnumerateArray()
        .Sum(pending => pending.GetProperty("timesLeft").GetInt32());

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _services.DisposeAsync();
        await _app.DisposeAsync();
    }
}
