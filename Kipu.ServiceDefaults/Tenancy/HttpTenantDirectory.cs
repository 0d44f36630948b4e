using System.Net;
using System.Net.Http.Json;

namespace Kipu.ServiceDefaults;

/// <summary>Asks Auth, over its internal routes.</summary>
internal sealed class HttpTenantDirectory(HttpClient auth) : ITenantDirectory
{
    public Task<CodeOwner?> FindCodeAsync(string codeHash, CancellationToken cancellationToken) =>
        FindAsync<CodeOwner>($"/internal/codes/{codeHash}", cancellationToken);

    public Task<ApiKeyOwner?> FindApiKeyAsync(string keyHash, CancellationToken cancellationToken) =>
        FindAsync<ApiKeyOwner>($"/internal/api-keys/{keyHash}", cancellationToken);

    public Task<TenantSnapshot?> FindOrganizationAsync(Guid organizationId, CancellationToken cancellationToken) =>
        FindAsync<TenantSnapshot>($"/internal/organizations/{organizationId}", cancellationToken);

    public Task<TenantMember?> FindMemberAsync(Guid organizationId, Guid userId, CancellationToken cancellationToken) =>
        FindAsync<TenantMember>($"/internal/organizations/{organizationId}/members/{userId}", cancellationToken);

    private async Task<T?> FindAsync<T>(string path, CancellationToken cancellationToken) where T : class
    {
        using var response = await auth.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound) return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<T>(cancellationToken);
    }
}
