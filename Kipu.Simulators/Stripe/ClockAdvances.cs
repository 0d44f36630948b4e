using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Kipu.Simulators;

/// <summary>Moves test clocks on after the call that asked for it was answered, as Stripe does.</summary>
internal sealed partial class ClockAdvances(StripeState state, ILogger<ClockAdvances> logger) : BackgroundService
{
    private readonly Channel<JsonObject> _due = Channel.CreateUnbounded<JsonObject>();

    public void Begin(JsonObject clock) => _due.Writer.TryWrite(clock);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var clock in _due.Reader.ReadAllAsync(stoppingToken))
        {
            lock (state.Gate)
            {
                try
                {
                    // Deleted meanwhile, or the account was reset.
                    if (state.Find(clock.Id()) == clock) TestClocks.Finish(state, clock);
                }
                catch (Exception exception)
                {
                    clock["status"] = "internal_failure";
                    LogBroken(logger, clock.Id(), exception);
                }
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Advancing the test clock {ClockId} broke")]
    private static partial void LogBroken(ILogger logger, string clockId, Exception exception);
}
