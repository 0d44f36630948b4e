using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Kipu.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StackExchange.Redis;

namespace Kipu.Tests;

public sealed class SigningKeyTests(KipuSystem kipu)
{
    private static readonly (string Service, string Path)[] Services =
        [("auth", "/api/organizations/current"), ("recordings", "/api/recordings"), ("storage", "/api/storage/usage"), ("voice", "/api/voice/sessions")];

    [Fact]
    public async Task Two_keys_are_published_the_one_that_signs_and_its_successor()
    {
        var tenant = await kipu.SignUpAsync();

        var published = await PublishedAsync();

        Assert.True(published.Count >= 2);
        Assert.Contains(KeyOf(tenant.AccessToken), published);
    }

    [Fact]
    public async Task A_rotation_refuses_nobody_neither_with_a_token_from_before_nor_with_one_from_after()
    {
        var before = await kipu.SignUpAsync();
        using var stop = new CancellationTokenSource();
        var refused = new List<string>();
        var calls = Task.WhenAll(Services.Select(s => CallAsync(s, before.AccessToken, refused, stop.Token)));

        await OperateAsync(HttpMethod.Post, "/internal/signing-keys/rotate");

        TestTenant after;
        do after = await kipu.SignUpAsync();
        while (KeyOf(after.AccessToken) == KeyOf(before.AccessToken));
        foreach (var (service, path) in Services)
        {
            Assert.Equal(HttpStatusCode.OK, await AskAsync(service, path, after.AccessToken));
            Assert.Equal(HttpStatusCode.OK, await AskAsync(service, path, before.AccessToken));
        }

        await stop.CancelAsync();
        await calls;
        Assert.Empty(refused);
        Assert.Contains(KeyOf(before.AccessToken), await PublishedAsync());
    }

    [Fact]
    public async Task A_new_key_is_known_to_every_service_without_a_restart_and_a_retired_one_is_refused_by_all()
    {
        var tenant = await kipu.SignUpAsync();
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var kid = await PublishAsync(pair);
        var token = TokenOf(tenant, pair, kid);
        foreach (var (service, path) in Services)
        {
            await KipuSystem.WaitUntilAsync(async () => await AskAsync(service, path, token) == HttpStatusCode.OK, $"{service} knows the key");
        }

        await OperateAsync(HttpMethod.Delete, $"/internal/signing-keys/{kid}");

        foreach (var (service, path) in Services)
        {
            await KipuSystem.WaitUntilAsync(async () => await AskAsync(service, path, token) == HttpStatusCode.Unauthorized, $"{service} refuses the key");
            Assert.Equal(HttpStatusCode.OK, await AskAsync(service, path, tenant.AccessToken));
        }

        Assert.DoesNotContain(kid, await PublishedAsync());
    }

    [Fact]
    public async Task Operators_need_the_internal_token_and_an_unknown_key_is_not_found()
    {
        using var client = kipu.CreateClient("auth");

        await (await client.PostAsync("/internal/signing-keys/rotate", content: null)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "internal_token_required");

        client.DefaultRequestHeaders.Add(InternalToken.TokenHeader, await kipu.GetParameterAsync("internal-token"));
        await (await client.DeleteAsync("/internal/signing-keys/nobodys")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private static string KeyOf(string token) => new JsonWebToken(token).Kid;

    /// <summary>A key that waits far behind the real successor, so that it never signs in Auth.</summary>
    private async Task<string> PublishAsync(ECDsa pair)
    {
        var kid = $"test-{Guid.NewGuid():N}";
        await using var owner = await kipu.OpenAsOwnerAsync("authdb");
        await using var command = owner.CreateCommand(
            "insert into signing_keys (id, public_key, protected_private_key, created_at, signs_at) values ($1, $2, $3, now(), now() + interval '9 years')");
        command.Parameters.AddWithValue(kid);
        command.Parameters.AddWithValue(pair.ExportSubjectPublicKeyInfo());
        command.Parameters.AddWithValue(Array.Empty<byte>());
        await command.ExecuteNonQueryAsync();
        await using var redis = await ConnectionMultiplexer.ConnectAsync(await kipu.GetConnectionStringAsync("redis"));
        await redis.GetSubscriber().PublishAsync(RedisChannel.Literal("kipu:signing-keys"), RedisValue.EmptyString);
        return kid;
    }

    private static string TokenOf(TestTenant tenant, ECDsa pair, string kid) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = AccessToken.Issuer,
        Audience = AccessToken.Audience,
        Expires = DateTime.UtcNow.AddMinutes(10),
        SigningCredentials = new(new ECDsaSecurityKey(pair) { KeyId = kid }, SecurityAlgorithms.EcdsaSha256),
        Subject = new ClaimsIdentity(
        [
            new("sub", tenant.UserId.ToString()),
            new(AccessToken.OrganizationClaim, tenant.OrganizationId.ToString()),
            new(AccessToken.RoleClaim, "USER"),
            new(AccessToken.SessionClaim, Guid.NewGuid().ToString()),
        ]),
    });

    private async Task<IReadOnlyList<string>> PublishedAsync()
    {
        using var client = kipu.CreateClient("gateway");
        var keys = await (await client.GetAsync("/.well-known/jwks.json")).ReadAsync<JsonElement>();
        return [.. keys.GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("kid").GetString()!)];
    }

    private async Task OperateAsync(HttpMethod method, string path)
    {
        using var client = kipu.CreateClient("auth");
        client.DefaultRequestHeaders.Add(InternalToken.TokenHeader, await kipu.GetParameterAsync("internal-token"));
        using var request = new HttpRequestMessage(method, path);
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(request)).StatusCode);
    }

    private async Task CallAsync((string Service, string Path) at, string token, List<string> refused, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var status = await AskAsync(at.Service, at.Path, token);
            if (status == HttpStatusCode.OK) continue;
            lock (refused) refused.Add($"{at.Service}: {status}");
        }
    }

    private async Task<HttpStatusCode> AskAsync(string service, string path, string token)
    {
        using var client = kipu.CreateClient(service);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await client.GetAsync(path)).StatusCode;
    }
}
