using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Kipu.ServiceDefaults;

/// <summary>What every service traces, measures and logs.</summary>
public static partial class Telemetry
{
    /// <summary>Metrics, traces and logs, exported when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        // One line a request is the trace's job; what these say below a warning repeats it many times over.
        string[] talkative = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System.Net.Http.HttpClient", "Polly", "Wolverine", "ZiggyCreatures.Caching.Fusion", "Npgsql", "StackExchange.Redis"];
        foreach (var category in talkative) builder.Logging.AddFilter(category, LogLevel.Warning);
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            // The framework's hold the path of the request, and with it a link's secret; what belongs together says the trace.
            logging.IncludeScopes = false;
        });
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("Kipu.*", "Npgsql", "Wolverine*"))
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !IsProbe(context.Request.Path))
                .AddHttpClientInstrumentation()
                .AddSource("Kipu.*", "Wolverine", "RabbitMQ.Client.*")
                .AddNpgsql()
                .AddProcessor(new QuietPolling())
                .AddProcessor(new SecretPaths()));
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            // A collector that is away must not hold up the end of a service: after 10 s, the default, it would be killed.
            builder.Configuration["OTEL_EXPORTER_OTLP_TIMEOUT"] ??= "1000";
            builder.Services.AddOpenTelemetry().UseOtlpExporter();
        }
    }

    private static bool IsProbe(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments("/alive");

    /// <summary>Keeps the secrets of links out of traces: in one address the path is a credential, on its way in and on through the gateway.</summary>
    internal sealed partial class SecretPaths : BaseProcessor<Activity>
    {
        private static readonly string[] Addresses = ["url.path", "url.full"];

        public override void OnEnd(Activity data)
        {
            foreach (var name in Addresses)
            {
                if (data.GetTagItem(name) is string address && Secret().IsMatch(address)) data.SetTag(name, Secret().Replace(address, "{token}"));
            }
        }

        [GeneratedRegex("(?<=/api/shares/)[^/?#]+", RegexOptions.IgnoreCase)]
        private static partial Regex Secret();
    }

    /// <summary>Drops the spans that come by the clock and not by a request: probes of databases, and Wolverine's polling of its tables.</summary>
    private sealed class QuietPolling : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            // What hangs below such a span, as commands do below the opening of their connection, would stand alone without it.
            var root = data;
            while (root.Parent is { } parent) root = parent;
            if (root.ParentSpanId == default && root.Source.Name is "Npgsql" or "StackExchange.Redis" or "OpenTelemetry.Instrumentation.StackExchangeRedis")
            {
                data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            }
        }
    }
}
