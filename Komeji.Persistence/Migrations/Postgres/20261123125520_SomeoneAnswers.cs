using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Komeji.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SomeoneAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ReplacementId",
                table: "Shipments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OfBuyer",
                table: "RefundDecisions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Reviews",
                table: "Products",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Stars",
                table: "Products",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "WarrantyFreight",
                table: "Products",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Shared");

            migrationBuilder.AddColumn<string>(
                name: "WarrantyFreight",
                table: "OrderLine",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Shared");

            migrationBuilder.CreateTable(
                name: "CaseNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    WrittenBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Corrects = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseNotes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChatViews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChatViews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Complaints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderNumber = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    BuyerId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Story = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    WishSolution = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    WishShipping = table.Column<long>(type: "bigint", nullable: false),
                    WishReturn = table.Column<bool>(type: "boolean", nullable: false),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HelpFrom = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    GrantsBySilence = table.Column<bool>(type: "boolean", nullable: false),
                    IsSecondTry = table.Column<bool>(type: "boolean", nullable: false),
                    ShippingMost = table.Column<long>(type: "bigint", nullable: false),
                    ByCourier = table.Column<bool>(type: "boolean", nullable: false),
                    EvidenceFrom = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClaimedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClaimedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    OutcomeId = table.Column<Guid>(type: "uuid", nullable: true),
                    RefundId = table.Column<Guid>(type: "uuid", nullable: true),
                    HeldUp = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    OfGoods = table.Column<bool>(type: "boolean", nullable: false),
                    ReturnFreight = table.Column<long>(type: "bigint", nullable: false),
                    AwaitsSecond = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Complaints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Complaints_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Conversations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    BuyerId = table.Column<Guid>(type: "uuid", nullable: false),
                    BuyerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: true),
                    Topic = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastSide = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LastWords = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LastAnswerAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UnreadByBuyer = table.Column<int>(type: "integer", nullable: false),
                    UnreadByShop = table.Column<int>(type: "integer", nullable: false),
                    MutedByBuyerAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    MutedByShopAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conversations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Conversations_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Conversations_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Conversations_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DataReveals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    What = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    WhoId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataReveals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GoodsReturns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CauseId = table.Column<Guid>(type: "uuid", nullable: false),
                    CauseNumber = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    BuyerId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Freight = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FreightPaid = table.Column<long>(type: "bigint", nullable: false),
                    FreightCovered = table.Column<long>(type: "bigint", nullable: false),
                    FreightProof = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Courier = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TrackingNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PointId = table.Column<Guid>(type: "uuid", nullable: true),
                    DropCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    FetchCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    CodeFailures = table.Column<int>(type: "integer", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AtPointAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FetchedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ArrivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ObjectedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Clock = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ShortReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Objection = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    RefundId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoodsReturns", x => x.Id);
                    table.CheckConstraint("return_freight", "\"FreightPaid\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "HealthCases",
                columns: table => new
                {
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    Measure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ThingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IsBad = table.Column<bool>(type: "boolean", nullable: false),
                    Why = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthCases", x => new { x.StoreId, x.Measure, x.ThingId });
                    table.ForeignKey(
                        name: "FK_HealthCases_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Questions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorName = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EditedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IsHidden = table.Column<bool>(type: "boolean", nullable: false),
                    Answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnswerEditedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnswerEditableUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnswerHidden = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Questions_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Questions_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuickReplies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuickReplies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuickReplies_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Replacements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CauseId = table.Column<Guid>(type: "uuid", nullable: false),
                    CauseNumber = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    BuyerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HasStock = table.Column<bool>(type: "boolean", nullable: false),
                    Code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    CodeFailures = table.Column<int>(type: "integer", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    NotArrivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Clock = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Replacements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    LineId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProductName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    VariantName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Stars = table.Column<int>(type: "integer", nullable: false),
                    EditableUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorName = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EditedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IsHidden = table.Column<bool>(type: "boolean", nullable: false),
                    Answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnswerEditedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnswerEditableUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnswerHidden = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => x.Id);
                    table.CheckConstraint("review_stars", "\"Stars\" BETWEEN 1 AND 5");
                    table.ForeignKey(
                        name: "FK_Reviews_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Reviews_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Reviews_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ServiceMonths",
                columns: table => new
                {
                    Month = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    AnswersDue = table.Column<int>(type: "integer", nullable: false),
                    AnswersInTime = table.Column<int>(type: "integer", nullable: false),
                    SolutionsDue = table.Column<int>(type: "integer", nullable: false),
                    SolutionsInTime = table.Column<int>(type: "integer", nullable: false),
                    CountedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceMonths", x => x.Month);
                });

            migrationBuilder.CreateTable(
                name: "ShopHealths",
                columns: table => new
                {
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AsOf = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Questions = table.Column<int>(type: "integer", nullable: false),
                    SlowAnswers = table.Column<int>(type: "integer", nullable: false),
                    MedianMinutes = table.Column<int>(type: "integer", nullable: true),
                    PaidOrders = table.Column<int>(type: "integer", nullable: false),
                    CancelledOrders = table.Column<int>(type: "integer", nullable: false),
                    ComplainedOrders = table.Column<int>(type: "integer", nullable: false),
                    DueOrders = table.Column<int>(type: "integer", nullable: false),
                    LateOrders = table.Column<int>(type: "integer", nullable: false),
                    Standing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    WarnedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RestrictOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ForgivenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShopHealths", x => x.StoreId);
                    table.ForeignKey(
                        name: "FK_ShopHealths_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TextCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TalkId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    AppealUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Plea = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TextCases_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Tickets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Urgency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Story = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: true),
                    CallerName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    CallerContact = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OpenedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AssigneeId = table.Column<Guid>(type: "uuid", nullable: true),
                    AnswerBefore = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FirstAnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SolveBefore = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PausedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SolvedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosesAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Reopened = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tickets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WarrantyCards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderNumber = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    BuyerId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProductName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    VariantName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PictureKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Unit = table.Column<int>(type: "integer", nullable: false),
                    Pieces = table.Column<int>(type: "integer", nullable: false),
                    IsService = table.Column<bool>(type: "boolean", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Answerer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Terms = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Freight = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    ExtendedDays = table.Column<int>(type: "integer", nullable: false),
                    Serial = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WarrantyCards", x => x.Id);
                    table.CheckConstraint("warranty_card_pieces", "\"Unit\" > 0 AND \"Pieces\" > 0 AND \"ExtendedDays\" >= 0");
                    table.ForeignKey(
                        name: "FK_WarrantyCards_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ComplaintItems",
                columns: table => new
                {
                    ComplaintId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    Most = table.Column<long>(type: "bigint", nullable: false),
                    Wish = table.Column<long>(type: "bigint", nullable: false),
                    Accepted = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintItems", x => new { x.ComplaintId, x.OrderLineId });
                    table.CheckConstraint("complaint_item_parts", "\"Quantity\" > 0 AND \"Most\" >= 0 AND (\"Accepted\" IS NULL OR (\"Accepted\" >= 0 AND \"Accepted\" <= \"Quantity\"))");
                    table.ForeignKey(
                        name: "FK_ComplaintItems_Complaints_ComplaintId",
                        column: x => x.ComplaintId,
                        principalTable: "Complaints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ComplaintOffers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ComplaintId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByRole = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Solution = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    NeedsReturn = table.Column<bool>(type: "boolean", nullable: false),
                    Shipping = table.Column<long>(type: "bigint", nullable: false),
                    Refers = table.Column<bool>(type: "boolean", nullable: false),
                    SellerPercent = table.Column<int>(type: "integer", nullable: false),
                    CourierPercent = table.Column<int>(type: "integer", nullable: false),
                    PlatformPercent = table.Column<int>(type: "integer", nullable: false),
                    BuyerPercent = table.Column<int>(type: "integer", nullable: false),
                    CommunityPercent = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintOffers", x => x.Id);
                    table.CheckConstraint("complaint_offer_bearers", "\"SellerPercent\" >= 0 AND \"CourierPercent\" >= 0 AND \"PlatformPercent\" >= 0 AND \"BuyerPercent\" >= 0 AND \"CommunityPercent\" >= 0 AND \"SellerPercent\" + \"CourierPercent\" + \"PlatformPercent\" + \"BuyerPercent\" + \"CommunityPercent\" = 100");
                    table.ForeignKey(
                        name: "FK_ComplaintOffers_Complaints_ComplaintId",
                        column: x => x.ComplaintId,
                        principalTable: "Complaints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ComplaintPictures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ComplaintId = table.Column<Guid>(type: "uuid", nullable: false),
                    Side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    FileKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintPictures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ComplaintPictures_Complaints_ComplaintId",
                        column: x => x.ComplaintId,
                        principalTable: "Complaints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ComplaintPosts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ComplaintId = table.Column<Guid>(type: "uuid", nullable: false),
                    Side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByRole = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintPosts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ComplaintPosts_Complaints_ComplaintId",
                        column: x => x.ComplaintId,
                        principalTable: "Complaints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ComplaintScraps",
                columns: table => new
                {
                    ComplaintId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintScraps", x => new { x.ComplaintId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_ComplaintScraps_Complaints_ComplaintId",
                        column: x => x.ComplaintId,
                        principalTable: "Complaints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ChatMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConversationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorRole = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Warnings = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RemovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RemovedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RemovalReason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, defaultValue: ""),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChatMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChatMessages_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ChatWaits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConversationId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    Counts = table.Column<bool>(type: "boolean", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChatWaits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChatWaits_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReturnLines",
                columns: table => new
                {
                    GoodsReturnId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    VariantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Pieces = table.Column<int>(type: "integer", nullable: false),
                    Agreed = table.Column<long>(type: "bigint", nullable: false),
                    Sellable = table.Column<int>(type: "integer", nullable: false),
                    Unsellable = table.Column<int>(type: "integer", nullable: false),
                    Offered = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnLines", x => new { x.GoodsReturnId, x.OrderLineId });
                    table.CheckConstraint("return_line_counts", "\"Pieces\" > 0 AND \"Sellable\" >= 0 AND \"Unsellable\" >= 0 AND \"Sellable\" + \"Unsellable\" <= \"Pieces\" AND \"Offered\" >= 0 AND \"Offered\" <= \"Agreed\"");
                    table.ForeignKey(
                        name: "FK_ReturnLines_GoodsReturns_GoodsReturnId",
                        column: x => x.GoodsReturnId,
                        principalTable: "GoodsReturns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReturnPhotos",
                columns: table => new
                {
                    GoodsReturnId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    FileKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Of = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnPhotos", x => new { x.GoodsReturnId, x.Place });
                    table.ForeignKey(
                        name: "FK_ReturnPhotos_GoodsReturns_GoodsReturnId",
                        column: x => x.GoodsReturnId,
                        principalTable: "GoodsReturns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReplacementLines",
                columns: table => new
                {
                    ReplacementId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    VariantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Pieces = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplacementLines", x => new { x.ReplacementId, x.OrderLineId });
                    table.CheckConstraint("replacement_pieces", "\"Pieces\" > 0");
                    table.ForeignKey(
                        name: "FK_ReplacementLines_Replacements_ReplacementId",
                        column: x => x.ReplacementId,
                        principalTable: "Replacements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewPicture",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReviewId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewPicture", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewPicture_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TextReport",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReporterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Why = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextReport", x => new { x.CaseId, x.ReporterId });
                    table.ForeignKey(
                        name: "FK_TextReport_TextCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "TextCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WarrantyClaims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    CardId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    BuyerId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsService = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Pieces = table.Column<int>(type: "integer", nullable: false),
                    Problem = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Wish = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ReviewedFrom = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Plea = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Ruling = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    RuledBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RuledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RefundId = table.Column<Guid>(type: "uuid", nullable: true),
                    Waybill = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    PointId = table.Column<Guid>(type: "uuid", nullable: true),
                    DropCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    CodeFailures = table.Column<int>(type: "integer", nullable: false),
                    TakenInBy = table.Column<Guid>(type: "uuid", nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Finding = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    FoundAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Solution = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    BackWaybill = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    SentBackAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WorkSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AwayDays = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WarrantyClaims", x => x.Id);
                    table.CheckConstraint("warranty_claim_pieces", "\"Pieces\" > 0 AND \"AwayDays\" >= 0");
                    table.ForeignKey(
                        name: "FK_WarrantyClaims_WarrantyCards_CardId",
                        column: x => x.CardId,
                        principalTable: "WarrantyCards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ComplaintOfferLines",
                columns: table => new
                {
                    OfferId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintOfferLines", x => new { x.OfferId, x.OrderLineId });
                    table.CheckConstraint("complaint_offer_line_amount", "\"Amount\" > 0");
                    table.ForeignKey(
                        name: "FK_ComplaintOfferLines_ComplaintOffers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "ComplaintOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ChatPictures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileKey = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChatPictures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChatPictures_ChatMessages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "ChatMessages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ChatReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    ConversationId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReporterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, defaultValue: ""),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChatReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChatReports_ChatMessages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "ChatMessages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClaimPictures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileKey = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Of = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimPictures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimPictures_WarrantyClaims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "WarrantyClaims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_ReplacementId",
                table: "Shipments",
                column: "ReplacementId",
                unique: true,
                filter: "\"ReplacementId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_TrackingNumber",
                table: "Shipments",
                column: "TrackingNumber",
                filter: "\"TrackingNumber\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Destination_Phone",
                table: "Orders",
                column: "Destination_Phone");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_To_CreatedAt",
                table: "Messages",
                columns: new[] { "To", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseNotes_Corrects",
                table: "CaseNotes",
                column: "Corrects",
                unique: true,
                filter: "\"Corrects\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseNotes_SubjectId_At",
                table: "CaseNotes",
                columns: new[] { "SubjectId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ChatMessages_AuthorId_At",
                table: "ChatMessages",
                columns: new[] { "AuthorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ChatMessages_ConversationId_At",
                table: "ChatMessages",
                columns: new[] { "ConversationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ChatPictures_FileKey",
                table: "ChatPictures",
                column: "FileKey");

            migrationBuilder.CreateIndex(
                name: "IX_ChatPictures_MessageId",
                table: "ChatPictures",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_ChatReports_ConversationId",
                table: "ChatReports",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_ChatReports_MessageId_Side",
                table: "ChatReports",
                columns: new[] { "MessageId", "Side" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChatReports_State_At",
                table: "ChatReports",
                columns: new[] { "State", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ChatViews_ReportId_PersonId",
                table: "ChatViews",
                columns: new[] { "ReportId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChatWaits_ConversationId_AskedAt",
                table: "ChatWaits",
                columns: new[] { "ConversationId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ChatWaits_StoreId_AskedAt",
                table: "ChatWaits",
                columns: new[] { "StoreId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ClaimPictures_ClaimId",
                table: "ClaimPictures",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimPictures_FileKey",
                table: "ClaimPictures",
                column: "FileKey");

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintItems_OrderLineId",
                table: "ComplaintItems",
                column: "OrderLineId");

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintOffers_ComplaintId_Number",
                table: "ComplaintOffers",
                columns: new[] { "ComplaintId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintPictures_ComplaintId",
                table: "ComplaintPictures",
                column: "ComplaintId");

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintPictures_FileKey",
                table: "ComplaintPictures",
                column: "FileKey");

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintPosts_ComplaintId_At",
                table: "ComplaintPosts",
                columns: new[] { "ComplaintId", "At" });

            migrationBuilder.CreateIndex(
                name: "ComplaintDraftOnce",
                table: "Complaints",
                column: "OrderId",
                unique: true,
                filter: "\"State\" = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "ComplaintOpenOnce",
                table: "Complaints",
                column: "OrderId",
                unique: true,
                filter: "\"State\" NOT IN ('Draft', 'Resolved', 'ClosedNoReply', 'Cancelled', 'Referred')");

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_BuyerId_SubmittedAt",
                table: "Complaints",
                columns: new[] { "BuyerId", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_ClaimedBy_DueAt",
                table: "Complaints",
                columns: new[] { "ClaimedBy", "DueAt" },
                filter: "\"ClaimedBy\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_DueAt",
                table: "Complaints",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_Number",
                table: "Complaints",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_OrderId_State",
                table: "Complaints",
                columns: new[] { "OrderId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_OrderNumber",
                table: "Complaints",
                column: "OrderNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_OutcomeId",
                table: "Complaints",
                column: "OutcomeId",
                unique: true,
                filter: "\"OutcomeId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_RefundId",
                table: "Complaints",
                column: "RefundId",
                unique: true,
                filter: "\"RefundId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_State_DueAt",
                table: "Complaints",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_State_SubmittedAt",
                table: "Complaints",
                columns: new[] { "State", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_StoreId_State_SubmittedAt",
                table: "Complaints",
                columns: new[] { "StoreId", "State", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_StoreId_SubmittedAt",
                table: "Complaints",
                columns: new[] { "StoreId", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_SubmittedAt_Id",
                table: "Complaints",
                columns: new[] { "SubmittedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_BuyerId_LastAt",
                table: "Conversations",
                columns: new[] { "BuyerId", "LastAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_BuyerId_Topic",
                table: "Conversations",
                columns: new[] { "BuyerId", "Topic" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_LastAt",
                table: "Conversations",
                column: "LastAt");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_OrderId",
                table: "Conversations",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ProductId",
                table: "Conversations",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_StoreId_LastAt",
                table: "Conversations",
                columns: new[] { "StoreId", "LastAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DataReveals_At",
                table: "DataReveals",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_DataReveals_SubjectId",
                table: "DataReveals",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_DataReveals_WhoId_Id",
                table: "DataReveals",
                columns: new[] { "WhoId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReturns_BuyerId_OpenedAt",
                table: "GoodsReturns",
                columns: new[] { "BuyerId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReturns_Cause_CauseId",
                table: "GoodsReturns",
                columns: new[] { "Cause", "CauseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReturns_DueAt",
                table: "GoodsReturns",
                column: "DueAt",
                filter: "\"DueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReturns_FreightProof",
                table: "GoodsReturns",
                column: "FreightProof",
                filter: "\"FreightProof\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReturns_Number",
                table: "GoodsReturns",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReturns_OrderId",
                table: "GoodsReturns",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReturns_PointId",
                table: "GoodsReturns",
                column: "PointId",
                filter: "\"PointId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReturns_State_OpenedAt",
                table: "GoodsReturns",
                columns: new[] { "State", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_GoodsReturns_StoreId_State_OpenedAt",
                table: "GoodsReturns",
                columns: new[] { "StoreId", "State", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_HealthCases_StoreId_Measure_IsBad_At",
                table: "HealthCases",
                columns: new[] { "StoreId", "Measure", "IsBad", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_AuthorId_WrittenAt",
                table: "Questions",
                columns: new[] { "AuthorId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_ProductId_IsHidden_WrittenAt",
                table: "Questions",
                columns: new[] { "ProductId", "IsHidden", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_StoreId_AnsweredAt_WrittenAt",
                table: "Questions",
                columns: new[] { "StoreId", "AnsweredAt", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_QuickReplies_StoreId_Title",
                table: "QuickReplies",
                columns: new[] { "StoreId", "Title" });

            migrationBuilder.CreateIndex(
                name: "IX_ReplacementLines_OrderLineId",
                table: "ReplacementLines",
                column: "OrderLineId");

            migrationBuilder.CreateIndex(
                name: "IX_Replacements_BuyerId_OpenedAt",
                table: "Replacements",
                columns: new[] { "BuyerId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Replacements_Cause_CauseId_Kind",
                table: "Replacements",
                columns: new[] { "Cause", "CauseId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Replacements_DueAt",
                table: "Replacements",
                column: "DueAt",
                filter: "\"DueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Replacements_Number",
                table: "Replacements",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Replacements_OrderId",
                table: "Replacements",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Replacements_State_OpenedAt",
                table: "Replacements",
                columns: new[] { "State", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Replacements_StoreId_State_OpenedAt",
                table: "Replacements",
                columns: new[] { "StoreId", "State", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReturnLines_OrderLineId",
                table: "ReturnLines",
                column: "OrderLineId");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnPhotos_FileKey",
                table: "ReturnPhotos",
                column: "FileKey");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPicture_FileKey",
                table: "ReviewPicture",
                column: "FileKey");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPicture_ReviewId",
                table: "ReviewPicture",
                column: "ReviewId");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_AuthorId_WrittenAt",
                table: "Reviews",
                columns: new[] { "AuthorId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_LineId",
                table: "Reviews",
                column: "LineId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_OrderId",
                table: "Reviews",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_ProductId_IsHidden_Stars",
                table: "Reviews",
                columns: new[] { "ProductId", "IsHidden", "Stars" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_ProductId_IsHidden_WrittenAt",
                table: "Reviews",
                columns: new[] { "ProductId", "IsHidden", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_StoreId_WrittenAt",
                table: "Reviews",
                columns: new[] { "StoreId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ShopHealths_Standing",
                table: "ShopHealths",
                column: "Standing");

            migrationBuilder.CreateIndex(
                name: "IX_TextCases_ProductId",
                table: "TextCases",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_TextCases_State_Since",
                table: "TextCases",
                columns: new[] { "State", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_TextCases_TalkId_Kind",
                table: "TextCases",
                columns: new[] { "TalkId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TextReport_ReporterId_At",
                table: "TextReport",
                columns: new[] { "ReporterId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_AnswerBefore",
                table: "Tickets",
                column: "AnswerBefore");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_AssigneeId_State",
                table: "Tickets",
                columns: new[] { "AssigneeId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_CallerContact",
                table: "Tickets",
                column: "CallerContact");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Number",
                table: "Tickets",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_OpenedAt",
                table: "Tickets",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_OrderId",
                table: "Tickets",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_PersonId_OpenedAt",
                table: "Tickets",
                columns: new[] { "PersonId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_SolveBefore",
                table: "Tickets",
                column: "SolveBefore");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_State_AnswerBefore",
                table: "Tickets",
                columns: new[] { "State", "AnswerBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyCards_BuyerId_Until",
                table: "WarrantyCards",
                columns: new[] { "BuyerId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyCards_Code",
                table: "WarrantyCards",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyCards_OrderId",
                table: "WarrantyCards",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyCards_OrderLineId_Unit",
                table: "WarrantyCards",
                columns: new[] { "OrderLineId", "Unit" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyCards_PictureKey",
                table: "WarrantyCards",
                column: "PictureKey",
                filter: "\"PictureKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyCards_StoreId_MadeAt",
                table: "WarrantyCards",
                columns: new[] { "StoreId", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyClaims_BuyerId_BegunAt",
                table: "WarrantyClaims",
                columns: new[] { "BuyerId", "BegunAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyClaims_CardId_BegunAt",
                table: "WarrantyClaims",
                columns: new[] { "CardId", "BegunAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyClaims_Number",
                table: "WarrantyClaims",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyClaims_Open",
                table: "WarrantyClaims",
                column: "CardId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyClaims_OrderLineId",
                table: "WarrantyClaims",
                column: "OrderLineId");

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyClaims_PointId",
                table: "WarrantyClaims",
                column: "PointId",
                filter: "\"PointId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyClaims_RefundId",
                table: "WarrantyClaims",
                column: "RefundId",
                unique: true,
                filter: "\"RefundId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyClaims_State_DueAt",
                table: "WarrantyClaims",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WarrantyClaims_StoreId_State_DueAt",
                table: "WarrantyClaims",
                columns: new[] { "StoreId", "State", "DueAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseNotes");

            migrationBuilder.DropTable(
                name: "ChatPictures");

            migrationBuilder.DropTable(
                name: "ChatReports");

            migrationBuilder.DropTable(
                name: "ChatViews");

            migrationBuilder.DropTable(
                name: "ChatWaits");

            migrationBuilder.DropTable(
                name: "ClaimPictures");

            migrationBuilder.DropTable(
                name: "ComplaintItems");

            migrationBuilder.DropTable(
                name: "ComplaintOfferLines");

            migrationBuilder.DropTable(
                name: "ComplaintPictures");

            migrationBuilder.DropTable(
                name: "ComplaintPosts");

            migrationBuilder.DropTable(
                name: "ComplaintScraps");

            migrationBuilder.DropTable(
                name: "DataReveals");

            migrationBuilder.DropTable(
                name: "HealthCases");

            migrationBuilder.DropTable(
                name: "Questions");

            migrationBuilder.DropTable(
                name: "QuickReplies");

            migrationBuilder.DropTable(
                name: "ReplacementLines");

            migrationBuilder.DropTable(
                name: "ReturnLines");

            migrationBuilder.DropTable(
                name: "ReturnPhotos");

            migrationBuilder.DropTable(
                name: "ReviewPicture");

            migrationBuilder.DropTable(
                name: "ServiceMonths");

            migrationBuilder.DropTable(
                name: "ShopHealths");

            migrationBuilder.DropTable(
                name: "TextReport");

            migrationBuilder.DropTable(
                name: "Tickets");

            migrationBuilder.DropTable(
                name: "ChatMessages");

            migrationBuilder.DropTable(
                name: "WarrantyClaims");

            migrationBuilder.DropTable(
                name: "ComplaintOffers");

            migrationBuilder.DropTable(
                name: "Replacements");

            migrationBuilder.DropTable(
                name: "GoodsReturns");

            migrationBuilder.DropTable(
                name: "Reviews");

            migrationBuilder.DropTable(
                name: "TextCases");

            migrationBuilder.DropTable(
                name: "Conversations");

            migrationBuilder.DropTable(
                name: "WarrantyCards");

            migrationBuilder.DropTable(
                name: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Shipments_ReplacementId",
                table: "Shipments");

            migrationBuilder.DropIndex(
                name: "IX_Shipments_TrackingNumber",
                table: "Shipments");

            migrationBuilder.DropIndex(
                name: "IX_Orders_Destination_Phone",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Messages_To_CreatedAt",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "ReplacementId",
                table: "Shipments");

            migrationBuilder.DropColumn(
                name: "OfBuyer",
                table: "RefundDecisions");

            migrationBuilder.DropColumn(
                name: "Reviews",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Stars",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "WarrantyFreight",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "WarrantyFreight",
                table: "OrderLine");
        }
    }
}
