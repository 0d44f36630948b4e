using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kipu.Auth;

internal static class SigningKeyEndpoints
{
    private const string Public = "Public keys are public.";

    public static void AddSigningKeys(this IHostApplicationBuilder builder)
    {
        builder.AddKeyRing<AuthDbContext>("Kipu.Auth");
        builder.Services.AddSingleton<SigningKeys>().AddScoped<KeyRotation>();
        builder.Services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(services =>
        {
            var keys = services.GetRequiredService<SigningKeys>();
            services.GetRequiredService<KeyNews>().OnChange(keys.Forget);
            return new OwnKeys(keys);
        });
    }

    public static void MapSigningKeys(this IEndpointRouteBuilder routes)
    {
        var wellKnown = routes.MapGroup("/.well-known").WithTags("Auth").AllowPublic(Public);
        wellKnown.MapGet("/jwks.json", Keys);
        wellKnown.MapGet("/openid-configuration", Configuration);

        // For operators: docs/sign-in.md.
        var keys = routes.MapInternal().MapGroup("/signing-keys");
        keys.MapGet("/", List);
        keys.MapPost("/rotate", Rotate);
        keys.MapDelete("/{id}", Retire);
    }

    /// <summary>The public keys of Kipu's access tokens (RFC 7517).</summary>
    public static async Task<Ok<JsonWebKeys>> Keys(SigningKeys keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(new JsonWebKeys([.. (await keys.PublishedAsync(cancellationToken)).Select(PublicKey.From)]));

    /// <summary>Where services find the keys.</summary>
    public static Ok<KeyDiscovery> Configuration() =>
        TypedResults.Ok(new KeyDiscovery(AccessToken.Issuer, "http://auth/.well-known/jwks.json", [SecurityAlgorithms.EcdsaSha256]));

    /// <summary>The keys that are published, and which of them signs.</summary>
    public static async Task<Ok<IReadOnlyList<KeyState>>> List(KeyRotation rotation, CancellationToken cancellationToken) =>
        TypedResults.Ok(KeyState.From(await rotation.KeepAsync(cancellationToken)));

    /// <summary>Lets the successor sign from now on. No token is refused by that.</summary>
    public static async Task<Ok<IReadOnlyList<KeyState>>> Rotate(KeyRotation rotation, CancellationToken cancellationToken) =>
        TypedResults.Ok(KeyState.From(await rotation.RotateAsync(cancellationToken)));

    /// <summary>Voids a key that leaked, and all tokens that it signed: their sessions go on with the next refresh.</summary>
    public static async Task<Results<Ok<IReadOnlyList<KeyState>>, ProblemHttpResult>> Retire(
        string id, KeyRotation rotation, CancellationToken cancellationToken) =>
        await rotation.RetireAsync(id, cancellationToken) is { } plan ? TypedResults.Ok(KeyState.From(plan)) : CommonErrors.NotFound.ToProblem();
}

internal sealed record KeyState(string Kid, DateTimeOffset CreatedAt, DateTimeOffset SignsAt, bool Signs)
{
    public static IReadOnlyList<KeyState> From(KeyPlan plan) =>
        [.. plan.Published.Select(key => new KeyState(key.Id, key.CreatedAt, key.SignsAt, key == plan.Signing))];
}

internal sealed record JsonWebKeys(IReadOnlyList<PublicKey> Keys);

/// <summary>An elliptic-curve public key in JSON.</summary>
internal sealed record PublicKey(string Kid, string Kty, string Crv, string Use, string Alg, string X, string Y)
{
    public static PublicKey From(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new(
            key.KeyId, "EC", "P-256", "sig", SecurityAlgorithms.EcdsaSha256, Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
    }
}

internal sealed record KeyDiscovery(
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("jwks_uri")] string JwksUri,
    [property: JsonPropertyName("id_token_signing_alg_values_supported")] IReadOnlyList<string> Algorithms);
