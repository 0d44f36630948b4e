using JasperFx;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Kipu.ServiceDefaults;

public static class MigrationExtensions
{
    /// <summary>
    /// Runs the service. With <c>--migrate</c> it prepares the database and ends (the one-shot of a deployment);
    /// in development it prepares the database first. With <c>codegen write</c> it writes the code around its message handlers and ends.
    /// </summary>
    public static async Task RunOrMigrateAsync<TContext>(this WebApplication app, string[] args) where TContext : DbContext
    {
        if (args is ["codegen", ..])
        {
            Environment.ExitCode = await app.RunJasperFxCommands(args);
            return;
        }

        var migrateOnly = args.Contains("--migrate");
        if (migrateOnly || app.Environment.IsDevelopment())
        {
            await MigrateAsync<TContext>(app.Services, app.Lifetime.ApplicationStopping);
        }

        if (!migrateOnly) await app.RunAsync();
    }

    private static async Task MigrateAsync<TContext>(IServiceProvider services, CancellationToken cancellationToken) where TContext : DbContext
    {
        var connection = services.GetRequiredService<DatabaseConnection>();
        var owner = connection.OwnerConnectionString
            ?? throw new InvalidOperationException($"ConnectionStrings:{connection.Service}db-owner is missing: migrations need a role that may create tables and roles.");

        await using var database = NpgsqlDataSource.Create(owner);
        await ExecuteAsync(database, RolesSql(connection, database), cancellationToken);

        var options = new DbContextOptionsBuilder<TContext>();
        options.ConfigureKipu(owner);
        await using (var context = ActivatorUtilities.CreateInstance<TContext>(services, options.Options))
        {
            // One that rewrites a table takes as long as the table is large.
            context.Database.SetCommandTimeout(TimeSpan.Zero);
            await context.Database.MigrateAsync(cancellationToken);
        }

        await ExecuteAsync(database, GrantsSql(connection), cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <remarks>Roles belong to the whole server, and replicas may start at once: the lock makes the second one find what the first made.</remarks>
    private static string RolesSql(DatabaseConnection connection, NpgsqlDataSource database)
    {
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
        var password = connection.AppPassword is null ? "" : $"execute format('alter role {connection.AppRole} password %L', {Literal(connection.AppPassword)});";
        return $"""
            do $$
            begin
              perform pg_advisory_xact_lock(hashtext('kipu-roles'));
              if not exists (select from pg_roles where rolname = '{connection.SystemRole}') then
                create role {connection.SystemRole} nologin noinherit;
              end if;
              if not exists (select from pg_roles where rolname = '{connection.AppRole}') then
                create role {connection.AppRole} login noinherit;
                alter role {connection.AppRole} set statement_timeout = '30s';
              end if;
              grant {connection.SystemRole} to {connection.AppRole};
              {password}
              grant connect, create on database "{name}" to {connection.AppRole};
              -- Wolverine keeps its inbox and outbox in a schema of its own, and makes its tables itself.
              create schema if not exists wolverine authorization {connection.AppRole};
              grant usage on schema wolverine to {connection.SystemRole};
              alter default privileges for role {connection.AppRole} in schema wolverine
                grant select, insert, update, delete on tables to {connection.SystemRole};
            end $$;
            """;
    }

    /// <remarks>Sent as one command, which is one transaction: nobody sees an append-only table with the rights of the others.</remarks>
    private static string GrantsSql(DatabaseConnection connection) => $"""
        grant usage on schema public to {connection.AppRole}, {connection.SystemRole};
        grant select, insert, update, delete on all tables in schema public to {connection.AppRole}, {connection.SystemRole};
        grant usage, select on all sequences in schema public to {connection.AppRole}, {connection.SystemRole};
        revoke all on "__EFMigrationsHistory" from {connection.AppRole}, {connection.SystemRole};
        do $$
        declare marked regclass;
        begin
          for marked in select oid::regclass from pg_class
            where relnamespace = 'public'::regnamespace and obj_description(oid, 'pg_class') = '{AppendOnly.Mark}'
          loop
            execute format('revoke update, delete on %s from {connection.AppRole}, {connection.SystemRole}', marked);
          end loop;
        end $$;
        """;

    private static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
