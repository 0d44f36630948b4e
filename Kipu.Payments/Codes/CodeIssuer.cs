using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kipu.Payments;

/// <summary>Makes codes, and shows them to those who bought them.</summary>
internal sealed partial class CodeIssuer(OrganizationCodes codes, IDataProtectionProvider protection, ILogger<CodeIssuer> logger)
{
    /// <summary>How long a bought code can be seen on the success page.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("Kipu.Payments.Codes");

    /// <remarks>Two codes alike (one chance in 10^15 for each other code) meet the unique index; the purchase is then worked on again, with another code.</remarks>
    public OrganizationCode ForPurchase(Checkout checkout, DateTimeOffset now)
    {
        var code = OrganizationCodes.Generate();
        return OrganizationCode.Bought(checkout, codes.Hash(code), _protector.Protect(code), now);
    }

    public (OrganizationCode Code, string Text) ForRotation(TenantContext tenant, OrganizationCode? old, DateTimeOffset now)
    {
        var code = OrganizationCodes.Generate();
        return (OrganizationCode.Replacing(tenant.OrganizationId, old, codes.Hash(code), tenant.Plan, now), code);
    }

    /// <returns>Null when it was used, had its day, or can't be decrypted any more.</returns>
    public string? Reveal(OrganizationCode code, DateTimeOffset now)
    {
        if (code.ProtectedCode is null || now >= code.ShownUntil) return null;
        try
        {
            return _protector.Unprotect(code.ProtectedCode);
        }
        catch (CryptographicException exception)
        {
            LogUndecipherable(logger, code.Id, exception);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "Code {CodeId} can't be decrypted: the key that protects it is gone")]
    private static partial void LogUndecipherable(ILogger logger, Guid codeId, Exception exception);
}
