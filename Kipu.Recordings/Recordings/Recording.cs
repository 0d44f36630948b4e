using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Recordings;

/// <summary>A meeting's audio on its way from the microphone to the analysis.</summary>
/// <remarks>
/// Each finalized upload is a job. Job ids are UUIDs of version 7, so that a greater one is a newer one: what an older job
/// still has to say is ignored, a newer one takes over from whatever the recording was.
/// </remarks>
internal sealed class Recording : ITenantOwned
{
    public const int TitleLength = 200;

    /// <summary>What is spoken is heard, not said beforehand.</summary>
    public const string AnyLanguage = "auto";

    /// <summary>In the place of a wish: none of its own.</summary>
    public const string ByOrganization = "-";

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public Guid? UserId { get; init; }
    public required string Title { get; set => field = Storable.Text(value).Trim(); }

    /// <summary>Whether a person chose the title; the analysis gives one only otherwise.</summary>
    public bool HasOwnTitle { get; private set; }

    /// <summary>What the client said is spoken: <c>es</c>, <c>en</c> or <c>auto</c>.</summary>
    public string? RequestedLanguage { get; private set; }
    public string? Source { get; init; }

    /// <summary>What its summary is written in: <c>es</c>, <c>en</c> or <c>spoken</c>; null where the organization's setting holds.</summary>
    public string? OutputLanguage { get; private set; }

    /// <summary>The id of the template that it is analysed with; null where the organization's setting holds, empty for none.</summary>
    public string? Template { get; private set; }
    public RecordingStatus Status { get; private set; } = RecordingStatus.Recording;
    public ProcessingStage? Stage { get; private set; }
    public int Progress { get; private set; }
    public ProcessingError? Error { get; private set; }
    public Guid? JobId { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Grows with each change of status in the organization; the id of the event that tells it.</summary>
    public long StatusVersion { get; private set; }
    public double? DurationSeconds { get; private set; }
    public string? Language { get; private set; }
    public string? ExecutiveSummary { get; private set; }
    public int Decisions { get; private set; }
    public int OpenActionItems { get; private set; }
    public IReadOnlyList<SpeakerShare> Speakers { get; private set; } = [];
    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>Whether a person chose the tags; the analysis gives some only otherwise.</summary>
    public bool HasOwnTags { get; private set; }
    public string? Category { get; private set; }

    /// <summary>In the order of their moments.</summary>
    public IReadOnlyList<Marker> Markers { get; private set; } = [];

    /// <summary>Since when it is hidden; it can be restored until it is erased.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }
    public Guid? DeletedBy { get; private set; }

    /// <summary>The Idempotency-Key that created it, and what was asked for with it.</summary>
    public string? IdempotencyKey { get; init; }
    public string? IdempotencyFingerprint { get; init; }

    public static Recording Create(
        Guid id, Guid organizationId, Guid? userId, string? title, string? language, string? source, DateTimeOffset now, (string Key, string Fingerprint)? idempotency)
    {
        // PostgreSQL keeps microseconds; a cursor made from what is in memory must equal what is stored.
        var createdAt = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        var hasOwnTitle = title is not null && !string.IsNullOrWhiteSpace(Storable.Text(title));
        return new()
        {
            Id = id,
            OrganizationId = organizationId,
            UserId = userId,
            Title = hasOwnTitle ? Shorten(title!) : createdAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            HasOwnTitle = hasOwnTitle,
            RequestedLanguage = language,
            Source = source,
            CreatedAt = createdAt,
            UpdatedAt = createdAt,
            IdempotencyKey = idempotency?.Key,
            IdempotencyFingerprint = idempotency?.Fingerprint,
        };
    }

    public void Rename(string title)
    {
        Title = title;
        HasOwnTitle = true;
    }

    public void Tag(IEnumerable<string> tags)
    {
        Tags = RecordingTag.Clean(tags);
        HasOwnTags = true;
    }

    public void Mark(IEnumerable<Marker> markers) => Markers = [.. markers.OrderBy(m => m.AtSeconds)];

    /// <returns>False when it is hidden already.</returns>
    public bool TryDelete(Guid? userId, DateTimeOffset at)
    {
        if (DeletedAt is not null) return false;

        (DeletedAt, DeletedBy) = (at.ToUniversalTime(), userId);
        return true;
    }

    public void Restore() => (DeletedAt, DeletedBy) = (null, null);

    /// <returns>False when it is neither recorded nor paused, so that there is nothing to pause or to go on with.</returns>
    public bool TryPause(bool paused, DateTimeOffset at)
    {
        if (Status is not (RecordingStatus.Recording or RecordingStatus.Paused)) return false;

        Change(paused ? RecordingStatus.Paused : RecordingStatus.Recording, null, 0, null, at);
        return true;
    }

    public void ExpectLanguage(string language) => RequestedLanguage = language;

    /// <summary>How it is read from the next analysis on; what is null stays, and <see cref="ByOrganization"/> takes an own wish back.</summary>
    public void ReadAs(string? outputLanguage, string? template)
    {
        (OutputLanguage, Template) = (Wish(outputLanguage, OutputLanguage), Wish(template, Template));

        static string? Wish(string? asked, string? present) => asked is ByOrganization ? null : asked ?? present;
    }

    /// <returns>False when it is no news: the job is known already, or older than the present one.</returns>
    public bool TryQueue(Guid jobId, DateTimeOffset at)
    {
        if (JobId is { } current && jobId.CompareTo(current) <= 0) return false;

        JobId = jobId;
        Change(RecordingStatus.Queued, null, 0, null, at);
        return true;
    }

    /// <returns>False when it is no news: an older job, a finished one, or less than is known already.</returns>
    public bool TryProgress(Guid jobId, ProcessingStage stage, int progress, DateTimeOffset at)
    {
        // The worker's first words may overtake the news that the upload is complete.
        var isNewJob = JobId is not { } current || jobId.CompareTo(current) > 0;
        if (!isNewJob)
        {
            if (jobId != JobId || Status is not (RecordingStatus.Queued or RecordingStatus.Processing)) return false;
            if (Status is RecordingStatus.Processing && (progress < Progress || (progress == Progress && stage <= Stage))) return false;
        }

        JobId = jobId;
        Change(RecordingStatus.Processing, stage, Math.Clamp(progress, 0, 100), null, at);
        return true;
    }

    /// <returns>False when the same job has completed it before, or a newer one is at work.</returns>
    public bool TryComplete(Guid jobId, AnalysisDocument analysis, DateTimeOffset at)
    {
        if (IsOlder(jobId) || (jobId == JobId && Status is RecordingStatus.Completed)) return false;

        JobId = jobId;
        Change(RecordingStatus.Completed, null, 100, null, at);
        if (!HasOwnTitle && !string.IsNullOrWhiteSpace(analysis.Title)) Title = Shorten(analysis.Title);
        DurationSeconds = analysis.DurationSeconds;
        Language = analysis.Language;
        ExecutiveSummary = analysis.ExecutiveSummary;
        Decisions = analysis.Decisions.Count;
        OpenActionItems = analysis.ActionItems.Count(item => !item.Done);
        ShowSpeakers(analysis.Speakers);
        Category = analysis.Category;
        if (!HasOwnTags) Tags = RecordingTag.Clean(analysis.Tags);
        return true;
    }

    public void ShowSpeakers(IReadOnlyList<Speaker> speakers) => Speakers = SharesOf(speakers);

    public void CountOpenActionItems(int open) => OpenActionItems = open;

    /// <summary>Whether nobody is at it, so that it can be corrected or processed again.</summary>
    public bool IsAtRest => Status is RecordingStatus.Completed or RecordingStatus.Error;

    /// <summary>Whether the worker has it, or is about to.</summary>
    public bool IsInProcess => Status is RecordingStatus.Queued or RecordingStatus.Processing;

    /// <returns>False when the same job has completed it, has failed before, or a newer one is at work.</returns>
    public bool TryFail(Guid jobId, ProcessingError error, DateTimeOffset at)
    {
        if (IsOlder(jobId) || (jobId == JobId && Status is RecordingStatus.Completed or RecordingStatus.Error)) return false;

        JobId = jobId;
        Change(RecordingStatus.Error, null, Progress, error, at);
        return true;
    }

    /// <returns>Null when it is deleted: nobody is told then.</returns>
    public RecordingEnded? ToEnded() =>
        DeletedAt is null ? new(Id, OrganizationId, UserId, Title, DurationSeconds, Error, UpdatedAt) : null;

    private bool IsOlder(Guid jobId) => JobId is { } current && jobId.CompareTo(current) < 0;

    private void Change(RecordingStatus status, ProcessingStage? stage, int progress, ProcessingError? error, DateTimeOffset at) =>
        (Status, Stage, Progress, Error, UpdatedAt) = (status, stage, progress, error, at > UpdatedAt ? at.ToUniversalTime() : UpdatedAt);

    private static SpeakerShare[] SharesOf(IReadOnlyList<Speaker> speakers)
    {
        var total = speakers.Sum(s => s.TalkSeconds);
        return [.. speakers.OrderByDescending(s => s.TalkSeconds)
            .Select(s => new SpeakerShare(s.SpeakerId, s.Name, total > 0 ? Math.Round(s.TalkSeconds / total, 4) : 0))];
    }

    private static string Shorten(string title)
    {
        var trimmed = title.Trim();
        if (trimmed.Length <= TitleLength) return trimmed;
        // Not between the two halves of a character.
        return trimmed[..(char.IsHighSurrogate(trimmed[TitleLength - 1]) ? TitleLength - 1 : TitleLength)];
    }
}

internal sealed class RecordingConfiguration : IEntityTypeConfiguration<Recording>
{
    /// <summary>The filter that hides what is deleted; restoring, erasing and the worker's messages look past it.</summary>
    public const string NotDeleted = "deleted";

    /// <summary>Titles are sorted as people do, whatever the server's own order is.</summary>
    public const string TitleOrder = "und-x-icu";

    public void Configure(EntityTypeBuilder<Recording> builder)
    {
        builder.HasTenant();
        builder.ToTable("recordings");
        builder.HasAlternateKey(r => new { r.OrganizationId, r.Id });
        builder.Ignore(r => r.IsAtRest).Ignore(r => r.IsInProcess);
        builder.Property(r => r.Title).HasMaxLength(Recording.TitleLength);
        builder.Property(r => r.RequestedLanguage).HasMaxLength(8);
        builder.Property(r => r.Source).HasMaxLength(20);
        builder.Property(r => r.OutputLanguage).HasMaxLength(8);
        builder.Property(r => r.Template).HasMaxLength(TemplateRow.LongestId);
        builder.Property(r => r.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Stage).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Error).HasJson();
        builder.Property(r => r.Speakers).HasJson();
        builder.Property(r => r.Tags).HasJson();
        builder.Property(r => r.Markers).HasJson().HasDefaultValueSql("'[]'");
        builder.HasQueryFilter(NotDeleted, r => r.DeletedAt == null);
        builder.Property(r => r.IdempotencyKey).HasMaxLength(IdempotencyKeys.Longest);
        builder.Property(r => r.IdempotencyFingerprint).HasMaxLength(64);

        // The list page: newest or oldest first in an organization; the id breaks ties, so that a cursor is exact.
        builder.HasIndex(r => new { r.OrganizationId, r.CreatedAt, r.Id }).IsDescending(false, true, true).HasFilter("deleted_at is null");
        // The same, by title, and narrowed to a status, a category or a person.
        builder.HasIndex(r => new { r.OrganizationId, r.Title, r.Id }).HasFilter("deleted_at is null")
            .UseCollation(null!, TitleOrder, null!);
        builder.HasIndex(r => new { r.OrganizationId, r.Status, r.CreatedAt, r.Id }).IsDescending(false, false, true, true)
            .HasFilter("deleted_at is null");
        builder.HasIndex(r => new { r.OrganizationId, r.Category, r.CreatedAt, r.Id }).IsDescending(false, false, true, true)
            .HasFilter("deleted_at is null");
        builder.HasIndex(r => new { r.OrganizationId, r.UserId, r.CreatedAt, r.Id }).IsDescending(false, false, true, true)
            .HasFilter("deleted_at is null");
        // The list of what is deleted, and the sweep that erases it.
        builder.HasIndex(r => new { r.OrganizationId, r.CreatedAt, r.Id }, "deleted").HasDatabaseName("ix_recordings_deleted")
            .IsDescending(false, true, true)
            .HasFilter("deleted_at is not null");
        builder.HasIndex(r => r.DeletedAt).HasFilter("deleted_at is not null");
        // What operators see of all organizations: those that failed last first.
        builder.HasIndex(r => new { r.UpdatedAt, r.Id }).HasDatabaseName("ix_recordings_failed").IsDescending()
            .HasFilter("status = 'Error' and deleted_at is null");
        // Changes of status since an event.
        builder.HasIndex(r => new { r.OrganizationId, r.StatusVersion });
        // The same Idempotency-Key creates once.
        builder.HasIndex(r => new { r.OrganizationId, r.IdempotencyKey }).IsUnique().HasFilter("idempotency_key is not null");
    }
}
