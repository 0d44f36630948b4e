using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Stripe;

namespace Kipu.Payments;

/// <summary>Stripe's own record of its events, for those whose webhooks were lost. It goes back 30 days.</summary>
internal sealed partial class StripeProvider
{
    private const int PageSize = 100;

    private static readonly string Types = string.Concat(
        StripeStatus.Events.Keys.Select((type, index) => string.Create(CultureInfo.InvariantCulture, $"&types[{index}]={type}")));

    public WebhookNotice? ReadEvent(JsonElement body) => StripeWebhook.ReadNotice(body);

    public async IAsyncEnumerable<ProviderChange> ListChangedAsync(
        DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await ReadAsync(
                string.Create(
                    CultureInfo.InvariantCulture, $"/v1/events?limit={PageSize}&created[gte]={since.ToUnixTimeSeconds()}{Types}{after}"),
                cancellationToken);
            foreach (var item in page.GetProperty("data").EnumerateArray())
            {
                after = $"&starting_after={item.GetProperty("id").GetString()}";
                if (ReadEvent(item) is { Kind: { } kind } notice)
                    yield return new(kind, notice.ObjectId!, notice.CreatedAt, new(notice, item.GetRawText()));
            }

            if (!page.GetProperty("has_more").GetBoolean()) after = null;
        }
        while (after is not null);
    }

    public Task<JsonElement?> GetEventAsync(string eventId, CancellationToken cancellationToken) => CallAsync(async () =>
    {
        try
        {
            return (JsonElement?)await ReadAsync($"/v1/events/{Uri.EscapeDataString(eventId)}", cancellationToken);
        }
        catch (StripeException exception) when (exception.HttpStatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }
    });

    /// <remarks>Read as it is on the wire: the inbox keeps the same text, whichever way an event came.</remarks>
    private Task<JsonElement> ReadAsync(string path, CancellationToken cancellationToken) => CallAsync(async () =>
        JsonElement.Parse((await stripe.RawRequestAsync(HttpMethod.Get, path, cancellationToken: cancellationToken)).Content));
}
