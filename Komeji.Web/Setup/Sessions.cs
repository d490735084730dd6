using System.Globalization;
using System.Security.Claims;
using Komeji.Application.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Komeji.Web.Setup;

/// <summary>
/// Sessions kept on the server: the cookie holds only a sealed random key, and what its person may do is read from the database
/// for each request. So signing out, a ban, another role, another password and an opened shop all hold from the next request on.
/// </summary>
public sealed class Sessions(IServiceScopeFactory scopes) : ITicketStore
{
    public const string StampClaim = "komeji:cap";
    const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    const string Browser = "komeji.peramban";
    const string Device = "komeji.perangkat";

    /// <summary>Where the framework's handler looks for the key inside the cookie.</summary>
    const string KeyClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";

    /// <summary>Signs a person in who is not signed in yet: a key is never taken over by another sign-in.</summary>
    public static Task Begin(HttpContext context, SignInPass pass)
    {
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, pass.UserId.ToString()), new Claim(StampClaim, pass.Stamp)],
            Scheme);
        if (pass.SecondFactor)
        {
            identity.AddClaim(new Claim(SignedInUser.SecondFactorClaim, ""));
        }

        var properties = new AuthenticationProperties();
        properties.Items[Browser] = PlainText.Read(context.Request.Headers.UserAgent.ToString());
        properties.Items[Device] = context.DeviceKey();
        return context.SignInAsync(new ClaimsPrincipal(identity), properties);
    }

    /// <summary>
    /// The same session under a new key, after its person has shown again who it is. The framework renews a cookie only with the key
    /// it has, so the cookie is written here as its handler writes it. The rest of this request sees the new proof.
    /// </summary>
    public static async Task GoOnWith(HttpContext context, string key)
    {
        var options = context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);
        var holder = new ClaimsPrincipal(new ClaimsIdentity([new Claim(KeyClaim, key)], Scheme));
        var sealedKey = options.TicketDataFormat.Protect(new AuthenticationTicket(holder, Scheme));
        options.CookieManager.AppendResponseCookie(context, options.Cookie.Name!, sealedKey, options.Cookie.Build(context));
        context.Response.Headers.CacheControl = "no-store";
        context.User = (await options.SessionStore!.RetrieveAsync(key))!.Principal;
    }

    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var pass = new SignInPass(Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!), ticket.Principal.FindFirstValue(StampClaim)!, ticket.Principal.HasClaim(c => c.Type == SignedInUser.SecondFactorClaim));
        return Send(new OpenSession(pass, ticket.Properties.Items[Browser] ?? "", ticket.Properties.Items[Device]));
    }

    /// <summary>The rest of the request that signs in sees who it is.</summary>
    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var key = await StoreAsync(ticket);
        httpContext.User = (await RetrieveAsync(key))?.Principal ?? httpContext.User;
        return key;
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (await Send(new FindSession(key)) is not { } session)
        {
            return null;
        }

        if (session.Stale)
        {
            await Send(new KeepSession(key));
        }

        var properties = new AuthenticationProperties { IssuedUtc = session.SeenAt, ExpiresUtc = session.ExpiresAt };
        return new AuthenticationTicket(Principal(session, Session.Hash(key)), properties, Scheme);
    }

    /// <summary>The framework renews a key in two cases, sliding expiry and a second sign-in; the first is done here, the second refused.</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket) =>
        throw new InvalidOperationException("Sign out before signing in: a new sign-in gets a new key.");

    public Task RemoveAsync(string key) => Send(new EndSession(key));

    static ClaimsPrincipal Principal(OpenedSession session, string keyHash)
    {
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new Claim(SignedInUser.SessionClaim, keyHash));
        if (session.HasSecondFactor)
        {
            identity.AddClaim(new Claim(SignedInUser.SecondFactorClaim, ""));
        }

        if (session.ProvenAt is { } proven)
        {
            identity.AddClaim(new Claim(SignedInUser.ProvenClaim, proven.UtcTicks.ToString(CultureInfo.InvariantCulture)));
        }

        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, session.UserId.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, session.Name));
        identity.AddClaims(session.Roles.Select(r => r.Role).Distinct().Select(role => new Claim(ClaimTypes.Role, role)));
        identity.AddClaims(session.Roles.Select(r => new Claim(SignedInUser.TerritoryClaim, $"{r.Role}|{r.Territory}")));
        if (session.Shop is { } shop)
        {
            identity.AddClaim(new Claim(Access.SellerClaim, shop.Id.Value.ToString()));
            identity.AddClaim(new Claim(SignedInUser.ShopNameClaim, shop.Name));
            identity.AddClaim(new Claim(Access.RightsClaim, shop.Rights.ToString()));
        }

        if (session.OtherShops)
        {
            identity.AddClaim(new Claim(Access.OtherShopsClaim, ""));
        }

        if (session.Helping is { } helping)
        {
            identity.AddClaims(HelpingClaims.Of(helping));
        }

        return new ClaimsPrincipal(identity);
    }

    async Task<T> Send<T>(IRequest<T> request)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}

public static class SessionsSetup
{
    /// <summary>The server decides when a session ends; the browser forgets its key after this, the longest the settings allow.</summary>
    static readonly TimeSpan LongestLife = TimeSpan.FromDays(Session.LongestDays);

    public static IServiceCollection AddKomejiSessions(this IServiceCollection services)
    {
        services.AddSingleton<ITicketStore, Sessions>();
        services.AddSingleton<SignInStep>();
        services.AddSingleton<HeldForm>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<ITicketStore, SiteCookies>((o, store, cookies) =>
            {
                o.SessionStore = store;
                o.SlidingExpiration = false;
                o.ExpireTimeSpan = LongestLife;
                cookies.Dress(o.Cookie, "komeji.masuk");
                o.Cookie.MaxAge = LongestLife;
                o.Events.OnRedirectToLogin = AskToSignIn;
                o.Events.OnRedirectToAccessDenied = context =>
                {
                    if (HttpMethods.IsGet(context.Request.Method) && context.Request.Path.StartsWithSegments("/penjual") && LostShop(context.HttpContext.User))
                    {
                        context.Response.Redirect("/penjual/pilih-toko");
                        return Task.CompletedTask;
                    }

                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            });
        return services;
    }

    /// <summary>After signing in the person goes on where it was; after a form, on the page the form was on.</summary>
    static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var back = HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : PageOfForm(request);
        context.Response.Redirect(back.Length == 0 ? "/masuk" : QueryHelpers.AddQueryString("/masuk", "kembali", back));
        return Task.CompletedTask;
    }

    /// <summary>The shop chosen in this browser is the person's no longer, and there are others.</summary>
    static bool LostShop(ClaimsPrincipal person) => person.HasClaim(c => c.Type == Access.OtherShopsClaim) && !person.HasClaim(c => c.Type == Access.SellerClaim);

    static string PageOfForm(HttpRequest request) =>
        Uri.TryCreate(request.Headers[HeaderNames.Referer], UriKind.Absolute, out var page) && page.Authority == request.Host.Value ? page.PathAndQuery : "";
}
