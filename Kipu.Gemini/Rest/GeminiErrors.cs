using System.Globalization;
using System.Text.Json;

namespace Kipu.Gemini;

/// <summary>Reads Google's error bodies: the code, and the details that say how long to wait.</summary>
internal static class GeminiErrors
{
    public static GeminiException From(int statusCode, string body, TimeSpan? retryAfterHeader, DateTimeOffset now)
    {
        if (Parse(body) is not { } error)
        {
            return new(FailureOf(statusCode, perDay: false), $"Gemini answered {statusCode} without an error object.")
            {
                StatusCode = statusCode,
                RetryAfter = retryAfterHeader,
            };
        }

        return From(error, statusCode, retryAfterHeader, now);
    }

    /// <summary>An error object as it stands in a stream, where the HTTP status was 200 long ago.</summary>
    public static GeminiException From(JsonElement error, int? statusCode, TimeSpan? retryAfterHeader, DateTimeOffset now)
    {
        var code = error.TryGetProperty("code", out var c) && c.TryGetInt32(out var value) ? value : statusCode ?? 500;
        var message = Text(error, "message") ?? "no message";
        var details = error.TryGetProperty("details", out var d) && d.ValueKind is JsonValueKind.Array ? d.EnumerateArray().ToList() : [];
        var perDay = code is 429 && details.Any(IsPerDay);
        // A key that isn't one is a wrong argument to Google.
        var failure = details.Any(detail => Text(detail, "reason") is "API_KEY_INVALID") ? GeminiFailure.Unauthorized : FailureOf(code, perDay);
        return new(failure, $"Gemini answered {code}: {message}")
        {
            StatusCode = code,
            Status = Text(error, "status"),
            RetryAfter = perDay ? UntilMidnightInCalifornia(now) : Longest(details) ?? retryAfterHeader,
        };
    }

    // Some stream endpoints wrap the object in an array.
    private static JsonElement? Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind is JsonValueKind.Array && root.GetArrayLength() > 0) root = root[0];
            return root.ValueKind is JsonValueKind.Object && root.TryGetProperty("error", out var error)
                && error.ValueKind is JsonValueKind.Object ? error.Clone() : null;
        }
        catch (JsonException)
        {
            // A proxy's HTML page: the status code has to do.
            return null;
        }
    }

    private static GeminiFailure FailureOf(int statusCode, bool perDay) => statusCode switch
    {
        401 => GeminiFailure.Unauthorized,
        403 => GeminiFailure.Forbidden,
        404 => GeminiFailure.NotFound,
        413 => GeminiFailure.TooLarge,
        429 => perDay ? GeminiFailure.QuotaExhausted : GeminiFailure.RateLimited,
        408 or 504 => GeminiFailure.TimedOut,
        502 or 503 => GeminiFailure.Overloaded,
        >= 500 => GeminiFailure.Internal,
        >= 400 => GeminiFailure.InvalidRequest,
        _ => GeminiFailure.Protocol,
    };

    private static bool IsPerDay(JsonElement detail) =>
        detail.TryGetProperty("violations", out var violations) && violations.ValueKind is JsonValueKind.Array
        && violations.EnumerateArray().Any(v => Text(v, "quotaId")?.Contains("PerDay", StringComparison.Ordinal) is true);

    private static TimeSpan? Longest(IEnumerable<JsonElement> details) => details
        .Select(detail => Text(detail, "retryDelay"))
        .Select(ParseDuration)
        .Max();

    /// <summary>Google's JSON form of a duration: seconds, perhaps with a fraction, and an s.</summary>
    internal static TimeSpan? ParseDuration(string? text) =>
        text is not null && text.EndsWith('s') && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static TimeSpan UntilMidnightInCalifornia(DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
        var tomorrow = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1);
        return new DateTimeOffset(tomorrow, zone.GetUtcOffset(tomorrow)) - now;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
}
