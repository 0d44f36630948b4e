using System.Net.Http.Json;
using Kipu.Payments;
using Kipu.Simulators;

namespace Kipu.Tests;

/// <summary>What who runs Kipu sees of payments and does about them; and what may happen to Stripe's webhooks.</summary>
internal sealed class Operator(KipuSystem kipu)
{
    public async Task<HttpClient> CreateClientAsync()
    {
        var client = kipu.CreateClient("payments");
        client.DefaultRequestHeaders.Add("x-kipu-internal-token", await kipu.GetParameterAsync("internal-token"));
        return client;
    }

    /// <summary>Compares everything with one provider now. Tests of the other go on beside it, and lose webhooks on purpose.</summary>
    public async Task ReconcileAsync(string provider = Provider.Stripe)
    {
        using var client = await CreateClientAsync();
        (await client.PostAsync($"/internal/payments/reconcile?provider={provider}", null)).EnsureSuccessStatusCode();
    }

    /// <summary>Does something that no webhook tells of.</summary>
    public async Task<T> UnheardAsync<T>(Func<Task<T>> work)
    {
        using var stripe = kipu.CreateClient("stripe");
        (await stripe.PostAsJsonAsync("/_sim/webhooks", new WebhookRule(WebhookTrouble.Drop))).EnsureSuccessStatusCode();
        try
        {
            return await work();
        }
        finally
        {
            (await stripe.DeleteAsync("/_sim/webhooks")).EnsureSuccessStatusCode();
        }
    }
}
