using Npgsql;

namespace Kipu.Tests;

/// <summary>The databases of the running system, as their owner and as the services themselves reach them.</summary>
public sealed partial class KipuSystem
{
    /// <summary>Each database with the name that its service's roles begin with.</summary>
    public static readonly IReadOnlyDictionary<string, string> Databases = new Dictionary<string, string>
    {
        ["authdb"] = "auth",
        ["paymentsdb"] = "payments",
        ["recordingsdb"] = "recordings",
        ["voicedb"] = "voice",
        ["storagedb"] = "storage",
        ["workerdb"] = "worker",
    };

    public async Task<NpgsqlDataSource> OpenAsOwnerAsync(string database) =>
        NpgsqlDataSource.Create(await GetConnectionStringAsync(database));

    /// <summary>Opens a database as its service does: by the same role.</summary>
    public async Task<NpgsqlDataSource> OpenAsServiceAsync(string database)
    {
        var connection = new NpgsqlConnectionStringBuilder(await GetConnectionStringAsync(database))
        {
            Username = $"{Databases[database]}_app",
            Password = await GetParameterAsync("database-app-password"),
        };
        return NpgsqlDataSource.Create(connection.ConnectionString);
    }

    /// <summary>Tables of a database that hold organizations' rows.</summary>
    public async Task<IReadOnlyList<string>> TenantTablesAsync(string database)
    {
        await using var owner = await OpenAsOwnerAsync(database);
        await using var command = owner.CreateCommand("""
            select c.oid::regclass::text from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and n.nspname not in ('wolverine', 'pg_catalog', 'information_schema')
            order by 1
            """);
        await using var rows = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await rows.ReadAsync()) tables.Add(rows.GetString(0));
        return tables;
    }
}
