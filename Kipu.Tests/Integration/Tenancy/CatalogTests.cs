using Npgsql;

namespace Kipu.Tests;

public sealed class CatalogTests(KipuSystem kipu)
{
    public static TheoryData<string> Databases => [.. KipuSystem.Databases.Keys];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Every_table_with_an_organization_forces_row_level_security_with_both_policies(string database)
    {
        var tables = await kipu.TenantTablesAsync(database);
        await using var owner = await kipu.OpenAsOwnerAsync(database);

        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            await using var command = owner.CreateCommand("""
                select c.relrowsecurity and c.relforcerowsecurity,
                  exists (select from pg_policies p where p.tablename = c.relname and p.policyname = 'tenant' and p.roles = '{public}'
                    and p.qual like '%app.organization_id%' and p.with_check like '%app.organization_id%'),
                  exists (select from pg_policies p where p.tablename = c.relname and p.policyname = 'system' and p.roles = array[$2]::name[])
                from pg_class c where c.oid = $1::regclass
                """);
            command.Parameters.AddWithValue(table);
            command.Parameters.AddWithValue($"{KipuSystem.Databases[database]}_system");
            await using var row = await command.ExecuteReaderAsync();
            await row.ReadAsync();
            Assert.True(row.GetBoolean(0), $"{database}.{table} forces row-level security");
            Assert.True(row.GetBoolean(1), $"{database}.{table} has the tenant policy");
            Assert.True(row.GetBoolean(2), $"{database}.{table} has the system policy");
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_role_that_a_service_connects_as_owns_no_table_and_cannot_bypass_policies(string database)
    {
        await using var owner = await kipu.OpenAsOwnerAsync(database);
        await using var command = owner.CreateCommand("""
            select rolsuper or rolbypassrls or rolinherit,
              (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relowner = r.oid and n.nspname = 'public')
            from pg_roles r where rolname = $1
            """);
        command.Parameters.AddWithValue($"{KipuSystem.Databases[database]}_app");
        await using var row = await command.ExecuteReaderAsync();

        Assert.True(await row.ReadAsync(), "the role exists");
        Assert.False(row.GetBoolean(0));
        Assert.Equal(0, row.GetInt64(1));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_service_cannot_reach_another_services_database(string database)
    {
        var other = KipuSystem.Databases.Keys.First(name => name != database);
        await using var service = await kipu.OpenAsServiceAsync(database);
        var connection = new NpgsqlConnectionStringBuilder(service.ConnectionString)
        {
            Database = other,
            Password = await kipu.GetParameterAsync("database-app-password"),
        };
        await using var stranger = NpgsqlDataSource.Create(connection.ConnectionString);
        var tables = await kipu.TenantTablesAsync(other);

        foreach (var table in tables)
        {
            await using var command = stranger.CreateCommand($"select count(*) from {table}");
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync());
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }
}
