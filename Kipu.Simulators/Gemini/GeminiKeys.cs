using Microsoft.Extensions.Options;

namespace Kipu.Simulators;

/// <summary>Knows keys, bearer tokens (as Vertex AI takes them) and the short-lived tokens of the Live API.</summary>
internal sealed class GeminiKeys(IOptions<GeminiSimulatorOptions> options, TimeProvider time)
{
    private readonly Dictionary<string, (DateTimeOffset NewSessionsUntil, int UsesLeft)> _tokens = new(StringComparer.Ordinal);

    /// <exception cref="GeminiRefusal">The request shows no key that works.</exception>
    public void Check(HttpRequest request)
    {
        if (Bearer(request, "Bearer ") is { Length: > 0 }) return;
        if ((Bearer(request, "Token ") ?? request.Query["access_token"].FirstOrDefault()) is { Length: > 0 } token)
        {
            Use(token);
            return;
        }

        var key = request.Headers["x-goog-api-key"].FirstOrDefault() ?? request.Query["key"].FirstOrDefault();
        switch (key)
        {
            case null or "":
                throw GeminiRefusal.Forbidden("Method doesn't allow unregistered callers. Please use API Key or other form of API consumer identity.");
            case "quota":
                throw GeminiRefusal.PerDay();
            case "blocked":
                throw GeminiRefusal.Forbidden("Requests to this API are blocked for this key.");
            case var _ when key != options.Value.ApiKey:
                throw GeminiRefusal.BadKey();
        }
    }

    /// <param name="uses">How many sessions it opens; 0 for any number.</param>
    /// <param name="newSessionsUntil">When it opens no more sessions.</param>
    public string NewToken(int uses, DateTimeOffset newSessionsUntil)
    {
        var name = $"auth_tokens/{Guid.NewGuid():N}";
        lock (_tokens) _tokens[name] = (newSessionsUntil, uses is 0 ? int.MaxValue : uses);
        return name;
    }

    private void Use(string token)
    {
        lock (_tokens)
        {
            if (!_tokens.TryGetValue(token, out var entry) || entry.UsesLeft is 0 || entry.NewSessionsUntil < time.GetUtcNow())
            {
                throw new GeminiRefusal(401, "UNAUTHENTICATED", "The token is unknown, used up or expired.");
            }

            _tokens[token] = entry with { UsesLeft = entry.UsesLeft - 1 };
        }
    }

    private static string? Bearer(HttpRequest request, string scheme) =>
        request.Headers.Authorization.FirstOrDefault() is { } header && header.StartsWith(scheme, StringComparison.Ordinal)
            ? header[scheme.Length..]
            : null;
}
