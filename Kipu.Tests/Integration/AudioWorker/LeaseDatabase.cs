using Kipu.AudioWorker;
using Kipu.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Kipu.Tests;

/// <summary>A database of the worker's that no worker looks at, with a queue over it and a clock that stands still.</summary>
internal sealed class LeaseDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private LeaseDatabase(ServiceProvider services, FakeTimeProvider time, JobOptions options)
    {
        (_services, Time, Options) = (services, time, options);
        Queue = new JobQueue(services.GetRequiredService<IServiceScopeFactory>(), Microsoft.Extensions.Options.Options.Create(options),
            time);
    }

    public FakeTimeProvider Time { get; }

    public JobOptions Options { get; }

    public JobQueue Queue { get; }

    public static async Task<LeaseDatabase> CreateAsync(KipuSystem kipu, JobOptions options)
    {
        var connection = new NpgsqlConnectionStringBuilder(await kipu.GetConnectionStringAsync("workerdb"));
        await using (var server = NpgsqlDataSource.Create(connection.ConnectionString))
        {
            connection.Database = $"leases_{Guid.NewGuid():N}";
            await using var create = server.CreateCommand($"create database {connection.Database}");
            await create.ExecuteNonQueryAsync();
        }

        var services = new ServiceCollection()
            .AddDbContext<WorkerDbContext>(context => context.ConfigureKipu(connection.ConnectionString)
                .AddInterceptors(new TenantInterceptor("worker_system")))
            .BuildServiceProvider();
        var owner = new DbContextOptionsBuilder<WorkerDbContext>();
        owner.ConfigureKipu(connection.ConnectionString);
        await using (var context = new WorkerDbContext(owner.Options))
        {
            await context.Database.MigrateAsync();
            await context.Database.ExecuteSqlAsync($"grant usage on schema public to worker_system");
            await context.Database.ExecuteSqlAsync($"grant all on all tables in schema public to worker_system");
        }

        return new(services, new FakeTimeProvider(DateTimeOffset.UtcNow), options);
    }

    /// <summary>Adds jobs of an organization, one after the other in time.</summary>
    public async Task AddJobsAsync(Guid organizationId, int count)
    {
        using var scope = TenantScope.EnterSystem("the test fills the queue for several organizations");
        await using var services = _services.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<WorkerDbContext>();
        for (var i = 0; i < count; i++)
        {
            Time.Advance(TimeSpan.FromMilliseconds(1));
            var job = new Job
            {
                OrganizationId = organizationId,
                Id = Guid.CreateVersion7(),
                RecordingId = Guid.CreateVersion7(),
                Sha256 = "",
                Bytes = 1,
                CreatedAt = Time.GetUtcNow(),
            };
            db.Jobs.Add(job);
            db.Steps.Add(JobStep.For(job, StepKind.Prepare));
        }

        await db.SaveChangesAsync();
    }

    public async Task<List<StepLease>> ClaimAllAsync()
    {
        var leases = new List<StepLease>();
        while (await Queue.ClaimAsync(CancellationToken.None) is { } lease) leases.Add(lease);
        return leases;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
