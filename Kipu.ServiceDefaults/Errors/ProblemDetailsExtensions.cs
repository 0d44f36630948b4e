using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kipu.ServiceDefaults;

internal static partial class ProblemDetailsExtensions
{
    /// <summary>Gives every error the form of the contract: problem+json with <c>code</c>, <c>traceId</c> and camelCase <c>errors</c>.</summary>
    public static void AddKipuProblemDetails(this IServiceCollection services)
    {
        services.AddExceptionHandler<ExceptionToProblem>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            var problem = context.ProblemDetails;
            problem.Extensions["traceId"] = Activity.Current?.TraceId.ToHexString() ?? context.HttpContext.TraceIdentifier;
            if (problem is HttpValidationProblemDetails { Errors: { Count: > 0 } errors } validation)
            {
                var camelCased = errors.ToDictionary(e => CamelCasePath(e.Key), e => e.Value);
                validation.Errors.Clear();
                foreach (var (field, messages) in camelCased) validation.Errors.Add(field, messages);
                problem.Extensions.TryAdd("code", CommonErrors.ValidationFailed.Code);
                problem.Detail ??= CommonErrors.ValidationFailed.Detail;
            }

            if (!problem.Extensions.ContainsKey("code"))
            {
                var error = CommonErrors.ForStatus(problem.Status ?? context.HttpContext.Response.StatusCode);
                problem.Extensions["code"] = error.Code;
                problem.Detail ??= error.Detail;
            }
        });
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
    }

    public static void UseKipuProblemDetails(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }

    private static string CamelCasePath(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    /// <summary>What was thrown is a bad request that the framework found, an outage, or a bug of ours: nothing of it reaches the client.</summary>
    private sealed partial class ExceptionToProblem(
        IProblemDetailsService problems, IHostApplicationLifetime lifetime, ILogger<ExceptionToProblem> logger) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
                return true;
            }

            var error = exception switch
            {
                BadHttpRequestException bad => CommonErrors.ForStatus(bad.StatusCode),
                _ when HasUnstorableText(exception) => CommonErrors.InvalidRequest.With("Text must not contain the character U+0000."),
                OperationCanceledException when lifetime.ApplicationStopping.IsCancellationRequested => CommonErrors.Unavailable,
                _ when Outage.Is(exception) => CommonErrors.Unavailable,
                _ => CommonErrors.Internal,
            };
            if (error.Status >= 500) LogFailure(logger, exception, error.Code);
            if (error == CommonErrors.Unavailable) context.Response.Headers.RetryAfter = "2";
            context.Response.StatusCode = error.Status;
            var members = exception is BadHttpRequestException unreadable ? UnreadableField.Of(unreadable) : [];
            return await problems.TryWriteAsync(new()
            {
                HttpContext = context,
                ProblemDetails = { Status = error.Status, Detail = error.Detail, Extensions = new Dictionary<string, object?>(members) { ["code"] = error.Code } },
            });
        }

        /// <summary>PostgreSQL stores every character but U+0000, and only a client's text can hold that.</summary>
        private static bool HasUnstorableText(Exception exception) =>
            (exception as PostgresException ?? exception.InnerException) is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire };

        [LoggerMessage(LogLevel.Error, "Request failed with {Code}")]
        private static partial void LogFailure(ILogger logger, Exception exception, string code);
    }
}
