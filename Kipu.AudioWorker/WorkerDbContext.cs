using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Wolverine.EntityFrameworkCore;

namespace Kipu.AudioWorker;

/// <summary>What is to be done for which recording, who is at it, and what was found so far.</summary>
public sealed class WorkerDbContext(DbContextOptions<WorkerDbContext> options) : DbContext(options)
{
    internal DbSet<Job> Jobs => Set<Job>();

    internal DbSet<JobStep> Steps => Set<JobStep>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(WorkerDbContext).Assembly);
        modelBuilder.MapWolverineEnvelopeStorage("wolverine");
    }
}

/// <summary>Makes the context for <c>dotnet ef</c>, which needs a model and neither database nor messaging.</summary>
internal sealed class WorkerDesignTimeFactory : IDesignTimeDbContextFactory<WorkerDbContext>
{
    public WorkerDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<WorkerDbContext>();
        options.ConfigureKipu("Host=localhost;Database=design");
        return new(options.Options);
    }
}
