using Kipu.MessagingProbe;
using Kipu.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kipu.Tests;

/// <summary>A service's database as services have it, with two tables of tenants' rows, to try its guards on.</summary>
internal sealed class ProbeDatabase(WebApplication app) : IAsyncDisposable
{
    /// <summary>The probe's roles belong to the whole server, so every probe sets them the same.</summary>
    public const string AppPassword = "the probe's own";

    public IServiceProvider Services => app.Services;

    /// <param name="kipu">The system whose server is used.</param>
    /// <param name="name">The database, made afresh.</param>
    /// <param name="options">Added to the connection string.</param>
    public static async Task<ProbeDatabase> CreateAsync(KipuSystem kipu, string name, string options = "")
    {
        var owner = new NpgsqlConnectionStringBuilder(await kipu.GetConnectionStringAsync("authdb"));
        await using (var server = NpgsqlDataSource.Create(owner.ConnectionString))
        await using (var create = server.CreateCommand($"create database {name}"))
        {
            await create.ExecuteNonQueryAsync();
        }

        owner.Database = name;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:probedb"] = $"{owner.ConnectionString};{options}",
            ["Database:AppPassword"] = AppPassword,
        });
        builder.AddDatabase<ProbeDbContext>("probe");
        var database = new ProbeDatabase(builder.Build());
        await database.MigrateAsync();
        return database;
    }

    public AsyncServiceScope CreateScope() => app.Services.CreateAsyncScope();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task MigrateAsync() => app.RunOrMigrateAsync<ProbeDbContext>(["--migrate"]);
}
