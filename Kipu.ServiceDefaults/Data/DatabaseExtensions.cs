using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Kipu.ServiceDefaults;

public static class DatabaseExtensions
{
    /// <summary>
    /// The service's own database, <c>ConnectionStrings:{service}db</c>, with row-level security bound to <see cref="TenantScope"/>.
    /// With <c>Database:AppPassword</c> that string is the owner's and the service connects as <c>{service}_app</c>;
    /// without, it is the app role's already (production), and <c>ConnectionStrings:{service}db-owner</c> serves <c>--migrate</c>.
    /// </summary>
    /// <param name="builder">The service.</param>
    /// <param name="service">Its name.</param>
    /// <param name="preparedStatements">
    /// How many of the statements that a connection sends again and again PostgreSQL keeps parsed and planned. For services whose statements find
    /// rows by their keys: where the best plan depends on the parameters, it is to be made for them.
    /// </param>
    public static void AddDatabase<TContext>(this IHostApplicationBuilder builder, string service, int preparedStatements = 0) where TContext : DbContext
    {
        var connection = ConnectionOf(builder.Configuration, service, preparedStatements);
        builder.Services.AddSingleton(connection);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connection.AppConnectionString));
        builder.Services.AddDbContextPool<TContext>(options => options.ConfigureKipu(connection.AppConnectionString)
            .AddInterceptors(new TenantInterceptor(connection.SystemRole)));
        builder.Services.AddHealthChecks().Add(new(
            "database", services => new DatabaseHealthCheck(services.GetRequiredService<NpgsqlDataSource>()), null, ["ready"], TimeSpan.FromSeconds(2)));
    }

    /// <summary>Options that the running service, its migrations and the design-time tool share.</summary>
    public static DbContextOptionsBuilder ConfigureKipu(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString).UseSnakeCaseNamingConvention();

    /// <summary>
    /// Gives the connection back that reads have opened, before something that takes long: many who wait for a lock on other things, or
    /// for the processor, must not leave the others without one.
    /// </summary>
    public static async Task EndReadingAsync(this DbContext context)
    {
        if (context.Database.CurrentTransaction is { } reads) await reads.DisposeAsync();
    }

    private static DatabaseConnection ConnectionOf(IConfiguration configuration, string service, int preparedStatements)
    {
        var name = $"{service}db";
        var given = configuration.GetConnectionString(name)
            ?? (EF.IsDesignTime ? "Host=localhost;Database=design" : throw new InvalidOperationException($"ConnectionStrings:{name} is missing."));
        var password = configuration["Database:AppPassword"];
        var app = new NpgsqlConnectionStringBuilder(given)
        {
            ApplicationName = $"kipu-{service}",
            MaxPoolSize = 20,
            Timeout = 5,
            CommandTimeout = 30,
            MaxAutoPrepare = preparedStatements,
        };
        if (password is null) return new(service, configuration.GetConnectionString($"{name}-owner"), app.ConnectionString, null);
        app.Username = $"{service}_app";
        app.Password = password;
        return new(service, given, app.ConnectionString, password);
    }

    private sealed class DatabaseHealthCheck(NpgsqlDataSource database) : IHealthCheck
    {
        [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever keeps the database from answering is its ill health.")]
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var command = database.CreateCommand("select 1");
                await command.ExecuteScalarAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception exception)
            {
                return new(context.Registration.FailureStatus, "The database does not answer.", exception);
            }
        }
    }
}
