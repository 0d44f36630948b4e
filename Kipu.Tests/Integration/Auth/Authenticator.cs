using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;

namespace Kipu.Tests;

/// <summary>An authenticator app, written from RFC 6238 and RFC 4226 and not from what the server uses.</summary>
internal sealed class Authenticator(string base32)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private long _last;

    /// <summary>A code that was not shown before: the present one, or the next, which the server takes half a minute early.</summary>
    public string Next()
    {
        _last = Math.Max(_last + 1, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
        return CodeOf(_last);
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "RFC 6238's HMAC-SHA1 is what authenticator apps have.")]
    private string CodeOf(long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(Decode(base32), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    public static byte[] Decode(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}

public sealed partial class TestTenant
{
    /// <summary>Gives the owner a second factor.</summary>
    internal async Task<(Authenticator App, IReadOnlyList<string> RecoveryCodes)> EnrolAsync() => await Client.EnrolAsync();

    /// <summary>A client in the name of nobody.</summary>
    internal HttpClient Anonymous() => Kipu.CreateClient("gateway");
}

internal static class MfaCalls
{
    public static async Task<(Authenticator App, IReadOnlyList<string> RecoveryCodes)> EnrolAsync(this HttpClient client)
    {
        var enrolment = await (await client.PostAsync("/api/auth/mfa/enrol", content: null)).ReadAsync<MfaEnrolment>();
        var app = new Authenticator(enrolment.Secret);
        var verified = await client.PostAsJsonAsync("/api/auth/mfa/verify", new MfaCodeRequest(app.Next()));
        return (app, (await verified.ReadAsync<RecoveryCodesResponse>()).RecoveryCodes);
    }

    public static Task<HttpResponseMessage> LogInAsync(this HttpClient client, string email, string password) =>
        client.PostAsJsonAsync("/api/auth/login", new LoginRequest(email, password));

    /// <summary>Signs in with the password alone; the answer is the challenge.</summary>
    public static async Task<string> ChallengeAsync(this HttpClient client, TestTenant tenant)
    {
        var refusal = await (await client.LogInAsync(tenant.Email, tenant.Password)).ShouldBeProblemAsync(System.Net.HttpStatusCode.Unauthorized, "mfa_required");
        return refusal.GetProperty("challenge").GetString()!;
    }

    public static Task<HttpResponseMessage> CompleteAsync(this HttpClient client, string challenge, string code) =>
        client.PostAsJsonAsync("/api/auth/mfa/challenge", new MfaChallengeRequest(challenge, code));
}
