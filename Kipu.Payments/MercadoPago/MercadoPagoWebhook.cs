using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kipu.Payments;

/// <summary>
/// Reads Mercado Pago's notifications. Only the object's id, the request's and the time are signed, not the body: of what it says
/// only names are taken, and the object is then read from the API.
/// </summary>
internal static class MercadoPagoWebhook
{
    /// <summary>How old a signature may be, and how far ahead its clock.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    /// <summary>Documents show times of both lengths; seconds are below this for another thousand years.</summary>
    private const long LeastMilliseconds = 100_000_000_000;

    /// <summary>The old kind of notification (IPN) names an object in the query and is not signed.</summary>
    public static bool IsUnsignedKind(HttpRequest request) =>
        request.Query.ContainsKey("topic") && request.Query.ContainsKey("id") && !request.Headers.ContainsKey("x-signature");

    public static WebhookNotice? Read(ReceivedWebhook webhook, string secret, DateTimeOffset now)
    {
        var dataId = (string?)webhook.Query["data.id"];
        var requestId = (string?)webhook.Headers["x-request-id"];
        if (!IsSigned(dataId, requestId, webhook.Headers["x-signature"], secret, now)) return null;
        try
        {
            using var json = JsonDocument.Parse(webhook.Body);
            // The request's id makes two notifications of the same news two events; sent again, a notification keeps it.
            return ReadNotice(json.RootElement, requestId) is { } notice
                && dataId!.Equals(ObjectIdOf(json.RootElement), StringComparison.OrdinalIgnoreCase)
                ? notice
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static WebhookNotice? ReadNotice(JsonElement root, string? requestId = null)
    {
        if (TextOf(root, "type") is not { Length: > 0 and <= 100 } type) return null;
        if (ObjectIdOf(root) is not { Length: > 0 and <= 100 } objectId) return null;
        var eventId = $"{type}:{objectId}:{TextOf(root, "action")}:{requestId ?? TextOf(root, "id")}";
        if (eventId.Length > 255) return null;
        var at = DateTimeOffset.TryParse(
            TextOf(root, "date_created"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created)
            ? created
            : (DateTimeOffset?)null;
        return MercadoPagoStatus.Topics.TryGetValue(type, out var kind)
            ? new(eventId, type, kind, objectId, at)
            : new(eventId, type, null, null, at);
    }

    private static bool IsSigned(string? dataId, string? requestId, string? header, string secret, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(dataId) || string.IsNullOrEmpty(header)) return false;
        var parts = header.Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .ToLookup(part => part[0], part => part[1]);
        if (parts["ts"].FirstOrDefault() is not { } ts || !IsFresh(ts, now)) return false;

        // Until June 2026 the id was put in lower case before it was signed; since then it is signed as it is sent.
        byte[][] expected = [Sign(dataId, requestId, ts, secret), Sign(dataId.ToLowerInvariant(), requestId, ts, secret)];
        return parts["v1"].Any(hash => expected.Any(
            bytes => CryptographicOperations.FixedTimeEquals(bytes, Encoding.ASCII.GetBytes(hash))));
    }

    private static bool IsFresh(string ts, DateTimeOffset now)
    {
        if (!long.TryParse(ts, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        var milliseconds = number >= LeastMilliseconds ? number : number * 1000;
        return Math.Abs(now.ToUnixTimeMilliseconds() - milliseconds) <= Tolerance.TotalMilliseconds;
    }

    /// <summary>A part that is absent is left out with its label.</summary>
    private static byte[] Sign(string dataId, string? requestId, string ts, string secret)
    {
        var manifest = $"id:{dataId};{(string.IsNullOrEmpty(requestId) ? "" : $"request-id:{requestId};")}ts:{ts};";
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(manifest));
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(mac));
    }

    private static string? ObjectIdOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("data", out var data) ? TextOf(data, "id") : null;

    private static string? TextOf(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child)
        && child.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? child.ToString()
            : null;
}
