using Kipu.Speech;

namespace Kipu.Benchmarks;

/// <summary>What the embedded engine reads in a sample's own words: what remains wrong then is not the recogniser's.</summary>
internal static class WrittenMeeting
{
    public static IEnumerable<Measurement> LinesOf(Truth truth)
    {
        var reading = Reader.Read(truth.Turns, truth.Language, meetingDate: null);
        return
        [
            .. LinesOf("decisions", truth.Decisions.Select(d => d.Turn), reading.Decisions.Select(d => d.Segment)),
            .. LinesOf("action items", truth.Actions.Select(a => a.Turn), reading.Actions.Select(a => a.Segment)),
            .. LinesOf("questions", truth.Questions.Select(q => q.Turn), reading.Questions.Select(q => q.Segment)),
        ];

        IEnumerable<Measurement> LinesOf(string facts, IEnumerable<int> said, IEnumerable<int> found) => AnalysedMeeting.LinesOf(
            $"embedded, {truth.Id} as written: {facts}",
            FactMatches.Of([.. said.Select(truth.TimeOf)], [.. found.Select(turn => (IReadOnlyList<TimeRange>)[truth.TimeOf(turn)])]));
    }
}
