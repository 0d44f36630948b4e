namespace Kipu.Gateway;

/// <summary>Says in the contract's words that a service is away: problem+json with code <c>unavailable</c>.</summary>
internal static class UpstreamFailures
{
    public static void UseUpstreamFailures(this IReverseProxyApplicationBuilder pipeline)
    {
        pipeline.Use(async (context, next) =>
        {
            await next(context);
            if (context.GetForwarderErrorFeature() is null || context.Response.HasStarted) return;
            if (context.RequestAborted.IsCancellationRequested) return;
            if (context.Response.StatusCode < StatusCodes.Status500InternalServerError) return;

            context.Response.Headers.RetryAfter = "2";
            await (CommonErrors.Unavailable with { Status = context.Response.StatusCode }).ToProblem().ExecuteAsync(context);
        });
        pipeline.UseSessionAffinity();
        pipeline.UseLoadBalancing();
        pipeline.UsePassiveHealthChecks();
    }
}
