using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kipu.Tests;

/// <summary>An authenticator in software, written from WebAuthn level 3: one passkey on P-256 that verifies its user by itself.</summary>
internal sealed class SoftwareKey(string origin) : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte HasCredential = 0x40;

    private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string? _userHandle;

    /// <summary>Goes up with each use.</summary>
    public uint Count { get; set; } = 1;

    /// <summary>Whether the device asks for a finger or a code before it signs.</summary>
    public bool VerifiesUser { get; init; } = true;

    /// <summary>Makes the passkey, as <c>navigator.credentials.create</c> does.</summary>
    public JsonObject Create(JsonElement options)
    {
        _userHandle = options.GetProperty("user").GetProperty("id").GetString();
        var data = AuthenticatorData(options.GetProperty("rp").GetProperty("id").GetString()!, Attested());
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), .. Bytes(data)];
        return Credential(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(ClientData("webauthn.create", options)),
            ["attestationObject"] = Base64Url.EncodeToString(attestation),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>Signs in, as <c>navigator.credentials.get</c> does.</summary>
    public JsonObject Get(JsonElement options)
    {
        Count++;
        var client = ClientData("webauthn.get", options);
        var data = AuthenticatorData(options.GetProperty("rpId").GetString()!, attested: []);
        byte[] signed = [.. data, .. SHA256.HashData(client)];
        return Credential(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(_pair.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = _userHandle,
        });
    }

    public void Dispose() => _pair.Dispose();

    private JsonObject Credential(JsonObject response) => new()
    {
        ["id"] = Base64Url.EncodeToString(_id),
        ["rawId"] = Base64Url.EncodeToString(_id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    };

    private byte[] ClientData(string type, JsonElement options) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = options.GetProperty("challenge").GetString(),
        ["origin"] = origin,
        ["crossOrigin"] = false,
    }.ToJsonString());

    private byte[] AuthenticatorData(string domain, byte[] attested)
    {
        var flags = (byte)(Present | (VerifiesUser ? Verified : 0) | (attested.Length > 0 ? HasCredential : 0));
        Span<byte> count = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), flags, .. count, .. attested];
    }

    private byte[] Attested()
    {
        var point = _pair.ExportParameters(includePrivateParameters: false).Q;
        // COSE: kty 2 (EC2), alg -7 (ES256), crv 1 (P-256), x, y.
        byte[] key = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
        return [.. new byte[16], 0, (byte)_id.Length, .. _id, .. key];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Bytes(byte[] bytes) =>
        bytes.Length < 256 ? [0x58, (byte)bytes.Length, .. bytes] : [0x59, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];
}
