namespace Kipu.Auth;

internal static class SessionErrors
{
    public static readonly ApiError InvalidCredentials = new(401, "invalid_credentials", "Address and password do not match.");
    public static readonly ApiError InvalidRefreshToken = new(401, "invalid_refresh_token", "The session has ended. Sign in again.");
    public static readonly ApiError RefreshTokenReused = new(401, "refresh_token_reused",
        "This refresh token was used before, so it may be stolen: its session has been ended. Sign in again.");
}
