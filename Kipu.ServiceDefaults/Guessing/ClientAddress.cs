using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Kipu.ServiceDefaults;

public sealed class GuessOptions
{
    /// <summary>Addresses that no limit holds for: the machine of a developer, a monitor.</summary>
    public string[] Exempt { get; init; } = [];
}

/// <summary>
/// The address that a request came from outside. The gateway tells it to the services in a header that it signs with the internal token;
/// what reaches a service otherwise counts as from where its connection comes.
/// </summary>
public sealed class ClientAddress(IOptions<InternalOptions> options, IOptions<GuessOptions> guesses)
{
    public const string Header = "x-kipu-client-address";

    private const int NetworkBytes = 8;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.Token);
    private readonly HashSet<string> _exempt = [.. guesses.Value.Exempt];

    /// <summary>The header's value for an address.</summary>
    public string Sign(IPAddress address)
    {
        var text = Plain(address).ToString();
        return $"{text} {Convert.ToHexStringLower(SignatureOf(text))}";
    }

    /// <summary>Where the request came from.</summary>
    public IPAddress? Of(HttpContext context) =>
        context.Request.Headers[Header].ToString().Split(' ') is [var text, { Length: 64 } signature]
        && IPAddress.TryParse(text, out var address)
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SignatureOf(text))))
            ? address
            : context.Connection.RemoteIpAddress is { } remote ? Plain(remote) : null;

    /// <summary>
    /// Whose guesses are counted together: an address, or for IPv6 its /64, which one subscriber has whole. Null where none are counted.
    /// </summary>
    public string? GuesserOf(HttpContext context)
    {
        if (Of(context) is not { } address) return "unknown";
        if (_exempt.Contains(address.ToString())) return null;
        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? $"{Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes))}/64"
            : address.ToString();
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private byte[] SignatureOf(string address) => HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes($"client-address {address}"));
}
