using System.Text.Json;
using Stripe;

namespace Kipu.Payments;

/// <summary>
/// Reads Stripe's webhooks. The payload is a hint of what to look at, so only names are taken from it, and its API version
/// doesn't matter: an endpoint that was left on an older one must not stop all billing.
/// </summary>
internal static class StripeWebhook
{
    /// <summary>The end of the year 9999: no date of ours is later.</summary>
    private const long LatestSecond = 253402300800;

    public static WebhookNotice? Read(string body, string? signature, string secret)
    {
        if (string.IsNullOrEmpty(signature)) return null;
        try
        {
            EventUtility.ValidateSignature(body, signature, secret);
            using var json = JsonDocument.Parse(body);
            return ReadNotice(json.RootElement);
        }
        catch (Exception exception) when (exception is StripeException or JsonException)
        {
            return null;
        }
    }

    public static WebhookNotice? ReadNotice(JsonElement root)
    {
        if (TextOf(root, "id") is not { Length: <= 255 } id || TextOf(root, "type") is not { Length: <= 100 } type) return null;
        var subject = ObjectOf(ObjectOf(root, "data"), "object");
        var kind = StripeStatus.Events.TryGetValue(type, out var known) ? known : (SyncKind?)null;
        var objectId = kind switch
        {
            null => null,
            SyncKind.Subscription when type.StartsWith("invoice.", StringComparison.Ordinal) =>
                TextOf(ObjectOf(ObjectOf(subject, "parent"), "subscription_details"), "subscription"),
            SyncKind.Charge when type != "charge.refunded" => TextOf(subject, "charge"),
            _ => TextOf(subject, "id"),
        };
        return objectId is { Length: <= 255 }
            ? new WebhookNotice(id, type, kind, objectId, TimeOf(root))
            : new WebhookNotice(id, type, null, null, TimeOf(root));
    }

    private static DateTimeOffset? TimeOf(JsonElement root) =>
        ObjectOf(root, "created") is { ValueKind: JsonValueKind.Number } created
        && created.TryGetInt64(out var seconds)
        && seconds is > 0 and < LatestSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static JsonElement ObjectOf(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    private static string? TextOf(JsonElement parent, string name) =>
        ObjectOf(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
