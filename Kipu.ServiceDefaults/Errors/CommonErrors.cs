namespace Kipu.ServiceDefaults;

/// <summary>Refusals that any endpoint can answer with.</summary>
public static class CommonErrors
{
    public static readonly ApiError InvalidRequest = new(400, "invalid_request", "The request could not be read. Check its JSON, types and parameters.");
    public static readonly ApiError ValidationFailed = new(400, "validation_failed", "Some fields are missing or wrong; errors names them.");
    public static readonly ApiError CodeRequired = new(401, "organization_code_required",
        "Send the organization's code in the header x-organization-code, or a bearer token.");
    public static readonly ApiError InvalidCode = new(401, "invalid_organization_code", "The organization code is not known, or no longer valid.");
    public static readonly ApiError InvalidToken = new(401, "invalid_token", "The bearer token is malformed, expired or not ours. Sign in again or refresh it.");
    public static readonly ApiError InvalidApiKey = new(401, "invalid_api_key", "The API key is not known, has expired, or was revoked.");
    public static readonly ApiError InternalTokenRequired = new(401, "internal_token_required", "This route serves Kipu's own services only.");
    public static readonly ApiError Forbidden = new(403, "forbidden", "Your role does not allow this.");
    public static readonly ApiError InsufficientScope = new(403, "insufficient_scope", "The API key lacks the scope for this: read for GET and HEAD, write for the rest.");
    public static readonly ApiError MfaEnrolmentRequired = new(403, "mfa_enrolment_required",
        "The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session.");
    public static readonly ApiError OrganizationMismatch = new(403, "organization_mismatch", "Code, token and user name different organizations.");
    public static readonly ApiError OrganizationSuspended = new(403, "organization_suspended",
        "The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.");
    public static readonly ApiError LimitExceeded = new(403, "limit_exceeded", "The plan's limit is reached.");
    public static readonly ApiError NotFound = new(404, "not_found", "There is nothing here.");
    public static readonly ApiError MethodNotAllowed = new(405, "method_not_allowed", "This address does not take that method.");
    public static readonly ApiError RequestInProgress = new(409, "request_in_progress",
        "A request with this Idempotency-Key is being worked on. Try again in a moment.");
    public static readonly ApiError PayloadTooLarge = new(413, "payload_too_large", "The request is larger than this address takes.");
    public static readonly ApiError UnsupportedMediaType = new(415, "unsupported_media_type", "This address does not take that Content-Type.");
    public static readonly ApiError IdempotencyKeyReused = new(422, "idempotency_key_reused",
        "This Idempotency-Key came with another request before. Use a new key.");
    public static readonly ApiError TooManyRequests = new(429, "too_many_requests", "Too many requests. Wait as long as Retry-After says.");
    public static readonly ApiError TooManyAttempts = new(429, "too_many_attempts", "Too many failed attempts. Wait as long as Retry-After says.");
    public static readonly ApiError Internal = new(500, "internal_error", "Something broke on our side. Nothing of yours is lost; quote the traceId to support.");
    public static readonly ApiError Unavailable = new(503, "unavailable", "A part of Kipu is away for a moment. Try again shortly.");

    /// <summary><see cref="LimitExceeded"/> with what the client needs to say so: limit, used and plan.</summary>
    public static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult OverLimit(string what, long limit, long used, Plan plan) =>
        LimitExceeded.With($"The plan allows {limit} {what} and {used} are in use.").ToProblem(
            new Dictionary<string, object?> { ["limit"] = limit, ["used"] = used, ["plan"] = plan });

    internal static ApiError ForStatus(int status) => status switch
    {
        400 => InvalidRequest,
        401 => CodeRequired,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        413 => PayloadTooLarge,
        415 => UnsupportedMediaType,
        429 => TooManyRequests,
        502 or 503 or 504 => Unavailable with { Status = status },
        >= 500 => Internal,
        _ => InvalidRequest with { Status = status },
    };
}
