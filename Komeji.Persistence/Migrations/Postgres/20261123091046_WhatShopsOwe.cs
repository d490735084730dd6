using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Komeji.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WhatShopsOwe : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Recovered",
                table: "ClaimPayments",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Transferred",
                table: "CashFees",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "ShopPayments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StoreId = table.Column<Guid>(type: "uuid", nullable: false),
                    Debt = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Account = table.Column<int>(type: "integer", nullable: false),
                    Reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShopPayments", x => x.Id);
                    table.CheckConstraint("shop_payment_amount", "\"Amount\" > 0");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_VoucherId",
                table: "Refunds",
                column: "VoucherId",
                filter: "\"VoucherId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimPayments_Account_Reference",
                table: "ClaimPayments",
                columns: new[] { "Account", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShopPayments_Account_Reference",
                table: "ShopPayments",
                columns: new[] { "Account", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShopPayments_StoreId",
                table: "ShopPayments",
                column: "StoreId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ShopPayments");

            migrationBuilder.DropIndex(
                name: "IX_Refunds_VoucherId",
                table: "Refunds");

            migrationBuilder.DropIndex(
                name: "IX_ClaimPayments_Account_Reference",
                table: "ClaimPayments");

            migrationBuilder.DropColumn(
                name: "Recovered",
                table: "ClaimPayments");

            migrationBuilder.DropColumn(
                name: "Transferred",
                table: "CashFees");
        }
    }
}
