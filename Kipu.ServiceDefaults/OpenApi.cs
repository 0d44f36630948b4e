using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Kipu.ServiceDefaults;

internal static class OpenApi
{
    public static void AddKipuOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Kipu";
            document.Info.Version = "v1";
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["organizationCode"] =
                new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = Credentials.CodeHeader };
            document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var access = context.Description.ActionDescriptor.EndpointMetadata.OfType<Access>().LastOrDefault();
            if (access is not Access.Open)
            {
                operation.Security =
                [
                    new() { [new("organizationCode", context.Document)] = [] },
                    new() { [new("bearer", context.Document)] = [] },
                ];
            }

            OperationDocs.Apply(operation, context.Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault());
            var codes = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiError>().DistinctBy(e => (e.Status, e.Code)).ToLookup(e => e.Status);
            foreach (var status in codes)
            {
                if (operation.Responses?.TryGetValue($"{status.Key}", out var response) is true)
                {
                    response.Description = string.Join("; ", status.Select(e => $"`{e.Code}`: {e.Detail}"));
                }
            }

            return Task.CompletedTask;
        });
    });
}
