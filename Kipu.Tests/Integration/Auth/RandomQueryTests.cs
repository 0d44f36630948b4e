using CsCheck;
using Npgsql;

namespace Kipu.Tests;

/// <summary>Random queries of two tenants, and of nobody, over pooled connections of Auth's own role.</summary>
public sealed class RandomQueryTests(KipuSystem kipu)
{
    /// <summary>Whose transaction it is.</summary>
    private enum Who
    {
        First,
        Second,
        Nobody,
    }

    /// <summary>How a transaction ends; the connection goes back to the pool after each.</summary>
    private enum End
    {
        Commit,
        Rollback,
        Fault,
        Abandon,
    }

    private sealed record Transaction(Who Who, IReadOnlyList<Query> Queries, End End);

    /// <summary>A statement that answers with organization ids, put together from parts that each try to see more.</summary>
    private sealed record Query(int Table, int Other, int Shape, int Predicate)
    {
        private static readonly string[] Predicates =
        [
            "true",
            "t.organization_id is not null or t.organization_id is null",
            "t.organization_id = '{other}'",
            "t.organization_id in ('{first}', '{second}')",
            "t.organization_id <> '{first}'",
            "not (t.organization_id = '{second}') or true",
            "t.organization_id >= '00000000-0000-0000-0000-000000000000'",
        ];

        private static readonly string[] Shapes =
        [
            "select t.organization_id from {table} t where {predicate}",
            "select t.organization_id from {table} t where {predicate} order by 1 desc limit 50",
            "select o.organization_id from {table} t left join {joined} o on {predicate}",
            "select t.organization_id from {table} t where {predicate} union all select organization_id from {joined}",
            "select max(t.organization_id::text)::uuid from {table} t where {predicate} group by t.organization_id",
            "with seen as materialized (select * from {table}) select t.organization_id from seen t where {predicate}",
            "select (select o.organization_id from {joined} o limit 1) from {table} t where {predicate}",
            "select l.organization_id from {table} t, lateral (select organization_id from {joined} limit 5) l where {predicate}",
            "select t.organization_id from {table} t where exists (select from {joined} o where o.organization_id <> t.organization_id) and {predicate}",
        ];

        public static readonly Gen<Query> Any =
            Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[0, Shapes.Length - 1], Gen.Int[0, Predicates.Length - 1], (t, o, s, p) => new Query(t, o, s, p));

        public string Sql(IReadOnlyList<string> tables, Guid first, Guid second, Guid other) => Shapes[Shape]
            .Replace("{predicate}", Predicates[Predicate], StringComparison.Ordinal)
            .Replace("{table}", tables[Table % tables.Count], StringComparison.Ordinal)
            .Replace("{joined}", tables[Other % tables.Count], StringComparison.Ordinal)
            .Replace("{first}", $"{first}", StringComparison.Ordinal)
            .Replace("{second}", $"{second}", StringComparison.Ordinal)
            .Replace("{other}", $"{other}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_query_sees_a_row_of_another_organization_and_none_without_one_sees_any()
    {
        var (first, second) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        var tables = await kipu.TenantTablesAsync("authdb");
        var connection = new NpgsqlConnectionStringBuilder((await kipu.OpenAsServiceAsync("authdb")).ConnectionString)
        {
            Password = await kipu.GetParameterAsync("database-app-password"),
            MaxPoolSize = 4,
            // Whatever a transaction leaves on its connection meets the next.
            NoResetOnClose = true,
        };
        await using var pool = NpgsqlDataSource.Create(connection.ConnectionString);
        var transaction = Gen.Select(Gen.Enum<Who>(), Query.Any.List[1, 5], Gen.Enum<End>(), (who, queries, end) => new Transaction(who, queries, end));
        var seen = new int[3];

        await transaction.List[1, 6].SampleAsync(
            async transactions =>
            {
                foreach (var one in transactions)
                {
                    var allowed = one.Who switch { Who.First => first.OrganizationId, Who.Second => second.OrganizationId, _ => (Guid?)null };
                    var sqls = one.Queries.Select(q => q.Sql(
                        tables, first.OrganizationId, second.OrganizationId, one.Who is Who.First ? second.OrganizationId : first.OrganizationId));
                    var rows = await RunAsync(pool, allowed, sqls, one.End);
                    Assert.All(rows, row => Assert.Equal(allowed, row));
                    Interlocked.Add(ref seen[(int)one.Who], rows.Count);
                }
            },
            iter: 500,
            threads: 8);

        Assert.True(seen[(int)Who.First] > 0 && seen[(int)Who.Second] > 0, "organizations see their own rows");
        Assert.Equal(0, seen[(int)Who.Nobody]);
    }

    /// <returns>The organizations of the rows that the statements showed; a row that an outer join filled up has none.</returns>
    private static async Task<List<Guid>> RunAsync(NpgsqlDataSource pool, Guid? organization, IEnumerable<string> sqls, End end)
    {
        var rows = new List<Guid>();
        await using var connection = await pool.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (organization is { } id)
        {
            await using var enter = new NpgsqlCommand("select set_config('app.organization_id', $1, true)", connection);
            enter.Parameters.AddWithValue($"{id}");
            await enter.ExecuteNonQueryAsync();
        }

        foreach (var sql in sqls)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                if (!await reader.IsDBNullAsync(0)) rows.Add(reader.GetGuid(0));
            }
        }

        if (end is End.Fault)
        {
            await using var fault = new NpgsqlCommand("select 1 / 0", connection);
            await Assert.ThrowsAsync<PostgresException>(() => fault.ExecuteScalarAsync());
        }

        if (end is End.Commit) await transaction.CommitAsync();
        if (end is End.Rollback) await transaction.RollbackAsync();
        return rows;
    }
}
