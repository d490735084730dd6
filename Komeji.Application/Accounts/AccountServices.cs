using Komeji.Application.Accounts.SecondFactors;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Application.Accounts;

static class AccountServices
{
    /// <summary>Identity's users, store and hasher. Its own token providers and sign-in manager are not used: they read the machine's clock.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = Passwords.Iterations);
        services.AddIdentityCore<User>(o => o.User.AllowedUserNameCharacters = "");
        services.AddSingleton<Passwords>();
        services.AddScoped<OneTimeCodes>();
        services.AddScoped<FactorCodes>();
        services.AddScoped<ContactNews>();
        return services;
    }
}
