using System.Globalization;
using Kipu.Auth;

namespace Kipu.Tests;

public sealed class WeeklyTasksMailTests
{
    [Theory]
    [InlineData("2026-11-23T12:00:00Z", "2026-11-23T12:00:00Z")]
    [InlineData("2026-11-29T23:59:00Z", "2026-11-23T12:00:00Z")]
    [InlineData("2026-11-30T11:59:59Z", "2026-11-23T12:00:00Z")]
    [InlineData("2026-11-30T08:00:00-05:00", "2026-11-30T12:00:00Z")]
    [InlineData("2027-01-01T00:00:00Z", "2026-12-28T12:00:00Z")]
    public void A_weeks_mail_is_due_from_monday_noon_on(string now, string due) => Assert.Equal(At(due), WeeklyTasksMail.DueSince(At(now)));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
