using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kipu.Auth;

/// <summary>
/// Passkeys (WebAuthn), checked by ASP.NET Core Identity's handler. A passkey is two factors in one: its device verifies the user,
/// which we demand. So it signs in alone.
/// </summary>
internal static class PasskeyEndpoints
{
    private const string SignIn = "sign-in";

    public static void AddPasskeys(this IHostApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<User>().AddUserStore<PasskeyStore>();
        builder.Services.AddScoped<PasskeyStore>();
        builder.Services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        builder.Services.AddSingleton<Ceremonies>();
        builder.Services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<ConsoleOptions>>((options, console) =>
        {
            var home = console.Value.PublicUrl!;
            var origin = home.GetLeftPart(UriPartial.Authority);
            options.ServerDomain = home.Host;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = context => ValueTask.FromResult(context.Origin == origin && !context.CrossOrigin);
        });
    }

    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var passkeys = routes.MapGroup("/api/auth/passkeys").WithTags("Auth");
        passkeys.MapPost("/login/options", SignInOptions).AllowPublic("Challenges are for everybody, and tell nothing of anybody.");
        passkeys.MapPost("/login/verify", VerifySignIn).AllowPublic("The passkey's signature is the credential.")
            .ProducesError(CommonErrors.ValidationFailed, SecondFactorErrors.InvalidChallenge, PasskeyErrors.InvalidPasskey);

        var own = passkeys.MapGroup("").RequireTenant().ProducesError(UserErrors.UserRequired);
        own.MapGet("/", List);
        own.MapPost("/register/options", RegisterOptions);
        own.MapPost("/register/verify", VerifyRegister).ProducesError(
            CommonErrors.ValidationFailed, SecondFactorErrors.InvalidChallenge, PasskeyErrors.PasskeyRefused, PasskeyErrors.PasskeyExists);
        own.MapPatch("/{id:guid}", Rename).ProducesError(CommonErrors.ValidationFailed, CommonErrors.NotFound);
        own.MapDelete("/{id:guid}", Delete).AllowSuspended().ProducesError(CommonErrors.NotFound);
    }

    /// <summary>Options for signing in with any passkey that the browser knows for this site.</summary>
    public static async Task<Ok<PasskeyOptions>> SignInOptions(HttpContext context, IPasskeyHandler<User> handler, Ceremonies ceremonies)
    {
        var made = await handler.MakeRequestOptionsAsync(user: null, context);
        var id = await ceremonies.BeginAsync(SignIn, made.AssertionState!);
        return TypedResults.Ok(new PasskeyOptions(id, JsonElement.Parse(made.RequestOptionsJson)));
    }

    /// <summary>Signs in with a passkey's answer.</summary>
    public static async Task<Results<Ok<SessionResponse>, ProblemHttpResult>> VerifySignIn(
        PasskeySignInRequest request, HttpContext context, AuthDbContext db, PasskeyStore store, IPasskeyHandler<User> handler,
        Ceremonies ceremonies, SessionIssuer issuer, AuditLog audit, CancellationToken cancellationToken)
    {
        if (await ceremonies.TakeAsync(SignIn, request.Id!.Value) is not { } state) return SecondFactorErrors.InvalidChallenge.ToProblem();
        var credential = request.Credential!.Value;
        if (PasskeyStore.ReadHandle(HandleIn(credential)) is not { } handle) return PasskeyErrors.InvalidPasskey.ToProblem();

        using var tenant = TenantScope.EnterOrganization(handle.OrganizationId);
        var result = await handler.PerformAssertionAsync(new()
        {
            HttpContext = context,
            CredentialJson = credential.GetRawText(),
            AssertionState = state,
        });
        if (!result.Succeeded) return PasskeyErrors.InvalidPasskey.ToProblem();

        if (!await store.TryUseAsync(result.User, result.Passkey, cancellationToken)) return PasskeyErrors.InvalidPasskey.ToProblem();

        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == result.User.OrganizationId, cancellationToken);
        var tokens = await issuer.BeginAsync(result.User, SignInMethod.Passkey, cancellationToken);
        audit.Record(result.User.OrganizationId, AuditActions.SignInSucceeded, result.User.Id, "passkey");
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(RefreshCookie.Hand(context, tokens, result.User, organization));
    }

    /// <summary>The caller's passkeys.</summary>
    public static async Task<Results<Ok<Page<PasskeyInfo>>, ProblemHttpResult>> List(
        ClaimsPrincipal caller, AuthDbContext db, CancellationToken cancellationToken)
    {
        if (AccessToken.From(caller) is not { } token) return UserErrors.UserRequired.ToProblem();
        var passkeys = await db.Passkeys.AsNoTracking().Where(p => p.UserId == token.UserId)
            .OrderBy(p => p.CreatedAt).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<PasskeyInfo>([.. passkeys.Select(p => p.ToInfo())], null));
    }

    /// <summary>Options for adding a passkey to the caller's account.</summary>
    public static async Task<Results<Ok<PasskeyOptions>, ProblemHttpResult>> RegisterOptions(
        ClaimsPrincipal caller, HttpContext context, AuthDbContext db, IPasskeyHandler<User> handler, Ceremonies ceremonies,
        CancellationToken cancellationToken)
    {
        if (await db.FindCallerAsync(caller, cancellationToken) is not { } user) return UserErrors.UserRequired.ToProblem();
        var made = await handler.MakeCreationOptionsAsync(
            new() { Id = PasskeyStore.HandleOf(user), Name = user.Email, DisplayName = user.Name }, context);
        var id = await ceremonies.BeginAsync(PurposeOf(user), made.AttestationState!);
        return TypedResults.Ok(new PasskeyOptions(id, JsonElement.Parse(made.CreationOptionsJson)));
    }

    /// <summary>Adds the passkey that a browser made from the options.</summary>
    public static async Task<Results<Created<PasskeyInfo>, ProblemHttpResult>> VerifyRegister(
        AddPasskeyRequest request, ClaimsPrincipal caller, HttpContext context, AuthDbContext db, PasskeyStore store,
        IPasskeyHandler<User> handler, Ceremonies ceremonies, AuditLog audit, CancellationToken cancellationToken)
    {
        if (await db.FindCallerAsync(caller, cancellationToken) is not { } user) return UserErrors.UserRequired.ToProblem();
        if (await ceremonies.TakeAsync(PurposeOf(user), request.Id!.Value) is not { } state)
        {
            return SecondFactorErrors.InvalidChallenge.ToProblem();
        }

        var result = await handler.PerformAttestationAsync(new()
        {
            HttpContext = context,
            CredentialJson = request.Credential!.Value.GetRawText(),
            AttestationState = state,
        });
        if (!result.Succeeded) return PasskeyErrors.PasskeyRefused.ToProblem();

        result.Passkey.Name = request.Name;
        var passkey = store.Add(user, result.Passkey);
        audit.Record(user.OrganizationId, AuditActions.PasskeyAdded, user.Id, passkey.Name);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { ConstraintName: PasskeyConfiguration.CredentialIndex })
        {
            return PasskeyErrors.PasskeyExists.ToProblem();
        }

        return TypedResults.Created((string?)null, passkey.ToInfo());
    }

    /// <summary>Renames a passkey.</summary>
    public static async Task<Results<Ok<PasskeyInfo>, ProblemHttpResult>> Rename(
        Guid id, RenamePasskeyRequest request, ClaimsPrincipal caller, AuthDbContext db, CancellationToken cancellationToken)
    {
        if (AccessToken.From(caller) is not { } token) return UserErrors.UserRequired.ToProblem();
        if (await db.Passkeys.SingleOrDefaultAsync(p => p.Id == id && p.UserId == token.UserId, cancellationToken) is not { } passkey)
        {
            return CommonErrors.NotFound.ToProblem();
        }

        passkey.Name = request.Name;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(passkey.ToInfo());
    }

    /// <summary>Removes a passkey: it signs in no more.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid id, ClaimsPrincipal caller, AuthDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        if (AccessToken.From(caller) is not { } token) return UserErrors.UserRequired.ToProblem();
        if (await db.Passkeys.SingleOrDefaultAsync(p => p.Id == id && p.UserId == token.UserId, cancellationToken) is not { } passkey)
        {
            return CommonErrors.NotFound.ToProblem();
        }

        db.Passkeys.Remove(passkey);
        audit.Record(token.OrganizationId, AuditActions.PasskeyRemoved, token.UserId, passkey.Name);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static string PurposeOf(User user) => $"register:{user.Id}";

    /// <summary>The user handle that an answer names, which is text of ours in base64url.</summary>
    private static string? HandleIn(JsonElement credential)
    {
        if (credential.ValueKind is not JsonValueKind.Object
            || !credential.TryGetProperty("response", out var response) || response.ValueKind is not JsonValueKind.Object
            || !response.TryGetProperty("userHandle", out var handle) || handle.ValueKind is not JsonValueKind.String
            || !System.Buffers.Text.Base64Url.IsValid(handle.GetString())) return null;
        return Encoding.ASCII.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(handle.GetString()));
    }
}
