namespace Kipu.ServiceDefaults;

/// <summary>Whose request this is. Endpoints with a tenant take it as a parameter.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="UserId">Who acts; null when only the organization's code was sent.</param>
/// <param name="Role">What they may do; a code alone acts as <see cref="Role.User"/>.</param>
/// <param name="ApiKeyId">The API key that was sent; null for codes and users.</param>
public sealed record TenantContext(
    Guid OrganizationId, string Name, Plan Plan, OrganizationStatus Status, Guid? UserId, Role Role, Guid? ApiKeyId = null)
{
    public PlanLimits Limits => Plans.Of(Plan);
}
