namespace Kipu.Gemini;

public enum GeminiFileState
{
    Unknown,
    Processing,
    Active,
    Failed,
}

/// <summary>A file kept by Gemini for 48 hours. Only the project of the key that uploaded it can read it.</summary>
/// <param name="Name">Such as <c>files/abc123</c>.</param>
/// <param name="Uri">What a request refers to.</param>
/// <param name="MimeType">Its media type.</param>
/// <param name="SizeBytes">Its size.</param>
/// <param name="State">Usable once it is active.</param>
/// <param name="Error">Why it failed.</param>
public sealed record GeminiFile(string Name, string Uri, string MimeType, long SizeBytes, GeminiFileState State, string? Error);
