using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Kipu.Simulators;

/// <summary>Sends events to the endpoints that want them, each attempt with a fresh signature.</summary>
internal sealed class WebhookSender(
    StripeState state, WebhookRules rules, Postman postman, IOptions<StripeSimulatorOptions> options, TimeProvider time)
{
    private const string WrongSecret = "whsec_wrong";

    /// <summary>Called inside the state's gate, when an event has come to be.</summary>
    public void Plan(JsonObject created)
    {
        var about = created["data"]!["object"]!;
        var plan = rules.Plan(created.Text("type")!, about.Text("id"), about.Text("customer"));
        foreach (var endpoint in Receivers(created))
        {
            created["pending_webhooks"] = (long)created["pending_webhooks"]! + 1;
            for (var copy = 0; copy < plan.Copies && !plan.Dropped; copy++) Send(created, endpoint, plan.Delay, plan.Signing);
        }

        if (!plan.Twice) return;
        var second = (JsonObject)created.DeepClone();
        second["id"] = StripeState.NewId("evt");
        second["pending_webhooks"] = 0L;
        Resend(state.Add(second));
    }

    /// <summary>Sends an event again to everyone who wants it, whatever became of it before.</summary>
    public void Resend(JsonObject item)
    {
        foreach (var endpoint in Receivers(item)) Send(item, endpoint, TimeSpan.Zero, trouble: null);
    }

    private IEnumerable<JsonObject> Receivers(JsonObject item) =>
        state.All(WebhookEndpoints.Kind).Where(endpoint => WebhookEndpoints.Wants(endpoint, item.Text("type")!));

    private void Send(JsonObject item, JsonObject endpoint, TimeSpan delay, WebhookTrouble? trouble)
    {
        var settled = 0;
        postman.Post(new Letter(
            item.Id(), item.Text("type")!, delay, options.Value.WebhookRetryDelay,
            () => Write(item, endpoint, trouble),
            () =>
            {
                if (Interlocked.Exchange(ref settled, 1) == 0) CountDown(item);
            }));
    }

    private void CountDown(JsonObject item)
    {
        lock (state.Gate) item["pending_webhooks"] = Math.Max(0, (long)item["pending_webhooks"]! - 1);
    }

    private HttpRequestMessage? Write(JsonObject item, JsonObject endpoint, WebhookTrouble? trouble)
    {
        string url, secret, body;
        lock (state.Gate)
        {
            // After a reset, or when the endpoint was deleted, nobody waits for it any more.
            if (state.Find(endpoint.Id()) is null || state.Find(item.Id()) is null) return null;
            url = endpoint.Text("url")!;
            secret = state.SecretOf(endpoint);
            body = item.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        }

        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks) Kipu simulator");
        request.Headers.TryAddWithoutValidation("Stripe-Signature", Sign(body, secret, trouble));
        return request;
    }

    private string Sign(string body, string secret, WebhookTrouble? trouble)
    {
        var now = time.GetUtcNow();
        return trouble switch
        {
            WebhookTrouble.WrongSignature => WebhookSignature.Sign(body, WrongSecret, now),
            WebhookTrouble.OldTimestamp => WebhookSignature.Sign(body, secret, now.AddHours(-1)),
            WebhookTrouble.TwoSignatures => WebhookSignature.Sign(body, WrongSecret, now) + WebhookSignature.Sign(body, secret, now)[^68..],
            _ => WebhookSignature.Sign(body, secret, now),
        };
    }
}
