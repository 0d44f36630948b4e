using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kipu.Auth;

/// <summary>Talks to customers' OpenID Connect providers, and to nothing inside.</summary>
internal sealed class ProviderClient : IDisposable
{
    private const int MaxAnswerBytes = 512 * 1024;

    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    private readonly bool _allowLoopback;
    private readonly HttpClient _http;

    public ProviderClient(IOptions<SingleSignOnOptions> options)
    {
        _allowLoopback = options.Value.AllowLoopback;
        _http = new(OutsideAddresses.CreateHandler(_allowLoopback))
        {
            Timeout = options.Value.Timeout,
            MaxResponseContentBufferSize = MaxAnswerBytes,
        };
    }

    /// <returns>What the issuer says of itself; null when it can't be reached or doesn't speak OpenID Connect as it must.</returns>
    public async Task<OpenIdConnectConfiguration?> DiscoverAsync(string issuer, CancellationToken cancellationToken)
    {
        if (!OutsideAddresses.IsAllowed(issuer, _allowLoopback)) return null;
        try
        {
            var documents = new HttpDocumentRetriever(_http) { RequireHttps = !_allowLoopback };
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(
                $"{issuer.TrimEnd('/')}/.well-known/openid-configuration", documents, cancellationToken);
            // The issuer must name itself exactly so (OpenID Connect Discovery, section 4.3).
            return found.Issuer == issuer && OutsideAddresses.IsAllowed(found.AuthorizationEndpoint, _allowLoopback)
                && OutsideAddresses.IsAllowed(found.TokenEndpoint, _allowLoopback) && found.SigningKeys.Count > 0
                ? found
                : null;
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or HttpRequestException or JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Exchanges the code, with the verifier that the browser never saw (RFC 7636).</summary>
    /// <returns>The ID token; null when the provider gives none.</returns>
    public async Task<string?> RedeemAsync(
        OpenIdConnectConfiguration issuer, string clientId, string clientSecret, string code, string verifier, string redirectUri,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, issuer.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = redirectUri,
                ["code_verifier"] = verifier,
            }),
        };
        // RFC 6749, section 2.3.1: each part form-encoded first.
        var credentials = $"{Uri.EscapeDataString(clientId)}:{Uri.EscapeDataString(clientSecret)}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(credentials)));
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode) return null;
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return answer.ValueKind is JsonValueKind.Object && answer.TryGetProperty("id_token", out var token) ? token.GetString() : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or InvalidOperationException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)) // The provider took too long.
        {
            return null;
        }
    }

    /// <returns>Who the ID token says has signed in; null when it doesn't hold: signature, issuer, audience, times, nonce, verified address.</returns>
    public static async Task<ProvidedUser?> ReadAsync(string idToken, OpenIdConnectConfiguration issuer, string clientId, string nonce)
    {
        var result = await Tokens.ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            ValidIssuer = issuer.Issuer,
            ValidAudience = clientId,
            IssuerSigningKeys = issuer.SigningKeys,
            ValidAlgorithms =
            [
                SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
                SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
                SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
            ],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromMinutes(1),
        });
        if (!result.IsValid) return null;

        var token = (JsonWebToken)result.SecurityToken;
        if (!token.TryGetPayloadValue<string>("nonce", out var said) || said != nonce) return null;
        if (!token.TryGetPayloadValue<string>("email", out var email) || email.Length > User.MaxEmailLength
            || !token.TryGetPayloadValue<bool>("email_verified", out var verified) || !verified)
        {
            return null;
        }

        return new(email, token.TryGetPayloadValue<string>("name", out var name) && !string.IsNullOrWhiteSpace(name) ? name : email);
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>Who signed in at a provider.</summary>
internal sealed record ProvidedUser(string Email, string Name);
