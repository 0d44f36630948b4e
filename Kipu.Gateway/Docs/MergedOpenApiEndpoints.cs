using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Gateway;

internal static class MergedOpenApiEndpoints
{
    public const string Path = "/openapi/v1.json";

    public static void AddMergedOpenApi(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MergedOpenApi>();
        builder.Services.AddHttpClient<OpenApiClient>();
    }

    public static void MapMergedOpenApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, Get).AllowPublic("The API's description is public.").ExcludeFromDescription();

    public static async Task<JsonHttpResult<JsonObject>> Get(
        MergedOpenApi merged, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-cache";
        return TypedResults.Json(await merged.GetAsync(cancellationToken));
    }
}
