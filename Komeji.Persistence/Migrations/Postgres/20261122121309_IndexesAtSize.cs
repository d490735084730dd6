using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Komeji.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class IndexesAtSize : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_StateChanges_FactorResets_FactorResetId",
                table: "StateChanges");

            migrationBuilder.DropIndex(
                name: "IX_StateChanges_FactorResetId",
                table: "StateChanges");

            migrationBuilder.DropColumn(
                name: "FactorResetId",
                table: "StateChanges");

            migrationBuilder.CreateIndex(
                name: "IX_Products_State_ChangedAt",
                table: "Products",
                columns: new[] { "State", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_HoldsWrongMoney",
                table: "Payments",
                column: "HoldsWrongMoney",
                filter: "\"HoldsWrongMoney\"");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_PlacedAt_Id",
                table: "Orders",
                columns: new[] { "PlacedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_State_PlacedAt",
                table: "Orders",
                columns: new[] { "State", "PlacedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Products_State_ChangedAt",
                table: "Products");

            migrationBuilder.DropIndex(
                name: "IX_Payments_HoldsWrongMoney",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Orders_PlacedAt_Id",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_State_PlacedAt",
                table: "Orders");

            migrationBuilder.AddColumn<Guid>(
                name: "FactorResetId",
                table: "StateChanges",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_StateChanges_FactorResetId",
                table: "StateChanges",
                column: "FactorResetId");

            migrationBuilder.AddForeignKey(
                name: "FK_StateChanges_FactorResets_FactorResetId",
                table: "StateChanges",
                column: "FactorResetId",
                principalTable: "FactorResets",
                principalColumn: "Id");
        }
    }
}
