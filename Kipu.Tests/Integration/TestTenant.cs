using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed partial class KipuSystem
{
    /// <summary>A fresh organization with its owner, as a customer gets one: through the front door.</summary>
    public async Task<TestTenant> SignUpAsync()
    {
        var request = new SignUpRequest(Some.Email(), Some.Password, Some.Name, Some.OrganizationName(), OrganizationCode: null);
        using var gateway = CreateClient("gateway");
        using var response = await gateway.PostAsJsonAsync("/api/auth/signup", request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return new TestTenant(this, request, await response.ReadAsync<SessionResponse>());
    }
}

/// <summary>An organization under test. Its client goes through the gateway with code and token; what features need stands in partial files.</summary>
public sealed partial class TestTenant
{
    internal TestTenant(KipuSystem kipu, SignUpRequest signUp, SessionResponse session)
    {
        Kipu = kipu;
        Email = signUp.Email;
        Password = signUp.Password;
        OrganizationId = session.Organization.Id;
        UserId = session.User.Id;
        Code = session.OrganizationCode ?? throw new InvalidOperationException("Sign-up made an organization without a trial code.");
        AccessToken = session.AccessToken;
        Client = CreateClient("gateway");
    }

    public KipuSystem Kipu { get; }

    public Guid OrganizationId { get; }

    public Guid UserId { get; }

    public string Code { get; }

    public string AccessToken { get; }

    public string Email { get; }

    public string Password { get; }

    public HttpClient Client { get; }

    /// <summary>A client that speaks as this tenant to a service itself, past the gateway.</summary>
    public HttpClient CreateClient(string service)
    {
        var client = Kipu.CreateClient(service);
        client.DefaultRequestHeaders.Add("x-organization-code", Code);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        return client;
    }
}
