using System.Net;
using System.Net.Http.Json;
using Npgsql;

namespace Kipu.Tests;

/// <summary>What a second organization sees of the first, over the API and when a query forgets whose rows it wants.</summary>
public sealed class IsolationTests(KipuSystem kipu)
{
    [Theory]
    [MemberData(nameof(CatalogTests.Databases), MemberType = typeof(CatalogTests))]
    public async Task Raw_sql_on_a_services_own_connection_sees_only_the_transactions_organization_and_nothing_without_one(string database)
    {
        var (first, second) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        await (await first.Client.PostAsJsonAsync("/api/recordings", new CreateRecordingRequest("Ours", "es", "api"))).ReadAsync<RecordingSummary>();
        await using var service = await kipu.OpenAsServiceAsync(database);
        await using var connection = await service.OpenConnectionAsync();

        foreach (var table in await kipu.TenantTablesAsync(database))
        {
            Assert.Equal(0, await CountAsync(connection, $"select count(*) from {table}", organization: null));
            var others = $"select count(*) from {table} where organization_id is distinct from '{second.OrganizationId}'";
            Assert.Equal(0, await CountAsync(connection, others, second.OrganizationId));
        }
    }

    [Theory]
    [InlineData("authdb", "users", 1)]
    [InlineData("authdb", "organizations", 1)]
    [InlineData("recordingsdb", "recordings", 1)]
    public async Task The_same_raw_sql_shows_an_organization_its_own_rows(string database, string table, long rows)
    {
        var tenant = await kipu.SignUpAsync();
        await (await tenant.Client.PostAsJsonAsync("/api/recordings", new CreateRecordingRequest("Ours", "es", "api"))).ReadAsync<RecordingSummary>();
        await using var service = await kipu.OpenAsServiceAsync(database);
        await using var connection = await service.OpenConnectionAsync();

        Assert.Equal(rows, await CountAsync(connection, $"select count(*) from {table}", tenant.OrganizationId));
    }

    [Fact]
    public async Task A_row_cannot_be_written_or_moved_into_another_organization()
    {
        var (first, second) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        await using var service = await kipu.OpenAsServiceAsync("authdb");
        await using var connection = await service.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await EnterAsync(connection, first.OrganizationId);

        await using var move = new NpgsqlCommand($"update codes set organization_id = '{second.OrganizationId}'", connection);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => move.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Another_organizations_recording_is_not_found_whatever_is_asked_of_it()
    {
        var (first, second) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        var recording = await (await first.Client.PostAsJsonAsync("/api/recordings", new CreateRecordingRequest("Ours", "es", "api"))).ReadAsync<RecordingSummary>();

        var own = $"/api/recordings/{recording.Id}";
        foreach (var path in new[] { own, $"{own}/analysis", $"{own}/audio", $"/api/status/{recording.Id}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await second.Client.GetAsync(path)).StatusCode);
        }

        var renamed = await second.Client.PatchAsJsonAsync(own, new UpdateRecordingRequest("Theirs"));
        Assert.Equal(HttpStatusCode.NotFound, renamed.StatusCode);
        Assert.Empty((await (await second.Client.GetAsync("/api/recordings")).ReadAsync<Page<RecordingSummary>>()).Items);
        Assert.Equal("Ours", (await (await first.Client.GetAsync($"/api/recordings/{recording.Id}")).ReadAsync<RecordingSummary>()).Title);
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string sql, Guid? organization)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        if (organization is { } id) await EnterAsync(connection, id);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task EnterAsync(NpgsqlConnection connection, Guid organization)
    {
        await using var command = new NpgsqlCommand("select set_config('app.organization_id', $1, true)", connection);
        command.Parameters.AddWithValue(organization.ToString());
        await command.ExecuteNonQueryAsync();
    }
}
