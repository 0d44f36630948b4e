using System.Net;
using Kipu.Gateway;
using Kipu.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Kipu.Tests;

public sealed class EdgeTests : IAsyncLifetime
{
    private readonly WebApplication _gateway = Build();
    private readonly HttpClient _client = new();

    public async ValueTask InitializeAsync()
    {
        await _gateway.StartAsync();
        _client.BaseAddress = new Uri(_gateway.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Who_asks_more_often_than_a_minute_allows_is_told_how_long_to_wait()
    {
        for (var i = 0; i < 3; i++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await _client.GetAsync("/api/nothing")).StatusCode);

        using var refused = await _client.GetAsync("/api/nothing");

        await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_service_that_is_away_is_reported_as_unavailable()
    {
        using var response = await _client.GetAsync("/api/away/x");

        await response.ShouldBeProblemAsync(HttpStatusCode.BadGateway, "unavailable");
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_configured_origin_may_call_the_api_with_credentials()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/away/x");
        preflight.Headers.Add("Origin", "https://app.example.com");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");

        using var response = await _client.SendAsync(preflight);

        Assert.Equal("https://app.example.com", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("true", response.Headers.GetValues("Access-Control-Allow-Credentials").Single());
    }

    [Fact]
    public async Task A_console_that_is_not_built_says_how_to_build_it()
    {
        using var response = await _client.GetAsync("/recordings");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("npm run build", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Internal:Token"] = "the token of this test",
            ["Edge:RequestsPerMinute"] = "3",
            ["Edge:Origins:0"] = "https://app.example.com",
            ["Console:Path"] = "no-such-folder",
            ["ReverseProxy:Routes:away:ClusterId"] = "away",
            ["ReverseProxy:Routes:away:Match:Path"] = "/api/away/{**rest}",
            // The discard port: nothing listens there.
            ["ReverseProxy:Clusters:away:Destinations:away:Address"] = "http://127.0.0.1:9",
        });
        builder.AddServiceDefaults();
        builder.AddGateway();
        var app = builder.Build();
        app.UseGateway();
        return app;
    }
}
