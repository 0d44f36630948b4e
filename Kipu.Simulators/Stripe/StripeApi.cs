using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>
/// The way of every API call: key, version, parameters, idempotency, then the handler alone with the state, then expansion.
/// A result is kept for its idempotency key before it is sent, so that a client whose connection broke gets it again.
/// </summary>
internal sealed class StripeApi(StripeState state, IdempotencyStore idempotency, RequestLog requests, ApiFaults faults)
{
    public async Task HandleAsync(HttpContext http, Func<StripeCall, JsonObject> handler)
    {
        var id = StripeState.NewId("req");
        var key = HttpMethods.IsPost(http.Request.Method) ? (string?)http.Request.Headers["Idempotency-Key"] : null;
        var fault = faults.Take(http.Request);
        if (fault?.Drop == ConnectionDrop.Before)
        {
            http.Abort();
            return;
        }

        var replayed = false;
        var encoded = "";
        StripeAnswer answer;
        try
        {
            var account = Authenticate(http.Request);
            CheckVersion(http.Request);
            encoded = await ReadParametersAsync(http);
            if (key?.Length > 255) throw StripeFault.Request("Idempotency keys are at most 255 characters long.");
            if (fault?.Status is not null && !fault.Kept) throw StripeFault.Outage(fault.Status.Value);

            if (key is not null && idempotency.Begin(account, key, $"{http.Request.Path}\n{encoded}") is { } stored)
            {
                replayed = true;
                answer = stored;
            }
            else
            {
                // Who hangs up meanwhile finds it done all the same.
                if (fault?.Milliseconds is { } pause) await Task.Delay(pause, CancellationToken.None);
                answer = Execute(http, fault?.Status is { } status
                    ? _ => throw StripeFault.Outage(status)
                    : handler, encoded, account, id, key);
            }
        }
        catch (StripeFault refusal)
        {
            answer = new StripeAnswer(refusal.Status, refusal.ToJson(id).ToJsonString());
        }

        requests.Add(new RecordedRequest(id, http.Request.Method, http.Request.Path, encoded, key, answer.Status, replayed));
        if (fault?.Drop == ConnectionDrop.After)
        {
            http.Abort();
            return;
        }

        await AnswerAsync(http, fault?.Broken == true
            ? new StripeAnswer(200, answer.Body[..(answer.Body.Length / 2)])
            : answer, id, key, replayed, fault?.ShouldRetry);
    }

    private static Task AnswerAsync(HttpContext http, StripeAnswer answer, string id, string? key, bool replayed, bool? shouldRetry)
    {
        var headers = http.Response.Headers;
        headers["Request-Id"] = id;
        headers["Stripe-Version"] = StripeState.ApiVersion;
        if (key is not null) headers["Idempotency-Key"] = key;
        if (replayed) headers["Idempotent-Replayed"] = "true";
        if (shouldRetry is not null) headers["Stripe-Should-Retry"] = shouldRetry.Value ? "true" : "false";
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(answer.Body, http.RequestAborted);
    }

    private StripeAnswer Execute(
        HttpContext http, Func<StripeCall, JsonObject> handler, string encoded, string account, string id, string? key)
    {
        try
        {
            var answer = new StripeAnswer(200, Run(http, handler, encoded, id, key));
            if (key is not null) idempotency.Complete(account, key, answer);
            return answer;
        }
        catch (StripeFault fault) when (fault.IsKept && key is not null)
        {
            // What the work itself came to is kept, also a bank's no; what was refused before it, is not.
            var answer = new StripeAnswer(fault.Status, fault.ToJson(id).ToJsonString());
            idempotency.Complete(account, key, answer);
            return answer;
        }
        catch
        {
            if (key is not null) idempotency.Release(account, key);
            throw;
        }
    }

    private string Run(HttpContext http, Func<StripeCall, JsonObject> handler, string encoded, string id, string? key)
    {
        var parameters = Parameters.Parse(encoded);
        var expand = parameters.Texts("expand");
        lock (state.Gate)
        {
            state.BaseUrl = $"{http.Request.Scheme}://{http.Request.Host}";
            state.Cause = (id, key);
            try
            {
                var answer = (JsonObject)handler(new StripeCall(http, parameters, state)).DeepClone();
                if (!parameters.Ended)
                    throw new InvalidOperationException($"The handler of {http.Request.Path} did not end its parameters");
                Expansion.Apply(answer, expand, state);
                return answer.ToJsonString();
            }
            finally
            {
                state.Cause = null;
            }
        }
    }

    private static string Authenticate(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) || header.Parameter is not { } value)
            throw StripeFault.Request(
                "You did not provide an API key. You need to provide your API key in the Authorization header.", status: 401);

        var key = header.Scheme switch
        {
            "Bearer" => value,
            "Basic" => DecodeUser(value),
            _ => "",
        };
        if (key.StartsWith("sk_live", StringComparison.Ordinal) || key.StartsWith("rk_live", StringComparison.Ordinal))
            throw StripeFault.Request("This is a simulator: it takes test keys only, a live key must never reach it.", status: 401);
        if (!key.StartsWith("sk_test_", StringComparison.Ordinal) && !key.StartsWith("rk_test_", StringComparison.Ordinal))
            throw StripeFault.Request("Invalid API Key provided", status: 401);
        return key;
    }

    private static string DecodeUser(string basic)
    {
        var bytes = new byte[basic.Length];
        return Convert.TryFromBase64String(basic, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).Split(':')[0] : "";
    }

    private static void CheckVersion(HttpRequest request)
    {
        var version = (string?)request.Headers["Stripe-Version"];
        if (version is not null && !version.EndsWith(".endive", StringComparison.Ordinal))
            throw StripeFault.Request($"Invalid Stripe API version: {version}. This simulator speaks {StripeState.ApiVersion}.");
    }

    private static async Task<string> ReadParametersAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method)) return http.Request.QueryString.Value?.TrimStart('?') ?? "";
        if (http.Request.ContentLength > 0 && !http.Request.HasFormContentType)
            throw StripeFault.Request("Invalid request: parameters are sent as application/x-www-form-urlencoded.");
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }
}
