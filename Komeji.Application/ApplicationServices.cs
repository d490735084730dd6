using Komeji.Application.Accounts;
using Komeji.Application.CallCentre;
using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Flags;
using Komeji.Application.Common;
using Komeji.Application.Common.Behaviours;
using Komeji.Application.Complaints;
using Komeji.Application.Files;
using Komeji.Application.Jobs;
using Komeji.Application.Ledger;
using Komeji.Application.Ledger.Cash;
using Komeji.Application.Ledger.Days;
using Komeji.Application.Ledger.Exports;
using Komeji.Application.Ledger.Positions;
using Komeji.Application.Ledger.ShopDebts;
using Komeji.Application.Ledger.Sweeps;
using Komeji.Application.Legal;
using Komeji.Application.Mentoring;
using Komeji.Application.Messages;
using Komeji.Application.Notifications;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Ordering.Services;
using Komeji.Application.Payments;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Payouts;
using Komeji.Application.Regions;
using Komeji.Application.Payouts.Providers;
using Komeji.Application.Promotions;
using Komeji.Application.Promotions.Desk;
using Komeji.Application.Reviews;
using Komeji.Application.Returns;
using Komeji.Application.Reconciliation;
using Komeji.Application.Settings;
using Komeji.Application.Shipping;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Fees;
using Komeji.Application.Stores.Health;
using Komeji.Application.Taxes;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Komeji.Application;

public static class ApplicationServices
{
    static readonly Type[] Handlers = [typeof(IRequestHandler<,>), typeof(INotificationHandler<>)];

    /// <summary>Use cases, their reactions and the pipeline. The first behaviour is the outermost.</summary>
    public static IServiceCollection AddKomejiApplication(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<UnitOfWork>();
        services.AddScoped<CommandInProgress>();
        services.AddScoped<StalePages>();
        services.AddScoped<ShopDesk>();
        services.AddScoped<MentoringEnds>();
        services.AddScoped<SettingsInForce>();
        services.AddScoped<FeesInForce>();
        services.AddScoped<TaxesInForce>();
        services.AddScoped<TaxBooks>();
        services.AddMemoryCache();
        services.AddSingleton<SeldomChanged>();
        services.TryAddSingleton<ICatalogueCache, NoCatalogueCache>();
        services.AddScoped<Stock>();
        services.AddScoped<NamedFiles>();
        services.AddScoped<ChatRoom>();
        services.AddScoped<ChatLimits>();
        services.AddScoped<ChatNews>();
        services.AddScoped<IComplainedOrders, BorneByShop>();
        services.AddScoped<ShopPast>();
        services.AddScoped<HealthTerms>();
        services.AddScoped<RetypedListings>();
        services.AddScoped<KnownCategories>();
        services.AddScoped<KnownPlaces>();
        services.AddSingleton<MarketNumbers>();
        services.AddScoped<ShippingQuotes>();
        services.AddScoped<OfferReader>();
        services.AddScoped<CashOffers>();
        services.AddScoped<ServiceOffers>();
        services.AddScoped<VoucherOffers>();
        services.AddScoped<VoucherPlaces>();
        services.AddScoped<VoucherFunds>();
        services.AddScoped<VoucherCheck>();
        services.AddScoped<Bookings>();
        services.AddAccounts();
        services.AddSingleton<ICodes, RandomCodes>();
        services.AddSingleton<SweepRunner>();
        services.AddSingleton<Gateways>();
        services.AddScoped<ContractPrices>();
        services.AddScoped<ReceivedMoney>();
        services.AddScoped<AttemptProgress>();
        services.AddScoped<RefundProgress>();
        services.AddScoped<DisputeProgress>();
        services.AddScoped<DisputeBooks>();
        services.AddScoped<HeldRefunds>();
        services.AddScoped<DisputeCall>();
        services.AddScoped<RefundCall>();
        services.AddScoped<RefundDrafts>();
        services.AddScoped<SecondOfficer>();
        services.AddScoped<BankOwnBooks>();
        services.AddScoped<MoneyDeeds>();
        services.AddScoped<ComplaintDesk>();
        services.AddScoped<ComplaintReturns>();
        services.AddScoped<ComplaintCheck>();
        services.AddScoped<IRefundOffers, ReturnOffers>();
        services.AddScoped<ShopDebtBooks>();
        services.AddScoped<PayoutReserve>();
        services.AddSingleton<PayoutGateways>();
        services.AddScoped<PayoutProgress>();
        services.AddScoped<TransferCall>();
        services.AddScoped<MoneyRelease>();
        services.AddScoped<LedgerChecks>();
        services.AddScoped<TaxCheck>();
        services.AddScoped<CoverCheck>();
        services.AddScoped<ClaimCheck>();
        services.AddScoped<RefundDecisionCheck>();
        services.AddScoped<CashFeeCheck>();
        services.AddScoped<ProviderStatements>();
        services.AddScoped<DayDigests>();
        services.AddScoped<DayBooks>();
        services.AddScoped<DayChecks>();
        services.AddScoped<Balances>();
        services.AddScoped<EscrowAccount>();
        services.AddScoped<CooperativeFunds>();
        services.AddScoped<BookLines>();
        services.AddSingleton<ClockWatch>();
        services.AddSingleton<JobRunner>();
        services.AddScoped<JobLeases>();
        services.AddScoped<Notifier>();
        services.AddScoped<ReviewRules>();
        services.AddScoped<ShopAnswers>();
        services.AddScoped<CallCentreDesk>();
        services.AddScoped<CaseParts>();
        services.AddLegal();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(Proven<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(Logged<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(Named<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(InTransaction<,>));
        foreach (var type in typeof(ApplicationServices).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType && Handlers.Contains(i.GetGenericTypeDefinition())))
            {
                services.AddTransient(contract, type);
            }
        }

        return services;
    }
}
