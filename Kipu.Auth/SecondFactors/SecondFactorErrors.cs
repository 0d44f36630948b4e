namespace Kipu.Auth;

internal static class SecondFactorErrors
{
    public static readonly ApiError MfaRequired = new(401, "mfa_required",
        "The password is right. Send challenge with a code of the authenticator app, or a recovery code, to /api/auth/mfa/challenge.");
    public static readonly ApiError InvalidChallenge = new(401, "invalid_challenge", "The sign-in took too long. Begin again with the password.");
    public static readonly ApiError InvalidMfaCode = new(401, "invalid_mfa_code", "The code is wrong, too old, or was used before.");
    public static readonly ApiError ProofRequired = new(401, "proof_required", "Send your password, or a code of your second factor.");
    public static readonly ApiError MfaNotEnabled = new(409, "mfa_not_enabled", "You have no second factor.");
    public static readonly ApiError MfaNotEnrolled = new(409, "mfa_not_enrolled", "Begin with /api/auth/mfa/enrol.");
    public static readonly ApiError MfaEnabled = new(409, "mfa_enabled", "You have a second factor. Disable it first to set up another one.");
    public static readonly ApiError MfaRequiredByOrganization = new(409, "mfa_required_by_organization",
        "The organization requires a second factor of its members: it can't be disabled.");
}
