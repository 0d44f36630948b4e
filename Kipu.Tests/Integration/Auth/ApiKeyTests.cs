using System.Net;
using System.Net.Http.Json;
using System.Text;
using Npgsql;

namespace Kipu.Tests;

public sealed class ApiKeyTests(KipuSystem kipu)
{
    private const string Keys = "/api/organizations/current/api-keys";

    private static readonly (string Service, string Path)[] Services =
    [
        ("auth", "/api/organizations/current"), ("recordings", "/api/recordings"), ("storage", "/api/storage/usage"), ("voice", "/api/voice/sessions"),
    ];

    [Fact]
    public async Task A_key_names_its_organization_at_every_service_and_through_the_gateway()
    {
        var tenant = await kipu.SignUpAsync();
        var made = await MakeAsync(tenant, [ApiKeyScope.Read]);

        foreach (var (service, path) in Services.Append(("gateway", "/api/recordings")))
        {
            Assert.True((await AskAsync(service, path, made.Key)).StatusCode == HttpStatusCode.OK, service);
        }

        var organization = await (await AskAsync("gateway", "/api/organizations/current", made.Key)).ReadAsync<OrganizationDetails>();
        Assert.Equal(tenant.OrganizationId, organization.Id);
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_the_database_does_not_hold_it()
    {
        var tenant = await kipu.SignUpAsync();
        var made = await MakeAsync(tenant, [ApiKeyScope.Read, ApiKeyScope.Write]);

        var list = await (await tenant.Client.GetAsync(Keys)).Content.ReadAsStringAsync();

        Assert.StartsWith("kipu_", made.Key, StringComparison.Ordinal);
        Assert.StartsWith(made.ApiKey.Prefix, made.Key, StringComparison.Ordinal);
        Assert.Contains(made.ApiKey.Prefix, list, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Key, list, StringComparison.Ordinal);
        await using var owner = await kipu.OpenAsOwnerAsync("authdb");
        await using var command = owner.CreateCommand("select k::text from api_keys k where id = $1");
        command.Parameters.AddWithValue(made.ApiKey.Id);
        Assert.DoesNotContain(made.Key[made.ApiKey.Prefix.Length..], (string)(await command.ExecuteScalarAsync())!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_reads_cannot_write_and_one_that_writes_cannot_read()
    {
        var tenant = await kipu.SignUpAsync();
        var (reads, writes) = (await MakeAsync(tenant, [ApiKeyScope.Read]), await MakeAsync(tenant, [ApiKeyScope.Write]));

        await (await AskAsync("recordings", "/api/recordings", reads.Key, HttpMethod.Post)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "insufficient_scope");
        await (await AskAsync("recordings", "/api/recordings", writes.Key)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "insufficient_scope");
        Assert.Equal(HttpStatusCode.Created, (await AskAsync("recordings", "/api/recordings", writes.Key, HttpMethod.Post)).StatusCode);
    }

    [Fact]
    public async Task A_key_acts_as_user_unless_it_has_the_scope_admin()
    {
        var tenant = await kipu.SignUpAsync();
        var (user, admin) = (await MakeAsync(tenant, [ApiKeyScope.Read]), await MakeAsync(tenant, [ApiKeyScope.Read, ApiKeyScope.Admin]));

        await (await AskAsync("auth", Keys, user.Key)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("auth", Keys, admin.Key)).StatusCode);
    }

    [Fact]
    public async Task A_key_makes_no_keys_and_is_no_user()
    {
        var tenant = await kipu.SignUpAsync();
        var made = await MakeAsync(tenant, [ApiKeyScope.Read, ApiKeyScope.Write, ApiKeyScope.Admin]);
        using var client = kipu.CreateClient("gateway");
        client.DefaultRequestHeaders.Authorization = new("Bearer", made.Key);

        var create = await client.PostAsJsonAsync(Keys, new CreateApiKeyRequest("another", [ApiKeyScope.Read], ExpiresAt: null));

        await create.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "user_required");
        await (await client.GetAsync("/api/auth/me")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "user_required");
    }

    /// <summary>Five keys, and the middle one counts: a pause of the machine is no fault of the backplane.</summary>
    [Fact]
    public async Task A_revoked_key_is_refused_by_every_service_within_a_second()
    {
        var tenant = await kipu.SignUpAsync();
        var times = new List<TimeSpan>();
        for (var i = 0; i < 5; i++)
        {
            var made = await MakeAsync(tenant, [ApiKeyScope.Read]);
            foreach (var (service, path) in Services) Assert.Equal(HttpStatusCode.OK, (await AskAsync(service, path, made.Key)).StatusCode);

            Assert.Equal(HttpStatusCode.NoContent, (await tenant.Client.DeleteAsync($"{Keys}/{made.ApiKey.Id}")).StatusCode);
            var late = await Task.WhenAll(Services.Select(s =>
                Eventually.RefusedAsync(async () => (await AskAsync(s.Service, s.Path, made.Key)).StatusCode != HttpStatusCode.Unauthorized)));
            times.Add(late.Max());
        }

        var audit = await tenant.ReadAuditAsync();
        Assert.Equal((5, 5), (audit.Count(a => a.Action == "api_key_created"), audit.Count(a => a.Action == "api_key_revoked")));
        times.Sort();
        Assert.True(times[2] < TimeSpan.FromSeconds(1), $"was taken after {string.Join(", ", times)}");
        Assert.Empty((await (await tenant.Client.GetAsync(Keys)).ReadAsync<Page<ApiKeyInfo>>()).Items);
    }

    [Fact]
    public async Task An_expired_key_is_refused_although_services_remember_it()
    {
        var tenant = await kipu.SignUpAsync();
        var end = DateTimeOffset.UtcNow.AddSeconds(5);
        var made = await MakeAsync(tenant, [ApiKeyScope.Read], end);

        await KipuSystem.WaitUntilAsync(
            async () => (await AskAsync("recordings", "/api/recordings", made.Key)).StatusCode == HttpStatusCode.Unauthorized, "the key has expired");

        Assert.True(DateTimeOffset.UtcNow >= end, "it was good until then");
        await (await AskAsync("recordings", "/api/recordings", made.Key)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_api_key");
        var past = await tenant.Client.PostAsJsonAsync(Keys, new CreateApiKeyRequest("late", [ApiKeyScope.Read], DateTimeOffset.UtcNow.AddDays(-1)));
        await past.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "expiry_passed");
    }

    [Fact]
    public async Task The_last_use_of_a_key_at_any_service_shows()
    {
        var tenant = await kipu.SignUpAsync();
        var made = await MakeAsync(tenant, [ApiKeyScope.Read]);
        Assert.Null(made.ApiKey.LastUsedAt);

        await AskAsync("storage", "/api/storage/usage", made.Key);

        await KipuSystem.WaitUntilAsync(
            async () => (await (await tenant.Client.GetAsync(Keys)).ReadAsync<Page<ApiKeyInfo>>()).Items.Single().LastUsedAt is not null, "the use shows");
    }

    [Fact]
    public async Task A_key_and_a_code_of_different_organizations_are_refused_as_organization_mismatch()
    {
        var (first, second) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        var made = await MakeAsync(first, [ApiKeyScope.Read]);
        using var client = kipu.CreateClient("recordings");
        client.DefaultRequestHeaders.Authorization = new("Bearer", made.Key);
        client.DefaultRequestHeaders.Add("x-organization-code", second.Code);

        await (await client.GetAsync("/api/recordings")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "organization_mismatch");
    }

    [Fact]
    public async Task Another_organizations_key_is_not_found()
    {
        var (owner, stranger) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        var made = await MakeAsync(owner, [ApiKeyScope.Read]);

        await (await stranger.Client.DeleteAsync($"{Keys}/{made.ApiKey.Id}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");

        Assert.Equal(HttpStatusCode.OK, (await AskAsync("recordings", "/api/recordings", made.Key)).StatusCode);
    }

    [Fact]
    public async Task An_organization_has_at_most_fifty_keys_however_many_are_made_at_once()
    {
        var tenant = await kipu.SignUpAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 54).Select(i =>
            tenant.Client.PostAsJsonAsync(Keys, new CreateApiKeyRequest($"key {i}", [ApiKeyScope.Read], ExpiresAt: null))));

        Assert.Equal(50, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Created)) await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "too_many_api_keys");
    }

    [Fact]
    public async Task Many_who_wait_for_one_organization_leave_connections_to_the_others()
    {
        var (tenant, other) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        await using var auth = await kipu.OpenAsOwnerAsync("authdb");
        await using var connection = await auth.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var held = connection.CreateCommand())
        {
            held.CommandText = "select 1 from organizations where organization_id = $1 for update";
            held.Parameters.AddWithValue(tenant.OrganizationId);
            await held.ExecuteNonQueryAsync();
        }

        // More than a service has connections.
        var waiting = Enumerable.Range(0, 40).Select(_ => MakeAsync(tenant, [ApiKeyScope.Read])).ToList();
        await KipuSystem.WaitUntilAsync(async () => await WaitersAsync(auth) > 0, "the first waits for the lock");
        await MakeAsync(other, [ApiKeyScope.Read]);
        Assert.DoesNotContain(waiting, w => w.IsCompleted);
        Assert.Equal(1, await WaitersAsync(auth));

        await transaction.RollbackAsync();
        Assert.Equal(40, (await Task.WhenAll(waiting)).DistinctBy(k => k.Key).Count());
    }

    /// <summary>How many connections of Auth's wait for the lock of an organization.</summary>
    private static async Task<long> WaitersAsync(NpgsqlDataSource auth)
    {
        await using var count = auth.CreateCommand("""
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like 'select 1 from organizations%'
            """);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static async Task<CreateApiKeyResponse> MakeAsync(TestTenant tenant, ApiKeyScope[] scopes, DateTimeOffset? expiresAt = null) =>
        await (await tenant.Client.PostAsJsonAsync(Keys, new CreateApiKeyRequest("Nightly export", scopes, expiresAt))).ReadAsync<CreateApiKeyResponse>();

    private async Task<HttpResponseMessage> AskAsync(string service, string path, string key, HttpMethod? method = null)
    {
        using var client = kipu.CreateClient(service);
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path) { Headers = { Authorization = new("Bearer", key) } };
        if (method == HttpMethod.Post) request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        return await client.SendAsync(request);
    }
}
