using Npgsql;

namespace Kipu.Tests;

/// <summary>What the database lets Auth do to its audit log, tried as Auth itself connects.</summary>
public sealed class AuditRightsTests(KipuSystem kipu)
{
    [Theory]
    [InlineData("update audit_events set action = 'nothing'", "auth_app")]
    [InlineData("delete from audit_events", "auth_app")]
    [InlineData("truncate audit_events", "auth_app")]
    [InlineData("update audit_events set action = 'nothing'", "auth_system")]
    [InlineData("delete from audit_events", "auth_system")]
    [InlineData("truncate audit_events", "auth_system")]
    public async Task Nobody_whom_Auth_can_be_changes_or_removes_a_line(string sql, string role)
    {
        var tenant = await kipu.SignUpAsync();
        await using var service = await kipu.OpenAsServiceAsync("authdb");
        await using var connection = await service.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, $"select set_config('app.organization_id', '{tenant.OrganizationId}', true)");
        await AddLineAsync(connection, tenant.OrganizationId);
        if (role != "auth_app") await ExecuteAsync(connection, $"set local role {role}");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(connection, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_line_cannot_be_written_into_another_organizations_log()
    {
        var (first, second) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        await using var service = await kipu.OpenAsServiceAsync("authdb");
        await using var connection = await service.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, $"select set_config('app.organization_id', '{first.OrganizationId}', true)");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => AddLineAsync(connection, second.OrganizationId));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static Task AddLineAsync(NpgsqlConnection connection, Guid organizationId) => ExecuteAsync(
        connection, $"insert into audit_events (organization_id, id, at, action) values ('{organizationId}', '{Guid.CreateVersion7()}', now(), 'test')");

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
