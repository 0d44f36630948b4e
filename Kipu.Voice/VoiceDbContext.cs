using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Voice;

/// <summary>Voice conversations and what was said in them.</summary>
internal sealed class VoiceDbContext(DbContextOptions<VoiceDbContext> options) : DbContext(options)
{
    public DbSet<VoiceSession> Sessions => Set<VoiceSession>();

    public DbSet<VoiceTurn> Turns => Set<VoiceTurn>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(VoiceDbContext).Assembly);
        modelBuilder.MapWolverineEnvelopeStorage("wolverine");
    }
}
