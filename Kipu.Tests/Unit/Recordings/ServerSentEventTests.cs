using Kipu.Recordings;

namespace Kipu.Tests;

public sealed class ServerSentEventTests
{
    [Fact]
    public void An_event_is_a_field_a_line_and_ends_with_a_blank_one() =>
        Assert.Equal("event: status\nid: 7\ndata: {\"a\":1}\n\n", ServerSentEvents.Format("status", 7, "{\"a\":1}"));

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    [InlineData("a\rb")]
    public void Data_of_several_lines_can_not_end_the_event(string data) =>
        Assert.Equal("event: status\nid: 7\ndata: a\ndata: b\n\n", ServerSentEvents.Format("status", 7, data));
}
