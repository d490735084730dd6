using Komeji.Application.Jobs;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Jobs;

/// <summary>A job whose rows a test decides about: they wait, throw or count.</summary>
sealed class TestWork
{
    public List<int> Rows { get; } = [];

    /// <summary>What doing a row means.</summary>
    public Func<int, Task> Do { get; set; } = _ => Task.CompletedTask;

    public Func<Task> Find { get; set; } = () => Task.CompletedTask;

    public List<int> Done { get; } = [];

    public static readonly ScheduledJob Job = new("uji", "Pekerjaan uji", "0 * * * * ?", typeof(Sweep));

    public static void AddTo(IServiceCollection services, TestWork work)
    {
        services.AddSingleton(work);
        services.AddTransient<IRequestHandler<DoRow, Unit>, DoRow.Handler>();
    }

    public sealed class Sweep(TestWork work) : ISweep
    {
        public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
        {
            await work.Find();
            return [.. work.Rows.Take(most).Select(row => new DoRow(row))];
        }
    }

    /// <summary>Opens no transaction, so that a row that waits holds nothing.</summary>
    public sealed record DoRow(int Row) : IRequest
    {
        internal sealed class Handler(TestWork work) : IRequestHandler<DoRow>
        {
            public async Task<Unit> Handle(DoRow request, CancellationToken cancellationToken)
            {
                await work.Do(request.Row);
                work.Done.Add(request.Row);
                return Unit.Value;
            }
        }
    }
}
