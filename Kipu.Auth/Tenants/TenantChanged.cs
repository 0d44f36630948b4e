namespace Kipu.Auth;

/// <summary>To Auth itself, after the commit of what changed a tenant: every service has to look it up anew.</summary>
/// <param name="OrganizationId">The organization; null for a code that has none.</param>
/// <param name="CodeHashes">Codes that changed.</param>
/// <param name="ApiKeyHashes">API keys that changed.</param>
public sealed record TenantChanged(Guid? OrganizationId, IReadOnlyList<string> CodeHashes, IReadOnlyList<string>? ApiKeyHashes = null);

/// <summary>Removes what changed from the cache that all services share. Durable: a crash after the commit does not lose it.</summary>
public static class ForgetTenantHandler
{
    public static async Task HandleAsync(TenantChanged message, TenantCache tenants, CancellationToken cancellationToken)
    {
        if (message.OrganizationId is { } organizationId) await tenants.ForgetOrganizationAsync(organizationId, cancellationToken);
        foreach (var hash in message.CodeHashes) await tenants.ForgetCodeAsync(hash, cancellationToken);
        foreach (var hash in message.ApiKeyHashes ?? []) await tenants.ForgetApiKeyAsync(hash, cancellationToken);
    }
}
