namespace Kipu.Tests;

/// <summary>How the tests run the app host: apart from a developer's system, and never with a developer's keys.</summary>
internal static class AppHostArguments
{
    public static string[] For(string state) =>
    [
        $"--Kipu:State={state}",
        "--Kipu:Console=none",
        "--DcpPublisher:RandomizePorts=true",
        // Empty counts as absent, and the command line goes before user secrets and environment.
        "--Parameters:stripe-api-key=",
        "--Parameters:stripe-webhook-secret=",
        "--Parameters:mercadopago-access-token=",
        "--Parameters:mercadopago-webhook-secret=",
        "--Parameters:gemini-api-key=",
        "--Parameters:smtp-host=",
        "--Analysis:Engine=gemini",
        $"--SingleSignOn:Nameserver={Nameserver.Address}",
        // A thousand users sign up in a run, and a proper hash takes a tenth of a second each time.
        "--Passwords:Iterations=1000",
        // Nobody waits a minute for what comes by the clock.
        "--Reconciliation:Every=00:00:05",
        "--WeeklyTasks:Every=00:00:05",
        // What the parts say goes to TestResults/logs; checks that fail while a server still starts are no news.
        "--Logging:LogLevel:Default=Warning",
        "--Logging:LogLevel:Kipu.AppHost.Resources=None",
        "--Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks=None",
    ];
}
