using System.Net.Http.Json;
using System.Text.Json;

namespace Kipu.Demo;

/// <summary>Reads the gateway's answers; a refusal becomes words.</summary>
internal static class Answers
{
    public static async Task<T> ReadAsync<T>(this Task<HttpResponseMessage> request, CancellationToken cancellationToken)
    {
        using var response = await request;
        await response.EnsureAcceptedAsync(cancellationToken);
        return (await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancellationToken))!;
    }

    public static async Task EnsureAcceptedAsync(this HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode) return;
        var call = $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.AbsolutePath} answered {(int)response.StatusCode}";
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json") throw new DemoException($"{call}: {body}");

        using var problem = JsonDocument.Parse(body);
        throw new DemoException($"{call}: {Text(problem, "code")}. {Text(problem, "detail")} The dashboard shows the trace {Text(problem, "traceId")}.");
    }

    private static string Text(JsonDocument problem, string name) =>
        problem.RootElement.TryGetProperty(name, out var value) ? value.ToString() : "";
}
