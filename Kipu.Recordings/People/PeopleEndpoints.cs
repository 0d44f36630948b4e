using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>The names that an organization gave to voices, proposed when the next voice is named.</summary>
internal static partial class PeopleEndpoints
{
    private const int DefaultPage = 20;

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/api/recordings/people").WithTags("Analysis").RequireTenant();
        people.MapGet("/", List).ProducesError(CommonErrors.ValidationFailed);
        people.MapDelete("/", Forget).RequireRole(Role.Admin).ProducesError(RecordingErrors.PersonNotFound, CommonErrors.ValidationFailed);
    }

    /// <summary>Lists names that were given to voices, the latest first.</summary>
    /// <param name="q">Only names with this in them, whatever its case and accents.</param>
    /// <param name="limit">So many, 1 to 100; 20 when absent.</param>
    /// <param name="db">The database.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Ok<Page<KnownPerson>>> List(
        [MaxLength(KnownPersonRow.LongestName)] string? q, [Range(1, 100)] int? limit, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        var people = db.People.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(q))
        {
            var pattern = $"%{Wildcards().Replace(q.Trim(), @"\$0")}%";
            people = people.Where(p => EF.Functions.ILike(EF.Functions.Unaccent(p.Name), EF.Functions.Unaccent(pattern), @"\"));
        }

        return TypedResults.Ok(new Page<KnownPerson>(
            await people.OrderByDescending(p => p.NamedAt).ThenBy(p => p.Name).Take(limit ?? DefaultPage)
                .Select(p => new KnownPerson(p.Name, p.UserId, p.NamedAt)).ToListAsync(cancellationToken),
            null));
    }

    /// <summary>Forgets a name: it is not proposed any more. Recordings keep what their voices are called.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Forget(
        [Required, MaxLength(KnownPersonRow.LongestName)] string name, RecordingsDbContext db, CancellationToken cancellationToken) =>
        await db.People.Where(p => p.Name == name).ExecuteDeleteAsync(cancellationToken) > 0
            ? TypedResults.NoContent()
            : RecordingErrors.PersonNotFound.ToProblem();

    /// <summary>Keeps a name that a voice was just given, within the transaction that gives it.</summary>
    public static Task RememberPersonAsync(
        this RecordingsDbContext db, Guid organizationId, string name, Guid? userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into known_people (organization_id, name, user_id, named_at) values ({organizationId}, {name}, {userId}, {now})
            on conflict (organization_id, name) do update
            set named_at = excluded.named_at, user_id = coalesce(excluded.user_id, known_people.user_id)
            """,
            cancellationToken);

    [GeneratedRegex(@"[%_\\]")]
    private static partial Regex Wildcards();
}
