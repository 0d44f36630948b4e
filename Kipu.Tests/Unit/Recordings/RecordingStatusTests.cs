using Kipu.Recordings;

namespace Kipu.Tests;

public sealed class RecordingStatusTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);
    private static readonly ProcessingError Failure = new("no_speech", "Nobody is heard.", Retryable: false);

    private readonly Guid _older = Guid.CreateVersion7(Now);
    private readonly Guid _job = Guid.CreateVersion7(Now.AddSeconds(1));
    private readonly Guid _newer = Guid.CreateVersion7(Now.AddSeconds(2));

    [Fact]
    public void A_recording_goes_from_recording_over_queued_and_processing_to_completed()
    {
        var recording = New();

        Assert.Equal(RecordingStatus.Recording, recording.Status);
        Assert.True(recording.TryQueue(_job, Now));
        Assert.Equal(RecordingStatus.Queued, recording.Status);
        Assert.True(recording.TryProgress(_job, ProcessingStage.Listening, 20, Now));
        Assert.Equal((RecordingStatus.Processing, ProcessingStage.Listening, 20), (recording.Status, recording.Stage, recording.Progress));
        Assert.True(recording.TryComplete(_job, SomeAnalysis.Of(), Now));
        Assert.Equal((RecordingStatus.Completed, (ProcessingStage?)null, 100), (recording.Status, recording.Stage, recording.Progress));
    }

    [Fact]
    public void Progress_never_goes_back_within_a_job()
    {
        var recording = New();
        recording.TryQueue(_job, Now);
        recording.TryProgress(_job, ProcessingStage.Transcribing, 60, Now);

        Assert.False(recording.TryProgress(_job, ProcessingStage.Listening, 30, Now));
        Assert.False(recording.TryProgress(_job, ProcessingStage.Transcribing, 60, Now));
        Assert.Equal((ProcessingStage.Transcribing, 60), (recording.Stage, recording.Progress));
    }

    [Fact]
    public void The_news_that_the_upload_is_complete_is_ignored_when_the_worker_has_overtaken_it()
    {
        var recording = New();
        recording.TryProgress(_job, ProcessingStage.Preparing, 1, Now);

        Assert.False(recording.TryQueue(_job, Now));
        Assert.Equal(RecordingStatus.Processing, recording.Status);
    }

    [Fact]
    public void What_an_older_job_still_says_is_ignored()
    {
        var recording = New();
        recording.TryQueue(_job, Now);

        Assert.False(recording.TryQueue(_older, Now));
        Assert.False(recording.TryProgress(_older, ProcessingStage.Summarizing, 90, Now));
        Assert.False(recording.TryComplete(_older, SomeAnalysis.Of(), Now));
        Assert.False(recording.TryFail(_older, Failure, Now));
        Assert.Equal((RecordingStatus.Queued, 0), (recording.Status, recording.Progress));
    }

    [Fact]
    public void A_completed_recording_does_not_move_by_late_messages_of_its_job()
    {
        var recording = New();
        recording.TryComplete(_job, SomeAnalysis.Of(), Now);

        Assert.False(recording.TryProgress(_job, ProcessingStage.Summarizing, 99, Now));
        Assert.False(recording.TryComplete(_job, SomeAnalysis.Of(title: "Again"), Now));
        Assert.False(recording.TryFail(_job, Failure, Now));
        Assert.Equal(RecordingStatus.Completed, recording.Status);
    }

    [Fact]
    public void A_newer_job_takes_over_from_a_completed_and_from_a_failed_recording()
    {
        var completed = New();
        completed.TryComplete(_job, SomeAnalysis.Of(), Now);
        var failed = New();
        failed.TryFail(_job, Failure, Now);

        Assert.True(completed.TryQueue(_newer, Now));
        Assert.True(failed.TryProgress(_newer, ProcessingStage.Preparing, 0, Now));
        Assert.Equal(RecordingStatus.Queued, completed.Status);
        Assert.Null(failed.Error);
    }

    [Fact]
    public void A_title_that_a_person_gave_is_kept_and_a_default_one_gives_way_to_the_analysis()
    {
        var named = Recording.Create(Guid.CreateVersion7(), Guid.NewGuid(), null, "Lunes", null, null, Now, null);
        var unnamed = New();

        named.TryComplete(_job, SomeAnalysis.Of(title: "Ventas"), Now);
        var before = unnamed.Title;
        unnamed.TryComplete(_job, SomeAnalysis.Of(title: "Ventas"), Now);

        Assert.Equal("Lunes", named.Title);
        Assert.Equal("2026-11-24 15:00", before);
        Assert.Equal("Ventas", unnamed.Title);
    }

    [Fact]
    public void Speakers_share_the_time_in_which_somebody_speaks()
    {
        var recording = New();

        recording.TryComplete(_job, SomeAnalysis.Of() with { Speakers = [new("s1", "Ana", 30), new("s2", null, 90)] }, Now);

        Assert.Equal([new("s2", null, 0.75), new("s1", "Ana", 0.25)], recording.Speakers);
    }

    [Fact]
    public void Only_what_is_still_recorded_can_be_paused_and_resumed()
    {
        var recording = New();

        Assert.True(recording.TryPause(paused: true, Now));
        Assert.Equal(RecordingStatus.Paused, recording.Status);
        Assert.True(recording.TryPause(paused: false, Now));
        Assert.Equal(RecordingStatus.Recording, recording.Status);
        recording.TryQueue(_job, Now);
        Assert.False(recording.TryPause(paused: true, Now));
        Assert.Equal(RecordingStatus.Queued, recording.Status);
    }

    [Fact]
    public void Tags_that_a_person_gave_stay_when_the_analysis_gives_others_and_each_is_there_once()
    {
        var tagged = New();
        var untagged = New();

        tagged.Tag([" Ventas", "ventas", "Bogotá"]);
        tagged.TryComplete(_job, SomeAnalysis.Of() with { Tags = ["otros"] }, Now);
        untagged.TryComplete(_job, SomeAnalysis.Of() with { Tags = ["otros", "Otros", new('x', 41)] }, Now);

        Assert.Equal(["Ventas", "Bogotá"], tagged.Tags);
        Assert.Equal(["otros"], untagged.Tags);
    }

    private static Recording New() => Recording.Create(Guid.CreateVersion7(), Guid.NewGuid(), null, null, "auto", null, Now, null);
}
