using System.ComponentModel.DataAnnotations;

namespace Kipu.AudioWorker;

/// <summary>Configuration section <c>Analysis</c>.</summary>
internal sealed class AnalysisOptions
{
    public const string Gemini = "gemini";
    public const string Embedded = "embedded";

    /// <summary>Who finds the words and reads them: <c>gemini</c>, or <c>embedded</c> for recognisers on this machine.</summary>
    [Required, RegularExpression($"^({Gemini}|{Embedded})$")]
    public string Engine { get; init; } = Gemini;

    /// <summary>IANA name of the time zone in which meetings have their day: "tomorrow" is counted from it.</summary>
    [Required]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The day that it was there.</summary>
    public DateOnly DayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);
}
