using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Komeji.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CashVouchersAndSecondOfficers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "refund_amount",
                table: "Refunds");

            migrationBuilder.DropCheckConstraint(
                name: "refund_decision_parts",
                table: "RefundDecisions");

            migrationBuilder.AddColumn<bool>(
                name: "TakesCash",
                table: "Stores",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Voucher",
                table: "Refunds",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "VoucherId",
                table: "Refunds",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "VoucherOfShop",
                table: "RefundDecisions",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "MovedAt",
                table: "Products",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NameAtBank",
                table: "Payouts",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Naming",
                table: "Payouts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Provider",
                table: "PayoutFiles",
                type: "character varying(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DueAt",
                table: "PayoutAttempts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "KeyUntil",
                table: "PayoutAttempts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Provider",
                table: "PayoutAttempts",
                type: "character varying(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CashBackAt",
                table: "Orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CashConfirmedAt",
                table: "Orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CashTakenAt",
                table: "Orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CooperativeDiscount",
                table: "Orders",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "PaysInCash",
                table: "Orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "VoucherCode",
                table: "Orders",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "VoucherId",
                table: "Orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CooperativeDiscount",
                table: "OrderLine",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Voucher",
                table: "EscrowShares",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "CashFees",
                columns: table => new
                {
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    Fee = table.Column<long>(type: "bigint", nullable: false),
                    Vat = table.Column<long>(type: "bigint", nullable: false),
                    Collected = table.Column<long>(type: "bigint", nullable: false),
                    Collections = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PaidAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CashFees", x => x.OrderId);
                    table.CheckConstraint("cash_fee_collected", "\"Collected\" >= 0 AND \"Collected\" <= \"Fee\" + \"Vat\" AND \"Fee\" >= 0 AND \"Vat\" >= 0");
                    table.ForeignKey(
                        name: "FK_CashFees_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClaimPayments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RefundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Account = table.Column<int>(type: "integer", nullable: false),
                    Reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimPayments", x => x.Id);
                    table.CheckConstraint("claim_payment_amount", "\"Amount\" > 0");
                    table.ForeignKey(
                        name: "FK_ClaimPayments_RefundDecisions_RefundId",
                        column: x => x.RefundId,
                        principalTable: "RefundDecisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MoneyApprovals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    PurchaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Details = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    Seen = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAs = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MoneyApprovals", x => x.Id);
                    table.CheckConstraint("money_approval_amount", "\"Amount\" > 0");
                    table.CheckConstraint("money_approval_decided", "(\"State\" = 'Waiting') = (\"DecidedBy\" IS NULL)");
                    table.CheckConstraint("money_approval_two_officers", "\"State\" <> 'Approved' OR (\"DecidedBy\" IS NOT NULL AND \"DecidedBy\" <> \"AskedBy\")");
                });

            migrationBuilder.CreateTable(
                name: "Vouchers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    OfShop = table.Column<int>(type: "integer", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: true),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    Cap = table.Column<long>(type: "bigint", nullable: false),
                    MinimumPurchase = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Quota = table.Column<int>(type: "integer", nullable: false),
                    PerBuyer = table.Column<int>(type: "integer", nullable: false),
                    Budget = table.Column<long>(type: "bigint", nullable: false),
                    Taken = table.Column<int>(type: "integer", nullable: false),
                    Committed = table.Column<long>(type: "bigint", nullable: false),
                    Funded = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    MadeBy = table.Column<Guid>(type: "uuid", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AgreedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ActivatedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vouchers", x => x.Id);
                    table.CheckConstraint("voucher_fund", "\"Committed\" >= 0 AND \"Committed\" <= \"Budget\" AND \"Funded\" >= 0");
                    table.CheckConstraint("voucher_places", "\"Taken\" >= 0 AND \"Taken\" <= \"Quota\"");
                    table.CheckConstraint("voucher_shop", "\"OfShop\" >= 0 AND (\"OfShop\" = 0 OR \"StoreId\" IS NOT NULL)");
                    table.CheckConstraint("voucher_two_officers", "\"OfShop\" = 10000 OR \"ActivatedBy\" IS NULL OR \"ActivatedBy\" <> \"MadeBy\"");
                    table.ForeignKey(
                        name: "FK_Vouchers_Stores_StoreId",
                        column: x => x.StoreId,
                        principalTable: "Stores",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VoucherUses",
                columns: table => new
                {
                    PurchaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    VoucherId = table.Column<Guid>(type: "uuid", nullable: false),
                    BuyerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfShop = table.Column<long>(type: "bigint", nullable: false),
                    OfCooperative = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoucherUses", x => x.PurchaseId);
                    table.CheckConstraint("voucher_use_parts", "\"OfShop\" >= 0 AND \"OfCooperative\" >= 0 AND \"OfShop\" + \"OfCooperative\" > 0");
                    table.ForeignKey(
                        name: "FK_VoucherUses_Purchases_PurchaseId",
                        column: x => x.PurchaseId,
                        principalTable: "Purchases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_VoucherUses_Vouchers_VoucherId",
                        column: x => x.VoucherId,
                        principalTable: "Vouchers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "refund_amount",
                table: "Refunds",
                sql: "\"Amount\" >= 0 AND \"Voucher\" >= 0 AND \"Amount\" + \"Voucher\" > 0");

            migrationBuilder.AddCheckConstraint(
                name: "refund_decision_parts",
                table: "RefundDecisions",
                sql: "\"Amount\" > 0 AND \"Shipping\" >= 0 AND \"Shipping\" <= \"Amount\" AND \"ShippingOfShop\" >= 0 AND \"ShippingOfShop\" <= \"Shipping\" AND \"VoucherOfShop\" >= 0 AND \"VoucherOfShop\" <= \"Amount\"");

            migrationBuilder.CreateIndex(
                name: "IX_PayoutAttempts_DueAt",
                table: "PayoutAttempts",
                column: "DueAt",
                filter: "\"DueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_VoucherId",
                table: "Orders",
                column: "VoucherId",
                filter: "\"VoucherId\" IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "order_voucher",
                table: "Orders",
                sql: "\"CooperativeDiscount\" >= 0 AND \"CooperativeDiscount\" <= \"Goods\"");

            migrationBuilder.AddCheckConstraint(
                name: "escrow_voucher",
                table: "EscrowShares",
                sql: "\"Voucher\" >= 0 AND \"Voucher\" <= \"Paid\"");

            migrationBuilder.CreateIndex(
                name: "IX_CashFees_State_DueAt",
                table: "CashFees",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CashFees_StoreId_State_DueAt",
                table: "CashFees",
                columns: new[] { "StoreId", "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ClaimPayments_RefundId",
                table: "ClaimPayments",
                column: "RefundId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimPayments_RefundId_Reference",
                table: "ClaimPayments",
                columns: new[] { "RefundId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MoneyApprovals_Act_SubjectId",
                table: "MoneyApprovals",
                columns: new[] { "Act", "SubjectId" },
                unique: true,
                filter: "\"State\" = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_MoneyApprovals_State_AskedAt",
                table: "MoneyApprovals",
                columns: new[] { "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MoneyApprovals_SubjectId",
                table: "MoneyApprovals",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_Code",
                table: "Vouchers",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_MadeAt",
                table: "Vouchers",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_State_EndsAt",
                table: "Vouchers",
                columns: new[] { "State", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_StoreId_MadeAt",
                table: "Vouchers",
                columns: new[] { "StoreId", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VoucherUses_VoucherId_BuyerId",
                table: "VoucherUses",
                columns: new[] { "VoucherId", "BuyerId" });

            migrationBuilder.CreateIndex(
                name: "IX_VoucherUses_VoucherId_TakenAt",
                table: "VoucherUses",
                columns: new[] { "VoucherId", "TakenAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CashFees");

            migrationBuilder.DropTable(
                name: "ClaimPayments");

            migrationBuilder.DropTable(
                name: "MoneyApprovals");

            migrationBuilder.DropTable(
                name: "VoucherUses");

            migrationBuilder.DropTable(
                name: "Vouchers");

            migrationBuilder.DropCheckConstraint(
                name: "refund_amount",
                table: "Refunds");

            migrationBuilder.DropCheckConstraint(
                name: "refund_decision_parts",
                table: "RefundDecisions");

            migrationBuilder.DropIndex(
                name: "IX_PayoutAttempts_DueAt",
                table: "PayoutAttempts");

            migrationBuilder.DropIndex(
                name: "IX_Orders_VoucherId",
                table: "Orders");

            migrationBuilder.DropCheckConstraint(
                name: "order_voucher",
                table: "Orders");

            migrationBuilder.DropCheckConstraint(
                name: "escrow_voucher",
                table: "EscrowShares");

            migrationBuilder.DropColumn(
                name: "TakesCash",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "Voucher",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "VoucherId",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "VoucherOfShop",
                table: "RefundDecisions");

            migrationBuilder.DropColumn(
                name: "MovedAt",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "NameAtBank",
                table: "Payouts");

            migrationBuilder.DropColumn(
                name: "Naming",
                table: "Payouts");

            migrationBuilder.DropColumn(
                name: "Provider",
                table: "PayoutFiles");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "PayoutAttempts");

            migrationBuilder.DropColumn(
                name: "KeyUntil",
                table: "PayoutAttempts");

            migrationBuilder.DropColumn(
                name: "Provider",
                table: "PayoutAttempts");

            migrationBuilder.DropColumn(
                name: "CashBackAt",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "CashConfirmedAt",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "CashTakenAt",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "CooperativeDiscount",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "PaysInCash",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "VoucherCode",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "VoucherId",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "CooperativeDiscount",
                table: "OrderLine");

            migrationBuilder.DropColumn(
                name: "Voucher",
                table: "EscrowShares");

            migrationBuilder.AddCheckConstraint(
                name: "refund_amount",
                table: "Refunds",
                sql: "\"Amount\" > 0");

            migrationBuilder.AddCheckConstraint(
                name: "refund_decision_parts",
                table: "RefundDecisions",
                sql: "\"Amount\" > 0 AND \"Shipping\" >= 0 AND \"Shipping\" <= \"Amount\" AND \"ShippingOfShop\" >= 0 AND \"ShippingOfShop\" <= \"Shipping\"");
        }
    }
}
