using Kipu.Speech;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.AudioWorker;

internal enum StepKind
{
    /// <summary>Fetches the master, measures it, makes what players need, and cuts it into segments.</summary>
    Prepare,
    /// <summary>Finds the words of one segment.</summary>
    Segment,
    /// <summary>Joins what the segments found and reads it.</summary>
    Finish,
}

internal enum StepState
{
    /// <summary>To be done, or being done as long as its lease lasts.</summary>
    Open,
    Done,
    Failed,
}

/// <summary>
/// A part of a job that one worker does in one go: what is leased, retried, and lost at most once more when a process dies.
/// </summary>
internal sealed class JobStep : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public required Guid JobId { get; init; }
    public required StepKind Kind { get; init; }

    /// <summary>The segment's place in the recording; 0 for other steps.</summary>
    public int Index { get; init; }
    public double From { get; init; }
    public double To { get; init; }
    public double KeepFrom { get; init; }
    public double KeepTo { get; init; }

    /// <summary>The job's, so that an older job's steps come first.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public StepState State { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>Each claim has a token of its own: whoever lost the lease can't finish the step any more.</summary>
    public Guid? LeaseToken { get; private set; }
    public DateTimeOffset? LeaseUntil { get; private set; }
    public SegmentResult? Result { get; private set; }
    public string? FailureCode { get; private set; }

    public PlannedSegment Part => new(Index, From, To, KeepFrom, KeepTo);

    public static JobStep For(Job job, StepKind kind, PlannedSegment? part = null) => new()
    {
        OrganizationId = job.OrganizationId,
        JobId = job.Id,
        Kind = kind,
        Index = part?.Index ?? 0,
        From = part?.From ?? 0,
        To = part?.To ?? 0,
        KeepFrom = part?.KeepFrom ?? 0,
        KeepTo = part?.KeepTo ?? 0,
        CreatedAt = job.CreatedAt,
        NotBefore = job.CreatedAt,
    };

    /// <summary>Begins with what an earlier job heard of it, in which words are missing.</summary>
    public void Resume(SegmentResult earlier) => Result = earlier;

    /// <param name="result">What was found; it makes way for that of an earlier job in which no more words are missing.</param>
    public void Complete(SegmentResult? result)
    {
        State = StepState.Done;
        if (Result is null || result?.UnheardSeconds() < Result.UnheardSeconds()) Result = result;
        EndLease();
    }

    /// <summary>Gives the step up; what an earlier job heard of it stays heard.</summary>
    public void Fail(string code)
    {
        State = Result is null ? StepState.Failed : StepState.Done;
        FailureCode = code;
        EndLease();
    }

    /// <summary>Gives the step back: another attempt is due from then on.</summary>
    /// <param name="notBefore">When.</param>
    /// <param name="counts">False when the attempt was not the step's fault: the process was asked to end.</param>
    public void Release(DateTimeOffset notBefore, bool counts)
    {
        NotBefore = notBefore;
        if (!counts) Attempts--;
        EndLease();
    }

    private void EndLease()
    {
        LeaseToken = null;
        LeaseUntil = null;
    }
}

internal sealed class JobStepConfiguration : IEntityTypeConfiguration<JobStep>
{
    public void Configure(EntityTypeBuilder<JobStep> builder)
    {
        builder.ToTable("job_steps");
        builder.HasTenant();
        builder.HasKey(s => new { s.OrganizationId, s.JobId, s.Kind, s.Index });
        builder.HasOne<Job>().WithMany().HasForeignKey(s => new { s.OrganizationId, s.JobId });
        builder.Property(s => s.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.FailureCode).HasMaxLength(64);
        builder.Property(s => s.Result).HasJsonColumn();
        builder.Ignore(s => s.Part);
        // The claim: an organization's oldest open step.
        builder.HasIndex(s => new { s.OrganizationId, s.CreatedAt, s.Index })
            .HasFilter("state = 'Open'").HasDatabaseName("ix_job_steps_open");
    }
}
