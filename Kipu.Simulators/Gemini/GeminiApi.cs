using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>The way of every REST call: key, the misfortunes of the network and of Google's own, then the handler.</summary>
internal sealed class GeminiApi(GeminiKeys keys, GeminiFaults faults, TimeProvider time)
{
    public async Task HandleAsync(HttpContext http, string operation, Func<Task> handler)
    {
        try
        {
            keys.Check(http.Request);
            await MisfortuneAsync(http, operation);
            await handler();
        }
        catch (GeminiRefusal refusal) when (!http.Response.HasStarted)
        {
            await WriteAsync(http, refusal.ToJson(), refusal.Code);
        }
        catch (JsonException exception) when (!http.Response.HasStarted)
        {
            await WriteAsync(http, GeminiRefusal.Invalid($"Invalid JSON payload received. {exception.Message}").ToJson(), 400);
        }
    }

    public static async Task WriteAsync(HttpContext http, JsonObject body, int status = 200)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=UTF-8";
        await http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }

    public static async Task<JsonObject> ReadAsync(HttpContext http, GeminiShape shape) =>
        shape.Read(await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted));

    private async Task MisfortuneAsync(HttpContext http, string operation)
    {
        var fault = faults.Take(
            operation, "rate_limited", "quota_per_day", "rate_limited_bare", "internal", "unavailable", "deadline", "cut", "no_model");
        if (fault is null) return;

        var seconds = fault.Seconds ?? 1;
        switch (fault.Kind)
        {
            case "rate_limited":
                throw GeminiRefusal.PerMinute($"{seconds.ToString(CultureInfo.InvariantCulture)}s");
            case "quota_per_day":
                throw GeminiRefusal.PerDay();
            case "rate_limited_bare":
                throw new GeminiRefusal(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota).");
            case "internal":
                throw new GeminiRefusal(500, "INTERNAL", "An internal error has occurred.");
            case "unavailable":
                throw new GeminiRefusal(503, "UNAVAILABLE", "The model is overloaded. Please try again later.");
            case "no_model":
                throw new GeminiRefusal(404, "NOT_FOUND", "This model is no longer available to new users.");
            case "deadline":
                await Task.Delay(TimeSpan.FromSeconds(seconds), time, http.RequestAborted);
                throw new GeminiRefusal(504, "DEADLINE_EXCEEDED", "The request timed out. Please try again.");
            case "cut":
                http.Response.ContentType = "application/json; charset=UTF-8";
                await http.Response.WriteAsync("{\"candidates\": [{\"content\": {", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                http.Abort();
                break;
        }
    }
}
