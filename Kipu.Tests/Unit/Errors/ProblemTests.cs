using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Kipu.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kipu.Tests;

public sealed class ProblemTests : IAsyncLifetime
{
    private readonly WebApplication _app = Build();
    private readonly HttpClient _client = new();

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        _client.BaseAddress = new(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/refused", HttpStatusCode.NotFound, "not_found")]
    [InlineData("/broken", HttpStatusCode.InternalServerError, "internal_error")]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "not_found")]
    public async Task A_client_that_asks_for_events_is_told_code_and_words_of_an_error_as_well(string path, HttpStatusCode status, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/event-stream");

        using var response = await _client.SendAsync(request);

        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.All(["title", "detail", "traceId"], member => Assert.NotEmpty(problem.GetProperty(member).GetString()!));
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("GET", "/list?from=yesterday", "", "from")]
    [InlineData("GET", "/needed", "", "limit")]
    [InlineData("PATCH", "/item", """{ "done": "yes" }""", "done")]
    [InlineData("PATCH", "/item", "[]", null)]
    public async Task What_can_not_be_read_of_a_request_is_named(string method, string path, string body, string? field)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (body.Length > 0) request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("invalid_request", problem.GetProperty("code").GetString());
        Assert.Equal(field, problem.TryGetProperty("errors", out var errors) ? Assert.Single(errors.EnumerateObject()).Name : null);
    }

    [Theory]
    [InlineData("/stopping")]
    [InlineData("/slow")]
    [InlineData("/deadlock")]
    public async Task What_ends_because_the_service_stops_or_its_database_gives_up_can_be_tried_again(string path)
    {
        using var response = await _client.GetAsync(path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddKipuProblemDetails();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        var app = builder.Build();
        app.UseKipuProblemDetails();
        app.MapGet("/refused", () => CommonErrors.NotFound.ToProblem());
        app.MapGet("/broken", IResult () => throw new InvalidOperationException());
        app.MapGet("/list", (DateTimeOffset? from) => from);
        app.MapGet("/needed", (int limit) => limit);
        app.MapPatch("/item", (UpdateActionItemRequest request) => request);
        app.MapGet("/slow", IResult () => throw new PostgresException("", "", "", PostgresErrorCodes.QueryCanceled));
        app.MapGet("/deadlock", IResult () => throw new PostgresException("", "", "", PostgresErrorCodes.DeadlockDetected));
        app.MapGet("/stopping", IResult (IHostApplicationLifetime lifetime) =>
        {
            lifetime.StopApplication();
            throw new OperationCanceledException();
        });
        return app;
    }
}
