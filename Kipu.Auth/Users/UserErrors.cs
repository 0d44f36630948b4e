namespace Kipu.Auth;

internal static class UserErrors
{
    public static readonly ApiError EmailTaken = new(409, "email_taken",
        "There is an account with this address. Sign in, or use another one.");
    public static readonly ApiError WeakPassword = new(400, "weak_password",
        "This password is one of those that are guessed first. Take a longer or less usual one.");
    public static readonly ApiError UserRequired = new(401, "user_required", "Sign in: this address needs a user's bearer token.");
}
