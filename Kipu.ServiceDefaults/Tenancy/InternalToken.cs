using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Kipu.ServiceDefaults;

public sealed class InternalOptions
{
    /// <summary>The secret that Kipu's services show each other.</summary>
    [Required, MinLength(16)]
    public required string Token { get; init; }
}

/// <summary>How Kipu's services know each other on <c>/internal</c> routes.</summary>
public sealed class InternalToken(IOptions<InternalOptions> options)
{
    public const string TokenHeader = "x-kipu-internal-token";

    /// <summary>The organization that an internal call acts for.</summary>
    public const string OrganizationHeader = "x-kipu-organization-id";

    private readonly byte[] _token = Encoding.UTF8.GetBytes(options.Value.Token);

    internal string Value => options.Value.Token;

    internal bool Matches(string? candidate) =>
        candidate is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(candidate), _token);
}

/// <summary>Adds the internal token, and the organization of the current scope, to calls between services.</summary>
internal sealed class InternalTokenHandler(InternalToken token) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(InternalToken.TokenHeader);
        request.Headers.Add(InternalToken.TokenHeader, token.Value);
        if (TenantScope.OrganizationId is { } organizationId && !request.Headers.Contains(InternalToken.OrganizationHeader))
        {
            request.Headers.Add(InternalToken.OrganizationHeader, organizationId.ToString());
        }

        return base.SendAsync(request, cancellationToken);
    }
}
