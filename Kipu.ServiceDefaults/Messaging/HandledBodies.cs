using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Kipu.ServiceDefaults;

/// <summary>
/// Empties messages of the inbox as they are handled. That they were is remembered for a week, by their ids; what was said in a meeting
/// must not be found there when its recording has been erased.
/// </summary>
/// <remarks>Follows Wolverine, which makes its tables when it starts. The lock lets replicas that start at once add the trigger once.</remarks>
internal sealed class HandledBodies(NpgsqlDataSource database) : IHostedService
{
    private const string Trigger =
        """
        do $$
        begin
          perform pg_advisory_xact_lock(hashtext('kipu-handled-bodies'));
          if exists (select from pg_trigger where tgname = 'empty_handled') then return; end if;
          create function wolverine.empty_handled() returns trigger language plpgsql as $body$
            begin
              new.body := '';
              return new;
            end $body$;
          create trigger empty_handled before insert or update on wolverine.wolverine_incoming_envelopes
            for each row when (new.status = 'Handled') execute function wolverine.empty_handled();
        end $$;
        """;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Trigger);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
