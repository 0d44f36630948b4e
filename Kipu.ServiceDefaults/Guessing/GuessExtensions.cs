using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Kipu.ServiceDefaults;

public static class GuessExtensions
{
    /// <summary>Bounds wrong codes from one address at an endpoint that takes one in its body.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="wrong">The refusals that a wrong code gets; everything else is no guess.</param>
    public static RouteHandlerBuilder ThrottleCodes(this RouteHandlerBuilder endpoint, params ApiError[] wrong)
    {
        endpoint.AddEndpointFilter(async (invocation, next) =>
        {
            var context = invocation.HttpContext;
            var throttle = context.RequestServices.GetRequiredService<GuessThrottle>();
            if (context.RequestServices.GetRequiredService<ClientAddress>().GuesserOf(context) is not { } guesser)
            {
                return await next(invocation);
            }

            if (await throttle.TakeAsync(GuessLimit.Codes, guesser) is { } wait) return context.TooManyAttempts(wait);

            var answer = await next(invocation);
            if (!wrong.Any(error => IsRefusal(answer, error))) await throttle.GiveBackAsync(GuessLimit.Codes, guesser);
            return answer;
        });
        return endpoint.ProducesError(CommonErrors.TooManyAttempts);
    }

    /// <summary>The refusal of who has guessed wrong too often, with Retry-After.</summary>
    public static ProblemHttpResult TooManyAttempts(this HttpContext context, TimeSpan wait) => context.RetryAfter(CommonErrors.TooManyAttempts, wait);

    /// <summary>A refusal for now, with Retry-After.</summary>
    public static ProblemHttpResult RetryAfter(this HttpContext context, ApiError error, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return error.ToProblem();
    }

    internal static void AddClientAddress(this IServiceCollection services)
    {
        services.AddOptions<GuessOptions>().BindConfiguration("Guessing");
        services.AddSingleton<ClientAddress>();
    }

    private static bool IsRefusal(object? answer, ApiError error) =>
        (answer is INestedHttpResult nested ? nested.Result : answer) is ProblemHttpResult problem
        && problem.ProblemDetails.Extensions.TryGetValue("code", out var code) && error.Code.Equals(code as string, StringComparison.Ordinal);
}
