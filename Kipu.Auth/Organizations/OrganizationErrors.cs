namespace Kipu.Auth;

internal static class OrganizationErrors
{
    public static readonly ApiError InvalidCode = new(404, "invalid_code", "The code is not known, or no longer valid.");
    public static readonly ApiError CodeUnclaimed = new(409, "code_unclaimed",
        "The code is valid, but has no organization yet. Create one from it first.");
    public static readonly ApiError CodeUsed = new(409, "code_used",
        "An organization was created from this code already. Join it, or sign in.");
    public static readonly ApiError OrganizationRequired = new(400, "organization_required",
        "Send organizationName to create an organization, or organizationCode to join one, and not both.");
}
