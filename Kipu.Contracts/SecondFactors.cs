using System.ComponentModel.DataAnnotations;

namespace Kipu.Contracts;

/// <summary>Whether the caller has a second factor: <c>GET /api/auth/mfa</c>.</summary>
/// <param name="Enabled">Sign-ins ask for a code.</param>
/// <param name="EnabledAt">Since when.</param>
/// <param name="RecoveryCodesLeft">Recovery codes that were not used yet.</param>
/// <param name="Required">The organization requires a second factor of its members.</param>
public sealed record MfaStatus(bool Enabled, DateTimeOffset? EnabledAt, int RecoveryCodesLeft, bool Required);

/// <summary>The secret for an authenticator app. It counts only after a code of it was verified.</summary>
/// <param name="Secret">In base32, for typing.</param>
/// <param name="Uri">An <c>otpauth://</c> address, for a QR code.</param>
public sealed record MfaEnrolment(string Secret, string Uri);

/// <summary>A code of the authenticator app, or where it says so a recovery code.</summary>
public sealed record MfaCodeRequest([property: Required, MaxLength(20)] string Code);

/// <summary>Proves that the user themselves asks: by their password, or a code of their second factor.</summary>
public sealed record MfaProofRequest([property: MaxLength(128)] string? Password, [property: MaxLength(20)] string? Code);

/// <summary>Codes that each replace the second factor once. Shown here and never again.</summary>
public sealed record RecoveryCodesResponse(IReadOnlyList<string> RecoveryCodes);

/// <summary>Completes a sign-in that was answered with <c>mfa_required</c>.</summary>
/// <param name="Challenge">From that answer; good for five minutes.</param>
/// <param name="Code">Of the authenticator app, or a recovery code.</param>
public sealed record MfaChallengeRequest([property: Required, MaxLength(1000)] string Challenge, [property: Required, MaxLength(20)] string Code);

/// <summary>What an organization demands of its members' sign-ins.</summary>
public sealed record OrganizationSecurity([property: Required] bool? RequireSecondFactor);
