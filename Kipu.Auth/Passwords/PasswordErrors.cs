namespace Kipu.Auth;

internal static class PasswordErrors
{
    public static readonly ApiError WrongPassword = new(403, "wrong_password", "The current password is not that.");
}
