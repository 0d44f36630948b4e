using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kipu.Tests;

public sealed class PasskeyTests(KipuSystem kipu)
{
    private const string Passkeys = "/api/auth/passkeys";

    [Fact]
    public async Task A_passkey_signs_in_without_address_and_password()
    {
        var tenant = await kipu.SignUpAsync();
        using var key = await AddAsync(tenant);

        var session = await (await SignInAsync(key)).ReadAsync<SessionResponse>();

        Assert.Equal((tenant.UserId, tenant.OrganizationId), (session.User.Id, session.Organization.Id));
        Assert.NotNull((await ListAsync(tenant)).Single().LastUsedAt);
    }

    [Fact]
    public async Task A_passkey_is_two_factors_in_one()
    {
        var tenant = await kipu.SignUpAsync();
        using var key = await AddAsync(tenant);
        await tenant.EnrolAsync();
        await tenant.Client.PutAsJsonAsync("/api/organizations/current/security", new OrganizationSecurity(true));

        var session = await (await SignInAsync(key)).ReadAsync<SessionResponse>();

        Assert.False(session.MfaEnrolmentRequired);
    }

    [Fact]
    public async Task A_device_that_does_not_verify_its_user_is_refused()
    {
        var tenant = await kipu.SignUpAsync();
        using var key = new SoftwareKey(await OriginAsync()) { VerifiesUser = false };

        await (await RegisterAsync(tenant, key)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "passkey_refused");
    }

    [Fact]
    public async Task A_challenge_is_answered_once()
    {
        var tenant = await kipu.SignUpAsync();
        using var key = await AddAsync(tenant);
        using var client = kipu.CreateClient("gateway");
        var options = await OptionsAsync(client);
        var answer = new PasskeySignInRequest(options.Id, Element(key.Get(options.Options)));

        Assert.Equal(HttpStatusCode.OK, (await client.PostAsJsonAsync($"{Passkeys}/login/verify", answer)).StatusCode);

        await (await client.PostAsJsonAsync($"{Passkeys}/login/verify", answer)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_challenge");
        await (await client.PostAsJsonAsync($"{Passkeys}/login/verify", answer with { Id = (await OptionsAsync(client)).Id }))
            .ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_passkey");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_passkey_whose_counter_falls_back_or_stands_still_is_a_copy_and_refused(uint count)
    {
        var tenant = await kipu.SignUpAsync();
        using var key = await AddAsync(tenant);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(key)).StatusCode);

        key.Count = count - 1;

        await (await SignInAsync(key)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_passkey");
    }

    [Fact]
    public async Task Another_sites_page_gets_nothing_for_the_passkeys_answer()
    {
        var tenant = await kipu.SignUpAsync();
        using var key = new SoftwareKey("https://kipu.example.org");

        await (await RegisterAsync(tenant, key)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "passkey_refused");
    }

    [Fact]
    public async Task A_passkey_that_nobody_added_or_that_was_removed_is_refused_in_the_same_words()
    {
        var tenant = await kipu.SignUpAsync();
        using var removed = await AddAsync(tenant);
        using var unknown = new SoftwareKey(await OriginAsync());
        unknown.Create((await (await tenant.Client.PostAsync($"{Passkeys}/register/options", content: null)).ReadAsync<PasskeyOptions>()).Options);
        var id = (await ListAsync(tenant)).Single().Id;

        Assert.Equal(HttpStatusCode.NoContent, (await tenant.Client.DeleteAsync($"{Passkeys}/{id}")).StatusCode);

        var one = await (await SignInAsync(removed)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_passkey");
        var other = await (await SignInAsync(unknown)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_passkey");
        Assert.Equal(one.GetProperty("detail").GetString(), other.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_passkey_is_added_once_and_takes_a_new_name()
    {
        var tenant = await kipu.SignUpAsync();
        using var key = await AddAsync(tenant);

        Assert.False((await RegisterAsync(tenant, key)).IsSuccessStatusCode);
        var id = (await ListAsync(tenant)).Single().Id;
        var renamed = await tenant.Client.PatchAsJsonAsync($"{Passkeys}/{id}", new RenamePasskeyRequest("Laptop"));

        Assert.Equal("Laptop", (await renamed.ReadAsync<PasskeyInfo>()).Name);
    }

    [Fact]
    public async Task Another_users_options_and_passkeys_are_out_of_reach()
    {
        var (owner, stranger) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        using var key = await AddAsync(owner);
        var id = (await ListAsync(owner)).Single().Id;
        var options = await (await owner.Client.PostAsync($"{Passkeys}/register/options", content: null)).ReadAsync<PasskeyOptions>();
        using var fresh = new SoftwareKey(await OriginAsync());

        var stolen = await stranger.Client.PostAsJsonAsync(
            $"{Passkeys}/register/verify", new AddPasskeyRequest(options.Id, Element(fresh.Create(options.Options)), "Mine now"));

        await stolen.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_challenge");
        await (await stranger.Client.DeleteAsync($"{Passkeys}/{id}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private async Task<string> OriginAsync() => (await kipu.GetEndpointAsync("gateway")).GetLeftPart(UriPartial.Authority);

    private async Task<SoftwareKey> AddAsync(TestTenant tenant)
    {
        var key = new SoftwareKey(await OriginAsync());
        Assert.Equal(HttpStatusCode.Created, (await RegisterAsync(tenant, key)).StatusCode);
        return key;
    }

    private static async Task<HttpResponseMessage> RegisterAsync(TestTenant tenant, SoftwareKey key)
    {
        var options = await (await tenant.Client.PostAsync($"{Passkeys}/register/options", content: null)).ReadAsync<PasskeyOptions>();
        return await tenant.Client.PostAsJsonAsync(
            $"{Passkeys}/register/verify", new AddPasskeyRequest(options.Id, Element(key.Create(options.Options)), "Phone"));
    }

    private async Task<HttpResponseMessage> SignInAsync(SoftwareKey key)
    {
        using var client = kipu.CreateClient("gateway");
        var options = await OptionsAsync(client);
        return await client.PostAsJsonAsync($"{Passkeys}/login/verify", new PasskeySignInRequest(options.Id, Element(key.Get(options.Options))));
    }

    private static async Task<PasskeyOptions> OptionsAsync(HttpClient client) =>
        await (await client.PostAsync($"{Passkeys}/login/options", content: null)).ReadAsync<PasskeyOptions>();

    private static async Task<IReadOnlyList<PasskeyInfo>> ListAsync(TestTenant tenant) =>
        (await (await tenant.Client.GetAsync(Passkeys)).ReadAsync<Page<PasskeyInfo>>()).Items;

    private static JsonElement Element(JsonObject json) => JsonElement.Parse(json.ToJsonString());
}
