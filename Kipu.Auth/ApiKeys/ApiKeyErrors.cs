namespace Kipu.Auth;

internal static class ApiKeyErrors
{
    public static readonly ApiError TooManyApiKeys = new(409, "too_many_api_keys", "An organization has at most 50 API keys. Revoke those that nobody uses.");
    public static readonly ApiError ExpiryPassed = new(400, "expiry_passed", "expiresAt lies in the past.");
}
