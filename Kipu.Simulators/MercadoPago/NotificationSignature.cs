using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kipu.Simulators;

/// <summary>
/// The <c>x-signature</c> header: HMAC-SHA256 over the object's id, the request's id and the time. The body is not signed.
/// </summary>
internal static class NotificationSignature
{
    public static string Sign(string dataId, string requestId, string secret, DateTimeOffset at, bool milliseconds = false)
    {
        var ts = (milliseconds ? at.ToUnixTimeMilliseconds() : at.ToUnixTimeSeconds()).ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"id:{dataId};request-id:{requestId};ts:{ts};"));
        return $"ts={ts},v1={Convert.ToHexStringLower(mac)}";
    }
}
