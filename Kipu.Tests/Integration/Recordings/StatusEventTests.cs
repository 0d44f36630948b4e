namespace Kipu.Tests;

public sealed class StatusEventTests(KipuSystem kipu)
{
    [Fact]
    public async Task A_recordings_stream_tells_each_change_live_and_ends_when_it_is_completed()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();
        using var stream = await EventStream.OpenAsync(tenant, $"/api/status/{recording.Id}/events");
        Assert.Equal("text/event-stream", stream.ContentType);
        Assert.Equal(RecordingStatus.Recording, (await stream.NextAsync())!.Data.Status);

        var job = Guid.CreateVersion7();
        await tenant.TellRecordingsAsync(Progress(tenant, recording.Id, job, ProcessingStage.Listening, 40));
        var progress = (await stream.NextAsync())!;
        await tenant.TellRecordingsAsync(new RecordingAnalyzed(recording.Id, tenant.OrganizationId, job, SomeAnalysis.Of(), DateTimeOffset.UtcNow));
        var completed = (await stream.NextAsync())!;

        Assert.Equal(("status", RecordingStatus.Processing, ProcessingStage.Listening, 40), (progress.Type, progress.Data.Status, progress.Data.Stage, progress.Data.Progress));
        Assert.Equal(RecordingStatus.Completed, completed.Data.Status);
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task A_stream_that_broke_goes_on_with_what_was_missed()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();
        string seen;
        using (var broken = await EventStream.OpenAsync(tenant, $"/api/status/{recording.Id}/events")) seen = (await broken.NextAsync())!.Id;
        await tenant.TellRecordingsAsync(new RecordingFailed(
            recording.Id, tenant.OrganizationId, Guid.CreateVersion7(), "no_speech", "Nobody is heard.", Retryable: false, DateTimeOffset.UtcNow));
        await KipuSystem.WaitUntilAsync(async () => (await tenant.GetStatusAsync(recording.Id)).Status is RecordingStatus.Error, "the failure is stored");

        using var stream = await EventStream.OpenAsync(tenant, $"/api/status/{recording.Id}/events", seen);
        var missed = (await stream.NextAsync())!;

        Assert.Equal(new ProcessingError("no_speech", "Nobody is heard.", false), missed.Data.Error);
        Assert.Null(await stream.NextAsync());
        using var afterTheEnd = await EventStream.OpenAsync(tenant, $"/api/status/{recording.Id}/events", missed.Id);
        Assert.Equal(204, afterTheEnd.Status);
    }

    [Fact]
    public async Task A_client_that_is_cut_off_before_the_first_event_misses_nothing()
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.CreateRecordingAsync();
        string seen;
        using (var broken = await EventStream.OpenAsync(tenant, "/api/status/events")) seen = await broken.NextIdAsync();
        var missed = await tenant.CreateRecordingAsync();

        using var stream = await EventStream.OpenAsync(tenant, "/api/status/events", seen);

        Assert.Equal(missed.Id, (await stream.NextAsync())!.Data.RecordingId);
    }

    [Fact]
    public async Task The_organizations_stream_tells_of_all_its_recordings_and_of_no_others()
    {
        var tenant = await kipu.SignUpAsync();
        var other = await kipu.SignUpAsync();
        var theirs = await other.CreateRecordingAsync();
        using var stream = await EventStream.OpenAsync(tenant, "/api/status/events");

        await other.TellRecordingsAsync(Progress(other, theirs.Id, Guid.CreateVersion7(), ProcessingStage.Preparing, 5));
        var first = await tenant.CreateRecordingAsync();
        var second = await tenant.CreateRecordingAsync();

        Assert.Equal(first.Id, (await stream.NextAsync())!.Data.RecordingId);
        Assert.Equal(second.Id, (await stream.NextAsync())!.Data.RecordingId);
    }

    [Fact]
    public async Task Messages_that_come_late_or_out_of_order_do_not_move_a_recording_back()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateRecordingAsync();
        var job = Guid.CreateVersion7();
        await tenant.TellRecordingsAsync(new RecordingAnalyzed(recording.Id, tenant.OrganizationId, job, SomeAnalysis.Of(), DateTimeOffset.UtcNow));
        await KipuSystem.WaitUntilAsync(async () => (await tenant.GetStatusAsync(recording.Id)).Status is RecordingStatus.Completed, "it is completed");

        await tenant.TellRecordingsAsync(Progress(tenant, recording.Id, job, ProcessingStage.Summarizing, 99));
        await tenant.TellRecordingsAsync(new RecordingFinalized(
            recording.Id, tenant.OrganizationId, job, "audio/webm", 1, new('0', 64), null, DateTimeOffset.UtcNow));
        // One queue, one listener: what follows is handled after them.
        var marker = await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of());

        Assert.Equal(RecordingStatus.Completed, (await tenant.GetStatusAsync(marker.Id)).Status);
        Assert.Equal((RecordingStatus.Completed, 100), ((await tenant.GetStatusAsync(recording.Id)).Status, (await tenant.GetStatusAsync(recording.Id)).Progress));
    }

    private static RecordingProgressed Progress(TestTenant tenant, Guid recordingId, Guid job, ProcessingStage stage, int progress) =>
        new(recordingId, tenant.OrganizationId, job, stage, progress, DateTimeOffset.UtcNow);
}
