namespace Kipu.Auth;

internal static class WebhookErrors
{
    public static readonly ApiError InvalidUrl = new(400, "invalid_webhook_url", "url must be an https address that the internet reaches.");
    public static readonly ApiError NoSuchEvent = CommonErrors.InvalidRequest.With("There is no such event.");
    public static readonly ApiError TooMany = new(409, "too_many_webhooks", "An organization has at most 20 webhooks. Remove those that nobody uses.");
    public static readonly ApiError Disabled = new(409, "webhook_disabled", "The webhook is switched off. Switch it on first.");
}
