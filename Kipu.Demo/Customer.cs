using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;

namespace Kipu.Demo;

/// <summary>A customer from sign-up to the paid organization code.</summary>
internal sealed class Customer : IDisposable
{
    private const Plan Chosen = Plan.Starter;

    // The pay page answers with a redirect to the shop's success page, which is not ours to open.
    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false });
    private SessionResponse? _session;
    private CheckoutResponse? _checkout;

    public Customer(Uri gateway) => Client = new HttpClient { BaseAddress = gateway, Timeout = TimeSpan.FromMinutes(5) };

    public HttpClient Client { get; }

    public string Email { get; } = $"demo-{RandomNumberGenerator.GetHexString(8, lowercase: true)}@example.com";

    public string Password { get; } = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 16);

    public async Task<string> SignUpAsync(CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Demo {DateTime.Now:yyyy-MM-dd HH:mm}");
        _session = await Client
            .PostAsJsonAsync("api/auth/signup", new SignUpRequest(Email, Password, "Ana Restrepo", name, null), cancellationToken)
            .ReadAsync<SessionResponse>(cancellationToken);
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _session.AccessToken);
        return $"organization \"{_session.Organization.Name}\" on trial, owner {Email}";
    }

    public async Task<string> CheckOutAsync(CancellationToken cancellationToken)
    {
        var request = new CheckoutRequest(
            _session!.Organization.Id,
            Chosen,
            new Uri(Client.BaseAddress!, "comprar/listo?session_id={CHECKOUT_SESSION_ID}").OriginalString,
            new Uri(Client.BaseAddress!, "precios").OriginalString,
            Provider: null,
            Email);
        _checkout = await Client.PostAsJsonAsync("api/payments/checkout", request, cancellationToken)
            .ReadAsync<CheckoutResponse>(cancellationToken);
        var plan = Plans.Of(Chosen);
        return $"plan {plan.Plan.ToString().ToUpperInvariant()}, ${plan.MonthlyPriceUsd} a month: {_checkout.Url}";
    }

    /// <summary>Fills in the simulator's pay page. With a real key a person pays on the provider's page meanwhile.</summary>
    public async Task<string> PayAsync(CancellationToken cancellationToken)
    {
        var page = new Uri(_checkout!.Url);
        if (!page.IsLoopback) return "a real provider: open the address above and pay there";

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["email"] = Email,
            ["cardNumber"] = "4242 4242 4242 4242",
            ["cardExpiry"] = "12 / 40",
            ["cardCvc"] = "123",
            ["billingName"] = "Ana Restrepo",
        });
        using var response = await _browser.PostAsync(page, form, cancellationToken);
        if ((int)response.StatusCode is not (302 or 303)) throw new DemoException($"The pay page answered {(int)response.StatusCode}.");
        return "card 4242 accepted on the pay page; the signed webhook is on its way";
    }

    public async Task<string> AwaitCodeAsync(CancellationToken cancellationToken)
    {
        var path = $"api/payments/checkout/{_checkout!.SessionId}";
        var state = await Client.GetAsync(path, cancellationToken).ReadAsync<CheckoutState>(cancellationToken);
        while (state.Status is CheckoutStatus.Open or CheckoutStatus.Processing)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            state = await Client.GetAsync(path, cancellationToken).ReadAsync<CheckoutState>(cancellationToken);
        }

        if (state.OrganizationCode is not { } code) throw new DemoException($"The checkout ended as {state.Status} without a code.");
        Client.DefaultRequestHeaders.Add("x-organization-code", code);

        // The news of the code travels from Payments to Auth by message.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (!await IsAcceptedAsync(code, limit.Token)) await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        return $"{code}, shown once; every request from here on carries it";
    }

    private async Task<bool> IsAcceptedAsync(string code, CancellationToken cancellationToken)
    {
        using var response = await Client.PostAsJsonAsync("api/organizations/validate-code", new ValidateCodeRequest(code), cancellationToken);
        return response.IsSuccessStatusCode;
    }

    public void Dispose()
    {
        _browser.Dispose();
        Client.Dispose();
    }
}
