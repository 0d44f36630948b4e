using CsCheck;
using Kipu.Recordings;

namespace Kipu.Tests;

public sealed class RecordingCursorTests
{
    [Fact]
    public void A_cursor_comes_back_as_it_went()
    {
        Gen.Select(Gen.Enum<RecordingSort>(), Gen.Long[0, DateTime.MaxValue.Ticks], Gen.String[Gen.Char.AlphaNumeric, 0, 200], Gen.Guid)
            .Sample((sort, ticks, title, id) =>
        {
            var cursor = sort is RecordingSort.Title
                ? new RecordingCursor(sort, default, title + "ñ🎙", id)
                : new RecordingCursor(sort, new(ticks, TimeSpan.Zero), "", id);

            Assert.True(RecordingCursor.TryParse(cursor.ToString(), sort, out var parsed));
            Assert.Equal(cursor, parsed);
        });
    }

    [Fact]
    public void A_cursor_of_a_list_in_another_order_is_refused()
    {
        var cursor = new RecordingCursor(RecordingSort.Newest, DateTimeOffset.UnixEpoch, "", Guid.NewGuid());

        Assert.False(RecordingCursor.TryParse(cursor.ToString(), RecordingSort.Oldest, out _));
        Assert.False(RecordingCursor.TryParse(cursor.ToString(), RecordingSort.Title, out _));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("****")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("_________________________________w")]
    public void What_is_no_cursor_is_refused(string text) =>
        Assert.All(Enum.GetValues<RecordingSort>(), sort => Assert.False(RecordingCursor.TryParse(text, sort, out _)));
}
