using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Auth;

/// <summary>
/// What a sign-in gets that still lacks its second factor: who it is, for five minutes, encrypted. It dies with the password it was given
/// for, and opens nothing without a code that works once.
/// </summary>
internal sealed class Challenges(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("Kipu.Auth.Challenge").ToTimeLimitedDataProtector();

    /// <summary>The answer to the first step: a refusal that says how to go on.</summary>
    public ProblemHttpResult Refuse(User user) => SecondFactorErrors.MfaRequired.ToProblem(new Dictionary<string, object?>
    {
        ["challenge"] = Make(user),
        ["expiresIn"] = (int)Lifetime.TotalSeconds,
    });

    public string Make(User user) => _protector.Protect($"{user.OrganizationId} {user.Id} {PasswordMark(user)}", Lifetime);

    /// <returns>Whom the challenge is for; null when it isn't ours or has ended.</returns>
    public (Guid OrganizationId, Guid UserId, string PasswordMark)? Read(string challenge)
    {
        try
        {
            var parts = _protector.Unprotect(challenge).Split(' ');
            return (Guid.Parse(parts[0]), Guid.Parse(parts[1]), parts[2]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Changes with the password, and tells nothing of it.</summary>
    public static string PasswordMark(User user) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(user.PasswordHash)).AsSpan(0, 12));
}
