using System.Text;
using Microsoft.Extensions.Options;

namespace Kipu.Auth;

/// <summary>Calls webhooks: signed, at outside addresses only, and without reading what they answer.</summary>
internal sealed class WebhookClient(WebhookSecrets secrets, IOptions<WebhookOptions> options, TimeProvider time) : IDisposable
{
    private readonly HttpClient _http = new(OutsideAddresses.CreateHandler(options.Value.AllowLoopback)) { Timeout = options.Value.Timeout };

    /// <returns>The answer's status, and what is wrong; nothing is when it was a 2xx.</returns>
    public async Task<(int? Status, string? Problem)> SendAsync(Webhook webhook, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new StringContent(delivery.Payload, Encoding.UTF8, "application/json"),
        };
        request.Headers.UserAgent.ParseAdd("Kipu-Webhooks/1.0");
        foreach (var (name, value) in secrets.Sign(webhook.ProtectedSecret, delivery.Id, delivery.Payload, time.GetUtcNow()))
            request.Headers.Add(name, value);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return ((int)response.StatusCode, response.IsSuccessStatusCode ? null : "refused");
        }
        catch (HttpRequestException)
        {
            return (null, "unreachable");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, "timeout");
        }
    }

    public void Dispose() => _http.Dispose();
}
