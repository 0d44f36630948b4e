namespace Kipu.Auth;

internal static class MemberErrors
{
    public static readonly ApiError NotFound = new(404, "user_not_found", "There is no such member.");
    public static readonly ApiError LastOwner = new(409, "last_owner",
        "An organization needs an owner, and this is its last. Make somebody else an owner first.");
}
