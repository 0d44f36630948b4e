using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Voice;

/// <summary>Voice conversations and what was said in them.</summary>
/// <remarks>Public because Wolverine's generated code names it.</remarks>
public sealed class VoiceDbContext(DbContextOptions<VoiceDbContext> options) : DbContext(options)
{
    internal DbSet<VoiceSession> Sessions => Set<VoiceSession>();

    internal DbSet<VoiceTurn> Turns => Set<VoiceTurn>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(VoiceDbContext).Assembly);
        modelBuilder.MapWolverineEnvelopeStorage("wolverine");
    }
}
