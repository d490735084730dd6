using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain;

public sealed class ProductMovesTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_drawing_is_the_switch() => StateDiagram.ShouldMatch<ProductState>("catalog.md", "Products", ProductMoves.From);

    [Theory]
    [InlineData(ProductState.Draft, ProductState.Published)]
    [InlineData(ProductState.Draft, ProductState.Archived)]
    [InlineData(ProductState.Published, ProductState.Published)]
    [InlineData(ProductState.Published, ProductState.Archived)]
    [InlineData(ProductState.Archived, ProductState.Archived)]
    [InlineData(ProductState.Archived, ProductState.Published)]
    public void Verbs_move_it_or_leave_it_where_it_is(ProductState from, ProductState to)
    {
        var product = In(from);
        if (to == ProductState.Published)
        {
            product.Publish(Now.AddDays(1));
        }
        else
        {
            product.Archive(Now.AddDays(1));
        }

        product.State.ShouldBe(to);
        product.PublishedAt.ShouldBe(to == ProductState.Published && from == ProductState.Draft ? Now.AddDays(1) : from == ProductState.Draft ? null : Now);
    }

    [Fact]
    public void Nothing_is_published_without_a_picture() =>
        Should.Throw<RuleBroken>(() => Draft().Publish(Now)).Code.ShouldBe("product.picture_required");

    static Product In(ProductState state)
    {
        var product = Draft();
        product.AddPicture("gambar.webp", 400, 400, "", Now);
        if (state != ProductState.Draft)
        {
            product.Publish(Now);
        }

        if (state == ProductState.Archived)
        {
            product.Archive(Now);
        }

        return product;
    }

    static Product Draft() => Product.Draft(
        StoreId.New(Now), "keripik", new ProductFacts(CategoryId.New(Now), "Camilan", ProductKind.Goods, "Keripik tempe", "", 200, 0, 0, 0, 200, "g", 1, "", true, "", Warranty.None),
        [new VariantFacts(null, "", new Rupiah(10_000), 5, "")], Now);
}
