using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Kipu.Gemini;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Kipu.Tests;

/// <summary>Vertex AI with the machine's own Google account, as a file beside it names it: a service account whose tokens this test issues.</summary>
public sealed class GeminiVertexTests : IAsyncLifetime
{
    private const string Variable = "GOOGLE_APPLICATION_CREDENTIALS";

    private static readonly GeminiRequest Question = GeminiRequest.Ask(
        GeminiPart.OfText("The launch is on Friday. The office is blue."), GeminiPart.OfText("When is the launch?"));

    private readonly List<JsonWebToken> _assertions = [];
    private readonly List<(string Path, string Authorization)> _calls = [];
    private readonly HttpClient _simulator = new();
    private bool _refusesNext;
    private readonly string _file = Path.GetTempFileName();
    private WebApplication _google = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _google = builder.Build();
        _google.MapPost("/token", async (HttpRequest request) =>
        {
            _assertions.Add(new((await request.ReadFormAsync())["assertion"].ToString()));
            return Results.Ok(new { access_token = $"token-{_assertions.Count}", expires_in = 3600, token_type = "Bearer" });
        });
        _google.MapPost("/v1beta1/{**rest}", CallAsync);
        await _google.StartAsync();
        using var key = RSA.Create(2048);
        await File.WriteAllTextAsync(_file, JsonSerializer.Serialize(new
        {
            type = "service_account",
            project_id = "kipu-test",
            private_key_id = "1",
            private_key = key.ExportPkcs8PrivateKeyPem(),
            client_email = "kipu@kipu-test.iam.gserviceaccount.com",
            client_id = "1",
            token_uri = $"{_google.Urls.Single()}/token",
        }));
        Environment.SetEnvironmentVariable(Variable, _file);
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        File.Delete(_file);
        _simulator.Dispose();
        await _google.DisposeAsync();
    }

    [Fact]
    public async Task The_machines_account_asks_Vertex_AI_with_one_token_for_many_questions_and_a_new_one_when_it_is_refused()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync(new()
        {
            ["Gemini:BaseAddress"] = _google.Urls.Single(),
            ["Gemini:Vertex:Project"] = "kipu-test",
            ["Gemini:Vertex:Location"] = "europe-west4",
        });
        _simulator.BaseAddress = new(gemini.Address);

        var first = await gemini.Client.GenerateContentAsync(Question, default);
        var second = await gemini.Client.GenerateGuardedAsync(Question, progress: null, default);
        _refusesNext = true;
        var third = await gemini.Client.GenerateContentAsync(Question, default);

        Assert.All([first, second, third], answer => Assert.Equal(GeminiOutcome.Complete, answer.Outcome));
        Assert.Contains("Friday", first.Text, StringComparison.Ordinal);
        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-1", "Bearer token-2"], _calls.Select(call => call.Authorization));
        Assert.All(_calls, call => Assert.StartsWith(
            "/v1beta1/projects/kipu-test/locations/europe-west4/publishers/google/models/", call.Path, StringComparison.Ordinal));
        Assert.All(_assertions, assertion => Assert.Equal(
            ("kipu@kipu-test.iam.gserviceaccount.com", "https://www.googleapis.com/auth/cloud-platform"),
            (assertion.Issuer, assertion.GetClaim("scope").Value)));
    }

    /// <summary>Hands a call on to the simulator, unless its token is to be refused.</summary>
    private async Task CallAsync(HttpContext context)
    {
        _calls.Add((context.Request.Path, $"{context.Request.Headers.Authorization}"));
        if (_refusesNext)
        {
            _refusesNext = false;
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var call = new HttpRequestMessage(HttpMethod.Post, $"{context.Request.Path}{context.Request.QueryString}")
        {
            Content = new StreamContent(context.Request.Body) { Headers = { ContentType = new("application/json") } },
            Headers = { Authorization = AuthenticationHeaderValue.Parse($"{context.Request.Headers.Authorization}") },
        };
        using var answer = await _simulator.SendAsync(call);
        context.Response.ContentType = $"{answer.Content.Headers.ContentType}";
        await answer.Content.CopyToAsync(context.Response.Body);
    }
}
