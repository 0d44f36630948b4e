using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

internal static class VocabularyEndpoints
{
    public static void MapVocabulary(this IEndpointRouteBuilder routes)
    {
        var vocabulary = routes.MapGroup("/api/organizations/current/vocabulary").WithTags("Organizations").RequireTenant();
        vocabulary.MapGet("/", Get);
        vocabulary.MapPut("/", Put).RequireRole(Role.Admin).ProducesError(CommonErrors.ValidationFailed);
        routes.MapInternal().MapGet("/vocabulary", Get);
    }

    /// <summary>The names, acronyms and terms of the organization that transcription should know.</summary>
    public static async Task<Ok<Vocabulary>> Get(AuthDbContext db, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Vocabulary(
            await db.Vocabularies.AsNoTracking().Select(v => v.Terms).SingleOrDefaultAsync(cancellationToken) ?? []));

    /// <summary>Replaces the whole list. It is used by analyses that begin from now on.</summary>
    public static async Task<Results<Ok<Vocabulary>, ProblemHttpResult>> Put(
        Vocabulary request, TenantContext tenant, AuthDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        var terms = VocabularyList.Normalize(request.Terms);
        if (terms.Length > VocabularyList.MaxTerms)
            return CommonErrors.ValidationFailed.With($"A vocabulary holds at most {VocabularyList.MaxTerms} terms.").ToProblem();
        if (Array.Exists(terms, term => term.Length is 0 or > VocabularyList.MaxLength || term.Any(char.IsControl)))
            return CommonErrors.ValidationFailed.With($"A term has 1 to {VocabularyList.MaxLength} characters, none of them a control character.").ToProblem();

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            insert into vocabularies (organization_id, terms) values ({tenant.OrganizationId}, {terms})
            on conflict (organization_id) do update set terms = excluded.terms
            """, cancellationToken);
        audit.Record(
            tenant.OrganizationId, AuditActions.SettingsChanged, tenant.UserId,
            string.Create(CultureInfo.InvariantCulture, $"vocabulary: {terms.Length}"));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new Vocabulary(terms));
    }
}
