using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>Recordings, what was heard in them, and the counters of each organization.</summary>
/// <remarks>Public because Wolverine's generated code names it.</remarks>
public sealed class RecordingsDbContext(DbContextOptions<RecordingsDbContext> options) : DbContext(options)
{
    internal DbSet<Recording> Recordings => Set<Recording>();

    internal DbSet<RecordingTag> Tags => Set<RecordingTag>();

    internal DbSet<OrganizationCounters> Counters => Set<OrganizationCounters>();

    internal DbSet<Analysis> Analyses => Set<Analysis>();

    internal DbSet<TranscriptSegment> Segments => Set<TranscriptSegment>();

    internal DbSet<ActionItemRow> ActionItems => Set<ActionItemRow>();

    internal DbSet<Share> Shares => Set<Share>();

    internal DbSet<RetentionPolicy> RetentionPolicies => Set<RetentionPolicy>();

    internal DbSet<TemplateRow> Templates => Set<TemplateRow>();

    internal DbSet<AnalysisSettingsRow> AnalysisSettings => Set<AnalysisSettingsRow>();

    internal DbSet<KnownPersonRow> People => Set<KnownPersonRow>();

    /// <summary>A row if a recording has all the words in its title and summary, or in one segment of what was said.</summary>
    internal IQueryable<SaidThere> SearchIn(Guid recordingId, string[] words, bool isUnfinished) =>
        FromExpression(() => SearchIn(recordingId, words, isUnfinished));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDbFunction(() => SearchIn(default, default!, default)).HasName("search_in");
        modelBuilder.Entity<SaidThere>().HasNoKey().ToTable((string?)null);
        modelBuilder.HasPostgresExtension("unaccent").HasPostgresExtension("btree_gin");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(RecordingsDbContext).Assembly);
        modelBuilder.MapWolverineEnvelopeStorage("wolverine");
    }
}

/// <summary>Makes the context for <c>dotnet ef</c>, which needs a model and neither database nor messaging.</summary>
internal sealed class RecordingsDesignTimeFactory : IDesignTimeDbContextFactory<RecordingsDbContext>
{
    public RecordingsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<RecordingsDbContext>();
        options.ConfigureKipu("Host=localhost;Database=design");
        return new(options.Options);
    }
}
