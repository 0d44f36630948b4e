namespace Kipu.ServiceDefaults;

/// <summary>A refusal that a client can act on: an HTTP status, a stable snake_case code, and words for a person.</summary>
public sealed record ApiError(int Status, string Code, string Detail);
