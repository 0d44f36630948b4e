using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using StandardWebhooks;

namespace Kipu.Auth;

/// <summary>Makes and keeps webhooks' secrets, and signs with them as the Standard Webhooks specification says.</summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private const string Prefix = "whsec_";
    private const int Bytes = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("Kipu.Auth.WebhookSecret");

    public static string Generate() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    public byte[] Protect(string secret) => _protector.Protect(Encoding.ASCII.GetBytes(secret));

    /// <returns>The three headers of a message.</returns>
    public IEnumerable<KeyValuePair<string, string>> Sign(byte[] protectedSecret, Guid messageId, string payload, DateTimeOffset now)
    {
        var id = messageId.ToString();
        var signer = new StandardWebhook(Encoding.ASCII.GetString(_protector.Unprotect(protectedSecret)));
        return
        [
            new("webhook-id", id),
            new("webhook-timestamp", now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new("webhook-signature", signer.Sign(id, now, payload)),
        ];
    }
}
