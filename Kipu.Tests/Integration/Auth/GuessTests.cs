using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Kipu.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace Kipu.Tests;

/// <summary>Guesses at codes, keys and passwords, each test from an address of its own, as the gateway vouches for it.</summary>
public sealed class GuessTests(KipuSystem kipu)
{
    [Fact]
    public async Task After_thirty_wrong_codes_an_address_waits_and_even_a_right_code_tells_it_nothing()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = await FromAsync("recordings", "203.0.113.1");

        for (var i = 0; i < GuessLimit.Codes.Attempts; i++)
        {
            await (await AskAsync(client, OrganizationCodes.Generate())).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_organization_code");
        }

        var wrong = await AskAsync(client, OrganizationCodes.Generate());
        await wrong.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_attempts");
        Assert.InRange(wrong.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), GuessLimit.Codes.Window);
        await (await AskAsync(client, tenant.Code)).ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_attempts");
    }

    [Fact]
    public async Task Who_is_held_up_at_one_service_gains_one_guess_at_the_next()
    {
        await HoldUpAsync("203.0.113.2");
        using var storage = await FromAsync("storage", "203.0.113.2");

        await (await AskAsync(storage, OrganizationCodes.Generate(), "/api/storage/usage")).ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_attempts");
    }

    [Fact]
    public async Task Users_behind_the_same_address_and_other_addresses_go_on()
    {
        var tenant = await kipu.SignUpAsync();
        await HoldUpAsync("203.0.113.3");
        using var neighbour = await FromAsync("recordings", "203.0.113.3");
        using var other = await FromAsync("recordings", "203.0.113.4");
        neighbour.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tenant.AccessToken);

        Assert.Equal(HttpStatusCode.OK, (await neighbour.GetAsync("/api/recordings")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(other, tenant.Code)).StatusCode);
    }

    [Fact]
    public async Task Sixty_codes_asked_at_once_get_thirty_answers()
    {
        using var client = await FromAsync("auth", "203.0.113.5");

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ =>
            client.PostAsJsonAsync("/api/organizations/validate-code", new ValidateCodeRequest(OrganizationCodes.Generate()))));

        Assert.Equal(30, answers.Count(a => a.StatusCode == HttpStatusCode.NotFound));
        Assert.Equal(30, answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests));
        Assert.All(answers.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests), a => Assert.NotNull(a.Headers.RetryAfter));
    }

    [Fact]
    public async Task Codes_that_are_right_count_for_nothing()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = await FromAsync("auth", "203.0.113.6");

        for (var i = 0; i < GuessLimit.Codes.Attempts + 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.PostAsJsonAsync("/api/organizations/validate-code", new ValidateCodeRequest(tenant.Code))).StatusCode);
        }
    }

    [Fact]
    public async Task Guesses_by_creating_from_a_code_or_joining_by_one_are_counted_with_those_by_asking_for_it()
    {
        using var client = await FromAsync("auth", "203.0.113.7");
        for (var i = 0; i < GuessLimit.Codes.Attempts; i++)
        {
            await client.PostAsJsonAsync("/api/organizations/validate-code", new ValidateCodeRequest(OrganizationCodes.Generate()));
        }

        var create = await client.PostAsJsonAsync(
            "/api/organizations/create-from-code",
            new CreateFromCodeRequest(Some.OrganizationName(), OrganizationCodes.Generate(), Some.Email(), Some.Name, Some.Password));
        var join = await client.PostAsJsonAsync(
            "/api/auth/signup", new SignUpRequest(Some.Email(), Some.Password, Some.Name, null, OrganizationCodes.Generate()));

        await create.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_attempts");
        await join.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_attempts");
    }

    [Fact]
    public async Task Guesses_at_api_keys_are_held_up_too()
    {
        using var client = await FromAsync("recordings", "203.0.113.8");
        for (var i = 0; i < GuessLimit.Codes.Attempts; i++)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", ApiKeys.Generate());
            await (await client.GetAsync("/api/recordings")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_api_key");
        }

        client.DefaultRequestHeaders.Authorization = new("Bearer", ApiKeys.Generate());
        await (await client.GetAsync("/api/recordings")).ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_attempts");
    }

    [Fact]
    public async Task One_password_tried_on_many_accounts_is_held_up_by_the_address_that_it_comes_from()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = await FromAsync("auth", "203.0.113.9");
        using var elsewhere = await FromAsync("auth", "203.0.113.10");

        // Ten at a time: each costs the server a hash.
        var answers = new List<HttpResponseMessage>();
        foreach (var emails in Enumerable.Range(0, GuessLimit.SignIn.Attempts + 5).Select(_ => Some.Email()).Chunk(10))
        {
            answers.AddRange(await Task.WhenAll(emails.Select(email => client.LogInAsync(email, "Summer 2026!"))));
        }

        var own = await client.LogInAsync(tenant.Email, tenant.Password);

        Assert.Equal(GuessLimit.SignIn.Attempts, answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized));
        await own.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_attempts");
        Assert.NotNull(own.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.LogInAsync(tenant.Email, tenant.Password)).StatusCode);
    }

    [Fact]
    public async Task A_client_cannot_choose_the_address_that_its_guesses_are_counted_for()
    {
        using var gateway = await FromAsync("gateway", "203.0.113.11");
        gateway.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.11");
        for (var i = 0; i < GuessLimit.Codes.Attempts + 1; i++) await AskAsync(gateway, OrganizationCodes.Generate());
        using var service = await FromAsync("recordings", "203.0.113.11");

        await (await AskAsync(service, OrganizationCodes.Generate())).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_organization_code");
    }

    private async Task HoldUpAsync(string address)
    {
        using var client = await FromAsync("recordings", address);
        for (var i = 0; i <= GuessLimit.Codes.Attempts; i++) await AskAsync(client, OrganizationCodes.Generate());
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string code, string path = "/api/recordings")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "x-organization-code", code } } };
        return await client.SendAsync(request);
    }

    private async Task<HttpClient> FromAsync(string service, string address)
    {
        var addresses = new ClientAddress(
            Options.Create(new InternalOptions { Token = await kipu.GetParameterAsync("internal-token") }), Options.Create(new GuessOptions()));
        var client = kipu.CreateClient(service);
        client.DefaultRequestHeaders.Add(ClientAddress.Header, addresses.Sign(IPAddress.Parse(address)));
        return client;
    }
}
