using System.Net;

namespace Kipu.Tests;

public sealed class EndpointWalkTests(KipuSystem kipu)
{
    /// <summary>Operations that need no credentials, each with what protects it or why nothing has to.</summary>
    private static readonly Dictionary<string, string> Public = new()
    {
        ["POST /api/auth/signup"] = "nobody has an account before it",
        ["POST /api/auth/login"] = "the password is the credential",
        ["POST /api/auth/refresh"] = "the refresh token is the credential",
        ["POST /api/auth/logout"] = "ends nothing but the session of the token it is given",
        ["POST /api/auth/password/forgot"] = "who lost their password can't sign in; it has a mail sent, and seldom",
        ["POST /api/auth/password/reset"] = "the mailed token is the credential",
        ["POST /api/auth/verify-email"] = "the mailed token is the credential",
        ["POST /api/auth/accept-invitation"] = "the mailed token is the credential",
        ["POST /api/organizations/validate-code"] = "tells of a code to who holds it",
        ["POST /api/organizations/create-from-code"] = "the code is the credential",
        ["POST /api/auth/mfa/challenge"] = "the challenge and a code of the second factor are the credentials",
        ["POST /api/auth/passkeys/login/options"] = "challenges are for everybody",
        ["POST /api/auth/passkeys/login/verify"] = "the passkey's signature is the credential",
        ["POST /api/auth/sso/start"] = "leads to the provider, which asks for credentials",
        ["GET /api/auth/sso/callback"] = "the provider's code and the browser's state are the credentials",
        ["GET /.well-known/jwks.json"] = "public keys",
        ["GET /.well-known/openid-configuration"] = "where the public keys are",
        ["GET /api/payments/plans"] = "prices are public",
        ["POST /api/payments/checkout"] = "a purchase can come before the organization",
        ["GET /api/payments/checkout/{sessionId}"] = "the session id is the credential",
        ["POST /api/payments/webhook"] = "signed by the provider",
        ["POST /api/payments/webhook/mercadopago"] = "signed by the provider",
        ["POST /api/payments/validate-code"] = "tells of a code to who holds it",
        ["GET /api/shares/{token}"] = "the token is the credential",
        ["GET /api/voice/ws/{sessionId}"] = "the ticket is the credential",
    };

    [Fact]
    public async Task Every_operation_asks_for_credentials_or_stands_in_the_list_of_public_ones()
    {
        var operations = await Operation.AllAsync(kipu);
        var open = new List<string>();
        foreach (var operation in operations)
        {
            using var client = kipu.CreateClient(operation.Service);
            using var request = new HttpRequestMessage(operation.Method, operation.With(Guid.NewGuid().ToString()));
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            if (response.StatusCode != HttpStatusCode.Unauthorized) open.Add(operation.Name);
        }

        Assert.True(operations.Count > 20, "the services describe their operations");
        Assert.Empty(open.Except(Public.Keys));
    }

    [Fact]
    public async Task Nothing_in_the_list_of_public_operations_is_gone()
    {
        var names = (await Operation.AllAsync(kipu)).Select(o => o.Name);

        Assert.Empty(Public.Keys.Except(names));
    }

    [Fact]
    public async Task No_internal_route_is_described_and_each_refuses_calls_without_the_internal_token()
    {
        Assert.DoesNotContain(await Operation.AllAsync(kipu), o => o.Path.StartsWith("/internal", StringComparison.Ordinal));
        using var client = kipu.CreateClient("auth");

        await (await client.GetAsync($"/internal/organizations/{Guid.NewGuid()}")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "internal_token_required");
    }
}
