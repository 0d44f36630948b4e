using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>
/// Sets right who a model heard where the two channels of a call tell it: a model is sent them as one, and tells voices apart by their sound.
/// </summary>
internal static class ChannelVoices
{
    /// <summary>In a turn so many times more speech on one channel than on the other says whose turn it is.</summary>
    private const double Clearly = 2;

    /// <param name="turns">As the model gave them to speakers.</param>
    /// <param name="voices">Who was measured to speak when; without channels nothing is changed.</param>
    /// <returns>
    /// The same turns. A speaker belongs to the channel where they speak most, which may be that of several people; what was given to them on
    /// the other channel goes to the one who speaks most there.
    /// </returns>
    public static IReadOnlyList<HeardTurn> Correct(IReadOnlyList<HeardTurn> turns, IReadOnlyList<VoiceTurn> voices)
    {
        var placed = turns.Select(turn => (Turn: turn, Channel: ChannelOf(turn, voices))).ToList();
        var shares = placed.Where(p => p.Channel is not null).GroupBy(p => (p.Turn.SpeakerId, Channel: p.Channel!.Value))
            .Select(g => (g.Key.SpeakerId, g.Key.Channel, Seconds: g.Sum(p => p.Turn.End - p.Turn.Start)))
            .OrderByDescending(share => share.Seconds).ToList();
        var homes = shares.DistinctBy(share => share.SpeakerId).ToDictionary(share => share.SpeakerId, share => share.Channel);
        var hosts = shares.Where(share => homes[share.SpeakerId] == share.Channel).DistinctBy(share => share.Channel)
            .ToDictionary(share => share.Channel, share => share.SpeakerId);
        return [.. placed.Select(p => p.Channel is not { } channel || homes[p.Turn.SpeakerId] == channel
            ? p.Turn
            : p.Turn with { SpeakerId = hosts.GetValueOrDefault(channel) ?? $"channel-{channel}" })];
    }

    private static int? ChannelOf(HeardTurn turn, IReadOnlyList<VoiceTurn> voices)
    {
        Span<double> seconds = stackalloc double[2];
        foreach (var voice in voices)
        {
            if (voice.Channel is { } channel) seconds[channel] += Math.Max(0, Math.Min(voice.End, turn.End) - Math.Max(voice.Start, turn.Start));
        }

        if (seconds[0] > Clearly * seconds[1]) return 0;
        return seconds[1] > Clearly * seconds[0] ? 1 : null;
    }
}
