using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

internal static class UsageEndpoints
{
    private const int DefaultDays = 30;
    private const int MostDays = 366;

    public static void MapUsage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/organizations/current/usage", Report).WithTags("Organizations").RequireTenant()
            .ProducesError(CommonErrors.ValidationFailed, CommonErrors.InvalidRequest);

    /// <summary>
    /// What the organization used on each day, and in all: recordings, seconds of analysed audio, bytes, seconds of conversation, and tokens
    /// of Gemini with their list price. Days are UTC; a recording or conversation counts on the day on which it began.
    /// </summary>
    /// <param name="by">The step; <c>day</c>, also when absent.</param>
    /// <param name="from">The first day; 29 days before <c>to</c> when absent.</param>
    /// <param name="to">The last day; today when absent. At most 366 days in all.</param>
    /// <param name="db">The database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<UsageReport>, ProblemHttpResult>> Report(
        [RegularExpression("^day$")] string? by, DateOnly? from, DateOnly? to, AuthDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var last = to ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var first = from ?? (last.DayNumber < DefaultDays ? DateOnly.MinValue : last.AddDays(1 - DefaultDays));
        if (first > last) return CommonErrors.ValidationFailed.With("from must not be after to.").ToProblem();
        var days = last.DayNumber - first.DayNumber + 1;
        if (days > MostDays) return CommonErrors.ValidationFailed.With($"Ask for at most {MostDays} days.").ToProblem();

        var used = await db.UsageRecords.AsNoTracking().Where(r => r.Day >= first && r.Day <= last)
            .GroupBy(r => r.Day)
            .Select(day => new UsageDay(
                day.Key, day.Sum(r => r.Recordings), day.Sum(r => r.AudioSeconds), day.Sum(r => r.Bytes), day.Sum(r => r.VoiceSeconds),
                day.Sum(r => r.AiTokens), day.Sum(r => r.AiCostMicros)))
            .ToDictionaryAsync(day => day.Day, cancellationToken);
        var all = Enumerable.Range(0, days).Select(first.AddDays)
            .Select(day => used.GetValueOrDefault(day) ?? new UsageDay(day, 0, 0, 0, 0, 0, 0)).ToList();
        return TypedResults.Ok(new UsageReport(
            first, last, all,
            new(
                all.Sum(d => d.Recordings), all.Sum(d => d.AudioSeconds), all.Sum(d => d.Bytes), all.Sum(d => d.VoiceSeconds),
                all.Sum(d => d.AiTokens), all.Sum(d => d.AiCostMicros))));
    }
}
