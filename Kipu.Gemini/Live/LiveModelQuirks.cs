namespace Kipu.Gemini;

/// <summary>
/// What a voice model demands or can't bear in its setup. One wrong optional field ends the session, so that what isn't
/// known to be right is left out.
/// </summary>
/// <param name="Prefix">Beginning of the models' names.</param>
/// <param name="NeedsThinkingLevel">Without a level it refuses the setup; all others refuse the level.</param>
/// <param name="SeedsHistoryOnlyAtStart">Client content is only for the history, announced in the setup; later text goes as realtime input.</param>
/// <param name="EndsTurnsByStatus">A turn is over when the interaction is IDLE; turnComplete comes several times before.</param>
internal sealed record LiveModelQuirks(string Prefix, bool NeedsThinkingLevel, bool SeedsHistoryOnlyAtStart, bool EndsTurnsByStatus)
{
    // The longest matching prefix stands first.
    private static readonly LiveModelQuirks[] Known =
    [
        new("gemini-3.8-live-extended-thinking", NeedsThinkingLevel: true, SeedsHistoryOnlyAtStart: false, EndsTurnsByStatus: true),
        new("gemini-3.8-live", NeedsThinkingLevel: false, SeedsHistoryOnlyAtStart: false, EndsTurnsByStatus: false),
        new("gemini-3.1-flash-live", NeedsThinkingLevel: false, SeedsHistoryOnlyAtStart: true, EndsTurnsByStatus: false),
    ];

    private static readonly LiveModelQuirks Plain = new("", NeedsThinkingLevel: false, SeedsHistoryOnlyAtStart: false, EndsTurnsByStatus: false);

    public static LiveModelQuirks Of(string model) =>
        Array.Find(Known, quirks => model.StartsWith(quirks.Prefix, StringComparison.Ordinal)) ?? Plain;
}
