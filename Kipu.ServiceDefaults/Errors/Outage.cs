using System.Net.Sockets;
using Npgsql;
using Polly.CircuitBreaker;
using Polly.Timeout;
using StackExchange.Redis;

namespace Kipu.ServiceDefaults;

/// <summary>Tells a backing service that is away for a moment from a bug.</summary>
public static class Outage
{
    public static bool Is(Exception exception) => exception switch
    {
        // 57014: the statement took too long; 57P0x: the server shuts down or starts up; 53300: too many connections; 40P01: two waited for
        // each other; 08xxx: the connection broke.
        PostgresException { SqlState: { } state } => state is "57014" or "53300" or "40P01"
            || state.StartsWith("57P0", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or RedisConnectionException or RedisTimeoutException => true,
        HttpRequestException or SocketException or IOException or TimeoutException => true,
        BrokenCircuitException or TimeoutRejectedException => true,
        Amazon.Runtime.AmazonServiceException { StatusCode: >= System.Net.HttpStatusCode.InternalServerError } => true,
        { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
