using CsCheck;
using Kipu.Recordings;

namespace Kipu.Tests;

public sealed class RecordingCursorTests
{
    [Fact]
    public void A_cursor_comes_back_as_it_went()
    {
        Gen.Select(Gen.Long[0, DateTime.MaxValue.Ticks], Gen.Guid).Sample((ticks, id) =>
        {
            var cursor = new RecordingCursor(new(ticks, TimeSpan.Zero), id);

            Assert.True(RecordingCursor.TryParse(cursor.ToString(), out var parsed));
            Assert.Equal(cursor, parsed);
        });
    }

    [Theory]
    [InlineData("x")]
    [InlineData("****")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("_________________________________w")]
    public void What_is_no_cursor_is_refused(string text) => Assert.False(RecordingCursor.TryParse(text, out _));
}
