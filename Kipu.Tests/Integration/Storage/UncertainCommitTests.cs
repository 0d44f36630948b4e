using System.Data.Common;
using Kipu.ServiceDefaults;
using Kipu.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kipu.Tests;

public sealed class UncertainCommitTests(KipuSystem kipu)
{
    [Fact]
    public async Task Appended_bytes_whose_commit_went_through_unheard_stay_in_the_store()
    {
        await using var storage = await StorageDatabase.CreateAsync(kipu);
        using var scope = TenantScope.EnterSystem("the test appends as the service would");
        var part = Some.RecordingId();
        await using var before = storage.Open();
        await before.TryAddUploadAsync(
            storage.Tenant.OrganizationId, part, language: null, storage.Time.GetUtcNow(), CancellationToken.None, new(100, null, TusHeaders.Partial));
        await using var db = storage.Open(new BrokenBehindCommit());
        using var digests = new RunningDigests();
        var append = new AppendToUpload(
            db, new(storage.Store, NullLogger<ObjectWriter>.Instance), new(storage.Time), digests, finish: null!, fail: null!, storage.Tenant,
            storage.Time, new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance));
        var request = new DefaultHttpContext { Request = { Body = new MemoryStream(Some.Audio(bytes: 60)) } }.Request;

        await Assert.ThrowsAsync<IOException>(() => append.HandleAsync(new(part, Offset: 0, Checksum: null), request, CancellationToken.None));

        await using var after = storage.Open();
        Assert.Equal(await after.Chunks.Select(c => c.ObjectKey).ToListAsync(), await storage.KeysAsync());
    }

    /// <summary>A connection that breaks between the server's commit and its answer.</summary>
    private sealed class BrokenBehindCommit : DbTransactionInterceptor
    {
        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            throw new IOException("The connection broke.");
    }
}
