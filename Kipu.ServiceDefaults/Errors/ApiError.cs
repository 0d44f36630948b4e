using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.ServiceDefaults;

/// <summary>A refusal that a client can act on: an HTTP status, a stable snake_case code, and words for a person.</summary>
/// <remarks>A value: endpoints return it, nobody throws it.</remarks>
public sealed record ApiError(int Status, string Code, string Detail)
{
    /// <summary>The refusal as problem+json, with further members when a client needs them.</summary>
    public ProblemHttpResult ToProblem(IDictionary<string, object?>? extensions = null) => TypedResults.Problem(
        Detail, statusCode: Status, extensions: new Dictionary<string, object?>(extensions ?? new Dictionary<string, object?>()) { ["code"] = Code });

    /// <summary>The refusal with other words, where they can say more than the general ones.</summary>
    public ApiError With(string detail) => this with { Detail = detail };
}

public static class ApiErrorMetadata
{
    /// <summary>Declares in the OpenAPI document that the endpoint can refuse so; a problem result alone tells it nothing.</summary>
    public static TBuilder ProducesError<TBuilder>(this TBuilder builder, params ApiError[] errors) where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata([.. errors]);
        foreach (var status in errors.Select(e => e.Status).Distinct())
        {
            builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"]));
        }

        return builder;
    }
}
