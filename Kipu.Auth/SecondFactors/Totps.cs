using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Kipu.Auth;

/// <summary>Time-based one-time passwords as authenticator apps make them: HMAC-SHA1, six digits, 30 seconds (RFC 6238).</summary>
internal sealed class Totps(IDataProtectionProvider protection, TimeProvider time)
{
    // RFC 4226, section 4, recommends 160 bits.
    private const int SecretBytes = 20;
    private const string Issuer = "Kipu";

    // One step early or late: clocks differ, and people type slowly (RFC 6238, section 5.2).
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    private readonly IDataProtector _protector = protection.CreateProtector("Kipu.Auth.SecondFactor");

    public static byte[] NewSecret() => KeyGeneration.GenerateRandomKey(SecretBytes);

    /// <summary>The secret as an app takes it: typed, or as the address in a QR code.</summary>
    public static MfaEnrolment Show(byte[] secret, string email)
    {
        var text = Base32Encoding.ToString(secret).TrimEnd('=');
        var account = Uri.EscapeDataString(email);
        return new(text, $"otpauth://totp/{Issuer}:{account}?secret={text}&issuer={Issuer}&algorithm=SHA1&digits=6&period=30");
    }

    public byte[] Protect(byte[] secret) => _protector.Protect(secret);

    /// <returns>The time step that the code is of; null when it is wrong now.</returns>
    public long? StepOf(SecondFactor factor, string code)
    {
        var totp = new Totp(_protector.Unprotect(factor.ProtectedSecret));
        return totp.VerifyTotp(time.GetUtcNow().UtcDateTime, code, out var step, Window) ? step : null;
    }
}
