namespace Kipu.Contracts;

/// <summary>What an organization used, day by day: <c>GET /api/organizations/current/usage</c>.</summary>
/// <param name="From">The first day, UTC.</param>
/// <param name="To">The last day.</param>
/// <param name="Days">All days from the first to the last, also those without use.</param>
/// <param name="Total">Their sum.</param>
public sealed record UsageReport(DateOnly From, DateOnly To, IReadOnlyList<UsageDay> Days, UsageTotal Total);

/// <summary>What was begun on a day, and what it used until now.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Recordings">Recordings whose bytes are complete.</param>
/// <param name="AudioSeconds">Audio that was analysed; a recording that is analysed again counts again.</param>
/// <param name="Bytes">Bytes of those recordings, as they came.</param>
/// <param name="VoiceSeconds">Time connected to the voice agent.</param>
/// <param name="AiTokens">Tokens that Gemini read and wrote.</param>
/// <param name="AiCostMicros">Their list price, in millionths of a US dollar.</param>
public sealed record UsageDay(
    DateOnly Day, int Recordings, double AudioSeconds, long Bytes, double VoiceSeconds, long AiTokens, long AiCostMicros);

/// <summary>The sum of several days, in the same units.</summary>
public sealed record UsageTotal(int Recordings, double AudioSeconds, long Bytes, double VoiceSeconds, long AiTokens, long AiCostMicros);
