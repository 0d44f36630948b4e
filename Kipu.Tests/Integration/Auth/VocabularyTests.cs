using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class VocabularyTests(KipuSystem kipu)
{
    private const string Path = "/api/organizations/current/vocabulary";

    [Fact]
    public async Task Terms_are_kept_trimmed_and_each_once_and_the_change_is_noted()
    {
        var tenant = await kipu.SignUpAsync();
        Assert.Empty((await (await tenant.Client.GetAsync(Path)).ReadAsync<Vocabulary>()).Terms);

        await (await tenant.Client.PutAsJsonAsync(Path, new Vocabulary(["Old"]))).ReadAsync<Vocabulary>();
        var put = await (await tenant.Client.PutAsJsonAsync(Path, new Vocabulary([" Kipu ", "OKR", "kipu", "Ñañez"]))).ReadAsync<Vocabulary>();

        Assert.Equal(["Kipu", "OKR", "Ñañez"], put.Terms);
        Assert.Equal(put.Terms, (await (await tenant.Client.GetAsync(Path)).ReadAsync<Vocabulary>()).Terms);
        Assert.Equal(["vocabulary: 1", "vocabulary: 3"], (await tenant.ReadAuditAsync("?action=settings_changed")).Select(e => e.Subject).Order());
    }

    [Fact]
    public async Task Lists_that_no_analysis_could_use_are_refused()
    {
        var tenant = await kipu.SignUpAsync();
        object[] bodies =
        [
            new { terms = new string?[] { null } },
            new { terms = new[] { " " } },
            new { terms = new[] { "a\nb" } },
            new { terms = new[] { new string('x', 81) } },
            new { terms = Enumerable.Range(0, 501).Select(i => $"term {i}") },
        ];

        foreach (var body in bodies)
            await (await tenant.Client.PutAsJsonAsync(Path, body)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Fact]
    public async Task A_USER_reads_the_vocabulary_and_does_not_change_it()
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Starter);
        var user = await tenant.JoinAsync();

        Assert.Equal(HttpStatusCode.OK, (await user.Client.GetAsync(Path)).StatusCode);
        await (await user.Client.PutAsJsonAsync(Path, new Vocabulary([]))).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }
}
