using Kipu.AudioWorker;
using Kipu.Gemini;

namespace Kipu.Tests;

public sealed class FinishRecordingTests
{
    [Theory]
    [InlineData(GeminiFailure.InvalidRequest)]
    [InlineData(GeminiFailure.Unauthorized)]
    [InlineData(GeminiFailure.Forbidden)]
    public void Words_that_Gemini_refuses_to_read_are_published_without_a_summary_at_once(GeminiFailure failure)
    {
        Assert.True(FinishRecording.StaysUnread(new GeminiException(failure, ""), isLastAttempt: false));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Words_that_cannot_be_read_in_passing_wait_until_the_last_attempt(bool isLastAttempt)
    {
        Assert.Equal(isLastAttempt, FinishRecording.StaysUnread(new GeminiException(GeminiFailure.Overloaded, ""), isLastAttempt));
        Assert.Equal(isLastAttempt, FinishRecording.StaysUnread(new InvalidDataException(), isLastAttempt));
    }

    [Fact]
    public void A_part_of_Kipu_that_is_away_is_no_reason_to_leave_the_summary_out()
    {
        Assert.False(FinishRecording.StaysUnread(new HttpRequestException(), isLastAttempt: true));
    }
}
