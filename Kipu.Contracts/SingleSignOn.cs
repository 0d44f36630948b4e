using System.ComponentModel.DataAnnotations;

namespace Kipu.Contracts;

/// <summary>An organization's own OpenID Connect provider.</summary>
/// <param name="Issuer">Its address; <c>/.well-known/openid-configuration</c> stands beneath it.</param>
/// <param name="ClientId">Kipu's id there.</param>
/// <param name="ClientSecret">Kipu's secret there; absent to keep the one that is known.</param>
/// <param name="Domains">Domains of the mail addresses that sign in there. Each counts from when it was verified.</param>
public sealed record PutSingleSignOnRequest(
    [property: Required, MaxLength(300)] string Issuer,
    [property: Required, MaxLength(200)] string ClientId,
    [property: MaxLength(500)] string? ClientSecret,
    [property: Required, MinLength(1), MaxLength(20)] IReadOnlyList<string> Domains);

/// <summary>An organization's own OpenID Connect provider, without its secret.</summary>
/// <param name="Issuer">Its address.</param>
/// <param name="ClientId">Kipu's id there.</param>
/// <param name="RedirectUri">What has to be registered there.</param>
/// <param name="Domains">Domains of the mail addresses that sign in there.</param>
public sealed record SingleSignOnInfo(string Issuer, string ClientId, string RedirectUri, IReadOnlyList<EmailDomainInfo> Domains);

/// <summary>A domain of mail addresses.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Verified">Its DNS has shown that it belongs to the organization.</param>
/// <param name="TxtRecord">What a TXT record of the domain has to say for that.</param>
public sealed record EmailDomainInfo(string Domain, bool Verified, string TxtRecord);

/// <summary>Begins a sign-in at the provider of an address's organization.</summary>
public sealed record StartSingleSignOnRequest([property: Required, EmailAddress, MaxLength(254)] string Email);

/// <summary>Where the browser goes next.</summary>
public sealed record StartSingleSignOnResponse(string Url);
