using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kipu.Simulators;

/// <summary>The <c>Stripe-Signature</c> header: HMAC-SHA256 over time, a dot and the raw body, keyed by the endpoint's secret.</summary>
internal static class WebhookSignature
{
    public static string Sign(string body, string secret, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        return $"t={seconds},v1={Convert.ToHexStringLower(mac)}";
    }
}
