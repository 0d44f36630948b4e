using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace Aspire.Hosting;

/// <summary>Swift's rings and configuration. Rings are rebuilt at each start, because the ports change; the data stays on device d1.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class SwiftFiles(ObjectStoreResource store, LocalUser user, string folder, int cachePort, Dictionary<string, int> ports)
{
    public int CachePort => cachePort;

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        foreach (var part in (string[])["node", "node/d1", "run"]) await user.CreateFolderAsync($"{folder}/{part}", cancellationToken);
        await WriteHashesAsync(cancellationToken);
        await user.WriteAsync($"{folder}/proxy-server.conf", await ProxyAsync(cancellationToken), cancellationToken);
        foreach (var (kind, port) in ports)
        {
            await user.WriteAsync($"{folder}/{kind}-server.conf", Server(kind, port), cancellationToken);
            SwiftRing.Write($"{folder}/{kind}.ring.gz", port);
            await user.OwnAsync([$"{folder}/{kind}.ring.gz"], cancellationToken);
        }
    }

    /// <summary>Written once: objects are found by these hashes, so a change would lose them all.</summary>
    private async Task WriteHashesAsync(CancellationToken cancellationToken)
    {
        var path = $"{folder}/swift.conf";
        if (File.Exists(path)) return;
        await user.WriteAsync(path, $"""
            [swift-hash]
            swift_hash_path_prefix = {RandomNumberGenerator.GetHexString(32)}
            swift_hash_path_suffix = {RandomNumberGenerator.GetHexString(32)}

            [storage-policy:0]
            name = default
            default = yes

            """, cancellationToken);
    }

    private string Server(string kind, int port) => $"""
        [DEFAULT]
        bind_ip = 127.0.0.1
        bind_port = {port}
        workers = 0
        mount_check = false
        swift_dir = {folder}
        devices = {folder}/node
        fallocate_reserve = 0

        [pipeline:main]
        pipeline = {kind}-server

        [app:{kind}-server]
        use = egg:swift#{kind}

        """;

    private async Task<string> ProxyAsync(CancellationToken cancellationToken) => $"""
        [DEFAULT]
        bind_ip = 127.0.0.1
        bind_port = {store.PrimaryEndpoint.Port}
        workers = 0
        swift_dir = {folder}

        [pipeline:main]
        pipeline = catch_errors gatekeeper healthcheck cache s3api tempauth copy slo dlo versioned_writes symlink proxy-server

        [app:proxy-server]
        use = egg:swift#proxy
        account_autocreate = true

        [filter:catch_errors]
        use = egg:swift#catch_errors

        [filter:gatekeeper]
        use = egg:swift#gatekeeper

        [filter:healthcheck]
        use = egg:swift#healthcheck

        [filter:cache]
        use = egg:swift#memcache
        memcache_servers = 127.0.0.1:{cachePort}

        [filter:s3api]
        use = egg:swift#s3api
        location = us-east-1

        [filter:tempauth]
        use = egg:swift#tempauth
        user_{ObjectStoreResource.AccessKey.Replace(':', '_')} = {await store.SecretKeyParameter.GetValueAsync(cancellationToken)} .admin

        [filter:copy]
        use = egg:swift#copy

        [filter:slo]
        use = egg:swift#slo

        [filter:dlo]
        use = egg:swift#dlo

        [filter:versioned_writes]
        use = egg:swift#versioned_writes
        allow_object_versioning = true

        [filter:symlink]
        use = egg:swift#symlink

        """;
}
