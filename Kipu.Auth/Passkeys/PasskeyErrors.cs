namespace Kipu.Auth;

internal static class PasskeyErrors
{
    public static readonly ApiError InvalidPasskey = new(401, "invalid_passkey", "The passkey is not known here, or its answer does not hold.");
    public static readonly ApiError PasskeyRefused = new(400, "passkey_refused", "The passkey's answer does not fit the options. Begin again.");
    public static readonly ApiError PasskeyExists = new(409, "passkey_exists", "This passkey was added already.");
}
