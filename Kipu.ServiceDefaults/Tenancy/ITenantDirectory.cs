namespace Kipu.ServiceDefaults;

/// <summary>Where tenants are looked up when the cache doesn't know them: Auth's database in Auth, Auth's internal API elsewhere.</summary>
public interface ITenantDirectory
{
    /// <returns>The owner of the code with this hash; null when there is none.</returns>
    Task<CodeOwner?> FindCodeAsync(string codeHash, CancellationToken cancellationToken);

    /// <returns>What the API key with this hash is good for; null when there is none, or none any more.</returns>
    Task<ApiKeyOwner?> FindApiKeyAsync(string keyHash, CancellationToken cancellationToken);

    Task<TenantSnapshot?> FindOrganizationAsync(Guid organizationId, CancellationToken cancellationToken);

    Task<TenantMember?> FindMemberAsync(Guid organizationId, Guid userId, CancellationToken cancellationToken);
}
