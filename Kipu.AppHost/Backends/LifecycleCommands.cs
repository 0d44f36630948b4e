using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting;

/// <summary>Start, stop and restart on a server, as Aspire gives them to what DCP runs; they act on the server's main process.</summary>
internal static class LifecycleCommands
{
    private static readonly string[] Ended =
    [
        KnownResourceStates.NotStarted, KnownResourceStates.Exited, KnownResourceStates.Finished, KnownResourceStates.FailedToStart,
    ];

    public static IResourceBuilder<T> WithLifecycleCommands<T>(this IResourceBuilder<T> server, ExecutableResource main)
        where T : IResource => server
        .WithForward(main, KnownResourceCommands.StartCommand, "Start", "Play", whenEnded: true)
        .WithForward(main, KnownResourceCommands.StopCommand, "Stop", "Stop", whenEnded: false)
        .WithForward(main, KnownResourceCommands.RestartCommand, "Restart", "ArrowCounterclockwise", whenEnded: false);

    private static IResourceBuilder<T> WithForward<T>(
        this IResourceBuilder<T> server, ExecutableResource main, string command, string label, string icon, bool whenEnded)
        where T : IResource => server.WithCommand(
        command,
        label,
        context => context.Services.GetRequiredService<ResourceCommandService>()
            .ExecuteCommandAsync(main, command, context.CancellationToken),
        new CommandOptions
        {
            IconName = icon,
            IsHighlighted = command != KnownResourceCommands.RestartCommand,
            UpdateState = context => Ended.Contains(context.ResourceSnapshot.State?.Text) == whenEnded
                ? ResourceCommandState.Enabled
                : ResourceCommandState.Hidden,
        });
}
