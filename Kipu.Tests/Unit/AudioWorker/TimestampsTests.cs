using Kipu.AudioWorker;

namespace Kipu.Tests;

public sealed class TimestampsTests
{
    [Theory]
    [InlineData("00:07", 7)]
    [InlineData("75:10", 4510)]
    [InlineData("1:15:10", 4510)]
    [InlineData("02:03.5", 123.5)]
    [InlineData("02:03:450", 123.45)]
    [InlineData(" 12 ", 12)]
    public void Times_are_read_in_every_way_that_models_write_them(string text, double seconds)
    {
        Assert.True(Timestamps.TryParse(text, out var read));
        Assert.Equal(seconds, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1:00")]
    [InlineData("1:2:3:4")]
    public void What_is_no_time_is_not_read_as_one(string? text)
    {
        Assert.False(Timestamps.TryParse(text, out _));
    }

    [Theory]
    [InlineData(0, "00:00")]
    [InlineData(221.9, "03:41")]
    [InlineData(3600, "1:00:00")]
    public void Hours_show_only_when_there_are_any(double seconds, string text)
    {
        Assert.Equal(text, Timestamps.Format(seconds));
    }
}
