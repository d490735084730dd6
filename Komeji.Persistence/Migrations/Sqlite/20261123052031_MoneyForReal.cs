using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Komeji.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MoneyForReal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PictureKey",
                table: "Stores",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Service_WorksOnHolidays",
                table: "Products",
                type: "INTEGER",
                nullable: true,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "ChargedGoods",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ChargedShipping",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "IncomeTaxRate",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "IncomeTaxRounding",
                table: "Orders",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Down");

            migrationBuilder.AddColumn<long>(
                name: "IncomeTaxRuleId",
                table: "Orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "IncomeTaxStanding",
                table: "Orders",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<long>(
                name: "RefundedGoods",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "RefundedShipping",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "VatRuleId",
                table: "Orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Charged",
                table: "OrderLine",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Refunded",
                table: "OrderLine",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "IncomeTaxRemitted",
                table: "DisputeClaim",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "VatRemitted",
                table: "DisputeClaim",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "BankStatements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Account = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Opening = table.Column<long>(type: "INTEGER", nullable: false),
                    Closing = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankStatements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DayTotals",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Account = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Debit = table.Column<long>(type: "INTEGER", nullable: false),
                    Credit = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DayTotals", x => new { x.Day, x.Account, x.AccountKey });
                });

            migrationBuilder.CreateTable(
                name: "KeyBalances",
                columns: table => new
                {
                    Account = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Balance = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyBalances", x => new { x.Account, x.AccountKey });
                });

            migrationBuilder.CreateTable(
                name: "LedgerDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Journals = table.Column<int>(type: "INTEGER", nullable: false),
                    Entries = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerDays", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "LedgerRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Broken = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PayoutFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Payouts = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PayoutFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PayoutPlans",
                columns: table => new
                {
                    StoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    TriedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReturnedAccount = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PayoutPlans", x => x.StoreId);
                    table.ForeignKey(
                        name: "FK_PayoutPlans_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Payouts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    StoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Bank = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AccountSealed = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AccountIndex = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AccountHolder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WeeklyFor = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PreparedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HoldReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    HeldBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    HeldUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Appeal = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payouts", x => x.Id);
                    table.CheckConstraint("payout_amount", "\"Amount\" > 0");
                    table.CheckConstraint("payout_approved", "\"ApprovedBy\" IS NOT NULL OR \"State\" NOT IN ('Approved', 'Processing', 'Succeeded', 'NeedsCheck', 'Failed', 'Returned')");
                    table.CheckConstraint("payout_two_officers", "\"ApprovedBy\" IS NULL OR (\"PreparedBy\" IS NOT NULL AND \"ApprovedBy\" <> \"PreparedBy\")");
                    table.ForeignKey(
                        name: "FK_Payouts_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RefundAccounts",
                columns: table => new
                {
                    RefundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BuyerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bank = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NumberSealed = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProfileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameMatches = table.Column<bool>(type: "INTEGER", nullable: false),
                    NamedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefundAccounts", x => x.RefundId);
                });

            migrationBuilder.CreateTable(
                name: "RefundDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PurchaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Solution = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Shipping = table.Column<long>(type: "INTEGER", nullable: false),
                    ShippingOfShop = table.Column<long>(type: "INTEGER", nullable: false),
                    AfterRelease = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedAs = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TaxMonth = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    VatRemitted = table.Column<bool>(type: "INTEGER", nullable: false),
                    IncomeTaxRemitted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefundDecisions", x => x.Id);
                    table.CheckConstraint("refund_decision_parts", "\"Amount\" > 0 AND \"Shipping\" >= 0 AND \"Shipping\" <= \"Amount\" AND \"ShippingOfShop\" >= 0 AND \"ShippingOfShop\" <= \"Shipping\"");
                });

            migrationBuilder.CreateTable(
                name: "SellerTaxPapers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SellerTaxPapers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SellerTaxPapers_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SettlementReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Gateway = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Settled = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettlementReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TaxDuties",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Begins = table.Column<bool>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LetterOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SetBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SetAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaxDuties", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TaxRemittances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tax = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Month = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PreparedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    PreparedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Ntpn = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaxRemittances", x => x.Id);
                    table.CheckConstraint("tax_remittance_amount", "\"Amount\" > 0");
                    table.CheckConstraint("tax_remittance_paid", "(\"State\" = 'Confirmed') = (\"ConfirmedBy\" IS NOT NULL AND \"Ntpn\" IS NOT NULL AND \"PaidOn\" IS NOT NULL)");
                    table.CheckConstraint("tax_remittance_two_officers", "\"ConfirmedBy\" IS NULL OR \"ConfirmedBy\" <> \"PreparedBy\"");
                });

            migrationBuilder.CreateTable(
                name: "TaxRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rate = table.Column<int>(type: "INTEGER", nullable: false),
                    BaseNumerator = table.Column<int>(type: "INTEGER", nullable: false),
                    BaseDenominator = table.Column<int>(type: "INTEGER", nullable: false),
                    Rounding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Point = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SetBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SetAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaxRules", x => x.Id);
                    table.CheckConstraint("tax_rule_base", "\"Rate\" >= 0 AND \"BaseNumerator\" > 0 AND \"BaseNumerator\" <= \"BaseDenominator\"");
                });

            migrationBuilder.CreateTable(
                name: "BankLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StatementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Account = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Balance = table.Column<long>(type: "INTEGER", nullable: false),
                    Doubt = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsLeftToPeople = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankLines", x => x.Id);
                    table.CheckConstraint("bank_line_amount", "\"Amount\" <> 0");
                    table.ForeignKey(
                        name: "FK_BankLines_BankStatements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "BankStatements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerRunChecks",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Ok = table.Column<bool>(type: "INTEGER", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerRunChecks", x => new { x.RunId, x.Number });
                    table.ForeignKey(
                        name: "FK_LedgerRunChecks_LedgerRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "LedgerRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PayoutAttempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PayoutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Charge = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PayoutAttempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PayoutAttempts_PayoutFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "PayoutFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PayoutAttempts_Payouts_PayoutId",
                        column: x => x.PayoutId,
                        principalTable: "Payouts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RefundLines",
                columns: table => new
                {
                    RefundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderLineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    OfShop = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefundLines", x => new { x.RefundId, x.OrderLineId });
                    table.CheckConstraint("refund_line_parts", "\"Amount\" > 0 AND \"OfShop\" >= 0 AND \"OfShop\" <= \"Amount\"");
                    table.ForeignKey(
                        name: "FK_RefundLines_RefundDecisions_RefundId",
                        column: x => x.RefundId,
                        principalTable: "RefundDecisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RefundShares",
                columns: table => new
                {
                    RefundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bearer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Percent = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Goods = table.Column<long>(type: "INTEGER", nullable: false),
                    Fee = table.Column<long>(type: "INTEGER", nullable: false),
                    NetFee = table.Column<long>(type: "INTEGER", nullable: false),
                    Vat = table.Column<long>(type: "INTEGER", nullable: false),
                    IncomeTax = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefundShares", x => new { x.RefundId, x.Bearer });
                    table.CheckConstraint("refund_share_parts", "\"Percent\" > 0 AND \"Percent\" <= 100 AND \"Amount\" >= 0 AND \"Goods\" >= 0 AND \"Goods\" <= \"Amount\"");
                    table.ForeignKey(
                        name: "FK_RefundShares_RefundDecisions_RefundId",
                        column: x => x.RefundId,
                        principalTable: "RefundDecisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SettlementLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Gateway = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Order = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Transaction = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Gross = table.Column<long>(type: "INTEGER", nullable: false),
                    Fee = table.Column<long>(type: "INTEGER", nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BookedGross = table.Column<long>(type: "INTEGER", nullable: true),
                    BookedCost = table.Column<long>(type: "INTEGER", nullable: false),
                    RefundId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettlementLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SettlementLines_SettlementReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "SettlementReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<long>(type: "INTEGER", nullable: false),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerMarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerMarks_BankLines_LineId",
                        column: x => x.LineId,
                        principalTable: "BankLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LedgerMarks_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Appointment_ProductId_Appointment_EndsAt",
                table: "Orders",
                columns: new[] { "Appointment_ProductId", "Appointment_EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Journals_BookedAt_Id",
                table: "Journals",
                columns: new[] { "BookedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_BankLines_Account_Day_Number",
                table: "BankLines",
                columns: new[] { "Account", "Day", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BankLines_State_Account_Day",
                table: "BankLines",
                columns: new[] { "State", "Account", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_BankLines_StatementId",
                table: "BankLines",
                column: "StatementId");

            migrationBuilder.CreateIndex(
                name: "IX_BankStatements_ImportedAt",
                table: "BankStatements",
                column: "ImportedAt");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerMarks_EntryId",
                table: "LedgerMarks",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerMarks_LineId",
                table: "LedgerMarks",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerRuns_StartedAt",
                table: "LedgerRuns",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PayoutAttempts_FileId",
                table: "PayoutAttempts",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_PayoutAttempts_PayoutId_Number",
                table: "PayoutAttempts",
                columns: new[] { "PayoutId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PayoutFiles_MadeAt",
                table: "PayoutFiles",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_PayoutFiles_Number",
                table: "PayoutFiles",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PayoutPlans_Day",
                table: "PayoutPlans",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_Payouts_Number",
                table: "Payouts",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payouts_State_RequestedAt",
                table: "Payouts",
                columns: new[] { "State", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Payouts_StoreId_RequestedAt",
                table: "Payouts",
                columns: new[] { "StoreId", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Payouts_StoreId_WeeklyFor",
                table: "Payouts",
                columns: new[] { "StoreId", "WeeklyFor" },
                unique: true,
                filter: "\"WeeklyFor\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RefundAccounts_BuyerId",
                table: "RefundAccounts",
                column: "BuyerId");

            migrationBuilder.CreateIndex(
                name: "IX_RefundDecisions_OrderId",
                table: "RefundDecisions",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_RefundDecisions_PurchaseId",
                table: "RefundDecisions",
                column: "PurchaseId");

            migrationBuilder.CreateIndex(
                name: "IX_RefundDecisions_StoreId",
                table: "RefundDecisions",
                column: "StoreId");

            migrationBuilder.CreateIndex(
                name: "IX_RefundLines_OrderLineId",
                table: "RefundLines",
                column: "OrderLineId");

            migrationBuilder.CreateIndex(
                name: "IX_SellerTaxPapers_StoreId_Year",
                table: "SellerTaxPapers",
                columns: new[] { "StoreId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_SettlementLines_Gateway_Day",
                table: "SettlementLines",
                columns: new[] { "Gateway", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_SettlementLines_Gateway_Transaction",
                table: "SettlementLines",
                columns: new[] { "Gateway", "Transaction" });

            migrationBuilder.CreateIndex(
                name: "IX_SettlementLines_ReportId",
                table: "SettlementLines",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_SettlementLines_State_Day",
                table: "SettlementLines",
                columns: new[] { "State", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_SettlementReports_ImportedAt",
                table: "SettlementReports",
                column: "ImportedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TaxDuties_Kind_From",
                table: "TaxDuties",
                columns: new[] { "Kind", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_TaxRemittances_Ntpn",
                table: "TaxRemittances",
                column: "Ntpn",
                unique: true,
                filter: "\"Ntpn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TaxRemittances_Tax_Month_Number",
                table: "TaxRemittances",
                columns: new[] { "Tax", "Month", "Number" },
                unique: true,
                filter: "\"State\" <> 'Dropped'");

            migrationBuilder.CreateIndex(
                name: "IX_TaxRules_Kind_From",
                table: "TaxRules",
                columns: new[] { "Kind", "From" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DayTotals");

            migrationBuilder.DropTable(
                name: "KeyBalances");

            migrationBuilder.DropTable(
                name: "LedgerDays");

            migrationBuilder.DropTable(
                name: "LedgerMarks");

            migrationBuilder.DropTable(
                name: "LedgerRunChecks");

            migrationBuilder.DropTable(
                name: "PayoutAttempts");

            migrationBuilder.DropTable(
                name: "PayoutPlans");

            migrationBuilder.DropTable(
                name: "RefundAccounts");

            migrationBuilder.DropTable(
                name: "RefundLines");

            migrationBuilder.DropTable(
                name: "RefundShares");

            migrationBuilder.DropTable(
                name: "SellerTaxPapers");

            migrationBuilder.DropTable(
                name: "SettlementLines");

            migrationBuilder.DropTable(
                name: "TaxDuties");

            migrationBuilder.DropTable(
                name: "TaxRemittances");

            migrationBuilder.DropTable(
                name: "TaxRules");

            migrationBuilder.DropTable(
                name: "BankLines");

            migrationBuilder.DropTable(
                name: "LedgerRuns");

            migrationBuilder.DropTable(
                name: "PayoutFiles");

            migrationBuilder.DropTable(
                name: "Payouts");

            migrationBuilder.DropTable(
                name: "RefundDecisions");

            migrationBuilder.DropTable(
                name: "SettlementReports");

            migrationBuilder.DropTable(
                name: "BankStatements");

            migrationBuilder.DropIndex(
                name: "IX_Orders_Appointment_ProductId_Appointment_EndsAt",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Journals_BookedAt_Id",
                table: "Journals");

            migrationBuilder.DropColumn(
                name: "PictureKey",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "Service_WorksOnHolidays",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "ChargedGoods",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "ChargedShipping",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "IncomeTaxRate",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "IncomeTaxRounding",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "IncomeTaxRuleId",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "IncomeTaxStanding",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "RefundedGoods",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "RefundedShipping",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "VatRuleId",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Charged",
                table: "OrderLine");

            migrationBuilder.DropColumn(
                name: "Refunded",
                table: "OrderLine");

            migrationBuilder.DropColumn(
                name: "IncomeTaxRemitted",
                table: "DisputeClaim");

            migrationBuilder.DropColumn(
                name: "VatRemitted",
                table: "DisputeClaim");
        }
    }
}
