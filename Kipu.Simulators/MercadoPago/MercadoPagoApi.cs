using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>A call of the API: its body, when it has one, and the state, which it has to itself.</summary>
internal sealed record MercadoPagoCall(HttpContext Http, JsonObject Body, MercadoPagoState State)
{
    public string BaseUrl => $"{Http.Request.Scheme}://{Http.Request.Host}";

    public string Route(string name) => (string)Http.Request.RouteValues[name]!;

    public string? Query(string name) => Http.Request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    public long? NumberOf(string name) =>
        long.TryParse(Route(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>
/// The way of every API call: token, body, idempotency, then the handler alone with the state. An answer is kept for its idempotency
/// key before it is sent, so that a client whose connection broke gets it again.
/// </summary>
internal sealed class MercadoPagoApi(MercadoPagoState state, RequestLog requests, ApiFaults faults)
{
    private const int LongestKey = 256;

    public async Task HandleAsync(HttpContext http, Func<MercadoPagoCall, object> handler)
    {
        var id = Guid.NewGuid().ToString();
        var key = HttpMethods.IsGet(http.Request.Method) ? null : (string?)http.Request.Headers["X-Idempotency-Key"];
        var fault = faults.Take(http.Request);
        if (fault?.Drop == ConnectionDrop.Before)
        {
            http.Abort();
            return;
        }

        var text = "";
        var (status, answer, replayed) = (0, "", false);
        try
        {
            Authenticate(http.Request);
            text = await ReadAsync(http);
            if (fault?.Status is { } broken) throw new MercadoPagoFault(broken, "internal_error", "The simulator was told to fail.");
            if (fault?.Milliseconds is { } pause) await Task.Delay(pause, CancellationToken.None);
            (status, answer, replayed) = Execute(http, handler, text, key);
        }
        catch (MercadoPagoFault refusal)
        {
            (status, answer) = (refusal.Status, refusal.ToJson().ToJsonString());
        }

        requests.Add(new RecordedRequest(
            id, http.Request.Method, http.Request.Path, text.Length > 0 ? text : http.Request.QueryString.Value ?? "", key,
            status, replayed));
        if (fault?.Drop == ConnectionDrop.After)
        {
            http.Abort();
            return;
        }

        http.Response.Headers["x-request-id"] = id;
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(fault?.Broken == true ? answer[..(answer.Length / 2)] : answer, http.RequestAborted);
    }

    private (int Status, string Answer, bool Replayed) Execute(
        HttpContext http, Func<MercadoPagoCall, object> handler, string text, string? key)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && key is not { Length: > 0 and <= LongestKey })
            throw MercadoPagoFault.Bad("Header X-Idempotency-Key can't be null");
        var fingerprint = $"{http.Request.Method} {http.Request.Path}\n{text}";
        lock (state.Gate)
        {
            if (key is not null && state.Answers.TryGetValue(key, out var kept))
            {
                return kept.Fingerprint == fingerprint
                    ? (kept.Status, kept.Body, true)
                    : throw new MercadoPagoFault(409, "idempotency_key_already_used", "The idempotency key was used with another request.");
            }

            var status = HttpMethods.IsPost(http.Request.Method) ? 201 : 200;
            var answer = JsonSerializer.Serialize(handler(new MercadoPagoCall(http, Parse(text), state)));
            if (key is not null) state.Answers.Add(key, new KeptAnswer(fingerprint, status, answer));
            return (status, answer, false);
        }
    }

    /// <summary>Test credentials only: what moves real money must never reach a simulator.</summary>
    private static void Authenticate(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || header is not { Scheme: "Bearer", Parameter: { } token }
            || !token.StartsWith("TEST-", StringComparison.Ordinal))
            throw new MercadoPagoFault(401, "unauthorized", "invalid access token");
    }

    private static async Task<string> ReadAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method)) return "";
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    private static JsonObject Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw MercadoPagoFault.Bad("invalid json");
        }
        catch (JsonException)
        {
            throw MercadoPagoFault.Bad("invalid json");
        }
    }
}
