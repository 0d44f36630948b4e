using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Storage;

/// <summary>
/// What is stored for whom: uploads under way, their chunks, finished objects, and how much of the plan's room they take.
/// </summary>
public sealed class StorageDbContext(DbContextOptions<StorageDbContext> options) : DbContext(options)
{
    internal DbSet<Upload> Uploads => Set<Upload>();

    internal DbSet<Chunk> Chunks => Set<Chunk>();

    internal DbSet<StoredObject> Objects => Set<StoredObject>();

    internal DbSet<Quota> Quotas => Set<Quota>();

    internal DbSet<Reservation> Reservations => Set<Reservation>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(StorageDbContext).Assembly);
        modelBuilder.MapWolverineEnvelopeStorage("wolverine");
    }
}
